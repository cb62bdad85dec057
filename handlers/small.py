"""Small talk: short, human, and one way on. And what is about the data, which is opened at once."""

from __future__ import annotations

from telegram import Update

from bot.core.patterns import any_of
from bot.telegram.buttons import door
from bot.telegram.turn import Context, Turn
from handlers.interview_screens import next_row
from handlers.start import doors

_THANKS = any_of(
    r"thanks?|thank you|thx|ty|tysm|cheers|ta|merci|danke|gracias|bye|goodbye|good night|ciao|see (?:you|ya)"
)
_JOKE = any_of(r"""
    (?:tell|say|give|know|sing|write) (?:me |us |any )?(?:\w+ ){0,2}(?:jokes?|story|poem|song|riddle|funny|nice)|
    make me laugh|cheer me up|(?:im|i.m|i am) bored|another joke
""")
_HOW = any_of(
    r"how are (?:you|u|things)|how.?s (?:it|things|life)|how (?:do|are) you (?:do|feel)\w*|you (?:ok|good|there)"
)
_BOT = any_of(r"""
    (?:are|r) (?:you|u) (?:a |an )?(?:\w+ )?(?:bot|human|real|ai|robot|person|machine|gpt|chatgpt)|who (?:are|made) you|
    your name|what are you|how old are you|where (?:are you|do you live)|do you (?:sleep|eat|dream|love|feel)
""")
SHORT = 7  # words
_ERASE = any_of(r"delete|erase|wipe|remove|forget|scrub|clear|get rid|close my account")
_COPY = any_of(r"export|download|copy|send me (?:all|everything|my)|backup|json|gdpr request|access request")


def is_small(text: str) -> bool:
    """Whether it is plainly nothing but talk: a joke, how the bot is, what it is."""
    return len(text.split()) <= SHORT and any(pattern.search(text) for pattern in (_JOKE, _HOW, _BOT))


def says_thanks(text: str) -> bool:
    """Whether there is a word of thanks or goodbye in it; "great" alone may be an answer."""
    return bool(_THANKS.search(text))


async def start(update: Update, context: Context) -> None:
    """Thanks, a greeting, a joke, a question about the bot."""
    turn = context.turn
    for key, pattern in (("joke", _JOKE), ("how", _HOW), ("bot", _BOT), ("thanks", _THANKS)):
        if pattern.search(turn.said) and not (key == "thanks" and turn.work.new_user):
            return turn.say(f"free.{key}", next_row(turn), turn.way_back())
    turn.show(doors(turn, "start.hello" if turn.work.new_user else "common.hello"))


async def start_data(update: Update, context: Context) -> None:
    """What can be done about the data; the one that was named stands first."""
    turn = context.turn
    label = turn.t.label
    erase = door(label("free.button_delete"), "delete")
    copy = door(label("free.button_export"), "export")
    privacy = door(label("free.button_privacy"), "privacy")
    first = erase if _ERASE.search(turn.said) else copy if _COPY.search(turn.said) else privacy
    rest = tuple(button for button in (privacy, copy, erase) if button is not first)
    turn.say("free.data", (first, *rest), next_row(turn), turn.way_back())


async def start_other(update: Update, context: Context) -> None:
    other(context.turn)


def other(turn: Turn) -> None:
    """What the bot can do, with the doors."""
    turn.show(doors(turn, "common.other"))
