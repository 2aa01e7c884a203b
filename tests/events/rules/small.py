"""A resolver of a dozen names, so that the rules are tested apart from the catalogue."""

import datetime as dt
import re

from dragoman.events.rules import RulesCoder
from dragoman.records import Actor, Document, Mention, MentionKind, Sector, Span

_STATES = {
    "RUS": ("Russia", "Moscow", "the Kremlin", "Russian"),
    "PRK": ("North Korea", "Pyongyang", "DPRK", "North Korean", "Kim Jong Un"),
    "KOR": ("South Korea", "Seoul", "South Korean"),
    "UKR": ("Ukraine", "Kyiv", "Ukrainian"),
    "USA": ("United States", "Washington", "American", "U.S."),
    "CHN": ("China", "Beijing", "Chinese"),
    "JPN": ("Japan", "Tokyo", "Japanese"),
}
_DEMONYMS = frozenset(
    ["Russian", "North Korean", "South Korean", "Ukrainian", "American", "Chinese", "Japanese"]
)
_PEOPLE = {
    "RUS": ("Lavrov", "Vladimir Putin", "Putin", "Sergei Naryshkin", "Naryshkin"),
    "PRK": ("Ri Chang Dae", "Choe Son Hui"),
    "KOR": ("Yoon Suk Yeol",),
}  # fmt: skip


def _names():
    for country, names in _STATES.items():
        for name in names:
            kind = MentionKind.DEMONYM if name in _DEMONYMS else MentionKind.NAME
            yield name, Actor(name, country=country, sector=Sector.GOV), kind
    for country, names in _PEOPLE.items():
        for name in names:
            yield name, Actor(name, country=country, person=name), MentionKind.PERSON


class SmallResolver:
    """Finds the names above, the longest first."""

    version = "small"

    def __init__(self):
        self._table = {name: (actor, kind) for name, actor, kind in _names()}
        names = sorted(self._table, key=len, reverse=True)
        self._pattern = re.compile("|".join(rf"(?<!\w){re.escape(n)}(?!\w)" for n in names))

    def resolve(self, document, sentences):
        found = []
        for match in self._pattern.finditer(document.text):
            actor, kind = self._table[match.group()]
            found.append(Mention(Span(*match.span()), kind, actor, 1.0, "test table"))
        return tuple(found)


CODER = RulesCoder(SmallResolver())


def code(text, date=dt.date(2024, 3, 30)):
    """The events of ``text``."""
    return CODER.code(Document(text=text, date=date)).events


def told(text):
    """Each event of ``text`` as "SOURCE>TARGET TYPE mode status @source"."""
    out = []
    for e in code(text):
        mode = f" {e.mode}" if e.mode else ""
        said = ""
        if e.attribution:
            said = " @" + " > ".join(link.where.of(text) for link in e.attribution.links)
        sides = f"{'+'.join(e.source_codes) or '-'}>{'+'.join(e.target_codes) or '-'}"
        out.append(f"{sides} {e.type}{mode} {e.status}{said}")
    return out
