"""A running local chat for every test that asks for one."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from tests.localchat.world import World, running


@pytest.fixture(scope="session")
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
async def world(anyio_backend: str) -> AsyncIterator[World]:
    """A chat with Sam, who wrote to the bot, and Robin, who did not yet."""
    async with running() as world:
        await world.say("/start")
        await world.updates()
        yield world
