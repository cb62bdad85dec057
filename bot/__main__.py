"""The command line: python -m bot [run | migrate | rotate-key]."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import sys
import webbrowser
from collections.abc import Sequence

from bot import log
from bot.settings import Settings, SettingsError, load
from bot.store.base import StoreError
from bot.telegram.receiver import Stop

BAD_START = 2  # the exit code for a setting, database or token that must be put right by a person


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs a command; what must be put right by hand is one line on standard error and exit code 2."""
    parser = argparse.ArgumentParser(
        prog="python -m bot", description="A coach for the candidate's side of an interview."
    )
    parser.add_argument("command", nargs="?", default="run", choices=("run", "migrate", "rotate-key"))
    parser.add_argument(
        "--local-chat", metavar="URL", default="", help="without a token: use the local chat running there"
    )
    parser.add_argument("--no-browser", action="store_true", help="do not open the browser for the local chat")
    given = parser.parse_args(arguments)
    try:
        settings = load()
        log.configure(
            settings.log_level, settings.telegram_bot_token.get_secret_value() if settings.telegram_bot_token else ""
        )
        for line in settings.notes:
            print(f"Note: {line}", file=sys.stderr)
        asyncio.run(_command(given, settings))
    except (SettingsError, StoreError, Stop) as error:
        print(f"Cannot go on: {error}", file=sys.stderr)
        return BAD_START
    except KeyboardInterrupt:
        pass
    return 0


async def _command(given: argparse.Namespace, settings: Settings) -> None:
    if given.command == "run":
        await _serve(given, settings)
    else:
        from bot.maintenance import migrate, rotate_key

        await (migrate(settings) if given.command == "migrate" else rotate_key(settings))


async def _serve(given: argparse.Namespace, settings: Settings) -> None:
    from bot.app import Program

    program = Program(settings, local_url=given.local_chat, started=lambda url: _welcome(url, not given.no_browser))
    await program.run()


def _welcome(url: str, browser: bool) -> None:
    """Says where the local chat is and opens it where there is a browser."""
    print(f"No TELEGRAM_BOT_TOKEN is set, so this is the local chat: {url}\nStop with Ctrl+C.", flush=True)
    if browser and sys.stdout.isatty():
        with contextlib.suppress(webbrowser.Error):
            webbrowser.open(url)


if __name__ == "__main__":
    sys.exit(main())
