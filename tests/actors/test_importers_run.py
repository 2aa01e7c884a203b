"""From files to a folder of one's own: ids, doubles, conflicts, and the resolver over it."""

import datetime as dt
import shutil

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.actors.importers import SourceFormat, import_files
from dragoman.actors.importers.source import sniff
from dragoman.actors.loader import load_catalogue
from dragoman.actors.own import compile_folder, is_fresh, resolver_for
from dragoman.actors.resolver import default_resolver
from dragoman.errors import DataError
from dragoman.records import Document, Sector, Sentence, Span
from tests.actors.importing import dump, ftm, japan

pytestmark = pytest.mark.slow


TABLE = """name,aliases,country,sector,kind,office,start,end,native,note
Hideo Tanigawa,,Japan,,,foreign-minister,2041-05-01,,谷川英夫,
Bluewater Front,BWF,KEN,REB,group,,2029,,,
Foreign Intelligence Service of Russia,SVR;Kelp House,RUS,SPY,,,,,,
Ministry of Tidal Affairs of Kenya,France,KEN,,,,2028-03,,,
France,,KEN,,party,,,,,
"""


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "mine.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A folder with the table imported, and the report."""
    folder = tmp_path_factory.mktemp("made")
    (folder / "mine.csv").write_text(TABLE, encoding="utf-8")
    return folder / "own", import_files([folder / "mine.csv"], folder / "own")


@pytest.fixture
def folder(made, tmp_path):
    """A copy of that folder, to be changed."""
    return shutil.copytree(made[0], tmp_path / "own")


def mentions(folder, text, day=dt.date(2042, 1, 1)):
    document = Document(text, day)
    return resolver_for(folder).resolve(document, [Sentence(0, Span(0, len(text)))])


def test_an_imported_minister_is_found_by_name_and_by_office(made):
    folder, _ = made
    for text in ("Hideo Tanigawa left.", "The Japanese foreign minister left.", "谷川英夫"):
        (mention,) = mentions(folder, text)
        assert mention.actor.person == "Hideo Tanigawa"
        assert mention.actor.office == "foreign-minister"


def test_an_imported_group_is_found_and_the_shipped_catalogue_still_is(made):
    folder, _ = made
    front, russia = mentions(folder, "BWF fighters fought Russia.")
    assert (front.actor.org, front.actor.country) == ("BWF", "KEN")
    assert russia.actor.country == "RUS"


def test_a_body_of_the_catalogue_keeps_its_id_and_gains_names(made):
    folder, report = made
    (service,) = (a for a in load_catalogue(folder).agencies if a.country == "RUS")
    assert service.id == "RUS-SVR"
    assert "Kelp House" in service.aliases
    assert report.counts.changed["agencies"] == 1


def test_names_of_others_are_left_out_and_told(made):
    folder, report = made
    (ministry,) = (a for a in load_catalogue(folder).agencies if a.country == "KEN")
    assert ministry.aliases == ()
    assert ministry.id == "KEN-MTAK"
    assert report.passed_over["a name that means another actor already"].count == 1
    assert report.passed_over["a body with the name of a state"].example == "mine.csv:6"


def test_a_shipped_holder_without_an_end_makes_room_for_the_users(made):
    _, report = made
    (conflict,) = report.conflicts
    assert conflict.what.startswith("JPN foreign-minister: ")
    assert "now ends on 2041-05-01, when Hideo Tanigawa of your rows begins" in conflict.message


def test_importing_again_changes_nothing(made, table):
    folder, _ = made
    before = {p: p.read_bytes() for p in folder.rglob("*") if p.is_file()}
    report = import_files([table], folder)
    assert report.rows == 0
    assert {p: p.read_bytes() for p in folder.rglob("*") if p.is_file()} == before


def test_the_users_term_replaces_the_shipped_one_of_the_same_time(tmp_path):
    path = tmp_path / "mine.csv"
    path.write_text(
        "name,country,office,start,end\n"
        "Sergei Naryshkin,RUS,intelligence-chief:SVR,2016-10-05,2017-10-05\n"
    )
    report = import_files([path], tmp_path / "own")
    assert "2016-10-05 to 2017-10-05 replaces the shipped 2016-10-05" in report.conflicts[0].message
    (mention,) = mentions(tmp_path / "own", "The SVR director left.", dt.date(2018, 1, 1))
    assert mention.actor.person is None


def test_a_less_precise_date_does_not_replace_a_better_one(tmp_path):
    path = tmp_path / "mine.csv"
    path.write_text("name,country,office,start\nSergei Lavrov,RUS,foreign-minister,2004\n")
    report = import_files([path], tmp_path / "own")
    assert (report.rows, report.counts.known["terms"]) == (0, 1)


def test_a_person_in_no_seat_has_the_sector_of_the_code(tmp_path):
    path = tmp_path / "actors.txt"
    path.write_text("MIRA_HOLLOWAY_\n\t[KENMIL 20300101-20400101]\n")
    import_files([path], tmp_path / "own")
    (mention,) = mentions(tmp_path / "own", "Mira Holloway left.", dt.date(2035, 1, 1))
    assert (mention.actor.country, mention.actor.sector) == ("KEN", Sector.MIL)


def test_files_of_several_formats_go_into_one_folder(tmp_path, table):
    wiki = dump(tmp_path / "wiki.json", japan())
    entities = dump(
        tmp_path / "ftm.json", [ftm("g", "Organization", name="Harbour Unity", country="ke",
                                    topics="pol.party")]
    )  # fmt: skip
    words = tmp_path / "actors.txt"
    words.write_text("LOW_TIDE_PARTY_ [KENPTY]\n")
    files = [wiki, entities, words, table]
    assert [sniff(f) for f in files] == list(SourceFormat)
    report = import_files(files, tmp_path / "own")
    names = {g.name for g in load_catalogue(tmp_path / "own").groups}
    assert names == {"Harbour Unity", "Low Tide Party", "Bluewater Front"}
    assert report.entries == 2 + 1 + 1 + 5


def test_a_file_of_no_known_format_is_told(tmp_path):
    path = tmp_path / "x.txt"
    path.write_text("just some words\n")
    report = import_files([path, tmp_path / "missing"], tmp_path / "own")
    assert ["--format" in p.message for p in report.problems] == [True, False]
    assert not (tmp_path / "own").exists()


# -- the folder


def test_a_changed_row_makes_the_index_stale_and_compiling_mends_it(folder):
    assert is_fresh(folder)
    with (folder / "groups.csv").open("a", encoding="utf-8") as stream:
        stream.write("KELP,Kelp Party,,KEN,PTY,,,,,\n")
    assert not is_fresh(folder)
    with pytest.raises(DataError, match=r"run `dragoman actors compile"):
        resolver_for(folder)
    compile_folder(folder)
    (mention,) = mentions(folder, "Kelp Party won.")
    assert mention.actor.org == "KELP"


def test_a_folder_without_an_index_says_what_to_run(tmp_path):
    with pytest.raises(DataError, match="dragoman actors compile"):
        resolver_for(tmp_path)
    with pytest.raises(DataError, match="dragoman actors import"):
        resolver_for(tmp_path / "none")


def test_a_row_that_cannot_be_read_stops_compiling_and_the_old_index_stays(folder):
    before = (folder / "index.txt.gz").read_bytes()
    with (folder / "groups.csv").open("a", encoding="utf-8") as stream:
        stream.write("KELP,Kelp Party,,KEN,PTY,,20x0,,,\n")
    with pytest.raises(DataError, match=r"groups\.csv:3"):
        compile_folder(folder)
    assert (folder / "index.txt.gz").read_bytes() == before


def test_states_of_ones_own_are_refused(tmp_path):
    (tmp_path / "states.csv").write_text("id\n")
    with pytest.raises(DataError, match="states cannot be added"):
        compile_folder(tmp_path)


def test_without_a_folder_the_shipped_resolver_is_used():
    assert resolver_for(None) is default_resolver()


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.binary(max_size=200))
def test_sniffing_takes_any_bytes(tmp_path, content):
    path = tmp_path / "any"
    path.write_bytes(content)
    assert sniff(path) in {*SourceFormat, None}
