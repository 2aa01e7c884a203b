"""English inflection, as far as a table of triggers needs it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import cache

# past and participle where they are not made with -ed
_IRREGULAR = {
    "be": ("was", "been"), "become": ("became", "become"), "begin": ("began", "begun"),
    "blow": ("blew", "blown"), "break": ("broke", "broken"), "bring": ("brought", "brought"),
    "build": ("built", "built"), "come": ("came", "come"), "cut": ("cut", "cut"),
    "fight": ("fought", "fought"), "find": ("found", "found"), "fly": ("flew", "flown"),
    "forecast": ("forecast", "forecast"), "freeze": ("froze", "frozen"), "get": ("got", "got"),
    "give": ("gave", "given"), "go": ("went", "gone"), "hide": ("hid", "hidden"),
    "hold": ("held", "held"), "keep": ("kept", "kept"), "lay": ("laid", "laid"),
    "leave": ("left", "left"), "let": ("let", "let"), "make": ("made", "made"),
    "meet": ("met", "met"), "overthrow": ("overthrew", "overthrown"),
    "overrun": ("overran", "overrun"), "pay": ("paid", "paid"), "put": ("put", "put"),
    "quit": ("quit", "quit"), "say": ("said", "said"), "seek": ("sought", "sought"),
    "send": ("sent", "sent"), "set": ("set", "set"), "shoot": ("shot", "shot"),
    "show": ("showed", "shown"), "shut": ("shut", "shut"), "sit": ("sat", "sat"),
    "slap": ("slapped", "slapped"), "speak": ("spoke", "spoken"), "stand": ("stood", "stood"),
    "steal": ("stole", "stolen"), "strike": ("struck", "struck"), "sue": ("sued", "sued"),
    "swap": ("swapped", "swapped"), "take": ("took", "taken"), "tell": ("told", "told"),
    "think": ("thought", "thought"), "throw": ("threw", "thrown"), "turn": ("turned", "turned"),
    "withdraw": ("withdrew", "withdrawn"), "write": ("wrote", "written"),
    "wage": ("waged", "waged"), "ban": ("banned", "banned"), "stop": ("stopped", "stopped"),
    "plan": ("planned", "planned"), "ship": ("shipped", "shipped"), "arm": ("armed", "armed"),
    "admit": ("admitted", "admitted"), "commit": ("committed", "committed"),
    "transfer": ("transferred", "transferred"), "confer": ("conferred", "conferred"),
    "rebuff": ("rebuffed", "rebuffed"), "scrap": ("scrapped", "scrapped"),
    "quell": ("quelled", "quelled"), "slam": ("slammed", "slammed"),
    "drop": ("dropped", "dropped"),
    "kidnap": ("kidnapped", "kidnapped"), "equip": ("equipped", "equipped"),
    "step": ("stepped", "stepped"), "wrap": ("wrapped", "wrapped"),
    "prefer": ("preferred", "preferred"),
    "expel": ("expelled", "expelled"), "hijack": ("hijacked", "hijacked"),
    "plot": ("plotted", "plotted"),
    "feel": ("felt", "felt"), "lead": ("led", "led"), "run": ("ran", "run"), "win": ("won", "won"),
    "hear": ("heard", "heard"), "read": ("read", "read"), "see": ("saw", "seen"),
    "spend": ("spent", "spent"), "understand": ("understood", "understood"),
}  # fmt: skip
# Past forms that are not made with -ed.
PAST_FORMS = frozenset(form for forms in _IRREGULAR.values() for form in forms)
_DOUBLING = frozenset(
    "ban stop plan ship slam slap swap cut hit get put set let shut sit scrap step wrap drop "
    "kidnap equip expel admit commit transfer confer begin run forget plot quit".split()
)


class Form(StrEnum):
    """The form of a verb that a word shows."""

    BASE = "base"
    S = "s"
    PAST = "past"
    PARTICIPLE = "participle"
    ING = "ing"


@cache
def verb_forms(verb: str) -> Mapping[str, frozenset[Form]]:
    """Every form of ``verb`` with what it can be.

    >>> sorted(verb_forms("deny"))
    ['denied', 'denies', 'deny', 'denying']
    """
    forms: dict[str, set[Form]] = {}

    def add(word: str, form: Form) -> None:
        forms.setdefault(word, set()).add(form)

    add(verb, Form.BASE)
    add(plural(verb), Form.S)
    add(_ing(verb), Form.ING)
    past, participle = _IRREGULAR.get(verb, (_ed(verb), _ed(verb)))
    add(past, Form.PAST)
    add(participle, Form.PARTICIPLE)
    if verb == "be":
        for word in ("am", "is", "are", "were"):
            add(word, Form.BASE)
    if verb == "have":
        return {
            "have": frozenset({Form.BASE}),
            "has": frozenset({Form.S}),
            "had": frozenset({Form.PAST, Form.PARTICIPLE}),
            "having": frozenset({Form.ING}),
        }
    return {word: frozenset(kinds) for word, kinds in forms.items()}


def plural(noun: str) -> str:
    """The plural of a noun (and the third person of a verb).

    >>> plural("ally"), plural("clash"), plural("envoy")
    ('allies', 'clashes', 'envoys')
    """
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return noun + "es"
    if noun.endswith("y") and noun[-2:-1] not in set("aeiou"):
        return noun[:-1] + "ies"
    if noun == "go":
        return "goes"
    return noun + "s"


def _ed(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2:-1] not in set("aeiou"):
        return verb[:-1] + "ied"
    return verb + (verb[-1] if verb in _DOUBLING else "") + "ed"


def _ing(verb: str) -> str:
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith("ee") and verb != "be":
        return verb[:-1] + "ing"
    return verb + (verb[-1] if verb in _DOUBLING else "") + "ing"
