"""What is typed into a step: an answer stays an answer, whatever it speaks of; what is beside the point goes on."""

from __future__ import annotations

import pytest

from bot.core.model import Dialog, Interview, Job, User
from bot.core.route.asides import bare, has_sign, of_the_bot
from bot.store.work import Work
from bot.telegram.inputs import Said
from bot.telegram.texts import Texts
from bot.telegram.turn import TURN, Event, Turn
from content import load
from handlers import CONVERSATIONS, registrations
from handlers.digression import Digression
from handlers.expects import FACTS, OWN
from tests.e2e.test_matrix import DRAFTS
from tests.handlers.driving import NOW, Chat

ANSWERS = [
    ("debrief", "how", "she said overtime is paid"),
    ("debrief", "how", "they cancelled the tour because of a fire drill, then we talked for an hour"),
    ("debrief", "how", "ok I guess. They moved me to another room and the boss was ten minutes late"),
    ("debrief", "how", "They offered me coffee and said the offer comes by mail"),
    ("debrief", "how", "I asked about the reminders for the night shift, they use an app"),
    ("debrief", "how", "It was next to my old school. I liked the team more than the boss"),
    ("debrief", "answer", "wait times are about an hour, she said, and nobody complains"),
    ("debrief", "answer", "They'd pay 16 an hour and 25% at night"),
    ("debrief", "answer", "about fourteen patients each, but they plan to hire two more nurses"),
    ("debrief", "answer", "he said delete that question from your list, haha"),
    ("debrief", "odd", "he told me my accent is funny"),
    ("debrief", "odd", "They wanted an answer by tonight"),
    ("debrief", "who", "Harbour Clinic"),
    ("debrief", "who", "she said overtime is paid and showed me the ward, two beds each"),
    ("debrief", "word", "next Friday"),
    ("debrief", "asked_me", "Why did you leave your last job?\nWhen can you start?"),
    ("worry", "tell", "What if they cancel my contract in the probation"),
    ("worry", "tell", "I'm afraid the boss will call me at night and never leave me alone"),
    ("worry", "tell", "by the way I never led a team, they will find out"),
    ("signal", "kind", "they moved the interview for the third time"),
    ("signal", "kind", "He offered me less than what was in the ad"),
    ("signal", "conclude", "They don't care about people's time"),
    ("signal", "which", "Harbour Clinic"),
    ("priorities", "pick", "no weekend work, a boss who explains"),
    ("priorities", "liked", "We moved an entire ward in one day and everybody helped"),
    ("priorities", "hated", "My boss cancelled my holiday two days before"),
    ("priorities", "because", "because my last offer letter was a lie"),
    ("want", "because", "I was reminded every evening by mail what I had done wrong"),
    ("want", "not_if", "they text me on Sundays"),
    ("ask", "text", "When is my first review, and who decides on it?"),
    ("ask", "text", "Who can read what I write in the logbook?"),
    ("ask", "note", "She said they stop the night shifts in March"),
    ("prepare", "list", "How do you hand over a shift here?"),
    ("prepare", "learn", "Whether the manager moved people against their will"),
    ("mindset", "reframe", "Would they let me change the shift when my son is ill?"),
    ("mindset", "find", "If the offer would include the night bonus"),
    ("skills", "proud", "I moved the whole archive to the new house in a week"),
    ("skills", "proud", "stopped three thefts by just talking to people"),
    ("skills", "name", "keeping calm when two things go wrong at once"),
    ("skills", "proof", "the ward sister offered me her place when she left"),
    ("no", "why", "they cancelled twice and never said sorry"),
    ("no", "why", "I got a better offer from the hospital next door"),
    ("no", "missing", "a written promise of no more than three nights a month"),
    ("stay", "want", "Fridays off, I was promised them last year"),
    ("stay", "suggest", "I take the early shift and leave at two"),
    ("stay", "reply", "He said no, and that the company has moved on from part time"),
    ("belief", "tell", "they cancel shifts by text message"),
    ("belief", "source", "a friend who got an offer there"),
    ("call", "bad", "I didn't know what the contract says about notice"),
    ("call", "fine", "fine if they put the training into the offer"),
    ("gap", "what", "SAP"),
    ("interview", "employer", "Moved Ltd"),
    ("interview", "role", "reminder service agent"),
    ("interview", "place", "Zoom, the link comes by mail on Thursday"),
    ("interview", "people", "Anna, the manager, and someone from HR"),
    ("interview", "when", "they moved it to Friday 10am"),
    ("interview", "length", "an hour and a half"),
    ("interview", "city", "Lisbon"),
    ("interview", "city", "I am in Frankfurt am Main at the moment"),
    ("interview", "city", "it is a small place near Linz called Ottensheim"),
    ("answer", "words", "They said the offer will name the hours"),
    ("learned", "tell", "I want a boss who does not cancel on me"),
    ("note", "tell", "Anna mentioned two people left in May"),
    ("need", "wait", "until the offer from the school comes, maybe two weeks"),
    ("decide", "starts", "1 February"),
    ("letter", "draft", "how she showed me the new ward"),
    ("ideas", "show", "and about night shifts?"),
    ("act", "day", "last Tuesday"),
    ("compare", "which", "the clinic and the school"),
    ("offer", "report", "and 28 days of leave, pension 6%"),
    ("letter", "draft", "they showed me the new machines"),
    ("ideas", "show", "what about training"),
    ("worry", "result", "and I'm afraid of the nights"),
    ("interview", "when", "it was moved to next Tuesday at 9"),
    ("interview", "line", "Aldi, cashier, Friday 10am"),
    ("mindset", "reframe", "Who would teach me, and by when must I work alone?"),
    ("stay", "suggest", "one day a week in the other team, from January"),
    ("gap", "what", "speaking in front of people"),
    ("belief", "tell", "that they pay late and the boss shouts"),
    ("need", "floor", "2,400 a month and no nights"),
    ("need", "overlook", "the way there, until summer"),
    ("stay", "suggest", "the quiet desk by the window, from summer on"),
    ("want", "words", "no split shifts"),
]
ASIDES = [
    ("offer", "report", "which is better"),
    ("debrief", "who", "I got a second offer, 2,700 from Hansa, 38 hours"),
    ("debrief", "who", "I'll take the offer"),
    ("priorities", "because", "hold on, my interview at Lidl was cancelled"),
    ("letter", "draft", "I also want no night shifts anywhere"),
    ("call", "card", "I take the job"),
    ("letter", "kind", "they rang now, the new time is tomorrow 10"),
    ("interview", "confirm", "how do I find out if people say the truth about the foreman"),
    ("decide", "which", "should I have asked them more"),
    ("mindset", "reframe", "my interview at the school is on Friday at 10"),
    ("ideas", "show", "I'd rather have a boss who leaves me alone"),
    ("offer", "report", "btw I also have one from Kode Labs, 13 LPA, no bond"),
    ("offer", "report", "stop"),
    ("skills", "proud", "never mind"),
    ("interview", "which", "the foreman is a shouter, people say"),
    ("offer", "report", "which is better, Zenlayer or Kode Labs?"),
    ("offer", "report", "I want to say yes"),
    ("offer", "letter", "is it ok to negotiate at all?"),
    ("offer", "report", "how do I tell Kode Labs no"),
    ("letter", "draft", "they rejected me"),
    ("letter", "which", "no messages at night please"),
    ("ideas", "show", "I want to withdraw"),
    ("ideas", "show", "please delete everything"),
    ("worry", "tell", "ok thx bye"),
    ("interview", "which", "nah I don't want that job anymore, tell them no"),
    ("call", "card", "they said they'd call by Thursday and didn't"),
    ("priorities", "pick", "Trial shift on Saturday 6am at The Copper Pan"),
    ("skills", "use", "Interview at Aldi on Friday at 10"),
    ("debrief", "how", "wait, they just cancelled the interview"),
    ("debrief", "how", "how do I stop these reminders?"),
    ("debrief", "answer", "btw got a second offer, 2,900 a month"),
    ("debrief", "answer", "who can read this?"),
    ("debrief", "odd", "before I forget: interview at Lidl, Monday 10am"),
    ("worry", "tell", "hold on, they moved my interview to Friday 10am"),
    ("worry", "tell", "please delete my data"),
    ("priorities", "pick", "forgot to say, they moved it to Friday 10am"),
    ("priorities", "because", "how do I stop these reminders?"),
    ("ask", "text", "wait, they just cancelled the interview"),
    ("prepare", "learn", "btw the call got moved to Thursday 9:30"),
    ("prepare", "list", "stop sending me messages"),
    ("mindset", "reframe", "oh wait, I just got an interview at Aldi on Tuesday at 10"),
    ("skills", "proud", "sorry, something else: the recruiter moved the interview to Monday at 9"),
    ("skills", "name", "how do I change my time zone?"),
    ("signal", "which", "can you stop the reminders please"),
    ("no", "why", "quick question: who can read this?"),
    ("stay", "want", "by the way, interview with Bosch next Wednesday 3pm"),
    ("belief", "source", "hang on, my interview on Thursday was called off"),
    ("interview", "employer", "how do I stop these reminders?"),
    ("interview", "role", "wait, they just cancelled the interview"),
    ("interview", "place", "btw got a second offer, 31,000 a year and 28 days holiday"),
    ("interview", "people", "is this private?"),
    ("settings", "quiet", "oh, they moved my interview to Friday 10am"),
    ("letter", "draft", "forgot to mention, I have an interview at Obi tomorrow 2pm"),
    ("ideas", "show", "wait, they just cancelled the interview"),
    ("need", "wait", "stop these notifications"),
    ("call", "bad", "before I forget, interview at the zoo on Monday at 8"),
    ("gap", "what", "hold on, Acorn House called off the interview"),
    ("note", "tell", "how do I turn off the notifications?"),
    ("decide", "starts", "unrelated: I got an interview at Penny, Thursday 11am"),
    ("learned", "tell", "how can I delete everything you have about me"),
    ("compare", "which", "oh wait they cancelled my interview on thursday"),
]


CONTENT = load()


def _goes(flow: str, step: str, text: str) -> bool:
    job = Job(employer="Acorn House", role="night nurse", created_at=NOW)
    data = {key: value for key, value in DRAFTS[flow, step].items() if isinstance(value, (str, bool, int, list, dict))}
    dialog = Dialog(flow=flow, step=step, data=data, created_at=NOW, updated_at=NOW)
    work = Work(User(id=7, zone="Europe/Berlin"), [job, dialog])
    turn = Turn(work, NOW, CONTENT, Texts(CONTENT.texts), Event("text", text=text))
    token = TURN.set(turn)
    try:
        return Digression(CONVERSATIONS).check_update(None)
    finally:
        TURN.reset(token)


@pytest.mark.parametrize("flow, step, text", ANSWERS)
def test_an_answer_is_not_taken_for_something_else(flow: str, step: str, text: str) -> None:
    assert not _goes(flow, step, text)


@pytest.mark.parametrize("flow, step, text", ASIDES)
def test_what_is_beside_the_point_goes_elsewhere(flow: str, step: str, text: str) -> None:
    assert _goes(flow, step, text)


def test_the_tables_name_steps_that_exist() -> None:
    assert set(OWN) <= set(CONVERSATIONS)
    for flow, step in FACTS:
        assert step in CONVERSATIONS[flow].states, (flow, step)


def test_every_conversation_that_takes_text_says_what_an_answer_may_look_like() -> None:
    takes = {
        name
        for name, conversation in CONVERSATIONS.items()
        for state in conversation.states.values()
        if any(isinstance(handler, Said) for handler in state.handlers)
    }
    bare_facts = {flow for flow, _ in FACTS}
    assert takes - set(OWN) - bare_facts == set()


@pytest.mark.parametrize(
    "text, rest",
    [
        ("wait, they just cancelled", "they just cancelled"),
        ("Oh wait - my call moved", "my call moved"),
        ("by the way, I got an offer", "I got an offer"),
        ("btw I got an offer", "I got an offer"),
        ("sorry, something else: it is off", "it is off"),
        ("forgot to say they moved it", "they moved it"),
        ("quick question: who reads this", "who reads this"),
    ],
)
def test_the_words_that_say_so_are_cut_off(text: str, rest: str) -> None:
    assert has_sign(text)
    assert bare(text) == rest


@pytest.mark.parametrize("text", ["wait times are long", "waiting for a bus", "btw", "the wait", "also good", "stop"])
def test_like_words_are_no_sign(text: str) -> None:
    assert not has_sign(text)
    assert bare(text) == text


@pytest.mark.parametrize(
    "text",
    ["They asked who can read the charts and I said the nurse, then we spoke for an hour about who may delete my data",
     "she will never text me", "the zone was private", "I stop the machine and call for help"],
)  # fmt: skip
def test_a_story_does_not_ask_the_bot(text: str) -> None:
    assert not of_the_bot(text)


def test_an_interview_that_was_called_off_is_asked_about_and_the_flow_waits() -> None:
    job = Job(employer="Acorn House", role="night nurse", created_at=NOW)
    interview = Interview(job_id=job.id, local=NOW.replace(tzinfo=None, day=26), zone="Europe/Berlin",
                          start=NOW.replace(day=26), created_at=NOW)  # fmt: skip
    chat = Chat(registrations("", ""), User(id=7, zone="Europe/Berlin"), job, interview)
    chat.command("skills")
    chat.say("wait, they just cancelled the interview")
    assert "Acorn House" in chat.text
    chat.tap(chat.labels()[0])
    assert interview.state == "cancelled"
    assert any(label.startswith("‹ Back to") for label in chat.labels())
