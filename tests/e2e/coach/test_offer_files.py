"""An offer that comes as files: documents, photos, albums, in one message or many."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot import intake
from bot.core.model import Dialog, Job, Offer
from bot.telegram import pieces
from tests.chat import Chat, talking
from tests.e2e.coach.letters import LETTER, offers
from tests.e2e.coach.people import fits, has, job, newcomer
from tests.files import picture
from tests.intake import make_mail, make_office, make_pdf
from tests.intake.make_picture import letter as drawn
from tests.intake.make_picture import saved

pytestmark = pytest.mark.anyio

LINES = [f"{line.rstrip('.')}." for line in LETTER.split(". ")]
DOCX = make_office.docx("".join(map(make_office.p, LINES)))
ADVERT = (
    "About the role at Blue Harbour", "We are looking for a night porter.", "Requirements", "Experience in hotels",
    "Fluent in Polish", "How to apply", "Send your CV to us by 4 December.",
)  # fmt: skip
INVITATION = """BEGIN:VCALENDAR
VERSION:2.0
METHOD:REQUEST
BEGIN:VEVENT
UID:7@acorn.example
DTSTAMP:20261120T090000Z
DTSTART:20261127T140000Z
DTEND:20261127T144500Z
SUMMARY:Interview with Acorn House
END:VEVENT
END:VCALENDAR
"""


def pdf(*pages: list[str]) -> bytes:
    return make_pdf.plain([make_pdf.lay(lines, (), ()) for lines in pages])


@pytest.fixture(scope="module")
async def world(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Chat]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pieces, "QUIET", 0.2)  # here the parts of an album come at once
        async with talking(tmp_path_factory.mktemp("files")) as chat:
            yield chat


async def answers(chat: Chat, since: int) -> list[str]:
    """What the bot has said to this user since its so many messages."""
    return [str(message["text"]) for message in [m for m in await chat.messages() if not m.get("out")][since:]]


# -- the first message --------------------------------------------------------------------------------------------


@pytest.mark.capability("F4")
async def test_f4_a_pdf_is_the_very_first_message(world: Chat) -> None:
    world.user = (await world.post("users", with_user=False, first_name="Ida"))["id"]
    await world.send(("offer.pdf", pdf(LINES[:4], LINES[4:])))
    world.expect(
        "I read 2 pages.", "What such jobs usually settle", "Hours and shifts: unclear", "They want an answer by"
    )
    assert len(await answers(world, 0)) == 1
    assert [j.stage for j in (await world.work()).all(Job)] == ["offer"]
    assert (await offers(world))[0].text == ""
    await world.tap("Keep the letter")
    assert "33,600 per year" in (await offers(world))[0].text


async def test_a_caption_is_the_comment_before_it(world: Chat) -> None:
    chat = await newcomer(world, job("Acorn House"), job("Corner Bakery"))
    await chat.send(("letter.docx", DOCX), caption="From Corner Bakery, what do you think?")
    chat.expect("I read 1 document. It is about Corner Bakery")
    await chat.tap("Keep the letter")
    assert "Corner Bakery" not in (await offers(chat))[0].text  # a comment is no part of the offer
    await newcomer(world)
    await chat.send(("letter.docx", DOCX), caption="On the phone she said 25 days of sick leave")
    await chat.tap("Keep the letter")
    assert "25 days of sick leave" in (await offers(chat))[0].text


async def test_a_comment_in_a_message_of_its_own_names_the_employer_too(world: Chat) -> None:
    chat = await newcomer(world, job("Acorn House"), job("Corner Bakery"))
    await chat.say("/offer the one from Corner Bakery")
    await chat.send(("letter.docx", DOCX))
    chat.expect("It is about Corner Bakery")


# -- sums that were read from a picture ---------------------------------------------------------------------------


@pytest.mark.capability("F4")
async def test_f4_sums_in_a_photo_are_confirmed_before_they_count(world: Chat) -> None:
    chat = await newcomer(world)
    await chat.send(("p.png", picture(LETTER)), kind="photo")
    chat.expect("I read this sum from the picture: 33,600 per year. Is it right?")
    fits(chat)
    assert not any(offer.read for offer in await offers(chat))
    await chat.tap("Yes")
    chat.expect("I read 1 photo.", "They want an answer by")
    assert (await offers(chat))[0].read["pay"]["words"] == "33,600 per year"


async def test_a_wrong_sum_is_typed_and_the_others_are_asked_again(world: Chat) -> None:
    chat = await newcomer(world)
    await chat.send(("p.png", picture(f"{LETTER} A bonus of 2,000 euros is paid.")), kind="photo")
    chat.expect("I read these sums from the picture:", "33,600 per year", "2,000 euros", "Are they all right?")
    await chat.tap("No, I'll type it")
    chat.expect("Type what the letter says instead of the wrong ones.")
    await chat.say("it is a good one")
    chat.expect("I see no sum in that.")
    await chat.say("38,600")
    chat.expect("I read this sum from the picture: 2,000 euros.")
    await chat.say("yes")
    chat.expect("I read 1 photo.")
    assert (await offers(chat))[0].read["pay"]["words"] == "38,600 per year"


async def test_a_sum_that_stands_in_a_document_too_is_not_asked(world: Chat) -> None:
    chat = await newcomer(world)
    await chat.send(("letter.docx", DOCX))
    await chat.send(("p.png", picture("Salary 33,600 per year, as told. Parking is free.")), kind="photo")
    await chat.tap("The same offer")
    chat.expect("I read 1 document and 1 photo.")


@pytest.mark.ocr
async def test_a_screenshot_is_read(tmp_path: Path) -> None:
    async with talking(tmp_path, read_file=intake.read) as chat:
        await chat.send(("shot.png", saved(drawn(LINES[1:6], 24, width=900))), kind="photo")
        chat.expect("I read this sum from the picture: 33,600 per year.")
        await chat.tap("Yes")
        chat.expect("I read 1 photo.", "Hours and shifts: unclear")


# -- several at once ----------------------------------------------------------------------------------------------


async def test_an_album_is_one_offer_in_the_order_of_its_pages_and_gets_one_answer(world: Chat) -> None:
    chat = await newcomer(world)
    since = len(await answers(chat, 0))
    second = picture("You get 27 days of annual leave. Please answer by Friday 4 December.\nPage 2 of 2")
    first = picture(f"{' '.join(LINES[:3])}\nPage 1 of 2")
    await chat.send(("b.png", second), ("a.png", first), kind="photo", media_group="91", caption="both pages")
    await chat.tap("Yes")
    chat.expect("I read 2 photos.")
    assert len(await answers(chat, since)) == 1
    await chat.tap("Keep the letter")
    [offer] = await offers(chat)
    assert offer.text.index("Page 1 of 2") < offer.text.index("Page 2 of 2")


async def test_a_part_of_an_album_that_comes_late_joins_it(world: Chat) -> None:
    chat = await newcomer(world)
    await chat.send(("a.docx", DOCX), media_group="92")
    chat.expect("I read 1 document.")
    await chat.send(("b.png", picture("Your pay is 33,600 per year, see above. Ask Ms Okoro.")), media_group="92")
    chat.expect("I read 1 document and 1 photo.")
    assert len(await offers(chat)) == 1


async def test_pages_sent_one_by_one_in_the_wrong_order_are_one_offer_in_the_right_one(world: Chat) -> None:
    chat = await newcomer(world)
    second = "You get 27 days of annual leave. Please answer by Friday 4 December.\nPage 2 of 2"
    await chat.send(("b.png", picture(second)), kind="photo", caption="/offer")
    await chat.clock(advance=120)
    await chat.send(("a.png", picture(f"{' '.join(LINES[:3])}\nPage 1 of 2")), kind="photo")
    chat.expect("I read this sum from the picture: 33,600 per year.")
    await chat.tap("Yes")
    chat.expect("I read 2 photos.")
    await chat.tap("Keep the letter")
    [offer] = await offers(chat)
    assert offer.text.index("Page 1 of 2") < offer.text.index("Page 2 of 2")


async def test_add_more_takes_files_and_texts(world: Chat) -> None:
    chat = await newcomer(world)
    await chat.send(("letter.docx", DOCX))
    await chat.tap("Add more")
    chat.expect("Send the rest", "I read 1 document.")
    await chat.send(("page.pdf", pdf(["You work 38 hours a week from Monday to Friday."])))
    chat.expect("Got it.", "I read 1 page and 1 document.")
    await chat.say("Your place of work is our Leeds depot.")
    chat.expect("I read 1 message, 1 page and 1 document.")
    fits(chat)
    await chat.tap("That's all")
    chat.expect("I read 1 message, 1 page and 1 document.")
    assert "Place of work: not" not in chat.text
    assert len(await offers(chat)) == 1


async def test_two_users_at_once_are_not_mixed(world: Chat) -> None:
    ida = await newcomer(world)
    users = [ida.user, (await newcomer(world)).user]
    for number, user in enumerate(users):
        world.user = user
        text = f"We offer you the post of clerk {number} at 3{number},100 EUR a year. You report to Ms {'AB'[number]}arlow."
        await world.post_files("document", ("a.docx", make_office.docx(make_office.p(text))), media_group=f"m{user}")
        more = f"You get 2{number} days of annual leave."
        await world.post_files("document", ("b.docx", make_office.docx(make_office.p(more))), media_group=f"m{user}")
    await world.settle()
    for number, user in enumerate(users):
        world.user = user
        [offer] = await offers(world)
        assert offer.read["pay"]["words"] == f"3{number},100 EUR a year"
        assert offer.read["topics"]["leave"]["facts"] == [f"2{number} days"]


# -- what is no offer ---------------------------------------------------------------------------------------------


async def test_a_document_that_does_not_say_what_it_is_is_asked_about(world: Chat) -> None:
    chat = await newcomer(world, job("Blue Harbour"))
    await chat.send(("role.pdf", pdf(list(ADVERT))))
    chat.expect("I read 1 page. What is it?")
    fits(chat)
    await chat.tap("A job advert")
    chat.expect("Polish")
    await chat.send(("role.pdf", pdf(list(ADVERT))))
    await chat.tap("Something else")
    chat.expect("keep nothing of it")
    assert [d.flow for d in (await chat.work()).all(Dialog)] == ["posting"]
    for caption in ("/posting", "the job ad"):
        await chat.say("/cancel")
        await chat.send(("role.pdf", pdf(list(ADVERT))), caption=caption)
        chat.expect("Polish")
    await chat.say("/cancel")
    await chat.send(("role.pdf", pdf(list(ADVERT))))
    await chat.say("hm, a kind of letter")
    chat.expect("I read 1 page.", "What such jobs usually settle")


async def test_an_advert_can_be_an_offer_if_the_user_says_so(world: Chat) -> None:
    chat = await newcomer(world)
    await chat.send(("role.pdf", pdf([*ADVERT, "The salary is 30,000 EUR a year."])))
    await chat.tap("An offer")
    chat.expect("I read 1 page.", "What such jobs usually settle")
    await chat.tap("Show the rest")
    chat.expect("Base pay: clear, 30,000 EUR a year")


async def test_a_calendar_file_is_an_interview(world: Chat) -> None:
    chat = await newcomer(world)
    await chat.send(("invite.ics", INVITATION.replace("\n", "\r\n").encode()))
    chat.expect("Fri 27 Nov", "15:00")


async def test_a_photo_of_an_invitation_is_an_interview(world: Chat) -> None:
    chat = await newcomer(world)
    said = "We would like to invite you to an interview on Friday 27 November at 15:00 with Mara Lind. Acorn House"
    await chat.send(("shot.png", picture(said)), kind="photo")
    chat.expect("Fri 27 Nov", "15:00")


# -- their answer -------------------------------------------------------------------------------------------------


async def test_their_answer_comes_as_a_mail(world: Chat) -> None:
    chat = await newcomer(world)
    await chat.send(("letter.docx", DOCX))
    await chat.tap("Write one message for these 3")
    reply = make_mail.eml(
        "You would work 38 hours a week, Monday to Friday, 8:00 to 16:30.", subject="Re: your questions"
    )
    await chat.send(("answer.eml", reply.as_bytes()))
    chat.expect("Checked against 3 that you asked for.", "Hours and shifts: settled")


# -- what cannot be read ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name,data,line",
    [
        ("locked.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4000), "“locked.docx”"),
        ("setup.exe", b"MZ\x90\x00" + bytes(400), "“setup.exe” is not a kind I can read. Please send a PDF"),
        ("offer.pdf", b"%PDF-1.7 and then nothing", "“offer.pdf” is damaged"),
        ("empty.txt", b"", "I found no words in “empty.txt”"),
        ("page.heic", b"\0\0\0\x18ftypheic" + bytes(100), "“page.heic”. Send it as a photo"),
    ],
)
async def test_a_file_that_cannot_be_read_gets_a_clear_line(world: Chat, name: str, data: bytes, line: str) -> None:
    chat = await newcomer(world)
    await chat.send((name, data or b" "))
    chat.expect(line)
    assert has(chat, "What's next")
    assert (await chat.work()).all(Dialog) == []


async def test_a_caption_of_what_cannot_be_read_is_a_message_like_any_other(world: Chat) -> None:
    chat = await newcomer(world)
    await chat.upload("photo", caption="Acorn House, night nurse, Friday 3pm with Mara")
    chat.expect("I found no words in “photo”", "Acorn House", "15:00")


async def test_an_album_says_which_part_could_not_be_read(world: Chat) -> None:
    chat = await newcomer(world)
    await chat.send(("a.docx", DOCX), ("b.pdf", b"%PDF-1.7 broken"), media_group="93")
    chat.expect("I read 1 document. “b.pdf” is damaged")


async def test_a_file_over_the_limit_is_not_even_fetched(world: Chat) -> None:
    chat = await newcomer(world)
    document = {"file_id": "big", "file_unique_id": "big", "file_name": "scan.pdf", "file_size": 21 << 20}
    who = {"id": chat.user, "is_bot": False, "first_name": "Ida"}
    place = {"id": chat.user, "type": "private", "first_name": "Ida"}
    message = {"message_id": 99_999, "date": 1_796_000_000, "chat": place, "from": who, "document": document}
    await chat.post("update", with_user=False, message=message)
    await chat._answer()
    chat.expect("“scan.pdf” is too large for me (20 MB at most)")
    message["document"] = {**document, "file_size": 100}  # it says so, and Telegram does not know it
    await chat.post("update", with_user=False, message=message)
    await chat._answer()
    chat.expect("Telegram did not give me “scan.pdf”. Please send it again")


async def test_a_long_document_is_cut_and_that_is_said(world: Chat) -> None:
    chat = await newcomer(world)
    await chat.send(("long.txt", f"{LETTER}\n{'This page speaks of nothing. ' * 2000}".encode()))
    chat.expect("I read 1 document.", "It is very long; I took the first part.")
    dialog = (await chat.work()).all(Dialog)[0]
    assert len(str(dialog.data["pieces"])) < 45_000


async def test_a_second_offer_within_minutes_is_asked_about(world: Chat) -> None:
    chat = await newcomer(world)
    await chat.send(("letter.docx", DOCX))
    other = (
        "We are pleased to offer you the post of yard clerk at 29,900 a year, 38 hours a week, with 25 days of leave."
    )
    await chat.send(("other.docx", make_office.docx(make_office.p(other))))
    chat.expect("Is this the same offer, or another one?")
    await chat.tap("Another one")
    assert len([offer for offer in (await chat.work()).all(Offer) if offer.read]) == 2
