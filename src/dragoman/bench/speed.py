"""``bench speed``: what reading costs, in processor time, start-up and memory.

Throughput is measured in this process after a first document has warmed it up, over the
processor time of all its threads, without the reading of files; documents are coded as many
together as ``ingest`` does, several times in other order. Start-up and memory are
measured in fresh processes, which build the coder as the caller says.
"""

from __future__ import annotations

import json
import logging
import math
import random
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from dragoman.bench.report import Metric, measure_with_intervals
from dragoman.documents import read
from dragoman.errors import DataError, SettingError
from dragoman.events.coder import Coder, together
from dragoman.language import tokenize
from dragoman.records import Document, Problem, Reading

_log = logging.getLogger(__name__)

_STARTS = 5
_PASSES = 5
# Run in a fresh process after the statements that build ``coder``.
_ONE_SENTENCE = """
import datetime as dt
from dragoman.records import Document
coder.code(Document(text="Russia attacked Ukraine on Monday.", date=dt.date(2024, 3, 30)))
"""
_EVERYTHING = """
import json, sys
from dragoman.bench.speed import peak_memory_mb
print(json.dumps(peak_memory_mb(coder, sys.argv[1])))
"""


@dataclass(frozen=True, slots=True)
class Cost:
    """What documents read together cost: processor seconds for their sentences and words."""

    documents: int
    sentences: int
    words: int
    cpu_seconds: float


def read_documents(path: Path | str) -> list[Document]:
    """The documents under ``path``, whatever Dragoman reads; others are logged, passed over.

    Raises ``DataError`` when there is none.
    """
    documents = []
    for found in read(path):
        if isinstance(found, Problem):
            _log.warning("passed over: %s: %s", found.location, found.message)
        else:
            documents.append(found)
    if not documents:
        raise DataError(f"{path}: no document found; a folder of dated English texts expected")
    return documents


def measure_speed(
    documents: Sequence[Document], data: Path, *, coder: Coder, builder: str | None
) -> tuple[Metric, ...]:
    """All figures of ``coder`` on ``documents``, which were read from ``data``.

    ``builder`` holds the Python statements that build the same coder as ``coder`` in a fresh
    process; without it start-up and memory stay unmeasured (NaN). Raises ``SettingError``
    when they fail.
    """
    coder.code(documents[0])  # loads tables and weights
    costs = list(_costs(documents, coder))
    return (
        *measure_with_intervals(costs, measure_throughput),
        _cold_start(builder),
        _peak_memory(builder, data),
    )


def measure_throughput(costs: Sequence[Cost]) -> Mapping[str, tuple[float, int]]:
    """What a second of processor time is enough for."""
    seconds = sum(c.cpu_seconds for c in costs)
    counts = {
        "documents_per_cpu_second": sum(c.documents for c in costs),
        "sentences_per_cpu_second": sum(c.sentences for c in costs),
        "words_per_cpu_second": sum(c.words for c in costs),
    }
    return {name: (n / seconds if seconds else math.nan, n) for name, n in counts.items()}


def peak_memory_mb(coder: Coder, path: str) -> float | None:
    """Codes all documents under ``path`` as ``ingest`` does, and gives the most memory held.

    In MB of 1,000,000 bytes, resident; ``None`` where the system does not tell.
    """
    for part in together(read_documents(path)):
        _code(part, coder)
    return _peak_bytes() / 1e6 or None


def _code(documents: Sequence[Document], coder: Coder) -> list[Reading]:
    coder.read_ahead(documents)
    return [coder.code(document) for document in documents]


def _costs(documents: Sequence[Document], coder: Coder) -> Iterator[Cost]:
    """The documents in as many parts as the intervals need, several times, read as ingest does."""
    order = random.Random(0)
    for _ in range(_PASSES):
        for part in together(order.sample(documents, len(documents))):
            yield _cost(part, coder)


def _cost(documents: Sequence[Document], coder: Coder) -> Cost:
    begin = time.process_time()
    readings = _code(documents, coder)
    spent = time.process_time() - begin
    # signs are tokens too, but no words
    words = sum(any(c.isalnum() for c in t.text) for d in documents for t in tokenize(d.text))
    return Cost(len(documents), sum(len(r.sentences) for r in readings), words, spent)


def _cold_start(builder: str | None) -> Metric:
    """Wall seconds from nothing to one coded sentence: the median, least and most of a few."""
    name = "cold_start_seconds"
    if builder is None:
        return Metric(name, math.nan, math.nan, math.nan, n=0)
    taken = []
    for _ in range(_STARTS):
        begin = time.perf_counter()
        _run_fresh(builder + _ONE_SENTENCE)
        taken.append(time.perf_counter() - begin)
    taken.sort()
    return Metric(name, taken[_STARTS // 2], taken[0], taken[-1], n=_STARTS)


def _peak_memory(builder: str | None, data: Path) -> Metric:
    found = json.loads(_run_fresh(builder + _EVERYTHING, str(data))) if builder else None
    value = math.nan if found is None else float(found)
    return Metric("peak_memory_mb", value, value, value, n=int(found is not None))


def _run_fresh(code: str, *arguments: str) -> str:
    """The last line that a fresh interpreter prints when it runs ``code``."""
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SettingError(
            f"a fresh process that builds the coder failed: {done.stderr.strip()[-500:]}"
        )
    return done.stdout.strip().rpartition("\n")[2]


def _peak_bytes() -> int:
    """The peak of this process's resident memory; 0 where the system does not tell.

    Linux's ``ru_maxrss`` is not asked first: a process takes that of its parent over when it
    starts, so that a small child of a large process would look large.
    """
    status = Path("/proc/self/status")
    if status.exists():
        for line in status.read_text(encoding="utf-8").splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) * 1024
    try:
        import resource
    except ImportError:  # Windows
        return 0
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024
