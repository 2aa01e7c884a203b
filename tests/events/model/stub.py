"""A network, a resolver and places that answer what they are told, so that each part is tested
apart from weights and catalogue. Words stand for the first place where a text has them."""

import math
import re
from dataclasses import dataclass, field

import numpy as np

from dragoman.events.model.parts import (
    LAYERS,
    LINK,
    MODES,
    PARTS,
    ROLES,
    SECTORS,
    STATUSES,
    TYPES,
    WIDTH,
)
from dragoman.events.model.words import Words
from dragoman.records import (
    Actor,
    EventType,
    Mention,
    MentionKind,
    Mode,
    Place,
    Sector,
    Span,
    Status,
)

SURE = 0.9
_ENDS = np.cumsum([width for _, width in PARTS])
COLUMNS = {name: slice(end - width, end) for (name, width), end in zip(PARTS, _ENDS, strict=True)}
_UNLIKELY = 6.0  # what a link that nobody told is short of even odds, as a logit
_REACH = LINK**0.5  # so that a link's score is what its span holds for its trigger


def at(text, words):
    """Where ``words`` first stand in ``text``."""
    return Span(text.index(words), text.index(words) + len(words))


def cut(text):
    """The words and signs of a text, one piece each."""
    spans = tuple(Span(*m.span()) for m in re.finditer(r"\w+|[^\w\s]", text))
    count = len(spans)
    return Words(tuple(range(count + 2)), tuple(range(1, count + 1)), spans)


def blank(count):
    """The scores of words in which nothing is seen."""
    scores = np.zeros((count, WIDTH), dtype=np.float32)
    for layer in range(len(LAYERS)):
        scores[:, 3 * layer : 3 * layer + 3] = _logs(0, 0.99, 3)
    pieces = scores[:, COLUMNS["from_trigger"]].reshape(count, len(ROLES), LINK)
    pieces[:, :, -1] = _REACH
    pieces = scores[:, COLUMNS["to_span"]].reshape(count, len(ROLES), LINK)
    pieces[:, :, -1] = -_UNLIKELY
    return scores


@dataclass(frozen=True, kw_only=True)
class Act:
    """A trigger with what hangs on it; ``sure`` holds the chances that are not ``SURE``."""

    trigger: str
    type: EventType
    mode: Mode | None = None
    status: Status = Status.ASSERTED
    source: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    holder: tuple[str, ...] = ()
    cue: tuple[str, ...] = ()
    sure: dict[str, float] = field(default_factory=dict)

    def chance(self, slot):
        return self.sure.get(slot, SURE)


def act(trigger, type_, *, mode=None, status="asserted", sure=None, **linked):
    """``act("visited", "CONSULT", source="Lavrov", target=["Japan", "China"])``."""
    links = {role: (w,) if isinstance(w, str) else tuple(w) for role, w in linked.items()}
    return Act(
        trigger=trigger,
        type=EventType(type_),
        mode=Mode(mode) if mode else None,
        status=Status(status),
        sure=sure or {},
        **links,
    )


@dataclass(frozen=True, kw_only=True)
class Seen:
    """A sentence as the network sees it."""

    text: str
    acts: tuple[Act, ...] = ()
    actors: dict[str, Sector] = field(default_factory=dict)
    unmarked: tuple[str, ...] = ()
    voices: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()
    says: dict[str, str] = field(default_factory=dict)
    homes: dict[str, str] = field(default_factory=dict)
    facts: dict[str, tuple[float, float]] = field(default_factory=dict)

    def scores(self):
        """The words of the text and what the network would say of them."""
        words = cut(self.text)
        maker = _Scores(self.text, words, blank(len(words.spans)))
        actors = {w: Sector.GOV for a in self.acts for w in (*a.source, *a.target, *a.place)}
        for name, sector in {**actors, **self.actors}.items():
            if name not in self.unmarked:
                maker.tag("actor", name, SURE)
                maker.choose("sectors", name, SECTORS.index(sector), SURE)
        for name in dict.fromkeys([*self.voices, *(w for a in self.acts for w in a.holder)]):
            maker.tag("voice", name, SURE)
        for name in dict.fromkeys([*self.cues, *(w for a in self.acts for w in a.cue)]):
            maker.tag("cue", name, SURE)
        for one in self.acts:
            maker.act(one)
        for people, name in self.homes.items():
            maker.link(maker.opened(people), name, "home", SURE)
        for cue, voice in self.says.items():
            maker.link(maker.opened(cue), voice, "holder", SURE)
        for name, values in self.facts.items():
            maker.part("facts", name)[:] = values
        return words, maker.scores


def seen(text, *acts, **more):
    """The sentence ``text`` with ``acts``; every word in a side or place is seen as an actor,
    of a government unless ``actors`` tells its sector, save those that stay ``unmarked``."""
    return Seen(text=text, acts=acts, **more)


class StubNetwork:
    """Sees in each text what it was told, and nothing in others; fails at those in ``broken``."""

    def __init__(self, *told, digest="stub", broken=()):
        self._told = {sentence.text: sentence for sentence in told}
        self._broken = broken
        self.digest = digest
        self.ahead = []

    def read(self, text):
        if text in self._broken:
            raise RuntimeError("out of ink")
        return self._told.get(text, Seen(text=text)).scores()

    def read_ahead(self, texts):
        self.ahead += texts


@dataclass
class _Scores:
    text: str
    words: Words
    scores: np.ndarray
    lefts: int = 0

    def rows(self, name):
        first, last = self.words.range_of(at(self.text, name))
        return slice(first, last)

    def part(self, part, name):
        return self.scores[self.rows(name), COLUMNS[part]]

    def tag(self, layer, name, chance):
        number = 3 * LAYERS.index(layer)
        tags = self.part("tags", name)[:, number : number + 3]
        tags[:] = math.log(1e-9)
        tags[:, 0] = math.log(1 - chance)
        tags[0, 1] = tags[1:, 2] = math.log(chance)

    def choose(self, part, name, number, chance):
        rows = self.part(part, name)
        rows[:] = _logs(number, chance, rows.shape[1])

    def opened(self, name):
        """A number of its own for words that others may be linked to."""
        number = self.lefts
        self.lefts += 1
        pieces = self.scores[:, COLUMNS["from_trigger"]].reshape(-1, len(ROLES), LINK)
        pieces[self.rows(name), :, number] = _REACH
        return number

    def link(self, left, name, role, chance):
        pieces = self.scores[:, COLUMNS["to_span"]].reshape(-1, len(ROLES), LINK)
        logit = math.log(chance / (1 - chance))
        pieces[self.rows(name), ROLES.index(role), left] = logit + _UNLIKELY

    def act(self, one):
        self.tag("trigger", one.trigger, one.chance("trigger"))
        self.choose("types", one.trigger, TYPES.index(one.type), one.chance("type"))
        self.choose("statuses", one.trigger, STATUSES.index(one.status), one.chance("status"))
        mode = MODES.index((one.type, one.mode)) + 1 if one.mode else 0
        self.choose("modes", one.trigger, mode, one.chance("mode"))
        left = self.opened(one.trigger)
        for role in ("source", "target", "place", "holder", "cue"):
            for name in getattr(one, role):
                self.link(left, name, role, one.chance(role))


def _logs(number, chance, count):
    """Scores by which one of ``count`` choices has that chance and the others share the rest."""
    logs = np.full(count, math.log((1 - chance) / (count - 1)))
    logs[number] = math.log(chance)
    return logs


def name(code, *, sector=Sector.GOV, kind=MentionKind.NAME, score=1.0):
    """The reading of words as an actor: a country, or an organisation where no state is so long."""
    side = {"country": code} if len(code) == 3 else {"org": code}
    return kind, Actor(code, sector=sector, **side), score


def guess(code, *, score=0.5):
    """The reading of a description whose state is only guessed."""
    return name(code, sector=Sector.UNK, kind=MentionKind.DESCRIPTION, score=score)


NOBODY = (MentionKind.DESCRIPTION, None, 0.3)


class StubResolver:
    """Finds the words that it was told wherever they stand; several readings share a span."""

    def __init__(self, words=(), *, version="stub", broken=False):
        self._words = dict(words)
        self._broken = broken
        self.version = version

    def resolve(self, document, sentences):
        if self._broken:
            raise RuntimeError("no catalogue")
        found = []
        for words, readings in self._words.items():
            for match in re.finditer(rf"\b{re.escape(words)}\b", document.text):
                for kind, actor, score in readings if isinstance(readings, list) else [readings]:
                    span = Span(*match.span())
                    found.append(Mention(span, kind, actor, score, f"told of {words!r}"))
        return tuple(sorted(found, key=lambda m: m.span))


class StubPlaces:
    """Finds the towns that it was told."""

    def __init__(self, towns=(), *, version="stub"):
        self._towns = dict(towns)
        self.version = version

    def find(self, text, span):
        found = []
        for town, countries in self._towns.items():
            for match in re.finditer(rf"\b{re.escape(town)}\b", span.of(text)):
                found.append(Place(Span(*match.span()).shift(span.start), countries))
        return sorted(found, key=lambda p: p.span)
