"""Sentences per CPU second of the actor resolver and of the rules coder, on one thread.

``python benchmarks/resolver_speed.py FOLDER`` reads the dated texts of FOLDER (the sample news
if none is given) and prints one JSON object. The baseline in the same run is cutting the
sentences into words; the ratio to it can be compared between machines, the seconds cannot.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable

from dragoman.actors import default_resolver
from dragoman.documents import ReadOptions, read
from dragoman.events.rules import RulesCoder
from dragoman.examples import sample_news
from dragoman.language import split_sentences, tokenize
from dragoman.records import Document

_ROUNDS = 5


def seconds(work: Callable[[], object]) -> float:
    """The best CPU time of a few rounds, after one to warm up."""
    work()
    best = float("inf")
    for _ in range(_ROUNDS):
        started = time.process_time()
        work()
        best = min(best, time.process_time() - started)
    return best


def main() -> None:
    """Measure and print."""
    folder = sys.argv[1] if len(sys.argv) > 1 else str(sample_news())
    documents = [d for d in read([folder], options=ReadOptions()) if isinstance(d, Document)]
    cut = [(d, split_sentences(d)) for d in documents]
    count = sum(len(sentences) for _, sentences in cut)
    resolver = default_resolver()
    coder = RulesCoder(resolver)
    times = {
        "words": seconds(lambda: [tokenize(d.text, s.span) for d, ss in cut for s in ss]),
        "resolver": seconds(lambda: [resolver.resolve(d, ss) for d, ss in cut]),
        "rules coder": seconds(lambda: [coder.code(d) for d in documents]),
    }
    report = {
        "documents": len(documents),
        "sentences": count,
        "sentences_per_cpu_second": {name: round(count / t) for name, t in times.items()},
        "times_baseline": {name: round(t / times["words"], 1) for name, t in times.items()},
    }
    print(json.dumps(report))  # noqa: T201


if __name__ == "__main__":
    main()
