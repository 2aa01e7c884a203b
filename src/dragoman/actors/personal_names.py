"""How people's names are built: which part stands for the person alone."""

from __future__ import annotations

from collections.abc import Collection, Iterator

_SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "vi", "vii", "viii", "v", "x"})
# After these the last word alone is somebody else's name ("bin Salman").
_BOUND = frozenset({"bin", "bint", "ibn", "ben", "ould", "abdul", "abdel", "abd", "abu"})


def family_names(
    name: str,
    *,
    family_name_first: bool = False,
    two_family_names: bool = False,
    particles: Collection[str] = (),
) -> Iterator[str]:
    """The forms by which news calls a person after the full name was given; longest first.

    Nothing where the name is one word.

    >>> list(family_names("Xi Jinping", family_name_first=True))
    ['Xi']
    >>> list(family_names("Ursula von der Leyen", particles={"von", "der"}))
    ['von der Leyen', 'Leyen']
    """
    parts = name.replace("(", " ").replace(")", " ").split()
    while len(parts) > 1 and parts[-1].lower() in _SUFFIXES:
        parts.pop()
    if len(parts) < 2:
        return
    if family_name_first:
        yield parts[0]
        return
    start = len(parts) - 1
    while start > 1 and parts[start - 1].lower() in particles:
        start -= 1
    if start < len(parts) - 1:
        yield " ".join(parts[start:])
    elif two_family_names and len(parts) > 2:
        yield " ".join(parts[-2:])
    if parts[-2].lower() in _BOUND:
        return
    yield parts[-1]
    article, hyphen, rest = parts[-1].partition("-")
    if hyphen and article.lower() in {"al", "el", "ad", "as", "ash"} and rest[:1].isupper():
        yield rest


def given_name(name: str) -> str:
    """The first word of a name; empty where the name is one word.

    >>> given_name("Abiy Ahmed")
    'Abiy'
    """
    parts = name.split()
    return parts[0] if len(parts) > 1 else ""
