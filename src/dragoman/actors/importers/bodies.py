"""What kind of body a name says: ministry, service, parliament, party, armed group."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.actors.words import Words
from dragoman.records import Sector

# The kinds of agencies.csv, by the words of a name (in small letters, "s" apart); the first that
# fits. Chosen by hand from the main names of the shipped agencies, of which 83 in
# 100 are told a kind this way, and 70 the kind that the file has.
_AGENCIES: tuple[tuple[str, str, Sector], ...] = (
    (r"minist\w+ (of|for) (foreign|external)|foreign (ministry|affairs|office)|state department",
     "foreign-ministry", Sector.GOV),
    (r"minist\w+ (of|for) (national )?defen[cs]e|defen[cs]e (ministry|department)|"
     r"department of defen[cs]e",
     "defence-ministry", Sector.GOV),
    (r"minist\w+ (of|for) (the )?(interior|internal|home)|(interior|home) (ministry|office)",
     "interior-ministry", Sector.GOV),
    (r"minist\w+ (of|for) (economy and )?(the )?financ|finance ministry|treasury",
     "finance-ministry", Sector.GOV),
    (r"prime minister s office|office of the prime minister|council of ministers|presidency|"
     r"presidential (office|administration|palace)|state council|state house|cabinet|chancellery",
     "executive-office", Sector.GOV),
    (r"ministry of (state|national) security|(state|federal|national) security (service|"
     r"committee|agency)|security service|secret (service|police)|protective service|"
     r"counterintelligence|investigat", "security", Sector.SPY),
    (r"intelligence|spy|espionage|reconnaissance", "intelligence", Sector.SPY),
    (r"security council|defen[cs]e council", "security-council", Sector.GOV),
    (r"ministry|ministerial department", "other-ministry", Sector.GOV),
    (r"general staff|joint chiefs", "general-staff", Sector.MIL),
    (r"coast ?guard", "coast-guard", Sector.MIL),
    (r"armed forces|defen[cs]e forces?$|military$", "armed-forces", Sector.MIL),
    (r"army|navy|air force|naval|ground forces|marines?|national guard|missile forces?|"
     r"regiment|brigade|corps|troops|fleet|aerospace forces", "military-branch", Sector.MIL),
    (r"police|gendarmerie|border (guard|service)|law enforcement", "police", Sector.COP),
    (r"central bank|reserve bank|federal reserve|national bank|(people s )?bank of", "central-bank",
     Sector.GOV),
    (r"prosecut|procurator|attorney general", "prosecutor", Sector.JUD),
    (r"court|tribunal", "court", Sector.JUD),
    (r"senate|house of|chamber of (deputies|representatives)|lower house|upper house|bundesrat|"
     r"federation council|state duma|lok sabha|rajya sabha", "chamber", Sector.LEG),
    (r"parliament|assembly|legislat|congress|knesset|majlis|supreme soviet|national diet",
     "parliament", Sector.LEG),
    (r"(aero)?space (research |exploration )?(agency|centre|center|organi[sz]ation|"
     r"administration)", "space-agency", Sector.GOV),
    (r"nuclear|atomic", "nuclear-agency", Sector.GOV),
    (r"news agency|press agency|broadcast\w*|television", "news-agency", Sector.JRN),
    (r"government", "executive-office", Sector.GOV),
    (r"department|agency|administration|authority|commission|committee|council|service|bureau|"
     r"directorate|office", "other-ministry", Sector.GOV),
)  # fmt: skip
_GROUPS: tuple[tuple[str, Sector], ...] = (
    (r"party|movement for democracy|democratic front|coalition", Sector.PTY),
    (
        r"liberation (army|front)|brigades?|militia|insurgen\w+|rebels?|guerrilla|resistance|"
        r"jihad|mujahid\w+|people s army",
        Sector.REB,
    ),
    (r"cartel|mafia|gang", Sector.CRM),
    (r"opposition", Sector.OPP),
)
_AGENCY_RULES = tuple((re.compile(rf"\b(?:{w})"), kind, sector) for w, kind, sector in _AGENCIES)
_GROUP_RULES = tuple((re.compile(rf"\b(?:{words})\b"), sector) for words, sector in _GROUPS)
# Sectors whose bodies are groups, those of organs of a state, and those without a country.
GROUP_SECTORS = frozenset(
    {Sector.REB, Sector.PRM, Sector.OPP, Sector.PTY, Sector.CRM, Sector.UAF, Sector.IMG, Sector.ISM}
)
STATE_SECTORS = frozenset({Sector.GOV, Sector.MIL, Sector.SPY, Sector.COP, Sector.LEG, Sector.JUD})
WORLD_SECTORS = frozenset({Sector.IGO, Sector.NGO})


@dataclass(frozen=True, slots=True)
class BodyKind:
    """A kind of ``agencies.csv`` and its sector; no kind for a group."""

    kind: str
    sector: Sector


def agency_kind(name: str) -> BodyKind | None:
    """What kind of organ of a state ``name`` says; ``None`` where it says none.

    >>> agency_kind("Ministry of Foreign Affairs of Ruritania").kind
    'foreign-ministry'
    """
    text = " ".join(Words(name).lower)
    for rule, kind, sector in _AGENCY_RULES:
        if rule.search(text):
            return BodyKind(kind, sector)
    return None


def group_sector(name: str) -> Sector | None:
    """The sector of the group that ``name`` says; ``None`` where it says none."""
    text = " ".join(Words(name).lower)
    return next((sector for rule, sector in _GROUP_RULES if rule.search(text)), None)
