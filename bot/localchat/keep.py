"""The one small file of the local chat: the clock's offset, who was here, and how far the ids went."""

from __future__ import annotations

import dataclasses
import json
import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bot.localchat.state import User

# The highest id that any local chat of this process gave out: a second one must start above it.
highest_id = 0


@dataclass(slots=True)
class Kept:
    """What the file holds; `offset` in seconds."""

    offset: float = 0.0
    last_id: int = 0
    users: list[dict[str, Any]] = field(default_factory=list)


def read(path: Path | None) -> Kept:
    """What was kept; nothing if there is no file or it is broken."""
    if path is None or not path.exists():
        return Kept()
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        return Kept(float(data["offset"]), int(data["last_id"]), list(data["users"]))
    except (ValueError, KeyError, TypeError):
        return Kept()


def write(path: Path, offset: float, last_id: int, users: Iterable[User]) -> None:
    """Replaces the file in one step."""
    data = {"offset": offset, "last_id": last_id, "users": [dataclasses.asdict(user) for user in users]}
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(path.name + ".new")
    draft.write_text(json.dumps(data), encoding="utf-8")
    os.replace(draft, path)
