"""Readers: from files, folders, corpora and standard input to dated documents.

``read`` gives documents and problems, one at a time; ``read_one`` a single document. Read
are plain text and Markdown with a date, HTML pages, JSON lines and tables (CSV, TSV), the
last two also gzip-packed and of any length.

A document's date comes from front matter, a first line ``Date: YYYY-MM-DD``, a date column or
the page's markup; the document's own date wins over the one in the options
(``ReadOptions.date``), unless ``date_overrides`` says otherwise. ``Document.date_source`` says
which it was. A date is never guessed, and today's is never taken.
"""

from dragoman.documents.options import Format, ReadOptions
from dragoman.documents.read import read, read_one

__all__ = ["Format", "ReadOptions", "read", "read_one"]
