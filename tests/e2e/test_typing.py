"""The typing sign: where an answer takes more than a second, and only there."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.chat import Chat, talking

pytestmark = pytest.mark.anyio


async def signs(chat: Chat) -> list[dict[str, Any]]:
    async with chat.http.get(f"{chat.url}/local/calls") as response:
        calls = await response.json()
    return [call for call in calls if call["method"].lower() == "sendchataction"]


async def test_a_text_that_may_go_on_is_awaited_under_the_sign_and_a_short_one_is_answered_at_once(
    tmp_path: Path,
) -> None:
    async with talking(tmp_path) as chat:
        await chat.say("/help")
        assert await signs(chat) == []
        await chat.say("so much to say " * 260)  # as long as a piece that a client cut
        [sign] = await signs(chat)
        assert sign["parameters"]["action"] == "typing"
        assert chat.text
