import datetime as dt
from dataclasses import replace

from dragoman.briefs import build_brief
from dragoman.records import EventType, Mode, Status
from tests.briefs.readings import Told, article, reading

VISIT = Told(
    type=EventType.CONSULT,
    mode=Mode.VISIT,
    trigger="visited",
    sources=("Norvenia",),
    targets=("Ostland",),
)


def headline(*readings):
    return build_brief(readings).headline


def test_headline_names_the_main_acts_of_each_status():
    assert str(headline(article())) == (
        "8 events in 1 article – "
        "reported: Norvenia visits Ostland, Sudmark accuses Norvenia; "
        "planned: Norvenia readies or exercises troops facing Sudmark; "
        "speculated: Norvenia visits Sudmark; "
        "alleged: Norvenia gives military help to Ostland; "
        "denied: Norvenia gives military help to Ostland; "
        "hypothetical: Ostland expels representatives of “officials”."
    )


def test_headline_of_nothing_says_so():
    assert str(headline(reading("It rained all day."))) == "1 article and no event found."
    assert str(headline()) == "0 articles and no event found."


def test_open_source_is_told_from_the_other_side():
    told = replace(VISIT, sources=())
    assert str(headline(reading("They visited Ostland.", told))) == (
        "1 event in 1 article – reported: Ostland is visited."
    )


def test_several_sources_have_a_verb_in_the_plural():
    told = replace(VISIT, sources=("Norvenia", "Sudmark"))
    text = "Norvenia and Sudmark visited Ostland."
    assert "Norvenia and Sudmark visit Ostland" in str(headline(reading(text, told)))


def test_what_is_not_named_is_counted():
    triggers = ("visited", "accused", "attacked", "backed", "asked")
    types = (
        EventType.CONSULT, EventType.ACCUSE, EventType.ASSAULT, EventType.SUPPORT,
        EventType.REQUEST,
    )  # fmt: skip
    pairs = [("Norvenia", "Ostland"), ("Ostland", "Sudmark"), ("Sudmark", "Norvenia"),
             ("Ostland", "Norvenia"), ("Norvenia", "Sudmark")]  # fmt: skip
    text = " ".join(f"{s} {v} {t}." for (s, t), v in zip(pairs, triggers, strict=True))
    told = [
        Told(type=kind, trigger=verb, sources=(s,), targets=(t,))
        for (s, t), verb, kind in zip(pairs, triggers, types, strict=True)
    ]
    [clause] = headline(reading(text, *told)).clauses
    assert len(clause.acts) == 3
    assert clause.more == 2
    assert str(clause).endswith(", and 2 more")


def test_what_both_sides_are_told_of_comes_before_what_one_is():
    alone = replace(VISIT, targets=(), trigger="travelled", sources=("Sudmark",))
    [clause] = headline(
        reading("Sudmark travelled. Norvenia visited Ostland.", alone, VISIT)
    ).clauses
    assert [act.words for act in clause.acts] == ["Norvenia visits Ostland", "Sudmark pays a visit"]


def test_articles_that_tell_the_same_are_counted_and_told_first():
    accused = Told(
        type=EventType.ACCUSE, trigger="accused", sources=("Sudmark",), targets=("Ostland",)
    )
    first = reading(
        "Sudmark accused Ostland. Norvenia visited Ostland.", accused, VISIT, outlet="A"
    )
    second = reading("Norvenia visited Ostland.", VISIT, outlet="B", date=dt.date(2024, 4, 1))
    [clause] = headline(first, second).clauses
    assert [(act.words, act.articles) for act in clause.acts] == [
        ("Norvenia visits Ostland", 2),
        ("Sudmark criticises or accuses Ostland", 1),
    ]


def test_row_of_which_neither_side_is_told_is_only_counted():
    nobody = replace(VISIT, sources=(), targets=(), status=Status.ALLEGED)
    [clause] = headline(reading("There were visits; somebody visited.", nobody)).clauses
    assert (clause.acts, clause.more, str(clause)) == ((), 1, "alleged: 1 more")
