"""The joint network: the encoder, and linear heads over its words."""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor, nn

from dragoman.events.model.parts import LAYERS, LINK, MODES, PARTS, ROLES, SECTORS, STATUSES, TYPES


class JointNetwork(nn.Module):
    """Scores for every word in one pass; scores of a span are the means over its words.

    A link of a trigger and a span is scored, role by role, by the dot product of the two
    means: a biaffine scorer (Dozat and Manning 2017) that needs no spans inside the graph.
    """

    def __init__(self, encoder: Any) -> None:
        super().__init__()
        self.encoder = encoder
        width = encoder.config.hidden_size
        self.dropout = nn.Dropout(0.1)
        self.tags = nn.Linear(width, 3 * len(LAYERS))
        self.inner = nn.Linear(2 * width, width)  # the word beside the sentence
        self.types = nn.Linear(width, len(TYPES))
        self.modes = nn.Linear(width, 1 + len(MODES))
        self.statuses = nn.Linear(width, len(STATUSES))
        self.sectors = nn.Linear(width, len(SECTORS))
        self.fact_layer = nn.Linear(width, width)
        self.facts = nn.Linear(width, 2)
        self.web = nn.Linear(width, 1)
        self.link_layer = nn.Linear(width, width)
        self.from_trigger = nn.Linear(width, LINK * len(ROLES))
        self.to_span = nn.Linear(width, LINK * len(ROLES))

    def heads(self) -> list[nn.Parameter]:
        """All parameters but the encoder's."""
        return [p for name, p in self.named_parameters() if not name.startswith("encoder.")]

    def forward(self, ids: Tensor, mask: Tensor, first: Tensor) -> Tensor:
        """Scores n x words x all parts side by side, from pieces and first pieces of words."""
        states = self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state
        index = first.unsqueeze(-1).expand(-1, -1, states.size(-1))
        words = self.dropout(torch.gather(states, 1, index))
        sentence = states[:, :1].expand(-1, words.size(1), -1)
        inner = self.dropout(torch.tanh(self.inner(torch.cat([words, sentence], dim=-1))))
        links = self.dropout(nn.functional.gelu(self.link_layer(words)))
        return torch.cat(
            [
                self.tags(words),
                self.types(inner),
                self.modes(inner),
                self.statuses(inner),
                self.sectors(words),
                self.facts(torch.tanh(self.fact_layer(words))),
                self.web(sentence),
                self.from_trigger(links),
                self.to_span(links),
            ],
            dim=-1,
        )


def parts_of(scores: Tensor) -> dict[str, Tensor]:
    """The parts of the network's answer by name."""
    pieces = scores.split([width for _, width in PARTS], dim=-1)
    return dict(zip([name for name, _ in PARTS], pieces, strict=True))
