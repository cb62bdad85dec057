"""No way to a yes leads past what the user starred, and one tap always passes: random stories, every way through."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core import ledger
from bot.core.model import Answer, Decision, Dialog, Job, Priority, Promise, Question, Signal
from bot.core.record import Record
from bot.telegram.buttons import door
from handlers import decide, decide_asked, dialogs, undo, want
from handlers.asking import wording
from tests.handlers.driving import Chat

FLOWS = {"decide": decide.CONVERSATION, "first": decide_asked.CONVERSATION}
HANDLERS = [*FLOWS.values(), *want.HANDLERS, *dialogs.handlers(FLOWS), *undo.handlers(FLOWS)]
STATES = ("open", "planned", "answered", "waived", "parked")
question = st.builds(
    Question,
    job_id=st.sampled_from(["A", "", "B"]),
    topic=st.sampled_from(["shifts", "base_pay", "daily_work", "how_led", ""]),
    text=st.sampled_from(["Who trains me?", "Which days are mine?"]),
    starred=st.booleans(),
    state=st.sampled_from(STATES),
)
others: st.SearchStrategy[Record] = st.one_of(
    st.builds(Answer, question_id=st.just("x"), note=st.just("soon"), verdict=st.just("vague")),
    st.builds(Signal, job_id=st.just("A"), kind=st.sampled_from(["late", "no-show", "dodged", "on-time"])),
    st.builds(Promise, job_id=st.just("A"), sort=st.just("condition"), words=st.just("they train me")),
    st.builds(
        Priority, topic=st.sampled_from(["PAY", "TIME"]), level=st.sampled_from(["must", "want"]), rank=st.just(1)
    ),
)
steps = st.lists(
    st.sampled_from(
        ["command", "words", "door", "Back", "Stop", "undo", "Ask these first", "Ask about that", "Ask for 2 days"]
    ),
    max_size=5,
)


@settings(max_examples=80, deadline=None)
@given(st.lists(question, max_size=6), st.lists(others, max_size=4), steps, st.integers(0, 5))
def test_a_yes_comes_after_what_is_starred_and_by_one_tap(
    rows: list[Question], more: list[Record], walk: list[str], need: int
) -> None:
    chat = Chat(HANDLERS, None, Job(id="A", employer="Acorn House", stage="offer", need=need), *rows, *more)
    shown = ""
    for step in [*walk, "command"]:
        _walk(chat, step)
        if chat.text.startswith(("Here is your yes", "Kept")):
            raise AssertionError(f"a yes without a tap on it, after {step}")
        shown = chat.text
    if "Which job" in shown:  # he went back to the choice of the job
        chat.tap("Acorn House")
        shown = chat.text
    starred = ledger.before_yes(chat.work.all(Question), "A")
    for row in starred:
        assert wording(chat.turn, row) in shown
    assert shown.count("starred") == bool(starred)
    chat.tap("Say yes anyway" if starred else "Write the yes")
    assert chat.text.startswith("Here is your yes")
    [decision] = [row for row in chat.work.all(Decision) if row.kind == "yes"]
    assert set(decision.waived) == {row.id for row in starred}


@settings(max_examples=60, deadline=None)
@given(
    st.lists(question, max_size=4),
    st.lists(st.sampled_from(["command", "door", "Back", "Stop", "star", "yes", "yes", "resume"]), max_size=8),
)
def test_the_draft_is_never_on_screen_before_what_is_starred_meanwhile(rows: list[Question], walk: list[str]) -> None:
    chat = Chat(HANDLERS, None, Job(id="A", employer="Acorn House", stage="offer"), *rows)
    for step in walk:
        if step == "star":  # on another page, while the draft waits
            chat.work.add(Question(job_id="A", text="Who signs?", starred=True))
            continue
        if step == "resume" and (talks := chat.work.all(Dialog)):
            chat.press(door("", "dialog", "resume", talks[-1].id))
        elif step == "yes" and (
            hits := [label for label in _labels(chat) if label in ("Say yes anyway", "Write the yes")]
        ):
            chat.tap(hits[0])
        else:
            _walk(chat, step)
        if "Here is your yes" in chat.text:
            starred = {row.id for row in ledger.before_yes(chat.work.all(Question), "A")}
            assert starred <= {id for row in chat.work.all(Decision) for id in row.waived}


def _walk(chat: Chat, step: str) -> None:
    """One thing that the user may do on his way; what does not fit where he is changes nothing."""
    if step == "words":
        chat.command("decide", "I am accepting the offer of Acorn House")
    elif step == "door":
        chat.press(door("", "decide", "open", "A"))
    elif step == "undo":
        chat.command("undo")
    elif hits := [label for label in _labels(chat) if label.endswith(step)]:
        chat.tap(hits[0])
    else:
        chat.command("decide")


def _labels(chat: Chat) -> list[str]:
    return chat.labels() if hasattr(chat, "turn") else []


def test_a_yes_button_of_an_older_screen_does_nothing() -> None:
    chat = Chat(HANDLERS, None, Job(id="A", employer="Acorn House", stage="offer"))
    chat.command("decide")
    screen, flow, number = chat.turn.screens[-1]
    yes = next(button for row in screen.rows for button in row if button.action == "yes")
    chat.work.add(Question(job_id="A", text="Who trains me?", starred=True))
    chat.command("decide")
    chat.press(yes, flow, number)
    assert "Who trains me?" in chat.text
    assert chat.work.all(Decision) == []
