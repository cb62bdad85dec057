"""The forms of one question: an example, what is regular, what the one before got, what the user would get."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.model import Question
from content import Content, Pack, Topic
from content import Question as BankQuestion


def forms(question: Question, content: Content, packs: Sequence[Pack] = ()) -> list[BankQuestion]:
    """Every way in which the bank asks about the question's topic, the occupation's own first; empty for own words."""
    topic = content.topics.get(question.topic)
    if topic is None or question.text:
        return []
    return [*(made for pack in packs for made in pack.about(topic.id)), *topic.questions]


def for_call(topic: Topic) -> BankQuestion:
    """The topic's question for the call with the offer: one that whoever calls (HR, the recruiter) can answer, else
    one on what the user himself would get, else its first."""
    rest = topic.questions[1:]  # its first is the one for the talk
    made = [q for who in "HR" for q in rest if who in q.audience]
    return next(iter([*made, *(q for q in rest if q.form == "six_months"), *rest, *topic.questions]))


def reworded(question: Question, chosen: BankQuestion) -> None:
    """Asks it in that way from now on; of somebody else only where it is not meant for who was to be asked."""
    question.bank = chosen.id
    if question.audience not in chosen.audience:
        question.audience = chosen.audience[0]
