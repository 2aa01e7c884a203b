import pytest

from dragoman.actors.loader import load_catalogue
from dragoman.errors import DataError
from dragoman.records import Sector
from tests.actors.reading import SMALL, write_catalogue


def test_reads_every_file(tmp_path):
    catalogue = load_catalogue(write_catalogue(tmp_path))
    assert [s.id for s in catalogue.states] == ["ARL", "BOR", "OLB"]
    assert catalogue.states[0].demonyms == ("Arlandic", "Arlanders")
    assert catalogue.agencies[0].sector is Sector.SPY
    assert {t.place for t in catalogue.terms} == {"ARL", "BOR", "INT"}
    assert catalogue.terms[0].where == "ARL.csv:2"


def test_a_missing_file_is_an_empty_one(tmp_path):
    assert load_catalogue(tmp_path).states == ()


@pytest.mark.parametrize(
    ("file", "wrong", "right", "message"),
    [
        ("states.csv", "BOR,BO,Bora", "ARL,BO,Bora", r"states.csv:3: id 'ARL' found again"),
        ("states.csv", "2001,,,\n", "21st century,,,\n", r"states.csv:3: .*YYYY"),
        ("states.csv", "ARL,AR,Arland,", "ARL,AR,,", r"states.csv:2: the column 'name' is empty"),
        ("states.csv", ",demonyms", ",peoples", r"states.csv:1: no column demonyms"),
        ("groups.csv", ",REB,", ",REBEL,", r"groups.csv:2: sector 'REBEL' found; one of GOV"),
        ("groups.csv", "2010,,,", "2010,,,,,", r"groups.csv:2: more cells than columns"),
        ("groups.csv", ",REB,2010,,,", ",REB", r"groups.csv:2: fewer cells than columns"),
        ("agencies.csv", "ARL-AIS,ARL", "AIS,ARL", r"agencies.csv:2: id 'AIS' .* 'ARL-'"),
        ("holders/ARL.csv", "2015-05-01,2020", "2025-05-01,2020", r"ARL.csv:2: end .* before"),
    ],
)
def test_a_fault_names_file_and_line(tmp_path, file, wrong, right, message):
    assert wrong in SMALL[file]
    write_catalogue(tmp_path, **{file: SMALL[file].replace(wrong, right, 1)})
    with pytest.raises(DataError, match=message):
        load_catalogue(tmp_path)


def test_bytes_that_are_no_text_are_a_fault_of_the_file(tmp_path):
    write_catalogue(tmp_path)
    (tmp_path / "groups.csv").write_bytes(b"id,name\xff\n")
    with pytest.raises(DataError, match=r"groups\.csv"):
        load_catalogue(tmp_path)
