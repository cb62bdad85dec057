"""The Bot API over HTTP: reads the request, finds the method, answers."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import parse_qsl

from aiohttp import web

from bot.localchat import editing, media, profile, sending
from bot.localchat.call import Call, Upload
from bot.localchat.errors import ApiError, bad_request, failure
from bot.localchat.faults import Fault, Faults
from bot.localchat.state import State
from bot.localchat.updates import dumps
from bot.localchat.webhook import Webhook

Method = Callable[[State, Call], Any]
MAX_POLL_SECONDS = 50
JSON_HEADERS = {"Content-Type": "application/json"}

METHODS: dict[str, Method] = {
    "sendmessage": sending.send_message,
    "editmessagetext": editing.edit_message_text,
    "answercallbackquery": editing.answer_callback_query,
    "editmessagereplymarkup": editing.edit_message_reply_markup,
    "editmessagecaption": editing.edit_message_caption,
    "deletemessage": editing.delete_message,
    "deletemessages": editing.delete_messages,
    "forwardmessage": sending.forward_message,
    "copymessage": sending.copy_message,
    "sendchataction": sending.send_chat_action,
    "sendmediagroup": media.send_media_group,
    "getfile": media.get_file,
    "getme": profile.get_me,
    "setmycommands": profile.set_my_commands,
    "getmycommands": profile.get_my_commands,
    "deletemycommands": profile.delete_my_commands,
    "setchatmenubutton": profile.set_chat_menu_button,
    "getchat": profile.get_chat,
    "leavechat": profile.leave_chat,
    **dict.fromkeys(
        ("sendphoto", "senddocument", "sendvoice", "sendaudio", "sendvideo", "sendsticker"), media.send_media
    ),
    **dict.fromkeys(("setmyname", "setmydescription", "setmyshortdescription"), profile.set_profile),
    **dict.fromkeys(("getmyname", "getmydescription", "getmyshortdescription"), profile.get_profile),
}


class BotApi:
    """The handlers of /bot{token}/{method} and /file/bot{token}/{path}."""

    def __init__(self, state: State, webhook: Webhook, faults: Faults) -> None:
        self.state = state
        self.webhook = webhook
        self.faults = faults
        self.count = 0
        self._waiting: dict[str, Callable[[Call], Awaitable[str]]] = {
            "getupdates": self._get_updates,
            "setwebhook": self._set_webhook,
            "deletewebhook": self._delete_webhook,
            "getwebhookinfo": self._webhook_info,
        }

    async def handle(self, request: web.Request) -> web.Response:
        """One Bot API call."""
        found = request.match_info
        if found["token"] != self.state.token:
            return _answer(401, dumps(ApiError(401, "Unauthorized").body()))
        try:
            call = await read_call(found["method"], request)
        except ApiError as error:
            return _answer(error.code, dumps(error.body()))
        self.count += 1
        outcome = [0]
        self.state.calls.append((self.count, call, outcome))
        fault = self.faults.take(call.method) if self.faults else None
        try:
            if fault:
                return await self._fail(request, fault, call, outcome)
            status, body = await self._run(call)
        finally:
            call.forget_files()
        outcome[0] = status
        return _answer(status, body)

    async def download(self, request: web.Request) -> web.Response:
        """A file by its file_path."""
        if request.match_info["token"] != self.state.token:
            return _answer(401, dumps(ApiError(401, "Unauthorized").body()))
        stored = self.state.files.by_path(request.match_info["path"])
        if stored is None:
            return _answer(404, dumps(ApiError(404, "Not Found").body()))
        return web.Response(body=stored.data, content_type="application/octet-stream")

    async def _run(self, call: Call) -> tuple[int, str]:
        """Does the call; gives the HTTP status and the JSON of the answer."""
        try:
            if method := METHODS.get(call.method):
                result = dumps(method(self.state, call))
            elif waiting := self._waiting.get(call.method):
                result = await waiting(call)
            else:
                raise ApiError(404, "Not Found: method not found")
        except ApiError as error:
            return error.code, dumps(error.body())
        return 200, '{"ok":true,"result":' + result + "}"

    async def _fail(self, request: web.Request, fault: Fault, call: Call, outcome: list[int]) -> web.Response:
        """A refused call has no effect; a dropped or delayed one has, only its answer is lost or late."""
        status, body = (0, "") if fault.error else await self._run(call)
        if fault.delay:
            await asyncio.sleep(fault.delay)
        if fault.error:
            status, body = fault.error.code, dumps(fault.error.body())
        outcome[0] = status
        if fault.drop and request.transport:
            request.transport.abort()
        return _answer(status, body)

    async def _get_updates(self, call: Call) -> str:
        self.webhook.refuse_polling()
        updates = self.state.updates
        if "allowed_updates" in call.params:
            updates.allow(call.readable()["allowed_updates"])
        timeout = call.integer("timeout", 0, 0, MAX_POLL_SECONDS)
        return await updates.poll(call.integer("offset"), call.integer("limit", 100, 1, 100), timeout)

    async def _set_webhook(self, call: Call) -> str:
        return dumps(await self.webhook.set(call))

    async def _delete_webhook(self, call: Call) -> str:
        return dumps(await self.webhook.delete(call))

    async def _webhook_info(self, call: Call) -> str:
        return dumps(self.webhook.info())


async def read_call(name: str, request: web.Request) -> Call:
    """Method and parameters of a request; the query string counts, the body goes before it."""
    params: dict[str, Any] = dict(request.query) if request.query_string else {}
    files: dict[str, Upload] = {}
    kind = request.content_type if request.body_exists else ""
    if kind == "application/json":
        params.update(_json_object(await request.read()))
    elif kind == "application/x-www-form-urlencoded":
        params.update(parse_qsl((await request.read()).decode("utf-8", "replace"), keep_blank_values=True))
    elif kind == "multipart/form-data":
        for field, value in (await request.post()).items():
            if isinstance(value, web.FileField):
                files[field] = upload(value)
            else:
                params[field] = value if isinstance(value, str) else bytes(value).decode("utf-8", "replace")
    return Call(name, params, files)


def upload(field: web.FileField) -> Upload:
    """A file of a multipart request, read into memory."""
    with field.file:
        return Upload(field.filename or "file", field.content_type, field.file.read())


def _json_object(body: bytes) -> dict[str, Any]:
    try:
        value = json.loads(body) if body else {}
    except ValueError:
        raise bad_request("can't parse the request as JSON") from None
    if not isinstance(value, dict):
        raise failure(400, "expected a JSON object")
    return value


def _answer(status: int, body: str) -> web.Response:
    return web.Response(status=status, body=body.encode("utf-8", "surrogatepass"), headers=JSON_HEADERS)
