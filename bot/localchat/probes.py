"""The control endpoints that only tests need: injected and repeated updates, faults, the record of calls."""

from __future__ import annotations

from typing import Any

from aiohttp import web

from bot.localchat.errors import ControlError
from bot.localchat.exchange import body, number, reply
from bot.localchat.faults import Faults
from bot.localchat.state import State

MESSAGE_KINDS = ("message", "edited_message", "channel_post", "edited_channel_post", "my_chat_member", "chat_member")


class Probes:
    """The handlers; each takes a request and gives JSON."""

    def __init__(self, state: State, faults: Faults) -> None:
        self.state = state
        self.faults = faults

    def routes(self) -> list[web.RouteDef]:
        """All routes for tests."""
        return [
            web.post("/local/update", self.update),
            web.post("/local/redeliver", self.redeliver),
            web.post("/local/fault", self.fault),
            web.get("/local/calls", self.calls),
        ]

    async def update(self, request: web.Request) -> web.Response:
        """Injects an update of any shape; the chats and messages that it names become known."""
        data = {name: value for name, value in (await body(request)).items() if name != "update_id"}
        if not data:
            raise ControlError("An update needs at least one field.")
        key = self._learn(data)
        return reply({"update_id": self.state.updates.push_raw(data, key)})

    def _learn(self, data: dict[str, Any]) -> int:
        """Makes the chat of an injected update known and gives the id of its user or chat."""
        for kind in MESSAGE_KINDS:
            message = data.get(kind)
            if isinstance(message, dict) and isinstance(message.get("chat"), dict) and "id" in message["chat"]:
                sender = message.get("from") if isinstance(message.get("from"), dict) else None
                chat = self.state.learn(message["chat"], sender)
                if isinstance(message.get("message_id"), int) and "date" in message:
                    self.state.store(chat, message, True)
                return sender["id"] if sender and "id" in sender else chat.id
        query = data.get("callback_query")
        sender = query.get("from") if isinstance(query, dict) else None
        return int(sender["id"]) if isinstance(sender, dict) and "id" in sender else 0

    async def redeliver(self, request: web.Request) -> web.Response:
        update_id = (await body(request)).get("update_id")
        if not isinstance(update_id, int) or not self.state.updates.redeliver(update_id):
            raise ControlError("This update is not known.", 404)
        return reply({"update_id": update_id})

    async def fault(self, request: web.Request) -> web.Response:
        """Adds a fault; {"clear": true} removes all."""
        data = await body(request)
        if data.get("clear"):
            self.faults.clear()
        else:
            self.faults.add(data)
        return reply({"ok": True})

    async def calls(self, request: web.Request) -> web.Response:
        after = number(request.query.get("after")) or 0
        found = [
            {"number": count, "method": call.name, "parameters": call.readable(), "code": outcome[0] or None}
            for count, call, outcome in self.state.calls
            if count > after
        ]
        return reply(found)
