"""Who holds which office on a day, and what a person is on that day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dragoman.actors.catalogue import INTERNATIONAL, Agency, Term, Title
from dragoman.actors.index import CatalogueIndex, Person
from dragoman.records import Sector

_UNRANKED = 50
# Tags of titles that mean whoever leads an organisation.
_HEADS = frozenset({"org-head", "chief", "leader"})


@dataclass(frozen=True, slots=True)
class Standing:
    """What a person is on a day: sector, office if one is held, and how we know."""

    sector: Sector
    office: str | None
    org: str | None
    reason: str


class Offices:
    """The office-holders of the catalogue as of one day."""

    def __init__(self, index: CatalogueIndex, day: dt.date) -> None:
        self._index = index
        self._lexicon = index.lexicon
        self._day = day
        self._standing: dict[tuple[int, str], Standing] = {}
        self._holders: dict[tuple[str, str, tuple[str, ...]], tuple[Person, Term] | None] = {}

    def standing(self, person: Person, title: Title | None = None) -> Standing:
        """What ``person`` is on the day; an office that fits ``title`` goes first."""
        wanted = title.offices[0] if title and title.offices else ""
        key = (person.number, wanted)
        if key not in self._standing:
            self._standing[key] = self._stand(person, title)
        return self._standing[key]

    def _stand(self, person: Person, title: Title | None) -> Standing:
        held = [t for t in person.terms if t.period.covers(self._day)]
        if held:
            term = min(held, key=lambda t: self._order(t, title))
            sector = self._sector(term)
            return Standing(
                sector, term.office, _organisation(term), f"{_title(term)} on {self._day}"
            )
        ended = [t for t in person.terms if t.period.over_by(self._day)]
        if ended:
            last = max(ended, key=lambda t: t.period.last or dt.date.min)
            reason = f"last listed office ({_title(last)}) ended {last.period.end}"
        else:
            last = min(person.terms, key=lambda t: t.period.first or dt.date.max)
            reason = f"first listed office ({_title(last)}) begins {last.period.start}"
        sector = Sector.IGO if last.place == INTERNATIONAL else Sector.GOV
        return Standing(sector, None, _organisation(last), reason)

    def _order(self, term: Term, title: Title | None) -> tuple[bool, int, int]:
        base = term.office.partition(":")[0]
        fits = title is not None and base in title.offices
        rank = self._lexicon.offices.get(base, ["GOV", _UNRANKED])[1]
        first = term.period.first
        return (not fits, rank, -(first.toordinal() if first else 0))

    def _sector(self, term: Term) -> Sector:
        if term.place == INTERNATIONAL:
            return Sector.IGO
        return self.sector_of(term.office)

    def sector_of(self, office: str) -> Sector:
        """The sector of a catalogue office ("intelligence-chief:SVR" is SPY)."""
        return Sector(self._lexicon.offices.get(office.partition(":")[0], ["GOV"])[0])

    def holder(
        self, place: str, title: Title, keys: Iterable[str], agency: Agency | None = None
    ) -> tuple[Person, Term] | None:
        """Who holds the office that ``title`` names in ``place`` on the day, if just one does.

        ``keys`` are the words of the phrase as ``build.title_key`` writes titles; the
        catalogue's own titles go before the offices that the title may mean.
        """
        wanted = (place, agency.short if agency else "", (*keys, *title.offices))
        if wanted not in self._holders:
            candidates = self._candidates(place, title, tuple(keys), agency)
            self._holders[wanted] = self._one_holder(place, candidates)
        return self._holders[wanted]

    def holder_of_organisation(
        self, organisations: Sequence[str], title: Title, keys: Iterable[str]
    ) -> tuple[Person, Term] | None:
        """The same for an international organisation ("NATO's secretary-general").

        ``organisations`` are the ids under which its offices may be listed: its own, then
        that of the organisation that it is an organ of.
        """
        offices = {
            o: titles
            for o, titles in self._index.offices(INTERNATIONAL).items()
            if o.partition(":")[0] in organisations
        }
        keys = tuple(keys)
        candidates = [frozenset(o for o, t in offices.items() if k in t) for k in keys]
        if title.tag in _HEADS:
            candidates.append(frozenset({f"{organisations[0]}:chief"} & offices.keys()))
        return self._one_holder(INTERNATIONAL, iter(candidates))

    def _candidates(
        self, place: str, title: Title, keys: tuple[str, ...], agency: Agency | None
    ) -> Iterator[frozenset[str]]:
        """Sets of offices, the most telling first."""
        offices = self._index.offices(place)
        if agency is not None:
            yield frozenset(o for o in offices if o.endswith(f":{agency.short}"))
        for key in keys:
            yield frozenset(o for o, titles in offices.items() if key in titles)
        for wanted in title.offices:
            yield frozenset(o for o in offices if o.partition(":")[0] == wanted)
            if wanted == "leader" and place in self._lexicon.led_by_head_of_state:
                yield frozenset(o for o in offices if o == "head-of-state")

    def _one_holder(
        self, place: str, candidates: Iterator[frozenset[str]]
    ) -> tuple[Person, Term] | None:
        day = self._day.toordinal()
        terms = self._index.held(place)
        for offices in candidates:
            held = [h for o in offices for h in terms[o] if h.start <= day <= h.end]
            if not held:
                continue
            # On the day of a handover the newcomer counts.
            newest = max(h.start for h in held)
            if len({h.term.office for h in held}) == 1:
                held = [h for h in held if h.start == newest]
            if len({h.person.number for h in held}) > 1:
                return None
            return held[0].person, held[0].term
        return None


def _title(term: Term) -> str:
    return term.titles[0] if term.titles else term.office


def _organisation(term: Term) -> str | None:
    return term.office.partition(":")[0] if term.place == INTERNATIONAL else None
