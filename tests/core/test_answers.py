"""Concrete, vague or none: answers of employers as candidates note them on a phone.

Only TUNED may be looked at while the rules are worked on; HELD is what the figures are worth.
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
    ("Are nights compulsory?", "we ran out of time", "none"),
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
