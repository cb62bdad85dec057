"""How many calls a second the API server itself answers: a bare client that only writes and reads bytes."""

from __future__ import annotations

import asyncio
import time
from urllib.parse import urlsplit

AT_ONCE = 16
_BODY = b"chat_id=1&text=Got+it.+Is+that+right%3F"
_CALL = b"POST /botnobody/sendMessage HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n\r\n%s" % (len(_BODY), _BODY)


async def ceiling(url: str, seconds: float = 1.5) -> float:
    """Calls of sendMessage answered a second, over several connections at once."""
    begun = time.perf_counter()
    counts = await asyncio.gather(*(_calls(url, begun + seconds) for _ in range(AT_ONCE)))
    return sum(counts) / (time.perf_counter() - begun)


async def _calls(url: str, until: float) -> int:
    place = urlsplit(url)
    reader, writer = await asyncio.open_connection(place.hostname, place.port)
    count = 0
    while time.perf_counter() < until:
        writer.write(_CALL)
        await reader.readuntil(b'"ok"}}')
        count += 1
    writer.close()
    return count
