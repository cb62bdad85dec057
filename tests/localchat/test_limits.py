"""What is kept in memory has bounds, and no markup however odd breaks the parsers."""

from __future__ import annotations

import asyncio

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.localchat import files, state, updates
from bot.localchat.call import Upload
from bot.localchat.errors import ApiError
from bot.localchat.events import MAX_KEPT, Events
from bot.localchat.files import Files, picture_size
from bot.localchat.text import formatted
from bot.localchat.utf16 import split, units
from tests.localchat.world import SAM, World

MARKED_UP = st.text(alphabet="<>/&;=\"'ab😀 \n_*[]()`~|\\!.#1", max_size=40)
PIECES = st.lists(
    st.sampled_from(
        ["<b>", "</b>", "<i>", "</i>", "<code>", "</code>", "<a href='x.org'>", "</a>", "&lt;", "😀", "a ", "\n"]
    )
).map("".join)


@settings(deadline=None)
@given(st.one_of(MARKED_UP, PIECES), st.sampled_from(["HTML", "MarkdownV2", ""]))
@example("<", "HTML")
@example("&#", "HTML")
@example("*", "MarkdownV2")
@example("[a](", "MarkdownV2")
@example(">||", "MarkdownV2")
def test_markup_is_parsed_or_refused_and_entities_lie_in_the_text(source: str, mode: str) -> None:
    try:
        text, entities = formatted(source, mode, None)
    except ApiError:
        return
    for entity in entities:
        assert entity["offset"] >= 0
        assert entity["length"] > 0
        assert entity["offset"] + entity["length"] <= units(text)


@settings(deadline=None)
@given(st.text(alphabet="a😀 \n", max_size=200), st.integers(2, 20))
def test_pieces_of_a_long_text_keep_every_letter(text: str, limit: int) -> None:
    pieces = split(text, limit)
    assert all(units(piece) <= limit for piece in pieces[:-1])
    assert "".join("".join(pieces).split()) == "".join(text.split())


def test_old_files_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MAX_HELD", 10)
    store = Files(1)
    first = store.add("document", Upload("a.txt", "", b"123456"))
    second = store.add("document", Upload("b.txt", "", b"123456"))
    assert (store.by_id(first.file_id), store.by_path(first.path)) == (None, None)
    assert store.by_id(second.file_id) is second


@pytest.mark.parametrize(
    "data,size",
    [
        (b"GIF89a" + (7).to_bytes(2, "little") + (5).to_bytes(2, "little"), (7, 5)),
        (b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc0\x00\x11\x08\x00\x05\x00\x07\x03", (7, 5)),
        (b"\xff\xd8\xff", (512, 512)),
        (b"nothing", (512, 512)),
    ],
)
def test_the_size_of_pictures(data: bytes, size: tuple[int, int]) -> None:
    assert picture_size(data) == size


def test_a_page_that_was_away_too_long_has_to_load_again() -> None:
    events = Events()
    for number in range(MAX_KEPT + 1):
        events.add(SAM, "typing", {"action": str(number)})
    assert events.since(SAM, 0) is None
    assert len(events.since(SAM, 1) or []) == MAX_KEPT
    assert events.since(SAM, MAX_KEPT + 1) == []


@pytest.mark.anyio
async def test_a_long_chat_forgets_its_beginning(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(state, "MAX_MESSAGES", 3)
    for text in "abcd":
        await world.say(text)
    assert [message["text"] for message in await world.messages()] == ["b", "c", "d"]


@pytest.mark.anyio
async def test_bots_that_fight_over_a_token_are_slowed_down(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(updates, "CONFLICT_PAUSE", 0.3)
    polls = []
    for _ in range(3):
        polls.append(asyncio.create_task(world.api("getUpdates", timeout=20)))
        await asyncio.sleep(0.05)
    assert [poll.done() for poll in polls] == [True, False, False]
    assert (await polls[1])[0] == 409
    await world.say("x")
    assert (await polls[2])[0] == 200


@pytest.mark.anyio
async def test_a_message_that_a_test_brings_in_starts_the_chat(world: World) -> None:
    robin = {"id": 1002, "type": "private", "first_name": "Robin"}
    await world.post("update", message={"message_id": 4, "date": 1, "chat": robin, "from": robin, "text": "hi"})
    assert (await world.ok("sendMessage", chat_id=1002, text="Hello"))["chat"]["first_name"] == "Robin"


@pytest.mark.anyio
async def test_numbers_that_are_none_get_a_sentence(world: World) -> None:
    await world.post("fault", 400, method="getMe", code="many")
    await world.post("fault", 400, method="getMe", delay=-1)
    await world.post("clock", 400, advance="long")
    await world.post("send", 400, user=SAM, kind="location", latitude="north")
    assert "error" in await world.get("clock?version=1&wait=long")


@pytest.mark.anyio
async def test_the_record_of_calls_keeps_no_bytes(world: World) -> None:
    await world.send_file("sendDocument", "document", "plan.txt", b"one two")
    call = (await world.get("calls"))[-1]
    assert call["parameters"] == {"chat_id": SAM, "document": {"file": "plan.txt", "size": 7}}
    assert world.chat.state.calls[-1][1].files == {}
