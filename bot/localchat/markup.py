"""Reply markup: Telegram's checks of keyboards, and the form in which a message carries them."""

from __future__ import annotations

from typing import Any

from bot.localchat.call import Call
from bot.localchat.errors import bad_request

MAX_DATA_BYTES = 64
MAX_BUTTONS = 100
MAX_MARKUP_BYTES = 10_000
BUTTON_KINDS = ("pay", "switch_inline_query", "switch_inline_query_current_chat", "switch_inline_query_chosen_chat",
                "login_url", "web_app", "callback_game", "copy_text")  # fmt: skip

Markup = dict[str, Any]


def reply_markup(call: Call) -> Markup | None:
    """The markup of a call, checked; None if there is none. Only an inline keyboard becomes part of a message."""
    value = call.json("reply_markup", "Can't parse reply keyboard markup JSON object")
    if value is None:
        return None
    if not isinstance(value, dict):
        raise bad_request("Object expected as reply markup")
    keyboard = _rows(value, "keyboard", 'Field "keyboard" must be an Array of Arrays')
    if keyboard:
        return {**value, "keyboard": [[_plain_button(button) for button in row] for row in keyboard]}
    rows = _rows(
        value, "inline_keyboard", 'Field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays'
    )
    if rows:
        return _inline(rows)
    return value if value.get("remove_keyboard") or value.get("force_reply") else None


def inline_markup(call: Call) -> Markup | None:
    """The markup of an edit, which can only be an inline keyboard; None removes the one that is there."""
    markup = reply_markup(call)
    if markup is not None and "inline_keyboard" not in markup:
        raise bad_request("Inline keyboard expected")
    return markup


def on_message(markup: Markup | None) -> Markup | None:
    """What of a markup the sent message shows."""
    return markup if markup is not None and "inline_keyboard" in markup else None


def _rows(value: Markup, field: str, complaint: str) -> list[list[Any]]:
    rows = value.get(field)
    if rows is None:
        return []
    if not isinstance(rows, list):
        raise bad_request(f'Field "{field}" must be of type Array')
    if not all(isinstance(row, list) for row in rows):
        raise bad_request(complaint)
    return rows


def _inline(rows: list[list[Any]]) -> Markup | None:
    kept = [[checked for button in row if (checked := _inline_button(button))] for row in rows]
    kept = [row for row in kept if row]
    buttons = [button for row in kept for button in row]
    if len(buttons) > MAX_BUTTONS or sum(map(_weight, buttons)) > MAX_MARKUP_BYTES:
        raise bad_request("reply markup is too long")
    for button in buttons:
        if len(button.get("callback_data", "").encode()) > MAX_DATA_BYTES:
            raise bad_request("BUTTON_DATA_INVALID")
    return {"inline_keyboard": kept} if kept else None


def _inline_button(button: Any) -> Markup | None:
    """A button without a text is left out in silence, as Telegram does it."""
    if not isinstance(button, dict):
        raise _button_error("InlineKeyboardButton must be an Object")
    text = button.get("text")
    if text is None:
        raise _button_error('Can\'t find field "text"')
    if not isinstance(text, str):
        raise _button_error('Field "text" must be of type String')
    if url := button.get("url"):
        return {"text": text, "url": _checked_url(str(url))} if text else None
    if data := button.get("callback_data"):
        return {"text": text, "callback_data": str(data)} if text else None
    if not any(kind in button for kind in BUTTON_KINDS):
        raise _button_error("Text buttons are unallowed in the inline keyboard")
    return button if text else None


def _checked_url(url: str) -> str:
    if url.startswith(("http://", "https://", "tg://", "ton://")):
        return url
    if "." in url and " " not in url and "://" not in url:
        return f"http://{url}"
    raise bad_request(f"Inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")


def _plain_button(button: Any) -> Markup:
    if isinstance(button, str):
        return {"text": button}
    if not isinstance(button, dict):
        raise bad_request("Can't parse keyboard button: KeyboardButton must be a String or an Object")
    if "text" not in button:
        raise bad_request("Can't parse keyboard button: Can't find field \"text\"")
    return button


def _button_error(message: str) -> Exception:
    return bad_request(f"Can't parse inline keyboard button: {message}")


def _weight(button: Markup) -> int:
    return len(str(button.get("text", "")).encode()) + len(str(button.get("callback_data", "")).encode())
