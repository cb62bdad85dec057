"""A lean Bot API in a process of its own that also plays the users: it gives updates and times the replies.

Only as much HTTP as the clients of bots speak (HTTP/1.1 with Content-Length), so that it is never what is measured.
Every bot has its own token and so its own queue.
"""

from __future__ import annotations

import asyncio
import itertools
import json
import re
import sys
import time
from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

BATCH = 100  # updates in one getUpdates, as at Telegram
GIVE_UP = 120.0  # seconds: a bot that has not answered by then is reported with what it did
_CHAT = re.compile(rb"chat_id\D{1,12}?(-?\d+)")
_OFFSET = re.compile(rb"offset\D{1,12}?(-?\d+)")
_TIMEOUT = re.compile(rb"timeout\D{1,12}?(\d+)")
_LENGTH = re.compile(rb"(?i)\r\ncontent-length: *(\d+)")
_ME = '{"id":1000,"is_bot":true,"first_name":"Bench","username":"bench_bot","can_join_groups":false}'
_FILE = {"file_id": "photo", "file_unique_id": "photo"}
_ids = itertools.count(1)


@dataclass
class Run:
    """One load: what is given, in which way, and what came of it."""

    kind: str  # flood | closed | paced | unasked: nothing is given, the bot writes by itself
    users: int
    count: int
    texts: list[str]  # each user goes round in them
    first: int = 1  # the first user's id
    rate: float = 50.0  # updates a second, where it is paced
    delay: float = 0.0  # seconds that each answer of the API takes
    photos: int = 0  # of users of their own, given before all else; their replies are not counted
    photo: str = ""  # the file that they are
    fetched: int = 0  # how many of them the bot has asked for
    given: int = 0
    begun: float = field(default_factory=time.perf_counter)
    ended: float = 0.0
    latencies: list[float] = field(default_factory=list)
    over: asyncio.Event = field(default_factory=asyncio.Event)


class Session:
    """One bot: its queue of updates, and the load that is under way."""

    def __init__(self) -> None:
        self.pending: deque[tuple[int, str]] = deque()
        self._poll: Callable[[str], None] | None = None
        self._polls = 0  # polls so far: a poll's end must not be taken for that of a later one
        self._run: Run | None = None
        self._open: dict[int, deque[float]] = defaultdict(deque)  # when each unanswered update was given, by chat
        self._place: dict[int, int] = defaultdict(int)  # where each user is in his texts: kept from load to load

    async def play(self, run: Run) -> dict[str, Any]:
        """Gives the updates, waits for as many replies, and tells how long it took."""
        self._run = run
        self._open.clear()
        self._give_photos(run)
        pacing = asyncio.create_task(self._pace(run)) if run.kind == "paced" else None
        if run.kind in ("flood", "closed"):
            self._give(run, run.count if run.kind == "flood" else min(run.users, run.count))
        try:
            await asyncio.wait_for(run.over.wait(), GIVE_UP)
        except TimeoutError:
            run.ended = time.perf_counter()
        finally:
            if pacing is not None:
                pacing.cancel()
        return {
            "seconds": run.ended - run.begun,
            "replies": len(run.latencies),
            "latencies": run.latencies,
            "fetched": run.fetched,
        }

    def _give_photos(self, run: Run) -> None:
        for user in range(run.first + run.users, run.first + run.users + run.photos):
            number = next(_ids)
            self.pending.append((number, _update(number, user, photo=Path(run.photo).stat().st_size)))

    def fetch(self) -> bytes:
        """The photo of the load that is under way."""
        if self._run is None or not self._run.photo:
            return b""
        self._run.fetched += 1
        return Path(self._run.photo).read_bytes()

    async def _pace(self, run: Run) -> None:
        while run.given < run.count:
            self._give(run, 1)
            await asyncio.sleep(max(0.0, run.begun + run.given / run.rate - time.perf_counter()))

    def _give(self, run: Run, count: int) -> None:
        for _ in range(count):
            self._one(run, run.first + run.given % run.users)
        self._hand_out()

    def _one(self, run: Run, user: int) -> None:
        text = run.texts[self._place[user] % len(run.texts)]
        self._place[user] += 1
        run.given += 1
        number = next(_ids)
        self._open[user].append(time.perf_counter())
        self.pending.append((number, _update(number, user, text)))

    def poll(self, offset: int, answer: Callable[[str], None]) -> int:
        """A getUpdates: answered when there is something. Gives its number."""
        while self.pending and self.pending[0][0] < offset:
            self.pending.popleft()
        self._poll, self._polls = answer, self._polls + 1
        self._hand_out()
        return self._polls

    def _hand_out(self) -> None:
        if self._poll is not None and self.pending:
            answer, self._poll = self._poll, None
            answer("[" + ",".join(body for _, body in itertools.islice(self.pending, BATCH)) + "]")

    def idle_poll(self, number: int) -> None:
        """A long poll that has waited long enough is answered with nothing."""
        if self._poll is not None and self._polls == number:
            answer, self._poll = self._poll, None
            answer("[]")

    def reply(self, chat: int) -> float:
        """The bot wrote to that chat; gives how long the answer to this call takes."""
        run, opened = self._run, self._open.get(chat)
        if run is None or run.over.is_set():
            return 0.0
        if run.kind == "unasked":
            run.latencies.append(time.perf_counter() - run.begun)
        elif opened:
            run.latencies.append(time.perf_counter() - opened.popleft())
            if run.kind == "closed" and run.given < run.count:
                self._one(run, chat)
                self._hand_out()
        if len(run.latencies) >= run.count:
            run.ended = time.perf_counter()
            run.over.set()
        return run.delay


def _update(number: int, user: int, text: str = "", *, photo: int = 0) -> str:
    """An update with a text, or with a photo of so many bytes."""
    message: dict[str, Any] = {
        "message_id": number,
        "from": {"id": user, "is_bot": False, "first_name": "Sam", "language_code": "en"},
        "chat": {"id": user, "type": "private", "first_name": "Sam"},
        "date": int(time.time()),
    }
    if photo:
        message["photo"] = [{**_FILE, "width": 1080, "height": 1440, "file_size": photo}]
    else:
        message["text"] = text
    if text.startswith("/"):
        message["entities"] = [{"type": "bot_command", "offset": 0, "length": len(text.split(maxsplit=1)[0])}]
    return json.dumps({"update_id": number, "message": message}, separators=(",", ":"))


SESSIONS: dict[str, Session] = defaultdict(Session)


class Connection(asyncio.Protocol):
    """One connection of a bot, or of the program that measures."""

    def __init__(self) -> None:
        self._buffer = b""
        self._transport: asyncio.WriteTransport | None = None
        self._tasks: set[asyncio.Task[None]] = set()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.WriteTransport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._buffer += data
        while (head := self._buffer.find(b"\r\n\r\n")) >= 0:
            length = _LENGTH.search(self._buffer, 0, head + 2)
            end = head + 4 + (int(length[1]) if length else 0)
            if len(self._buffer) < end:
                return
            request, self._buffer = self._buffer[:end], self._buffer[end:]
            self._serve(request.split(b" ", 2)[1], request[head + 4 :])

    def _serve(self, path: bytes, body: bytes) -> None:
        if path.startswith(b"/control/run"):
            task = asyncio.ensure_future(self._control(json.loads(body)))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
            return
        if path.startswith(b"/file/"):
            self._send(SESSIONS[path.split(b"/")[2].decode()].fetch(), "image/jpeg")
            return
        _, token, method = path.split(b"?")[0].decode().split("/", 2)
        self._call(SESSIONS[token], method.lower(), path + b" " + body)

    def _call(self, session: Session, method: str, given: bytes) -> None:
        loop = asyncio.get_running_loop()
        if method in ("sendmessage", "editmessagetext"):
            chat = _CHAT.search(given)
            number = int(chat[1]) if chat else 0
            later = session.reply(number)
            text = f'{{"message_id":{next(_ids)},"date":0,"chat":{{"id":{number},"type":"private"}},"text":"ok"}}'
            if later:
                loop.call_later(later, self._answer, text)
            else:
                self._answer(text)
        elif method == "getupdates":
            offset, seconds = _OFFSET.search(given), _TIMEOUT.search(given)
            number = session.poll(int(offset[1]) if offset else 0, self._answer)
            loop.call_later(float(seconds[1]) if seconds else 0.0, session.idle_poll, number)
        elif method == "getfile":
            self._answer(json.dumps({**_FILE, "file_path": "photo.jpg"}))
        else:
            self._answer(_ME if method == "getme" else "true")

    async def _control(self, command: dict[str, Any]) -> None:
        self._answer(json.dumps(await SESSIONS[command.pop("token")].play(Run(**command))))

    def _answer(self, result: str) -> None:
        self._send(b'{"ok":true,"result":' + result.encode() + b"}", "application/json")

    def _send(self, body: bytes, kind: str) -> None:
        head = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n"
        if self._transport is not None and not self._transport.is_closing():
            self._transport.write(head.encode() + body)


async def serve() -> None:
    """Serves on a free port, which it prints, until standard input ends."""
    loop = asyncio.get_running_loop()
    server = await loop.create_server(Connection, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await loop.run_in_executor(None, sys.stdin.read)


if __name__ == "__main__":
    asyncio.run(serve())
