"""Blocking and unblocking the bot, and groups it is put into."""

from __future__ import annotations

from telegram import ChatMember, Update

from bot.telegram.inputs import Handler
from bot.telegram.turn import TURN, Context


class Membership(Handler):
    """my_chat_member: Telegram sends it when a user blocks the bot or comes back."""

    def __init__(self) -> None:
        super().__init__(changed)

    def check_update(self, update: object) -> bool:
        return isinstance(update, Update) and update.my_chat_member is not None and TURN.get().event.kind == "member"


async def changed(update: Update, context: Context) -> None:
    """Who blocks the bot gets nothing more; his reminders are planned again when he comes back with /start."""
    member = update.my_chat_member
    if member is not None and member.new_chat_member.status in (ChatMember.BANNED, ChatMember.LEFT):
        context.turn.user.blocked = True
