"""Whether the words around a date look ahead of the dateline or back."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

# Verbs that plan: an infinitive after them lies ahead ("agreed to meet in June"), where one
# after "failed", "continued" or "managed" does not.
_PLANNERS = (
    "plan(?:s|ned|ning)?|intend(?:s|ed|ing)?|hop(?:es?|ed|ing)|agree[sd]?|vow(?:s|ed)?|pledge[sd]?"
    "|promise[sd]?|decide[sd]?|decision|expect(?:s|ed)?|schedule[sd]?|ready|prepar(?:es?|ed|ing)"
    "|wants?|seeks?|seeking|aims?|aiming|due|set|about|likely|unlikely|bound|invit(?:es?|ed)"
    "|invitation|urge[sd]?|ask(?:s|ed)?|order(?:s|ed)?|called on|calls on|offer(?:s|ed)?"
    "|threaten(?:s|ed)?|propose[sd]?|proposal|arrange[sd]?|poised|slated|supposed|deadline|pact"
    "|deal|need(?:s|ed)?|able|is|are|am"
)
# Verbs that headlines put after "to": "Putin to visit Pyongyang".
_HEADLINE = (
    "visit|meet|host|hold|send|sign|vote|travel|attend|discuss|resume|start|begin|join|open|go|fly"
    "|deliver|withdraw|launch|impose|expel|receive|address|brief|review|reopen|be|return|arrive"
)
_SCHEDULED = (
    r"scheduled|slated|(?:set|planned|expected|timed|billed|tipped) (?:for|on|to|in|by|next)"
    r"|due(?! to (?:the|a|an|its|his|her|their|lack|heavy|bad|concerns?|fears?|poor)\b)"
    r"|upcoming|forthcoming|coming|ahead of|in the run-up to|payable|from now"
    r"|expir(?:es?|ing)|begins?|starts?|opens?|takes? (?:effect|place)|kicks? off"
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
    r"|found|fell|rose|struck|shot|hit|fought|broke|spoke|flew|became|brought|built|bought|sold|kept"
    # No adjectives behind an article or a name's capital ("the occupied", "United").
    r"|(?<!\bthe )(?<!\ban )(?<!\ba )(?<!\bits )(?<!-)(?!need|indeed|speed|feed|seed|breed|exceed|proceed"
    r"|succeed|hundred|sacred|armed\b|united)[a-z]{2,}ed"
)
_CUE = re.compile(
    rf"(?P<ahead>\b(?:{_PLANNERS})\b[^,;:.\n]{{0,40}}?\bto (?!the\b|a\b|an\b|its\b|his\b)[a-z]+"
    rf"|(?<=[A-Z][a-z]{{2}} )to (?:{_HEADLINE})\b|\bto be [a-z]+"
    rf"|(?:\b|(?<=\w)(?=['’]))(?:{_MODAL}){_VERB}|\b(?:{_SCHEDULED})\b)"
    rf"|\b(?P<auxiliary>{_AUXILIARY})\b|\b(?P<past>{_PAST})\b"
)
_BORDER = re.compile(r"[;:()—]|\s[–-]\s|, (?:which|who|while|whereas|but|although|though)\b|\n\s*\n")
_DEADLINE = re.compile(
    r"(?:^|\W)(?:until|till|by|no later than|in time for|starting|beginning|effective)(?: on)?(?: the)?\s$",
    re.IGNORECASE,
)


class Look(StrEnum):
    """Where a verb puts its clause."""

    AHEAD = "ahead"
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


def looks_ahead(sentence: str, cues: Sequence[Cue], start: int, end: int) -> bool:
    """Whether the date at ``[start, end)`` of ``sentence`` lies ahead of the dateline.

    The nearest cue to the left in the same clause decides, for a date follows its verb more
    often than it leads ("said on Monday that he will visit on Friday"); without one the
    nearest to the right ("On Friday, Putin will"). A deadline ("by Friday", "until May") lies
    ahead unless a verb that is past for sure stands nearest.
    """
    cue = _nearest(sentence, cues, start, end)
    if _DEADLINE.search(sentence[max(0, start - 24) : start]):
        return cue is None or cue.look is not Look.AUXILIARY
    return cue is not None and cue.look is Look.AHEAD


def _nearest(sentence: str, cues: Sequence[Cue], start: int, end: int) -> Cue | None:
    before = [cue for cue in cues if cue.end <= start]
    if before and not _BORDER.search(sentence, before[-1].end, start):
        return before[-1]
    after = next((cue for cue in cues if cue.start >= end), None)
    if after and not _BORDER.search(sentence, end, after.start):
        return after
    return None
