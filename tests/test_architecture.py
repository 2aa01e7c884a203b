"""Imports run one way, as docs/architecture.md says; the core touches no clock and network."""

import ast
from pathlib import Path

import pytest

import dragoman

ROOT = Path(dragoman.__file__).parent

# What each room may import of the others. A room that is not named here may import nothing.
ALLOWED = {
    "records": set(),
    "errors": {"records"},
    "documents": {"records", "errors"},
    "language": {"records", "errors"},
    "actors": {"records", "errors"},
    "sanctions": {"records", "errors", "actors"},
    "events": {"records", "errors", "language"},
    "store": {"records", "errors", "events", "sanctions"},
    "formats": {"records", "errors", "events"},
    "ingest": {"records", "errors", "documents", "events", "store"},
    "bench": {"records", "errors", "documents", "language", "events"},
    "corpus": {"records", "errors", "events", "bench"},
    "briefs": {"records", "errors", "events", "formats", "sanctions"},
    "examples": {"errors"},
}
FREE = {"cli", "__main__", "__init__"}
CORE = ("language", "events", "records")
IMPURE = {"socket", "urllib", "requests", "httpx", "time", "random", "subprocess"}


def modules():
    found = []
    for path in sorted(ROOT.rglob("*.py")):
        relative = path.relative_to(ROOT)
        room = relative.parts[0].removesuffix(".py")
        found.append(pytest.param(path, room, id=str(relative)))
    return found


def imported(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


@pytest.mark.parametrize(("path", "room"), modules())
def test_a_room_imports_only_what_it_may(path, room):
    if room in FREE:
        return
    rooms = {n.split(".")[1] for n in imported(path) if n.startswith("dragoman.")}
    assert rooms - {room} <= ALLOWED[room]


@pytest.mark.parametrize(("path", "room"), modules())
def test_the_core_reads_no_clock_and_no_network(path, room):
    if room in CORE:
        assert not {n.partition(".")[0] for n in imported(path)} & IMPURE
        assert ".now()" not in path.read_text(encoding="utf-8")
        assert ".today()" not in path.read_text(encoding="utf-8")


def test_every_room_is_described_in_the_architecture():
    page = (ROOT.parents[1] / "docs" / "architecture.md").read_text(encoding="utf-8")
    for room in ALLOWED:
        assert f"`{room}`" in page or room == "examples"
