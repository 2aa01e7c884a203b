"""From a name in the text to the entry of the catalogue that it means here."""

from __future__ import annotations

from dragoman.actors.ambiguity import is_other
from dragoman.actors.catalogue import Agency, Organisation
from dragoman.actors.matcher import Found
from dragoman.actors.phrases import Phrase
from dragoman.actors.scene import Scene
from dragoman.actors.specials import special_phrase
from dragoman.records import MentionKind, Sector

# How sure a name alone is; set by hand, not calibrated.
_NAME = 0.97
_ONE_OF_SEVERAL = 0.8  # dates or the other names of the text had to decide
_SHARED = 0.7  # an acronym that other bodies bear, read by the country of the text
# Which reading of a spelling goes first.
_ORDER = "wngboctarpf"
_HOUSE_KINDS = frozenset({"executive-office"})


def identify(
    scene: Scene, found: Found, sentence: tuple[int, int], *, followed_by_name: bool
) -> Phrase | None:
    """The phrase of one name; ``None`` where it is no actor here."""
    first, last, refs = found
    if len(refs) == 1 and scene.words.lower[first] not in scene.lexicon.unsure:
        known = scene.readings.get(refs[0])
        if known is not None:
            again = Phrase(first, last, known.role)
            again.__dict__.update(known.__dict__, first=first, last=last)
            return again
    ids: tuple[str, ...]
    if len(refs) == 1:
        role, ids = refs[0][0], (refs[0][2:],)
    else:
        role = min((r[0] for r in refs), key=_ORDER.find)
        if role == "t" and _is_shared_body(scene, refs):
            role = "a"
        elif role == "g" and _is_no_longer_a_body(scene, refs):
            role = "r"
        ids = tuple(dict.fromkeys(r[2:] for r in refs if r[0] == role))
    if role in "ndc":
        phrase = _state(scene, found, role, ids, sentence, followed_by_name)
        if phrase is not None and len(refs) == 1:
            kept = Phrase(first, last, role)
            kept.__dict__.update(phrase.__dict__)
            scene.readings[refs[0]] = kept
    elif role == "b":
        phrase = _house(scene, found, ids, sentence)
    elif role in "ga":
        phrase = _agency(scene, found, role, ids)
    elif role == "o":
        phrase = _organisation(scene, found, ids[0])
    elif role == "r":
        phrase = _group(scene, found, ids[0])
    elif role == "t":
        phrase = Phrase(first, last, "t", MentionKind.OFFICE, title=scene.index.title(ids[0]))
    elif role == "w":
        phrase = special_phrase(scene, found, ids[0])
    else:
        if _is_thing_named_after(scene, last, sentence[1]):
            return None
        people = tuple(scene.index.person(i) for i in ids)
        phrase = Phrase(first, last, role, MentionKind.PERSON, candidates=people)
    return phrase


def _is_thing_named_after(scene: Scene, last: int, end: int) -> bool:
    """Of "Hamid Karzai International Airport": whether the person only gave the name."""
    words = scene.words
    return (
        last < end
        and words.spaced(last)
        and words.cased[last][0].isupper()
        and words.lower[last] in scene.lexicon.named_after
    )


def _is_no_longer_a_body(scene: Scene, refs: list[str]) -> bool:
    """Whether a name is an armed group's that was a state's force at other times."""
    agencies = [scene.index.agency(r[2:]) for r in refs if r[0] == "g"]
    is_group = any(r[0] == "r" for r in refs)
    return is_group and not any(a.period.covers(scene.day) for a in agencies)


def _is_shared_body(scene: Scene, refs: list[str]) -> bool:
    """Whether a title in capitals is a body of a country that the text names."""
    countries = {r[2:].partition("-")[0] for r in refs if r[0] == "a"}
    return any(c in scene.states_named for c in countries)


def _state(
    scene: Scene,
    found: Found,
    role: str,
    ids: tuple[str, ...],
    sentence: tuple[int, int],
    followed_by_name: bool,
) -> Phrase | None:
    first, last, _ = found
    word = scene.words.lower[first]
    state = scene.state(ids, word)
    if state is None:
        return None
    if role == "c" and not state.iso2 and not state.period.covers(scene.day):
        return None  # a town that was the capital of a state long gone
    if is_other(
        scene,
        first,
        last,
        sentence=sentence,
        followed_by_name=followed_by_name,
        state=state.id,
    ):
        return None
    kind, reason = {
        "n": (MentionKind.NAME, "name of state"),
        "d": (MentionKind.DEMONYM, "demonym of"),
        "c": (MentionKind.METONYM, "capital of"),
    }[role]
    if role != "n":
        reason = f"{reason} {state.name}"
    if len(ids) > 1:
        reason += ", chosen by date and context"
    score = _NAME if len(ids) == 1 else _ONE_OF_SEVERAL
    return Phrase(
        first,
        last,
        role,
        kind,
        name=state.name,
        country=state.id,
        sector=Sector.GOV,
        score=score,
        reason=reason,
    )


def _house(
    scene: Scene, found: Found, ids: tuple[str, ...], sentence: tuple[int, int]
) -> Phrase | None:
    first, last, _ = found
    state = scene.state(ids, scene.words.lower[first])
    if state is None:
        return None
    if is_other(scene, first, last, sentence=sentence, followed_by_name=True, state=state.id):
        return None
    return Phrase(
        first,
        last,
        "b",
        MentionKind.METONYM,
        name=state.name,
        country=state.id,
        sector=Sector.GOV,
        score=_NAME,
        reason=f"seat of the government of {state.name}",
    )


def _agency(scene: Scene, found: Found, role: str, ids: tuple[str, ...]) -> Phrase | None:
    agencies = [scene.index.agency(i) for i in ids]
    agency = choose_agency(scene, agencies)
    if agency is None:
        return None
    phrase = Phrase(found.first, found.last, role)
    set_agency(phrase, agency)
    phrase.score = _NAME
    phrase.reason = f"name of {agency.name}"
    if role == "a":
        named = agency.country in scene.states_named
        phrase.is_open = not named
        phrase.score = _SHARED if named else 0.0
        phrase.reason += f", as the text names {agency.country}"
    if agency.kind in _HOUSE_KINDS and found.last - found.first <= 2:
        phrase.kind = MentionKind.METONYM
    phrase.refs = ids
    return phrase


def set_agency(phrase: Phrase, agency: Agency) -> None:
    """Makes ``phrase`` name ``agency``."""
    phrase.name, phrase.country = agency.name, agency.country
    phrase.org, phrase.sector = agency.id, agency.sector


def choose_agency(
    scene: Scene, agencies: list[Agency], country: str | None = None
) -> Agency | None:
    """Of agencies with one spelling the one meant: in force on the day, its country named."""
    if country is not None:
        agencies = [a for a in agencies if a.country == country]
    if len(agencies) < 2:
        return agencies[0] if agencies else None
    alive = [a for a in agencies if a.period.covers(scene.day)] or agencies
    named = [a for a in alive if a.country in scene.states_named]
    if len({a.country for a in named}) > 1:
        # The country that the text names first: it is mostly the one the text is about.
        named.sort(key=lambda a: scene.states_named[a.country])
    return (named or alive)[0]


def _organisation(scene: Scene, found: Found, organisation_id: str) -> Phrase:
    entry = scene.index.organisation(organisation_id)
    return Phrase(
        found.first,
        found.last,
        "o",
        name=entry.name,
        org=organisation_code(entry),
        catalogue_id=entry.id,
        sector=entry.sector,
        score=_NAME,
        reason=f"name of {entry.name}",
    )


def organisation_code(entry: Organisation) -> str:
    """What an organisation counts as: an organ named after its parent ("EU-COM") as the parent."""
    is_organ = entry.parent and entry.id.startswith(f"{entry.parent}-")
    return entry.parent if is_organ else entry.id


def _group(scene: Scene, found: Found, group_id: str) -> Phrase:
    entry = scene.index.group(group_id)
    return Phrase(
        found.first,
        found.last,
        "r",
        name=entry.name,
        country=entry.countries[0] if entry.countries else None,
        org=entry.id,
        sector=entry.sector,
        score=_NAME,
        reason=f"name of {entry.name}",
    )
