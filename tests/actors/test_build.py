import gzip

import pytest

from dragoman.actors import read_index
from dragoman.actors.build import compile_index, main
from dragoman.actors.index import INDEX
from dragoman.errors import DataError
from tests.actors.reading import SMALL, write_catalogue


def test_the_same_files_give_the_same_bytes(tmp_path):
    write_catalogue(tmp_path)
    first = compile_index(tmp_path)
    assert compile_index(tmp_path) == first
    assert first[4:8] == bytes(4)  # no time in the gzip header


def test_check_tells_a_stale_index_from_a_fresh_one(tmp_path):
    write_catalogue(tmp_path)
    assert main(["--check", "--folder", str(tmp_path)]) == 1
    assert main(["--folder", str(tmp_path)]) == 0
    assert main(["--check", "--folder", str(tmp_path)]) == 0
    write_catalogue(tmp_path, **{"states.csv": SMALL["states.csv"].replace("Arport", "Newport")})
    assert main(["--check", "--folder", str(tmp_path)]) == 1


def test_a_faulty_file_stops_the_build(tmp_path, caplog):
    write_catalogue(tmp_path, **{"states.csv": "id,name\nARL,Arland\n"})
    assert main(["--folder", str(tmp_path)]) == 2
    assert "states.csv:1: no column" in caplog.text


def test_a_title_in_two_rows_stops_the_build(tmp_path):
    write_catalogue(tmp_path)
    with (tmp_path / "titles.csv").open("a", encoding="utf-8") as stream:
        stream.write("admiral,,GOV,person,,,\n")
    with pytest.raises(DataError, match="admiral found twice"):
        compile_index(tmp_path)


def test_an_index_that_is_none_is_refused(tmp_path):
    path = tmp_path / INDEX
    for content in (b"", b"not gzip", gzip.compress(b"not json"), gzip.compress(b"{}\nno tab")):
        path.write_bytes(content)
        with pytest.raises(DataError, match=r"dragoman\.actors\.build"):
            read_index(path)


def test_the_index_gives_back_what_the_files_say(tmp_path):
    write_catalogue(tmp_path)
    (tmp_path / INDEX).write_bytes(compile_index(tmp_path))
    index = read_index(tmp_path / INDEX)
    assert index.state("BOR").name == "Bora"
    assert index.agency("ARL-AIS").kind == "intelligence"
    assert [p.name for p in index.persons_of("ARL")] == [
        "Ana Torvald",
        "Emil Kestrel",
        "Ivo Marchetti",
    ]
    with pytest.raises(KeyError):
        index.state("XXX")
