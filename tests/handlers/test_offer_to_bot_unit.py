"""Beside an offer: what is put to the bot is answered by the bot, and what the user tells of himself is kept as his; none
of it becomes a question to the employer or a part of the letter."""

from __future__ import annotations

import pytest

from bot.core.model import Job, Offer, Priority, Promise, Question
from bot.core.offer.employer import likely_employer
from bot.core.offer_remarks import remark
from tests.handlers.driving import Chat
from tests.handlers.talks import talking, where

OFFER = (
    "The foreman at Alder Boilers (Hobart TAS) phoned and offered me the job of gas fitter, 44 dollars an hour, 38 hours a week but most "
    "of the crew do 46. One weekend in four on standby, there's an allowance but he didn't say how much. 4 weeks annual leave and a van "
    "with fuel card. Starts 8 February. He wants to hear from me by Friday. Some nights away on the big jobs up north."
)
SHORT = "they offered me 16.20 an hour, 39 hours a week, start monday"


def reported(text: str = OFFER) -> Chat:
    chat = talking()
    chat.command("offer", text)
    assert where(chat) == ("offer", "report")
    return chat


def questions(chat: Chat) -> list[str]:
    return [question.text for question in chat.work.all(Question)]


@pytest.mark.parametrize(
    "said, shown",
    [
        ("have I overlooked anything?", "Not in it that such jobs usually settle: "),
        ("so whats still open", "most of the crew do 46"),
        ("what did they leave out", "didn't say how much"),
        ("what else should i ask them", "Notice and ending"),
        ("ok what now?", "Next: ask them in one message"),
        ("is that usual?", "usual or lawful I can't say"),
        ("what about the standby, is that normal", "didn't say how much"),
        ("should I ask about the notice?", "worth a question"),
        ("what do they mean by big jobs", "only they can say"),
        ("notice", "Notice and ending</b>: not in what you sent"),
        ("the standby", "didn't say how much"),
        ("holidays", "clear, 4 weeks"),
        ("what does it say about sick pay?", "Sick pay</b>: not in what you sent"),
        ("stop asking me things", "nothing has to be asked"),
    ],
)
def test_what_is_put_to_the_bot_is_answered_and_not_asked(said: str, shown: str) -> None:
    chat = reported()
    read = chat.work.all(Offer)[0].read
    chat.say(said)
    assert where(chat) == ("offer", "beside")
    assert shown in chat.text
    assert questions(chat) == []
    assert chat.work.all(Offer)[0].read["topics"] == read["topics"]
    assert "2 messages" not in chat.text


def test_one_tap_makes_a_question_of_what_was_answered() -> None:
    chat = reported()
    chat.say("what about the standby thing?")
    chat.say("is that normal?")
    assert len(questions(chat)) == 1
    chat = reported()
    chat.say("is the standby normal")
    chat.tap("Ask them about it")
    assert questions(chat) == ["Could you tell me more about the standby?"]
    chat.tap("Write a message to them")
    assert "standby" in chat.text
    assert "health cover" in chat.text  # what the report puts first goes with it


@pytest.mark.parametrize(
    "said, words, because",
    [
        (
            "what matters to me is being there at night for my girls, husband works away",
            "night",
            "my husband works away",
        ),
        ("i really care about the hours because my son is at nursery", "", "my son is at nursery"),
        ("sleeping at home is so important to me", "sleeping at home", ""),
        ("my main priority is the training", "", ""),
    ],
)
def test_what_matters_to_him_is_kept_with_its_reason(said: str, words: str, because: str) -> None:
    chat = reported()
    chat.say(said)
    assert where(chat) == ("offer", "beside")
    assert "Kept as what you want" in chat.text
    assert "clear, " not in chat.text
    [want] = chat.work.all(Priority)
    assert words in want.words
    assert want.because == because
    assert questions(chat) == []


def test_what_of_the_offer_touches_it_is_shown() -> None:
    chat = reported()
    chat.say("most important to me is being home at night")
    assert "nights away on the big jobs" in chat.text


@pytest.mark.parametrize(
    "said", ["health cover doesnt matter to me", "im not bothered about health cover", "dont need health cover"]
)
def test_what_does_not_matter_goes_behind_and_is_no_want(said: str) -> None:
    chat = reported()
    assert "Health cover" in chat.text
    chat.say(said)
    assert where(chat) == ("offer", "report")
    assert "Fine for you without: <i>health cover</i>" in chat.text
    assert "<b>Health cover</b>" not in chat.text
    assert chat.work.all(Priority) == []


@pytest.mark.parametrize(
    "said, kept",
    [
        ("he said theres a tool allowance but not how much", "theres a tool allowance but not how much"),
        (
            "u already have the standby, he told me it's paid, but he didn't say what",
            "standby: paid, but he didn't say what",
        ),
    ],
)
def test_what_was_half_told_is_kept_whole_and_stays_open(said: str, kept: str) -> None:
    chat = reported()
    chat.say(said)
    assert [promise.words for promise in chat.work.all(Promise)] == [kept]
    assert "leaves it open" in chat.text
    chat.tap("What I read in it")
    assert "So said You" not in chat.text
    assert "That leaves it open" in chat.text


@pytest.mark.parametrize("said", ["can I say yes?", "ok im gonna take it", "no more questions, just write the yes"])
def test_a_yes_leads_to_the_gate(said: str) -> None:
    chat = reported()
    chat.say(said)
    assert where(chat)[0] == "decide"
    assert questions(chat) == []


@pytest.mark.parametrize(
    "said, shown", [("whats missing?", "Not in it"), ("notice", "not in what you sent"), ("what now", "Next: ")]
)
def test_the_gate_answers_too(said: str, shown: str) -> None:
    chat = reported()
    chat.say("i take it")
    chat.say(said)
    assert where(chat) == ("decide", "mirror")
    assert shown in chat.text
    assert "tap one of the buttons" not in chat.text


@pytest.mark.parametrize(
    "said, name, role",
    [
        ("its forklift driver in bray for quayside logistics", "Quayside Logistics", "forklift driver"),
        ("the job is night cook at Rowan Hospice", "Rowan Hospice", "night cook"),
    ],
)
def test_who_and_what_of_the_open_offer_is_taken_up(said: str, name: str, role: str) -> None:
    chat = reported(SHORT)
    chat.say(said)
    assert where(chat) == ("offer", "report")
    assert [(job.employer, job.role) for job in chat.work.all(Job)] == [(name, role)]


def test_what_they_now_say_is_of_the_same_offer() -> None:
    chat = reported(SHORT)
    chat.tap("Stop")
    chat.say("they now say overtime is time and a half after 39 hours")
    assert where(chat) == ("offer", "report")
    assert len(chat.work.all(Offer)) == 1


def test_while_it_is_asked_which_offer_nothing_is_lost() -> None:
    chat = reported(SHORT)
    chat.tap("Stop")
    chat.say("we offer 41000 a year, 40 hours")
    assert where(chat) == ("offer", "same")
    chat.say("the nights are what im scared of")
    assert questions(chat) == ["Could you tell me more about nights?"]
    chat.say("whats open?")
    assert where(chat) == ("offer", "same")
    assert len(questions(chat)) == 1
    assert "Not in it" in chat.text


@pytest.mark.parametrize(
    "text, name",
    [
        ("the boss at Alder Boilers (Hobart) rang me and offered me the job", "Alder Boilers"),
        ("Sue from Rowan Care phoned to offer me nights", "Rowan Care"),
        ("got a call from Quay Dental, they want me", "Quay Dental"),
        ("Marl & Sons in Leeds have offered me 14 an hour", "Marl & Sons"),
        ("been offered a post by Larch Primary", "Larch Primary"),
        ("job offer from quayside logistics, 15.40", "Quayside Logistics"),
        ("they rang me and offered me the job", ""),
        ("Mr Oke rang and offered me 15 an hour in Hobart", ""),
        ("the boss at the site rang me, 15 an hour", ""),
        ("they offered me a job at a care home", ""),
    ],
)
def test_an_employer_is_heard_as_people_tell_it(text: str, name: str) -> None:
    assert likely_employer(text) == name


LETTER = (
    "Dear Ms Oke, we are pleased to offer you the post of staff nurse at Fernleigh Hospital. The salary is 31,400 a year. Welcome "
    "payment: 3,000, repayable in full if you leave for any reason within 24 months. Annual leave is 28 days. Sick pay is discretionary "
    "in the first six months. You will work 37.5 hours a week. Notice is one week, later three months. You report to the Ward Manager."
)


@pytest.mark.parametrize(
    "said, shown, asked",
    [
        ("what happens with the welcome payment if I leave?", "repayable in full if you leave", 0),
        ("how many days holiday do I get", "clear, 28 days", 0),
        ("does it say who is my boss", "Ward Manager", 0),
        ("what about the repayment thing and notice", "repayable in full", 0),
        ("do i get sick pay", "leave it open: <i>“Sick pay is discretionary", 1),
        ("how many nights is it", "", 1),
        ("who is the employer, the agency or the hospital?", "Who is the employer, the agency or the hospital?", 1),
    ],
)
def test_what_the_letter_says_itself_is_not_asked_of_them(said: str, shown: str, asked: int) -> None:
    chat = reported(LETTER)
    chat.say(said)
    assert shown in chat.text
    assert len(questions(chat)) == asked


@pytest.mark.parametrize("answer", ["yes", ""])
def test_where_it_is_not_plain_whom_a_question_is_for_it_is_asked(answer: str) -> None:
    chat = reported(LETTER)
    chat.say("what did i write about the badge colour")
    assert "Shall I put it to them?" in chat.text
    assert questions(chat) == []
    if answer:
        chat.say(answer)
    else:
        chat.tap("Ask them about it")
    assert len(questions(chat)) == 1


@pytest.mark.parametrize(
    "said, shown",
    [
        ("which of these are bad for me?", "Not in it"),
        ("is 31,400 fair?", "31,400 a year"),
        ("its missing the bonus", "Bonus or commission</b>: not in what you sent"),
        ("im fine with the notice", "Fine for you as it is: <i>Notice and ending"),
        ("can they move me to truro?", "Can you move me to truro?"),
    ],
)
def test_a_remark_is_answered_and_no_part_of_the_letter(said: str, shown: str) -> None:
    chat = reported(LETTER)
    chat.say(said)
    assert shown in chat.text
    assert chat.work.all(Offer)[0].read["messages"] == 1


def test_another_figure_changes_the_topic_that_was_told_with_one() -> None:
    chat = reported(LETTER)
    chat.say("how many days holiday do I get")
    chat.say("they now say 29 days")
    assert "Noted: 29 days. Before it was 28 days" in chat.text
    assert chat.work.all(Offer)[0].read["topics"]["leave"]["facts"] == ["29 days"]


def test_the_employer_of_the_one_offer_is_named_in_words() -> None:
    chat = reported(SHORT)
    chat.tap("Stop")
    chat.say("the employer is Quayside Logistics")
    assert [job.employer for job in chat.work.all(Job)] == ["Quayside Logistics"]


def test_another_offer_that_says_so_is_not_asked_about() -> None:
    chat = reported(SHORT)
    chat.tap("Stop")
    chat.say("mint stores offered me a job too. 13.10 an hour, 30 hours")
    assert len(chat.work.all(Offer)) == 2
    assert [job.employer for job in chat.work.all(Job)] == ["", "Mint Stores"]


def test_a_bare_yes_does_not_say_which_offer_it_is() -> None:
    chat = reported(SHORT)
    chat.tap("Stop")
    chat.say("we offer 41000 a year, 40 hours")
    chat.say("yes")
    assert where(chat) == ("offer", "same")
    assert len(chat.work.all(Offer)) == 1


def test_their_reply_finds_the_message_that_asked() -> None:
    chat = reported(LETTER)
    chat.tap("Write one message for these 3")
    chat.tap("Done")
    chat.say("they replied: the rota is four long days, and you would be trained on site")
    assert where(chat) == ("offer", "settled")


@pytest.mark.parametrize(
    "said, step, shown",
    [
        ("more polite please", "letter", "Copy this"),
        ("ok sent. thanks", "letter", "When they answer"),
        ("actually keep it", "report", "I read"),
    ],
)
def test_the_message_and_the_question_of_forgetting_take_words(said: str, step: str, shown: str) -> None:
    chat = reported(LETTER)
    chat.tap("Forget this offer" if step == "report" else "Write one message for these 3")
    chat.say(said)
    assert where(chat) == ("offer", step)
    assert shown in chat.text


OTHERS = """
do they pay the forklift course|question
is overtime paid?|question
what shift would I be on in the first week|question
can i ask for a later start|
30 days of holiday|
no pension|
day shifts|
permanent, 40 hours|
they say training is important to us|
that doesnt matter|
i dont want nights|
leave out health cover|drop
what about sunday pay|about
what should i ask|show
is this a good offer?|better
she told me max 5 nights and training 3 weeks|told
""".strip().splitlines()


@pytest.mark.parametrize("row", OTHERS)
def test_what_is_like_it_stays_what_it_was(row: str) -> None:
    said, _, kind = row.partition("|")
    found = remark(said)
    kinds = found.kinds if found else set()
    assert kinds == ({kind} if kind else set()) or (
        not kind and not kinds & {"term", "normal", "worth", "want", "waive"}
    )


def test_thanks_sent_it_is_no_reply_of_theirs() -> None:
    chat = reported()
    chat.tap("Write one message for these 3")
    chat.say("thanks sent it")
    assert "When they answer, forward it to me" in chat.text
    assert "I find no answer" not in chat.text


def test_an_employer_behind_the_post_is_read() -> None:
    assert likely_employer("We offer you the post of Night Cook at Alder Court Hotel, Hove.") == "Alder Court Hotel"
