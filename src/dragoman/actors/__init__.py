"""Who is who on a given day: the catalogue, and from words to actors.

The catalogue is kept as CSV files in ``data/`` and compiled by ``dragoman.actors.build``.
"""

from dragoman.actors.index import CatalogueIndex, load_index, read_index
from dragoman.actors.resolver import Resolver, default_resolver

__all__ = ["CatalogueIndex", "Resolver", "default_resolver", "load_index", "read_index"]
