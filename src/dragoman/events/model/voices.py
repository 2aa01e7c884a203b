"""Who says so, by the network's links: the voice of one act, and all voices of a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from dragoman.events.coder import Voiced
from dragoman.events.model.candidates import Candidate, Candidates
from dragoman.events.model.decode import Decoder, likeliest, rounded
from dragoman.events.model.parts import CUE, HOLDER
from dragoman.events.model.thresholds import Thresholds
from dragoman.events.model.words import Words
from dragoman.events.rules.attribution import constructions
from dragoman.events.rules.view import SentenceView
from dragoman.records import (
    Attribution,
    AttributionLink,
    Event,
    Evidence,
    EvidenceKind,
)

Chances = npt.NDArray[np.float64]
_WORD = 20  # characters in which the word before a cue ends
_BE = frozenset("is are was were be been being".split())


def with_voice(
    event: Event,
    linked: Chances,
    found: Candidates,
    text: str,
    decoder: Decoder,
    thresholds: Thresholds,
) -> Event:
    """The event with who says so, and why; as it was where nobody does.

    ``linked`` are the chances of its trigger: candidates (actors, voices, cues) x roles. Where
    the trigger is linked to a cue and to no voice, the cue tells whose it is.
    """
    speakers = found.speakers
    voice = likeliest(linked[: len(speakers), HOLDER], thresholds.holder)
    cue = likeliest(linked[len(speakers) :, CUE], thresholds.cue)
    if cue is not None and found.cues[cue].span.overlap(event.trigger):
        return event  # an act of speech, on its own word
    if voice is not None:
        reason, chance = "holder", linked[voice, HOLDER]
    elif cue is not None:
        voice, chance = _heard(found.cues[cue], speakers, text, decoder, thresholds)
        reason = "holder, by its cue"
        if voice is None:
            reason, chance = "holder", linked[len(speakers) + cue, CUE]
    else:
        return event
    link = AttributionLink(
        span=None if voice is None else speakers[voice].span,
        cue=None if cue is None else found.cues[cue].span,
        mention=None if voice is None else speakers[voice].mention,
    )
    why = Evidence(EvidenceKind.MODEL, "attribution", reason, link.where, rounded(chance))
    return replace(event, attribution=Attribution((link,)), why=(*event.why, why))


def _heard(
    cue: Candidate,
    speakers: Sequence[Candidate],
    text: str,
    decoder: Decoder,
    thresholds: Thresholds,
) -> tuple[int | None, float]:
    """The speaker whose cue it is, and the chance of it.

    What stands before a passive ("is thought to") is spoken of and does not speak.
    """
    chances = decoder.links([cue.at], [s.at for s in speakers])[0, :, HOLDER]
    before = text[max(0, cue.span.start - _WORD) : cue.span.start].split()[-1:]
    if not _BE.isdisjoint([*before, *cue.span.of(text).split()[:1]]):
        chances = chances * [s.span.start > cue.span.start for s in speakers]
    best = likeliest(chances, thresholds.holder)
    return best, 0.0 if best is None else float(chances[best])


def without_own_word(event: Event) -> Event:
    """The event without attribution where the voice, by no cue of its own, is its source.

    Who denies or demands says so himself: an act of speech is on nobody's word.
    """
    told = event.attribution
    if told is None or len(told.links) > 1 or told.holder.cue or told.holder.span is None:
        return event
    if not any(m.span.overlap(told.holder.span) for m in event.sources):
        return event
    why = tuple(e for e in event.why if e.slot != "attribution")
    return replace(event, attribution=None, why=why)


def voices_of(
    view: SentenceView, words: Words, decoder: Decoder, thresholds: Thresholds
) -> Iterator[Voiced]:
    """The cues of a sentence with the voice that fits each best, and the words said.

    The words said are told by the patterns of the rules. ``words`` has offsets in the document.
    """
    cues, voices = ([t.at for t in decoder.spans(layer)] for layer in ("cue", "voice"))
    links = decoder.links(cues, voices)
    over = constructions(view)
    for number, cue in enumerate(cues):
        span = words.span_of(*cue)
        best = likeliest(links[number, :, HOLDER], thresholds.holder)
        voice = () if best is None else (words.span_of(*voices[best]),)
        said = [c.content for c in over if view.span(c.cue_tokens).overlap(span)]
        yield Voiced(voice, (span,), tuple(view.span(c) for c in said[:1] if c[0] < c[1]))
