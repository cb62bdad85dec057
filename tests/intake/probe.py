"""What a child would find if a hostile file took it over: it runs in the child's place and tells."""

from __future__ import annotations

import json
import os
import socket
import sys

from bot.intake import cage, frames
from bot.intake.model import MB, Read


def main() -> None:
    """Takes the request as the child does, is shut in as the child is, and tries the doors."""
    head = sys.stdin.buffer.read(4)
    request = frames.unpack(head + sys.stdin.buffer.read(frames.HEAD.unpack(head)[0])) or {}
    cage.shut_in(request["limits"]["text_memory"], request["limits"]["text_cpu"], idle=True)
    found = {
        "environment": sorted(os.environ),
        "secrets": sorted(name for name, value in os.environ.items() if "SECRET-OF-OURS" in value),
        "network": tried(_call_home),
        "disk": tried(_write),
        "parent": tried(_read_parent),
        "memory": tried(lambda: bytearray(700 * MB)),
        "here": os.listdir("."),
        "nice": os.nice(0),
        "files": tried(lambda: [os.open(os.devnull, os.O_RDONLY) for _ in range(100)]),
        "group": os.getpgrp() == os.getpid(),
    }
    sys.stdout.buffer.write(frames.pack({"read": Read("txt", json.dumps(found)).as_json(), "wants_ocr": False}))
    sys.stdout.buffer.flush()


def tried(what: object) -> str:
    """The word done, or the name of what stopped it."""
    try:
        what()  # type: ignore[operator]
    except (OSError, MemoryError) as error:
        return type(error).__name__
    return "done"


def _call_home() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as out:
        out.connect(("192.0.2.1", 53))  # asks for a route, sends nothing


def _write() -> None:
    with open("left-behind", "wb") as file:
        file.write(b"x")


def _read_parent() -> None:
    with open(f"/proc/{os.getppid()}/environ", "rb") as file:
        file.read()
