"""From other people's lists of actors to rows of one's own catalogue.

Read are Wikidata entity dumps, FollowTheMoney entities, PETRARCH actor dictionaries and simple
tables; ``import_files`` adds what they hold to a folder and compiles it (``docs/actors.md``).
"""

from dragoman.actors.importers.run import ImportReport, import_files
from dragoman.actors.importers.source import SourceFormat

__all__ = ["ImportReport", "SourceFormat", "import_files"]
