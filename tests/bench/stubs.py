"""A coder that answers what it is told to, so that the measures are tested apart from coding."""

from dragoman.language import split_sentences
from dragoman.records import Reading


class StubCoder:
    """Gives the answers it was made with, whatever the text; remembers what it was asked."""

    name = "stub"
    version = "1"

    def __init__(self, *, relations=(), values=(), voiced=()):
        self.relations, self.values, self.voiced = list(relations), list(values), list(voiced)
        self.asked = []

    def read_ahead(self, documents):
        pass

    def code(self, document):
        return Reading(document, split_sentences(document), (), (), "stub/1")

    def relate(self, document, source, target):
        self.asked.append((document.text, source, target))
        return self.relations.pop(0)

    def factuality(self, document, words):
        self.asked.append([w.of(document.text) for w in words])
        return [self.values.pop(0) for _ in words]

    def voices(self, document):
        return self.voiced


class CodesOnly:
    """A coder that cannot be asked for its parts."""

    name = "closed"
    version = "1"

    def read_ahead(self, documents):
        pass

    def code(self, document):
        raise NotImplementedError
