"""What a message can be and what one can do with it: albums, voice, replies, quotes, forwards, search, typing."""

from __future__ import annotations

import io
import json
import math
import re
import struct
import wave
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
from playwright.async_api import Browser, Page, expect

from tests.browser.phone import Phone, desk, pocket
from tests.files import PIXEL
from tests.localchat.world import SAM, TOKEN, World

pytestmark = [pytest.mark.anyio, pytest.mark.browser]


@pytest.fixture(scope="module")
async def window(browser: Browser) -> AsyncIterator[Page]:
    async with desk(browser) as context:
        yield await context.new_page()


@pytest.fixture(scope="module")
async def screen(browser: Browser) -> AsyncIterator[Page]:
    async with pocket(browser, size=(360, 740)) as context:
        yield await context.new_page()


@pytest.fixture
async def wide(window: Page, world: World) -> AsyncIterator[Phone]:
    """Sam's chat on a desk; left before the server stops, since a page that loses it complains."""
    yield await Phone(window).open(f"{world.url}/?user={SAM}")
    await window.goto("about:blank")


@pytest.fixture
async def phone(screen: Page, world: World) -> AsyncIterator[Phone]:
    """Sam's chat on a small phone."""
    yield await Phone(screen).open(f"{world.url}/?user={SAM}")
    await screen.goto("about:blank")


def photos(count: int) -> Any:
    return [{"name": f"page{number}.png", "mimeType": "image/png", "buffer": PIXEL} for number in range(count)]


def sound(seconds: float) -> bytes:
    """A quiet tone as a WAV file."""
    file = io.BytesIO()
    with wave.open(file, "wb") as out:
        out.setparams((1, 2, 8000, 0, "NONE", ""))
        out.writeframes(b"".join(struct.pack("<h", int(3000 * math.sin(n / 5))) for n in range(int(8000 * seconds))))
    return file.getvalue()


async def test_several_photos_go_out_as_one_album_with_one_caption(phone: Phone, world: World) -> None:
    await phone.page.get_by_test_id("attach").tap()
    async with phone.page.expect_file_chooser() as chooser:
        await phone.page.get_by_test_id("attach-photo").tap()
    await (await chooser.value).set_files(photos(3))
    await expect(phone.page.locator(".chip canvas.thumb")).to_have_count(3)
    await phone.say("The offer, three pages")
    album = phone.page.locator(".album.photos.out")
    await expect(album.locator(".photo")).to_have_count(3)
    await expect(album.locator(".album-foot")).to_contain_text("The offer, three pages")
    messages = [update["message"] for update in await world.updates()]
    assert len({message["media_group_id"] for message in messages}) == 1
    assert [message.get("caption") for message in messages] == ["The offer, three pages", None, None]
    await phone.fits()


async def test_an_album_of_the_bot_is_a_grid(phone: Phone, world: World) -> None:
    media = [{"type": "photo", "media": f"attach://p{number}"} for number in range(5)]
    media[0] |= {"caption": "The <b>offer</b>, five pages", "parse_mode": "HTML"}
    form = aiohttp.FormData({"chat_id": str(SAM), "media": json.dumps(media)})
    for number in range(5):
        form.add_field(f"p{number}", PIXEL, filename=f"{number}.png")
    async with world.session.post(f"{world.url}/bot{TOKEN}/sendMediaGroup", data=form) as answer:
        assert (await answer.json())["ok"]
    album = phone.page.locator(".album.photos.in")
    await expect(album.locator(".photo")).to_have_count(5)
    await expect(album.locator(".album-foot .text strong")).to_have_text("offer")
    boxes = [await tile.bounding_box() for tile in await album.locator(".photo").all()]
    assert [sum(box["y"] == top for box in boxes if box) for top in sorted({b["y"] for b in boxes if b})] == [2, 3]
    await phone.fits()
    await album.locator(".photo").first.tap()
    viewer = phone.page.get_by_test_id("viewer")
    await viewer.get_by_role("button", name="Next photo").tap()
    await expect(viewer).to_contain_text("2 of 5")


async def test_a_voice_message_of_the_bot_plays(wide: Phone, world: World) -> None:
    await world.send_file("sendVoice", "voice", "note.wav", sound(2), duration="2")
    voice = wide.page.get_by_role("group", name="Voice message")
    await expect(voice.locator(".wave:not(.flat)")).to_be_visible()
    await voice.get_by_role("button", name="Play the voice message").click()
    await expect(voice.get_by_role("button", name="Pause the voice message")).to_be_visible()
    await expect(voice.locator(".played").first).to_be_attached()
    await expect(voice.get_by_role("button", name="Play the voice message")).to_be_visible()


async def test_a_voice_message_is_recorded_and_sent(wide: Phone, world: World) -> None:
    await wide.page.get_by_test_id("record").click()
    await expect(wide.page.get_by_test_id("recording")).to_contain_text("0:01")
    await wide.page.get_by_test_id("record-send").click()
    await expect(wide.outgoing.get_by_role("group", name="Voice message")).to_be_visible()
    voice = (await world.updates(timeout=5))[0]["message"]["voice"]
    assert voice["duration"] >= 1
    assert voice["mime_type"].startswith("audio/")
    await wide.page.get_by_test_id("record").click()
    await expect(wide.page.get_by_test_id("recording")).to_be_visible()
    await wide.page.keyboard.press("Escape")
    await expect(wide.page.get_by_test_id("composer")).to_be_focused()
    assert await world.updates() == []


async def test_a_reply_names_its_message_both_ways(wide: Phone, world: World) -> None:
    asked = await world.ok("sendMessage", chat_id=SAM, text="Which city are you in?")
    await wide.shows("Which city")
    await wide.page.keyboard.press("Control+ArrowUp")
    await expect(wide.page.get_by_test_id("mode")).to_contain_text("Reply to Two-Way Street")
    await wide.say("Porto")
    message = (await world.updates(timeout=5))[0]["message"]
    assert message["reply_to_message"]["message_id"] == asked["message_id"]
    given = {"message_id": message["message_id"], "quote": "ort"}
    await world.ok("sendMessage", chat_id=SAM, text="Noted.", reply_parameters=given)
    quote = wide.incoming.last.get_by_role("button", name="In reply to You: Porto")
    await expect(quote).to_contain_text("ort")
    await quote.click()
    await expect(wide.outgoing.last).to_be_focused()


async def test_a_marked_part_is_quoted(wide: Phone, world: World) -> None:
    await world.ok("sendMessage", chat_id=SAM, text="Shifts as the rota requires. Pay is monthly.")
    await wide.shows("rota")
    await wide.incoming.last.locator(".text").evaluate(
        "e => getSelection().setBaseAndExtent(e.firstChild, 14, e.firstChild, 27)"
    )
    await wide.incoming.last.locator(".text").click(button="right")
    await wide.page.get_by_role("menuitem", name="Quote what is marked").click()
    await wide.say("How many nights?")
    message = (await world.updates(timeout=5))[0]["message"]
    assert message["quote"] == {"text": "rota requires", "position": 14, "is_manual": True}


async def test_the_menu_of_a_message_forwards_and_deletes(wide: Phone, world: World) -> None:
    await wide.say("We pay 31,400")
    await world.updates()
    for choice in ("Forward to the bot", "Forward as…"):
        await wide.outgoing.filter(has_text="31,400").first.locator(".bubble").click(button="right")
        await wide.page.get_by_role("menuitem", name=choice).click()
    await wide.page.get_by_test_id("ask-input").fill("Anna (recruiter)")
    await wide.page.get_by_test_id("ask-ok").click()
    await expect(wide.outgoing.filter(has_text="Forwarded from Anna (recruiter)")).to_be_visible()
    first, second = [update["message"]["forward_origin"] for update in await world.updates()]
    assert (first["type"], first["sender_user"]["id"]) == ("user", SAM)
    assert (second["type"], second["sender_user_name"]) == ("hidden_user", "Anna (recruiter)")
    count = await wide.outgoing.count()
    await wide.outgoing.last.locator(".bubble").click(button="right")
    await wide.page.get_by_role("menuitem", name="Delete").click()
    await expect(wide.outgoing).to_have_count(count - 1)
    assert len(await world.messages()) == count - 1


async def test_search_marks_every_place_and_goes_through_them(phone: Phone, world: World) -> None:
    for text in ("The <b>Rota</b> is fixed", "Nothing here", "A rota, a rota"):
        await world.ok("sendMessage", chat_id=SAM, text=text, parse_mode="HTML")
    await phone.page.get_by_test_id("options").tap()
    await phone.page.get_by_test_id("open-search").tap()
    field, count = phone.page.get_by_test_id("search-field"), phone.page.get_by_test_id("search-count")
    await field.press_sequentially("rOTA")
    await expect(count).to_have_text("1 of 3")
    assert await phone.page.evaluate("CSS.highlights.get('found').size") == 3
    await field.press("Enter")
    await field.press("Enter")
    await expect(count).to_have_text("3 of 3")
    await expect(phone.incoming.filter(has_text="fixed")).to_have_class(re.compile("flash"))
    await phone.page.get_by_test_id("search-newer").tap()
    await expect(count).to_have_text("2 of 3")
    await phone.fits()
    await field.fill("nowhere")
    await expect(count).to_have_text("Nothing found")
    await field.press("Escape")
    await expect(phone.page.get_by_test_id("search")).to_be_hidden()


async def test_the_page_shows_what_the_bot_is_doing(phone: Phone, world: World) -> None:
    status = phone.page.get_by_test_id("status")
    for action, words in (("typing", "typing"), ("upload_photo", "sending a photo"), ("cancel", "bot")):
        await world.ok("sendChatAction", chat_id=SAM, action=action)
        await expect(status).to_have_text(words)
    await world.ok("sendChatAction", chat_id=SAM, action="typing")
    await world.ok("sendMessage", chat_id=SAM, text="There.")
    await expect(status).to_have_text("bot")


async def test_a_contact_a_place_a_sticker_and_a_poll_are_shared(phone: Phone, world: World) -> None:
    for name, words, shown in (
        ("contact", "Anna Kowalska, ward manager", "Anna Kowalska"),
        ("place", "52.52, 13.405, Acme House, Main Street 5", "Acme House"),
        ("place", "52.52, 13.405", "52.5200, 13.4050"),
        ("sticker", "🙃", "🙃"),
        ("poll", "Which day? Monday; Tuesday", "Tuesday"),
    ):
        await phone.page.get_by_test_id("attach").tap()
        await phone.page.get_by_test_id(f"attach-{name}").tap()
        await phone.page.get_by_test_id("ask-input").fill(words)
        await phone.page.get_by_test_id("ask-ok").tap()
        await expect(phone.outgoing.last).to_contain_text(shown)
    contact, venue, spot, sticker, poll = [update["message"] for update in await world.updates()]
    assert "TITLE:ward manager" in contact["contact"]["vcard"]
    assert venue["venue"]["address"] == "Main Street 5"
    assert "venue" not in spot
    assert sticker["sticker"]["emoji"] == "🙃"
    assert [option["text"] for option in poll["poll"]["options"]] == ["Monday", "Tuesday"]
