"""Trains the joint network of the coder: ``python -m training.joint --out FOLDER``.

The recipe: AdamW with warm-up and linear decay, the encoder at a fifth of the heads' rate,
label smoothing on types, batches of sentences of like length. Batches of the factuality set and
of rows of your own (``--extra``), where they are given, are mixed in. A run writes ``network.pt``
and ``run.json`` (settings, seeds, fingerprints of the data, seconds) to the folder.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, TypeVar

import torch
from torch import Tensor, nn

from dragoman.actors.places import shipped_places
from dragoman.actors.resolver import default_resolver
from dragoman.bench.gold import parse_gold
from dragoman.bench.relation import QUAD
from dragoman.corpus import MarkedSentence
from dragoman.corpus.files import read_split
from dragoman.events.model.parts import LAYERS, LINK, MODES, ROLES, SECTORS, STATUSES, TYPES
from dragoman.events.model.whereabouts import Whereabouts
from dragoman.events.rules.attribution import constructions
from dragoman.events.rules.probe import FACTUALITY
from dragoman.events.rules.view import SentenceView
from dragoman.language import split_sentences
from dragoman.records import Document, Mention, Sentence, Span, Status
from training.encoder import weights_folder
from training.examples import (
    Example,
    corpus_example,
    cue_words,
    factuality_examples,
    tags,
    voice_example,
)
from training.extra import PairExample, pair_loss, read_extra
from training.network import JointNetwork, parts_of
from training.rows import OLDER_TYPE

_Read = TypeVar("_Read", Example, PairExample)
_UNTOLD = -100  # the tag of a word of which nobody said what it is
_START = 7  # all runs start from the same heads, so that their weights may be averaged
_MODES = [f"{t}.{m}" for t, m in MODES]
_QUADS = torch.tensor([QUAD[OLDER_TYPE.get(t, t)] - 1 for t in TYPES])


@dataclass(frozen=True, slots=True)
class Recipe:
    """All that a run depends on beside its data."""

    epochs: int = 6
    seed: int = 0
    batch: int = 24
    encoder_rate: float = 2e-4
    head_rate: float = 1e-3
    smoothing: float = 0.05
    link_weight: float = 2.0
    fact_weight: float = 3.0
    fact_passes: float = 4.0  # over the factuality set, spread over all epochs
    web_weight: float = 0.2
    bf16: bool = True


def read_corpus(folders: Sequence[Path], voices: Sequence[Path] = ()) -> list[Example]:
    """The examples of all markup files of the folders, with names that take no part.

    ``voices`` are folders of sentences of which voices and cues are marked and nothing else.
    """
    resolver, places = default_resolver(), shipped_places()
    heard = [s.gold for f in voices for s in read_split(f) if isinstance(s, MarkedSentence)]
    telling = cue_words(heard)
    examples = [voice_example(gold) for gold in heard]
    for folder in folders:
        for sentence in read_split(folder):
            if isinstance(sentence, MarkedSentence):
                document = parse_gold(sentence.gold).document
                cut = split_sentences(document)
                names = resolver.resolve(document, cut)
                said = [pair for part in cut for pair in _said(document, part, names)]
                whole = Span(0, len(document.text))
                anchors = Whereabouts(document.text, whole, names, places).anchors
                bystanders = [m.span for m in names]
                examples.append(corpus_example(sentence.gold, bystanders, said, telling, anchors))
    return examples


def _said(
    document: Document, sentence: Sentence, names: Sequence[Mention]
) -> Iterator[tuple[Span | None, Span]]:
    """Voices and cues by the rules: the corpus marks only those that tell of an event."""
    inside = [m for m in names if sentence.span.contains(m.span)]
    view = SentenceView(document, sentence, inside)
    for found in constructions(view):
        first, last = found.cue_tokens
        cue = Span(view.tokens[first].span.start, view.tokens[last - 1].span.end)
        if found.clausal and found.voice:
            yield found.voice, cue


def batches(examples: Sequence[_Read], size: int, rng: random.Random) -> Iterator[list[_Read]]:
    """Examples in random order, those of like length together, so that little is padding."""
    order = sorted(examples, key=lambda e: len(e.words.pieces) + rng.uniform(0, 8))
    parts = [order[i : i + size] for i in range(0, len(order), size)]
    rng.shuffle(parts)
    yield from parts


def _padded(rows: Sequence[Sequence[int]], fill: int) -> Tensor:
    width = max(1, *(len(r) for r in rows)) if rows else 1
    return torch.tensor([[*r, *[fill] * (width - len(r))] for r in rows])


def inputs(batch: Sequence[Example | PairExample]) -> tuple[Tensor, Tensor, Tensor]:
    """Pieces, their mask, and the first pieces of words, padded."""
    ids = _padded([e.words.pieces for e in batch], 0)
    mask = _padded([[1] * len(e.words.pieces) for e in batch], 0)
    first = _padded([e.words.first for e in batch], 0)
    return ids, mask, first


def _means(ranges: Sequence[Sequence[tuple[int, int]]], words: int) -> Tensor:
    """Weights (n x spans x words) that take the mean over the words of each span."""
    most = max(1, *(len(r) for r in ranges))
    weights = torch.zeros(len(ranges), most, words)
    for row, spans in enumerate(ranges):
        for number, (first, last) in enumerate(spans):
            weights[row, number, first:last] = 1 / (last - first)
    return weights


def loss_of(scores: dict[str, Tensor], batch: Sequence[Example], recipe: Recipe) -> Tensor:
    """The sum of the losses of all heads for a batch of the corpus."""
    count = scores["tags"].size(1)
    total = torch.zeros(())
    for number, layer in enumerate(LAYERS):
        gold = [_gold_tags(e, layer) for e in batch]
        part = scores["tags"][..., 3 * number : 3 * number + 3]
        total = total + nn.functional.cross_entropy(
            part.flatten(0, 1), _padded(gold, _UNTOLD).flatten(), ignore_index=_UNTOLD
        ) * (3.0 if layer == "trigger" else 1.5)

    # Behind the triggers stand cues, which are linked to their voices in the same way, and people
    # without a name, which are linked to the names of their country.
    heads = [
        [
            *(t.at for t in e.triggers),
            *(cue for cue, _ in e.says),
            *(e.spans[n] for n, _ in e.homes),
        ]
        for e in batch
    ]
    if not any(heads):
        return total
    at = _means(heads, count)
    total = total + trigger_loss(scores, at, batch, recipe)
    return total + link_loss(scores, at, batch, recipe)


def _gold_tags(example: Example, layer: str) -> list[int]:
    """The tags of a layer; ``_UNTOLD`` where nobody said what a word is."""
    count = len(example.words.spans)
    if layer in {"trigger", "actor"} and not example.events:
        return [_UNTOLD] * count
    ranges = (
        [t.at for t in example.triggers] if layer == "trigger" else getattr(example, f"{layer}s")
    )
    found = tags(count, ranges)
    if layer == "cue":
        return [_UNTOLD if n in example.untold and not tag else tag for n, tag in enumerate(found)]
    if layer == "voice" and example.untold:  # any word may be the voice of such a cue
        return [tag or _UNTOLD for tag in found]
    return found


def trigger_loss(
    scores: dict[str, Tensor], at: Tensor, batch: Sequence[Example], recipe: Recipe
) -> Tensor:
    """The losses of type, quad class, status, mode and factuality at the triggers."""
    total = torch.zeros(())
    triggers = [(row, t) for row, e in enumerate(batch) for t in e.triggers]
    if not triggers:
        return total
    where = [(row, n) for row, e in enumerate(batch) for n in range(len(e.triggers))]
    rows, numbers = (torch.tensor(x) for x in zip(*where, strict=True))

    def of_triggers(part: str) -> Tensor:
        return torch.bmm(at, scores[part])[rows, numbers]

    types = of_triggers("types")
    gold_types = torch.tensor([TYPES.index(t.type) for _, t in triggers])
    total = total + nn.functional.cross_entropy(types, gold_types, label_smoothing=recipe.smoothing)
    chances = types.softmax(-1)
    quads = torch.zeros(len(triggers), 4).index_add(1, _QUADS, chances)
    total = total + 0.3 * nn.functional.nll_loss(quads.clamp_min(1e-6).log(), _QUADS[gold_types])
    gold = torch.tensor([STATUSES.index(t.status) for _, t in triggers])
    total = total + nn.functional.cross_entropy(
        of_triggers("statuses"), gold, label_smoothing=recipe.smoothing
    )
    gold = torch.tensor(
        [1 + _MODES.index(f"{t.type}.{t.mode}") if t.mode else 0 for _, t in triggers]
    )
    total = total + 0.5 * nn.functional.cross_entropy(of_triggers("modes"), gold)
    value = torch.tensor([FACTUALITY[Status(t.status)] for _, t in triggers])
    total = total + 0.3 * nn.functional.l1_loss(of_triggers("facts")[:, 1], value)

    return total


def link_loss(
    scores: dict[str, Tensor], at: Tensor, batch: Sequence[Example], recipe: Recipe
) -> Tensor:
    """The losses of sectors, and of the roles of spans towards triggers and cues."""
    total = torch.zeros(())
    spans = [e.spans for e in batch]
    if not any(spans):
        return total
    count = scores["tags"].size(1)
    over = _means(spans, count)
    sectors = torch.bmm(over, scores["sectors"])
    known = [
        (row, n, SECTORS.index(sector))
        for row, e in enumerate(batch)
        for n, sector in enumerate(e.sectors)
        if sector
    ]
    if known:
        row, n, gold = (torch.tensor(x) for x in zip(*known, strict=True))
        total = total + 0.3 * nn.functional.cross_entropy(sectors[row, n], gold)
    shape = (len(batch), -1, len(ROLES), LINK)
    left = torch.bmm(at, scores["from_trigger"]).view(shape)
    right = torch.bmm(over, scores["to_span"]).view(shape)
    links = torch.einsum("btrd,bsrd->btsr", left, right) / LINK**0.5
    pairs, wanted, counted = [], [], []
    for row, e in enumerate(batch):
        for t, trigger in enumerate(e.triggers):
            for s in range(len(e.spans)):
                pairs.append((row, t, s))
                wanted.append([float((role, s) in trigger.links) for role in ROLES])
                counted.append([float(role != "home") for role in ROLES])
        for t, (_, voice) in enumerate(e.says, start=len(e.triggers)):
            for s in range(len(e.spans)):
                pairs.append((row, t, s))
                wanted.append([float(role == "holder" and s == voice) for role in ROLES])
                counted.append([float(role == "holder") for role in ROLES])
        behind = len(e.triggers) + len(e.says)
        for t, (_, near) in enumerate(e.homes, start=behind):
            for s, is_home in near:
                pairs.append((row, t, s))
                wanted.append([float(role == "home" and is_home) for role in ROLES])
                counted.append([float(role == "home") for role in ROLES])
    if not pairs:
        return total
    row, t, s = (torch.tensor(x) for x in zip(*pairs, strict=True))
    losses = nn.functional.binary_cross_entropy_with_logits(
        links[row, t, s], torch.tensor(wanted), torch.tensor(counted), reduction="sum"
    )
    return total + recipe.link_weight * losses / (2 * len(pairs))


def fact_loss(scores: dict[str, Tensor], batch: Sequence[Example]) -> Tensor:
    """The loss of the crowd's factuality."""
    where = [(row, word, value) for row, e in enumerate(batch) for word, value in e.facts]
    row, word, value = (torch.tensor(x) for x in zip(*where, strict=True))
    return nn.functional.l1_loss(scores["facts"][row, word, 0], value)


def web_loss(scores: dict[str, Tensor], *, is_web: bool) -> Tensor:
    """The loss of telling texts of the web from news; the factuality set is of the web."""
    found = scores["web"][:, 0, 0]
    return nn.functional.binary_cross_entropy_with_logits(
        found, torch.full_like(found, float(is_web))
    )


def new_network() -> JointNetwork:
    """The network with the starting weights of the encoder and untrained heads."""
    from transformers import AutoModel

    encoder = AutoModel.from_pretrained(str(weights_folder()), attn_implementation="eager")
    return JointNetwork(encoder)


def train(
    corpus: Sequence[Example],
    facts: Sequence[Example],
    recipe: Recipe,
    *,
    extra: Sequence[PairExample] = (),
    start: Mapping[str, Tensor] | None = None,
) -> JointNetwork:
    """A network trained on the corpus and, where given, on factuality examples and extra rows.

    ``start`` are the weights to go on from, where not the encoder's own.
    """
    from transformers import get_linear_schedule_with_warmup

    torch.manual_seed(_START)
    network = new_network()
    if start:
        network.load_state_dict(dict(start))
    torch.manual_seed(recipe.seed)
    rng = random.Random(recipe.seed)
    optimiser = torch.optim.AdamW(
        [
            {"params": network.encoder.parameters(), "lr": recipe.encoder_rate},
            {"params": network.heads(), "lr": recipe.head_rate},
        ],
        weight_decay=0.01,
        fused=True,
    )
    facts = [e for e in facts if e.facts]
    share = round(min(1.0, recipe.fact_passes / recipe.epochs) * len(facts))
    steps = recipe.epochs * (
        -(-len(corpus) // recipe.batch)
        + -(-share // (2 * recipe.batch))
        + -(-len(extra) // recipe.batch)
    )
    schedule = get_linear_schedule_with_warmup(optimiser, steps // 20, steps)
    network.train()
    for epoch in range(recipe.epochs):
        plan: list[tuple[str, Sequence[Any]]] = [
            *(("corpus", b) for b in batches(corpus, recipe.batch, rng)),
            *(("facts", b) for b in batches(rng.sample(facts, share), 2 * recipe.batch, rng)),
            *(("extra", b) for b in batches(extra, recipe.batch, rng)),
        ]
        rng.shuffle(plan)
        sums: Counter[str] = Counter()
        for kind, batch in plan:
            with torch.autocast("cpu", dtype=torch.bfloat16, enabled=recipe.bf16):
                scores = network(*inputs(batch))
            parts = {name: part.float() for name, part in parts_of(scores).items()}
            if kind == "facts":
                loss = recipe.fact_weight * fact_loss(parts, batch)
            elif kind == "extra":
                loss = pair_loss(parts, batch)
            else:
                loss = loss_of(parts, batch, recipe)
            if kind != "extra":
                loss = loss + recipe.web_weight * web_loss(parts, is_web=kind == "facts")
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            sums[kind] += loss.item()
        print(epoch, dict(sums), round(time.process_time()), flush=True)  # noqa: T201
    return network.eval()


def fingerprint(paths: Sequence[Path]) -> str:
    """A digest of the bytes of files, and of all files of folders."""
    digest = hashlib.sha256()
    for path in paths:
        for file in sorted(path.rglob("*.txt")) if path.is_dir() else [path]:
            digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


def main() -> None:
    """Train, and write the network with what made it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, nargs="+", default=[Path("corpus/train")])
    parser.add_argument("--voices", type=Path, nargs="*", default=[Path("corpus/voices")])
    parser.add_argument("--factuality", type=Path, help="UDS-IH2 training file (CC BY-SA)")
    parser.add_argument("--extra", type=Path, help="rows of your own, as bench relation reads")
    parser.add_argument("--start", type=Path, help="a run to go on from")
    parser.add_argument("--rate", type=float, default=Recipe().encoder_rate)
    parser.add_argument("--epochs", type=int, default=Recipe().epochs)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--batch", type=int, default=Recipe().batch)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    recipe = Recipe(
        epochs=options.epochs,
        seed=options.seed,
        batch=options.batch,
        encoder_rate=options.rate,
        head_rate=5 * options.rate,
    )
    extra = read_extra(options.extra) if options.extra else []
    start = torch.load(options.start / "network.pt") if options.start else None
    corpus = read_corpus(options.corpus, options.voices)
    facts = factuality_examples(options.factuality) if options.factuality else []
    data = {"corpus": fingerprint(options.corpus), "voices": fingerprint(options.voices)}
    for name in ("factuality", "extra"):
        if path := getattr(options, name):
            data[name] = fingerprint([path])
    network = train(corpus, facts, recipe, extra=extra, start=start)
    options.out.mkdir(parents=True, exist_ok=True)
    torch.save(network.state_dict(), options.out / "network.pt")
    run = {
        "recipe": asdict(recipe),
        "data": data,
        "sentences": len(corpus),
        "factuality_sentences": len(facts),
        "cpu_seconds": round(time.process_time()),
        "torch": torch.__version__,
    }
    (options.out / "run.json").write_text(json.dumps(run, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
