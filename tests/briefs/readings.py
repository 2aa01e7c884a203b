"""Readings made by hand: texts of our own, and what a coder would have found in them."""

import datetime as dt
from dataclasses import dataclass, field

from dragoman.language import split_sentences
from dragoman.records import (
    Actor,
    Attribution,
    AttributionLink,
    Context,
    Document,
    Event,
    EventType,
    Evidence,
    EvidenceKind,
    Mention,
    MentionKind,
    Mode,
    Precision,
    Reading,
    Sector,
    Span,
    Status,
    StatusReading,
    When,
)

DAY = dt.date(2024, 3, 30)

# Words, and the actor whom they name here.
ACTORS = {
    "Norvenia": (Actor("Norvenia", country="NRV", sector=Sector.GOV), MentionKind.NAME),
    "Norvenian": (Actor("Norvenia", country="NRV", sector=Sector.GOV), MentionKind.DEMONYM),
    "Ostland": (Actor("Ostland", country="OST", sector=Sector.GOV), MentionKind.NAME),
    "Sudmark": (Actor("Sudmark", country="SDM", sector=Sector.GOV), MentionKind.NAME),
    "Minister Aren": (
        Actor("Tove Aren", country="NRV", person="Tove Aren", office="foreign-minister"),
        MentionKind.OFFICE,
    ),
    "President Holt": (
        Actor("Ida Holt", country="NRV", sector=Sector.GOV, person="Ida Holt"),
        MentionKind.PERSON,
    ),
    "the ministry": (None, MentionKind.DESCRIPTION),
    "officials": (None, MentionKind.DESCRIPTION),
}


@dataclass(frozen=True, kw_only=True)
class Told:
    """An event of the text by its words; each is sought in the sentence of the trigger."""

    type: EventType
    trigger: str
    sources: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    status: Status = Status.ASSERTED
    mode: Mode | None = None
    contexts: tuple[Context, ...] = ()
    said: tuple[tuple[str | None, str | None], ...] = ()
    when: tuple[str, dt.date, dt.date, Precision] | None = None
    also: tuple[Status, tuple[tuple[str | None, str | None], ...]] | None = None
    confidence: float = 0.7
    sentence: int | None = None


@dataclass
class _Maker:
    document: Document
    actors: dict = field(default_factory=lambda: ACTORS)

    def reading(self, told):
        self.sentences = split_sentences(self.document)
        events = tuple(self.event(fact) for fact in told)
        mentions = {m for e in events for m in (*e.sources, *e.targets)}
        return Reading(
            self.document,
            self.sentences,
            tuple(sorted(mentions, key=lambda m: m.span)),
            events,
            "hand/1",
        )

    def event(self, fact):
        sentence = self.sentence_of(fact)

        def words(text):
            start = self.document.text.index(text, sentence.span.start, sentence.span.end)
            return Span(start, start + len(text))

        def mention(text):
            actor, kind = self.actors[text]
            return Mention(words(text), kind, actor, 0.9 if actor else 0.0, "set by hand")

        def voices(links):
            if not links:
                return None
            return Attribution(
                tuple(
                    AttributionLink(
                        words(voice) if voice else None,
                        words(cue) if cue else None,
                        mention(voice) if voice in self.actors else None,
                    )
                    for voice, cue in links
                )
            )

        when = fact.when and When(fact.when[1], fact.when[2], fact.when[3], words(fact.when[0]))
        also = (StatusReading(fact.also[0], voices(fact.also[1])),) if fact.also else ()
        trigger = words(fact.trigger)
        return Event(
            document_id=self.document.id,
            sentence=sentence.index,
            sentence_span=sentence.span,
            type=fact.type,
            trigger=trigger,
            status=fact.status,
            sources=tuple(map(mention, fact.sources)),
            targets=tuple(map(mention, fact.targets)),
            mode=fact.mode,
            contexts=fact.contexts,
            when=when,
            attribution=voices(fact.said),
            also=also,
            confidence=fact.confidence,
            coder="hand/1",
            why=(Evidence(EvidenceKind.LEXICON, "type", f"word '{fact.trigger}'", trigger),),
        )

    def sentence_of(self, fact):
        if fact.sentence is not None:
            return self.sentences[fact.sentence]
        text = self.document.text
        return next(s for s in self.sentences if fact.trigger in s.span.of(text))


def document(text, *, title="", outlet="Test Courier", date=DAY, url="", source="front matter"):
    """A document as the readers make it: the title, if there is one, is its first paragraph."""
    return Document(
        text=f"{title}\n\n{text}" if title else text,
        date=date,
        title=title,
        outlet=outlet,
        url=url,
        date_source=source,
        headline=Span(0, len(title)) if title else None,
    )


def reading(text, *told, actors=None, **about):
    """The reading of ``text`` in which ``told`` was found."""
    return _Maker(document(text, **about), {**ACTORS, **(actors or {})}).reading(told)


# One article with every status but one, told and untold times, open sides, unknown actors.
TITLE = "Norvenian minister ends visit to Ostland"
TEXT = """\
Minister Aren visited Ostland from Monday to Wednesday. It rained.

Norvenia will send a fleet to Sudmark on 12 April, the ministry said. Sudmark accuses \
Norvenia of arming Ostland. Norvenia denies arming Ostland.

Analysts say President Holt may visit Sudmark. If talks fail, Ostland would expel officials."""


def article():
    """The reading of the article above."""
    visit = Told(
        type=EventType.CONSULT,
        mode=Mode.VISIT,
        trigger="ends visit",
        sources=("Norvenian",),
        targets=("Ostland",),
    )
    return reading(
        TEXT,
        visit,
        Told(
            type=EventType.CONSULT,
            mode=Mode.VISIT,
            trigger="visited",
            sources=("Minister Aren",),
            targets=("Ostland",),
            when=(
                "from Monday to Wednesday",
                dt.date(2024, 3, 25),
                dt.date(2024, 3, 27),
                Precision.INTERVAL,
            ),
            confidence=0.9,
        ),
        Told(
            type=EventType.MOBILIZE,
            mode=Mode.TROOPS,
            trigger="send a fleet",
            sources=("Norvenia",),
            targets=("Sudmark",),
            status=Status.PLANNED,
            said=(("the ministry", "said"),),
            when=("12 April", dt.date(2024, 4, 12), dt.date(2024, 4, 12), Precision.DAY),
        ),
        Told(
            type=EventType.ACCUSE,
            mode=Mode.ALLEGE,
            trigger="accuses",
            sources=("Sudmark",),
            targets=("Norvenia",),
        ),
        Told(
            type=EventType.AID,
            trigger="arming",
            sources=("Norvenia",),
            targets=("Ostland",),
            status=Status.ALLEGED,
            contexts=(Context.MILITARY,),
            said=(("Sudmark", "accuses"),),
            sentence=4,
        ),
        Told(
            type=EventType.AID,
            trigger="arming",
            sources=("Norvenia",),
            targets=("Ostland",),
            status=Status.DENIED,
            contexts=(Context.MILITARY,),
            said=(("Norvenia", "denies"),),
            sentence=5,
        ),
        Told(
            type=EventType.CONSULT,
            mode=Mode.VISIT,
            trigger="visit Sudmark",
            sources=("President Holt",),
            targets=("Sudmark",),
            status=Status.SPECULATED,
            said=(("Analysts", "say"),),
        ),
        Told(
            type=EventType.SANCTION,
            mode=Mode.EXPEL,
            trigger="expel",
            sources=("Ostland",),
            targets=("officials",),
            status=Status.HYPOTHETICAL,
        ),
        title=TITLE,
        url="https://example.org/visit",
    )
