"""The questions can be said aloud: one at a time, short, plain, concrete, and not all cast from one mould."""

import re
from collections import Counter
from itertools import combinations

import pytest

import content
from content import OfferTopic, Topic

TOPICS = list(content.load().topics.values())
OFFER_TOPICS = list(content.load().offer_topics.values())
QUESTIONS = [(topic, question) for topic in TOPICS for question in topic.questions]
SPOKEN = [(topic.id, text) for topic, question in QUESTIONS for text in (question.soft, question.direct)]
SENT = [(topic.id, text) for topic in OFFER_TOPICS for text in (topic.ask_soft, topic.ask_direct)]

BANNED = (
    "stakeholder", "synerg", "leverage", "culture", "tell me about", "walk me through", "and also", "kpi", "onboard",
    "deliverable", "bandwidth", "empower", "dynamic", "impact", "proactive", "deep dive", "touch base", "ecosystem",
    "great company", "amazing", "exciting", "impressed", "admire", "thank you", "passion", "work-life", "add value",
    "best practice", "skill set", "skillset", "headcount", "utili", "alignment",
)  # fmt: skip
CONCRETE = (
    r"\bwho(m|se)?\b|\bhow (many|much|often|long|far|and when)\b|\bwh(en|ere)\b|\bwhat (date|time|day)\b|\bwhich\b"
    r"|\b(last|day|days|months?|year|years|monday|date|in figures)\b"
)
SMALL_WORDS = (
    "a an the of to in on at for by and or is are was be do does did have has had i me my you your it that this what "
    "which who how when where would with from"
)


def words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9']+", text.lower())


def telling_words(text: str) -> set[str]:
    return set(words(text)) - set(words(SMALL_WORDS))


def likeness(one: str, other: str) -> float:
    """The part of the shorter text's telling words that the other text has too, 0 to 1."""
    mine, yours = telling_words(one), telling_words(other)
    return len(mine & yours) / min(len(mine), len(yours))


@pytest.mark.parametrize("topic, text", SPOKEN + SENT)
def test_a_question_is_one_short_question_in_plain_words(topic: str, text: str) -> None:
    assert len(text) <= 160
    assert text.count("?") == 1
    assert text.endswith("?")
    assert text[0].isupper()
    assert [word for word in BANNED if word in text.lower()] == []


@pytest.mark.parametrize("topic, text", SPOKEN)
def test_a_spoken_question_can_be_said_in_one_breath(topic: str, text: str) -> None:
    assert 5 <= len(words(text)) <= 26
    assert max(len(word) for word in words(text)) <= 12
    assert not set("()[]{};/<>&") & set(text)


def test_nearly_all_questions_ask_for_something_concrete() -> None:
    soft_spots = [text for _, text in SPOKEN if not re.search(CONCRETE, text.lower())]
    assert len(soft_spots) <= len(SPOKEN) // 10, soft_spots


@pytest.mark.parametrize("topic", TOPICS, ids=lambda topic: topic.id)
def test_the_follow_up_asks_for_a_fact(topic: Topic) -> None:
    assert re.search(CONCRETE, topic.follow_up.lower())
    assert all(likeness(topic.follow_up, text) < 1 for name, text in SPOKEN if name == topic.id)


def test_the_two_tones_differ_and_the_direct_one_is_mostly_shorter() -> None:
    for _, question in QUESTIONS:
        assert telling_words(question.soft) != telling_words(question.direct)
        assert words(question.soft)[:3] != words(question.direct)[:3]
    for offer_topic in OFFER_TOPICS:
        assert offer_topic.ask_soft != offer_topic.ask_direct
    shorter = sum(len(question.direct) <= len(question.soft) for _, question in QUESTIONS)
    assert shorter * 3 >= len(QUESTIONS) * 2


@pytest.mark.parametrize("texts", [SPOKEN, SENT], ids=["bank", "offers"])
def test_no_opening_is_worn_out(texts: list[tuple[str, str]]) -> None:
    openings = Counter(" ".join(words(text)[:3]) for _, text in texts)
    assert [opening for opening, count in openings.items() if count > 3] == []


def test_no_two_topics_ask_nearly_the_same() -> None:
    pairs = [(a, b) for (one, a), (other, b) in combinations(SPOKEN, 2) if one != other]
    assert [(a, b) for a, b in pairs if likeness(a, b) > 0.6] == []


@pytest.mark.parametrize("topic", TOPICS, ids=lambda topic: topic.id)
def test_the_notes_are_one_plain_sentence_each(topic: Topic) -> None:
    for note in filter(None, (topic.why, topic.risk, topic.research)):
        assert note[0].isupper()
        assert note.endswith(".")
        assert not re.search(r"[.!?] [A-Z]", note)
        assert len(note) <= 160
        assert [word for word in BANNED if word in note.lower()] == []


@pytest.mark.parametrize("group", ["why", "follow_up", "hears"])
def test_no_note_is_used_for_two_topics(group: str) -> None:
    assert max(Counter(getattr(topic, group) for topic in TOPICS).values()) == 1


def test_names_are_distinct_because_they_stand_on_buttons() -> None:
    priorities = content.load().priorities.values()
    for names in ([p.name for p in priorities], [t.name for t in TOPICS], [t.name for t in OFFER_TOPICS]):
        assert len(set(names)) == len(names)


@pytest.mark.parametrize("topic", OFFER_TOPICS, ids=lambda topic: topic.id)
def test_a_kind_of_job_is_either_all_or_named(topic: OfferTopic) -> None:
    assert topic.kinds == ("all",) or "all" not in topic.kinds
