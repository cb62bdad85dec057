"""What the talks of the coach share: the program with its local chat, where one user has said hello."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.chat import Chat, talking


@pytest.fixture
async def chat(tmp_path: Path) -> AsyncIterator[Chat]:
    async with talking(tmp_path) as chat:
        await chat.say("/start")
        yield chat
