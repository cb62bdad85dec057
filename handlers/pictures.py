"""What is shown as a picture, with the words that say the same for those who cannot see it."""

from __future__ import annotations

import dataclasses

from bot.core.picture import LOOKS, Picture, to_json
from bot.telegram.buttons import Button, door
from bot.telegram.screen import MOST_CAPTION, Drawing, Screen, shown
from bot.telegram.texts import Html, join
from bot.telegram.turn import Turn


def picture_door(turn: Turn, flow: str, arg: str) -> Button:
    """The door from a screen to its picture, in the look that was chosen last."""
    return door(turn.t.label("picture.button"), flow, turn.user.look, arg)


def show(turn: Turn, words: list[Html], picture: Picture, caption: Html, back: Button, sort: str = "report") -> None:
    """The picture, with its words under it; where they are too long for that they come before it, as messages.

    ``words``: the same as text, in as many messages as it takes; ``caption`` stands under the picture then; ``back``:
    the door to the words. The look is the action of the door that was tapped, and is kept for the next picture.
    """
    pressed, t = turn.event.pressed, turn.t
    look = pressed.action if pressed and pressed.action in LOOKS else turn.user.look
    turn.user.look = look
    other = "dark" if look == "light" else "light"
    turn_over = door(t.label(f"picture.button_{other}"), back.flow, other, back.arg)
    content = to_json(dataclasses.replace(picture, look=look, lost=t.label("picture.lost")))
    if len(words) == 1 and len(shown(words[0])) <= MOST_CAPTION:
        text, instead = words[0], join([words[0], t("picture.failed")])
    else:
        for message in words:
            turn.show(Screen(message, fresh=True, sort=sort))
        text, instead = caption, t("picture.failed_above")
    turn.show(Screen(text, ((turn_over, back),), drawing=Drawing(content, instead), sort=sort))
