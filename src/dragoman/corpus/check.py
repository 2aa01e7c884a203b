"""What is wrong with a corpus: faults of the markup, doubles, near-doubles, leaks of splits."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from dragoman.corpus.files import ALIKE
from dragoman.corpus.markup import Fault, MarkedSentence

# Two sentences are near-doubles when they share this much of their word triples (Jaccard).
# At 0.5 every pair found in the first 2,000 sentences was one sentence with a word changed.
_NEAR = 0.5
_SHINGLE = 3
_WORD = re.compile(r"\w+")


def check(splits: Mapping[str, Sequence[MarkedSentence]]) -> Iterator[Fault]:
    """The faults of a corpus, given its readable sentences by split.

    A story line may stand in one split only, an id once, and no two sentences may be the
    same or nearly so; but whole articles may be copies of each other, and of the sentences on
    direction some differ in their sides alone. The tellings of one act have to be of one type.
    """
    yield from _leaks(splits)
    everything = [s for sentences in splits.values() for s in sentences]
    yield from _double_ids(everything)
    alike = {s.file: part for part in ALIKE for s in splits.get(part, ())}
    yield from _near_doubles(everything, alike)
    yield from _other_types(everything)


def _other_types(sentences: Sequence[MarkedSentence]) -> Iterator[Fault]:
    first: dict[str, tuple[str, MarkedSentence]] = {}
    for sentence in sentences:
        for event in sentence.gold["events"]:
            if name := event.get("same"):
                type_, at = first.setdefault(name, (event["type"], sentence))
                if event["type"] != type_:
                    yield _fault(
                        sentence,
                        f"{name!r} is {event['type']} here and {type_} at {at.file}:{at.line}; "
                        "the tellings of one act have one type",
                    )


def _fault(sentence: MarkedSentence, message: str) -> Fault:
    return Fault(sentence.file, sentence.line, message)


def _leaks(splits: Mapping[str, Sequence[MarkedSentence]]) -> Iterator[Fault]:
    home: dict[str, str] = {}
    for split, sentences in splits.items():
        for sentence in sentences:
            first = home.setdefault(sentence.story, split)
            if first != split:
                yield _fault(sentence, f"story {sentence.story!r} stands in {first} as well")


def _double_ids(sentences: Sequence[MarkedSentence]) -> Iterator[Fault]:
    seen: dict[str, MarkedSentence] = {}
    for sentence in sentences:
        first = seen.setdefault(sentence.gold["id"], sentence)
        if first is not sentence:
            yield _fault(
                sentence,
                f"id {sentence.gold['id']!r} stands at {first.file}:{first.line} as well; "
                "give the story another name",
            )


def shingles(text: str) -> frozenset[str]:
    """The word triples of a text; the whole text when it has fewer words."""
    words = _WORD.findall(text.lower())
    if len(words) < _SHINGLE:
        return frozenset([" ".join(words)])
    return frozenset(" ".join(words[i : i + _SHINGLE]) for i in range(len(words) - _SHINGLE + 1))


def _near_doubles(sentences: Sequence[MarkedSentence], alike: Mapping[str, str]) -> Iterator[Fault]:
    """Pairs found through the triples they share, so that not all pairs are compared.

    ``alike`` names the part of the files in which sentences may be like others of that part.
    """
    holders: dict[str, list[int]] = defaultdict(list)
    cut = [shingles(s.gold["text"]) for s in sentences]
    for number, triples in enumerate(cut):
        shared: dict[int, int] = defaultdict(int)
        for triple in triples:
            for other in holders[triple]:
                shared[other] += 1
            holders[triple].append(number)
        for other, count in shared.items():
            part = alike.get(sentences[number].file)
            if part and part == alike.get(sentences[other].file):
                continue
            if count / (len(triples) + len(cut[other]) - count) >= _NEAR:
                first = sentences[other]
                yield _fault(
                    sentences[number],
                    f"nearly the same sentence as {first.file}:{first.line}",
                )
