"""Every name that the shipped catalogue knows can be read, whatever else it is."""

import datetime as dt

import pytest

from dragoman.actors.loader import load_catalogue
from dragoman.actors.resolver import default_resolver
from dragoman.language import split_sentences
from dragoman.records import Document


@pytest.mark.slow
def test_every_name_of_the_catalogue_can_be_read():
    catalogue = load_catalogue()
    resolver = default_resolver()
    bodies = [
        *catalogue.states,
        *catalogue.organisations,
        *catalogue.groups,
        *catalogue.agencies,
    ]
    names = sorted({name for body in bodies for name in (body.name, *body.aliases)})
    assert len(names) > 5000
    for name in names:
        document = Document(text=f"Officials of {name} met.", date=dt.date(2020, 5, 4))
        resolver.resolve(document, split_sentences(document))
