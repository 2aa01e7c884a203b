"""Small inputs on disk, and the reading of them."""

import io
from pathlib import Path

import pytest

from dragoman.documents import ReadOptions, read, read_one
from dragoman.errors import InputError

STORY = (
    "The foreign ministers of Norvenia and Ostland met on Tuesday, officials said.\n\n"
    "They agreed that the talks on the border would resume in May."
)


@pytest.fixture
def story():
    return STORY


@pytest.fixture
def put(tmp_path):
    """Write a file (text as UTF-8) and give its path."""

    def put(name: str, content: str | bytes) -> str:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return str(path)

    return put


@pytest.fixture
def one(put):
    """The document in a file of the given name and content."""

    def one(name: str, content: str | bytes, **options):
        return read_one(put(name, content), options=ReadOptions(**options))

    return one


@pytest.fixture
def problem(put):
    """The problem of a file that holds no document; reading it alone raises the same."""

    def problem(name: str, content: str | bytes, **options):
        path = put(name, content)
        [found] = read(path, options=ReadOptions(**options))
        with pytest.raises(InputError) as raised:
            read_one(path, options=ReadOptions(**options))
        assert raised.value.problem == found
        assert found.location == str(Path(path))
        return found

    return problem


@pytest.fixture
def all_of(put):
    """Everything that a file of the given name and content gives."""

    def all_of(name: str, content: str | bytes, **options):
        return list(read(put(name, content), options=ReadOptions(**options)))

    return all_of


@pytest.fixture
def piped():
    """Everything that standard input gives."""

    def piped(content: str | bytes, **options):
        stdin = io.BytesIO(content.encode() if isinstance(content, str) else content)
        found = list(read("-", options=ReadOptions(**options), stdin=stdin))
        assert not stdin.closed
        return found

    return piped
