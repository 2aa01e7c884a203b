"""The guidelines practise what they preach: every example reads, every type has its share."""

import re
from pathlib import Path

import pytest

from dragoman.corpus.markup import Fault, MarkedSentence, parse_markup
from dragoman.events.ontology import ontology
from dragoman.records import EventType, Status

GUIDELINES = Path(__file__).parents[2] / "corpus" / "GUIDELINES.md"
HEADER = "## story=guide date=2024-05-14 register=wire region=global\n"
BLOCK = re.compile(r"^```markup\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def read(block: str) -> list[MarkedSentence | Fault]:
    opened = block if block.startswith("##") else HEADER + block
    return list(parse_markup(opened, GUIDELINES.name))


def sentences(text: str) -> list[MarkedSentence]:
    found = [item for block in BLOCK.findall(text) for item in read(block)]
    return [item for item in found if isinstance(item, MarkedSentence)]


@pytest.fixture(scope="module")
def text() -> str:
    return GUIDELINES.read_text(encoding="utf-8")


def section(text: str, type_: EventType) -> str:
    return text.split(f"\n### {type_.value}\n", 1)[1].split("\n##", 1)[0]


def types_of(item: MarkedSentence) -> set[str]:
    return {event["type"] for event in item.gold["events"]}


def test_every_example_parses_without_fault(text):
    blocks = BLOCK.findall(text)
    assert len(blocks) == text.count("```markup")
    faults = [str(item) for block in blocks for item in read(block) if isinstance(item, Fault)]
    assert faults == []


def test_no_example_is_given_twice(text):
    texts = [item.gold["text"] for item in sentences(text)]
    assert len(texts) == len(set(texts))


@pytest.mark.parametrize("type_", EventType)
def test_each_type_shows_four_examples_and_three_that_are_not_it(text, type_):
    (block,) = BLOCK.findall(section(text, type_))
    positive, negative = block.split(f"// not {type_.value}\n")
    for sentence in sentences(f"```markup\n{positive}```"):
        assert type_.value in types_of(sentence)
    assert len(sentences(f"```markup\n{positive}```")) >= 4
    for sentence in sentences(f"```markup\n{negative}```"):
        # the near thing may stand beside the type, as an accusation beside its rejection
        assert types_of(sentence) != {type_.value}
    assert len(sentences(f"```markup\n{negative}```")) >= 3


@pytest.mark.parametrize("type_", EventType)
def test_each_type_names_its_modes_and_its_neighbours(text, type_):
    words = section(text, type_)
    # REJECT shares the modes of REQUEST and names them again
    assert [mode for mode in ontology()[type_].modes if f"`{mode.value}`" not in words] == []
    assert words.count("\n| ") >= 4


def test_every_status_is_shown_in_an_example(text):
    shown = {event["status"] for item in sentences(text) for event in item.gold["events"]}
    assert shown == {status.value for status in Status}


def test_examples_without_an_event_mark_no_actor(text):
    empty = [item for item in sentences(text) if not item.gold["events"]]
    assert len(empty) >= 12
    assert [item.gold["text"] for item in empty if item.gold["actors"]] == []
