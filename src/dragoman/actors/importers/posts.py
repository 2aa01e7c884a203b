"""From the words for a post ("Minister of Foreign Affairs of Japan") to an office of a place."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.actors.catalogue import INTERNATIONAL, Agency, Organisation
from dragoman.actors.importers.items import clean
from dragoman.actors.importers.known import Known
from dragoman.actors.merge import name_key
from dragoman.actors.words import title_key

_HOLDER_OF_MANY = re.compile(
    r"\b(member|senator|representative|ambassador|consul|mayor|governor|councillor|councilor|judge|"
    r"candidate|adviser|advisor|envoy|delegate|diplomat|deputy|vice|assistant|"
    r"former|honorary|shadow|without portfolio|parliamentary secretary|under ?secretary)\b"
)
_MINISTER = re.compile(r"(?:minister|secretary) (?:of state )?(?:of|for) (.+)|(.+) (?:minister)")
_HEAD_OF = re.compile(
    r"(?:director|director general|general director|head|chief|chair|chairman|chairwoman|"
    r"chairperson|president|governor|commander|commander in chief|secretary general|"
    r"general secretary|leader|speaker|commissioner|administrator|executive director|"
    r"high commissioner) (?:of |for )(.+)"
)
_HEADS = re.compile(
    r"\b(secretary general|director general|general secretary|president|chair\w*|head|chief|"
    r"leader|director|high commissioner|executive director|governor)\b"
)
# The office of who leads a kind of agency; True where the agency's own short form follows.
_OFFICE_OF_KIND = {
    "intelligence": ("intelligence-chief", True),
    "security": ("intelligence-chief", True),
    "armed-forces": ("military-chief", False),
    "military-branch": ("army-chief", True),
    "general-staff": ("chief-of-staff", False),
    "central-bank": ("central-bank-governor", False),
    "police": ("police-chief", False),
    "parliament": ("speaker", False),
    "chamber": ("speaker", True),
    "foreign-ministry": ("foreign-minister", False),
    "defence-ministry": ("defence-minister", False),
    "interior-ministry": ("interior-minister", False),
    "finance-ministry": ("finance-minister", False),
}


@dataclass(frozen=True, slots=True)
class Post:
    """An office of a place (a country, or ``INT``) and the titles that news calls it by."""

    place: str
    office: str
    titles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NoPost:
    """Why words are no office that the catalogue holds."""

    reason: str


def read_post(known: Known, label: str, country: str | None) -> Post | NoPost:
    """The office that ``label`` names; ``country`` is what the source says of it, if anything.

    The catalogue's own titles go first, then the words that ``titles.csv`` knows for offices,
    then "minister of X" and "head of BODY". Posts that many hold at a time are refused.
    """
    label = clean(label)
    world = known.office_of(INTERNATIONAL, label)
    if world is not None and (country is None or world.partition(":")[0] == country):
        return _post(known, INTERNATIONAL, world, label)
    body = _body_named(known, label, country)
    if isinstance(body, Organisation):
        return _post(known, INTERNATIONAL, f"{body.id}:chief", label)
    told, core = split_country(known, label)
    place = country or told
    if place is None:
        return NoPost("a post whose country is not told")
    if place not in known.codes:
        return NoPost("a post of a place that the catalogue lacks")
    office = known.office_of(place, label) or known.office_of(place, core)
    office = office or _of_title(known, core, place)
    if office is None and isinstance(body, Agency):
        office = _office_of_agency(body)
    if office is None and _HOLDER_OF_MANY.search(core):
        return NoPost("a post that many hold at a time, or a deputy's")
    office = office or _of_words(known, core)
    return _post(known, place, office, label) if office else NoPost("a post of no known kind")


def split_country(known: Known, label: str) -> tuple[str | None, str]:
    """The country that ``label`` names at an end, and the key of the words without it."""
    words = title_key(label).split()
    for size in range(min(6, len(words) - 1), 0, -1):
        tail = words[-size:]
        found = _state(known, " ".join(tail))
        if found and words[-size - 1] in {"of", "in"}:
            return found, " ".join(words[: -size - 1])
        head = _state(known, " ".join(words[:size]))
        if head:
            return head, " ".join(words[size:])
    return None, " ".join(words)


def _state(known: Known, text: str) -> str | None:
    if not known.names_state(text):
        return None
    owners = [owner for owner in known.owners(text) if owner in known.codes]
    return owners[0] if len(owners) == 1 else known.country(text)


def _post(known: Known, place: str, office: str, label: str) -> Post:
    return Post(place, office, known.titles_of(place, office) or (label,))


def _of_title(known: Known, core: str, place: str) -> str | None:
    title = known.titles.get(core)
    if title is None or title.kind != "office" or not title.offices:
        return None
    held = [office for office in title.offices if known.titles_of(place, office)]
    return (held or list(title.offices))[0]


def _body_named(known: Known, label: str, country: str | None) -> Agency | Organisation | None:
    """The body that a post is the head of ("Director of the SVR", "NATO Secretary General")."""
    key = title_key(label)
    match = _HEAD_OF.fullmatch(key)
    names = [match[1]] if match else []
    words = key.split()
    names += [" ".join(words[:n]) for n in range(len(words) - 1, 0, -1)
              if _HEADS.fullmatch(" ".join(words[n:]))]  # fmt: skip
    for name in names:
        if known.names_state(name):
            continue
        body = known.body([name], country if country in known.codes else None)
        if isinstance(body, Agency | Organisation):
            return body
    return None


def _office_of_agency(agency: Agency) -> str:
    base, is_named = _OFFICE_OF_KIND.get(agency.kind, ("chief", True))
    return f"{base}:{agency.short}" if is_named else base


def _of_words(known: Known, core: str) -> str | None:
    """The office of "minister of X" for a portfolio that no word list knows."""
    match = _MINISTER.fullmatch(core)
    if match is None:
        return None
    portfolio = name_key(match[1] or match[2])
    slug = re.sub(r"[^a-z0-9]+", "-", portfolio).strip("-")
    return f"{slug[:60]}-minister" if slug else None
