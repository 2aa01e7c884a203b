"""The ledger keeps everything once, gives it back whole, and refuses what is no ledger."""

import datetime as dt
import sqlite3
from dataclasses import replace

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory

from dragoman import store
from dragoman.errors import DataError
from dragoman.records import Document, EventType, Problem, ProblemKind
from dragoman.store import EventFilter, Ledger
from dragoman.store.open import HEAD
from tests.events.rules.small import CODER

NOW = dt.datetime(2024, 4, 1, tzinfo=dt.UTC)
ARTICLE = Document(
    text="Russia attacked Ukraine. Tokyo said Putin may visit Pyongyang.",
    date=dt.date(2024, 3, 30),
    outlet="Sample Wire",
)
OTHER = Document(text="China sent aid to North Korea.", date=dt.date(2024, 3, 1))


@pytest.fixture
def ledger(tmp_path):
    with Ledger(tmp_path / "test.ledger") as opened:
        yield opened


def start(ledger):
    return ledger.start_run(coder="rules/1", settings={"a": 1}, inputs="x", now=NOW)


def test_what_was_written_comes_back_the_same(ledger):
    reading = CODER.code(ARTICLE)
    assert ledger.add(start(ledger), [reading]) == (1, 2, 0)
    assert list(ledger.documents()) == [ARTICLE]
    stored = list(ledger.events())
    assert sorted(s.event.id for s in stored) == sorted(e.id for e in reading.events)
    assert {s.event for s in stored} == set(reading.events)


def test_the_same_article_twice_changes_nothing(ledger):
    run = start(ledger)
    ledger.add(run, [CODER.code(ARTICLE)])
    before = ledger.counts()
    assert ledger.add(run, [CODER.code(ARTICLE)]) == (0, 0, 0)
    assert ledger.counts() == before


def test_problems_are_kept_once(ledger):
    problem = Problem(ProblemKind.NO_DATE, "a.txt", "no date found")
    assert ledger.add(start(ledger), [problem, problem]) == (0, 0, 1)
    assert list(ledger.problems()) == [problem]


def test_a_run_tells_what_it_did_and_whether_it_ended(ledger):
    run = start(ledger)
    ledger.add(run, [CODER.code(ARTICLE)])
    (unfinished,) = ledger.runs()
    assert unfinished.finished is None
    ledger.finish_run(run, now=NOW)
    (finished,) = ledger.runs()
    assert (finished.documents, finished.events, finished.settings) == (1, 2, {"a": 1})
    assert finished.finished is not None


@pytest.mark.parametrize(
    ("wanted", "count"),
    [
        (EventFilter(), 3),
        (EventFilter(actor="PRK"), 2),
        (EventFilter(actor="prk"), 2),
        (EventFilter(actor="pr"), 0),
        (EventFilter(source="RUS"), 2),
        (EventFilter(target="PRK", statuses=("speculated",)), 1),
        (EventFilter(types=(EventType.AID.value,)), 1),
        (EventFilter(since=dt.date(2024, 3, 15)), 2),
        (EventFilter(until=dt.date(2024, 3, 15)), 1),
        (EventFilter(document=OTHER.id), 1),
        (EventFilter(coder="model/1"), 0),
        (EventFilter(confidence=0.5), 3),
        (EventFilter(confidence=0.95), 0),
    ],
)
def test_events_are_found_by_what_is_asked(ledger, wanted, count):
    ledger.add(start(ledger), [CODER.code(ARTICLE), CODER.code(OTHER)])
    assert len(list(ledger.events(wanted))) == count


def test_of_several_readings_of_a_document_the_last_counts(ledger):
    reading = CODER.code(ARTICLE)
    later = replace(
        reading, coder="later/2", events=tuple(replace(e, coder="later/2") for e in reading.events)
    )
    ledger.add(start(ledger), [reading, CODER.code(OTHER)])
    ledger.add(start(ledger), [later])
    found = {(s.document.id, s.event.coder) for s in ledger.events()}
    assert found == {(ARTICLE.id, "later/2"), (OTHER.id, reading.coder)}
    assert len(list(ledger.events(EventFilter(all_readings=True)))) == 5
    assert len(list(ledger.events(EventFilter(coder=reading.coder)))) == 3
    # a later reading that finds nothing counts too
    ledger.add(start(ledger), [replace(reading, coder="later/3", events=())])
    assert {s.document.id for s in ledger.events()} == {OTHER.id}


def test_a_missing_ledger_is_not_made_by_asking_it(tmp_path):
    with pytest.raises(DataError, match="no ledger here"):
        Ledger(tmp_path / "none.ledger", create=False)
    assert list(tmp_path.iterdir()) == []


def test_what_is_no_ledger_is_refused_and_left_alone(tmp_path):
    text = tmp_path / "notes.txt"
    text.write_text("not a database at all, only some words " * 50)
    with pytest.raises(DataError, match="not a ledger"):
        Ledger(text)
    assert text.read_text().startswith("not a database")


def test_another_database_is_refused(tmp_path):
    path = tmp_path / "other.sqlite"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE things (id INTEGER)")
    connection.close()
    with pytest.raises(DataError, match="other tables"):
        Ledger(path)


def test_a_ledger_of_a_newer_version_is_refused(tmp_path):
    path = tmp_path / "new.ledger"
    Ledger(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    with pytest.raises(DataError, match="newer Dragoman"):
        Ledger(path)


def test_the_newest_migration_is_the_one_the_code_expects():
    config = Config()
    folder = str(store.__path__[0])
    config.set_main_option("script_location", f"{folder}/migrations")
    assert ScriptDirectory.from_config(config).get_current_head() == HEAD


def test_migrations_give_the_schema_of_the_code(tmp_path):
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    from dragoman.store.open import open_engine
    from dragoman.store.schema import metadata

    engine = open_engine(tmp_path / "test.ledger")
    with engine.connect() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), metadata)
    engine.dispose()
    assert differences == []
