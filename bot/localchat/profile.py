"""What the bot says about itself: getMe, commands, name, descriptions, menu button; and getChat, leaveChat."""

from __future__ import annotations

import re
from typing import Any

from bot.localchat.call import Call
from bot.localchat.errors import bad_request
from bot.localchat.state import State
from bot.localchat.targets import any_chat

MAX_COMMANDS = 100
PLAIN_SCOPES = frozenset({"default", "all_private_chats", "all_group_chats", "all_chat_administrators"})
CHAT_SCOPES = frozenset({"chat", "chat_administrators", "chat_member"})
# Field of the profile: longest value, error text of the server for a longer one.
PROFILE_LIMITS = {"name": 64, "description": 512, "short_description": 120}
GIFTS = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")


def get_me(state: State, call: Call) -> dict[str, Any]:
    """getMe."""
    abilities = ("can_join_groups", "can_read_all_group_messages", "supports_inline_queries", "can_connect_to_business")
    return {**state.bot, **dict.fromkeys(abilities, False), "has_main_web_app": False}


def set_my_commands(state: State, call: Call) -> bool:
    """setMyCommands, per scope and language."""
    commands = [_command(item) for item in _command_list(call)]
    if len(commands) > MAX_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    state.commands[_scope(state, call), call.text("language_code")] = [_checked(command) for command in commands]
    tell_commands(state)
    return True


def get_my_commands(state: State, call: Call) -> list[dict[str, str]]:
    """getMyCommands: exactly what was set for this scope and language."""
    return state.commands.get((_scope(state, call), call.text("language_code")), [])


def delete_my_commands(state: State, call: Call) -> bool:
    """deleteMyCommands."""
    state.commands.pop((_scope(state, call), call.text("language_code")), None)
    tell_commands(state)
    return True


def commands_for(state: State, user: int) -> list[dict[str, str]]:
    """The menu that this user sees: the narrowest scope first, his language before none."""
    language = state.users[user].language_code
    for scope in (f"chat:{user}", "all_private_chats", "default"):
        for code in (language, ""):
            if found := state.commands.get((scope, code)):
                return found
    return []


def tell_commands(state: State) -> None:
    """Shows changed commands on every page."""
    for user in state.users:
        state.events.add(user, "commands", {"commands": commands_for(state, user)})


def set_profile(state: State, call: Call) -> bool:
    """setMyName, setMyDescription and setMyShortDescription; kept per language."""
    field = {"setmyname": "name", "setmydescription": "description"}.get(call.method, "short_description")
    value = call.text(field)
    if len(value) > PROFILE_LIMITS[field]:
        raise bad_request(f"Bot {field.replace('_', ' ')} is too long")
    language = call.text("language_code")
    state.profile[f"{field}:{language}"] = value
    if field == "name" and value and not language:
        state.bot = {**state.bot, "first_name": value}
    shown = {"bot": shown_bot(state), "description": state.profile.get("description:", "")}
    for user in state.users:
        state.events.add(user, "profile", shown)
    return True


def get_profile(state: State, call: Call) -> dict[str, str]:
    """getMyName, getMyDescription and getMyShortDescription."""
    field = {"getmyname": "name", "getmydescription": "description"}.get(call.method, "short_description")
    value = state.profile.get(f"{field}:{call.text('language_code')}") or state.profile.get(f"{field}:", "")
    return {field: value or (state.bot["first_name"] if field == "name" else "")}


def shown_bot(state: State) -> dict[str, str]:
    """The bot as the page shows it."""
    return {"first_name": state.bot["first_name"], "username": state.bot["username"]}


def set_chat_menu_button(state: State, call: Call) -> bool:
    """setChatMenuButton: checked; the page always shows the commands."""
    value = call.json("menu_button", "Can't parse menu button JSON object")
    if value is not None and not isinstance(value, dict):
        raise bad_request("Can't parse menu button: MenuButton must be an Object")
    if value and value.get("type") not in {"default", "commands", "web_app"}:
        raise bad_request("Can't parse menu button: MenuButton has unsupported type")
    return True


def get_chat(state: State, call: Call) -> dict[str, Any]:
    """getChat: a ChatFullInfo with what there is."""
    chat = any_chat(state, call)
    facts = {"accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": dict.fromkeys(GIFTS, False)}
    return {**chat.data, **facts}


def leave_chat(state: State, call: Call) -> bool:
    """leaveChat: the bot hears and says nothing there any more."""
    chat = any_chat(state, call)
    if chat.private:
        raise bad_request("Chat member status can't be changed in private chats")
    chat.left = True
    return True


def _command_list(call: Call) -> list[Any]:
    value = call.json("commands", "Can't parse commands JSON object")
    if value is None:
        return []
    if not isinstance(value, list):
        raise bad_request("Expected an Array of BotCommand")
    return value


def _command(item: Any) -> dict[str, str]:
    if not isinstance(item, dict):
        raise bad_request("Can't parse BotCommand: expected an Object")
    for field in ("command", "description"):
        if field not in item:
            raise bad_request(f"Can't parse BotCommand: Can't find field \"{field}\"")
    return {"command": str(item["command"]).removeprefix("/"), "description": str(item["description"])}


def _checked(command: dict[str, str]) -> dict[str, str]:
    if not re.fullmatch(r"[a-z0-9_]{1,32}", command["command"]):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 1 <= len(command["description"].strip()) <= 256:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return command


def _scope(state: State, call: Call) -> str:
    value = call.json("scope", "Can't parse BotCommandScope JSON object")
    if value is None:
        return "default"
    if not isinstance(value, dict):
        raise bad_request("Can't parse BotCommandScope: BotCommandScope must be an Object")
    kind = value.get("type")
    if kind in PLAIN_SCOPES:
        return str(kind)
    if kind not in CHAT_SCOPES:
        raise bad_request("Can't parse BotCommandScope: Unsupported type specified")
    if not value.get("chat_id"):
        raise bad_request("Can't parse BotCommandScope: Empty chat_id specified")
    chat = any_chat(state, Call(call.name, value))
    return f"{kind}:{chat.id}" + (f":{value.get('user_id')}" if kind == "chat_member" else "")
