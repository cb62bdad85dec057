"""Where a free message goes. [Brackets] stand around what the reader of times understands.

Rules may be tuned on TUNED only; HELD is what the figures are worth. CALM and CRY are about safety and must all hold.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.route import CAP, KINDS, is_crisis, kind
from bot.core.when.model import NOTHING, Reading
from content import Content

EMPTY = Content(priorities={}, topics={}, offer_topics={}, texts={})

TUNED = [
    ("Acme, ops lead, [Thursday 3pm] with Anna (manager)", "interview"),
    ("[Thursday 3pm] my sister visits", "other"),
    ("interview at Rossmann [on Tuesday at 10]", "interview"),
    ("Got invited to a second round at Vestas!!", "interview"),
    ("[tomorrow 3pm] phone screen with the recruiter of DPD", "interview"),
    ("I'm seeing the head nurse [monday 9:30], St Luke's", "interview"),
    ("interview with Lego [fri 10], a bit nervous", "interview"),
    ("trial shift at the bakery [saturday 5am]", "interview"),
    ("call with Otto hr [14 Dec 11:00]", "interview"),
    ("They want to meet me [next Wednesday 16:00], warehouse in Gent", "interview"),
    ("Dear Ms Lee, we are glad to invite you to an interview for the post of cook [on 3 May at 10:00].", "interview"),
    ("they offered me the job, 2,900 a month, starting 1 March", "offer"),
    ("Got the offer letter from Maersk, can you look at it", "offer"),
    ("We are pleased to offer you the position of store manager at an annual salary of 41,000 EUR.", "offer"),
    ("recruiter says 32 an hour, 38 hours a week, 25 days holiday, permanent", "offer"),
    ("I was offered the post of deputy head, what should I check?", "offer"),
    ("my offer came today, they give me until friday", "offer"),
    ("I'm afraid they will find out I never ran a kitchen alone", "worry"),
    ("what if the night shifts wreck my sleep", "worry"),
    ("not sure I am good enough for a team lead post", "worry"),
    ("Everyone there is 25 and I'm too old", "worry"),
    ("why would they want me of all people", "worry"),
    ("this job hunt is killing me", "worry"),
    ("I have a strange feeling about that boss", "worry"),
    ("the interview went fine, they asked about my forklift licence", "debrief"),
    ("just came out of the interview, they want someone for weekends too", "debrief"),
    ("She said the last teacher left after two months", "debrief"),
    ("I blanked when he asked me about sterile dressings", "debrief"),
    ("had the interview [today], the foreman was really friendly", "debrief"),
    ("they kept asking whether I can weld aluminium", "debrief"),
    ("I forgot to ask about the pay", "debrief"),
    ("they rejected me after three rounds", "debrief"),
    ("my interview with Bosch moved to [friday 11]", "moved"),
    ("Acme cancelled tomorrow's interview", "moved"),
    ("can you move the interview to [10:30]", "moved"),
    ("it's been postponed until further notice", "moved"),
    ("interview is now [at 4pm] instead of 2", "moved"),
    ("new time for the Lidl interview: [thu 8:00]", "moved"),
    ("thanks, that helped", "thanks"),
    ("Thank you so much!", "thanks"),
    ("ok cool", "thanks"),
    ("hi there", "hello"),
    ("Good morning!", "hello"),
    ("hello bot", "hello"),
    ("who can read what I write here?", "data"),
    ("delete everything you have about me", "data"),
    ("I want to download my data", "data"),
    ("is this private", "data"),
    ("what can you do?", "help"),
    ("help", "help"),
    ("how does this work", "help"),
    ("are you a real person?", "help"),
    ("the weather is lovely in Porto", "other"),
    ("can I ask about overtime in the first talk?", "other"),
    ("I can drive a forklift and speak Polish", "other"),
    ("time flies", "other"),
    ("I want a job with no weekend work", "other"),
]

HELD = [
    ("interview at Edeka [on Monday at 14:00]", "interview"),
    ("I've got an interview at the town library", "interview"),
    ("[friday 1pm] video call with a recruiter from Canon", "interview"),
    ("I'm meeting the site manager [thursday 7:30], Balfour", "interview"),
    ("final round at Nokia [tue 9], feeling scared", "interview"),
    ("assessment day for the police [12 Jan 8:00]", "interview"),
    ("zoom with Kone [2 Feb 15:00]", "interview"),
    ("they asked me to come in [next Monday 9am], dental clinic", "interview"),
    ("Hello Pia, we would like to invite you for a talk about the gardener job [on Friday at 8].", "interview"),
    ("they offered 14.80 an hour and I could start monday", "offer"),
    ("Here is my contract of employment, please check", "offer"),
    ("I am delighted to offer you the role of ward clerk, salary 27,300 per annum", "offer"),
    ("agency texted: 210 a day, 6 month contract, remote, start 4 Jan", "offer"),
    ("got a job offer from the zoo!", "offer"),
    ("should I take the offer from Philips? 58k, hybrid", "offer"),
    ("scared that I let the patients down in the first month", "worry"),
    ("what if my boss turns out to be a shouter", "worry"),
    ("I don't think I can handle thirty pupils", "worry"),
    ("I worry that they only want me for one project", "worry"),
    ("nobody will hire someone with a gap in my CV", "worry"),
    ("I feel like an impostor", "worry"),
    ("my gut says something is off with this firm", "worry"),
    ("it went badly, I could not explain the gap", "debrief"),
    ("back from the interview, three people, mostly small talk", "debrief"),
    ("The manager told me they work every second saturday", "debrief"),
    ("he asked me about leaving my old place", "debrief"),
    ("interview was [today at 9], I talked too much", "debrief"),
    ("they only asked about tools and never about me", "debrief"),
    ("I asked who trains me and she said nobody", "debrief"),
    ("didn't get the job at the garage", "debrief"),
    ("the call with Siemens was rescheduled to [monday 10]", "moved"),
    ("they called off my interview", "moved"),
    ("please change the interview with Anna to [3pm]", "moved"),
    ("I can't make the interview on thursday", "moved"),
    ("interview got pushed back to [12 March 9:00]", "moved"),
    ("Recruiter moved it to [wednesday noon]", "moved"),
    ("thx!", "thanks"),
    ("great, thanks a lot", "thanks"),
    ("good night", "thanks"),
    ("hey", "hello"),
    ("Hallo", "hello"),
    ("good evening to you", "hello"),
    ("do you store my messages?", "data"),
    ("please erase my account", "data"),
    ("send me a copy of my data", "data"),
    ("does my boss get any of this", "data"),
    ("what do you do exactly?", "help"),
    ("I don't understand how to use this", "help"),
    ("are you a bot", "help"),
    ("what should I type", "help"),
    ("my cat sat on the keyboard", "other"),
    ("may I negotiate the salary at all?", "other"),
    ("I led a crew of six roofers last year", "other"),
    ("best pizza in town", "other"),
    ("I would like more training in my next job", "other"),
]

CRY = [
    "I want to kill myself",
    "i dont want to live anymore",
    "Honestly I just want to die",
    "i can't go on anymore, I will end it all tonight",
    "I've been suicidal since they fired me",
    "everyone would be better off without me",
    "no reason to live after this rejection",
    "thinking about suicide again",
    "I cut myself again last night because of the interview",
    "I took too many pills",
    "I’m going to jump off the bridge",
    "my husband beat me because I applied for a job",
    "my boyfriend threatened to kill me",
    "they took my passport and won't let me leave",
    "I am in danger, please",
    "Interview at Acme tomorrow 9am. I wish I was dead",
    "this job hunt is killing me. I want to die",
    "I dont want to wake up tomorrow",
    "i see no way out",
    "I keep hurting myself",
    "i feel like ending my life",
    "I dont see a point in living",
    "maybe i should just die",
    "my ex says he will kill me if I take the job",
    "I'm scared of what I might do to myself",
    "i took a whole bottle of sleeping pills",
    "nobody would miss me if i was gone",
    "im gonna kms",
    "the agency locked us in the house and took our passports",
    "I am being trafficked",
    "my life is not worth living without work",
    "I'm so tired of living",
    "help I am bleeding",
]
CALM = [
    "this job hunt is killing me",
    "the commute is killing me",
    "I would kill for this job",
    "I'm dying to know what they pay",
    "I could have died of shame when I dropped the tray",
    "I wanted to die when he asked about my grades",
    "I killed it in the interview",
    "to kill time I read about the firm",
    "my boss will kill me if I am late for the shift",
    "interview at a suicide prevention charity on monday",
    "they asked how I deal with suicidal patients",
    "I work with residents who hurt themselves",
    "leaving now would be career suicide",
    "I cut myself in the kitchen at the trial shift",
    "I'm dead tired after that assessment day",
    "the deadline is friday",
    "I nearly killed myself laughing in the waiting room",
    "is the site dangerous? asbestos worries me",
    "I don't want to live in Leeds",
    "I can't live on that pay anymore, I need a better job",
    "they beat me down to 28k",
    "the other candidate beat me",
    "I took all my certificates with me",
    "I will never hurt a patient again",
    "my last job took my life over",
    "we treat people after an overdose",
    "I feel unsafe about my answer on drills",
    "my future is hanging on this interview",
    "I shoot weddings myself",
    "they don't want to live up to their promise",
    "jumping off the bandwagon",
    "He attacked my CV line by line",
    "take my life experience into account",
    "he hit me with a hard question",
    "I have no reason to live in Berlin if they say no",
    "she beat me to the job",
    "my boss says the shift will kill my back",
    "they say they would kill for a welder like me",
    "My last manager was killed by stress",
    "I would rather die than work nights again",
    "I want to end my contract early",
    "My life is on hold until they answer",
    "I can't go on with this process any longer",
    "I was drowning in work",
]


def route(text: str) -> str:
    start, end = text.find("["), text.find("]") - 1
    reading = Reading("instant", spans=((start, end),)) if start >= 0 else NOTHING
    return kind(text.replace("[", "").replace("]", ""), reading, EMPTY)


def misses(table: list[tuple[str, str]]) -> list[tuple[str, str, str]]:
    return [(text, expected, route(text)) for text, expected in table if route(text) != expected]


def test_the_tables_cover_every_kind() -> None:
    assert {expected for _, expected in TUNED} | {"crisis"} == set(KINDS)
    assert len(TUNED) + len(HELD) >= 100


@pytest.mark.parametrize("text, expected", TUNED)
def test_tuned_messages(text: str, expected: str) -> None:
    assert route(text) == expected


def test_messages_held_out() -> None:
    assert len(misses(HELD)) <= len(HELD) * 0.1, misses(HELD)


@pytest.mark.parametrize("text", CRY)
def test_a_cry_is_seen_before_anything_else(text: str) -> None:
    assert route(text) == "crisis"


@pytest.mark.parametrize("text", CALM)
def test_an_idiom_is_no_cry(text: str) -> None:
    assert not is_crisis(text)


def test_a_cry_beside_an_idiom_is_seen() -> None:
    for calm in CALM:
        assert is_crisis(f"{calm}. I want to kill myself")


@given(st.text(max_size=300))
def test_any_text_has_a_kind(text: str) -> None:
    assert route(text) in KINDS


def test_only_the_beginning_of_a_long_text_is_read() -> None:
    assert route("x " * CAP + "help") == "other"
