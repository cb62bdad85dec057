"""What is shared beside words: a contact is somebody to meet, a place is a time zone or where the interview is.

Inside an interview's conversation both belong to it (handlers.interview_shared). Elsewhere the user is asked.
"""

from __future__ import annotations

from telegram import Update

from bot.core.model import Interview
from bot.core.when.echo import place as city
from bot.telegram import undo
from bot.telegram.buttons import Button, door
from bot.telegram.conversation import END, Conversation, State
from bot.telegram.inputs import Contacted, Handler, Located, Said, Tapped
from bot.telegram.screen import Screen
from bot.telegram.turn import TURN, Context, Turn
from handlers import employers, interview, interview_saved
from handlers.common import job_of, local_words, past, person_words, short, upcoming, yes_or_no
from handlers.interview_screens import next_row
from handlers.interview_shared import met, spot
from handlers.places import zone_at

MOST = 2  # interviews offered; another one can be typed
LABEL = 40
LONGEST = 150  # characters of a place in an answer
ME = {"me", "i", "i'm", "here", "home", "zone", "mine"}
FORGET = ("forget", "forget it", "nobody", "nothing", "neither")


class _Outside(Handler):
    """A contact or a place that comes while no conversation is open."""

    def __init__(self, inner: Handler) -> None:
        super().__init__(inner.callback)
        self._inner = inner

    def check_update(self, update: object) -> bool:
        return TURN.get().dialog is None and bool(self._inner.check_update(update))


# -- somebody ---------------------------------------------------------------------------------------------------


async def start_contact(update: Update, context: Context) -> str:
    turn = context.turn
    person, firm = met(turn)
    turn.finish()  # of two that are shared, the second counts
    turn.begin("shared", "who", name=person.name, title=person.title, audience=person.audience, firm=firm)
    return "who"


def ask_who(turn: Turn) -> Screen:
    draft, label = turn.draft, turn.t.label
    offered = _offered(turn, MOST)
    new = (Button(label("shared.button_new"), "new"),) if len(offered) < MOST else ()
    rows = (*((button,) for button in offered), (*new, Button(label("shared.button_forget"), "forget")))
    key = "shared.who" if offered else "shared.who_none"
    return Screen(turn.t(key, person=person_words(draft["name"], draft["title"])), rows)


async def chose_talk(update: Update, context: Context) -> str | None:
    turn = context.turn
    found = turn.work.get(Interview, turn.arg)
    return _meets(turn, found) if found is not None else None


def _meets(turn: Turn, talk: Interview) -> str:
    """The person comes to that interview; shared twice, it is the same one."""
    draft, job = turn.draft, job_of(turn, talk)
    person = interview_saved.person_at(turn, job, draft["name"], draft["title"], draft["audience"])
    talk.people = talk.people if person.id in talk.people else (*talk.people, person.id)
    page = door(turn.t.label("shared.button_page"), "person", "open", person.id)
    words = {"person": person_words(person.name, person.title), "interview": _talk_words(turn, talk)}
    turn.say("shared.met", (page, undo.button(turn)), next_row(turn), **words)
    return END


async def new_talk(update: Update, context: Context) -> None:
    """An interview that the bot does not know of yet, with that person in it."""
    turn, draft = context.turn, dict(context.turn.draft)
    turn.finish()
    turn.begin("interview", "line", people=[[draft["name"], draft["title"], draft["audience"]]])
    interview.CONVERSATION.enter(turn, "line")


# -- a place ----------------------------------------------------------------------------------------------------


async def start_spot(update: Update, context: Context) -> str:
    turn, location = context.turn, context.turn.event.location
    zone = zone_at(location.latitude, location.longitude) if location is not None else None
    if zone is None and not _talks(turn):
        turn.say("shared.nowhere", next_row(turn))
        return END
    turn.finish()
    turn.begin("shared", "where", place=spot(turn), zone=zone or "")
    return "where"


def ask_where(turn: Turn) -> Screen:
    zone, label = turn.draft["zone"], turn.t.label
    mine = ((Button(label("shared.button_zone", city=city(zone)), "zone"),),) if zone else ()
    offered = tuple((button,) for button in _offered(turn, MOST - len(mine)))
    rows = (*mine, *offered, (Button(label("shared.button_forget"), "forget"),))
    key = "shared.where" if mine and offered else "shared.where_zone" if mine else "shared.where_talk"
    return Screen(turn.t(key), rows)


async def chose_place(update: Update, context: Context) -> str | None:
    turn = context.turn
    found = turn.work.get(Interview, turn.arg)
    return _held_at(turn, found) if found is not None else None


def _held_at(turn: Turn, talk: Interview) -> str:
    talk.place = turn.draft["place"]
    page = door(turn.t.label("shared.button_talk"), "interview", "open", talk.id)
    words = {"place": short(talk.place, LONGEST), "interview": _talk_words(turn, talk)}
    turn.say("shared.held", (page, undo.button(turn)), next_row(turn), **words)
    return END


async def chose_zone(update: Update, context: Context) -> str | None:
    turn = context.turn
    if not turn.draft["zone"]:
        return None
    turn.user.zone = turn.draft["zone"]
    turn.say("shared.zone", (undo.button(turn),), next_row(turn), city=city(turn.user.zone))
    return END


# -- both -------------------------------------------------------------------------------------------------------


def _talks(turn: Turn) -> list[Interview]:
    """What comes, the nearest first, then what was held; the firm on a contact's card before all."""
    rows, firm = [*upcoming(turn), *past(turn)], turn.draft.get("firm", "").casefold()
    return sorted(rows, key=lambda talk: not (firm and job_of(turn, talk).employer.casefold() in (firm, f"the {firm}")))


def _offered(turn: Turn, most: int) -> list[Button]:
    return [Button(_talk_words(turn, talk), "talk", talk.id) for talk in _talks(turn)[:most]]


def _talk_words(turn: Turn, talk: Interview) -> str:
    employer = job_of(turn, talk).employer or turn.t.label("interview.employer_none")
    return f"{short(employer, LABEL)}, {local_words(turn, talk.start)}"


async def typed(update: Update, context: Context) -> str | None:
    """Which interview in words, or that it is none."""
    turn, words = context.turn, context.turn.said.casefold().strip(" .!")
    talks, answer, zone = _talks(turn), yes_or_no(words), turn.draft.get("zone", "")
    if words in FORGET or answer is False:
        return await forget(update, context)
    me = ME & {*words.split()} if zone else set()
    # "Home" is the user's own one; "Sunrise Home" has another word to be known by.
    rest = " ".join(word for word in turn.said.split() if word.casefold().strip(" .!") not in me)
    named = employers.told_of(turn, talks, rest)
    if zone and not named and (me or (answer and not talks)):
        return await chose_zone(update, context)
    if not named and answer and len(talks) == 1 and not zone:
        named = talks
    if len(named) != 1:
        turn.note(turn.t("common.which_of_them"))
        return None
    return _held_at(turn, named[0]) if "place" in turn.draft else _meets(turn, named[0])


async def forget(update: Update, context: Context) -> str:
    turn = context.turn
    turn.for_good = True
    turn.say("shared.forgotten", next_row(turn))
    return END


# -- everything else --------------------------------------------------------------------------------------------


class Beside(Handler):
    """Stickers, dice, videos and the like: the last in the list, so that nobody is left without an answer."""

    def __init__(self) -> None:
        super().__init__(self.answer)

    def check_update(self, update: object) -> bool:
        return TURN.get().event.kind not in ("member", "none")

    async def answer(self, update: Update, context: Context) -> None:
        turn = context.turn
        key = f"shared.{turn.event.media}"
        turn.say(key if key in turn.content.texts else "common.media", turn.way_back(), next_row(turn))


CONVERSATION = Conversation(
    "shared",
    entry_points=[_Outside(Contacted(start_contact)), _Outside(Located(start_spot))],
    states={
        "who": State(
            ask_who,
            Tapped("talk", chose_talk),
            Tapped("new", new_talk),
            Tapped("forget", forget),
            Said(typed, 200),
        ),
        "where": State(
            ask_where,
            Tapped("talk", chose_place),
            Tapped("zone", chose_zone),
            Tapped("forget", forget),
            Said(typed, 200),
        ),
    },
    fallbacks=[Contacted(start_contact), Located(start_spot)],
)
