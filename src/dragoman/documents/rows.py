"""From one record of a corpus, a JSON object or a table's row, to a draft."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from dragoman.documents.draft import Draft
from dragoman.errors import InputError
from dragoman.records import ProblemKind

_SHOWN_NAMES = 20
_SHOWN_CHARACTERS = 40


def row_draft(row: Mapping[str, Any], names: Mapping[str, str], *, location: str) -> Draft:
    """The draft of ``row``, whose parts stand under ``names`` (role to column).

    Raises ``InputError`` (malformed) when it has no text, or one that is not words.
    """
    if not has(row, names.get("text")):
        raise missing("text", row, location=location, given=names.get("text"))
    values = {role: _scalar(reach(row, name)) for role, name in names.items() if role != "text"}
    date = values.get("date", "")
    return Draft(
        location=location,
        text=_prose(reach(row, names["text"]), name=names["text"], location=location),
        title=values.get("title", ""),
        outlet=values.get("outlet", ""),
        url=values.get("url", ""),
        language=values.get("language", ""),
        date=date,
        date_source=f"column {names['date']}" if date else "",
    )


def has(row: Mapping[str, Any], name: str | None) -> bool:
    """Whether ``row`` has something under ``name``, be it null or empty."""
    return name is not None and (name in row or reach(row, name) is not None)


def reach(row: Mapping[str, Any], name: str) -> Any:
    """The value under ``name``, or under the path that it spells: ``source.name``.

    >>> reach({"source": {"name": "Harbour Post"}}, "source.name")
    'Harbour Post'
    """
    if name in row:
        return row[name]
    value: Any = row
    for part in name.split("."):
        if not isinstance(value, Mapping) or part not in value:
            return None
        value = value[part]
    return value


def missing(
    role: str, names: Iterable[str], *, location: str, given: str | None = None
) -> InputError:
    """The error for a column that is not there: which there are, and how to name it."""
    wanted = f"no column {given!r}" if given else f"no column was found for the {role}"
    remedy = f"name it with --column {role}=NAME"
    if role == "date":
        remedy += ", or give one date for all with --date YYYY-MM-DD"
    return InputError(
        ProblemKind.NO_DATE if role == "date" and not given else ProblemKind.MALFORMED,
        location,
        f"{wanted}; found are {_listed(names)}; {remedy}",
    )


def _listed(names: Iterable[str]) -> str:
    listed = list(names)
    shown = ", ".join(repr(name[:_SHOWN_CHARACTERS]) for name in listed[:_SHOWN_NAMES])
    more = len(listed) - _SHOWN_NAMES
    return (shown or "none") + (f" and {more} more" if more > 0 else "")


def _prose(value: Any, *, name: str, location: str) -> str:
    """A text as it is, null as no text, a list of paragraphs with empty lines between."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        return "\n\n".join(value)
    raise InputError(
        ProblemKind.MALFORMED,
        location,
        f"the text in {name!r} is of type {type(value).__name__}; a string, or a list of "
        "paragraphs, was expected",
    )


def _scalar(value: Any) -> str:
    """A string or number as a string; of anything else nothing."""
    return str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""
