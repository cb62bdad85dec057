"""The questions can be said aloud: one at a time, short, plain, concrete, and not all cast from one mould.

Two questions are near duplicates where more than 60 % of the shorter one's telling words stand in the other one too.
A sentence frame is its first three words, and the sentence with its telling words starred; none may serve four times.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable

import pytest

import content
from content import OfferTopic, Topic
from tests.content.speech import (
    Said,
    forbidden,
    frame,
    likeness,
    near_duplicates,
    never_said,
    opening,
    questions,
    spoken,
    syllables,
    telling_words,
    words,
)

TOPICS = list(content.load().topics.values())
OFFER_TOPICS = list(content.load().offer_topics.values())
QUESTIONS = questions()
SPOKEN = spoken()
SENT = [
    Said(topic.id, tone, text)
    for topic in OFFER_TOPICS
    for tone, text in (("soft", topic.ask_soft), ("direct", topic.ask_direct))
]
CONCRETE = (
    r"\bwho(m|se)?\b|\bhow (many|much|often|long|far|early|late|soon|old|high|big|few|quick|and when)\b|\bwh(en|ere)\b"
    r"|\bwhat (date|time|day|size|number|percentage)\b|\bwhich\b|\bin figures\b"
    r"|\b(last|days?|weeks?|months?|years?|hours?|monday|date|yesterday)\b"
)
AT_ONCE = r",? (and|or) (who|whom|what|when|where|which|why|how|by when|by whom|for how|from when|until when)\b"
ALIKE = {
    "a.1": "How many patients did each nurse have on the last late shift?",
    "b.1": "On the last late shift, how many patients were there?",
    "c.1": "How many visitors did each nurse send away last week?",
}
SECOND_HALF = ("how it happened, or who it was", "up to which sum, or which risk")  # one question with two poles


def told(faulty: Iterable[Said]) -> list[str]:
    return [f"{said.id} {said.tone}: {said.text}" for said in faulty]


def worn(sentences: Iterable[Said], mould: Callable[[str], str]) -> dict[str, list[str]]:
    """The moulds that more than three sentences are cast from."""
    cast: defaultdict[str, list[Said]] = defaultdict(list)
    for said in sentences:
        cast[mould(said.text)].append(said)
    return {name: told(found) for name, found in cast.items() if len(found) > 3}


def test_every_sentence_is_one_short_question() -> None:
    def plain(said: Said) -> bool:
        whole = said.text[0].isupper() and said.text.endswith("?") and said.text.count("?") == 1
        return whole and len(said.text) <= 160

    assert told(said for said in SPOKEN + SENT if not plain(said)) == []


def test_a_spoken_question_can_be_said_in_one_breath() -> None:
    def easy(said: Said) -> bool:
        each = words(said.text)
        return 5 <= len(each) <= 26 and max(map(len, each)) <= 12 and syllables(said.text) <= 36

    assert told(said for said in SPOKEN if not easy(said)) == []


def test_a_spoken_question_needs_no_signs_that_nobody_can_say() -> None:
    assert told(said for said in SPOKEN if set("()[]{};/<>&") & set(said.text)) == []


def test_most_sentences_are_much_shorter_than_they_may_be() -> None:
    lengths = sorted(len(words(said.text)) for said in SPOKEN)
    assert lengths[len(lengths) // 2] <= 13


def test_nobody_asks_two_things_at_once() -> None:
    double = [s for s in SPOKEN if re.search(AT_ONCE, s.text.lower())]
    assert told(s for s in double if not any(half in s.text.lower() for half in SECOND_HALF)) == []


def test_the_words_that_are_never_said_are_not_said() -> None:
    assert {text: found for text in (s.text for s in SPOKEN + SENT) if (found := forbidden(text))} == {}


def test_the_list_of_words_that_are_never_said_finds_them_at_the_start_of_a_word() -> None:
    assert len(never_said()) == len(set(never_said())) > 80
    assert forbidden("Could you please describe the company culture?") == ["please", "describe", "culture"]
    assert forbidden("What does the permission slip say, and who is the supervisor?") == []


def test_nearly_all_questions_ask_for_something_concrete() -> None:
    soft_spots = [said for said in SPOKEN if not re.search(CONCRETE, said.text.lower())]
    assert len(soft_spots) * 10 <= len(SPOKEN), told(soft_spots)


@pytest.mark.parametrize("topic", TOPICS, ids=lambda topic: topic.id)
def test_the_follow_up_asks_for_a_fact_in_words_of_its_own(topic: Topic) -> None:
    assert re.search(CONCRETE, topic.follow_up.lower())
    assert forbidden(topic.follow_up) == []
    assert all(likeness(topic.follow_up, text) < 1 for q in topic.questions for text in (q.soft, q.direct))


def test_the_two_tones_differ_and_the_direct_one_is_mostly_shorter() -> None:
    for question in QUESTIONS:
        assert telling_words(question.soft) != telling_words(question.direct), question.id
        assert opening(question.soft) != opening(question.direct), question.id
        assert likeness(question.soft, question.direct) <= 0.86, question.id
    shorter = sum(len(question.direct) <= len(question.soft) for question in QUESTIONS)
    assert shorter * 10 >= len(QUESTIONS) * 9


def test_the_two_tones_of_an_offer_question_differ() -> None:
    assert [topic.id for topic in OFFER_TOPICS if topic.ask_soft == topic.ask_direct] == []


@pytest.mark.parametrize("texts", [SPOKEN, SENT], ids=["bank and packs", "offers"])
@pytest.mark.parametrize("mould", [opening, frame])
def test_no_sentence_frame_is_worn_out(texts: list[Said], mould: Callable[[str], str]) -> None:
    assert worn(texts, mould) == {}


def test_no_two_questions_are_nearly_the_same() -> None:
    assert [told(pair) for pair in near_duplicates(SPOKEN, 0.6)] == []


def test_near_duplicates_are_found() -> None:
    one, same, other = (Said(id, "soft", text) for id, text in ALIKE.items())
    assert likeness(one.text, same.text) > 0.6 >= likeness(one.text, other.text)
    assert near_duplicates([one, same, other], 0.6) == [(one, same)]
    assert near_duplicates([one, Said(one.id, "direct", same.text)], 0.6) == []


def test_likeness_and_frames_are_measured_as_said_above() -> None:
    assert likeness("Who had the last rota?", "Who wrote the last rota?") == pytest.approx(2 / 2)
    assert likeness("Who kept the last rota?", "Who wrote the old rota?") == pytest.approx(1 / 3)
    assert frame("How many open files does each person have?") == "how * does * have"
    assert opening("So that I'm sure, who asks?") == "so that i'm"
    assert syllables("How long is the journey home?") == 7


@pytest.mark.parametrize("topic", TOPICS, ids=lambda topic: topic.id)
def test_the_notes_are_one_plain_sentence_each(topic: Topic) -> None:
    for note in filter(None, (topic.why, topic.risk, topic.research)):
        assert_note(note)


def test_a_question_may_carry_a_note_of_its_own() -> None:
    notes = [question.risk for question in QUESTIONS if question.risk]
    assert len(notes) >= 10
    assert len(set(notes)) == len(notes)
    for note in notes:
        assert_note(note)


def assert_note(note: str) -> None:
    assert note[0].isupper()
    assert note.endswith(".")
    assert not re.search(r"[.!?] [A-Z]", note)
    assert len(note) <= 160
    assert forbidden(note) == []


@pytest.mark.parametrize("group", ["why", "follow_up", "hears"])
def test_no_note_is_used_for_two_topics(group: str) -> None:
    assert max(Counter(getattr(topic, group) for topic in TOPICS).values()) == 1


def test_names_are_distinct_because_they_stand_on_buttons() -> None:
    data = content.load()
    for items in (data.priorities, data.topics, data.offer_topics, data.packs):
        names = [item.name for item in items.values()]
        assert len(set(names)) == len(names)


@pytest.mark.parametrize("topic", OFFER_TOPICS, ids=lambda topic: topic.id)
def test_a_kind_of_job_is_either_all_or_named(topic: OfferTopic) -> None:
    assert topic.kinds == ("all",) or "all" not in topic.kinds


HOME_LIFE = (
    r"\b(arrange|plan|warn|tell|things)\b[^:?]{0,12}\bat home\b|\bmy (own )?(kids?|child(ren)?|sons?|daughters?|family|partner"
    r"|wife|husband|parents|mother|father)\b|\bpartner and children\b|\bi haven't done everything\b"
)


def test_no_sentence_tells_of_a_life_that_nobody_spoke_of() -> None:
    """Who lives alone must not have to cross out a family: what is planned for stays open."""
    assert told(said for said in [*SPOKEN, *SENT] if re.search(HOME_LIFE, said.text, re.IGNORECASE)) == []
