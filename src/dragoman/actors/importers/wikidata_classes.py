"""Which classes of Wikidata are bodies that act in the news, and what kind each is."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.actors.importers.shelf import Shelf
from dragoman.records import Sector


@dataclass(frozen=True, slots=True)
class BodyClass:
    """What the members of a class are: the table they go to, the kind and sector there."""

    table: str  # organisation, group or agency
    kind: str
    sector: Sector


HUMAN = "Q5"
POSITIONS = frozenset({"Q4164871", "Q294414"})  # position; public office
# Roots: what is under one of them, by "subclass of", is of its kind; the first that fits.
ROOTS = {
    "Q15925165": BodyClass("organisation", "igo", Sector.IGO),  # UN specialised agency
    "Q245065": BodyClass("organisation", "igo", Sector.IGO),  # intergovernmental organisation
    "Q1127126": BodyClass("organisation", "bloc", Sector.IGO),  # military alliance
    "Q484652": BodyClass("organisation", "igo", Sector.IGO),  # international organisation
    "Q47913": BodyClass("agency", "intelligence", Sector.SPY),  # intelligence agency
    "Q772547": BodyClass("agency", "armed-forces", Sector.MIL),  # armed forces
    "Q748720": BodyClass("agency", "military-branch", Sector.MIL),  # armed forces branch
    "Q37726": BodyClass("agency", "military-branch", Sector.MIL),  # army
    "Q4508": BodyClass("agency", "military-branch", Sector.MIL),  # navy
    "Q11223": BodyClass("agency", "military-branch", Sector.MIL),  # air force
    "Q11204": BodyClass("agency", "parliament", Sector.LEG),  # legislature
    "Q35749": BodyClass("agency", "parliament", Sector.LEG),  # parliament
    "Q66344": BodyClass("agency", "central-bank", Sector.GOV),  # central bank
    "Q192350": BodyClass("agency", "other-ministry", Sector.GOV),  # ministry
    "Q732717": BodyClass("agency", "police", Sector.COP),  # law enforcement agency
    "Q192283": BodyClass("agency", "news-agency", Sector.JRN),  # news agency
    "Q7278": BodyClass("group", "", Sector.PTY),  # political party
    "Q17127659": BodyClass("group", "", Sector.REB),  # terrorist organisation
    "Q17149090": BodyClass("group", "", Sector.REB),  # armed organisation
    "Q79913": BodyClass("organisation", "ngo", Sector.NGO),  # non-governmental organisation
    "Q327333": BodyClass("agency", "", Sector.GOV),  # government agency
    "Q2659904": BodyClass("agency", "", Sector.GOV),  # government organisation
}
_RANK = {root: rank for rank, root in enumerate(ROOTS)}


class Classes:
    """The classes under the roots, as far as the "subclass of" links that were read tell."""

    def __init__(self, shelf: Shelf) -> None:
        self._root: dict[str, str] = {}
        # The first root that is reached keeps a class: roots in order, each to its full depth.
        for root in ROOTS:
            waiting = [root]
            while waiting:
                found = waiting.pop()
                if found in self._root or (found in ROOTS and found != root):
                    continue
                self._root[found] = root
                waiting += shelf.get("subclass", found)

    def of(self, class_ids: list[str]) -> BodyClass | None:
        """What an entity of these classes is; ``None`` where it is no body of the news."""
        roots = [self._root[c] for c in class_ids if c in self._root]
        return ROOTS[min(roots, key=lambda root: _RANK[root])] if roots else None
