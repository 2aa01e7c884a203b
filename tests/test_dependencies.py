"""The core needs what it says it needs: every import is declared, and extras stay optional."""

import ast
import re
import sys
import tomllib
from pathlib import Path

import dragoman

ROOT = Path(dragoman.__file__).parent
PROJECT = tomllib.loads((ROOT.parents[1] / "pyproject.toml").read_text(encoding="utf-8"))

# Modules whose distribution has another name, and those that a declared one always brings.
DISTRIBUTION = {
    "vl_convert": "vl-convert-python",
    "markdown_it": "markdown-it-py",
    "pydantic_core": "pydantic",
    "lxml": "lxml-html-clean",
    "markupsafe": "jinja2",
}


def declared(requirements):
    return {re.split(r"[<>=~\[; ]", r)[0].lower().replace("_", "-") for r in requirements}


def imports():
    found = set()
    for path in ROOT.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                found |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                found.add(node.module.partition(".")[0])
    return found - set(sys.stdlib_module_names) - {"dragoman"}


def test_the_core_imports_only_declared_dependencies():
    known = declared(PROJECT["project"]["dependencies"])
    names = {DISTRIBUTION.get(n, n.replace("_", "-")) for n in imports()}
    assert names <= known


def test_every_declared_dependency_is_used():
    names = {DISTRIBUTION.get(n, n.replace("_", "-")) for n in imports()}
    assert declared(PROJECT["project"]["dependencies"]) <= names | {
        "rich",
        "htmldate",
    }  # brought in by typer and trafilatura
