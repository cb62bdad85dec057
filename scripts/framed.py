"""Messages as people send them: with words around that say nothing of what they are about."""

from __future__ import annotations

from random import Random

OPENINGS = (
    "hi", "hello", "hey", "ok so", "so", "well", "um", "hey there", "good morning", "hi bot", "sorry", "hmm", "listen",
    "right", "hey again", "one more thing", "not sure if I am right here but", "okay here goes", "honestly", "yo",
    "let me tell you", "I hope you are well", "my friend told me about this bot", "sorry to bother you", "oh and",
    "it is me again", "I just wanted to say", "greetings from the night shift", "guess what", "you know what",
)  # fmt: skip
CLOSINGS = (
    "thanks", "thank you", "lol", "haha", "please", "sorry for the long text", "sorry for my english", "any thoughts?",
    "that's it", "just saying", "cheers", "🙈", "😅", "idk", "anyway", "tbh", "you know", "hope that makes sense",
    "let me know", "have a nice day", "I'm on the bus", "writing this on my break", "so yeah", "phew", "thx in advance",
    "no idea what to make of it", "there you have it", "got to run now", "my battery is nearly empty", "over to you",
)  # fmt: skip


def framed(text: str, number: int) -> str:
    """The text with an opening, a closing or both; the same number brings the same ones."""
    random = Random(number)  # noqa: S311 - no secret
    kind = random.random()
    if kind < 0.66:
        text = f"{random.choice(OPENINGS)}{random.choice((' ', ', ', '. '))}{text}"
    if kind > 0.33:
        text = f"{text}{random.choice((' ', ', ', '. '))}{random.choice(CLOSINGS)}"
    return text
