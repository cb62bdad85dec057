"""The trained part of the router: what the numbers of content/<language>/models/router.bin say of a message."""

from __future__ import annotations

from functools import cache, lru_cache
from hashlib import sha256

from bot.core.linear import Linear
from bot.core.route.features import features
from content import Utterance, model


@cache
def router() -> Linear:
    """The model, read once per process."""
    return Linear.load(model("router"))


@lru_cache(maxsize=8)  # asked more than once about the same message
def ranked(text: str) -> tuple[tuple[str, float], ...]:
    """(intent, score) for all intents, best first."""
    return rank(router(), text)


def rank(linear: Linear, text: str) -> tuple[tuple[str, float], ...]:
    """As :func:`ranked`, by a given model."""
    return tuple(sorted(linear.scores(features(text)).items(), key=lambda pair: (-pair[1], pair[0])))


def fingerprint(data: tuple[Utterance, ...]) -> str:
    """Of the utterances that a model was trained on; it changes with any word or label of theirs."""
    lines = (f"{'+'.join(row.intents)}\t{row.text}" for row in data)
    return sha256("\n".join(lines).encode()).hexdigest()


def predictions(linear: Linear, data: tuple[Utterance, ...]) -> str:
    """One digest of what the model takes each utterance for."""
    return sha256("\n".join(rank(linear, row.text)[0][0] for row in data).encode()).hexdigest()
