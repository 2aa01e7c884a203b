"""Rows and quoted words as Markdown, with everything that comes from articles escaped."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dragoman.briefs import wording
from dragoman.briefs.days import day
from dragoman.briefs.model import Row
from dragoman.briefs.quotes import Chain, Citation, Cited, Party, Reason
from dragoman.records import Status

# Characters that could start or end markup in CommonMark, in the tables and footnotes of GitHub
# and pandoc, or in their formulas. More could at the start of a line; no line starts with words
# of an article.
_SPECIAL = re.compile(r"[\\`*_\[\]<>|~$&^@#]")
# What turns bare addresses into links.
_ADDRESS = re.compile(r"(?<=[A-Za-z])(?=://)|(?<=www)(?=\.)", re.IGNORECASE)


def escaped(text: str) -> str:
    r"""``text`` on one line, so that Markdown shows it as it is.

    >>> print(escaped("<b>*now*</b>"))
    \<b\>\*now\*\</b\>
    """
    line = _SPECIAL.sub(lambda match: "\\" + match.group(), " ".join(text.split()))
    return _ADDRESS.sub("\\\\", line)


def quoted(text: str) -> str:
    """``text`` escaped, in quotation marks."""
    return f"“{escaped(text)}”"


def note(citation: Citation) -> str:
    """The footnote mark of a citation, such as ``[^1-s3]``."""
    return f"[^{citation.label.replace('·', '-')}]"


def row_lines(row: Row, outlet: str) -> Iterator[str]:
    """A row with its sentences, the words marked in them, and why."""
    act = f"**{row.act}** (`{wording.codes(row)}`)"
    yield f"**Row {row.number}.** {_side(row.sources)} · {act} · {_side(row.targets)}"
    yield ""
    if row.contexts:
        yield f"- About: {', '.join(row.contexts).replace('_', ' ')}"
    yield f"- When: {_when(row)}"
    said = [_chain(chain, row.status, outlet) for chain in row.chains]
    said += [
        f"also {second.status}: {_chain(second.chain, second.status, outlet)}"
        for second in row.also
    ]
    yield f"- Who says so: {'; '.join(said)}"
    yield f"- Confidence: {row.confidence:.2f}"
    for cited in row.cited:
        yield f"- {quoted(cited.sentence.words)}{note(cited.sentence)}"
        yield f"  - marked: {_marks(cited)}"
        yield f"  - why: {'; '.join(_reason(reason) for reason in cited.why) or 'not recorded'}"


def _side(parties: Sequence[Party]) -> str:
    sides = []
    for one in wording.named(parties):
        words = "".join(f", {escaped(p)}" for p in one.persons)
        words += "".join(f", {quoted(w)}" for w in one.words)
        if one.is_known:
            sides.append(f"{escaped(one.name)} (`{one.codes}`{words})")
        else:
            sides.append(f"{quoted(one.name)} (not identified)")
    return " and ".join(sides) or f"*{wording.NOT_TOLD}*"


def _when(row: Row) -> str:
    told = [f"{figures} ({quoted(words)})" for figures, words in wording.times(row)]
    return "; ".join(told) or f"*{wording.NOT_TOLD}*, report of {day(row.reported)}"


def _chain(chain: Chain, status: Status, outlet: str) -> str:
    if not chain:
        return wording.author(status) + (f" ({escaped(outlet)})" if outlet else "")
    voices = [escaped(outlet)] if outlet else []
    for voice in chain:
        name = quoted(voice.words.words) if voice.words else wording.UNNAMED
        voices.append(name + (f" (*{escaped(voice.cue.words)}*)" if voice.cue else ""))
    return " › ".join(voices)


def _marks(cited: Cited) -> str:
    return ", ".join(
        f"{mark.role.letter} {mark.role} {quoted(mark.words.words)}" for mark in cited.marks
    )


def _reason(reason: Reason) -> str:
    words = f" {quoted(reason.words.words)}" if reason.words else ""
    return f"{reason.slot}{words}: {escaped(reason.name)} ({reason.kind})"
