"""Under which names a document's parts go in front matter and in corpora."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

# Seen in news corpora, scrapers' output and static-site front matter; the first name found
# wins. Names are compared without regard to case, blanks, hyphens and underscores.
NAMES: Mapping[str, tuple[str, ...]] = {
    "text": ("text", "body", "content", "article", "articletext", "articlebody", "fulltext",
             "maintext", "bodytext", "story"),
    "date": ("date", "published", "pubdate", "publicationdate", "publisheddate", "datepublished",
             "publishdate", "publishedat", "publishedon", "articledate", "day", "timestamp"),
    "title": ("title", "headline", "head"),
    "outlet": ("outlet", "source", "publisher", "publication", "sourcename", "sitename", "site",
               "newspaper", "media", "domain"),
    "url": ("url", "link", "sourceurl", "articleurl", "weburl", "permalink", "canonicalurl"),
    "language": ("language", "lang", "languagecode"),
}  # fmt: skip

ROLES = tuple(NAMES)

_FILLER = re.compile(r"[\s_-]+")


def resolve(found: Iterable[str], *, given: Mapping[str, str]) -> dict[str, str]:
    """Which of the names in ``found`` stands for which role.

    ``given`` (role to name) goes before the usual names; a name that it takes for one role
    is not guessed for another. A given name is kept as it is, found or not.

    >>> resolve(["Headline", "pub_date", "body"], given={})
    {'text': 'body', 'date': 'pub_date', 'title': 'Headline'}
    >>> resolve(["Headline", "pub_date"], given={"text": "Headline"})
    {'text': 'Headline', 'date': 'pub_date'}
    """
    taken = set(given.values())
    by_key: dict[str, str] = {}
    for name in found:
        if name not in taken:
            by_key.setdefault(_FILLER.sub("", name).casefold(), name)
    resolved: dict[str, str] = {}
    for role, usual in NAMES.items():
        guessed = next((by_key[key] for key in usual if key in by_key), "")
        if chosen := given.get(role, guessed):
            resolved[role] = chosen
    return resolved
