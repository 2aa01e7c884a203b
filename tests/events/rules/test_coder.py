"""What the rules coder makes of a sentence: sides, type, mode, status and voice."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.events.rules.small import code, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # active and passive
        ("Russia attacked Ukraine on Monday.", ["RUS>UKR ASSAULT asserted"]),
        ("Ukraine was attacked by Russia on Monday.", ["RUS>UKR ASSAULT asserted"]),
        (
            "New sanctions were imposed on Russia by the United States.",
            ["USA>RUS SANCTION discontinue asserted"],
        ),
        # nouns: possessor, modifier, by, of, to, between
        ("Russia's invasion of Ukraine began in 2022.", ["RUS>UKR ASSAULT asserted"]),
        ("The Russian invasion of Ukraine began.", ["RUS>UKR ASSAULT asserted"]),
        ("The visit by Lavrov to Japan ended.", ["RUS>JPN CONSULT visit asserted"]),
        ("Talks between China and Japan ended.", ["CHN>JPN CONSULT meet asserted"]),
        # mutual acts once: the first party is source
        ("Lavrov and Choe Son Hui held talks.", ["RUS>PRK CONSULT meet asserted"]),
        ("China met with Japan.", ["CHN>JPN CONSULT meet asserted"]),
        # subjects across insertions, coordination, participles and relatives
        (
            "Lavrov, who met Choe Son Hui in May, condemned the United States.",
            ["RUS>PRK CONSULT meet asserted", "RUS>USA ACCUSE disapprove asserted"],
        ),
        (
            "Engaging in discussions with Choe Son Hui, Lavrov smiled.",
            ["RUS>PRK CONSULT meet asserted"],
        ),
        (
            "Japan called on North Korea to release the sailors.",
            ["JPN>PRK REQUEST asserted"],
        ),
        # a voice that speaks on
        (
            "Japan said that Chinese forces attacked Seoul and denied any part in it.",
            ["CHN>KOR ASSAULT asserted @Japan", "JPN>- REJECT asserted"],
        ),
        (
            "Japan said that Chinese forces attacked Seoul and shelled Pyongyang.",
            [
                "CHN>KOR ASSAULT asserted @Japan",
                "CHN>PRK ASSAULT heavy-weapons asserted @Japan",
            ],
        ),
        # a force acts for its state
        ("Russian forces shelled Kyiv.", ["RUS>UKR ASSAULT heavy-weapons asserted"]),
    ],
)
def test_who_did_what_to_whom(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    ("active", "swapped"),
    [
        ("Russia attacked Ukraine.", "Ukraine attacked Russia."),
        ("Russia was attacked by Ukraine.", "Ukraine was attacked by Russia."),
        ("Japan's visit to China ended.", "China's visit to Japan ended."),
        ("China sent aid to North Korea.", "North Korea sent aid to China."),
        ("Seoul condemned Tokyo.", "Tokyo condemned Seoul."),
    ],
)
def test_direction_turns_when_the_sides_are_swapped(active, swapped):
    (one,), (other,) = code(active), code(swapped)
    assert (one.source_codes, one.target_codes) == (other.target_codes, other.source_codes)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Putin visited Pyongyang.", "asserted"),
        ("Putin will visit Pyongyang.", "planned"),
        ("Putin plans to visit Pyongyang.", "planned"),
        ("Putin is due to visit Pyongyang.", "planned"),
        ("Putin is to visit Pyongyang.", "planned"),
        ("Putin may visit Pyongyang.", "speculated"),
        ("Putin is expected to visit Pyongyang.", "speculated"),
        ("Putin's potential visit to Pyongyang made news.", "speculated"),
        ("There was speculation of a visit by Putin to Pyongyang.", "speculated"),
        ("Putin reportedly visited Pyongyang.", "alleged"),
        ("Kyiv claims that Putin visited Pyongyang.", "alleged"),
        ("Putin did not visit Pyongyang.", "denied"),
        ("Putin has never visited Pyongyang.", "denied"),
        ("If Putin visits Pyongyang, Seoul will watch.", "hypothetical"),
        ("Putin would visit Pyongyang in that case.", "hypothetical"),
        ("Putin's visit to Pyongyang is not merely routine.", "asserted"),
    ],
)
def test_status_of_a_visit(text, status):
    (event,) = [e for e in code(text) if e.type == "CONSULT"]
    assert event.status == status


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Washington accused North Korea of supplying missiles to Russia.",
            ["USA>PRK ACCUSE allege asserted", "PRK>RUS AID alleged @Washington"],
        ),
        (
            "North Korea has denied supplying missiles to Russia.",
            ["PRK>- REJECT asserted", "PRK>RUS AID denied @North Korea"],
        ),
        (
            "There were allegations of North Korea supplying missiles to Russia.",
            ["PRK>RUS AID alleged @allegations"],
        ),
        (
            "According to Seoul, North Korea sent shells to Russia.",
            ["PRK>RUS AID asserted @Seoul"],
        ),
        (
            "North Korea sent shells to Russia, Seoul said.",
            ["PRK>RUS AID asserted @Seoul"],
        ),
        (
            "Experts believe that Putin visited Pyongyang.",
            ["RUS>PRK CONSULT visit speculated @Experts"],
        ),
        (
            "Seoul said it would impose sanctions on Pyongyang.",
            ["KOR>PRK SANCTION discontinue planned @Seoul"],
        ),
    ],
)
def test_who_says_so(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The market strikes a balance between growth and debt.",
        "The team from Busan attacked early and won 2-0.",
        "Visitors met at the station.",
        "The storm hit the coast.",
        "Rice prices in Japan rose by three percent.",
        "The museum in Seoul shows a painting of the battle.",
    ],
)
def test_sentences_without_acts_of_actors_give_no_event(text):
    assert told(text) == []


def test_every_event_says_which_rule_made_it():
    (event,) = code("Russia attacked Ukraine.")
    assert {e.slot for e in event.why} >= {"type", "source", "target", "status"}
    assert any("attack" in e.name for e in event.why)


def test_spans_of_an_event_are_its_words():
    text = "On Monday Russia attacked Ukraine, Tokyo said."
    (event,) = code(text)
    assert event.trigger.of(text) == "attacked"
    assert [m.span.of(text) for m in (*event.sources, *event.targets)] == ["Russia", "Ukraine"]
    assert event.attribution.holder.span.of(text) == "Tokyo"
    assert event.sentence_span.of(text) == text


def test_ids_are_stable():
    (event,) = code("Russia attacked Ukraine.")
    assert event.id == "evt-0814e877157c49e7f697"
    assert event.document_id == "doc-c4d1f155c8fb1d3f9bee"


_WORDS = st.sampled_from(
    "Russia Ukraine North Korea , . 's said that accused of attacking visit to by will not may "
    "talks between and Lavrov if experts denied sanctions on the ( ) “ ” - missiles".split()
)


@given(st.lists(_WORDS, max_size=30).map(" ".join))
def test_any_row_of_words_is_read_and_all_spans_lie_in_their_sentence(text):
    for event in code(text):
        for mention in (*event.sources, *event.targets):
            assert event.sentence_span.contains(mention.span)
        assert event.sentence_span.contains(event.trigger)
        assert event.id.startswith("evt-")


@given(st.text(max_size=200))
def test_any_unicode_text_is_read_without_a_problem(text):
    import datetime as dt

    from dragoman.records import Document
    from tests.events.rules.small import CODER

    assert CODER.code(Document(text=text, date=dt.date(2024, 1, 1))).problems == ()
