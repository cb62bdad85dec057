"""The local chat as a whole: one aiohttp application on a loopback address."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path

from aiohttp import web

from bot.localchat.api import BotApi
from bot.localchat.control import Control
from bot.localchat.errors import ApiError, ControlError
from bot.localchat.faults import Faults
from bot.localchat.planning import Planning
from bot.localchat.probes import Probes
from bot.localchat.state import State
from bot.localchat.updates import dumps
from bot.localchat.webhook import Webhook

STATIC = Path(__file__).parent / "static"
KINDS = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".ico": "image/x-icon",
    ".webmanifest": "application/manifest+json",
}
HOSTS = frozenset({"127.0.0.1", "localhost", "[::1]"})
# One name, one address: "localhost" may mean two, with two different free ports.
ADDRESSES = {"127.0.0.1": "127.0.0.1", "localhost": "127.0.0.1", "::1": "::1"}
MAX_BODY = 64 << 20
PAGE_HEADERS = {
    "Content-Security-Policy": "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-cache",
}

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class LocalChat:
    """A small Telegram for one bot: `bot_token` is the token that the bot will use.

    `clock_file` keeps the clock's offset and who was here over a restart; `users` are the people at the page.
    """

    def __init__(
        self, bot_token: str, *, clock_file: Path | None = None, users: Sequence[str] = ("Sam", "Robin")
    ) -> None:
        self.state = State(bot_token, clock_file, users)
        self.faults = Faults()
        self.webhook = Webhook(self.state)
        self.control = Control(self.state)
        self.app = web.Application(client_max_size=MAX_BODY, middlewares=[guard])
        api = BotApi(self.state, self.webhook, self.faults)
        self.app.router.add_route("*", "/bot{token}/{method}", api.handle)
        self.app.router.add_get("/file/bot{token}/{path:.+}", api.download)
        routes = [*self.control.routes(), *Planning(self.state).routes(), *Probes(self.state, self.faults).routes()]
        self.app.add_routes(routes)
        self.app.router.add_get("/", page)
        self.app.router.add_get("/static/{name:.+}", static)
        self._runner: web.AppRunner | None = None

    async def start(self, host: str = "127.0.0.1", port: int = 0) -> str:
        """Listens and gives the base URL; port 0 takes a free one. OSError if the port is busy."""
        if host not in ADDRESSES:
            raise ValueError("The local chat listens on a loopback address only.")
        runner = web.AppRunner(self.app, access_log=None, shutdown_timeout=1.0)
        await runner.setup()
        try:
            site = web.TCPSite(runner, ADDRESSES[host], port)
            await site.start()
        except OSError:
            await runner.cleanup()
            raise
        self._runner = runner
        name = f"[{host}]" if ":" in host else host
        return f"http://{name}:{runner.addresses[0][1]}"

    async def stop(self) -> None:
        """Ends every waiting request and stops listening."""
        self.control.closing = True
        self.state.updates.stop_polling()
        self.state.clock.wake()
        self.state.watchers.wake()
        self.state.events.wake()
        await self.webhook.close()
        self.state.write_down()
        if self._runner:
            await self._runner.cleanup()
            self._runner = None


@web.middleware
async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Refuses strange hosts and origins: a web page elsewhere must not reach this server by a name of its own."""
    headers = request.headers
    host = headers.get("Host", "")
    if host.rpartition(":")[0] not in HOSTS and host not in HOSTS:
        return _refuse("This address is not the local chat.")
    origin = headers.get("Origin")
    if origin is not None and request.method != "GET" and origin != f"http://{host}":
        return _refuse("Another page may not use the local chat.")
    try:
        return await handler(request)
    except ControlError as error:
        return web.json_response({"error": str(error)}, status=error.status)
    except web.HTTPException as error:
        return _http_error(request, error)


def _refuse(reason: str) -> web.Response:
    return web.json_response({"error": reason}, status=403)


def _http_error(request: web.Request, error: web.HTTPException) -> web.Response:
    """What aiohttp refuses itself (unknown path, body too large), in the form that each side expects."""
    if request.path.startswith("/bot"):
        text = "Request Entity Too Large" if error.status == 413 else error.reason
        return web.Response(
            status=error.status, text=dumps(ApiError(error.status, text).body()), content_type="application/json"
        )
    return web.json_response({"error": error.reason}, status=error.status)


async def page(request: web.Request) -> web.Response:
    """The chat page."""
    return _asset("index.html")


async def static(request: web.Request) -> web.Response:
    """A file of the page."""
    return _asset(request.match_info["name"])


def _asset(name: str) -> web.Response:
    path = (STATIC / name).resolve()
    kind = KINDS.get(path.suffix)
    if kind is None or not path.is_relative_to(STATIC.resolve()) or not path.is_file():
        raise ControlError("There is no such file.", 404)
    return web.Response(body=path.read_bytes(), headers={**PAGE_HEADERS, "Content-Type": kind})
