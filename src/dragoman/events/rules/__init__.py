"""The rules coder: tables of triggers and cues, and a few patterns that read them.

The tables (``dragoman/events/data/triggers.csv`` and ``cues.csv``) say what the ontology
means in words; the modules here say how to find sides, status and source around a trigger.
"""

from dragoman.events.rules.coder import RulesCoder

__all__ = ["RulesCoder"]
