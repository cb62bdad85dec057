"""Nothing is left unserved: every priority, offer topic, person and round has questions; people's words find them."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pytest

import content
from content import Content, OfferTopic, Priority, Topic
from tests.content.speech import questions

PRIORITIES = "WORK SKILL BOSS AUTO TEAM GROW LEARN CLEAR PAY BEN TIME PLACE PACE SAFE VALUES CRAFT"
OFFER_TOPICS = {
    "pay": "base_pay bonus equity one_time_pay pay_review",
    "benefits": "health retirement leave family_leave expenses learning",
    "work": "title duties manager team success_measures growth onboarding",
    "where and when": "location hours travel",
    "terms": "start_date employment_type probation ending restrictions conditions answer_by",
}
FORMS = {"example", "regular", "predecessor", "six_months"}
CORE = {"daily_work", "role_in_the_whole", "how_measured", "first_three_months"}


@pytest.fixture(scope="module")
def data() -> Content:
    return content.load()


@cache
def starts_a_word(phrase: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(phrase)}")


def heard(message: str, items: Iterable[Topic | Priority | OfferTopic]) -> set[str]:
    """The ids whose phrases stand at the start of a word of the message, which is how the phrases are meant."""
    text = message.lower()
    return {item.id for item in items if any(starts_a_word(phrase).search(text) for phrase in item.hears)}


def test_the_sixteen_priorities_and_the_offer_topics_stand_in_their_order(data: Content) -> None:
    assert list(data.priorities) == PRIORITIES.split()
    assert list(data.offer_topics) == " ".join(OFFER_TOPICS.values()).split()
    for group, ids in OFFER_TOPICS.items():
        assert {data.offer_topics[topic].group for topic in ids.split()} == {group}


def test_there_are_46_topics_and_ids_that_count_from_one(data: Content) -> None:
    assert len(data.topics) == 46
    for topic in data.topics.values():
        assert [question.id for question in topic.questions] == [
            f"{topic.id}.{number}" for number in range(1, len(topic.questions) + 1)
        ]


def test_there_are_more_than_300_questions_and_five_or_more_for_each_topic(data: Content) -> None:
    assert len(questions()) >= 440
    assert {topic.id: len(topic.questions) for topic in data.topics.values() if len(topic.questions) < 5} == {}


def test_ids_that_users_keep_are_never_given_to_another_question() -> None:
    """A new question is added at the end of its topic (and of ids.txt); one whose sense changes gets a new id."""
    listed = Path(__file__).with_name("ids.txt").read_text(encoding="utf-8").split("\n")
    assert [f"{q.id} {q.audience[0]} {q.form}" for q in questions()] == listed[:-1]


def test_every_topic_has_a_question_made_for_each_person_it_is_for(data: Content) -> None:
    for topic in data.topics.values():
        for_whom = {who for question in topic.questions for who in question.audience}
        assert {question.audience[0] for question in topic.questions} == for_whom, topic.id


def test_every_topic_comes_as_an_example_a_rule_the_one_before_and_in_six_months(data: Content) -> None:
    for topic in data.topics.values():
        assert {question.form for question in topic.questions} >= FORMS, topic.id
    assert min(Counter(question.form for question in questions()).values()) >= 50


def test_every_priority_is_served_by_two_topics(data: Content) -> None:
    served = Counter(priority for topic in data.topics.values() for priority in topic.priorities)
    assert {priority: served[priority] for priority in data.priorities if served[priority] < 2} == {}


def test_every_offer_topic_is_closed_by_a_topic(data: Content) -> None:
    closed = {offer_topic for topic in data.topics.values() for offer_topic in topic.offer_topics}
    assert closed == set(data.offer_topics)


def test_every_person_can_be_asked_at_least_five_things(data: Content) -> None:
    asked = Counter(who for topic in data.topics.values() for question in topic.questions for who in question.audience)
    assert set(asked) == set("RMPXH")
    assert min(asked.values()) >= 30


def test_every_round_has_at_least_five_topics(data: Content) -> None:
    held = Counter(round_ for topic in data.topics.values() for round_ in topic.rounds)
    assert set(held) == set("s12fo")
    assert min(held.values()) >= 5


def test_the_core_set_is_the_work_the_whole_the_measure_and_the_first_months(data: Content) -> None:
    assert {topic.id for topic in data.topics.values() if topic.core} == CORE


def test_money_is_never_asked_of_a_would_be_colleague(data: Content) -> None:
    money = {topic.id for topic in data.topics.values() if "PAY" in topic.priorities}
    topics = {q.id: q.id.rpartition("/")[2].partition(".")[0] for q in questions() if "P" in q.audience}
    assert [id for id, topic in topics.items() if topic in money] == []


def test_topics_that_are_risky_say_so(data: Content) -> None:
    for topic in ("my_gaps", "people_helped", "disagreement", "job_cuts", "base_pay", "leave_taken", "fairness"):
        assert data.topics[topic].risk


def test_what_anybody_can_find_out_alone_is_marked(data: Content) -> None:
    marked = {topic.id for topic in data.topics.values() if topic.research}
    assert marked >= {"daily_work", "why_open", "base_pay", "direction", "money_behind", "benefits", "place"}
    assert len(marked) <= len(data.topics) // 2


def test_offer_topics_weigh_what_usually_settles_a_decision_most(data: Content) -> None:
    weights = {topic.id: topic.weight for topic in data.offer_topics.values()}
    assert {topic for topic, weight in weights.items() if weight == 5} == {"base_pay", "location", "hours"}
    assert "hourly" not in data.offer_topics["equity"].kinds


@pytest.mark.parametrize("group", ["topics", "priorities", "offer_topics"])
def test_a_phrase_points_to_few_places(data: Content, group: str) -> None:
    phrases = Counter(phrase for item in getattr(data, group).values() for phrase in item.hears)
    assert [phrase for phrase, count in phrases.items() if count > 3] == []


def test_no_phrase_of_a_topic_is_idle_beside_a_shorter_one(data: Content) -> None:
    for topic in data.topics.values():
        for phrase in topic.hears:
            shorter = [other for other in topic.hears if starts_a_word(other).search(phrase)]
            assert shorter == [phrase], topic.id


WORRIES = {
    "they'll find out I never led a team": "my_gaps",
    "Night shifts scare me": "shifts",
    "my last boss was shouting at everybody": "how_led",
    "what if there are too many patients for one nurse": "caseload",
    "Everyone left last year, people keep telling me": "turnover",
    "I'm afraid I'd disappoint them in the first month": "first_three_months",
    "nobody will show me how the till works": "first_weeks",
    "they only want me for the old database": "my_skills",
    "I can't be away from home with a baby": "work_travel",
    "the commute is an hour each way": "place",
    "will the pay be enough for the rent": "base_pay",
    "they were bought by a bigger firm and may lay off people": "job_cuts",
    "I burned out in my last school": "support_when_hard",
    "being blamed when something breaks": "mistakes",
    "I'd be stuck in the same job for years": "promotion",
    "I haven't heard from them in two weeks": "next_steps",
    "I would have to drive my own car to the clients": "equipment",
    "my visa runs out in May": "conditions",
}


@pytest.mark.parametrize("worry, topic", WORRIES.items())
def test_a_worry_in_everyday_words_finds_its_topic(data: Content, worry: str, topic: str) -> None:
    found = heard(worry, data.topics.values())
    assert topic in found
    assert len(found) <= 4


SMALL_TALK = ["hello there", "thanks, talk later", "ok", "what can you do", "I have an interview tomorrow at ten"]


@pytest.mark.parametrize("message", SMALL_TALK)
def test_small_talk_is_no_worry(data: Content, message: str) -> None:
    assert heard(message, data.topics.values()) == set()


WISHES = {
    "I want a boss who listens": "BOSS",
    "more money, honestly": "PAY",
    "no weekends anymore": "TIME",
    "close to home would be great": "PLACE",
    "I'd like to be promoted one day": "GROW",
    "a permanent contract this time": "SAFE",
    "to be treated with respect": "VALUES",
    "proper tools and no cutting corners": "CRAFT",
    "I hate chaos": "PACE",
    "let me decide myself how I do it": "AUTO",
}


@pytest.mark.parametrize("wish, priority", WISHES.items())
def test_a_wish_in_everyday_words_finds_its_priority(data: Content, wish: str, priority: str) -> None:
    assert priority in heard(wish, data.priorities.values())


TERMS = {
    "Your base salary is 41,000 per annum.": "base_pay",
    "You will report to Ms Okoro.": "manager",
    "Either party may end the contract with four weeks' notice.": "ending",
    "This offer is contingent on a background check.": "conditions",
    "25 days of annual leave": "leave",
    "Please let us know by Friday.": "answer_by",
    "You will work 38 hours per week on a rota.": "hours",
}


@pytest.mark.parametrize("sentence, topic", TERMS.items())
def test_a_sentence_of_an_offer_finds_its_topic(data: Content, sentence: str, topic: str) -> None:
    assert topic in heard(sentence, data.offer_topics.values())
