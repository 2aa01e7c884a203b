"""The parties of SDN_ADVANCED.XML: names, features and the codes they are written in.

A party is kept as plain lists and dictionaries, because it waits on a shelf on disk for its
``SanctionsEntry``, which stands much further down in the file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from dragoman.sanctions.dates import Interval, interval_of, make_birth
from dragoman.sanctions.entry import BirthDate, EntryKind, ListName, NameKind
from dragoman.sanctions.loaders.items import RecordError
from dragoman.sanctions.xml_stream import (
    Element,
    children,
    descend,
    local_name,
    text_at,
)

# By set ("Country", "AliasType", …) and id, what a code means.
Codes = dict[str, dict[str, str]]

_SETS = (
    "AliasType", "AreaCode", "Country", "DetailReference", "FeatureType", "NamePartType",
    "PartySubType", "PartyType", "SanctionsType", "Script",
)  # fmt: skip
_KINDS = {
    "Individual": EntryKind.PERSON,
    "Entity": EntryKind.ENTITY,
    "Vessel": EntryKind.VESSEL,
    "Aircraft": EntryKind.AIRCRAFT,
}
_GIVEN = ("First Name", "Middle Name", "Patronymic", "Matronymic")


def no_codes() -> Codes:
    """The sets before anything was read."""
    return {name: {} for name in (*_SETS, "PartyTypeOf")}


def read_codes(element: Element) -> Codes:
    """What the codes mean. Raises ``RecordError`` when a whole set that is needed is missing."""
    found = no_codes()
    for values in element:
        for value in values:
            name, id = local_name(value), value.get("ID", "")
            if name in found:
                text = value.get("Description") if name == "AreaCode" else value.text
                found[name][id] = " ".join((text or value.get("ISO2") or "").split())
            if name == "PartySubType":
                found["PartyTypeOf"][id] = value.get("PartyTypeID", "")
    missing = [n for n in ("AliasType", "FeatureType", "PartySubType", "PartyType") if not found[n]]
    if missing:
        raise RecordError(f"ReferenceValueSets without {', '.join(missing)}")
    return found


def party_of(element: Element, codes: Codes) -> dict[str, Any]:
    """A party as plain data; raises ``RecordError`` where its kind or profile is not told."""
    profile = next(children(element, "Profile"), None)
    if profile is None:
        raise RecordError("a party without a profile")
    names = [name for identity in children(profile, "Identity") for name in _names(identity, codes)]
    features = list(children(profile, "Feature"))
    return {
        "id": profile.get("ID", ""),
        "kind": _kind(profile, codes),
        "names": names,
        "comment": text_at(element, "Comment"),
        "features": [pair for f in features for pair in _texts(f, codes)],
        "places": [
            [_label(f, codes), place.get("LocationID", "")]
            for f in features
            for place in descend(f, "FeatureVersion", "VersionLocation")
        ],
        "births": [
            birth for f in features if _label(f, codes) == "Birthdate" for birth in _births(f)
        ],
    }


def load_name(values: list[str]) -> ListName:
    """The name that ``party_of`` wrote down."""
    text, kind, language, note = values
    return ListName(text, NameKind(kind), language, note)


def load_birth(values: Mapping[str, Any]) -> BirthDate | None:
    """The birth that ``party_of`` wrote down, or ``None`` if its dates are none."""
    ends = [_whole(values["first"]), _whole(values["last"])]
    if ends[0] is None or ends[1] is None:
        return None
    # a whole year is written as from its first day to its last
    if ends[0][0] != ends[1][1]:
        year = interval_of(ends[0][0].year)
        if year and (year[0], year[1]) == (ends[0][0], ends[1][1]):
            return make_birth(year, approximate=values["about"], text=str(year[0].year))
    text = " to ".join(dict.fromkeys((ends[0][0].isoformat(), ends[1][1].isoformat())))
    return make_birth(ends[0], ends[1], approximate=values["about"], text=text)


def _whole(parts: list[str]) -> Interval | None:
    return interval_of(*parts) if len(parts) == 3 else None


def _kind(profile: Element, codes: Codes) -> EntryKind:
    subtype = profile.get("PartySubTypeID", "")
    name = codes["PartySubType"].get(subtype, "")
    if name in ("", "Unknown"):
        name = codes["PartyType"].get(codes["PartyTypeOf"].get(subtype, ""), "")
    if name not in _KINDS:
        raise RecordError(f"PartySubTypeID {subtype[:20]!r} is none of {', '.join(_KINDS)}")
    return _KINDS[name]


def _names(identity: Element, codes: Codes) -> Iterator[list[str]]:
    groups = {
        group.get("ID"): codes["NamePartType"].get(group.get("NamePartTypeID"), "")
        for group in descend(identity, "NamePartGroups", "MasterNamePartGroup", "NamePartGroup")
    }
    for alias in children(identity, "Alias"):
        type_ = codes["AliasType"].get(alias.get("AliasTypeID"), "")
        for name in children(alias, "DocumentedName"):
            parts: dict[str, list[str]] = {}
            script = ""
            for value in descend(name, "DocumentedNamePart", "NamePartValue"):
                label = groups.get(value.get("NamePartGroupID"), "")
                parts.setdefault(label, []).append(value.text or "")
                script = script or codes["Script"].get(value.get("ScriptID"), "")
            language = "" if script == "Latin" else script
            yield [_compose(parts), _name_kind(alias, type_, script), language, type_]


def _name_kind(alias: Element, type_: str, script: str) -> NameKind:
    if script not in ("", "Latin"):
        return NameKind.ORIGINAL
    if alias.get("LowQuality") == "true":
        return NameKind.WEAK
    is_main = alias.get("Primary") == "true" and type_ == "Name"
    return NameKind.PRIMARY if is_main else NameKind.STRONG


def _compose(parts: dict[str, list[str]]) -> str:
    """The name as OFAC's other files write it: "LAST, First"."""
    last = " ".join(parts.pop("Last Name", []))
    given = " ".join(word for label in _GIVEN for word in parts.pop(label, []))
    rest = " ".join(word for words in parts.values() for word in words)
    given = f"{given} {rest}".strip()
    return f"{last}, {given}" if last and given else last or given


def _label(feature: Element, codes: Codes) -> str:
    return codes["FeatureType"].get(feature.get("FeatureTypeID"), "").rstrip(": -")


def _texts(feature: Element, codes: Codes) -> Iterator[list[str]]:
    for detail in descend(feature, "FeatureVersion", "VersionDetail"):
        reference = codes["DetailReference"].get(detail.get("DetailReferenceID"), "")
        text = " ".join((detail.text or "").split()) or reference
        yield [_label(feature, codes), text]


def _births(feature: Element) -> Iterator[dict[str, Any]]:
    for period in descend(feature, "FeatureVersion", "DatePeriod"):
        starts, ends = list(children(period, "Start")), list(children(period, "End"))
        if starts and ends:
            yield {
                "first": [text_at(starts[0], "From", part) for part in ("Year", "Month", "Day")],
                "last": [text_at(ends[0], "To", part) for part in ("Year", "Month", "Day")],
                "about": starts[0].get("Approximate") == "true",
            }
