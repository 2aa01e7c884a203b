"""One document, or a coder's haste, costs no batch."""

from dragoman.documents import ReadOptions
from dragoman.ingest import code_all
from dragoman.records import Problem, Reading
from tests.events.rules.small import CODER


class Broken:
    """A coder that cannot read ahead, and fails at every document about rain."""

    name, version = "broken", "1"

    def read_ahead(self, documents):
        raise RuntimeError("no time")

    def code(self, document):
        if "rained" in document.text:
            raise RuntimeError("wet")
        return CODER.code(document)


def test_a_coder_that_fails_costs_one_document(tmp_path):
    for name, text in (("a", "It rained in all of Norvenia."), ("b", "Russia attacked Ukraine.")):
        (tmp_path / f"{name}.md").write_text(f"---\ndate: 2024-03-30\n---\n\n{text}\n")
    found = list(code_all([str(tmp_path)], coder=Broken(), options=ReadOptions()))
    (problem,) = (item for item in found if isinstance(item, Problem))
    assert "a.md" in problem.location
    assert "wet" in problem.message
    (reading,) = (item for item in found if isinstance(item, Reading))
    assert len(reading.events) == 1
