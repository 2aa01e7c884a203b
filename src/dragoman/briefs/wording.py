"""What pages say in the same words, whatever they are written in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dragoman.briefs.days import between, told
from dragoman.briefs.model import Article, Brief, Listings, NotFound, Row
from dragoman.briefs.phrases import listed
from dragoman.briefs.quotes import MarkRole, Party
from dragoman.briefs.statuses import STATUSES
from dragoman.records import Sentence, Status

NOT_TOLD = "not told"
ITSELF = "the article itself"
UNNAMED = "a voice not named"
NO_OUTLET = "outlet not named"
NOBODY = "nobody named"
NOTICE = "machine reading, to be checked"

MARKS = {
    MarkRole.SOURCE: "source: who does it",
    MarkRole.TRIGGER: "event word: what is done",
    MarkRole.TARGET: "target: to whom",
    MarkRole.VOICE: "voice: who says so",
    MarkRole.CUE: "cue: what makes it a report, plan, claim or guess",
    MarkRole.WHEN: "day: when it was, as told",
}

HOW_TO_READ = (
    "Status is the text's: how sure the article is of the event, and not how sure anybody "
    "should be. Confidence (0 to 1) is the coder's: how likely it has read words, act and both "
    "sides right, as measured for the model coder on sentences written for that. It is no "
    "probability that the event happened; the rules coder's is set by hand. A row has that of "
    "its surest reading.",
    "A row is one event of one article; what an article says again is joined to the row, with "
    "every place where it stands. Rows of different articles are not joined, so the same "
    "event may stand here several times.",
    "Sentences are numbered from 0 as in Dragoman's tables; s0 is the headline where there is "
    "one. A citation such as [1·s3] is article 1, sentence 3, and every quoted word was "
    "compared with the article by machine when this page was made.",
)


@dataclass(frozen=True, slots=True)
class Named:
    """One name on one side of a row, with the codes and the words behind it."""

    name: str
    code: str | None
    sectors: tuple[str, ...]
    persons: tuple[str, ...]  # whom the words do not name themselves
    words: tuple[str, ...]
    is_known: bool

    @property
    def codes(self) -> str:
        """The code and the sectors, such as ``RUS GOV SPY``."""
        return " ".join((self.code or "", *self.sectors)).strip()


def named(parties: Sequence[Party]) -> tuple[Named, ...]:
    """The parties of one side, those of one name together."""
    groups: dict[tuple[str, str | None], list[Party]] = {}
    for party in parties:
        groups.setdefault((party.name, party.code), []).append(party)
    return tuple(
        Named(
            name=name,
            code=code,
            sectors=_distinct(p.sector for p in group if p.sector),
            persons=_distinct(p.person for p in group if p.person and not _names(p)),
            words=_distinct(p.words.words for p in group if p.words.words != name),
            is_known=code is not None,
        )
        for (name, code), group in groups.items()
    )


def _names(party: Party) -> bool:
    return (party.person or "").casefold() in party.words.words.casefold()


def _distinct(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))


def author(status: Status) -> str:
    """Who says so where no voice stands in the text: no article alleges in its own voice."""
    return NOBODY if status is Status.ALLEGED else ITSELF


def codes(row: Row) -> str:
    """Type and modes of a row as codes, such as ``CONSULT visit``."""
    return " ".join((row.type.value, *(mode.value for mode in row.modes)))


def times(row: Row) -> tuple[tuple[str, str], ...]:
    """The times that the text tells for a row, each in figures and in the text's words."""
    return _distinct_pairs((told(when), citation.words) for when, citation in row.when)


def _distinct_pairs(pairs: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple(dict.fromkeys(pairs))


def period(brief: Brief) -> str:
    """The dates of the articles."""
    if brief.first is None or brief.last is None:
        return "no article"
    return between(brief.first, brief.last)


def counted(number: int, noun: str) -> str:
    """A number with its noun.

    >>> counted(1, "row"), counted(2, "row")
    ('1 row', '2 rows')
    """
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def nothing_open(brief: Brief) -> str:
    """What to say where no point is open."""
    return "None: every row has both sides and a day." if brief.rows else "None: there is no row."


def paragraphs(article: Article) -> list[list[tuple[Sentence | None, str]]]:
    """The whole text in paragraphs of sentences; words that belong to no sentence have none."""
    text = article.document.text
    found: list[list[tuple[Sentence | None, str]]] = [[]]
    end = 0
    for sentence in article.sentences:
        between = text[end : sentence.span.start]
        if between.strip():
            found.append([(None, between.strip())])
        if between.strip() or "\n\n" in between:
            found.append([])
        found[-1].append((sentence, sentence.span.of(text)))
        end = sentence.span.end
    if text[end:].strip():
        found.append([(None, text[end:].strip())])
    return [paragraph for paragraph in found if paragraph]


def what_was_not_found(missing: NotFound, *, articles: int) -> list[str]:
    """What the articles do not hold, a sentence each."""
    lines = []
    if missing.statuses:
        labels = [STATUSES[status].label.lower() for status in missing.statuses]
        lines.append(f"No event was found that is {_either(labels)}.")
    if missing.sentences_without:
        hold = "holds" if missing.sentences_without == 1 else "hold"
        lines.append(
            f"{missing.sentences_without} of {counted(missing.sentences, 'sentence')} {hold} no "
            "event of this brief; the coder may have missed some."
        )
    if missing.weak.events:
        left_out = "was" if missing.weak.events == 1 else "were"
        lines.append(
            f"{counted(missing.weak.events, 'weak reading')} {left_out} left out, of confidence "
            f"below {missing.weak.least:g}: most such are wrong in something. `--confidence 0` "
            "shows them."
        )
    if missing.documents_without:
        numbers = ", ".join(map(str, missing.documents_without))
        lines.append(f"No event was found in {_articles(missing.documents_without)} {numbers}.")
    if articles:
        lines.append(_second_source(missing, articles))
    return lines


def _either(labels: Sequence[str]) -> str:
    return listed(labels).replace(" and ", " or ")


def _articles(numbers: Sequence[int]) -> str:
    return "article" if len(numbers) == 1 else "articles"


def _second_source(missing: NotFound, articles: int) -> str:
    if articles == 1:
        outlet = f", of {missing.outlets[0]}" if missing.outlets else ", of an outlet not named"
        return f"No second source: everything here rests on one article{outlet}."
    if len(missing.outlets) == 1 and not missing.without_outlet:
        return f"No second source: all articles are of one outlet, {missing.outlets[0]}."
    unnamed = (
        f" ({counted(len(missing.without_outlet), 'article')} without the name of one)"
        if missing.without_outlet
        else ""
    )
    return (
        f"{counted(len(missing.outlets), 'outlet')}{unnamed}. Whether they report "
        "independently of each other was not examined, and nothing here is counted as confirmed."
    )


LISTS_NOTICE = (
    "Names of the articles that may stand on a list, as of the day of each article. A possible "
    "match is a question to look into; none is a finding, and no match is none either."
)


def no_match(found: Listings) -> str:
    """What to say when no entry of the lists came near a name."""
    return (
        f"{counted(found.asked, 'name')} asked for, none near an entry of the lists below; "
        "that is no finding about them."
    )
