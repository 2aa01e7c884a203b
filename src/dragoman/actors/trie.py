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


def lower_starts(root: Node) -> list[str]:
    """The words that may start a name in small letters ("president", but not "china")."""
    return [word for word, branch in root.items() if _has_lower(branch)]


def _has_lower(node: Node) -> bool:
    for word, value in node.items():
        if word == LEAF:
            for form, case, _ in value:
                if case == Case.ANY or not form[0].isupper():
                    return True
        elif _has_lower(value):
            return True
    return False


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
