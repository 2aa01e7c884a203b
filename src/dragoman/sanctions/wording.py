"""A possible match in words. It is a question to look into: no word here settles it."""

from __future__ import annotations

from dragoman.sanctions.match import PossibleMatch
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


def _listing(match: PossibleMatch) -> str:
    text = match.as_of.text
    if text.startswith("unknown: "):
        return f"listed on {match.as_of.day}: {text}"
    return text


def _role(match: PossibleMatch) -> str:
    role = match.role
    asked = f" (text: '{match.query.role}')" if match.query.role else ""
    if role.answer is RoleAnswer.OLDER:
        until = f", held until {role.ended}" if role.ended else ""
        return f", under an older role: '{role.listed}'{until}{asked}"
    if role.answer is RoleAnswer.DIFFERENT:
        return f", under another role: '{role.listed}'{asked}"
    if role.listed:
        return f", as '{role.listed}'"
    return ""
