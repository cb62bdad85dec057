"""PTB's application as it is used here: our HTTP layer and context, updates handed to it one by one."""

from __future__ import annotations

from typing import Any

from telegram.ext import Application, ContextTypes, JobQueue
from telegram.request import BaseRequest

from bot import log
from bot.telegram.turn import App, Context, Turn

LOG = log.get("app")


def make_application(token: str, api: str, request: BaseRequest, polling: BaseRequest) -> App:
    """``api``: where the Bot API is, without a path. It polls nothing by itself: the receiver does."""
    builder = Application.builder().token(token).base_url(f"{api}/bot").base_file_url(f"{api}/file/bot")
    builder = builder.request(request).get_updates_request(polling).updater(None)
    app: Any = builder.context_types(ContextTypes(context=Context)).job_queue(JobQueue()).build()
    app.add_error_handler(_keep_error)
    return app  # type: ignore[no-any-return]


async def _keep_error(update: object, context: Context) -> None:
    """PTB swallows what a handler raises; the turn keeps it, so that nothing of it is committed."""
    try:
        turn: Turn = context.turn
    except LookupError:
        LOG.error("job failed", incident=log.incident(), exc_info=context.error)
    else:
        turn.error = context.error
