"""The sample news that comes with Dragoman."""

from __future__ import annotations

from pathlib import Path

from dragoman.errors import DataError


def sample_news() -> Path:
    """The folder of the sample articles (Markdown with front matter).

    In an installed package it lies beside this module, in a checkout under ``examples/news``.
    """
    here = Path(__file__).resolve()
    for folder in (here.parent / "sample_news", here.parents[2] / "examples" / "news"):
        if folder.is_dir():
            return folder
    raise DataError("the sample news is not installed; install Dragoman again")
