"""Types folded to the PLOVER of 2018, which had fifteen and told status by type."""

import pytest

from dragoman.events.ontology import fold_2018, ontology
from dragoman.records import EventType, Mode, Status

COOPERATIVE = ("CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT")
MATERIAL_CONFLICT = ("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT")
WORDS = ("REQUEST", "ACCUSE", "REJECT", "THREATEN")


def fold(type_, status="asserted", mode=None):
    return fold_2018(EventType(type_), Mode(mode) if mode else None, Status(status))


@pytest.mark.parametrize("type_", sorted({t.value for t in EventType} - {"CONCEDE", "RETREAT"}))
def test_what_is_asserted_keeps_its_type(type_):
    assert fold(type_) == type_


@pytest.mark.parametrize("type_", ["CONCEDE", "RETREAT"])
@pytest.mark.parametrize("status", ["asserted", "alleged", "speculated", "hypothetical"])
def test_yielding_in_words_and_deeds_is_one_type(type_, status):
    assert fold(type_, status) == "YIELD"


@pytest.mark.parametrize("type_", COOPERATIVE)
def test_cooperation_to_come_is_a_promise(type_):
    assert fold(type_, "planned") == "AGREE"


@pytest.mark.parametrize("type_", [*COOPERATIVE, "AGREE"])
def test_cooperation_that_is_denied_is_a_refusal(type_):
    assert fold(type_, "denied") == "REJECT"


@pytest.mark.parametrize("type_", MATERIAL_CONFLICT)
@pytest.mark.parametrize("status", ["planned", "hypothetical"])
def test_conflict_to_come_is_a_threat(type_, status):
    assert fold(type_, status) == "THREATEN"


@pytest.mark.parametrize("type_", MATERIAL_CONFLICT)
@pytest.mark.parametrize("status", ["alleged", "denied", "speculated"])
def test_conflict_that_others_tell_of_keeps_its_type(type_, status):
    assert fold(type_, status) == type_


@pytest.mark.parametrize("type_", WORDS)
@pytest.mark.parametrize("status", Status)
def test_words_of_conflict_keep_their_type_whatever_the_status(type_, status):
    assert fold(type_, status) == type_


@pytest.mark.parametrize(
    ("type_", "mode", "status", "expected"),
    [
        ("SANCTION", "convict", "asserted", "ACCUSE"),
        ("SANCTION", "convict", "planned", "ACCUSE"),
        ("SANCTION", "expel", "asserted", "SANCTION"),
        ("COERCE", "cyber", "asserted", "ASSAULT"),
        ("COERCE", "cyber", "alleged", "ASSAULT"),
        ("COERCE", "arrest", "asserted", "COERCE"),
        ("RETREAT", "withdraw", "planned", "AGREE"),
        ("CONSULT", "visit", "planned", "AGREE"),
        ("REQUEST", "yield", "asserted", "REQUEST"),
    ],
)
def test_some_modes_were_of_another_type(type_, mode, status, expected):
    assert fold(type_, status, mode) == expected


@pytest.mark.parametrize("type_", EventType)
@pytest.mark.parametrize("status", Status)
def test_every_type_mode_and_status_folds_to_one_of_fifteen(type_, status):
    known = {t.value for t in EventType} - {"CONCEDE", "RETREAT"} | {"YIELD"}
    assert len(known) == 15
    for mode in (None, *ontology()[type_].modes):
        assert fold_2018(type_, mode, status) in known
