"""Runs the local chat alone: python -m bot.localchat --port 8090 --token 1:local"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import signal
import sys
from pathlib import Path

from bot.localchat.server import LocalChat


def main() -> int:
    """Serves until it is told to stop; 1 if the port is taken."""
    parser = argparse.ArgumentParser(prog="python -m bot.localchat", description=__doc__)
    parser.add_argument("--port", type=int, default=8090)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--token", required=True, help="the token that the bot will use")
    parser.add_argument("--clock-file", type=Path, help="keeps the clock and the users over a restart")
    options = parser.parse_args()
    with contextlib.suppress(KeyboardInterrupt):
        return asyncio.run(serve(options.token, options.host, options.port, options.clock_file))
    return 0


async def serve(token: str, host: str, port: int, clock_file: Path | None) -> int:
    """Runs one local chat until SIGINT or SIGTERM."""
    chat = LocalChat(token, clock_file=clock_file)
    try:
        url = await chat.start(host, port)
    except OSError as error:
        sys.stderr.write(f"Port {port} is taken: {error.strerror}\n")
        return 1
    sys.stdout.write(f"{url}\n")
    sys.stdout.flush()
    stopped = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        with contextlib.suppress(NotImplementedError):  # Windows: there Ctrl+C ends it as a KeyboardInterrupt
            asyncio.get_running_loop().add_signal_handler(number, stopped.set)
    await stopped.wait()
    await chat.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main())
