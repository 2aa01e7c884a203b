"""A possible match in words. It is a question to look into: no word here settles it."""

from __future__ import annotations

from typing import Any

from dragoman.sanctions.entry import ListVersion
from dragoman.sanctions.match import PossibleMatch
from dragoman.sanctions.programmes import ProgrammeNote
from dragoman.sanctions.roles import RoleAnswer


def describe(match: PossibleMatch) -> str:
    """One line: list, entry, score, listing on the day, and the role if it is another one."""
    return (
        f"possible match to {match.list_name} {match.entry.id} ({match.entry.name}), "
        f"score {match.score:.2f}, {_listing(match)}{_role(match)}"
    )


def explain(match: PossibleMatch) -> list[str]:
    """A line for each feature: what it adds to the sum, and why."""
    return [f"{r.adds:+.2f} {r.feature}: {r.text}" for r in match.reasons]


def as_row(match: PossibleMatch) -> dict[str, Any]:
    """The match as JSON can hold it, every number with its grounds."""
    entry = match.entry
    return {
        "asked": match.query.name,
        "list": match.list_name,
        "id": entry.id,
        "name": entry.name,
        "matched_name": match.name.text,
        "name_kind": match.name.kind.value,
        "kind": entry.kind.value,
        "score": match.score,
        "reasons": [
            {"feature": r.feature, "value": r.value, "adds": r.adds, "text": r.text}
            for r in match.reasons
        ],
        "role": {
            "answer": match.role.answer.value,
            "listed": match.role.listed,
            "ended": match.role.ended.isoformat() if match.role.ended else None,
            match.query.role_from: match.query.role,
        },
        "as_of": {
            "day": match.as_of.day.isoformat(),
            "listing": match.as_of.listing.value,
            "text": match.as_of.text,
        },
        "listed_on": entry.listed_on.isoformat() if entry.listed_on else None,
        "programmes": list(entry.programmes),
        "version": version_row(match.version),
        "place": entry.place,
        "text": describe(match),
    }


def version_row(version: ListVersion) -> dict[str, Any]:
    """The version as JSON can hold it."""
    return {
        "id": version.id,
        "list": version.list_name,
        "date": version.list_date.isoformat(),
        "date_source": version.date_source,
        "format": version.format.value,
        "entries": version.entries,
        "malformed": version.malformed,
        "stated_count": version.stated_count,
        "checksum": version.checksum,
        "source": version.source,
        "loaded_at": version.loaded_at.isoformat(),
        "licence": version.licence,
    }


def note_row(note: ProgrammeNote) -> dict[str, Any]:
    """The note as JSON can hold it."""
    return {
        "event": note.event.id,
        "programme": note.programme.id,
        "regime": note.programme.regime,
        "state": note.programme.state,
        "source": note.programme.source,
        "status": note.event.status.value,
        "because": list(note.because),
        "text": note.text,
    }


def _listing(match: PossibleMatch) -> str:
    text = match.as_of.text
    if text.startswith("unknown: "):
        return f"listed on {match.as_of.day}: {text}"
    return text


def _role(match: PossibleMatch) -> str:
    role = match.role
    query = match.query
    asked = f" ({query.role_from}: '{query.role}')" if query.role else ""
    if role.answer is RoleAnswer.OLDER:
        until = f", held until {role.ended}" if role.ended else ""
        return f", under an older role: '{role.listed}'{until}{asked}"
    if role.answer is RoleAnswer.DIFFERENT:
        return f", under another role: '{role.listed}'{asked}"
    if role.listed:
        return f", as '{role.listed}'"
    return ""
