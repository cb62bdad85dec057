"""An edited message corrects what it had said, and says so; a conversation that was thrown away comes back."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.core.model import Dialog, Interview, Note, Priority, Question, Undo
from tests.chat import TUESDAY, Chat, talking
from tests.e2e.coach.people import fits, has, job, knows, meeting, newcomer

pytestmark = pytest.mark.anyio

LINE = "/interview Acme, ops lead, {when} with Anna (manager)"


@pytest.fixture(scope="module")
async def world(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Chat]:
    async with talking(tmp_path_factory.mktemp("edits")) as chat:
        yield chat


async def edit(chat: Chat, old: str, new: str) -> str:
    """Edits the user's newest message with those words in it."""
    own = [m for m in await chat.messages() if m.get("out") and old in m.get("text", "")]
    await chat.post("edit", message_id=own[-1]["message_id"], text=new)
    return await chat._answer()


async def starts(chat: Chat) -> list[str]:
    return [f"{i.local:%a %H:%M}" for i in (await chat.work()).all(Interview)]


# -- an interview ---------------------------------------------------------------------------------------------------


async def test_the_line_is_corrected_on_the_card(world: Chat) -> None:
    chat = await newcomer(world)
    await chat.say(LINE.format(when="Thu 3pm"))
    await edit(chat, "3pm", LINE.format(when="Thu 4pm"))
    chat.expect("Corrected.", "Acme", "16:00", "Is that right?")
    fits(chat)
    assert len((await chat.work()).all(Dialog)) == 1
    await chat.tap("Save")
    assert await starts(chat) == ["Thu 16:00"]


async def test_a_saved_interview_moves_only_when_the_new_time_is_confirmed(world: Chat) -> None:
    chat = await newcomer(world)
    await chat.say(LINE.format(when="Thu 3pm"))
    await chat.tap("Save")
    await edit(chat, "3pm", LINE.format(when="Thu 4pm"))
    chat.expect("Corrected here. The saved one changes", "16:00", "Moved from Thu 26 Nov, 15:00")
    assert await starts(chat) == ["Thu 15:00"]
    await edit(chat, "4pm", LINE.format(when="Fri 5pm"))
    chat.expect("Corrected here", "17:00", "Moved from Thu 26 Nov, 15:00")
    await chat.tap("Save")
    assert await starts(chat) == ["Fri 17:00"]
    await edit(chat, "5pm", LINE.format(when="Fri 6pm"))
    await chat.tap("Save")
    assert await starts(chat) == ["Fri 18:00"]
    assert not (await chat.work()).all(Dialog)
    await edit(chat, "6pm", LINE.format(when="Fri 6pm") + "!")
    chat.expect("changes nothing")
    assert await starts(chat) == ["Fri 18:00"]


async def test_the_line_is_corrected_when_more_was_typed_since(world: Chat) -> None:
    chat = await newcomer(world, zone="")
    await chat.say(LINE.format(when="Thu 3pm"))
    await chat.say("Berlin")
    await edit(chat, "3pm", LINE.format(when="Thu 4pm"))
    chat.expect("Corrected.", "16:00", "Is that right?")
    await chat.tap("Save")
    assert await starts(chat) == ["Thu 16:00"]
    await edit(chat, "Berlin", "Lisbon")
    chat.expect("gone on since")
    assert (await chat.work()).user.zone == "Europe/Berlin"


async def test_a_time_typed_on_the_card_is_corrected(world: Chat) -> None:
    chat = await newcomer(world)
    await chat.say(LINE.format(when="Thu 3pm"))
    await chat.say("no, at 4pm")
    await edit(chat, "no, at 4pm", "no, at 5pm")
    chat.expect("Corrected.", "17:00")
    await chat.tap("Save")
    await edit(chat, "no, at 5pm", "no, at 6pm")
    chat.expect("Corrected here", "18:00", "Moved from")


# -- other conversations --------------------------------------------------------------------------------------------


async def test_a_debrief_is_corrected(world: Chat) -> None:
    acorn = job()
    over = meeting(acorn, days=-0.1)
    chat = await newcomer(world, acorn, over)
    await chat.say("/debrief She said fourteen patients a night")
    await edit(chat, "fourteen", "/debrief She said forty patients a night")
    chat.expect("Corrected.", "Anything odd")
    found = (await chat.work()).get(Interview, over.id)
    assert found is not None
    assert found.note == "She said forty patients a night"


async def test_a_worry_is_corrected_before_and_after_it_is_kept(world: Chat) -> None:
    chat = await newcomer(world)
    await chat.say("/worry they will make me work every weekend")
    weekends = chat.text
    await edit(chat, "weekend", "/worry nobody will train me")
    chat.expect("Corrected.")
    assert weekends not in chat.text
    await chat.tap("Keep")
    first = {q.topic for q in (await chat.work()).all(Question)}
    await edit(chat, "train", "/worry they will make me work every weekend")
    chat.expect("Corrected. It counts again once you confirm it here.")
    assert not (await chat.work()).all(Question)
    await chat.tap("Keep")
    second = {q.topic for q in (await chat.work()).all(Question)}
    assert second
    assert not first & second


async def test_a_reason_is_corrected_and_the_correction_undone(world: Chat) -> None:
    want = Priority(topic="TIME", rank=1)
    chat = await newcomer(world, want)
    await chat.press(chat.new[-1]["message_id"], f"d:want:because:{want.id}")
    await chat.say("I have one kid")
    await edit(chat, "one kid", "I have two kids")
    chat.expect("Corrected.", "two kids")
    await chat.say("/undo")
    found = (await chat.work()).get(Priority, want.id)
    assert found is not None
    assert found.because == "I have one kid"


async def test_a_note_is_corrected_again_and_again(world: Chat) -> None:
    chat = await newcomer(world)
    await chat.say("/note the ward is lout")
    for words in ("the ward is loud", "the ward is very loud"):
        await edit(chat, "the ward", f"/note {words}")
        chat.expect("Corrected.", "Kept")
        assert [note.words for note in (await chat.work()).all(Note)] == [words]
        assert has(chat, "Undo")
    await chat.tap("Undo")
    assert [note.words for note in (await chat.work()).all(Note)] == ["the ward is loud"]


async def test_an_edit_in_the_middle_of_something_else_leaves_that_open(world: Chat) -> None:
    chat = await newcomer(world)
    await chat.say("/note the ward is lout")
    await chat.say("/interview Acme, ops lead")
    asked = chat.text
    await edit(chat, "lout", "/note the ward is loud")
    chat.expect("Corrected.", "Kept")
    assert has(chat, "Back to adding an interview")
    await chat.say("Thu 3pm")
    chat.expect("Acme", "15:00", "Is that right?")
    assert asked not in chat.text
    assert [note.words for note in (await chat.work()).all(Note)] == ["the ward is loud"]


async def test_an_answer_given_before_something_else_began_is_corrected_in_its_place(world: Chat) -> None:
    want = Priority(topic="TIME", rank=1)
    chat = await newcomer(world, want)
    await chat.press(chat.new[-1]["message_id"], f"d:want:because:{want.id}")
    await chat.say("I have one kid")
    await chat.say("/interview Acme, ops lead")
    await edit(chat, "one kid", "I have two kids")
    chat.expect("Corrected.", "two kids")
    await chat.say("Thu 3pm")  # what was interrupted is open again
    chat.expect("Acme", "15:00")


async def test_a_wrong_word_that_led_elsewhere_is_set_right(world: Chat) -> None:
    chat = await newcomer(world)
    await chat.say("/ask How far is the depot?")
    await edit(chat, "depot", "/note How far is the depot")
    chat.expect("Corrected.", "Kept")
    work = await chat.work()
    assert (len(work.all(Question)), len(work.all(Note))) == (0, 1)


# -- what cannot be corrected ---------------------------------------------------------------------------------------


async def test_what_was_built_on_stays_and_the_step_is_shown_again(world: Chat) -> None:
    chat = await newcomer(world)
    await chat.say("/ask How far is the depot?")
    question = (await chat.work()).all(Question)[0]
    await chat.press(chat.new[-1]["message_id"], f"d:question:star:{question.id}")
    await edit(chat, "depot", "/ask How far is the yard?")
    chat.expect("gone on since")
    assert [q.text for q in (await chat.work()).all(Question)] == ["How far is the depot?"]
    await chat.say("/interview Acme, ops lead")
    asked = chat.text
    await edit(chat, "yard", "/ask How far is the barn?")
    chat.expect("gone on since", asked)


async def test_nothing_is_said_where_nothing_changed(world: Chat) -> None:
    chat = await newcomer(world)
    await chat.say("/note see their page")
    await edit(chat, "see their page", "/note see their page ")  # as where Telegram adds a preview
    assert chat.new == []
    place = {"latitude": 52.5, "longitude": 13.4, "live_period": 900}
    person = {"id": chat.user, "is_bot": False, "first_name": "Ida"}
    moved = {"message_id": 5, "date": 1795000000, "edit_date": 1795000060, "from": person, "location": place}
    await chat.post("update", with_user=False, edited_message={**moved, "chat": {"id": chat.user, "type": "private"}})
    await chat._answer()
    assert chat.new == []


async def test_the_words_under_a_file_are_not_read_anew(world: Chat) -> None:
    chat = await newcomer(world)
    await chat.upload("sticker")
    await chat.upload("video", caption="their office")
    await chat.edit("their yard")
    chat.expect("can't take in")


async def test_an_edit_that_overtakes_the_answer_counts(world: Chat) -> None:
    chat = await newcomer(world)
    sent = await chat.post("send", text="/note the ward is lout")
    edited = await chat.post("edit", message_id=sent["message_id"], text="/note the ward is loud")
    await chat._answer()
    assert [note.words for note in (await chat.work()).all(Note)] == ["the ward is loud"]
    await chat.post("redeliver", with_user=False, update_id=edited["update_id"])
    await chat._answer()
    assert [note.words for note in (await chat.work()).all(Note)] == ["the ward is loud"]


async def test_after_a_day_it_says_what_to_do(tmp_path: Path) -> None:
    async with talking(tmp_path) as chat:
        await knows(chat, zone="Europe/Berlin")
        await chat.say("/note the ward is lout")
        await chat.clock(advance=timedelta(days=1, minutes=1).total_seconds())
        await edit(chat, "lout", "/note the ward is loud")
        chat.expect("can't find any more", "new message")
        assert [note.words for note in (await chat.work()).all(Note)] == ["the ward is lout"]


async def test_the_words_of_a_message_are_not_kept_for_its_edit(world: Chat) -> None:
    chat = await newcomer(world)
    await chat.say("what is a notice period for a brimblewick")
    assert "brimblewick" not in str([row.data for row in (await chat.work()).all(Undo)])


# -- thrown away ----------------------------------------------------------------------------------------------------


async def test_a_conversation_that_was_thrown_away_comes_back(world: Chat) -> None:
    chat = await newcomer(world)
    await chat.say("/interview Acme, ops lead")
    await chat.tap("Stop")
    await chat.tap("Throw it away")
    chat.expect("Thrown away; Undo brings it back")
    assert not (await chat.work()).all(Dialog)
    await chat.tap("Undo")
    chat.expect("Taken back", "When is it?")
    await chat.say("Thu 3pm")
    chat.expect("Acme", "15:00")


async def test_what_was_begun_anew_comes_back_and_nothing_is_left_beside_it(world: Chat) -> None:
    chat = await newcomer(world)
    await chat.say("/interview Acme, ops lead")
    await chat.say("/interview")
    await chat.tap("Start over")
    assert not has(chat, "Acme")
    await chat.say("/undo")
    chat.expect("Taken back", "When is it?")
    await chat.say("Thu 3pm")
    await chat.tap("Save")
    assert not (await chat.work()).all(Dialog)
    assert await starts(chat) == ["Thu 15:00"]


async def test_undo_after_typing_into_the_new_one_loses_neither(world: Chat) -> None:
    chat = await newcomer(world)
    await chat.say("/interview Acme, ops lead")
    await chat.say("/interview")
    await chat.tap("Start over")
    await chat.say("Birch School, cook")
    await chat.say("/undo")
    chat.expect("Taken back", "When is it?")
    await chat.say("Thu 3pm")
    await chat.tap("Save")
    assert has(chat, "Back to adding an interview")


async def test_after_a_day_what_was_thrown_away_is_gone(tmp_path: Path) -> None:
    async with talking(tmp_path, TUESDAY) as chat:
        await knows(chat, zone="Europe/Berlin")
        await chat.say("/interview Acme, ops lead")
        await chat.tap("Stop")
        await chat.tap("Throw it away")
        await chat.clock(advance=timedelta(days=1, minutes=1).total_seconds())
        await chat.say("/undo")
        chat.expect("nothing to take back")
