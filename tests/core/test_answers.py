"""Concrete, vague or none: answers of employers as candidates note them on a phone.

Small tables to read; the figures that count are those of test_answers_model.py.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.answers import CAP, VERDICTS, vague_words, verdict

TUNED = [
    ("How many patients does each nurse have at night?", "8, sometimes 9 if someone calls in sick", "concrete"),
    ("How many patients does each nurse have at night?", "its manageable, the girls help each other", "vague"),
    ("How many patients does each nurse have at night?", "she said the hospital has 600 beds", "vague"),
    ("How many patients does each nurse have at night?", "said I should ask HR", "none"),
    ("Why did the last person leave?", "moved to Spain w her husband in june", "concrete"),
    ("Why did the last person leave?", "wasn't the right fit", "vague"),
    ("Why did the last person leave?", "he smiled and went to the next topic", "none"),
    ("What would my first month look like?", "week 1 shadowing Ines, week 2 own tables, then till training", "concrete"),
    ("What would my first month look like?", "you'll pick it up as you go, everyone is very helpful", "vague"),
    ("How is good work measured here?", "calls answered within 40 sec plus monthly customer score", "concrete"),
    ("How is good work measured here?", "about 30", "vague"),
    ("How is good work measured here?", "we just want people who give their best", "vague"),
    ("Is overtime paid?", "yes", "vague"),
    ("Is overtime paid?", "yes time and a half after 39 hours", "concrete"),
    ("Is overtime paid?", "no, none of it, time off instead", "concrete"),
    ("Is overtime paid?", "what do you think?", "none"),
    ("Who would be my boss?", "Karen Doyle, she runs the depot", "concrete"),
    ("Who would be my boss?", "still being sorted out, they're restructuring", "vague"),
    ("Who would be my boss?", "didnt get to that one", "none"),
    ("When do you decide?", "by the 14th, she phones everyone", "concrete"),
    ("When do you decide?", "soon", "vague"),
    ("When do you decide?", "they'll be in touch", "vague"),
    ("What is the pay range?", "27 to 30k dep on experience", "concrete"),
    ("What is the pay range?", "competitive for the area", "vague"),
    ("What is the pay range?", "can't talk about money at this stage", "none"),
    ("Which machines would I use?", "two Heidelberg presses and an old Kolbus folder", "concrete"),
    ("Which machines would I use?", "all modern stuff, top notch", "vague"),
    ("Can I get training on the crane?", "3 day course in Essen, they pay, after probation", "concrete"),
    ("Can I get training on the crane?", "theyre thinking about it", "vague"),
    ("Can I get training on the crane?", "seemed annoyed that I asked", "none"),
    ("How often do you work Sundays?", "every third one, list is up 5 weeks before", "concrete"),
    ("How often do you work Sundays?", "not that often", "vague"),
    ("How often do you work Sundays?", "the canteen is great on sundays", "none"),
    ("What happens when somebody makes a mistake?", "last month a wrong batch went out, they sat down the same day and changed the label",
     "concrete"),
    ("What happens when somebody makes a mistake?", "no blame culture, we learn from it", "vague"),
    ("What happens when somebody makes a mistake?", "why, do you make many? haha", "none"),
    ("Tell me about the last person you promoted.", "Amal, from cleaner to shift lead in 14 months", "concrete"),
    ("Tell me about the last person you promoted.", "we love to grow our own people", "vague"),
    ("Do people take their holidays?", "everyone used all 28 days last year", "concrete"),
    ("Do people take their holidays?", "of course, work life balance is big here", "vague"),
    ("Do people take their holidays?", "not that I'd know, I'm only the recruiter", "none"),
    ("Is there a budget for courses?", "nope, zero", "concrete"),
]  # fmt: skip

HELD = [
    ("How many pupils are in a class?", "24 in year 3, 27 in year 4", "concrete"),
    ("How many pupils are in a class?", "small groups mostly", "vague"),
    ("How many pupils are in a class?", "the district runs 12 schools", "vague"),
    ("How many pupils are in a class?", "no idea, the head knows that", "none"),
    ("What became of the person before me?", "retired in march after 19 years", "concrete"),
    ("What became of the person before me?", "looking for new challenges i think", "vague"),
    ("What became of the person before me?", "she avoided it", "none"),
    ("Who trains me on the till?", "Rosie does, two days on the slow till first", "concrete"),
    ("Who trains me on the till?", "the whole team will support you", "vague"),
    ("How will I be judged after six months?", "two checklists, 12 points each, filled in by the foreman", "concrete"),
    ("How will I be judged after six months?", "around 200 staff", "none"),
    ("How will I be judged after six months?", "attitude is what counts for us", "vague"),
    ("Are nights compulsory?", "no", "vague"),
    ("Are nights compulsory?", "no, only volunteers, there are four of them", "concrete"),
    ("Are nights compulsory?", "yes, one week in six", "concrete"),
    ("Are nights compulsory?", "time was up before that", "none"),
    ("Who do I report to?", "the ward sister, Mrs Adeyemi", "concrete"),
    ("Who do I report to?", "its a flat structure really", "vague"),
    ("Who do I report to?", "hr will tell me later", "none"),
    ("When would I start?", "first monday in february", "concrete"),
    ("When would I start?", "as soon as possible", "vague"),
    ("When would I start?", "we'll see how it goes", "vague"),
    ("What does the job pay?", "13.40/h, 14 after six months", "concrete"),
    ("What does the job pay?", "a fair wage plus great tips", "vague"),
    ("What does the job pay?", "he said lets leave that for later", "none"),
    ("Which software do you use?", "SAP for orders and excel for the rest", "concrete"),
    ("Which software do you use?", "state of the art tools", "vague"),
    ("Would you pay for my licence?", "half now, other half when I pass", "concrete"),
    ("Would you pay for my licence?", "they would look into it", "vague"),
    ("Would you pay for my licence?", "sounded ok to me", "none"),
    ("How far ahead is the rota known?", "4 weeks, pinned up on thursdays", "concrete"),
    ("How far ahead is the rota known?", "usually in good time", "vague"),
    ("How far ahead is the rota known?", "told me about the new coffee machine", "none"),
    ("What was the last conflict in the team about?", "last week two painters fell out over the van, the boss drew up a list",
     "concrete"),
    ("What was the last conflict in the team about?", "we are like a family", "vague"),
    ("What was the last conflict in the team about?", "he just laughed", "none"),
    ("Has anybody moved up from this post?", "two did, Jo is store manager in Kiel now", "concrete"),
    ("Has anybody moved up from this post?", "there are lots of opportunities", "vague"),
    ("How long do people stay?", "most of them over 8 years, one left in 2024", "concrete"),
    ("How long do people stay?", "people tend to stay quite long", "vague"),
    ("How long do people stay?", "couldn't say", "none"),
    ("Do you pay sick days from day one?", "yes full pay for six weeks", "concrete"),
]  # fmt: skip


def misses(table: list[tuple[str, str, str]]) -> list[tuple[str, str, str, str]]:
    return [(q, a, label, verdict(q, a)) for q, a, label in table if verdict(q, a) != label]


HARD_TUNED = [
    ("How many children are in my group?", "we have 90 on the books over three houses", "vague"),
    ("How many children are in my group?", "18 now, 20 from august", "concrete"),
    ("What does a driver earn here?", "nobody ever left over money, she said with a wink", "vague"),
    ("What does a driver earn here?", "14 and a bit, plus 40 for each night away", "concrete"),
    ("Who decides on my holidays?", "Beata at the front desk, first to write it in gets it", "concrete"),
    ("Who decides on my holidays?", "it's a team thing, we sort it out among ourselves", "vague"),
    ("Who decides on my holidays?", "long story about her own trip to Crete", "none"),
    ("Do people really get their breaks?", "30 minutes by law", "vague"),
    ("Do people really get their breaks?", "yesterday two of them had none, he admitted it", "concrete"),
    ("Why is the job open again?", "growth!! 3 new branches this year", "vague"),
    ("Why is the job open again?", "Dario went back to sea, she has been covering since may", "concrete"),
    ("Why is the job open again?", "how many places did you apply to?", "none"),
    ("What would I do in the first week?", "mon paperwork and boots, tue to fri with Lars on the small lift", "concrete"),
    ("What would I do in the first week?", "hit the ground running :)", "vague"),
    ("When did somebody last get a raise?", "we review pay all the time", "vague"),
    ("When did somebody last get a raise?", "all of us got 3 percent in april", "concrete"),
    ("How do you handle it when a customer shouts?", "we had one on friday: Pia took over and I was sent for a tea", "concrete"),
    ("How do you handle it when a customer shouts?", "our customers are lovely, 4.8 stars", "vague"),
    ("How do you handle it when a customer shouts?", "she must run to a meeting, sorry", "none"),
    ("Is the contract permanent?", "that would be the idea", "vague"),
    ("Is the contract permanent?", "12 months then a chat", "concrete"),
    ("Is the contract permanent?", "he'd pass that on to the office", "none"),
]  # fmt: skip

HARD_HELD = [
    ("How many tables would I have?", "we serve 400 covers on a good saturday", "vague"),
    ("How many tables would I have?", "six inside, four when the terrace is open", "concrete"),
    ("What is the hourly rate?", "more than you get at the place next door, trust me", "vague"),
    ("What is the hourly rate?", "12.80 till I'm 21 then 14.20", "concrete"),
    ("Who signs my training log?", "old Mr Petty, every friday afternoon", "concrete"),
    ("Who signs my training log?", "somebody always does", "vague"),
    ("Who signs my training log?", "he told me how bad the apprentices were in his day", "none"),
    ("Does anybody actually work from home?", "the policy says two days", "vague"),
    ("Does anybody actually work from home?", "Jana and Piotr do, mondays and fridays since last year", "concrete"),
    ("Why did two nurses go in one month?", "nursing is a hard job everywhere, 20% churn in the sector", "vague"),
    ("Why did two nurses go in one month?", "both got day posts at the clinic across the road", "concrete"),
    ("Why did two nurses go in one month?", "are you always this direct?", "none"),
    ("What is the busiest hour like?", "11 to 1, forty orders, three of us on the pass", "concrete"),
    ("What is the busiest hour like?", "crazy but in a good way", "vague"),
    ("When was the machine last serviced?", "maintenance is taken very seriously", "vague"),
    ("When was the machine last serviced?", "sticker says 9 march", "concrete"),
    ("How are shifts swapped?", "whatsapp group, boss has to put a thumb up, else it doesn't count", "concrete"),
    ("How are shifts swapped?", "people are grown ups, it works itself out", "vague"),
    ("How are shifts swapped?", "a colleague came in and that was it", "none"),
    ("Would I get my own van?", "there is a fleet of 60", "vague"),
    ("Would I get my own van?", "after probation yes, the grey one", "concrete"),
    ("Would I get my own van?", "better put that in a mail to personnel", "none"),
]  # fmt: skip


@pytest.mark.parametrize("table", [TUNED, HELD])
def test_plain_answers(table: list[tuple[str, str, str]]) -> None:
    assert len(misses(table)) <= len(table) * 0.1, misses(table)


@pytest.mark.parametrize("table", [HARD_TUNED, HARD_HELD])
def test_answers_with_facts_that_do_not_answer(table: list[tuple[str, str, str]]) -> None:
    assert len(misses(table)) <= len(table) * 0.15, misses(table)


@pytest.mark.parametrize("table", [TUNED, HELD, HARD_TUNED, HARD_HELD])
def test_vague_is_seldom_called_concrete(table: list[tuple[str, str, str]]) -> None:
    costly = [miss for miss in misses(table) if miss[2:] == ("vague", "concrete")]
    assert len(costly) <= 1, costly


def test_the_tables_are_wide_enough() -> None:
    rows = TUNED + HELD + HARD_TUNED + HARD_HELD
    assert len({(q, a) for q, a, _ in rows}) >= 80
    assert {label for _, _, label in rows} == set(VERDICTS)


@pytest.mark.parametrize(
    "answer, found",
    [
        ("Great team, usually flexible", ("Great", "usually", "flexible")),
        ("we're looking into it, soon", ("looking into", "soon")),
        ("8 patients each", ()),
        ("A fair, fair wage", ("fair",)),
        ("We'll  see", ("We'll see",)),
        ("it\u2019s open: we\u2019ll see", ("we\u2019ll see",)),
        ("", ()),
    ],
)
def test_the_vague_words_are_shown_in_order(answer: str, found: tuple[str, ...]) -> None:
    assert vague_words(answer) == found


@pytest.mark.parametrize("answer", ["", "  ", "...", "?!", "🙂"])
def test_an_empty_answer_is_none(answer: str) -> None:
    assert verdict("Who would be my boss?", answer) == "none"


def test_curly_apostrophes_and_capitals_count_alike() -> None:
    assert verdict("Is overtime paid?", "I DON’T KNOW") == verdict("Is overtime paid?", "i don't know") == "none"


def test_only_the_beginning_of_a_long_note_is_read() -> None:
    assert verdict("How many people?", "good " * CAP + "8") == "vague"


@given(st.text(max_size=150), st.text(max_size=300))
def test_any_pair_has_a_verdict(question: str, answer: str) -> None:
    assert verdict(question, answer) in VERDICTS
    assert all(word for word in vague_words(answer))
