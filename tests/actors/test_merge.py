"""The shipped catalogue with rows of a user's."""

from dataclasses import replace

import pytest

from dragoman.actors.catalogue import Agency, Catalogue, Term
from dragoman.actors.merge import certain_overlap, merge, overlap
from dragoman.actors.period import Period

SHIPPED = Term("KEN", "speaker", ("Speaker",), "Ana Torvald", ("A. Torvald",),
               period=Period("2030", ""))  # fmt: skip


def merged(*own, shipped=SHIPPED):
    whole, conflicts = merge(Catalogue(terms=(shipped,)), Catalogue(terms=own))
    return whole.terms, [c.message for c in conflicts]


def test_the_same_person_at_the_same_time_is_replaced():
    own = replace(SHIPPED, person="A. Torvald", aliases=(), period=Period("2030-02-01", "2031"))
    assert merged(own) == ((own,), ["2030-02-01 to 2031 replaces the shipped 2030 to …"])


def test_the_same_person_at_another_time_stands_beside():
    old = replace(SHIPPED, period=Period("2030", "2031"))
    own = replace(SHIPPED, period=Period("2040", ""))
    assert merged(own, shipped=old) == ((old, own), [])


def test_a_newcomer_ends_the_open_term_before():
    own = replace(SHIPPED, person="Emil Kestrel", aliases=(), period=Period("2035-05-01", ""))
    terms, (message,) = merged(own)
    assert terms == (replace(SHIPPED, period=Period("2030", "2035-05-01")), own)
    assert "now ends on 2035-05-01" in message


def test_who_only_acts_ends_no_term():
    own = replace(
        SHIPPED, person="Emil Kestrel", aliases=(), period=Period("2035-05-01", ""), note="acting"
    )
    assert merged(own) == ((SHIPPED, own), [])


def test_two_closed_terms_of_one_seat_are_both_kept_and_told():
    old = replace(SHIPPED, period=Period("2030", "2040"))
    own = replace(SHIPPED, person="Emil Kestrel", aliases=(), period=Period("2035", "2050"))
    terms, (message,) = merged(own, shipped=old)
    assert terms == (old, own)
    assert "both are kept" in message


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"aliases": ("KKA", "Kelp Agency")}, []),
        ({"aliases": ()}, ["your row replaces the shipped one (aliases without KKA)"]),
        ({"kind": "police"}, ["your row replaces the shipped one (kind security is now police)"]),
    ],
)
def test_a_body_of_the_same_id_is_replaced_and_what_is_lost_is_told(change, told):
    shipped = Agency("KEN-KKA", "KEN", "Kenya Kelp Agency", kind="security", aliases=("KKA",))
    own = replace(shipped, **change)
    whole, conflicts = merge(Catalogue(agencies=(shipped,)), Catalogue(agencies=(own,)))
    assert whole.agencies == (own,)
    assert [c.message for c in conflicts] == told


def test_a_handover_is_no_overlap():
    assert not overlap(Period("2030", "2031-05-01"), Period("2031-05-01", ""))
    assert overlap(Period("2030", "2031-05-02"), Period("2031-05-01", ""))
    assert certain_overlap(Period("2030", "2031"), Period("2031", "")) is None
