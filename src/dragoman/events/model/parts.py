"""What the network answers with: the parts of its scores, and the lists they run over.

Training and decoding share this; a change here asks for new weights.
"""

from __future__ import annotations

from dragoman.events.ontology import ontology
from dragoman.records import EventType, Sector, Status

TYPES = tuple(EventType)
STATUSES = tuple(Status)
SECTORS = tuple(Sector)
MODES = tuple((t, m) for t in EventType for m in ontology()[t].modes)
LAYERS = ("trigger", "actor", "voice", "cue")  # each tagged outside, begins, inside
# Of a span towards a trigger; the last is that of a name or place towards people without a name:
# whether they are of its country.
ROLES = ("source", "target", "place", "holder", "cue", "home")
SOURCE, TARGET, PLACE, HOLDER, CUE, HOME = range(len(ROLES))
LINK = 64  # width of the vectors by which a trigger and a span are compared

PARTS: tuple[tuple[str, int], ...] = (
    ("tags", 3 * len(LAYERS)),
    ("types", len(TYPES)),
    ("modes", 1 + len(MODES)),  # the first is "not told"
    ("statuses", len(STATUSES)),
    ("sectors", len(SECTORS)),
    ("facts", 2),  # as readers of the web see it; as news has it, by status
    ("web", 1),  # whether the text is of the web rather than news
    ("from_trigger", LINK * len(ROLES)),
    ("to_span", LINK * len(ROLES)),
)
WIDTH = sum(width for _, width in PARTS)
