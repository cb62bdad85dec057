"""A contact or a place that is shared while an interview is entered: it belongs to that interview."""

from __future__ import annotations

from telegram import Update

from bot.core.lines.contact import read_contact
from bot.core.lines.people import Met
from bot.telegram.inputs import Contacted, Handler, Located
from bot.telegram.turn import Context, Turn
from handlers import interview_draft as drafts
from handlers.common import person_words, short

MOST = 8  # people in one interview
YES_OR_NO = ("cancel", "close", "same")  # steps that only want a yes or a no


def met(turn: Turn) -> tuple[Met, str]:
    """Who the shared contact is, and at which firm. The number is not kept."""
    contact = turn.event.contact
    if contact is None:
        return Met(), ""
    return read_contact(contact.first_name, contact.last_name or "", contact.vcard or "")


def spot(turn: Turn) -> str:
    """The shared place in words: a venue's name and address, else its numbers with a map."""
    location = turn.event.location
    if turn.event.place or location is None:
        return short(turn.event.place, 300)
    return turn.t.label("shared.spot", latitude=f"{location.latitude:.5f}", longitude=f"{location.longitude:.5f}")


async def took_contact(update: Update, context: Context) -> str | None:
    """Somebody who comes to it; shared twice, it is the same one."""
    turn = context.turn
    person, _ = met(turn)
    if _step(turn) in YES_OR_NO or not person.name:
        turn.note(turn.t("common.odd_contact"))
        return None
    known = [row for row in turn.draft.get("people", []) if row[0].casefold() != person.name.casefold()]
    turn.draft["people"] = [*known, [person.name, person.title, person.audience]][-MOST:]
    if _step(turn) == "people":
        return drafts.next_step(turn, turn.draft)
    turn.note(turn.t("shared.noted", what=person_words(person.name, person.title)))
    return None


async def took_spot(update: Update, context: Context) -> str | None:
    """Where it is held."""
    turn = context.turn
    if _step(turn) in YES_OR_NO:
        turn.note(turn.t("common.odd_location"))
        return None
    turn.draft["place"] = spot(turn)
    if _step(turn) == "place":
        return drafts.next_step(turn, turn.draft)
    turn.note(turn.t("shared.noted_place"))
    return None


def _step(turn: Turn) -> str:
    return turn.dialog.step if turn.dialog is not None else ""


FALLBACKS: list[Handler] = [Contacted(took_contact), Located(took_spot)]
