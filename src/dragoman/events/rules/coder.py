"""The rules coder: triggers from a lexicon, sides and status from patterns around them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.events.coder import describe
from dragoman.events.ontology import score
from dragoman.events.rules.attribution import (
    Construction,
    attribution_of,
    constructions,
    governed_status,
    presupposed,
    speaks_on,
    with_reported_source,
)
from dragoman.events.rules.lexicon import Need, TriggerMatch, off_topic, tables_digest, triggers
from dragoman.events.rules.probe import RulesProbe
from dragoman.events.rules.roles import Roles, Side, find_roles
from dragoman.events.rules.status import find_status
from dragoman.events.rules.verbs import is_verb
from dragoman.events.rules.view import SentenceView
from dragoman.events.sentences import ActorResolver, when_of
from dragoman.language.dates import TimeExpression, find_dates
from dragoman.records import (
    Document,
    Event,
    Evidence,
    EvidenceKind,
    Mention,
    Sentence,
    Span,
    Status,
)

# Raised by hand with every change of the patterns; a change of the tables shows by itself.
_RULES_VERSION = "2"

# What the rules are worth by how much of an event they found. Not calibrated: set by hand
# so that an event with both sides known stands above one with a side open.
_BASE_CONFIDENCE = 0.3
_PER_KNOWN_SIDE = 0.2
_FOR_A_PHRASE = 0.1  # a pattern of several words is seldom wrong about the type


class RulesCoder(RulesProbe):
    """Codes events by the tables in ``dragoman/events/data`` (``--coder rules``)."""

    name = "rules"

    def __init__(self, resolver: ActorResolver) -> None:
        super().__init__(resolver)
        self._lexicon = triggers()
        self.version = f"{_RULES_VERSION}-{tables_digest()}-{resolver.version}"

    def code_sentence(
        self, document: Document, sentence: Sentence, mentions: Sequence[Mention]
    ) -> list[Event]:
        """The events of one sentence in the order of their triggers."""
        view = self.view(document, sentence, mentions)
        if off_topic(view.words):
            return []
        over = constructions(view)
        dates = find_dates(document.text, sentence.span, document.date)
        found = [self._event(view, match, over, dates) for match in self._triggers(view)]
        return _distinct([e for e in found if e is not None])

    def _triggers(self, view: SentenceView) -> Iterator[TriggerMatch]:
        """The longest patterns in text order.

        Patterns of one type over the same words stay side by side: they differ in where
        the sides stand, and the first that finds them wins.
        """
        fitting = [
            m
            for m in self._lexicon.matches(view.words)
            if not view.group_at(m.head)
            and (not m.trigger.is_verb or is_verb(view, m, self._lexicon))
        ]
        fitting.sort(key=lambda m: (m.first - m.last, -m.trigger.literal_words, m.first))
        taken: set[int] = set()
        kept: list[TriggerMatch] = []
        for match in fitting:
            covers = set(range(match.first, match.last))
            other_frame = any(
                (k.first, k.last, k.trigger.type) == (match.first, match.last, match.trigger.type)
                for k in kept
            )
            if other_frame or not covers & taken:
                kept.append(match)
                taken |= covers
        return iter(sorted(kept, key=lambda m: m.first))

    def _event(
        self,
        view: SentenceView,
        match: TriggerMatch,
        over: tuple[Construction, ...],
        dates: Sequence[TimeExpression],
    ) -> Event | None:
        granted = presupposed(view, match)
        covering = () if granted else tuple(c for c in over if c.covers(match.head))
        roles = find_roles(view, match)
        speaker = speaks_on(view, match, covering)
        if speaker:
            covering = covering[:-1]
            roles = Roles(Side((speaker,), "speaks on"), roles.target)
        else:
            roles = with_reported_source(view, match, roles, covering)
        if not _enough(roles, match.trigger.need):
            return None
        governed = governed_status(covering)
        status = find_status(view, match, governed=governed, reported=_own_report(roles, covering))
        attribution = attribution_of(view, covering, status.status)
        trigger = Span(view.tokens[match.first].span.start, view.tokens[match.last - 1].span.end)
        when = when_of(view.document.text, trigger, dates, status.status)
        return Event(
            document_id=view.document.id,
            sentence=view.sentence.index,
            sentence_span=view.sentence.span,
            type=match.trigger.type,
            mode=match.trigger.mode,
            contexts=match.trigger.contexts,
            trigger=trigger,
            status=status.status,
            sources=roles.source.mentions,
            targets=roles.target.mentions,
            when=when,
            attribution=attribution,
            score=score(match.trigger.type),
            confidence=_confidence(roles, match),
            coder=describe(self),
            why=tuple(_why(match, trigger, roles, status.cue)),
        )


def _own_report(roles: Roles, covering: tuple[Construction, ...]) -> bool | None:
    """Whether the innermost voice tells of its own side; ``None`` without a voice."""
    speech = [c for c in covering if c.clausal and c.cue.status is Status.ASSERTED]
    if not speech:
        return None
    voice = speech[-1].mention
    return voice is None or any(m.code == voice.code for m in roles.source.mentions)


def _enough(roles: Roles, need: Need) -> bool:
    source, target = roles.source.known, roles.target.known
    return {
        Need.ONE: source or target,
        Need.SOURCE: source,
        Need.TARGET: target,
        Need.BOTH: source and target,
    }[need]


def _confidence(roles: Roles, match: TriggerMatch) -> float:
    sides = roles.source.known + roles.target.known
    phrase = match.last - match.first > 1
    return round(_BASE_CONFIDENCE + _PER_KNOWN_SIDE * sides + _FOR_A_PHRASE * phrase, 2)


def _why(match: TriggerMatch, trigger: Span, roles: Roles, cue: str) -> Iterator[Evidence]:
    yield Evidence(EvidenceKind.LEXICON, "type", match.trigger.name, trigger)
    for slot, side in (("source", roles.source), ("target", roles.target)):
        if side.mentions:
            yield Evidence(EvidenceKind.RULE, slot, side.pattern, side.mentions[0].span)
    yield Evidence(EvidenceKind.RULE, "status", f"cue '{cue}'" if cue else "no cue")


def _distinct(events: Sequence[Event]) -> list[Event]:
    """Events without repetition: one for a trigger, and one for an act told twice.

    "Supplying shells to help the war" names one act by two verbs: what has the same type,
    sides and status in one sentence is kept once.
    """
    seen: set[tuple[object, ...]] = set()
    kept = []
    for event in events:
        keys: list[tuple[object, ...]] = [(event.type, event.trigger)]
        if event.source_codes and event.target_codes:
            keys.append((event.type, event.source_codes, event.target_codes, event.status))
        if not seen.intersection(keys):
            kept.append(event)
            seen.update(keys)
    return kept
