"""Ids derived from content: the same thing has the same id on every machine and run."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Sequence

# 80 bits: with a billion records the chance of one collision is below one in a million.
_HEX_DIGITS = 20

Part = str | int | None


def content_id(prefix: str, parts: Sequence[Part]) -> str:
    """``prefix-`` and 20 hexadecimal digits that depend on nothing but ``parts``.

    Strings are compared in Unicode normal form C, so that a file saved on another system
    gives the same id.

    >>> content_id("doc", ["2024-03-30", "text"])
    'doc-cbc15a83fb27eae58a05'
    >>> content_id("doc", ["e\\u0301"]) == content_id("doc", ["\\u00e9"])
    True
    """
    plain = [unicodedata.normalize("NFC", p) if isinstance(p, str) else p for p in parts]
    canonical = json.dumps(plain, ensure_ascii=True, separators=(",", ":"))
    digest = hashlib.sha256(canonical.encode("ascii")).hexdigest()
    return f"{prefix}-{digest[:_HEX_DIGITS]}"
