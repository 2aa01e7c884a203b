"""The ontology files are complete, consistent, and say what the manual says."""

import pytest

from dragoman.events.ontology import (
    cameo_codes,
    from_cameo,
    ontology,
    quad_class,
    to_cameo,
    valid_mode,
)
from dragoman.records import EventType, Mode, QuadClass


def test_every_type_has_a_quad_class_of_manual_size():
    sizes = {q: sum(quad_class(t) is q for t in EventType) for q in QuadClass}
    assert sizes == {
        QuadClass.VERBAL_COOPERATION: 4,
        QuadClass.MATERIAL_COOPERATION: 3,
        QuadClass.VERBAL_CONFLICT: 4,
        QuadClass.MATERIAL_CONFLICT: 5,
    }


def test_scores_lie_on_the_scale_and_share_the_sign_of_their_quad_class():
    for spec in ontology().values():
        assert -10 <= spec.score <= 10
        cooperative = spec.quad in (QuadClass.VERBAL_COOPERATION, QuadClass.MATERIAL_COOPERATION)
        assert (spec.score > 0) is cooperative


def test_every_mode_belongs_to_a_type():
    used = {mode for spec in ontology().values() for mode in spec.modes}
    assert used == set(Mode)


def test_every_exported_cameo_code_is_in_the_table():
    known = set(cameo_codes())
    for spec in ontology().values():
        assert {spec.cameo, *spec.modes.values()} <= known


def test_exported_base_codes_read_back_as_their_own_type():
    for type_, spec in ontology().items():
        back = from_cameo(to_cameo(type_))
        assert back is not None
        assert back.type is type_, spec.cameo


@pytest.mark.parametrize("code", [c for c in cameo_codes() if not c.startswith(("01", "08"))])
def test_every_cameo_code_maps_to_a_valid_type_and_mode(code):
    plover = from_cameo(code)
    assert plover is not None
    assert valid_mode(plover.type, plover.mode)


def test_cameo_roots_2_to_20_are_all_present_and_three_digit_codes_have_their_root():
    codes = set(cameo_codes())
    assert {f"{n:02d}" for n in range(1, 21)} <= codes
    assert all(c[:2] in codes for c in codes)


@pytest.mark.parametrize(
    ("code", "type_"),
    [
        ("057", EventType.SUPPORT),
        ("0831", EventType.CONCEDE),
        ("0813", EventType.RETREAT),
        ("0871", EventType.RETREAT),
        ("175", EventType.ASSAULT),
        ("191", EventType.COERCE),
        ("163", EventType.SANCTION),
    ],
)
def test_codes_that_are_easily_mapped_wrong(code, type_):
    plover = from_cameo(code)
    assert plover is not None
    assert plover.type is type_


@pytest.mark.parametrize("code", ["01", "010", "0199", "08"])
def test_statements_and_the_undecidable_yield_map_to_nothing(code):
    assert from_cameo(code) is None


@pytest.mark.parametrize("code", ["", "4", "99", "4.2", "visit", "٠٤٢"])
def test_what_is_no_cameo_code_is_refused(code):
    with pytest.raises(ValueError, match="CAMEO"):
        from_cameo(code)
