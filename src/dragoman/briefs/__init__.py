"""The cited brief: one page about one or more articles, every statement with its words.

>>> from dragoman.briefs import build_brief, render
>>> print(render(build_brief([], []), "md").splitlines()[0])
# No article
"""

from dragoman.briefs.build import CitationError, build_brief
from dragoman.briefs.model import Brief
from dragoman.briefs.quotes import Citation, Fault
from dragoman.briefs.render import render
from dragoman.briefs.verification import verify

__all__ = ["Brief", "Citation", "CitationError", "Fault", "build_brief", "render", "verify"]
