"""The command line: python -m bot [COMMAND]; without one the bot runs."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import gc
import sys
import webbrowser
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # imports are made where they are needed: a health check must be quick
    from bot.settings import Settings

UNUSED = ("rich", "click", "pygments")
"""What structlog and httpx load where they find it, to print in colours: four megabytes beside the tests' tools."""
BAD_START = 2  # the exit code for a setting, database or token that must be put right by a person


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs a command; what must be put right by hand is one line on standard error and exit code 2."""
    given = _parser().parse_args(arguments)
    loaded: dict[str, Any] = sys.modules
    loaded.update(dict.fromkeys(set(UNUSED) - loaded.keys()))
    if given.command == "health":
        from bot.health_command import ask

        return ask()
    if given.command == "check":
        from bot.offer_command import main as check

        return check(given.files, given.json)
    from bot.settings import SettingsError
    from bot.store.base import StoreError
    from bot.telegram.receiver import Stop

    try:
        return asyncio.run(_command(given, _settings()))
    except (SettingsError, StoreError, Stop) as error:
        if given.command == "doctor":
            print(f"problem  settings: {error}")
            return 1
        print(f"Cannot go on: {error}", file=sys.stderr)
        return BAD_START
    except KeyboardInterrupt:
        return 0


def _settings() -> Settings:
    """The settings, and logging set up by them. SettingsError where one is wrong."""
    from bot import log
    from bot.settings import load

    settings = load()
    token = settings.telegram_bot_token
    log.configure(settings.log_level, token.get_secret_value() if token else "")
    for line in settings.notes:
        print(f"Note: {line}", file=sys.stderr)
    return settings


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m bot", description="A coach for the candidate's side of an interview."
    )
    parser.set_defaults(command="run", local_chat="", no_browser=False)
    _run_options(parser)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    for name, text in (
        ("run", "run the bot (also without a command)"),
        ("migrate", "bring the database up to date; run does it at its start"),
        ("rotate-key", "replace the encryption key"),
        ("invite", "make a link that lets one person in, also while the bot runs"),
        ("doctor", "check everything the bot needs, one line each; 1 where something is wrong"),
        ("health", "ask the running bot whether it is well (needs METRICS_PORT); 0 or 1"),
    ):
        command = commands.add_parser(name, help=text, description=text)
        command.set_defaults(command=name)
        if name == "run":
            _run_options(command)
    checking = commands.add_parser("check", help="say what an offer states, leaves open and lacks")
    checking.add_argument(
        "files", nargs="+", metavar="FILE", help="text, PDF, DOCX, ODT, RTF, HTML, EML, MSG or a photo"
    )
    checking.add_argument("--json", action="store_true", help="everything that was found, as JSON")
    checking.set_defaults(command="check")
    saving = commands.add_parser("backup", help="write a backup, also while the bot runs")
    saving.add_argument("file", nargs="?", default="", help='"-" is standard output; a name with the time unless given')
    saving.set_defaults(command="backup")
    back = commands.add_parser("restore", help="put a backup in the place of the database; stop the bot first")
    back.add_argument("file", help='"-" is standard input')
    back.add_argument("--yes", action="store_true", help="also where the database holds something")
    back.set_defaults(command="restore")
    return parser


def _run_options(parser: argparse.ArgumentParser) -> None:
    # No default here: it would undo what stands before the command.
    parser.add_argument(
        "--local-chat", metavar="URL", default=argparse.SUPPRESS,
        help="without a token: use the local chat running there",
    )  # fmt: skip
    parser.add_argument(
        "--no-browser",
        action="store_true",
        default=argparse.SUPPRESS,
        help="do not open the browser for the local chat",
    )


async def _command(given: argparse.Namespace, settings: Settings) -> int:
    """Runs it; its exit code."""
    if given.command == "run":
        await _serve(given, settings)
    elif given.command == "doctor":
        from bot.doctor import doctor

        return await doctor(settings)
    elif given.command == "invite":
        from bot.invite import invite

        await invite(settings)
    elif given.command in ("backup", "restore"):
        from bot.backup import backup, restore

        await (
            backup(settings, given.file) if given.command == "backup" else restore(settings, given.file, yes=given.yes)
        )
    else:
        from bot.maintenance import migrate, rotate_key

        await (migrate(settings) if given.command == "migrate" else rotate_key(settings))
    return 0


async def _serve(given: argparse.Namespace, settings: Settings) -> None:
    from bot.app import Program

    program = Program(settings, local_url=given.local_chat, started=lambda url: _welcome(url, not given.no_browser))
    # What is loaded by now stays until the end; to look through it for garbage after every 700 objects, as Python does
    # unasked, takes a tenth of the processor under load.
    gc.freeze()
    gc.set_threshold(20_000, 50, 50)
    await program.run()


def _welcome(url: str, browser: bool) -> None:
    """Says where the local chat is and opens it where there is a browser."""
    print(f"No TELEGRAM_BOT_TOKEN is set, so this is the local chat: {url}\nStop with Ctrl+C.", flush=True)
    if browser and sys.stdout.isatty():
        with contextlib.suppress(webbrowser.Error):
            webbrowser.open(url)


if __name__ == "__main__":
    sys.exit(main())
