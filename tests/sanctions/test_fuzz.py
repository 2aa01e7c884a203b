"""Damaged files: each is read or refused, fast, and never takes the place of a good version."""

import datetime as dt
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.sanctions.errors import SanctionsListError
from dragoman.sanctions.load import read_list
from dragoman.store.lists import ListStore
from tests.sanctions import samples

pytestmark = pytest.mark.slow


NOW = dt.datetime(2024, 4, 1, tzinfo=dt.UTC)
DAY = dt.date(2024, 3, 25)
QUARTET = {
    "sdn.csv": samples.csv_text(samples.SDN_ROWS),
    "alt.csv": samples.csv_text(samples.ALT_ROWS),
    "add.csv": samples.csv_text(samples.ADD_ROWS),
}
JUNK = [
    *(
        text.encode()
        for text in "< > & \" ' ; , { [[[[ &amp; <!DOCTYPE\tx> ]]> -0-\t 한".split(" ")
    ),
    *(b"\n", b"\0", b"\x1a", b"\xff", b"\xed\xa0\x80", b"9" * 400),
]


@st.composite
def damage(draw, content):
    """The content cut, with bits flipped, with junk in it, or with a piece doubled."""
    data = bytearray(content)
    for _ in range(draw(st.integers(1, 4))):
        place = draw(st.integers(0, max(0, len(data) - 1)))
        kind = draw(st.sampled_from(["cut", "flip", "junk", "drop", "double", "big"]))
        if kind == "cut":
            del data[place:]
        elif kind == "flip" and data:
            data[place] ^= 1 << draw(st.integers(0, 7))
        elif kind == "junk":
            data[place:place] = draw(st.sampled_from(JUNK))
        elif kind == "drop":
            del data[place : place + draw(st.integers(1, 200))]
        elif kind == "double":
            data[place:place] = data[place : place + draw(st.integers(1, 500))]
        elif kind == "big":
            data[place:place] = b"x" * 200_000
    return bytes(data)


def attempt(path, **options):
    """The list, or ``None`` where it was refused; anything else that is raised fails."""
    started = time.perf_counter()
    try:
        with read_list(path, now=NOW, **options) as loaded:
            entries = list(loaded.entries())
            assert loaded.version.entries == len(entries) > 0
            return entries
    except SanctionsListError:
        return None
    finally:
        assert time.perf_counter() - started < 10


FUZZ = settings(
    max_examples=60,  # 700 were run while this was written
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@pytest.mark.parametrize("name", sorted(samples.FILES))
@FUZZ
@given(st.data())
def test_a_damaged_file_is_read_or_refused(tmp_path, name, data):
    path = tmp_path / name
    path.write_bytes(data.draw(damage(samples.FILES[name].encode("utf-8"))))
    attempt(path)


@FUZZ
@given(st.sampled_from(sorted(QUARTET)), st.data())
def test_a_damaged_quartet_is_read_or_refused(tmp_path, name, data):
    for file, text in QUARTET.items():
        (tmp_path / file).write_text(text, encoding="utf-8", newline="")
    (tmp_path / name).write_bytes(data.draw(damage(QUARTET[name].encode("utf-8"))))
    attempt(tmp_path, date=DAY)


@FUZZ
@given(st.binary(max_size=400))
def test_noise_is_refused_in_every_format(tmp_path, noise):
    path = tmp_path / "noise"
    path.write_bytes(noise)
    assert attempt(path, date=DAY) is None


@settings(parent=FUZZ, max_examples=30)
@given(st.data())
def test_a_damaged_file_never_takes_the_place_of_a_good_version(tmp_path_factory, data):
    folder: Path = tmp_path_factory.mktemp("ledger")
    good, bad = folder / "good.xml", folder / "bad.xml"
    people = tuple(f"XXi.{n:03}" for n in range(20))
    content = samples.un_xml(persons=people).encode("utf-8")
    good.write_bytes(content)
    bad.write_bytes(data.draw(damage(content)))
    with ListStore(folder / "test.ledger") as store:
        with read_list(good, now=NOW) as loaded:
            store.add(loaded)
        (before,) = store.held()
        try:
            with read_list(bad, now=NOW) as loaded:
                store.add(loaded)
        except SanctionsListError:
            assert store.held() == [before]
        (after,) = store.held()
        assert before.versions[0] in after.versions
        kept = {held.entry.id: held for held in after.entries}
        assert kept.keys() >= {held.entry.id for held in before.entries}
        assert all(len(version.checksum) == 64 for version in after.versions)
        smallest = min(version.entries for version in after.versions)
        assert smallest >= 0.8 * before.versions[0].entries
