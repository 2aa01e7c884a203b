"""What a mention is made of, as far as it has grown."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.actors.catalogue import Agency, Title
from dragoman.actors.index import Person
from dragoman.actors.people import Known
from dragoman.actors.phrases import Phrase


@dataclass(slots=True)
class Parts:
    """What a mention is made of."""

    left: Phrase | None = None
    modifiers: list[str] = field(default_factory=list)
    titles: list[tuple[Title, str]] = field(default_factory=list)
    body: Phrase | None = None
    agency: Agency | None = None
    people: tuple[Person, ...] = ()
    known: Known | None = None
    spoken: str = ""  # the person's name as the text has it
    new_name: str = ""
    article: str = ""
    is_listed: bool = False  # "the leaders of South Korea, China and Japan": they stand alone

    def found(self) -> bool:
        """Whether anything was joined to the left part."""
        return bool(self.titles or self.body or self.people or self.known or self.new_name)

    @property
    def head(self) -> Title | None:
        """The title that says most: an office, else the last."""
        if not self.titles:
            return None
        titles = [t for t, _ in self.titles]
        for title in titles:
            if title.kind == "office":
                return title
        worldly = [t for t in titles if t.kind != "honorific"]
        return (worldly or titles)[-1]

    @property
    def wording(self) -> str:
        """The words of the titles."""
        return " ".join(text for _, text in self.titles)

    @property
    def has_person(self) -> bool:
        """Whether somebody is named."""
        return bool(self.people or self.known or self.new_name)
