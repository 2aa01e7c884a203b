"""The tree of words in which the matcher looks names up."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from dragoman.actors.forms import Case, Form
from dragoman.actors.words import Words

# A node maps the next word, in small letters, to the next node; under "" it keeps what ends
# there: a list of [form, case, [reference, …]].
Node = dict[str, Any]
LEAF = ""


def build_trie(forms: Iterable[Form]) -> Node:
    """The tree of all ``forms``, each node's words in alphabetical order."""
    leaves: dict[tuple[str, ...], dict[tuple[str, int], dict[str, None]]] = {}
    for form in forms:
        words = Words(form.text)
        if not words.lower:
            continue
        spelt = form.text if form.case is Case.RAW else " ".join(words.cased)
        place = leaves.setdefault(tuple(words.lower), {})
        place.setdefault((spelt, int(form.case)), {})[form.ref] = None
    root: Node = {}
    for key in sorted(leaves):
        node = root
        for word in key:
            node = node.setdefault(word, {})
        node[LEAF] = [
            [text, case, list(refs)] for (text, case), refs in sorted(leaves[key].items())
        ]
    return root
