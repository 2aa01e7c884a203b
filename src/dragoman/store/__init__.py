"""The store: the ledger of documents, events, problems and runs."""

from dragoman.store.ledger import EventFilter, Ledger, Run, StoredEvent

__all__ = ["EventFilter", "Ledger", "Run", "StoredEvent"]
