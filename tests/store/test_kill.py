"""A run killed at any moment leaves a ledger that opens; running again completes it."""

import json
import os
import random
import signal
import subprocess
import sys
import time

import pytest

from dragoman.store import Ledger

STATES = ("Russia", "Japan", "China", "Ukraine", "North Korea", "South Korea", "Iran", "France")
DOCUMENTS = 400


@pytest.fixture
def corpus(tmp_path):
    rng = random.Random(7)
    path = tmp_path / "corpus.jsonl"
    with path.open("w", encoding="utf-8") as file:
        for number in range(DOCUMENTS):
            one, other = rng.sample(STATES, 2)
            text = (
                f"{one} attacked {other} on Monday, officials said in report {number}. "
                f"{other} accused {one} of supplying missiles to rebels. "
                f"{one} may visit {other} again."
            )
            file.write(json.dumps({"date": "2024-03-05", "text": text}) + "\n")
    return path


def command(corpus, ledger):
    return [
        sys.executable,
        "-m",
        "dragoman",
        "ingest",
        str(corpus),
        "--coder",
        "rules",
        "--ledger",
        str(ledger),
    ]


def content(ledger):
    with Ledger(ledger) as opened:
        events = sorted((s.event.id, s.event.status, s.document.id) for s in opened.events())
        return opened.counts(), events


@pytest.mark.slow
def test_a_killed_run_loses_and_doubles_nothing(corpus, tmp_path):
    whole = tmp_path / "whole.ledger"
    started = time.monotonic()
    subprocess.run(command(corpus, whole), check=True, capture_output=True)
    took = time.monotonic() - started

    killed = tmp_path / "killed.ledger"
    rng, kills, partial = random.Random(11), 0, set()
    for _ in range(8):
        process = subprocess.Popen(
            command(corpus, killed), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        time.sleep(rng.uniform(0.1, 0.95) * took)
        if process.poll() is None:
            os.kill(process.pid, signal.SIGKILL)
            kills += 1
        process.wait()
        if killed.exists():
            counts, events = content(killed)
            partial.add(counts["documents"])
            assert len(events) == len(set(events)) == counts["events"]
    assert kills > 0

    subprocess.run(command(corpus, killed), check=True, capture_output=True)
    assert content(killed) == content(whole)
    assert content(whole)[0]["documents"] == DOCUMENTS


@pytest.mark.slow
def test_two_runs_at_once_share_a_ledger(corpus, tmp_path):
    ledger = tmp_path / "shared.ledger"
    runs = [
        subprocess.Popen(command(corpus, ledger), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        for _ in range(2)
    ]
    for run in runs:
        _, errors = run.communicate()
        assert run.returncode == 0, errors.decode()
    counts, events = content(ledger)
    assert counts["documents"] == DOCUMENTS
    assert len(events) == len(set(events))
