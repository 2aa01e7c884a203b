import pytest

from dragoman.actors.build import load_lexicon
from dragoman.actors.check import FaultKind, check_catalogue, check_file, overlaps
from dragoman.actors.loader import load_catalogue, load_terms
from tests.actors.reading import SMALL, write_catalogue

HEADER = "office,title,person,aliases,native,start,end,note\n"


def kinds(folder):
    faults = check_catalogue(load_catalogue(folder), load_lexicon(folder)["offices"])
    return [f.kind for f in faults]


def test_the_small_catalogue_has_no_fault(tmp_path):
    assert kinds(write_catalogue(tmp_path)) == []


@pytest.mark.parametrize(
    ("file", "wrong", "right", "kind"),
    [
        ("states.csv", "2001,BOR,", "2001,ZZZ,", FaultKind.UNKNOWN_ID),
        ("organisations.csv", "IGO,LEAGUE,", "IGO,LOST,", FaultKind.UNKNOWN_ID),
        ("groups.csv", ",BOR,REB", ",ZZZ,REB", FaultKind.UNKNOWN_ID),
        ("holders/INT.csv", "LEAGUE:chief", "LOST:chief", FaultKind.UNKNOWN_ID),
        ("holders/BOR.csv", "head-of-government", "head-of-nothing", FaultKind.UNKNOWN_OFFICE),
        ("groups.csv", "Free Bora Army,FBA", "Free Bora Army,L2S", FaultKind.DOUBLE_NAME),
    ],
)
def test_each_fault_is_found(tmp_path, file, wrong, right, kind):
    assert wrong in SMALL[file]
    write_catalogue(tmp_path, **{file: SMALL[file].replace(wrong, right)})
    assert kind in kinds(tmp_path)


def test_a_note_makes_a_double_name_allowed(tmp_path):
    text = SMALL["groups.csv"].replace("FBA,BOR,REB,2010,,,", "L2S,BOR,REB,2010,,,ambiguous: L2S")
    assert kinds(write_catalogue(tmp_path, **{"groups.csv": text})) == []


def terms_of(tmp_path, rows):
    path = tmp_path / "ARL.csv"
    path.write_text(HEADER + rows, encoding="utf-8")
    return load_terms(path)


def test_an_overlap_names_both_people_and_the_days(tmp_path):
    terms = terms_of(
        tmp_path,
        "speaker,Speaker,Ana Torvald,,,2010-01-01,2015-06-30,\n"
        "speaker,Speaker,Emil Kestrel,,,2015-06-01,,\n",
    )
    (fault,) = overlaps(terms)
    assert fault.kind is FaultKind.OVERLAP
    assert "Ana Torvald (ARL.csv:2) and Emil Kestrel both hold it" in fault.message
    assert "from 2015-06-01 to 2015-06-30" in fault.message


@pytest.mark.parametrize("end", ["2015-06-01", "2015-06", "2015"])
def test_a_handover_is_no_overlap(tmp_path, end):
    terms = terms_of(
        tmp_path,
        f"speaker,Speaker,Ana Torvald,,,2010,{end},\nspeaker,Speaker,Emil Kestrel,,,2015-06,,\n",
    )
    assert list(overlaps(terms)) == []


def test_a_file_of_ones_own_is_checked(tmp_path):
    path = tmp_path / "ZZZ.csv"
    path.write_text(HEADER + "speaker,Speaker,Ana Torvald,,,2010,,\n", encoding="utf-8")
    (fault,) = check_file(path)
    assert "no state has the id 'ZZZ'" in str(fault)


def test_a_file_that_cannot_be_read_is_one_fault(tmp_path):
    path = tmp_path / "KEN.csv"
    path.write_text("office,person\n", encoding="utf-8")
    (fault,) = check_file(path)
    assert fault.kind is FaultKind.MALFORMED
    (fault,) = check_file(tmp_path / "UGA.csv") or check_file(path)
    assert fault.kind is FaultKind.MALFORMED
