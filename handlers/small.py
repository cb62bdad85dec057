"""Small talk: short, human, and one way on. And what is about the data, which is opened at once."""

from __future__ import annotations

import re2
from telegram import Update

from bot.core.patterns import any_of
from bot.telegram.buttons import door
from bot.telegram.screen import Screen
from bot.telegram.texts import Html
from bot.telegram.turn import Context, Turn
from handlers.interview_screens import next_row
from handlers.nearest import nearest
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
_OK = any_of(r"""
    ok(?:ay)?|k|done|got it|alright|all right|fine|good|great|super|perfect|cool|sure|will do|noted|understood|yes|yep|
    finished|ready
""")
_GREETS = any_of(r"hi|hello|hey|good (?:morning|afternoon|evening|day)|morning|moin|hallo")
_SAVE = re2.compile(
    r"(?i)^\W*(?:(?:ok|okay|yes|please|pls|and|now) )*(?:save|keep|store)(?: (?:it|this|that|all))?"
    r"(?: now| please| pls)?\W*$"
)
_HOUSE = any_of(r"""
    (?:what|which|how|do|should|can|must|shall|may|where|when) (?:\w+ ){0,3}i (?:\w+ ){0,3}(?:wear|dress|put on|
    bring|park|
    take with me|show up|turn up|arrive|get there|shake hands)
    dress code|(?:is|are|would) (?:a |my )?(?:suit|tie|jeans|trainers|sneakers|tattoos?|make ?up|hoodie|shirt)s? \
(?:be )?(?:ok|okay|fine|allowed|too much|needed)
""")
_DAILY = any_of(r"every day|at work|to work|on shift|in the job|my (?:dog|cat|kids?|child|children|car)|uniform|daily")
_TRUST = any_of(r"""
    (?:can|could|should|do|shall|may) i (?:\w+ )?(?:trust|believe) (?:them|him|her|it|this|that|these people|
    the (?:boss|company|firm|offer))
    (?:are|r) (?:they|these) (?:\w+ )?(?:serious|honest|legit|trustworthy|for real|real|fake|crooks|scammers)
    is (?:it|this|that) (?:\w+ ){0,2}(?:scam|trick|trap|fake|legit|fishy|too good to be true)
""")
_REHEARSE = any_of(r"""
    what if (?:they|he|she|somebody|someone) asks? (?:me )?(?:about|why|how|what|if|whether|where)
    (?:how|what) (?:do|should|can|could|shall|must|would) i (?:\w+ )?(?:explain|answer|reply|respond|say|
    tell (?:them|him|her))
    how to (?:explain|answer|tell them)
""")
_LED = (
    r"(?:(?:no|nope|nah|ok|okay|yes|yep|yeah|well|oh|and|so|then|thanks|thank you|thx|cheers|ta|great|i think|think|"
    r"just|"
    r"really|sorry|for now|hm+|um+|right)[\s,.!]+)*"
)
_END = re2.compile(
    rf"(?i)^\W*{_LED}(?:nothing(?: (?:else|more|to add|left|now|at the moment|today))?|that['’]?(?:s|ll be| is|"
    rf" will be| was)?"
    r" (?:all|it|everything)|(?:all|everything) (?:good|done|fine|clear|set)|no more(?: questions)?|not (?:now|today|"
    r"yet) "
    r"(?:thanks?|thank you|thx|cheers|ta)|no (?:thanks?|thank you|thx)|(?:i['’]?m|i am|we['’]?re|"
    r"we are) (?:all )?(?:good|fine"
    r"|ok|okay|done|finished|sorted|set)|(?:fine|good|ok|okay),? (?:thanks?|thank you|thx|cheers|ta)|sorted)"
    r"(?:[\s,.!]+(?:thanks?|thank you|thx|cheers|ta|for now|now|today|for today|from me|then|really|mate|please|tbh|"
    r"bye|"
    r"at the moment|right now|i think|ok))*\W*$"
)
"""That there is nothing more: it asks for nothing."""
SHORT = 7  # words
LONG = 16  # words
_ERASE = any_of(r"delete|erase|wipe|remove|forget|scrub|clear|get rid|close my account")
_COPY = any_of(r"export|download|copy|send me (?:all|everything|my)|backup|json|gdpr request|access request")


def is_small(text: str) -> bool:
    """Whether it is plainly nothing but talk: a joke, how the bot is, what it is."""
    if len(text.split()) > SHORT:
        return False
    if ends(text):
        return True
    said = any(pattern.search(text) for pattern in (_JOKE, _HOW, _BOT, _TRUST, _SAVE))
    return said or of_the_house(text)


def ends(text: str) -> bool:
    """Whether it says that there is nothing more: "nothing else", "no, that's all thanks"."""
    return bool(_END.match(text))


def of_the_house(text: str) -> bool:
    """Whether it asks what only whoever invited the user can know: what to wear, what to bring."""
    return bool(_HOUSE.search(text)) and not _DAILY.search(text)


def rehearses(text: str) -> bool:
    """Whether it asks for an answer to a question of theirs, which is not what the bot does."""
    return len(text.split()) <= LONG and bool(_REHEARSE.search(text))


def rehearse(turn: Turn) -> None:
    """That answers are not rehearsed, and what can be done instead."""
    worry = door(turn.t.label("meaning.worry"), "worry")
    turn.say("free.rehearse", (worry, *next_row(turn)), turn.way_back())


def says_thanks(text: str) -> bool:
    """Whether there is a word of thanks or goodbye in it; "great" alone may be an answer."""
    return bool(_THANKS.search(text))


async def start(update: Update, context: Context) -> None:
    """Thanks, a greeting, a joke, a question about the bot or about what to wear."""
    turn = context.turn
    if of_the_house(turn.said):
        return _in_context(turn, turn.t("free.unwearable"))
    if _TRUST.search(turn.said):
        treated = door(turn.t.label("meaning.signal"), "signal")
        return turn.say("free.trust", (treated, *next_row(turn)), turn.way_back())
    if _SAVE.match(turn.said):
        return _in_context(turn, turn.t("free.saved" if turn.work.every() else "free.saved_none"))
    for key, pattern in (("joke", _JOKE), ("how", _HOW), ("bot", _BOT)):
        if pattern.search(turn.said):
            return turn.say(f"free.{key}", next_row(turn), turn.way_back())
    if ends(turn.said):
        return _in_context(turn, turn.t("free.end" if nearest(turn) is None else "near.ok"))
    thanks = bool(_THANKS.search(turn.said)) and not turn.work.new_user
    if nearest(turn) is not None:
        word = "thanks" if thanks else "hello" if _GREETS.search(turn.said) or not _OK.search(turn.said) else "ok"
        return _in_context(turn, turn.t(f"near.{word}"))
    if thanks:
        return turn.say("free.thanks", next_row(turn), turn.way_back())
    turn.show(doors(turn, "start.hello" if turn.work.new_user else "common.hello"))


def _in_context(turn: Turn, said: Html) -> None:
    """A line, and the nearest thing under way with its doors."""
    near = nearest(turn)
    text = said if near is None else turn.t("near.line", said=said, near=near.line)
    turn.show(Screen(text, (near.row if near else (), next_row(turn), turn.way_back()), sort="turn"))


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
    """What the bot can do, with the doors; whoever has something under way hears of that."""
    if nearest(turn) is not None:
        return _in_context(turn, turn.t("free.not_used"))
    ways(turn)


def ways(turn: Turn) -> None:
    """All that the bot can do, to choose from."""
    turn.show(doors(turn, "common.other"))
