"""What stands at the head of a text file: front matter, or a date on the first line."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.documents.fields import resolve
from dragoman.errors import InputError
from dragoman.records import ProblemKind

_FENCE = "---"
_ENDS = ("---", "...")
_KEY_VALUE = re.compile(r"([A-Za-z][\w -]{0,39}?)\s*:\s*(.*)")
_TIME = r"(?:[ T]\d{2}:\d{2}\S*)?"
_FIRST_LINE_DAY = re.compile(
    rf"date\b\s*:?\s*(\d{{4}}-\d{{1,2}}-\d{{1,2}}){_TIME}(?!\w)[ .,;:–—-]*",
    re.IGNORECASE | re.ASCII,
)
_FIRST_LINE_DATE = re.compile(r"date[ ]*:[ ]*([^\n]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Head:
    """The fields found at the head (by role: date, title, …), and the text after it."""

    fields: dict[str, str]
    body: str
    date_source: str = ""


def split_head(text: str, *, location: str) -> Head:
    """Part the head of ``text``, which is in normal form, from its body.

    Front matter is a block of ``key: value`` lines between two lines ``---``. Without a date
    there, the text may begin with ``date 2024-03-30`` (what follows on the line is text), or
    with a line ``Date: 30 March 2024``.

    Raises ``InputError`` (malformed) when front matter begins and does not end.
    """
    fields, body = _front_matter(text, location=location)
    if fields.get("date"):
        return Head(fields, body, "front matter")
    body = body.lstrip()
    match = _FIRST_LINE_DAY.match(body) or _FIRST_LINE_DATE.match(body)
    if match is None:
        return Head(fields, body)
    return Head(fields | {"date": match[1]}, body[match.end() :], "first line")


def _front_matter(text: str, *, location: str) -> tuple[dict[str, str], str]:
    """The fields of front matter and the text after it; none where the block has no known key.

    So a text that begins with a rule across the page loses nothing.
    """
    lines = text.split("\n")
    if lines[0] != _FENCE:
        return {}, text
    end = next((i for i, line in enumerate(lines) if i and line in _ENDS), None)
    fields = _fields(lines[1 : end or _first_empty(lines)])
    if not fields:
        return {}, text
    if end is None:
        raise InputError(
            ProblemKind.MALFORMED,
            location,
            "front matter begins with a line '---' and never ends; close it with another",
        )
    return fields, "\n".join(lines[end + 1 :])


def _first_empty(lines: list[str]) -> int:
    return next((i for i, line in enumerate(lines) if not line), len(lines))


def _fields(lines: list[str]) -> dict[str, str]:
    """The values of the known keys, by role. Lists, comments and other keys are left out."""
    found: dict[str, str] = {}
    for line in lines:
        if match := _KEY_VALUE.fullmatch(line):
            found.setdefault(match[1], _unquoted(match[2]))
    known = resolve(found, given={})
    return {role: found[name] for role, name in known.items() if role != "text"}


def _unquoted(value: str) -> str:
    value = value.strip()
    if len(value) >= 2 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    return value
