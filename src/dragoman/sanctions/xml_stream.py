"""Records out of an XML list, one at a time, with everything dangerous in XML refused."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO, TypeAlias

from lxml import etree  # type: ignore[import-untyped]

from dragoman.sanctions.errors import SanctionsListError
from dragoman.sanctions.files import Limits

# lxml brings no types.
Element: TypeAlias = Any


def local_name(element: Element) -> str:
    """The element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def read_elements(
    stream: BinaryIO, wanted: frozenset[str], *, source: str, limits: Limits
) -> Iterator[Element]:
    """The root as it opens (attributes only), then each outermost element named in ``wanted``.

    An element is emptied once the next one is asked for, so that memory holds one record.
    Entities are not resolved, nothing is fetched. Raises ``SanctionsListError`` for a
    document type declaration, too deep or too large a record, and what is no XML.
    """
    depth = inside = nodes = 0
    try:
        events = etree.iterparse(
            stream,
            events=("start", "end"),
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        for event, element in events:
            if event == "start":
                depth += 1
                nodes += 1
                if depth == 1:
                    _refuse_doctype(element, source)
                    yield element
                elif not inside and local_name(element) in wanted:
                    inside, nodes = depth, 1
                _refuse_large(depth, nodes if inside else 0, source, limits)
                continue
            if inside == depth:
                _refuse_long(element, source, limits)
                yield element
                inside = 0
            if not inside:
                _forget(element)
            depth -= 1
    except etree.XMLSyntaxError as error:
        raise SanctionsListError(
            source, f"not well-formed XML ({error.msg}); download the file again"
        ) from error


def children(element: Element, *names: str) -> Iterator[Element]:
    """The children with one of these names."""
    for child in element:
        if isinstance(child.tag, str) and local_name(child) in names:
            yield child


def descend(element: Element, *path: str) -> Iterator[Element]:
    """The elements at the end of a path of names below ``element``."""
    if not path:
        yield element
        return
    for child in children(element, path[0]):
        yield from descend(child, *path[1:])


def text_at(element: Element, *path: str) -> str:
    """The text of the first element at the end of ``path``, blank space evened out, or ""."""
    for found in descend(element, *path):
        return " ".join((found.text or "").split())
    return ""


def texts_at(element: Element, *path: str) -> list[str]:
    """The texts of all elements at the end of ``path`` that have one."""
    found = (" ".join((e.text or "").split()) for e in descend(element, *path))
    return [text for text in found if text]


def _refuse_doctype(root: Element, source: str) -> None:
    info = root.getroottree().docinfo
    if info.doctype or info.internalDTD is not None:
        raise SanctionsListError(
            source, "a document type declaration (DTD) found; sanctions lists have none"
        )


def _refuse_large(depth: int, nodes: int, source: str, limits: Limits) -> None:
    if depth > limits.xml_depth:
        raise SanctionsListError(
            source, f"elements nested more than {limits.xml_depth} deep; no list has that"
        )
    if nodes > limits.record_nodes:
        raise SanctionsListError(
            source, f"a record of more than {limits.record_nodes} elements; no list has that"
        )


def _refuse_long(element: Element, source: str, limits: Limits) -> None:
    size = sum(len(text) for text in element.itertext())
    if size > limits.record_characters:
        raise SanctionsListError(
            source,
            f"line {element.sourceline}: a record of {size} characters; at most "
            f"{limits.record_characters} expected",
        )


def _forget(element: Element) -> None:
    element.clear()
    parent = element.getparent()
    if parent is None:
        return
    while (previous := element.getprevious()) is not None:
        parent.remove(previous)
