"""Phrases that lead into one conversation, and messages that hold none of them."""

from __future__ import annotations

import pytest

from bot.core.route.hints import HINTS, hint, kept_asking_about

SAID = {
    "unskilled": ["dont know if my skills count anywhere", "What am I good at?", "do my skills even count in an office"],
    "references": ["They asked for my references today", "Acme wants two references", "hr is checking my references now"],
    "accept": ["I'm accepting Acme", "think I'll take it", "i want to accept the offer", "About to sign!!",
               "ok i accept", "and I accept Oak Street", "I'll sign", "I accept the offer from Oak Street", "Yes, I'll take Acme!",
               "should i take it?", "shall I accept the offer from Acme?", "so do I sign this or not"],
    "gap": ["They kept asking about SAP", "she kept coming back to my driving record", "asked me three times about nights"],
    "need": ["I really need the money", "have to take whatever comes", "savings are gone", "can't afford to wait"],
    "no_idea": ["I don't know what I want", "no idea what I really want from a job"],
    "badly": ["it went really badly", "I froze when they showed the case", "i messed it up today", "bombed? i bombed it"],
    "doubt": ["why would they want me", "I'm not good enough for this", "I want to cancel, who would ever hire me"],
    "cancel": ["should I even cancel", "thinking of cancelling the interview"],
    "belief": ["I heard they never promote anyone", "people say it is chaos there", "they're known for long hours",
               "they say in town that Casa Verde doesn't pay the overtime", "my neighbour who worked there says it's chaos"],
    "decline": ["I want to turn it down", "how do I say no politely", "I'm withdrawing from Acme", "decided to decline"],
    "colleagues": ["can I talk to the team first", "I'd like to meet my future colleagues before I sign",
                   "I'd like to talk to the people who would report to me before I say yes", "can I speak with someone who works there"],
}  # fmt: skip


@pytest.mark.parametrize("name, text", [(name, text) for name, texts in SAID.items() for text in texts])
def test_a_phrase_is_heard(name: str, text: str) -> None:
    assert hint(text) == name


@pytest.mark.parametrize(
    "text",
    [
        "Acme, ops lead, Thursday 3pm with Anna",
        "It went well, they said ten days of training",
        "they asked me where I see myself in five years",
        "Pay 30k, 25 days holiday, start in May",
        "I have a reference number for the application",
        "how should I sign my letter",
        "my neighbour says you help with interviews",
        "I accept that nights are part of it, but not all of them",
        "ok I'll take the train to the interview on Friday morning at nine",
        "should I take the train or the car?",
        "do I need the money back for the ticket",
        "hello",
        "",
    ],
)
def test_other_messages_hold_none(text: str) -> None:
    assert hint(text) == ""


@pytest.mark.parametrize(
    "text, about",
    [
        ("They kept asking about SAP", "SAP"),
        ("she kept coming back to my driving record, twice", "my driving record"),
        ("asked me three times about night shifts.", "night shifts"),
        ("night ventilators", ""),
    ],
)
def test_what_they_kept_asking_about(text: str, about: str) -> None:
    assert kept_asking_about(text) == about


def test_every_hint_is_tested() -> None:
    assert set(SAID) == set(HINTS)
