"""Whether the words around a date look ahead of the dateline or back."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

_INFINITIVE = r"to (?!the\b|a\b|an\b|its\b|his\b|their\b)(?:be )?[a-z]+"
# Verbs that plan: an infinitive after them lies ahead ("agreed to meet in June"), where one
# after "failed", "continued" or "managed" does not. Those of the past are apart, for a date in
# front of them is their own ("On Friday they agreed to meet").
_PLANNED = (
    "planned|intended|hoped|agreed|vowed|pledged|promised|decided|decision|expected|prepared"
    "|wanted|sought|aimed|invited|invitation|urged|asked|ordered|called on|offered|threatened"
    "|proposed|proposal|arranged"
)
_PLANS = (
    "plan|plans|planning|intends?|hopes?|hoping|agrees?|vows?|pledges?|promises?|decides?|expects?"
    "|prepares?|preparing|wants?|seeks?|seeking|aims?|aiming|invites?|urges?|asks?|offers?"
    "|threatens?|proposes?|deadline"
)
# The same, with the infinitive next to them.
_READY = (
    "due|set|about|likely|unlikely|bound|poised|slated|supposed|ready|able|is|are"
    "|(?:is|are) (?:expected|scheduled|planned|invited)"
)
# Verbs that headlines put after "to": "Putin to visit Pyongyang".
_HEADLINE = (
    "visit|meet|host|hold|send|sign|vote|travel|attend|discuss|resume|start|begin|join|open|go|fly"
    "|deliver|withdraw|launch|impose|expel|receive|address|brief|review|reopen|return|arrive"
)
_SCHEDULED = (
    r"scheduled|slated|(?:set|planned|expected|timed|billed|tipped) (?:for|on|in|by|next)"
    r"|due(?! to (?:the|a|an|its|his|her|their|lack|heavy|bad|concerns?|fears?|poor)\b)"
    r"|upcoming|forthcoming|coming|payable|from now"
    r"|expir(?:es?|ing)|begins?|starts?|opens?|ends|closes|lasts|takes? (?:effect|place)|kicks? off"
    r"|(?:extended|postponed|delayed|adjourned|rescheduled|put off|moved|pushed back) (?:to|until)"
    r"|(?:go(?:es)?|heads?) to the polls"
    r"|(?:is|are) (?:arriving|travell?ing|visiting|meeting|leaving|flying|hosting|returning)"
    r"|next (?:week|month|year|spring|summer|autumn|fall|winter)"
)
_MODAL = (
    r"(?:will|shall|would|must|should|may|might|can|could|cannot|won['’]t)(?! not\b| have\b|n['’]t)"
    r"|['’]ll|will not|would not|may not|going to"
)
# A modal takes its verb with it: the "held" of "will be held" is no past.
_VERB = r"(?: (?:not|also|then|soon|now|only|be|[a-z]+ly))* [a-z]+(?:-[a-z]+)?"
_AUXILIARY = r"was|were|had|did(?:n['’]t)?|stayed|remained|lasted|ruled|served|lived"
_PAST = (
    r"has|have|said|told|met|held|left|made|took|came|went|began|saw|won|lost|sent|led|got|gave"
    r"|found|fell|rose|struck|shot|hit|fought|broke|spoke|flew|became|brought|built|bought|sold"
    # No adjectives: behind an article, or by themselves.
    r"|kept|(?<!\bthe )(?<!\ban )(?<!\ba )(?<!\bits )(?<!-)(?!need|indeed|speed|feed|seed|breed"
    r"|exceed|proceed|succeed|hundred|sacred|armed\b|united)[a-z]{2,}ed"
)
_CUE = re.compile(
    rf"(?P<planned>\b(?:{_PLANNED})\b[^,;:.\n]{{0,40}}?\b{_INFINITIVE})"
    rf"|(?P<ahead>\b(?:{_PLANS})\b[^,;:.\n]{{0,40}}?\b{_INFINITIVE}|\b(?:{_READY}) {_INFINITIVE}"
    rf"|(?<=[a-zA-Z]{{3}} )to (?:{_HEADLINE})\b|\bto be [a-z]+"
    rf"|(?:\b|(?<=\w)(?=['’]))(?:{_MODAL}){_VERB}|\b(?:{_SCHEDULED})\b)"
    rf"|\b(?P<auxiliary>{_AUXILIARY})\b|\b(?P<past>{_PAST})\b"
)
_BORDER = re.compile(
    r"[;:()—]|\s[–-]\s|, (?:which|who|while|whereas|but|although|though)\b|\n\s*\n"
)
# What may stand between the start of a clause and a date that leads it.
_LEADING = (
    r"(?:(?:and|but|then|while|as|when|where|so|that)\s)?"
    r"(?:(?:on|in|by|at|during|earlier|late|early|from|the)\s){0,3}$"
)
_LEADS_SENTENCE = re.compile(rf"^\W*{_LEADING}", re.IGNORECASE)
_LEADS_CLAUSE = re.compile(rf"(?:[,;:(—–]|\s-)\s?{_LEADING}", re.IGNORECASE)
_EDGE = r"(?: on)?(?: the)?(?: (?:early|late|mid|(?:end|start|beginning|middle) of))?[\s-]$"
_DEADLINE = re.compile(
    r"(?:^|\W)(?:until|till|by|no later than|in time for|starting|beginning|effective)" + _EDGE,
    re.IGNORECASE,
)
_SINCE = re.compile(r"(?:^|\W)since" + _EDGE, re.IGNORECASE)
# "Wednesday's ruling" has been, whatever the verb before it; what is set for a day may come.
_POSSESSIVE = re.compile(r"['’]s\s")
_SET_FOR_A_DAY = re.compile(
    r"['’]s(?:\s[\w-]+){0,3}?\s(?:meetings?|summits?|votes?|voting|ballot|elections?|talks"
    r"|sessions?|hearings?|deadline|ceremony|visit|trip|conference|debate|referendum|inauguration"
    r"|rally|parade|protests?|march|strike|games?|opening|launch|signing|anniversary|budget"
    r"|runoff|run-off|primary|polls?)\b"
)
# As far back as the words before a date are looked at.
_REACH = 40


class Look(StrEnum):
    """Where a verb puts its clause."""

    AHEAD = "ahead"
    PLANNED = "planned"  # ahead for what follows: "agreed to meet"
    AUXILIARY = "auxiliary"  # past for sure: was, had, did
    PAST = "past"


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb or phrase, where it stands, and where it looks."""

    start: int
    end: int
    look: Look


def find_cues(sentence: str) -> tuple[Cue, ...]:
    """The words of ``sentence`` that tell past from future, in order."""
    return tuple(
        Cue(m.start(), m.end(), Look(m.lastgroup or Look.PAST)) for m in _CUE.finditer(sentence)
    )


def looks_ahead(sentence: str, cues: Sequence[Cue], start: int, end: int) -> bool | None:
    """Whether the date at ``[start, end)`` of ``sentence`` lies ahead of the dateline.

    ``None`` where no word tells.

    The nearest cue to the left in the same clause decides, for a date follows its verb more
    often than it leads ("said on Monday that he will visit on Friday"); a date that leads its
    clause goes with the verb to the right ("On Friday, Putin will"). A deadline ("by Friday",
    "until May") lies ahead unless a verb that is past for sure stands nearest.
    """
    before = max(0, start - _REACH)
    if _SINCE.search(sentence, before, start):
        return False
    if _POSSESSIVE.match(sentence, end) and not _SET_FOR_A_DAY.match(sentence, end):
        return False
    look = _look(sentence, cues, start, end)
    if _DEADLINE.search(sentence, before, start):
        return look is not Look.AUXILIARY
    return look is Look.AHEAD if look else None


def _look(sentence: str, cues: Sequence[Cue], start: int, end: int) -> Look | None:
    left, right = _left(sentence, cues, start), _right(sentence, cues, end)
    before = max(0, start - _REACH)
    if _LEADS_SENTENCE.match(sentence[:start]):
        return right or left
    comma = "," in sentence[end : end + 2]
    if _LEADS_CLAUSE.search(sentence, before, start) and not comma:
        return right or left
    return left or (None if comma else right)


def _left(sentence: str, cues: Sequence[Cue], start: int) -> Look | None:
    cue = next((cue for cue in reversed(cues) if cue.end <= start), None)
    if cue is None or _BORDER.search(sentence, cue.end, start):
        return None
    return Look.AHEAD if cue.look is Look.PLANNED else cue.look


def _right(sentence: str, cues: Sequence[Cue], end: int) -> Look | None:
    cue = next((cue for cue in cues if cue.start >= end), None)
    if cue is None or _BORDER.search(sentence, end, cue.start):
        return None
    return Look.PAST if cue.look is Look.PLANNED else cue.look
