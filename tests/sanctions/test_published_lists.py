"""Published lists, where copies of them lie beside the repository; passed over elsewhere."""

import datetime as dt
from pathlib import Path

import pytest

from dragoman.sanctions.entry import EntryKind
from dragoman.sanctions.evidence import Query
from dragoman.sanctions.load import read_list
from dragoman.sanctions.match import Matcher
from dragoman.sanctions.wording import describe
from dragoman.store.lists import ListStore

DATA = Path(__file__).parents[2].parent / "shared" / "data" / "sanctions"
pytestmark = pytest.mark.skipif(
    not DATA.is_dir(), reason="no copies of published lists beside the repository"
)
NOW = dt.datetime(2026, 6, 1, tzinfo=dt.UTC)
ON = dt.date(2024, 3, 30)


@pytest.fixture(scope="module")
def matcher(tmp_path_factory):
    with ListStore(tmp_path_factory.mktemp("lists") / "test.ledger") as store:
        for name, date in (
            ("ofac_2021", dt.date(2021, 7, 7)),
            ("UN_consolidated_2026-02-27.xml.gz", None),
        ):
            with read_list(DATA / name, now=NOW, date=date) as loaded:
                assert loaded.version.malformed == 0
                store.add(loaded)
        return Matcher(store.held(on=ON))


def best(matcher, name, *countries, list_name="OFAC SDN", **known):
    matches = matcher.match(Query(name, countries, **known), on=ON, threshold=0.0, limit=None)
    return next((match for match in matches if match.list_name == list_name), None)


def test_the_counts_are_those_of_the_files(matcher):
    assert {held.name: len(held.entries) for held in matcher.lists} == {
        "OFAC SDN": 8976,
        "UN SC": 1003,
    }


def test_naryshkin_is_found_under_the_older_title(matcher):
    match = best(matcher, "Sergei Naryshkin", "RUS", role="SVR director", kind=EntryKind.PERSON)
    assert match.entry.id == "16691"
    assert match.score > 0.75
    assert "under an older role: 'Chairman of the State Duma" in describe(match)
    assert "(text: 'SVR director')" in describe(match)


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("Reconnaissance General Bureau", "KPe.031"),
        ("KOMID", "KPe.001"),
        ("Korea Mining Development Trading Corp.", "KPe.001"),
    ],
)
def test_north_korean_bodies_are_found_on_the_un_list(matcher, name, id):
    match = best(matcher, name, "PRK", list_name="UN SC", kind=EntryKind.ENTITY)
    assert match.entry.id == id
    assert match.score > 0.75
    assert "listed since 20" in describe(match)


def test_common_names_stand_below_real_ones(matcher):
    common = [
        match.score
        for name, country in (("Kim Chol", "PRK"), ("Li Wei", "CHN"), ("Wang Lei", "CHN"))
        for match in [
            best(matcher, name, country, list_name=list_name, kind=EntryKind.PERSON)
            for list_name in ("OFAC SDN", "UN SC")
        ]
        if match
    ]
    real = [
        best(matcher, "Sergei Naryshkin", "RUS", kind=EntryKind.PERSON).score,
        best(matcher, "Ramzan Kadyrov", "RUS", kind=EntryKind.PERSON).score,
        best(matcher, "Kim Jong-un", "PRK", kind=EntryKind.PERSON).score,
    ]
    assert max(common) < min(real)
    assert max(common, default=0) < 0.65


@pytest.mark.parametrize(
    "name", ["Joe Biden", "Antony Blinken", "Xi Jinping", "Wilhelmina Obermaier"]
)
def test_who_is_on_neither_list_has_no_match_worth_showing(matcher, name):
    assert matcher.match(Query(name, kind=EntryKind.PERSON), on=ON) == []


def test_a_fall_against_the_published_list_is_refused(tmp_path):
    from dragoman.sanctions.errors import SanctionsListError

    with ListStore(tmp_path / "test.ledger") as store:
        with read_list(DATA / "ofac_2021", now=NOW, date=dt.date(2021, 7, 7)) as loaded:
            store.add(loaded)
        with (
            read_list(DATA / "ofac_tiny", now=NOW, date=dt.date(2025, 6, 1)) as loaded,
            pytest.raises(SanctionsListError, match="17 entries found"),
        ):
            store.add(loaded)
        assert len(store.versions()) == 1
