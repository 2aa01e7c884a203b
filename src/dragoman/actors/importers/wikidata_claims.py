"""What the parts of a Wikidata entity say: labels, statements, dates, qualifiers.

The layout is that of the entity dumps (wikiba.se, "Wikibase JSON data model"). Every function
takes what may be malformed and gives nothing for it: one odd statement spoils no entity.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from dragoman.actors.importers.items import clean_all

_YEAR, _MONTH, _DAY = 9, 10, 11  # precisions of Wikidata's times
# In order: English, and the label that is the same in many languages.
_ENGLISH = ("en", "mul", "en-gb", "en-us")


def label(entity: Mapping[str, Any]) -> str:
    """The English label; empty where there is none."""
    labels = _dict(entity.get("labels"))
    for language in _ENGLISH:
        text = _dict(labels.get(language)).get("value")
        if isinstance(text, str) and text.strip():
            return (clean_all([text]) or ("",))[0]
    return ""


def label_in(entity: Mapping[str, Any], language: str) -> str:
    """The label in one language; empty where there is none."""
    text = _dict(_dict(entity.get("labels")).get(language)).get("value")
    return (clean_all([text]) or ("",))[0] if isinstance(text, str) else ""


def aliases(entity: Mapping[str, Any]) -> tuple[str, ...]:
    """The English aliases."""
    found = _dict(entity.get("aliases"))
    texts = [
        _dict(alias).get("value") for language in _ENGLISH for alias in _list(found.get(language))
    ]
    return clean_all([text for text in texts if isinstance(text, str)])


def statements(entity: Mapping[str, Any], prop: str) -> Iterator[Mapping[str, Any]]:
    """The statements of one property; deprecated ones are left out."""
    for statement in _list(_dict(entity.get("claims")).get(prop)):
        if isinstance(statement, dict) and statement.get("rank") != "deprecated":
            yield statement


def item_ids(entity: Mapping[str, Any], prop: str) -> list[str]:
    """The ids of the items that the statements of a property name."""
    found = (item_of(s.get("mainsnak")) for s in statements(entity, prop))
    return [id_ for id_ in found if id_]


def texts(entity: Mapping[str, Any], prop: str) -> tuple[str, ...]:
    """The texts of a property whose values are texts, in one language or none."""
    values = []
    for statement in statements(entity, prop):
        value = _value(statement.get("mainsnak"))
        text = value.get("text") if isinstance(value, dict) else value
        if isinstance(text, str):
            values.append(text)
    return clean_all(values)


def date_of_statement(entity: Mapping[str, Any], prop: str) -> str:
    """The first date of a property, as the catalogue writes it; empty where there is none."""
    dates = (time_of(s.get("mainsnak")) for s in statements(entity, prop))
    return next((date for date in dates if date), "")


def qualifier_date(statement: Mapping[str, Any], prop: str) -> str:
    """The date of a qualifier; empty where there is none."""
    snaks = _list(_dict(statement.get("qualifiers")).get(prop))
    return next((date for snak in snaks if (date := time_of(snak))), "")


def qualifier_item(statement: Mapping[str, Any], prop: str) -> str:
    """The item of a qualifier; empty where there is none."""
    snaks = _list(_dict(statement.get("qualifiers")).get(prop))
    return next((id_ for snak in snaks if (id_ := item_of(snak))), "")


def item_of(snak: Any) -> str:
    """The id of the item that a snak holds; empty for any other value."""
    value = _value(snak)
    id_ = value.get("id") if isinstance(value, dict) else None
    return id_ if isinstance(id_, str) else ""


def time_of(snak: Any) -> str:
    """The date of a snak as precise as it is: YYYY, YYYY-MM or YYYY-MM-DD.

    Empty for dates of the Julian calendar, before the year 1, or less precise than a year.

    >>> time_of({"snaktype": "value", "datavalue": {"value": {
    ...     "time": "+2004-03-09T00:00:00Z", "precision": 10}}})
    '2004-03'
    """
    value = _value(snak)
    if not isinstance(value, dict):
        return ""
    time, precision = value.get("time"), value.get("precision")
    calendar = value.get("calendarmodel")
    if isinstance(calendar, str) and calendar.endswith("Q1985786"):
        return ""
    if not isinstance(time, str) or not isinstance(precision, int) or not time.startswith("+"):
        return ""
    length = {_YEAR: 4, _MONTH: 7, _DAY: 10}.get(min(precision, _DAY), 0)
    return time[1 : 1 + length]


def _value(snak: Any) -> Any:
    if not isinstance(snak, dict) or snak.get("snaktype", "value") != "value":
        return None
    return _dict(snak.get("datavalue")).get("value")


def _dict(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []
