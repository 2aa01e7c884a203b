"""How much a part of a name tells: how rare it is among a list's names, and in the world."""

from __future__ import annotations

import csv
import math
from collections.abc import Callable, Mapping
from functools import cache
from importlib.resources import files

from dragoman.sanctions.spelling import spell, variant_groups

# A list of some thousand entries cannot tell how rare a name is in the world: a part that
# one of its entries has counts as rare as one in five thousand at least.
_SMALLEST_LIST = 5_000
# Short parts are shared by chance: of three letters there are syllables and acronyms of
# everything ("MID", "RGB", "Lee").
_MOST_BY_LENGTH = {1: 0.05, 2: 0.25, 3: 0.3, 4: 0.6}


@cache
def common_parts() -> Mapping[str, float]:
    """The most that very common parts tell (``data/common_parts.csv``), in all spellings."""
    path = files("dragoman.sanctions") / "data" / "common_parts.csv"
    groups = variant_groups()
    found: dict[str, float] = {}
    for row in csv.DictReader(path.read_text("utf-8").splitlines()):
        for part in row["parts"].split():
            spellings = {part}
            for number in spell(part).variants:
                spellings.update(groups[number])
            for text in spellings:
                found[text] = min(float(row["most"]), found.get(text, 1.0))
    return found


def rarity_of(counts: Mapping[str, int], total: int) -> Callable[[str], float]:
    """A function from a part to how much it tells, from 0 to 1.

    ``counts`` says how many of the ``total`` entries have a part. A part that no entry has
    tells as much as one that a single entry has.

    >>> rarity = rarity_of({"naryshkin": 1, "trading": 700}, 9000)
    >>> rarity("naryshkin"), round(rarity("trading"), 2), rarity("kim")
    (1.0, 0.2, 0.08)
    """
    size = max(total, _SMALLEST_LIST)
    scale = math.log(size)
    common = common_parts()

    def rarity(part: str) -> float:
        by_list = 1 - math.log(max(counts.get(part, 1), 1)) / scale
        return min(by_list, common.get(part, 1.0), _MOST_BY_LENGTH.get(len(part), 1.0))

    return rarity
