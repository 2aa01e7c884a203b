"""The simple table: what each row becomes, and what is said of one that is no actor."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.actors.catalogue import Agency, Group, Organisation, Term
from dragoman.actors.importers.simple_csv import COLUMNS, read_csv
from dragoman.actors.period import Period
from dragoman.records import Sector
from tests.actors.importing import known, sorted_items

HEADER = ",".join(COLUMNS) + "\n"


def read(tmp_path, rows, header=HEADER):
    path = tmp_path / "mine.csv"
    path.write_text(header + rows, encoding="utf-8")
    return sorted_items(read_csv(path, known()))


@pytest.mark.parametrize(
    ("row", "kind", "said"),
    [
        ("Lin Ostrava,,Czechia,,,foreign-minister,2030,,,", Term,
         {"place": "CZE", "office": "foreign-minister", "period": Period("2030", "")}),
        ("Lin Ostrava,,Czechia,,,Minister of Foreign Affairs,,,,", Term,
         {"office": "foreign-minister"}),
        ("Lin Ostrava,,CZE,,,Minister of Kelp Farming,,,,", Term,
         {"office": "kelp-farming-minister"}),
        ("Lin Ostrava,,RUS,,,intelligence-chief:SVR,,,,", Term,
         {"office": "intelligence-chief:SVR"}),
        ("Lin Ostrava,,NATO,,,chief,,,,", Term, {"place": "INT", "office": "NATO:chief"}),
        ("Lin Ostrava,,CZE,mil,person,,,,,", Term, {"office": "figure-mil"}),
        ("Kelp Union,KLU;K.L.U.,,IGO,,,,,,", Organisation,
         {"aliases": ("KLU", "K.L.U."), "kind": "igo"}),
        ("Kelp Watch,,,,ngo,,,,,", Organisation, {"sector": Sector.NGO}),
        ("Kelp Front,,KEN;UGA,REB,,,,,,", Group, {"countries": ("KEN", "UGA")}),
        ("Kelp Party,,Kenya,,party,,,,,", Group, {"sector": Sector.PTY}),
        ("Ministry of Kelp,,KEN,,,,,,,", Agency, {"kind": "other-ministry", "country": "KEN"}),
        ("Kelp Intelligence Service,,KEN,,,,,,,", Agency, {"sector": Sector.SPY}),
    ],
)  # fmt: skip
def test_a_row_becomes_what_its_cells_say(tmp_path, row, kind, said):
    (entry,), _, problems = read(tmp_path, row + "\n")
    assert not problems
    assert isinstance(entry, kind)
    assert {name: getattr(entry, name) for name in said} == said


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (",,KEN,,,,,,,", "a name is expected"),
        ("Xan,,Atlantis,,,,,,,", "'Atlantis' found"),
        ("Xan,,,,,foreign-minister,,,,", "fill in country"),
        ("Xan,,KEN,ABC,,,,,,", "sector 'ABC' found"),
        ("Xan,,KEN,,person,,2020-13,,,", "YYYY-MM-DD expected"),
        ("Xan,,KEN,,person,,2021,2020,,", "before start"),
        ("Xan,,KEN,,,member of parliament,,,,", "many hold at a time"),
        ("Xan,,,,,,,,,", "set kind to organisation"),
        ("Xan,KEN", "2 cells for 10 columns"),
    ],
)
def test_a_row_that_is_no_actor_is_told_with_its_line(tmp_path, row, words):
    entries, _, problems = read(tmp_path, f"{row}\nKelp Party,,Kenya,,party,,,,,\n")
    assert len(entries) == 1
    (problem,) = problems
    assert problem.location == "mine.csv:2"
    assert words in problem.message


def test_columns_may_come_in_any_order_and_be_missing(tmp_path):
    (entry,), _, _ = read(tmp_path, "ngo,Kelp Watch\n", header="kind,name\n")
    assert entry.name == "Kelp Watch"


def test_a_table_without_names_is_told(tmp_path):
    entries, _, (problem,) = read(tmp_path, "a,b\n", header="x,y\n")
    assert not entries
    assert "no column name" in problem.message


@settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.text(alphabet='ab",;\nKEN2020-é\x00', max_size=30), max_size=5))
def test_no_rows_stop_the_import(tmp_path, rows):
    entries, _, problems = read(tmp_path, "Kelp Watch,,,,ngo,,,,,\n" + "\n".join(rows))
    assert entries[0].name == "Kelp Watch"
    assert all(p.message for p in problems)
