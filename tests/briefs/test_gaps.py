import datetime as dt
from dataclasses import replace

from dragoman.briefs import build_brief, render
from dragoman.briefs.model import Weak
from dragoman.briefs.wording import what_was_not_found
from dragoman.records import EventType, Precision, Problem, ProblemKind, Status
from tests.briefs.readings import Told, article, reading

MEETING = Told(type=EventType.CONSULT, trigger="met", sources=("Norvenia",), targets=("Ostland",))
BAD = Problem(ProblemKind.NO_DATE, "inbox/a.txt", "no date was found; give one with --date")


def lines(*readings):
    brief = build_brief(readings)
    return what_was_not_found(brief.missing, articles=len(brief.articles))


def test_open_sides_unknown_actors_and_untold_times_are_listed_by_row():
    text = (
        "Norvenia met Ostland. They attacked Sudmark. Ostland armed. So the ministry left Ostland."
    )
    brief = build_brief(
        [
            reading(
                text,
                MEETING,
                Told(type=EventType.ASSAULT, trigger="attacked", targets=("Sudmark",)),
                Told(type=EventType.MOBILIZE, trigger="armed", sources=("Ostland",)),
                Told(
                    type=EventType.RETREAT,
                    trigger="left",
                    sources=("the ministry",),
                    targets=("Ostland",),
                ),
            )
        ]
    )
    assert brief.open.sources == (2,)
    assert brief.open.targets == (3,)
    assert brief.open.untimed == (1, 2, 3, 4)
    [unresolved] = brief.open.unresolved
    assert (unresolved.row, unresolved.slot, unresolved.words.words) == (
        4,
        "source",
        "the ministry",
    )


def test_statuses_and_sentences_without_an_event_are_counted():
    brief = build_brief([reading("Norvenia met Ostland. It rained. It snowed.", MEETING)])
    assert Status.ASSERTED not in brief.missing.statuses
    assert len(brief.missing.statuses) == 5
    assert (brief.missing.sentences, brief.missing.sentences_without) == (3, 2)
    assert lines(reading("Norvenia met Ostland. It rained. It snowed.", MEETING))[:2] == [
        "No event was found that is planned, speculated, alleged, denied or hypothetical.",
        "2 of 3 sentences hold no event of this brief; the coder may have missed some.",
    ]


def test_less_sure_events_are_left_out_and_counted():
    left = Told(type=EventType.RETREAT, trigger="left", sources=("Norvenia",), targets=("Sudmark",))
    told = reading("Norvenia met Ostland. Norvenia left Sudmark.", MEETING, left)
    first, second = told.events
    told = replace(told, events=(replace(first, confidence=0.3), replace(second, confidence=0.29)))
    brief = build_brief([told], least=0.3)
    assert [cited.event.confidence for row in brief.rows for cited in row.cited] == [0.3]
    assert brief.missing.weak == Weak(1, 0.3)
    weak = "1 weak reading was left out, of confidence below 0.3"
    assert any(line.startswith(weak) for line in what_was_not_found(brief.missing, articles=1))
    assert build_brief([told]).missing.weak == Weak(0, 0.0)
    assert not any("weak" in line for line in lines(told))


def test_one_outlet_is_no_second_source():
    one = reading("Norvenia met Ostland.", MEETING, outlet="Courier")
    two = reading("Norvenia met Ostland again.", MEETING, outlet="Courier")
    assert "rests on one article, of Courier" in lines(one)[-1]
    assert "all articles are of one outlet, Courier" in lines(one, two)[-1]


def test_several_outlets_are_not_said_to_confirm_each_other():
    one = reading("Norvenia met Ostland.", MEETING, outlet="Courier")
    two = reading("Norvenia met Ostland.", MEETING, outlet="Herald")
    three = reading("Norvenia met Ostland.", MEETING, outlet="")
    said = lines(one, two, three)[-1]
    assert said.startswith("2 outlets (1 article without the name of one).")
    assert "not examined" in said


def test_article_without_any_event_is_named():
    empty = reading("It rained all day in the hills.", outlet="Herald")
    full = reading("Norvenia met Ostland.", MEETING, outlet="Courier")
    assert "No event was found in article 2." in lines(full, empty)


def test_documents_passed_over_stand_in_every_form_once():
    brief = build_brief([article()], [BAD, BAD])
    assert brief.missing.problems == (BAD,)
    for format in ("html", "md", "json"):
        page = render(brief, format)
        assert page.count("inbox/a.txt") == 1
        assert "no date was found" in page


def test_nothing_open_is_said():
    text = "On Monday Norvenia met Ostland."
    monday = dt.date(2024, 3, 25)
    when = ("On Monday", monday, monday, Precision.DAY)
    brief = build_brief([reading(text, replace(MEETING, when=when))])
    assert "every row has both sides and a day" in render(brief, "md")
