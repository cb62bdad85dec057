"""What the doctor asks of Telegram."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

import aiohttp

from bot.doctor_finding import Finding, ok, problem, warning
from bot.settings import Settings

TIMEOUT = aiohttp.ClientTimeout(total=10)
SKEW = 10.0  # seconds; reminders say minutes


async def telegram(settings: Settings) -> list[Finding]:
    """Telegram can be reached, knows the token, and holds nothing back."""
    if settings.telegram_bot_token is None:
        return [ok("Telegram", "not asked: without TELEGRAM_BOT_TOKEN this is the local chat")]
    base = f"{settings.bot_url}{settings.telegram_bot_token.get_secret_value()}"
    try:
        async with aiohttp.ClientSession(timeout=TIMEOUT) as http:
            me, date = await _call(http, f"{base}/getMe")
            if not me.get("ok"):
                return [_refused(me)]
            told = [ok("Telegram", f"the token is @{me['result'].get('username', '?')}'s"), *_clock(date)]
            hook, _ = await _call(http, f"{base}/getWebhookInfo")
            return told + _updates(settings, hook.get("result") or {})
    except (aiohttp.ClientError, OSError, ValueError, LookupError, TypeError, AttributeError) as error:
        # The kind alone: its words hold the address, and that holds the token.
        return [problem("Telegram", f"out of reach at {settings.telegram_api_url} ({type(error).__name__}):"
                                    " is the network up, and TELEGRAM_API_URL right?")]  # fmt: skip


async def _call(http: aiohttp.ClientSession, url: str) -> tuple[dict[str, Any], str]:
    async with http.get(url) as response:
        return dict(await response.json(content_type=None)), response.headers.get("Date", "")


def _refused(answer: dict[str, Any]) -> Finding:
    if answer.get("error_code") in (401, 404):
        return problem("Telegram", "the token is refused: copy it again from BotFather into TELEGRAM_BOT_TOKEN")
    return problem("Telegram", f"getMe is refused with code {answer.get('error_code')}: try again later")


def _clock(date: str) -> list[Finding]:
    if not date:
        return []
    skew = (datetime.now(UTC) - parsedate_to_datetime(date)).total_seconds()
    told = f"this machine's clock and Telegram's differ by {abs(skew):.0f} seconds"
    return [ok("clock", told) if abs(skew) <= SKEW else warning("clock", f"{told}: set it by NTP")]


def _updates(settings: Settings, hook: dict[str, Any]) -> list[Finding]:
    url, pending = str(hook.get("url") or ""), int(hook.get("pending_update_count") or 0)
    lines = [ok("updates", f"by {'webhook' if url else 'polling'}, {pending} wait at Telegram")]
    if pending > 100:
        lines = [warning("updates", f"{pending} wait at Telegram: is the bot running?")]
    wanted = f"{settings.webhook_url}/telegram" if settings.webhook_url else ""
    if url != wanted:
        lines.append(warning("updates", "Telegram has another webhook than the settings; the bot's next start sets it"))
    if url and hook.get("last_error_message"):
        at = datetime.fromtimestamp(int(hook.get("last_error_date") or 0), UTC)
        reason = " ".join(str(hook["last_error_message"]).split())[:200]
        lines.append(warning("updates", f"the last call to the webhook that failed, {at:%Y-%m-%d %H:%M} UTC: {reason}"))
    return lines
