"""Codes of CAMEO actor dictionaries: a country of three letters, then agents of three each."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from dragoman.actors.period import Period
from dragoman.records import Sector

# Country codes of CAMEO that are not those of ISO 3166 (CAMEO manual, chapter 4, and older
# dictionaries); what stands for no one country is left out.
_COUNTRIES = {
    "ROM": "ROU", "ZAR": "COD", "TMP": "TLS", "BUR": "MMR", "WSB": "PSE", "GZS": "PSE",
    "PAL": "PSE", "KOS": "XKX", "KSV": "XKX", "UNK": "", "USR": "SUN", "SOV": "SUN",
    "GME": "DDR", "GMW": "DEU", "ROC": "TWN", "IVO": "CIV", "DRC": "COD", "BHU": "BTN",
}  # fmt: skip
# Agents of CAMEO and of PLOVER as PLOVER's sectors. MED is the press in CAMEO.
_AGENTS = {
    "GOV": Sector.GOV, "MIL": Sector.MIL, "SPY": Sector.SPY, "COP": Sector.COP,
    "LEG": Sector.LEG, "JUD": Sector.JUD, "OPP": Sector.OPP, "PTY": Sector.PTY,
    "REB": Sector.REB, "INS": Sector.REB, "SEP": Sector.REB, "UAF": Sector.UAF,
    "PRM": Sector.PRM, "RAD": Sector.OPP, "MOD": Sector.OPP, "CVL": Sector.CVL,
    "BUS": Sector.BUS, "MNC": Sector.MNC, "EDU": Sector.EDU, "HLH": Sector.MED,
    "MED": Sector.JRN, "JRN": Sector.JRN, "LAB": Sector.LAB, "AGR": Sector.AGR,
    "REF": Sector.REF, "REL": Sector.REL, "CRM": Sector.CRM, "NGO": Sector.NGO,
    "NGM": Sector.NGO, "IGO": Sector.IGO, "IMG": Sector.IMG, "DEV": Sector.SOC,
    "ENV": Sector.SOC, "HRI": Sector.SOC, "SOC": Sector.SOC, "SET": Sector.CVL,
    "ELI": Sector.UNK, "ELITE": Sector.UNK,
}  # fmt: skip
ELITE = "ELI"  # somebody of note, in no office at the time
_NOBODY = frozenset({"---", "###", "+++"})
_RESTRICTED = re.compile(r"\[\s*([^\s<>\]]+)?\s*([^\]]*)\]")
_DATE = re.compile(r"\d{4}|\d{6}|\d{8}")
_LAST_OF_2000S = 30  # two digits up to 30 are of this century, as in KEDS and TABARI


@dataclass(frozen=True, slots=True)
class DatedCode:
    """A code and when it holds."""

    code: str
    period: Period


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a code says: the country if any, the sector, and whether it is an elite's."""

    country: str | None
    sector: Sector
    is_elite: bool = False

    @property
    def is_state(self) -> bool:
        """Whether the code is a country and nothing else."""
        return self.country is not None and self.sector is Sector.UNK and not self.is_elite


def parse_code(text: str) -> DatedCode:
    """The code of "[RUSGOV 000507-080507]", "[RUSELI >000101]", "[RUS]".

    Raises ``ValueError`` where there is none, or where its dates are none.
    """
    match = _RESTRICTED.fullmatch(text.strip())
    if match is None or not match[1]:
        raise ValueError(f"{text.strip()[:60]!r} found; a code such as [RUSGOV 000507-080507]")
    return DatedCode(match[1].upper(), _period(match[2].strip()))


def _period(text: str) -> Period:
    if not text:
        return Period()
    if text[0] in "<>":
        day = read_date(text[1:].strip())
        return Period("", day) if text[0] == "<" else Period(day, "")
    start, dash, end = (part.strip() for part in text.partition("-"))
    if not dash:
        raise ValueError(f"dates {text[:40]!r} found; <DATE, >DATE or DATE-DATE expected")
    return Period(read_date(start) if start else "", read_date(end) if end else "")


def read_date(text: str) -> str:
    """A date YYYY, YYMMDD or YYYYMMDD as the catalogue writes it.

    A day or month of 00 is left out. Raises ``ValueError`` for a date that is none.

    >>> read_date("990101"), read_date("20080507"), read_date("2008")
    ('1999-01-01', '2008-05-07', '2008')
    """
    if not _DATE.fullmatch(text):
        raise ValueError(f"date {text[:20]!r} found; YYYY, YYMMDD or YYYYMMDD expected")
    if len(text) == 6:
        text = f"{'20' if int(text[:2]) <= _LAST_OF_2000S else '19'}{text}"
    parts = [text[:4], text[4:6], text[6:8]]
    while parts[-1] in {"", "00"}:
        parts.pop()
    date = "-".join(parts)
    try:
        Period(date, "")
    except ValueError as error:
        message = f"date {text[:20]!r} found ({error}); a day of the calendar expected"
        raise ValueError(message) from None
    return date


def read_meaning(code: str, countries: Collection[str]) -> Meaning | None:
    """What a code says; ``None`` for one that stands for nobody, or that nothing explains.

    ``countries`` are the codes that the catalogue knows.
    """
    if code in _NOBODY:
        return None
    parts = [code[i : i + 3] for i in range(0, len(code), 3)]
    first = _COUNTRIES.get(parts[0], parts[0])
    country = first if first in countries else None
    agents = parts[1:] if country or parts[0] == "UNK" else parts
    known = [a for a in agents if a in _AGENTS]
    if not country and not known:
        return None
    # "PSEREBHMS": the first agent counts, what follows is a name or narrows it.
    sector = next((s for a in known if (s := _AGENTS[a]) is not Sector.UNK), Sector.UNK)
    is_elite = sector is Sector.UNK and ELITE in known
    if agents and not known:
        return None if not country else Meaning(country, Sector.UNK, is_elite=True)
    return Meaning(country, sector, is_elite)
