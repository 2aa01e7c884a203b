"""The features that a match is scored by, and their weights.

A score is the logistic function of the sum of what the features add. Each feature has a
value from -1 (speaks against) over 0 (says nothing) to 1 (speaks for); it adds its value
times the weight for that side. The weights were set by hand, so that this order holds, and
checked on OFAC's file of 2021-07-07 and the UN's of 2026-02-27 with names of news actors
(``docs/sanctions.md`` has the figures):

* an exact rare name alone stands between 0.6 and 0.75, a common one ("Kim Chol") below 0.5;
* country, role and birth each move a match by about one step of the order;
* a country or birth that differs takes an exact name below 0.5;
* all together reach no more than 0.99, so that there is always an order at the top.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Feature:
    """One thing that speaks for or against a match."""

    name: str
    weight: float  # at value 1
    against: float  # at value -1, as a positive number
    explanation: str


# What is said before anything is compared.
BIAS = -7.0

FEATURES = (
    Feature("name", 6.0, 0.0, "how far the parts of the two names agree, in any order"),
    Feature("rarity", 2.4, 0.0, "how rare the parts are that the two names share"),
    Feature("alias", 0.0, 0.9, "the name on the list is only a weak alias"),
    Feature("country", 0.9, 1.6, "the country in the text and those of the entry"),
    Feature("role", 0.9, 0.4, "the role in the text and those on the list"),
    Feature("birth", 1.2, 2.4, "the birth in the text and those on the list"),
    Feature("kind", 0.2, 2.0, "person, body, vessel or aircraft"),
)

_BY_NAME = {feature.name: feature for feature in FEATURES}


@dataclass(frozen=True, slots=True)
class Reason:
    """What one feature found: its value, what that adds to the sum, and the words for it."""

    feature: str
    value: float
    text: str

    def __post_init__(self) -> None:
        if self.feature not in _BY_NAME or not -1 <= self.value <= 1:
            raise ValueError(f"feature {self.feature!r} with {self.value}: one of {set(_BY_NAME)}")

    @property
    def adds(self) -> float:
        """What it adds to the sum before the logistic function."""
        feature = _BY_NAME[self.feature]
        return self.value * (feature.weight if self.value >= 0 else feature.against)


def score_of(reasons: Iterable[Reason]) -> float:
    """The score of a match, above 0 and below 1.

    >>> round(score_of([Reason("name", 1.0, ""), Reason("rarity", 0.7, "")]), 2)
    0.66
    """
    total = BIAS + math.fsum(reason.adds for reason in reasons)
    return 1 / (1 + math.exp(-total))
