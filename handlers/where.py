"""Where an interview takes place, as the cards show it: an address, a link to tap, a number to call in."""

from __future__ import annotations

import html

from bot.core.lines import calls
from bot.telegram.texts import Html, escape, join
from bot.telegram.turn import Turn

LONGEST = 1500  # characters; no link of a call is longer


def where(turn: Turn, place: str, link: str, dial_in: str) -> Html:
    """The lines; each part stands once."""
    parts = [linked(place), linked(link) if link != place else Html("")]
    return join([*parts, turn.t("calendar.dial_in", number=dial_in) if dial_in else Html("")], "\n")


def linked(text: str) -> Html:
    """A link with its host as the words to tap on, since whole ones fill the screen; anything else as it is."""
    url = text.strip()
    host = calls.host(url)
    if not host or not calls.is_link(url) or len(url) > LONGEST:
        return escape(text)
    url = url if "://" in url else f"https://{url}"
    return Html(f'<a href="{html.escape(url)}">{escape(host)}</a>')
