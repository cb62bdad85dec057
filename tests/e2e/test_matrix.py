"""The matrix: every conversation x every step x everything that can come in between.

Generated from the registrations, so a new step without a row here fails. In each cell there is exactly one reply,
with a way on; where the event does not belong to the step the draft is as it was, and after /cancel it can be
taken up again.
"""

from __future__ import annotations

import copy
import itertools
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.core.model import (
    RECORDS,
    Answer,
    Belief,
    Dialog,
    Interview,
    Job,
    Offer,
    Person,
    Priority,
    Question,
    Signal,
    Skill,
    Wish,
)
from bot.core.offer.keeping import reading
from bot.intake import Piece, Read
from bot.localchat.call import Call
from bot.telegram import pieces
from content import load
from handlers import CONVERSATIONS
from tests.chat import TUESDAY, Chat, buttons_of, talking

pytestmark = pytest.mark.anyio

PIECES = [Piece(1, "They pay 31,400 a year.").as_json()]
PICTURE = [
    Piece(1, read=Read("png", "They pay 31,400 EUR a year.", pages=1, pages_total=1, from_picture=True)).as_json()
]
OFFER = reading("They pay 31,400 a year. Shifts are flexible.", load().offer_topics)
LIST = [["daily_work", "daily_work.1", None], ["how_led", "how_led.1", None], ["turnover", "turnover.1", None]]
CARD = {"employer": "Blue Harbour", "role": "cook", "local": "2026-11-27T15:00:00", "zone": "Europe/Berlin",
        "people": [["Ines", "head chef", "M"]], "round": "1", "length": 45}  # fmt: skip
EVENTS_IN = [
    {"uid": "a", "start": "2026-11-27T15:00:00+01:00", "zone": "Europe/Berlin", "summary": "Interview, Blue Harbour"},
    {
        "uid": "b",
        "start": "2026-11-28T15:00:00+01:00",
        "zone": "Europe/Berlin",
        "summary": "Second interview, Blue Harbour",
    },
]
TIMES = [["2026-11-24T15:00:00", "Europe/Berlin"], ["2026-12-01T15:00:00", "Europe/Berlin"]]
# What is half typed when a step is reached; ids stand for records of the seeded user.
DRAFTS: dict[tuple[str, str], dict[str, Any]] = {
    ("interview", "line"): {},
    ("interview", "pick"): {"events": EVENTS_IN, "letter": ""},
    ("interview", "employer"): {"steps": True},
    ("interview", "role"): {"employer": "Blue Harbour", "steps": True},
    ("interview", "when"): {"employer": "Blue Harbour", "role": "cook"},
    ("interview", "which"): {"employer": "Blue Harbour", "choices": TIMES, "why": "same_weekday", "when_text": "Tuesday 3pm"},
    ("interview", "city"): {"employer": "Blue Harbour", "when_text": "Friday 3pm", "need_city": True},
    **{("interview", step): dict(CARD) for step in ("people", "round", "length", "place", "confirm")},
    ("interview", "cancel"): {**CARD, "interview_id": "{coming}"},
    ("interview", "same"): {**CARD, "employer": "Acorn House", "role": "night nurse"},
    ("interview", "close"): {**CARD, "interview_id": "{coming}"},
    ("priorities", "pick"): {"picks": [["PAY", ""]]},
    ("priorities", "because"): {"picks": [["PAY", ""], ["own", "a short way home"]]},
    ("priorities", "liked"): {"picks": []}, ("priorities", "hated"): {"picks": [], "liked": "we laughed"},
    **{("want", step): {"want": "{want}"} for step in ("because", "not_if", "words")},
    ("pairs", "pair"): {"chosen": {"lead": "second"}, "at": 1}, ("pairs", "result"): {"chosen": {"lead": "second"}, "at": 8},
    ("ask", "text"): {},
    ("ask", "note"): {"question": "{question}"},
    ("prepare", "list"): {"interview": "{coming}", "items": LIST, "tone": "soft"},
    ("prepare", "swap"): {"interview": "{coming}", "items": LIST, "tone": "soft"},
    ("prepare", "learn"): {"interview": "{coming}", "items": LIST, "tone": "soft"},
    ("debrief", "how"): {"interview": "{over}", "asked": ["{question}"]},
    ("debrief", "who"): {"interview": "", "asked": [], "note": "it went so so"},
    ("debrief", "answer"): {"interview": "{over}", "asked": ["{question}"], "ask": ["{question}"]},
    ("debrief", "odd"): {"interview": "{over}", "asked": ["{question}"]},
    ("debrief", "word"): {"interview": "{over}", "asked": []},
    ("worry", "tell"): {},
    ("worry", "result"): {"topics": ["shifts", "turnover"], "nobody": ["they hate me"], "more": ["training"]},
    ("offer", "paste"): {},
    **{("offer", step): {"offer": "{offer}", "pending": PIECES, "before": "{offer}"} for step in ("same", "which")},
    ("offer", "what"): {"pending": PIECES},
    **{("offer", step): {"offer": "{offer}", "pending": PICTURE} for step in ("sums", "typed")},
    ("offer", "beside"): {"offer": "{offer}", "pieces": PIECES, "beside": [["limit", "four nights"]]},
    ("offer", "several"): {"offers": ["{offer}"], "offer": "{offer}"},
    **{("offer", step): {"offer": "{offer}", "pieces": PIECES} for step in ("report", "more")},
    **{("offer", step): {"offer": "{offer}", "chosen": ["hours"], "settled": {"closed": {}, "unclear": {}, "silent": ["hours"]}}
       for step in ("letter", "pick", "answer", "settled", "employer", "forget")},
    **{("settings", step): {} for step in CONVERSATIONS["settings"].states},
    ("delete", "ask"): {},
    ("debrief", "asked_me"): {"interview": "{over}", "asked": []},
    ("signal", "which"): {"note": "late", "job": ""},
    **{("signal", step): {"note": "late", "job": "{job}", "kind": "late"} for step in ("kind", "word", "asked")},
    **{("signal", step): {"note": "late", "job": "{job}", "kind": "late", "word": "none", "signal": "{signal}"}
       for step in ("result", "conclude", "instead", "thought")},
    **{(flow, "which"): {"job": ""} for flow in ("decide", "no", "need", "belief", "posting", "gap", "call", "colleagues")},
    ("first", "asked"): {"job": "{job}", "asked": ["{question}"]},
    **{("decide", step): {"job": "{job}"} for step in ("mirror", "yes", "starts", "checks")},
    **{("no", step): {"job": "{job}", "reasons": ["the nights"]} for step in ("why", "how", "missing", "draft")},
    ("no", "which"): {"job": "", "reasons": []},
    **{("need", step): {"job": "{job}"} for step in ("ask", "wait", "floor", "overlook", "review")},
    ("present", "name"): {}, ("compare", "which"): {"jobs": ["{job}"]},
    ("mindset", "lesson"): {"lesson": "two_sides"}, ("mindset", "reframe"): {}, ("mindset", "find"): {},
    ("belief", "which"): {"job": "", "words": "they are a family"},
    ("belief", "tell"): {"job": "{job}", "words": ""},
    **{("belief", step): {"job": "{job}", "words": "a family", "belief": "{belief}"} for step in ("source", "checks")},
    **{("skills", step): {"proud": "kept calm", "skill": "{skill}"} for step in ("proud", "stuck", "name", "proof", "use", "missed", "doubt")},
    ("posting", "paste"): {"job": "{job}"},
    ("posting", "result"): {"job": "{job}", "needs": ["night shifts", "Polish"]},
    ("gap", "which"): {"job": "", "what": "SAP"},
    ("gap", "what"): {"job": "{job}", "what": ""}, ("gap", "card"): {"job": "{job}", "what": "SAP"},
    ("stay", "want"): {}, ("stay", "suggest"): {"want": "less travel", "priority": ""},
    ("stay", "outline"): {"want": "less travel", "priority": "", "suggest": "home on Fridays", "wish": "{wish}"},
    ("stay", "reply"): {"wish": "{wish}"},
    ("call", "which"): {"job": "", "then": "card"},
    **{("call", step): {"job": "{job}", "then": "card", "bad": ["SAP"]} for step in ("card", "bad", "used", "fine")},
    ("colleagues", "card"): {"job": "{job}"},
    ("check", "broken"): {"job": "{job}"},
    **{("answer", step): {"answer": "{answer}"} for step in ("words", "who", "mine", "other")},
    ("answer", "force"): {"answer": "{answer}", "mine": "more for me", "other": "more for them", "ask": "Which of the two is it?"},
    ("note", "tell"): {},
    ("debrief", "notice"): {"interview": "{over}", "asked": ["{question}"], "kind": "late", "odd": ""},
    ("act", "day"): {"signal": "{signal}"},
    ("day", "tell"): {"kind": "by", "of": "{job}"},
    **{("person", step): {"person": "{person}"} for step in ("name", "title")},
    ("learned", "tell"): {}, ("learned", "where"): {"words": "I want a short way home"},
    ("meaning", "which"): {"said": "they want my passport", "picks": ["signal", "worry", "offer"]},
    ("talk", "which"): {"said": "they moved it to Friday 10am", "then": "change", "choices": ["{coming}"]},
    ("shared", "who"): {"name": "Ida", "title": "", "audience": "", "firm": ""},
    ("shared", "where"): {"place": "Pier 4", "zone": "Europe/Berlin"},
    **{("letter", step): {"job": "{job}", "kind": "thanks", "said": "should I thank them"} for step in ("which", "kind", "draft")},
    ("ideas", "show"): {"job": "{job}", "ids": ["shifts.1", "turnover.1"], "whom": "P", "at": 0, "kept": {}},
}  # fmt: skip
SHOWN = ("sendmessage", "editmessagetext", "senddocument", "sendphoto")
STEPS = [(flow, step) for flow, conversation in CONVERSATIONS.items() for step in conversation.states]


def test_every_step_has_a_row(record_property: Callable[[str, object], None]) -> None:
    assert {(flow, step) for flow, step in STEPS} == set(DRAFTS)
    cells = f"{len(STEPS)} steps x {len(EVENTS)} events = {len(STEPS) * len(EVENTS)} cells"
    record_property("figure", f"matrix: {cells}")


class Stage:
    """One user with records, standing at one step."""

    def __init__(self, chat: Chat, flow: str, step: str) -> None:
        self.chat, self.flow, self.step = chat, flow, step
        self.screen: dict[str, Any] = {}

    async def set_up(self, users: dict[tuple[str, str], int]) -> None:
        """Writes the user's records and the dialog anew, and lets the bot draw the step."""
        chat = self.chat
        if (self.flow, self.step) not in users:
            chat.user = (await chat.post("users", with_user=False, first_name=f"{self.flow} {self.step}"[:60]))["id"]
            users[self.flow, self.step] = chat.user
            await chat.say("/start")
        chat.user = users[self.flow, self.step]
        store = chat.program.store
        work = await store.load(chat.user)
        for record in [record for kind in RECORDS for record in work.all(kind)]:
            work.remove(record)
        work.user.zone = "" if self.step == "city" else "Europe/Berlin"
        steps = list(CONVERSATIONS[self.flow].states)
        self.earlier = next((step for step in steps if step != self.step), self.step)
        drafts = {**DRAFTS[self.flow, self.earlier], **DRAFTS[self.flow, self.step]}
        data = _filled(copy.deepcopy(drafts), _seed(work))
        trail = (self.earlier,)
        dialog = Dialog(flow=self.flow, step=self.step, data=data, trail=trail, created_at=TUESDAY, updated_at=TUESDAY)
        work.add(dialog)
        await store.commit(work)
        self.dialog = dialog.id
        await chat.press((await chat.messages())[-1]["message_id"], f"d:dialog:resume:{dialog.id}")
        self.screen = chat.new[-1]
        self.before = await self.draft()

    async def draft(self) -> dict[str, Any] | None:
        """The draft as it is stored, without what the engine itself keeps in it; None where the dialog is over."""
        work = await self.chat.program.store.load(self.chat.user)
        dialog = work.get(Dialog, self.dialog)
        if dialog is None:
            return None
        return {"step": dialog.step, **{k: v for k, v in dialog.data.items() if k not in ("since", "interrupted")}}


def _seed(work: Any) -> dict[str, str]:
    job = work.add(Job(employer="Acorn House", role="night nurse", created_at=TUESDAY))
    person = work.add(Person(job_id=job.id, name="Mara", title="ward manager", audience="M", created_at=TUESDAY))
    coming = Interview(job_id=job.id, local=(TUESDAY + timedelta(days=3)).replace(tzinfo=None), zone="Europe/Berlin",
                       start=TUESDAY + timedelta(days=3), people=(person.id,), created_at=TUESDAY)  # fmt: skip
    over = Interview(job_id=job.id, local=(TUESDAY - timedelta(hours=1)).replace(tzinfo=None), zone="Europe/Berlin",
                     start=TUESDAY - timedelta(hours=2), people=(person.id,), created_at=TUESDAY)  # fmt: skip
    question = Question(
        job_id=job.id,
        topic="shifts",
        bank="shifts.1",
        state="planned",
        interview_id=over.id,
        rank=1,
        created_at=TUESDAY,
    )
    more = {
        "job": job,
        "offer": Offer(job_id=job.id, read=OFFER, created_at=TUESDAY),
        "person": person,
        "signal": Signal(job_id=job.id, kind="late", created_at=TUESDAY),
        "belief": Belief(job_id=job.id, words="a family", created_at=TUESDAY),
        "skill": Skill(words="keeping calm", proof="a power cut", created_at=TUESDAY),
        "want": Priority(topic="TIME", rank=1, created_at=TUESDAY),
        "wish": Wish(priority_id="", outline="less travel", created_at=TUESDAY),
        "answer": Answer(question_id=question.id, note="we are flexible", verdict="vague", created_at=TUESDAY),
        "coming": coming,
        "over": over,
        "question": question,
    }
    for record in more.values():
        work.add(record)
    return {f"{{{name}}}": record.id for name, record in more.items()}


def _filled(value: Any, ids: dict[str, str]) -> Any:
    if isinstance(value, dict):
        return {k: _filled(v, ids) for k, v in value.items()}
    if isinstance(value, list):
        return [_filled(v, ids) for v in value]
    return ids.get(value, value) if isinstance(value, str) else value


# -- the events -------------------------------------------------------------------------------------------------

Event = Callable[[Stage], Awaitable[Any]]


def saying(text: str) -> Event:
    return lambda stage: stage.chat.say(text)


def sending(kind: str, count: int = 1) -> Event:
    more = {"media_group": "7"} if count > 1 else {}
    return lambda stage: stage.chat.upload(kind, count, **more)


def plain(kind: str, **fields: Any) -> Event:
    return lambda stage: stage.chat.share(kind=kind, **fields)


async def edited(stage: Stage) -> None:
    await stage.chat.edit("/start again")


async def stale(stage: Stage) -> None:
    await stage.chat.press(stage.screen["message_id"], f"s:0:{stage.flow}:keep:")


async def forged(stage: Stage) -> None:
    await stage.chat.press(stage.screen["message_id"], f"d:question:open:{'9' * 8}")


async def garbage(stage: Stage) -> None:
    await stage.chat.press(stage.screen["message_id"], "☠ drop table")


async def double_tap(stage: Stage) -> None:
    """The first button of the screen, twice, faster than any answer."""
    data = buttons_of(stage.screen)[0]["callback_data"]
    chat = stage.chat
    for _ in range(2):
        await chat.post("tap", message_id=stage.screen["message_id"], data=data)
    await chat._answer()


async def back(stage: Stage) -> None:
    await stage.chat.press(stage.screen["message_id"], await _own(stage, "back"))


async def stop(stage: Stage) -> None:
    await stage.chat.press(stage.screen["message_id"], await _own(stage, "stop"))


async def _own(stage: Stage, action: str) -> str:
    work = await stage.chat.program.store.load(stage.chat.user)
    dialog = work.get(Dialog, stage.dialog)
    assert dialog is not None
    return f"s:{dialog.screen}:{stage.flow}:{action}:"


KEEPS: dict[str, Event] = {  # the step cannot use these: the draft must be as it was
    "/cancel": saying("/cancel"), "stop": stop, "back": back, "edited message": edited, "photo": sending("photo"),
    "album": sending("photo", 3), "document": sending("document"), "voice": sending("voice"), "sticker": sending("sticker"),
    "poll": plain("poll", question="Go?"), "stale button": stale,
    "forged button": forged, "garbage button": garbage, "/next in the middle": saying("/next"),
    "/help in the middle": saying("/help"), "unknown command": saying("/frobnicate now"),
}  # fmt: skip
TAKES: dict[str, Event] = {  # the step may take these as an answer: still exactly one reply, and no way is lost
    "5,000 characters": saying("so much to say " * 334), "<&>\"": saying("<b>R&D</b> <3 \"quoted\" 'x' </i>"),
    "contact": plain("contact", phone_number="+491700000", first_name="Ida"),
    "venue": plain("venue", latitude=52.52, longitude=13.4, title="Blue Harbour", address="Pier 4"),
    "emoji": saying("👩🏽‍⚕️🏳️‍🌈 ok"), "location": plain("location", latitude=52.52, longitude=13.4), "double tap": double_tap,
    "/interview in the middle": saying("/interview Corner Bakery, baker, Monday 8:00"), "newlines": saying("one\n\ntwo\n"),
    "/worry in the middle": saying("/worry they will make me work every weekend"), "zero width": saying("\u200b\u2060"),
    "right to left": saying("\u202eevil\u202c שלום"),
}  # fmt: skip
EVENTS = {**KEEPS, **TAKES}
CONTACTS = ("interview", "shared", "person")  # conversations that may take a contact as an answer


@pytest.fixture(scope="module")
async def world(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Chat]:
    folder: Path = tmp_path_factory.mktemp("matrix")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pieces, "QUIET", 0.03)  # here the parts of an album come at once
        async with talking(folder, heard=False) as chat:
            yield chat


@pytest.fixture(scope="module")
def users() -> dict[tuple[str, str], int]:
    """One user for each step, made when it is first needed."""
    return {}


@pytest.mark.parametrize("name", list(EVENTS))
@pytest.mark.parametrize("flow,step", STEPS)
async def test_cell(world: Chat, users: dict[tuple[str, str], int], flow: str, step: str, name: str) -> None:
    stage = Stage(world, flow, step)
    await stage.set_up(users)
    last, *_ = world.server.state.calls[-1]
    await EVENTS[name](stage)
    sent = _sent(world, last)
    twice = name == "double tap"
    assert 1 <= len(sent) <= (2 if twice else 1), [call.name for call in sent]
    assert buttons_of(world.new[-1]) or twice, f"no way on: {world.text}"
    if name in KEEPS or (name == "contact" and flow not in CONTACTS):
        await _still_there(stage, name)


async def _still_there(stage: Stage, name: str) -> None:
    """The draft is as it was and, stopped, it can be taken up again."""
    after = await stage.draft()
    expected = dict(stage.before or {})
    if after is None and (stage.flow, name) in (("settings", "back"), ("note", "voice")):
        return  # its Back leads to the menu, and nothing is half typed in a setting; a voice note is a note
    assert after is not None, f"the draft is gone after {name}"
    if name == "back":
        expected["step"] = stage.earlier
    assert after == expected
    if name not in ("/cancel", "stop"):
        await stage.chat.say("/cancel")
    await stage.chat.tap("Go on with it")
    assert await stage.draft() == expected
    if name != "back":
        assert stage.chat.labels() == [button["text"] for button in buttons_of(stage.screen)]


def _sent(chat: Chat, after: int) -> list[Call]:
    """The calls with a higher number that showed something to this user; what is there to read beside it is no reply."""
    later = itertools.takewhile(lambda kept: kept[0] > after, reversed(chat.server.state.calls))
    shown = [call for _, call, outcome in later if call.method in SHOWN and outcome[0] == 200]
    mine = [call for call in shown if call.integer("chat_id") == chat.user]
    return [call for call in mine if not call.text("caption").startswith("The same to read")]
