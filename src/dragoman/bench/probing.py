"""What the benches of single parts of a coder share."""

from __future__ import annotations

import datetime as dt
from typing import cast

from dragoman.errors import SettingError
from dragoman.events.coder import Coder, Probe, describe

# The day of texts that carry none. It decides who held an office then, no more.
UNDATED = dt.date(2018, 1, 1)


def as_probe(coder: Coder) -> Probe:
    """``coder`` as one that can be asked for its parts.

    Raises ``SettingError`` when it cannot.
    """
    if all(hasattr(coder, name) for name in ("relate", "factuality", "voices")):
        return cast(Probe, coder)
    raise SettingError(
        f"coder {describe(coder)} codes whole documents only; this bench asks for its parts, "
        "so give one that can be asked, such as --coder rules"
    )
