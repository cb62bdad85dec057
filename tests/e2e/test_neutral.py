"""The first line of everything that comes unasked is neutral: phones lie on desks."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.chat import talking

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize("door", ["Interview coming", "Just remind me"])
async def test_no_first_line_names_employer_or_person(tmp_path: Path, door: str) -> None:
    async with talking(tmp_path) as chat:
        await chat.say("/start")
        await chat.tap(door)
        await chat.say("Saltmarsh Ferries, deckhand, Friday 3pm with Ines (manager)")
        await chat.say("Berlin")
        await chat.tap("Save")
        kinds = 0
        for _ in range(9):
            if not (await chat.post("clock", with_user=False, advance=0))["next"]:
                break
            await chat.clock(to_next=True)
            for message in chat.new:
                kinds += 1
                first = message["text"].split("\n")[0]
                assert "Saltmarsh" not in first
                assert "Ines" not in first
                assert "Saltmarsh" in message["text"]
        assert kinds >= 3
