"""The control endpoints through which the bot tells what it plans to send to those whose chats are open."""

from __future__ import annotations

from datetime import UTC
from typing import Any

from aiohttp import web

from bot.localchat.errors import ControlError
from bot.localchat.exchange import amount, body, moment, number, reply
from bot.localchat.state import State

MAX_ITEMS = 50
MAX_TEXT = 4096
MAX_KIND = 100
MAX_WAIT = 60.0


class Planning:
    """The handlers; each takes a request and gives JSON."""

    def __init__(self, state: State) -> None:
        self.state = state

    def routes(self) -> list[web.RouteDef]:
        """All routes for what is planned."""
        return [web.get("/local/watched", self.watched), web.post("/local/planned", self.planned)]

    async def watched(self, request: web.Request) -> web.Response:
        """Whose chats are open; with a version it answers only when that has changed, or after `wait` seconds."""
        version = number(request.query.get("version"))
        if version is not None:
            await self.state.watchers.wait(version, min(amount(request.query.get("wait", 25)), MAX_WAIT))
        return reply(self.state.watchers.describe())

    async def planned(self, request: web.Request) -> web.Response:
        """The bot tells what it would send to a user next: {"user", "items": [{"at", "kind", "text"}]}."""
        data = await body(request)
        user, items = self.state.user(data.get("user")), data.get("items")
        if not isinstance(items, list) or len(items) > MAX_ITEMS:
            raise ControlError(f"The items are a list of at most {MAX_ITEMS}.")
        shown = sorted((_item(item) for item in items), key=lambda item: item["at"])
        if shown != self.state.planned.get(user.id):
            self.state.planned[user.id] = shown
            self.state.events.add(user.id, "planned", {"planned": shown})
        return reply({"ok": True})


def _item(item: Any) -> dict[str, str]:
    if not isinstance(item, dict):
        raise ControlError("An item is a JSON object.")
    at = moment(item.get("at")).astimezone(UTC).isoformat()
    return {"at": at, "kind": str(item.get("kind", ""))[:MAX_KIND], "text": str(item.get("text", ""))[:MAX_TEXT]}
