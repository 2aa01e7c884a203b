"""PETRARCH actor dictionaries: phrases, synonyms, dated codes and comments."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.actors.catalogue import Agency, Group, Organisation, Term
from dragoman.actors.importers.petrarch import read_petrarch
from dragoman.actors.importers.petrarch_codes import parse_code, read_date, read_meaning
from dragoman.actors.period import Period
from dragoman.records import Sector
from tests.actors.importing import known, sorted_items

DICTIONARY = """<!-- our own
  dictionary -->
# KENYA_OLD [KEN]
KENYA_  [KEN]  ; a state
+NAIROBI_

BEATRIX_O'MALLEY_  ; a person
+B._OMALLEY
\t[KENGOV 990101-20051231]
\t[KENELI >20051231]   # later
\t[KENOPP <990101]

SEA_PEOPLES_LIBERATION_ARMY_ [KENREB]
+SPLX
KENYAN_TIDE_POLICE [KENCOP]
WORLD_HARBOUR_COUNCIL [IGOXYZ]
NOBODY_AT_ALL [---]
SHOPKEEPERS [KENBUS]
"""


def read(tmp_path, text):
    path = tmp_path / "actors.txt"
    path.write_text(text, encoding="utf-8")
    return sorted_items(read_petrarch(path, known()))


def test_a_person_with_dated_codes_has_a_term_for_each(tmp_path):
    entries, _, problems = read(tmp_path, DICTIONARY)
    terms = [e for e in entries if isinstance(e, Term)]
    assert not problems
    assert {t.person for t in terms} == {"Beatrix O'Malley"}
    assert {t.aliases for t in terms} == {("B. Omalley",)}
    assert [(t.place, t.office, t.period) for t in terms] == [
        ("KEN", "figure-gov", Period("1999-01-01", "2005-12-31")),
        ("KEN", "figure-unk", Period("2005-12-31", "")),
        ("KEN", "figure-opp", Period("", "1999-01-01")),
    ]


def test_bodies_go_to_the_table_of_their_code(tmp_path):
    entries, passed_over, _ = read(tmp_path, DICTIONARY)
    army, police, council = (e for e in entries if not isinstance(e, Term))
    assert isinstance(army, Group)
    assert (army.aliases, army.countries, army.sector) == (("SPLX",), ("KEN",), Sector.REB)
    assert isinstance(police, Agency)
    assert (police.name, police.kind) == ("Kenyan Tide Police", "police")
    assert isinstance(council, Organisation)
    assert sorted(passed_over) == [
        "a code of nobody in the catalogue's lists",
        "a phrase that is neither a person's name nor a body of a known kind",
        "the name of a state, which the catalogue holds",
    ]


def test_a_broken_line_is_told_with_its_number_and_the_rest_goes_on(tmp_path):
    text = "+ORPHAN\nMARA_QUILL [KENGOV 2000-2008\nOLAF_QUAY\n\t[KENGOV 20001301-20080101]\n"
    entries, _, problems = read(tmp_path, text + DICTIONARY)
    assert [p.location for p in problems] == ["actors.txt:1", "actors.txt:2", "actors.txt:4"]
    assert "Beatrix O'Malley" in {getattr(e, "person", "") for e in entries}


@pytest.mark.parametrize(
    ("text", "code", "period"),
    [
        ("[RUSGOV 2000-2008]", "RUSGOV", Period("2000", "2008")),
        ("[RUSGOV <990101]", "RUSGOV", Period("", "1999-01-01")),
        ("[RUSELI > 000101]", "RUSELI", Period("2000-01-01", "")),
        ("[rusmil 450703 - 19470121]", "RUSMIL", Period("1945-07-03", "1947-01-21")),
        ("[RUS]", "RUS", Period()),
    ],
)
def test_codes_and_their_dates(text, code, period):
    assert (parse_code(text).code, parse_code(text).period) == (code, period)


@pytest.mark.parametrize(
    "text", ["[]", "RUS", "[RUS 12]", "[RUS 990230-990301]", "[RUS 2008-2000]"]
)
def test_what_is_no_code_is_an_error(text):
    with pytest.raises(ValueError):
        parse_code(text)


def test_two_digits_up_to_30_are_of_this_century():
    assert (read_date("300101"), read_date("310101")) == ("2030-01-01", "1931-01-01")


@pytest.mark.parametrize(
    ("code", "country", "sector"),
    [
        ("RUSGOV", "RUS", Sector.GOV),
        ("PSEREBHMS", "PSE", Sector.REB),
        ("ROMMED", "ROU", Sector.JRN),
        ("GZSINS", "PSE", Sector.REB),
        ("IGOUNO", None, Sector.IGO),
        ("KEN", "KEN", Sector.UNK),
    ],
)
def test_a_code_is_a_country_and_a_sector(code, country, sector):
    meaning = read_meaning(code, known().codes)
    assert (meaning.country, meaning.sector) == (country, sector)


_LINE = st.text(alphabet="AB_+[]<>-;# \t019!KENGOVZ", max_size=24)


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(_LINE, max_size=8))
def test_no_lines_stop_the_import(tmp_path, lines):
    text = "\n".join(line for line in lines if "<!" not in line)
    entries, _, _ = read(tmp_path, f"{text}\n\nLAST_TIDE_PARTY [KENPTY]\n")
    assert "Last Tide Party" in {getattr(e, "name", "") for e in entries}
