"""The files at the head of a user's queue: read one after the other before his turn, in company."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from bot.store.base import InboxRow
from bot.telegram.files import ReadOne
from bot.telegram.messenger import Messenger
from bot.telegram.queues import Queue, head_of, unread
from bot.telegram.texts import Texts

SIGN = 4.5  # seconds: Telegram takes the typing sign away after five
LONG = 6.0  # seconds: files that take longer are spoken of
ReadFile = Callable[[InboxRow], Awaitable[ReadOne]]


class FileReads:
    """Takes no slot of the turns: a slow file holds up only whoever sent it. ``users``: whose files are being read,
    which may take a minute; ``begun`` is called when there is one more."""

    def __init__(self, read_file: ReadFile, messenger: Messenger, texts: Texts, *, begun: Callable[[], None]) -> None:
        self._read_file, self._messenger, self._texts, self._begun = read_file, messenger, texts, begun
        self.users: set[int] = set()

    async def read(self, key: int, queue: Queue) -> None:
        """Reads the files of the head's parts; a part that comes meanwhile is read too."""
        if unread(queue) is None:
            return
        company = asyncio.create_task(self._keep_company(key, queue))
        self.users.add(key)
        self._begun()
        try:
            read = await self._read_file(queue[0].row)
            while (found := unread(queue)) is not None:
                part, file = found
                part.file = await read(file, part.row)
        finally:
            self.users.discard(key)
            company.cancel()

    async def _keep_company(self, key: int, queue: Queue) -> None:
        """The typing sign again and again, and after a while a line."""
        await asyncio.sleep(SIGN)
        self._messenger.typing(key)
        await asyncio.sleep(LONG - SIGN)
        count = len(head_of(queue))
        text = self._texts("intake.reading_one" if count == 1 else "intake.reading_many", count=count)
        await self._messenger.deliver([{"method": "send_message", "chat_id": key, "text": text, "sort": "turn"}])
        while True:
            self._messenger.typing(key)
            await asyncio.sleep(SIGN)
