"""What the server refuses, and in which words: each row is a call that Telegram does not accept."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest

from tests.localchat.world import PNG, ROBIN, SAM, TOKEN, World, running

pytestmark = pytest.mark.anyio

BLOCKER = 1003
GONE = 1004
GROUP = -1001
NOBODY = 999_999

EMPTY = "Bad Request: message text is empty"
NOT_MODIFIED = (
    "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a"
    " current content and reply markup of the message"
)
TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"
INITIATE = "Forbidden: bot can't initiate conversation with a user"
BUTTON = "Bad Request: can't parse inline keyboard button: "
PARSE = "Bad Request: can't parse entities: "
RESERVED = PARSE + "Character '{}' is reserved and must be escaped with the preceding '\\'"
FILE_ID = "Bad Request: wrong file identifier/HTTP URL specified"


def keyboard(*buttons: Any) -> dict[str, Any]:
    return {"inline_keyboard": [[button] for button in buttons]}


def many(count: int) -> dict[str, Any]:
    return keyboard(*({"text": str(number), "callback_data": str(number)} for number in range(count)))


def send(**params: Any) -> tuple[str, dict[str, Any]]:
    return "sendMessage", {"chat_id": SAM, "text": "hello", **params}


def html(text: str) -> tuple[str, dict[str, Any]]:
    return send(text=text, parse_mode="HTML")


def markdown(text: str) -> tuple[str, dict[str, Any]]:
    return send(text=text, parse_mode="MarkdownV2")


def change(**params: Any) -> tuple[str, dict[str, Any]]:
    return "editMessageText", {"chat_id": SAM, "message_id": "@bot", "text": "new", **params}


def commands(*items: Any, **params: Any) -> tuple[str, dict[str, Any]]:
    return "setMyCommands", {"commands": list(items), **params}


def command(name: str, description: str = "Help") -> dict[str, str]:
    return {"command": name, "description": description}


ROWS: list[tuple[tuple[str, dict[str, Any]], int, str]] = [
    # text
    (send(text=""), 400, EMPTY),
    (("sendMessage", {"chat_id": SAM}), 400, EMPTY),
    (send(text=" \n "), 400, "Bad Request: text must be non-empty"),
    (html("<b></b>"), 400, "Bad Request: text must be non-empty"),
    (send(text="a" * 4097), 400, "Bad Request: message is too long"),
    (send(text="😀" * 4097), 400, "Bad Request: message is too long"),
    (html("<b>" + "a" * 4097 + "</b>"), 400, "Bad Request: message is too long"),
    (send(text="a" * 33_000), 400, "Bad Request: text is too long"),
    (send(parse_mode="Textile"), 400, "Bad Request: unsupported parse_mode"),
    # HTML
    (html("x <b>bold"), 400, PARSE + 'Can\'t find end tag corresponding to start tag "b"'),
    (html("I <3"), 400, PARSE + "Unclosed start tag at byte offset 2"),
    (html("I <3 you"), 400, PARSE + 'Unsupported start tag "3" at byte offset 2'),
    (html("é <team>"), 400, PARSE + 'Unsupported start tag "team" at byte offset 3'),
    (html("<B>a</B><p>"), 400, PARSE + 'Unsupported start tag "p" at byte offset 8'),
    (html("a</b>"), 400, PARSE + "Unexpected end tag at byte offset 1"),
    (html("<b>a</i>"), 400, PARSE + 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
    (html("<b>a</b"), 400, PARSE + "Unclosed end tag at byte offset 4"),
    (html("<a href>x</a>"), 400,
     PARSE + 'Expected equal sign in declaration of an attribute of the tag "a" at byte offset 0'),
    (html('<a ="x">x</a>'), 400, PARSE + 'Empty attribute name in the tag "a" at byte offset 0'),
    (html('<a href="x'), 400, PARSE + "Unclosed start tag at byte offset 0"),
    (html("<a href=x/y>z</a>"), 400, PARSE + "Unexpected end of name token at byte offset 8"),
    (html("<span>x</span>"), 400, PARSE + 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    # MarkdownV2
    (markdown("Done."), 400, RESERVED.format(".")),
    (markdown("a-b"), 400, RESERVED.format("-")),
    (markdown("a|b"), 400, RESERVED.format("|")),
    (markdown("*bold"), 400, PARSE + "Can't find end of Bold entity at byte offset 0"),
    (markdown("é ```py\nx"), 400, PARSE + "Can't find end of PreCode entity at byte offset 3"),
    (markdown("[a](http://b"), 400, PARSE + "Can't find end of a URL at byte offset 4"),
    # given entities
    (send(entities=[1]), 400, "Bad Request: can't parse MessageEntity: expected an Object"),
    (send(entities=[{"offset": 0, "length": 1}]), 400,
     'Bad Request: can\'t parse MessageEntity: Can\'t find field "type"'),
    (send(entities=[{"offset": 0, "length": 1, "type": "huge"}]), 400,
     "Bad Request: can't parse MessageEntity: Unsupported type specified"),
    # the chat
    (("sendMessage", {"text": "x"}), 400, "Bad Request: chat_id is empty"),
    (send(chat_id=NOBODY), 400, "Bad Request: chat not found"),
    (send(chat_id="@nobody"), 400, "Bad Request: chat not found"),
    (send(chat_id=ROBIN), 403, INITIATE),
    (send(chat_id=BLOCKER), 403, "Forbidden: bot was blocked by the user"),
    (send(chat_id=GONE), 403, "Forbidden: user is deactivated"),
    (send(chat_id=GROUP), 403, "Forbidden: bot is not a member of the supergroup chat"),
    (("sendChatAction", {"chat_id": ROBIN, "action": "typing"}), 403, INITIATE),
    (("sendChatAction", {"chat_id": SAM, "action": "sleeping"}), 400, "Bad Request: wrong parameter action in request"),
    (("getChat", {"chat_id": NOBODY}), 400, "Bad Request: chat not found"),
    (("leaveChat", {"chat_id": SAM}), 400, "Bad Request: chat member status can't be changed in private chats"),
    # answers to messages
    (send(reply_parameters={"message_id": 5}), 400, "Bad Request: message to be replied not found"),
    (send(reply_to_message_id=5), 400, "Bad Request: message to be replied not found"),
    (send(reply_parameters="{"), 400, "Bad Request: can't parse reply parameters JSON object"),
    (send(reply_parameters=[]), 400, "Bad Request: object expected as reply parameters"),
    # keyboards
    (send(reply_markup="{nope"), 400, "Bad Request: can't parse reply keyboard markup JSON object"),
    (send(reply_markup=[]), 400, "Bad Request: object expected as reply markup"),
    (send(reply_markup={"inline_keyboard": 1}), 400, 'Bad Request: field "inline_keyboard" must be of type Array'),
    (send(reply_markup={"inline_keyboard": [{}]}), 400,
     'Bad Request: field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays'),
    (send(reply_markup={"keyboard": ["a"]}), 400, 'Bad Request: field "keyboard" must be an Array of Arrays'),
    (send(reply_markup=keyboard("a")), 400, BUTTON + "InlineKeyboardButton must be an Object"),
    (send(reply_markup=keyboard({"callback_data": "a"})), 400, BUTTON + 'Can\'t find field "text"'),
    (send(reply_markup=keyboard({"text": 5})), 400, BUTTON + 'Field "text" must be of type String'),
    (send(reply_markup=keyboard({"text": "a"})), 400, BUTTON + "Text buttons are unallowed in the inline keyboard"),
    (send(reply_markup=keyboard({"text": "a", "callback_data": ""})), 400,
     BUTTON + "Text buttons are unallowed in the inline keyboard"),
    (send(reply_markup=keyboard({"text": "a", "callback_data": "x" * 65})), 400, "Bad Request: BUTTON_DATA_INVALID"),
    (send(reply_markup=keyboard({"text": "a", "callback_data": "ж" * 33})), 400, "Bad Request: BUTTON_DATA_INVALID"),
    (send(reply_markup=keyboard({"text": "a", "url": "a b"})), 400,
     "Bad Request: inline keyboard button URL 'a b' is invalid: Wrong HTTP URL"),
    (send(reply_markup=many(101)), 400, "Bad Request: reply markup is too long"),
    (send(reply_markup=keyboard(*[{"text": "x" * 200, "callback_data": "a"}] * 60)), 400,
     "Bad Request: reply markup is too long"),
    # edits
    (change(message_id=5), 400, "Bad Request: message to edit not found"),
    (change(message_id="@user"), 400, "Bad Request: message can't be edited"),
    (change(text=""), 400, EMPTY),
    (change(text="Choose", reply_markup=keyboard({"text": "Yes", "callback_data": "yes"})), 400, NOT_MODIFIED),
    (change(message_id="@photo"), 400, "Bad Request: there is no text in the message to edit"),
    (change(reply_markup={"keyboard": [["a"]]}), 400, "Bad Request: inline keyboard expected"),
    (("editMessageText", {"text": "x"}), 400, "Bad Request: message identifier is not specified"),
    (("editMessageText", {"text": "x", "inline_message_id": "z"}), 400, "Bad Request: MESSAGE_ID_INVALID"),
    (("editMessageCaption", {"chat_id": SAM, "message_id": "@bot", "caption": "x"}), 400,
     "Bad Request: there is no caption in the message to edit"),
    (("editMessageCaption", {"chat_id": SAM, "message_id": "@photo", "caption": "Me"}), 400, NOT_MODIFIED),
    (("editMessageReplyMarkup", {"chat_id": SAM, "message_id": "@photo"}), 400, NOT_MODIFIED),
    # deletions
    (("deleteMessage", {"chat_id": SAM, "message_id": 5}), 400, "Bad Request: message to delete not found"),
    (("deleteMessage", {"message_id": 5}), 400, "Bad Request: chat identifier is not specified"),
    (("deleteMessage", {"chat_id": SAM}), 400, "Bad Request: message identifier is not specified"),
    (("deleteMessages", {"chat_id": SAM}), 400, "Bad Request: message identifiers are not specified"),
    (("deleteMessages", {"chat_id": SAM, "message_ids": list(range(101))}), 400,
     "Bad Request: too many message identifiers specified"),
    # taps
    (("answerCallbackQuery", {"callback_query_id": "77"}), 400, TOO_OLD),
    (("answerCallbackQuery", {}), 400, TOO_OLD),
    (("answerCallbackQuery", {"callback_query_id": "@tap", "text": "x" * 201}), 400, "Bad Request: MESSAGE_TOO_LONG"),
    # files
    (("sendDocument", {"chat_id": SAM}), 400, "Bad Request: there is no document in the request"),
    (("sendPhoto", {"chat_id": SAM}), 400, "Bad Request: there is no photo in the request"),
    (("sendVoice", {"chat_id": SAM}), 400, "Bad Request: there is no voice in the request"),
    (("sendPhoto", {"chat_id": SAM, "photo": "AgAC"}), 400, FILE_ID),
    (("sendPhoto", {"chat_id": SAM, "photo": "https://example.org/a.png"}), 400,
     "Bad Request: failed to get HTTP URL content"),
    (("sendPhoto", {"chat_id": SAM, "photo": "@file", "caption": "x" * 1025}), 400,
     "Bad Request: message caption is too long"),
    (("sendVoice", {"chat_id": SAM, "voice": "@file"}), 400, "Bad Request: can't use file of type Photo as Voice"),
    (("getFile", {}), 400, "Bad Request: file_id not specified"),
    (("getFile", {"file_id": "zzz"}), 400, "Bad Request: invalid file_id"),
    (("getFile", {"file_id": "@big"}), 400, "Bad Request: file is too big"),
    (("sendMediaGroup", {"chat_id": SAM}), 400, 'Bad Request: parameter "media" is required'),
    (("sendMediaGroup", {"chat_id": SAM, "media": "["}), 400, "Bad Request: can't parse media JSON object"),
    (("sendMediaGroup", {"chat_id": SAM, "media": {"a": 1}}), 400, "Bad Request: expected an Array of InputMedia"),
    (("sendMediaGroup", {"chat_id": SAM, "media": [{"type": "dice"}]}), 400,
     'Bad Request: can\'t parse InputMedia: type "dice" is unsupported'),
    (("sendMediaGroup", {"chat_id": SAM, "media": [{"type": "photo"}]}), 400,
     "Bad Request: can't parse InputMedia: media not found"),
    (("forwardMessage", {"chat_id": SAM, "message_id": 5}), 400, 'Bad Request: parameter "from_chat_id" is required'),
    (("forwardMessage", {"chat_id": SAM, "from_chat_id": SAM, "message_id": 5}), 400,
     "Bad Request: message to forward not found"),
    (("copyMessage", {"chat_id": SAM, "from_chat_id": SAM, "message_id": 5}), 400,
     "Bad Request: message to copy not found"),
    # commands and profile
    (commands(command("Start")), 400, "Bad Request: BOT_COMMAND_INVALID"),
    (commands(command("a" * 33)), 400, "Bad Request: BOT_COMMAND_INVALID"),
    (commands(command("help", "")), 400, "Bad Request: BOT_COMMAND_DESCRIPTION_INVALID"),
    (commands(command("help", "x" * 257)), 400, "Bad Request: BOT_COMMAND_DESCRIPTION_INVALID"),
    (commands(*[command("a")] * 101), 400, "Bad Request: BOT_COMMANDS_TOO_MUCH"),
    (commands({"command": "help"}), 400, 'Bad Request: can\'t parse BotCommand: Can\'t find field "description"'),
    (commands("help"), 400, "Bad Request: can't parse BotCommand: expected an Object"),
    (("setMyCommands", {"commands": "{"}), 400, "Bad Request: can't parse commands JSON object"),
    (("setMyCommands", {"commands": {}}), 400, "Bad Request: expected an Array of BotCommand"),
    (commands(scope={"type": "moon"}), 400, "Bad Request: can't parse BotCommandScope: Unsupported type specified"),
    (commands(scope={"type": "chat"}), 400, "Bad Request: can't parse BotCommandScope: Empty chat_id specified"),
    (commands(scope={"type": "chat", "chat_id": NOBODY}), 400, "Bad Request: chat not found"),
    (("setMyName", {"name": "x" * 65}), 400, "Bad Request: bot name is too long"),
    (("setChatMenuButton", {"menu_button": 5}), 400,
     "Bad Request: can't parse menu button: MenuButton must be an Object"),
    # webhook
    (("setWebhook", {"url": "http://example.org/x"}), 400,
     "Bad Request: bad webhook: An HTTPS URL must be provided for webhook"),
    (("setWebhook", {"url": "nonsense"}), 400, "Bad Request: invalid webhook URL specified"),
    (("setWebhook", {"url": "http://[broken"}), 400, "Bad Request: invalid webhook URL specified"),
    (("setWebhook", {"url": "https://example.org", "secret_token": "a b"}), 400,
     "Bad Request: secret token contains unallowed characters"),
    (("setWebhook", {"url": "https://example.org", "secret_token": "a" * 257}), 400,
     "Bad Request: secret token is too long"),
    # the method itself
    (("fly", {}), 404, "Not Found: method not found"),
]  # fmt: skip


Stage = tuple[World, dict[str, Any]]


@pytest.fixture(scope="module")
async def stage(anyio_backend: str) -> AsyncIterator[Stage]:
    """A chat with everything that the rows name by "@"; the rows change nothing, so one serves them all."""
    async with running() as world:
        await world.say("/start")
        await _people(world)
        bot = await world.with_buttons("yes")
        photo = await world.send_file("sendPhoto", "photo", "me.png", PNG, caption="Me")
        await world.post("tap", user=SAM, message_id=bot["message_id"], data="yes")
        tap = (await world.updates())[-1]["callback_query"]["id"]
        await world.upload(("big.bin", b"x" * ((20 << 20) + 1)), kind="document")
        yield (
            world,
            {
                "@bot": bot["message_id"],
                "@photo": photo["message_id"],
                "@user": (await world.say("mine"))["message_id"],
                "@tap": tap,
                "@file": photo["photo"][0]["file_id"],
                "@big": (await world.messages())[-2]["document"]["file_id"],
            },
        )


async def _people(world: World) -> None:
    """One who blocked the bot, one whose account is gone, and a group that the bot left."""
    for name, change in (("Blocker", "blocked"), ("Gone", "deactivated")):
        user = (await world.post("users", first_name=name))["id"]
        await world.say("hi", user)
        await world.post("block", user=user, **{change: True})
    group = {"id": GROUP, "type": "supergroup", "title": "Friends"}
    await world.post("update", message={"message_id": 1, "date": 1, "chat": group, "text": "hi"})
    await world.ok("leaveChat", chat_id=GROUP)


@pytest.mark.parametrize("call,code,description", ROWS)
async def test_a_wrong_call_is_refused_in_telegrams_words(
    stage: Stage, call: tuple[str, dict[str, Any]], code: int, description: str
) -> None:
    world, names = stage
    method, params = call
    given = {name: names.get(value, value) if isinstance(value, str) else value for name, value in params.items()}
    assert await world.refused(method, **given) == (code, description)


async def test_a_wrong_token_is_unauthorized(stage: Stage) -> None:
    world, _ = stage
    for path in ("botnonsense/getMe", "file/botnonsense/photos/file_1.png"):
        async with world.session.get(f"{world.url}/{path}") as answer:
            assert answer.status == 401
            assert await answer.json() == {"ok": False, "error_code": 401, "description": "Unauthorized"}


async def test_a_body_that_is_no_json_object_is_refused(stage: Stage) -> None:
    world, _ = stage
    for data in (b"{", b"[]"):
        headers = {"Content-Type": "application/json"}
        async with world.session.post(f"{world.url}/bot{TOKEN}/getMe", data=data, headers=headers) as answer:
            assert answer.status == 400


async def test_a_path_without_a_method_is_not_found(stage: Stage) -> None:
    world, _ = stage
    async with world.session.get(f"{world.url}/bot{TOKEN}") as answer:
        assert await answer.json() == {"ok": False, "error_code": 404, "description": "Not Found"}
