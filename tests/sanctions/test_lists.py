"""Versions of lists in the ledger: kept once each, asked as of a day, never overwritten."""

import datetime as dt

import pytest

from dragoman.sanctions.errors import SanctionsListError
from dragoman.sanctions.load import read_list
from dragoman.store.lists import ListStore
from tests.sanctions import samples

NOW = dt.datetime(2024, 12, 1, 12, tzinfo=dt.UTC)
IDS = tuple(f"XXi.{number:03}" for number in range(1, 11))


@pytest.fixture
def store(tmp_path):
    with ListStore(tmp_path / "test.ledger") as opened:
        yield opened


@pytest.fixture
def add(store, tmp_path):
    def add_version(persons, day, **options):
        path = tmp_path / "un.xml"
        text = samples.un_xml(persons=persons, entities=(), date=f"{day}T00:00:00Z")
        path.write_text(options.pop("text", text), encoding="utf-8")
        with read_list(path, now=NOW, **options) as loaded:
            return store.add(loaded)

    return add_version


def entry_of(store, id, on=None):
    (held,) = store.held(on=on)
    return next(one for one in held.entries if one.entry.id == id)


def test_a_version_comes_back_with_all_its_entries(store, add):
    assert add(IDS, "2024-01-01")
    (version,) = store.versions()
    assert (version.list_name, version.entries) == ("UN SC", 10)
    assert (version.list_date, version.loaded_at) == (dt.date(2024, 1, 1), NOW)
    (held,) = store.held()
    assert [one.entry.id for one in held.entries] == list(IDS)
    assert all(one.version == version and one.present == () for one in held.entries)
    assert held.entries[0].entry.place.startswith("un.xml line")


def test_the_same_content_is_held_once(store, add):
    assert add(IDS, "2024-01-01")
    assert not add(IDS, "2024-01-01")
    assert len(store.versions()) == 1


def test_the_same_content_under_another_name_is_another_list(store, add):
    add(IDS, "2024-01-01")
    assert add(IDS, "2024-01-01", list_name="Our copy")
    assert [held.name for held in store.held()] == ["Our copy", "UN SC"]
    assert [held.name for held in store.held(list_name="UN SC")] == ["UN SC"]


def test_a_fall_by_more_than_a_fifth_is_refused_and_nothing_is_kept(store, add):
    add(IDS, "2024-01-01")
    with pytest.raises(SanctionsListError, match="7 entries found, UN SC of 2024-01-01 has 10"):
        add(IDS[:7], "2024-02-01")
    assert len(store.versions()) == 1
    assert entry_of(store, IDS[9]).present == ()


def test_a_fall_by_a_fifth_is_taken(store, add):
    add(IDS, "2024-01-01")
    assert add(IDS[:8], "2024-02-01")


def test_an_older_list_may_be_loaded_afterwards(store, add):
    add(IDS, "2024-02-01")
    assert add(IDS[:5], "2020-01-01")
    assert [v.list_date.year for v in store.versions()] == [2020, 2024]


def test_entries_that_only_one_version_has_are_marked(store, add):
    add(IDS[:9], "2024-01-01")
    add(IDS[1:], "2024-02-01")
    assert entry_of(store, IDS[0]).present == (True, False)
    assert entry_of(store, IDS[9]).present == (False, True)
    assert entry_of(store, IDS[5]).present == ()


def test_the_record_is_that_of_the_day_asked_for(store, add, tmp_path):
    old = samples.un_xml(persons=IDS[:1], entities=(), date="2024-01-01")
    add((), "", text=old)
    add((), "", text=old.replace("2024-01-01", "2024-02-01").replace("Deputy Head", "Head"))
    day = entry_of(store, IDS[0], on=dt.date(2024, 1, 15))
    assert day.entry.roles == ("Deputy Head of the Test Bureau",)
    assert day.version.list_date == dt.date(2024, 1, 1)
    assert entry_of(store, IDS[0]).entry.roles == ("Head of the Test Bureau",)
    before_all = entry_of(store, IDS[0], on=dt.date(2000, 1, 1))
    assert before_all.version.list_date == dt.date(2024, 1, 1)


def test_an_entry_gone_from_the_list_keeps_its_last_record(store, add):
    add(IDS, "2024-01-01")
    add(IDS[:9], "2024-02-01")
    gone = entry_of(store, IDS[9], on=dt.date(2024, 3, 1))
    assert gone.version.list_date == dt.date(2024, 1, 1)
    assert gone.present == (True, False)


def test_a_day_of_listing_that_one_version_tells_holds_for_all(store, tmp_path):
    folder = samples.write_quartet(tmp_path / "ofac")
    advanced = tmp_path / "sdn_advanced.xml"
    advanced.write_text(samples.ADVANCED, encoding="utf-8")
    for path, date in ((advanced, None), (folder, dt.date(2024, 4, 1))):
        with read_list(path, now=NOW, date=date) as loaded:
            store.add(loaded)
    held = entry_of(store, "101")
    assert (held.entry.listed_on, held.listed_on) == (None, dt.date(2014, 3, 20))
    assert held.version.format.value == "ofac-csv"


def test_what_was_wrong_with_records_is_kept_with_the_version(store, tmp_path):
    rows = [*samples.SDN_ROWS, samples.sdn_row(9, "NAME", "robot")]
    folder = samples.write_quartet(tmp_path / "ofac", sdn=rows)
    with read_list(folder, now=NOW, date=dt.date(2024, 1, 1)) as loaded:
        store.add(loaded)
    (version,) = store.versions()
    assert version.malformed == 1
    (problem,) = store.problems(version)
    assert problem.location == "sdn.csv line 6"


@pytest.mark.slow
def test_many_gone_entries_are_found_again(store, add):
    ids = tuple(f"XXi.{number:05}" for number in range(3000))
    add(ids, "2024-01-01")
    add(ids[600:], "2024-02-01")
    (held,) = store.held()
    assert len(held.entries) == 3000
    assert sum(one.present == (True, False) for one in held.entries) == 600


def test_entries_that_stay_the_same_are_written_once(store, add, tmp_path):
    import sqlite3

    add(IDS, "2024-01-01")
    add(IDS, "2024-02-01")
    with sqlite3.connect(tmp_path / "test.ledger") as connection:
        count = connection.execute("SELECT COUNT(*) FROM list_records").fetchone()[0]
    connection.close()
    assert count == len(IDS)
