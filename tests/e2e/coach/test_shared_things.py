"""What is shared beside words: contacts, places, polls, stickers, voice; each gets a sensible answer."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from bot.core.model import Dialog, Interview, Note, Person
from bot.telegram.texts import Texts
from content import load
from tests.chat import Chat, talking
from tests.e2e.coach.people import fits, job, meeting, newcomer

pytestmark = pytest.mark.anyio

NUMBER = "+48600100200"
CARD = f"BEGIN:VCARD\nVERSION:3.0\nFN:Anna Kowalska\nTEL:{NUMBER}\nTITLE:Ward manager\nORG:Birch School;Care\nEND:VCARD"
ANNA = {"kind": "contact", "phone_number": NUMBER, "first_name": "Anna", "last_name": "Kowalska", "vcard": CARD}
LISBON = {"latitude": 38.7223, "longitude": -9.1393}


@pytest.fixture(scope="module")
async def world(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Chat]:
    async with talking(tmp_path_factory.mktemp("shared")) as chat:
        yield chat


async def met(chat: Chat) -> list[tuple[str, str, str]]:
    work = await chat.work()
    assert NUMBER not in str(work.every())
    return [(person.name, person.title, person.audience) for person in work.all(Person)]


# -- contacts -------------------------------------------------------------------------------------------------------


async def test_a_contact_shared_on_the_card_is_met_there(world: Chat) -> None:
    chat = await newcomer(world)
    await chat.say("/interview Acme, ops lead, Thu 3pm")
    await chat.share(**ANNA)
    chat.expect("Noted for this interview: Anna Kowalska (Ward manager).", "With Anna Kowalska (Ward manager)")
    await chat.share(**ANNA)
    await chat.tap("Save")
    assert await met(chat) == [("Anna Kowalska", "Ward manager", "M")]


async def test_a_contact_answers_who_will_be_met(world: Chat) -> None:
    chat = await newcomer(world)
    await chat.say("/interview Acme, ops lead, Thu 3pm")
    await chat.tap("People")
    await chat.share(**ANNA)
    chat.expect("With Anna Kowalska (Ward manager)", "Is that right?")


async def test_a_contact_out_of_the_blue_is_asked_about(world: Chat) -> None:
    acorn, birch = job(), job("Birch School", "cook")
    chat = await newcomer(world, acorn, birch, meeting(acorn, days=1), meeting(birch, days=2))
    await chat.share(**ANNA)
    chat.expect("Anna Kowalska (Ward manager): in which interview")
    fits(chat)
    assert chat.labels()[0].startswith("Birch School")  # the firm on the card
    assert len(chat.labels()) == 4
    await chat.tap("Acorn House")
    chat.expect("Anna Kowalska (Ward manager) is noted for Acorn House, Wed 25 Nov")
    assert await met(chat) == [("Anna Kowalska", "Ward manager", "M")]
    await chat.tap("Undo")
    assert await met(chat) == []


async def test_the_interview_can_be_named_in_words(world: Chat) -> None:
    acorn, birch = job(), job("Birch School", "cook")
    chat = await newcomer(world, acorn, birch, meeting(acorn, days=1), meeting(birch, days=2))
    await chat.share(**ANNA)
    await chat.say("the one I talk to")
    chat.expect("more than one, or none", "in which interview")
    await chat.say("at acorn house")
    chat.expect("is noted for Acorn House")


async def test_a_contact_can_be_forgotten(world: Chat) -> None:
    acorn = job()
    chat = await newcomer(world, acorn, meeting(acorn))
    await chat.share(**ANNA)
    await chat.tap("Forget it")
    chat.expect("Nothing of it is kept")
    await chat.share(**ANNA)
    await chat.say("no")
    chat.expect("Nothing of it is kept")
    assert "Kowalska" not in str((await chat.work()).every())


async def test_a_contact_with_no_interview_begins_one(world: Chat) -> None:
    chat = await newcomer(world)
    await chat.share(**ANNA)
    chat.expect("I know of none yet")
    fits(chat)
    await chat.tap("New interview")
    await chat.say("Acme, ops lead, Thu 3pm")
    chat.expect("With Anna Kowalska (Ward manager)")
    await chat.tap("Save")
    assert await met(chat) == [("Anna Kowalska", "Ward manager", "M")]


async def test_a_contact_names_somebody_on_his_page(world: Chat) -> None:
    acorn = job()
    person = Person(job_id=acorn.id, title="nurse", audience="P")
    chat = await newcomer(world, acorn, person, meeting(acorn, person))
    await chat.press(chat.new[-1]["message_id"], f"d:person:name:{person.id}")
    await chat.share(**ANNA)
    assert await met(chat) == [("Anna Kowalska", "Ward manager", "M")]


async def test_somebody_is_taken_off_a_saved_interview_and_put_back(world: Chat) -> None:
    acorn = job()
    person = Person(job_id=acorn.id, name="Ines", audience="M")
    talk = meeting(acorn, person)
    chat = await newcomer(world, acorn, person, talk)
    await chat.press(chat.new[-1]["message_id"], f"d:person:open:{person.id}")
    await chat.tap("Not on Thu 26 Nov")
    assert [i.people for i in (await chat.work()).all(Interview)] == [()]
    await chat.tap("Undo")
    assert [i.people for i in (await chat.work()).all(Interview)] == [(person.id,)]
    await chat.press(chat.new[-1]["message_id"], f"d:interview:change:{talk.id}")
    await chat.tap("People")
    await chat.say("nobody")
    await chat.tap("Save")
    assert [i.people for i in (await chat.work()).all(Interview)] == [()]
    await chat.tap("Undo")
    assert [i.people for i in (await chat.work()).all(Interview)] == [(person.id,)]


# -- places ---------------------------------------------------------------------------------------------------------


async def test_a_place_shared_while_an_interview_is_entered_is_its_place(world: Chat) -> None:
    chat = await newcomer(world)
    await chat.say("/interview Acme, ops lead, Thu 3pm")
    await chat.tap("Place")
    await chat.share(kind="venue", **LISBON, title="Acme House", address="Rua Nova 5")
    chat.expect("Acme House, Rua Nova 5", "Is that right?")
    await chat.share(kind="location", **LISBON)
    chat.expect("Noted as the place", "38.72230, -9.13930")
    assert (await chat.work()).user.zone == "Europe/Berlin"


async def test_a_place_out_of_the_blue_is_the_time_zone_or_the_interviews(world: Chat) -> None:
    acorn = job()
    chat = await newcomer(world, acorn, meeting(acorn))
    await chat.share(kind="location", **LISBON)
    chat.expect("where you are, or where an interview is?")
    fits(chat)
    await chat.tap("My time zone: Lisbon")
    chat.expect("Your time zone is Lisbon now")
    assert (await chat.work()).user.zone == "Europe/Lisbon"
    await chat.tap("Undo")
    assert (await chat.work()).user.zone == "Europe/Berlin"
    await chat.share(kind="venue", **LISBON, title="Acorn House", address="Rua Nova 5")
    await chat.tap("Acorn House, Thu")
    chat.expect("is at: Acorn House, Rua Nova 5")
    assert [i.place for i in (await chat.work()).all(Interview)] == ["Acorn House, Rua Nova 5"]
    await chat.share(kind="location", **LISBON)
    await chat.say("that is me, at home")
    assert (await chat.work()).user.zone == "Europe/Lisbon"


async def test_a_place_at_sea_is_no_time_zone(world: Chat) -> None:
    chat = await newcomer(world)
    await chat.share(kind="location", latitude=40.0, longitude=-35.0)
    chat.expect("can't tell a time zone")
    assert not (await chat.work()).all(Dialog)


async def test_the_city_is_answered_by_a_named_place(world: Chat) -> None:
    chat = await newcomer(world, zone="")
    await chat.say("/interview Acme, ops lead, Thu 3pm")
    await chat.share(kind="venue", **LISBON, title="Home", address="Rua Nova 5")
    chat.expect("Acme", "15:00", "Lisbon")


# -- the rest -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "kind, words", [("sticker", "Message received"), ("dice", "less to luck"), ("poll", "I don't vote")]
)
async def test_each_gets_a_line_and_leads_back_to_the_open_step(world: Chat, kind: str, words: str) -> None:
    chat = await newcomer(world)
    await chat.share(kind=kind)
    chat.expect(words)
    await chat.say("/interview Acme, ops lead")
    asked = chat.text
    await chat.share(kind=kind)
    chat.expect(asked)
    assert "read" not in chat.text


@pytest.mark.parametrize("field", ["video_note", "animation", "story", "game", "video"])
async def test_what_has_no_words_is_not_taken_for_a_file(world: Chat, field: str) -> None:
    chat = await newcomer(world)
    file = {"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1, "duration": 1, "length": 1}
    told = {
        "story": {"id": 1, "chat": {"id": 5, "type": "private"}},
        "game": {"title": "g", "description": "g", "photo": []},
    }
    person = {"id": chat.user, "is_bot": False, "first_name": "Ida"}
    message = {"message_id": 5, "date": 1795000000, "from": person, "chat": {"id": chat.user, "type": "private"}}
    beside = {"document": file} if field == "animation" else {}
    await chat.post("update", with_user=False, message={**message, field: told.get(field, file), **beside})
    await chat._answer()
    assert chat.text
    assert chat.text != Texts(load().texts).label("common.media")


async def test_a_forwarded_poll_is_read(world: Chat) -> None:
    acorn = job()
    chat = await newcomer(world, acorn, meeting(acorn))
    await chat.say("/note")
    options = ["Monday", "Tuesday"]
    await chat.share(kind="poll", question="Trial shift: which day?", options=options, forward_from="Mara")
    assert [note.words for note in (await chat.work()).all(Note)] == ["Trial shift: which day?\nMonday\nTuesday"]


async def test_a_voice_note_is_no_answer_and_is_not_lost(world: Chat) -> None:
    chat = await newcomer(world)
    await chat.say("/interview Acme, ops lead")
    asked = chat.text
    await chat.upload("voice")
    chat.expect("can't hear a voice note as an answer", asked)
    assert [bool(note.file_id) for note in (await chat.work()).all(Note)] == [True]
    await chat.say("Thu 3pm")
    chat.expect("15:00")
    await chat.say("/note")
    await chat.upload("voice")
    chat.expect("Voice note kept")
    assert len((await chat.work()).all(Note)) == 2
    assert not any(dialog.flow == "note" for dialog in (await chat.work()).all(Dialog))
