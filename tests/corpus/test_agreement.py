"""Agreement is whole with oneself, falls with each difference, and kappa knows chance."""

import pytest

from dragoman.corpus import parse_markup
from dragoman.corpus.agreement import agreement
from dragoman.errors import DataError

HEADER = "## story=s1 date=2024-05-14 register=wire region=asia\n"
FIRST = (
    HEADER
    + """[1:Kenya] {a:met} [2:Uganda] on Monday, [s1:officials] [c1:said].
1 KEN GOV; 2 UGA GOV
a CONSULT.meet 1>2 asserted @s1/c1

[1:Chad] may {a:shell} [2:Mao].
1 TCD MIL; 2 TCD UNK
a ASSAULT 1>2 speculated

Rain fell on Mombasa.
-
"""
)


def layers(first, second):
    found = agreement(*(list(parse_markup(text, "a.txt")) for text in (first, second)))
    return {(a.layer, a.measure): a.value for a in found}


def test_one_agrees_with_oneself():
    got = layers(FIRST, FIRST)
    assert {v for (_, measure), v in got.items() if measure != "kappa"} == {100.0}
    assert {v for (_, measure), v in got.items() if measure == "kappa"} == {1.0}


@pytest.mark.parametrize(
    ("old", "new", "layer"),
    [
        ("ASSAULT 1>2", "MOBILIZE 1>2", "type"),
        ("ASSAULT 1>2", "ASSAULT 2>1", None),
        ("CONSULT.meet 1>2", "CONSULT.meet 2>1", "source"),
        ("speculated", "planned", "status"),
        (" @s1/c1", "", "holder"),
    ],
)
def test_a_difference_shows_in_its_layer(old, new, layer):
    got = layers(FIRST, FIRST.replace(old, new))
    fallen = {name for (name, measure), value in got.items() if measure == "share" and value < 100}
    # both sides of the second event are Chadian, so that turning them changes no code
    assert fallen == (
        {layer} if layer not in {None, "source"} else ({"source", "target"} if layer else set())
    )


def test_other_texts_are_refused():
    with pytest.raises(DataError, match="share no sentence"):
        layers(
            FIRST, FIRST.replace("Rain", "Snow").replace("Kenya", "Peru").replace("Chad", "Mali")
        )
