"""The control endpoints under /local: what the page and the bot itself use besides the Bot API."""

from __future__ import annotations

import contextlib
from typing import Any

from aiohttp import web

from bot.localchat import history, people, profile, shared
from bot.localchat.api import upload
from bot.localchat.call import Upload
from bot.localchat.errors import ControlError
from bot.localchat.exchange import amount, body, moment, number, reply
from bot.localchat.state import State, User
from bot.localchat.updates import dumps

MAX_WAIT = 60.0
EVENT_PAUSE = 15.0


class Control:
    """The handlers; each takes a request and gives JSON."""

    def __init__(self, state: State) -> None:
        self.state = state
        self.closing = False

    def routes(self) -> list[web.RouteDef]:
        """All routes of the control endpoints."""
        return [
            web.get("/local/users", self.users),
            web.post("/local/users", self.add_user),
            web.get("/local/chat", self.chat),
            web.get("/local/events", self.events),
            web.post("/local/send", self.send),
            web.post("/local/tap", self.tap),
            web.post("/local/edit", self.edit),
            web.post("/local/forward", self.forward),
            web.post("/local/delete", self.delete),
            web.post("/local/forget", self.forget),
            web.post("/local/block", self.block),
            web.get("/local/clock", self.clock),
            web.post("/local/clock", self.move_clock),
            web.post("/local/next", self.plan),
            web.get("/local/file/{file_id}", self.file),
        ]

    async def users(self, request: web.Request) -> web.Response:
        """Everybody, with the newest message of each for the list of chats."""
        last = self.state.last_message
        return reply([{**_shown(user), "last": last(user.id)} for user in self.state.users.values()])

    async def add_user(self, request: web.Request) -> web.Response:
        name = str((await body(request)).get("first_name", "")).strip()
        if not 1 <= len(name) <= 64:
            raise ControlError("A name has 1 to 64 letters.")
        user = self.state.add_user(name)
        self.state.write_down()
        return reply(_shown(user))

    async def chat(self, request: web.Request) -> web.Response:
        state, user = self.state, self._user(number(request.query.get("user")))
        return reply(
            {
                "user": _shown(user),
                "bot": profile.shown_bot(state),
                "messages": [stored.shown() for stored in state.chats[user.id].messages.values()],
                "commands": profile.commands_for(state, user.id),
                "description": state.profile.get("description:", ""),
                "blocked": user.blocked,
                "clock": state.clock.describe(),
                "planned": state.planned.get(user.id),
                "cursor": state.events.cursor,
            }
        )

    async def events(self, request: web.Request) -> web.StreamResponse:
        """Server-Sent Events of one user after a cursor."""
        user = self._user(number(request.query.get("user"))).id
        cursor = number(request.query.get("cursor")) or 0
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"})
        await response.prepare(request)
        with contextlib.suppress(ConnectionResetError), self.state.watchers.present(user):  # the tab was closed
            await self._stream(response, user, cursor)
        return response

    async def _stream(self, response: web.StreamResponse, user: int, cursor: int) -> None:
        await response.write(b": here\n\n")
        while not self.closing:
            found = self.state.events.since(user, cursor)
            if found is None:
                return
            for event in found:
                cursor = event["cursor"]
                await response.write(f"data: {dumps(event)}\n\n".encode("utf-8", "surrogatepass"))
            if not found:
                await self._quiet(response, user)

    async def _quiet(self, response: web.StreamResponse, user: int) -> None:
        """Waits for the next event; a comment now and then shows that the stream lives."""
        before = self.state.events.cursor
        await self.state.events.wait(user, EVENT_PAUSE)
        if before == self.state.events.cursor and not self.closing:
            await response.write(b": quiet\n\n")

    async def send(self, request: web.Request) -> web.Response:
        """A message of a user: a text or what is shared without a file as JSON, files as multipart."""
        if request.content_type == "multipart/form-data":
            sent = await self._send_files(request)
        else:
            sent = self._send_json(await body(request))
        return reply(sent[0] if len(sent) == 1 else {**sent[0], "messages": sent})

    def _send_json(self, data: dict[str, Any]) -> list[people.Sent]:
        user, extra = self._user(data.get("user")), self._extra(data)
        parts = shared.parts(str(data.get("kind", "")), data)
        if parts is not None:
            return [people.write(self.state, user, parts, extra)]
        return people.say(self.state, user, str(data.get("text", "")), extra)

    async def _send_files(self, request: web.Request) -> list[people.Sent]:
        fields: dict[str, Any] = {}
        uploads: list[Upload] = []
        for name, value in (await request.post()).items():
            if isinstance(value, web.FileField):
                uploads.append(upload(value))
            else:
                fields[name] = value
        user = self._user(number(fields.get("user")))
        facts = {**fields, **self._extra({**fields, "user": user.id})}
        return people.send_files(self.state, user, fields.get("kind", "document"), uploads, facts)

    def _extra(self, data: dict[str, Any]) -> dict[str, Any]:
        """The parts of a message that say what it answers and where it comes from."""
        extra: dict[str, Any] = {}
        if name := data.get("forward_from"):
            extra["forward_origin"] = people.forward_origin(self.state, str(name))
        if answered := number(data.get("reply_to")):
            user = self._user(data.get("user"))
            extra |= people.reply_part(self.state, user, answered, str(data.get("quote") or ""))
        return extra

    async def tap(self, request: web.Request) -> web.Response:
        data = await body(request)
        user = self._user(data.get("user"))
        message_id, forged = number(data.get("message_id")) or 0, bool(data.get("forged"))
        return reply({"update_id": people.tap(self.state, user, message_id, str(data.get("data", "")), forged)})

    async def edit(self, request: web.Request) -> web.Response:
        data = await body(request)
        user = self._user(data.get("user"))
        message_id = number(data.get("message_id")) or 0
        return reply({"update_id": people.edit(self.state, user, message_id, str(data.get("text", "")))})

    async def forward(self, request: web.Request) -> web.Response:
        """Sends a message of this chat on to the bot; its origin is named."""
        data = await body(request)
        return reply(history.forward(self.state, self._user(data.get("user")), number(data.get("message_id")) or 0))

    async def delete(self, request: web.Request) -> web.Response:
        """Takes messages out of the chat; as at Telegram, the bot is not told."""
        data = await body(request)
        history.delete(self.state, self._user(data.get("user")), number(data.get("message_id")) or 0)
        return reply({"ok": True})

    async def forget(self, request: web.Request) -> web.Response:
        """Forgets the whole chat: messages, files, and every copy of them in this process."""
        history.forget(self.state, self._user((await body(request)).get("user")))
        return reply({"ok": True})

    async def block(self, request: web.Request) -> web.Response:
        """Blocks or unblocks; "deactivated": true deletes the account."""
        data = await body(request)
        user = self._user(data.get("user"))
        user.deactivated = bool(data.get("deactivated", user.deactivated))
        return reply({"update_id": people.block(self.state, user, bool(data.get("blocked", user.blocked)))})

    async def clock(self, request: web.Request) -> web.Response:
        """The clock; with a version it answers only when the clock has moved on from it."""
        version = number(request.query.get("version"))
        if version is not None and not self.closing:
            wait = min(amount(request.query.get("wait", 25)), MAX_WAIT)
            await self.state.clock.wait(version, wait)
        return reply(self.state.clock.describe())

    async def move_clock(self, request: web.Request) -> web.Response:
        data, clock = await body(request), self.state.clock
        if "set" in data:
            clock.move(clock.offset + (moment(data["set"]) - clock.now()).total_seconds())
        elif data.get("to_next"):
            if clock.next is None:
                raise ControlError("Nothing is planned.", 409)
            clock.move(clock.offset + max((clock.next - clock.now()).total_seconds(), 0.0))
        else:
            clock.move(clock.offset + amount(data.get("advance")))
        return reply(clock.describe())

    async def plan(self, request: web.Request) -> web.Response:
        """The bot says when its next reminder falls due."""
        at = (await body(request)).get("at")
        self.state.clock.plan(None if at is None else moment(at))
        return reply(self.state.clock.describe())

    async def file(self, request: web.Request) -> web.Response:
        """The bytes of a file for the page, which has no token."""
        stored = self.state.files.by_id(request.match_info["file_id"])
        if stored is None:
            raise ControlError("This file is no longer there.", 404)
        shown = stored.mime.split("/")[0] in {"image", "audio", "video"} and "svg" not in stored.mime
        headers = {"X-Content-Type-Options": "nosniff", "Content-Type": stored.mime}
        if request.query.get("download") or not shown:
            headers["Content-Disposition"] = _attachment(stored.name)
        return web.Response(body=stored.data, headers=headers)

    def _user(self, value: Any) -> User:
        return self.state.user(value)


def _shown(user: User) -> dict[str, Any]:
    return {name: value for name, value in user.described().items() if name != "is_bot"}


def _attachment(name: str) -> str:
    plain = "".join(char if char.isascii() and char.isprintable() and char not in '"\\' else "_" for char in name)
    return f'attachment; filename="{plain or "file"}"'
