"""Whatever a tap or a line changes, /undo makes it exactly as it was: every step of every conversation, every door.

The steps are those of the matrix, with its drafts; the doors are found by looking at every page that leads to others.
All names are as long as they may be, and how the bot speaks is checked on every message (tests/tone.py).
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from bot.core.model import RECORDS, Dialog, Reminder, Undo
from bot.store.work import Work, row_of
from bot.telegram.buttons import unpack
from bot.telegram.snapshots import OWN
from bot.telegram.texts import Texts
from bot.telegram.turn import Event, Turn
from handlers import CONVERSATIONS
from handlers.turn_end import end_turn
from tests.chat import Chat, buttons_of, talking
from tests.e2e import test_matrix
from tests.e2e.coach.people import LONG
from tests.e2e.test_matrix import STEPS, Stage

pytestmark = pytest.mark.anyio
LINE = "a calm evening with my children"  # a name, a wish, a reason: most steps can use it
LINES = {("act", "day"): "4 December", ("day", "tell"): "4 December", ("stay", "outline"): "4 December",
         ("first", "asked"): "You work 2 nights and 4 shifts a week, 38 hours.",
         ("interview", "when"): "Friday 4 December at 10:30"}  # fmt: skip
NOTHING_KEPT = {"compare", "delete"}  # a table; asked for once more first; goes over to another conversation
LONG_FIELDS = {"employer", "role", "name", "title", "words", "proof", "outline", "because"}
TYPED = ("Blue Harbour", "Acorn House", "night nurse", "cook", "Ines", "head chef", "a short way home", "kept calm", "SAP",
         "Polish", "less travel", "home on Fridays", "the nights", "they are a family", "a family")  # fmt: skip
MOVES = ("back", "stop", "over")
HOME = ("/next", "/jobs", "/questions", "/priorities", "/skills", "/card", "/notes", "/stay", "/interview", "/offer")
AWAY = ("undo", "dialog", "delete", "export", "start")  # doors that change no record, or all of them
FOR_GOOD = {("delete", "ask"), ("offer", "forget")}  # asked for once more before it happens; not kept for undo


@pytest.fixture(scope="module")
async def world(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Chat]:
    folder: Path = tmp_path_factory.mktemp("undo")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(test_matrix, "_seed", long_seed)
        patch.setattr(test_matrix, "DRAFTS", long_names(test_matrix.DRAFTS))
        async with talking(folder) as chat:
            yield chat


def long_seed(work: Work, seed: Callable[[Work], dict[str, str]] = test_matrix._seed) -> dict[str, str]:
    """The records of the matrix, with long names."""
    ids = seed(work)
    for record in work.every():
        for name in LONG_FIELDS & {f.name for f in fields(record)}:
            setattr(record, name, LONG)
    return ids


def long_names(value: Any) -> Any:
    """The drafts of the matrix, with long names."""
    if isinstance(value, dict):
        return {key: long_names(one) for key, one in value.items()}
    if isinstance(value, list):
        return [long_names(one) for one in value]
    return LONG if value in TYPED else value


async def kept(chat: Chat) -> dict[Any, Any]:
    """All that is kept of the user but the talk itself: records and settings, and what will be sent once it is planned."""
    work = await chat.work()
    kinds = [kind for kind in RECORDS if kind not in (Dialog, Undo, Reminder)]
    rows: dict[Any, Any] = {(kind.__name__, row.id): row_of(row) for kind in kinds for row in work.all(kind)}
    rows["settings"] = {name: value for name, value in row_of(work.user).items() if name not in OWN}
    rows["sends"] = {(row.kind, row.due) for row in work.all(Reminder) if row.state == "planned"}
    return rows


async def planned(chat: Chat) -> None:
    """Plans what will be sent, as a turn does that changes something: the records of a stage are stored past the bot."""
    work, known = await chat.work(), chat.program.content
    end_turn(Turn(work, chat.program.clock.now(), known, Texts(known.texts), Event("none")))
    await chat.program.store.commit(work)


async def taken_back(chat: Chat, before: dict[Any, Any]) -> bool:
    """Whether something had changed; it is as before now."""
    if await kept(chat) == before:
        return False
    await chat.say("/undo")
    after = await kept(chat)
    for key in {*before, *after}:
        assert before.get(key) == after.get(key), key
    return True


def actions(screen: dict[str, Any]) -> list[str]:
    """The step's own buttons, one of each sort."""
    found: dict[str, str] = {}
    for button in buttons_of(screen):
        pressed = unpack(button["callback_data"])
        if pressed is not None and pressed.screen is not None and pressed.action not in MOVES:
            found.setdefault(pressed.action, button["text"])
    return list(found.values())


@pytest.mark.parametrize("flow", CONVERSATIONS)
async def test_a_step(world: Chat, flow: str) -> None:
    users: dict[tuple[str, str], int] = {}
    changed: list[bool] = []
    for step in [step for name, step in STEPS if name == flow and (name, step) not in FOR_GOOD]:
        todo: list[str] = [LINES.get((flow, step), LINE)]
        for number, act in enumerate(todo):
            stage = Stage(world, flow, step)
            await stage.set_up(users)
            await planned(world)
            before = await kept(world)
            if number == 0:
                todo += actions(stage.screen)
                await world.say(act)
            else:
                await world.tap(act, on=stage.screen)
            changed.append(await taken_back(world, before))
    assert any(changed) is (flow not in NOTHING_KEPT)


async def test_every_door(world: Chat, record_property: Callable[[str, object], None]) -> None:
    stage = Stage(world, "signal", "which")
    await stage.set_up({})
    await planned(world)
    seen: dict[tuple[str, str], str] = {}
    changed = []
    for command in HOME:
        await world.say(command)
        _look(world, seen)
    done: set[tuple[str, str]] = set()
    while todo := [name for name in seen if name not in done]:
        for name in todo:
            done.add(name)
            before = await kept(world)
            await world.press(world.all[-1]["message_id"], seen[name])
            _look(world, seen)
            if await taken_back(world, before):
                changed.append(name)
    record_property("figure", f"undo: {len(done)} doors pressed, {len(changed)} changed something that was taken back")
    assert len(changed) >= 20


def _look(chat: Chat, seen: dict[tuple[str, str], str]) -> None:
    """Notes the doors that are in sight and not known yet."""
    for message in chat.new:
        for button in buttons_of(message):
            pressed = unpack(button["callback_data"])
            if pressed is not None and pressed.screen is None and pressed.flow not in AWAY:
                seen.setdefault((pressed.flow, pressed.action), button["callback_data"])
