"""The composition root: everything is built here, passed on, started and stopped. Only __main__ knows this module."""

from __future__ import annotations

import asyncio
import contextlib
import signal
from collections.abc import Callable, Coroutine
from functools import partial
from typing import Any

from aiohttp import web
from telegram.error import BadRequest

import content
import handlers
from bot import intake, log, memory
from bot.clock import Clock, LocalChatClock
from bot.core import offer, route
from bot.health import Health
from bot.localchat.server import LocalChat
from bot.maintenance import key_line, source_of
from bot.metrics import CountingRequest, Metrics, counted
from bot.owner import OwnerNotes, Watch, owner_line, start_link
from bot.pictures.drawer import Drawer
from bot.place import LOCAL_TOKEN, Place, find
from bot.preview import Preview
from bot.reach import introduce, reach
from bot.reminders import Reminders
from bot.retention import Retention
from bot.settings import Settings, revealed
from bot.store.base import Store
from bot.store.opening import open_store
from bot.telegram.application import make_application
from bot.telegram.dispatcher import Dispatcher
from bot.telegram.files import FileReader, Reading
from bot.telegram.lanes import Lanes
from bot.telegram.messenger import Messenger
from bot.telegram.receiver import KINDS, Poller, Stop, Webhook
from bot.telegram.texts import Texts
from bot.telegram.turn import App, Context
from handlers import access
from handlers.remind import sent, show
from handlers.turn_end import end_turn

LOG = log.get("app")
GRACE = 8.0  # seconds for what is under way when the program must end; Docker kills after ten
SWEEP = 6 * 3600.0  # seconds between two sweeps of what need not be kept
TICK = 15.0  # seconds; the scheduler's second net under the reminders' own sleep


def _warm_up() -> None:
    """Makes ready what the first message or offer would wait for."""
    offer.prepare()
    route.intents("hello")
    memory.give_back()


class Program:
    """The running bot: store, receiver, dispatcher, reminders, and without a token the local chat."""

    def __init__(
        self,
        settings: Settings,
        *,
        local_url: str = "",
        say: Callable[[str], None] = partial(print, flush=True),  # noqa: B008 (nothing is called yet)
        started: Callable[[str], None] = lambda url: None,
        read_file: Reading = intake.read,
    ) -> None:
        self.settings = settings
        self.read_file = read_file  # a cheaper one in tests
        self.local_url = local_url  # an outer local chat to attach to, instead of one of our own (tests)
        self.say = say
        self.started = started  # told the local chat's address when all is up
        self.content = content.load()
        self.metrics = Metrics()
        self.chat: LocalChat | None = None
        self.poller: Poller | None = None
        self.store: Store
        self.messenger: Messenger
        self.dispatcher: Dispatcher
        self.reminders: Reminders
        self.clock: Clock
        self.preview: Preview | None = None  # with the local chat only
        self._exit = contextlib.AsyncExitStack()
        self._ended = asyncio.Event()
        self._reason: Exception | None = None

    # -- life ---------------------------------------------------------------------------------------------------

    async def run(self) -> None:
        """Starts, serves until SIGTERM or SIGINT, stops. Raises Stop, StoreError or OSError with one clear line."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, self._ended.set)
        async with self._exit:
            await self._unless_ended(self.start())
            await self._ended.wait()
            LOG.info("stopping")
        if self._reason is not None:
            raise self._reason

    async def _unless_ended(self, work: Coroutine[Any, Any, None]) -> None:
        """Does the work, but stops it where the program is told to end: Telegram may be out of reach for hours."""
        task, told = asyncio.create_task(work), asyncio.create_task(self._ended.wait())
        await asyncio.wait((task, told), return_when=asyncio.FIRST_COMPLETED)
        told.cancel()
        if task.done():
            return task.result()
        return await _cancel(task)

    async def start(self) -> None:
        """Builds and starts every part; each puts its end on the exit stack, so they stop in reverse order."""
        place = await self._open()
        self._polling = CountingRequest(self.metrics, pool=4)
        app = make_application(place.token, place.api, CountingRequest(self.metrics), self._polling)
        await self._connect(app)
        self._build(app)
        self._register(app)
        await self._await_owner(app)
        self.poller = await self._receive(app, place.token, place.api)
        await self._serve()
        if self.settings.local_chat:
            self.started(place.api)
        LOG.info("started", users=(await self.store.depth(self.clock.now())).users)

    async def stop(self) -> None:
        """Stops every part (for tests; ``run`` does it by itself)."""
        await self._exit.aclose()

    async def settled(self, quiet_outside: Callable[[], bool]) -> None:
        """Waits until nothing is left to do: no update outside (the caller knows) or stored, no reminder due."""
        while True:
            await self.dispatcher.idle()
            await self.reminders.idle()
            quiet = quiet_outside()  # asked first: what left there meanwhile would be missing in both counts
            depth = await self.store.depth(self.clock.now())
            if quiet and not depth.waiting and not depth.reminders_due and not depth.extra.get("unanswered"):
                return
            await asyncio.sleep(0.005)

    # -- parts --------------------------------------------------------------------------------------------------

    async def _open(self) -> Place:
        """The store and the clock; gives where Telegram is, or the local chat in its stead."""
        settings = self.settings
        source = source_of(settings)
        opened = await open_store(revealed(settings.database_url), source, bot=self._bot())
        self._exit.push_async_callback(opened.close)
        self._spawn(opened.workers.run(self._stirred, self._count))
        self.store = counted(opened, self.metrics)
        if opened.key_made:
            self.say(key_line(source))
        place = await find(settings, self.local_url, self._exit, self.say)
        self.clock, self.chat = place.clock, place.chat
        return place

    def _build(self, app: App) -> None:
        """All that works on the store and sends; nothing runs yet."""
        store, clock, texts = self.store, self.clock, Texts(self.content.texts)
        # The local chat has no limits: there a long conversation may be played at full speed.
        lanes = Lanes(per_chat=not self.settings.local_chat)
        self.messenger = messenger = Messenger(app.bot, lanes, draw=Drawer().draw)
        self.retention = Retention(store, clock, messenger, texts)
        if isinstance(clock, LocalChatClock):
            self.preview = Preview(store, clock, self.content, show)
        end = self.preview.noting(end_turn) if self.preview else end_turn
        owner_id = self.settings.owner_id
        self.owner = OwnerNotes(store, clock, messenger, texts, owner_id=owner_id, reached=self._reached)
        self.gate = access.Gate(store, self._rules(app))
        self.dispatcher = Dispatcher(
            app,
            store,
            clock,
            messenger,
            self.content,
            read_file=FileReader(app.bot, store, clock, may=self.gate.may_read, read=self.read_file),
            end_turn=end,
            committed=self._committed,
            parked=self.owner.parked,
        )
        blocked = self.dispatcher.blocked
        self.reminders = Reminders(
            store, clock, messenger, self.content, show=show, sent=sent, end_turn=end, blocked=blocked
        )

    async def _serve(self) -> None:
        """Sets everything going that was built."""
        self._spawn(self.dispatcher.run())
        sending = self._spawn(self.reminders.run())
        self._exit.push_async_callback(self._finish_sending, sending)
        self._spawn(self.clock.run(self._moved))
        if self.preview:
            self._spawn(self.preview.run())
        self._spawn(asyncio.to_thread(_warm_up))  # nobody's message shall wait for it
        settings = self.settings
        if settings.metrics_port:
            health = Health(self.store, self.clock, self.poller, self.metrics).application()
            await self._listen(health, "METRICS_PORT", settings.metrics_port, settings.metrics_host)

    def _bot(self) -> int | None:
        """The bot's Telegram id, where several of its processes may share a database: not with our own local chat."""
        token = revealed(self.settings.telegram_bot_token) or (LOCAL_TOKEN if self.local_url else "")
        return int(token.partition(":")[0]) if token else None

    async def _connect(self, app: App) -> None:
        """Signs in; a refused token ends the program with a line."""
        await reach(app.initialize)
        self._exit.push_async_callback(app.shutdown)
        await app.start()
        self._exit.push_async_callback(app.stop)
        await introduce(app, Texts(self.content.texts))

    def _register(self, app: App) -> None:
        rules = self._rules(app)
        app.add_handler(self.gate, group=-1)
        name, contact = self.settings.operator_name, self.settings.operator_contact
        for handler in (*access.owners(self.store, rules), *handlers.registrations(name, contact)):
            app.add_handler(handler)
        app.add_handler(access.Caps(), group=1)
        if app.job_queue is not None:
            # The rows are the truth: a tick that is lost or late must not matter.
            options = {"misfire_grace_time": None, "coalesce": True, "max_instances": 1}
            app.job_queue.run_repeating(self._tick, TICK, job_kwargs=options)
            app.job_queue.run_repeating(self._sweep, SWEEP, first=60.0, job_kwargs=options)

    def _rules(self, app: App) -> access.Rules:
        settings = self.settings
        return access.Rules(
            owner_id=settings.owner_id,
            by_invitation=settings.access == "invite",
            a_minute=settings.messages_per_minute,
            a_day=settings.messages_per_day,
            files_a_day=settings.files_per_day,
            operator_name=settings.operator_name,
            operator_contact=settings.operator_contact,
            link=start_link(app.bot.username),
        )

    async def _await_owner(self, app: App) -> None:
        """Prints a code for the owner where there is none; what happened while we were away is told to him."""
        if not self.settings.hosted:
            return
        if self.settings.owner_id is None:
            line = await owner_line(self.store, self.clock.now(), start_link(app.bot.username))
            if line:
                self.say(line)
        await self.owner.begin()
        self._spawn(self.owner.run())

    def _reached(self) -> bool:
        """Whether Telegram was reached within the last minute; a webhook cannot know, and counts as reached."""
        if self.poller is None:
            return True
        last = self.poller.last_poll
        return last is not None and asyncio.get_running_loop().time() - last < 60.0

    async def _tick(self, context: Context) -> None:
        self.reminders.wake()

    async def _sweep(self, context: Context) -> None:
        if self.store.workers.leads:
            await self.retention.sweep()

    async def _receive(self, app: App, token: str, api: str) -> Poller | None:
        settings = self.settings
        if settings.webhook_url:
            secret = revealed(settings.webhook_secret)
            hook = Webhook(secret, self._inbox(), self.clock, self._arrived)
            await self._listen(hook.application(), "WEBHOOK_PORT", settings.webhook_port, None)
            url = f"{settings.webhook_url}/telegram"
            try:
                await reach(partial(app.bot.set_webhook, url, secret_token=secret, allowed_updates=KINDS))
            except BadRequest as error:
                raise Stop(f"WEBHOOK_URL is refused by Telegram: {error.message[:200]}") from None
            return None
        await reach(partial(app.bot.delete_webhook, drop_pending_updates=False))
        url, workers = f"{api}/bot{token}", self.store.workers
        poller = Poller(self._polling, url, self._inbox(), self.clock, self._arrived, workers)
        task = self._spawn(poller.run())
        self._exit.push_async_callback(_cancel, task)
        return poller

    def _inbox(self) -> Watch:
        return Watch(self.store, self.owner.arrived)

    async def _listen(self, application: web.Application, setting: str, port: int, host: str | None) -> None:
        runner = web.AppRunner(application, access_log=None, shutdown_timeout=1.0)
        await runner.setup()
        self._exit.push_async_callback(runner.cleanup)
        try:
            await web.TCPSite(runner, host, port).start()
        except OSError:
            raise Stop(f"{setting} {port} is in use: stop the other program or set another port.") from None

    # -- what the parts tell each other -------------------------------------------------------------------------

    def _arrived(self) -> None:
        self.dispatcher.wake()

    def _stirred(self) -> None:
        """Another worker stored updates or left some. The dispatcher looks by itself when it starts."""
        if hasattr(self, "dispatcher"):
            self.dispatcher.wake()

    def _count(self, workers: int) -> None:
        """So many workers live: each sends its share of what Telegram lets a bot send."""
        if hasattr(self, "messenger"):
            self.messenger.share(workers)

    def _committed(self) -> None:
        self.reminders.wake()
        if self.preview:
            self.preview.committed()

    def _moved(self) -> None:
        self.owner.wake()
        self.reminders.wake()
        self.dispatcher.wake()

    async def _finish_sending(self, task: asyncio.Task[None]) -> None:
        """What is being sent ends before the program does: nothing comes twice after a clean stop."""
        self.reminders.stop()
        self.messenger.stop()
        await asyncio.gather(self.dispatcher.stop(GRACE), asyncio.wait([task], timeout=GRACE))
        await _cancel(task)

    def _spawn(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        task = asyncio.create_task(work)
        task.add_done_callback(self._watch)
        self._exit.push_async_callback(_cancel, task)
        return task

    def _watch(self, task: asyncio.Task[None]) -> None:
        """A part that dies ends the program: half a bot looks alive and answers nobody."""
        if not task.cancelled() and task.exception() is not None:
            error = task.exception()
            self._reason = error if isinstance(error, Exception) else None
            self._ended.set()


async def _cancel(task: asyncio.Task[None]) -> None:
    task.cancel()
    with contextlib.suppress(asyncio.CancelledError, Exception):
        await task
