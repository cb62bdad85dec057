"""An interview comes in as people tell it: with their story around it, in any order, several at once."""

from __future__ import annotations

import pytest

from bot.core.model import Dialog, Interview, Job, Person, User
from bot.telegram.buttons import door
from tests.handlers.driving import NOW, Chat
from tests.handlers.talks import job, talk, talking, where


def newcomer() -> Chat:
    return talking(user=User(id=7, created_at=NOW))


def londoner(*records: Job | Interview | Person) -> Chat:
    return talking(*records, user=User(id=7, zone="Europe/London", created_at=NOW))


# -- the city -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "line, city",
    [
        ("Larch Primary thu 10am with Mr Oke, hull", "Hull"),
        ("Maple House, care assistant, fri 10:30 with Tom (manager), leeds", "Leeds"),
        ("on friday 7am i meet with company Crumb in Bristol, boss is Joana", "Bristol"),
        ("shelter called Fern asked me to come in tuesday 2pm, jane runs it, manchester", "Manchester"),
    ],
)
def test_the_city_of_the_line_is_offered_with_what_is_noted(line: str, city: str) -> None:
    chat = newcomer()
    chat.say(line)
    assert where(chat) == ("interview", "city")
    assert "Noted: " in chat.text
    chat.tap(city)
    assert where(chat)[1] == "confirm"
    assert chat.user.zone == "Europe/London"


def test_an_unknown_place_leaves_a_way_on() -> None:
    chat = newcomer()
    chat.say("Oakfield Care fri 5pm with Jan")
    chat.say("Little Snoring")
    chat.tap("London time")
    assert "Fri 27 Nov, 17:00" in chat.text


def test_what_is_said_of_the_interview_at_the_city_goes_onto_its_card() -> None:
    chat = newcomer()
    chat.say("Oakfield Care fri 5pm")
    for said in ("with jan, she is the manager", "the place is 3 mill lane", "second round", "ok"):
        chat.say(said)
        assert "Only the city is missing" in chat.text
    chat.say("Reading")
    for words in ("Jan (manager)", "3 mill lane", "Round: second"):
        assert words in chat.text


def test_a_question_at_the_city_is_heard_and_leads_back() -> None:
    chat = newcomer()
    chat.say("Oakfield Care fri 5pm")
    chat.say("why?")
    assert "your hour" in chat.text
    chat.say("why a passport? is it normal")
    assert where(chat)[0] == "meaning"
    chat.tap("‹ Back to adding an interview")
    assert where(chat) == ("interview", "city")


def test_a_city_told_for_the_time_is_kept() -> None:
    chat = newcomer()
    chat.command("interview", "Oakfield Care, carer")
    chat.say("leeds")
    assert where(chat)[1] == "when"
    chat.say("fri 5pm")
    assert "Leeds" in chat.labels()


# -- a story around it, and names in other words --------------------------------------------------------------------


def test_a_story_and_a_fear_around_it_leave_the_card_clean() -> None:
    chat = londoner()
    chat.say(
        "hey, i quit my cleaning job after 12 years, i got an interview on wednesday 9am at Brook House with the owner "
        "Mr Lal, what if they think im too old"
    )
    assert chat.text.startswith("<b>Brook House</b>, job not named\nWed 25 Nov, 09:00")
    assert "With Mr Lal (owner)" in chat.text
    assert "what worries you becomes questions" in chat.text


def test_a_talk_told_in_bed_is_a_talk() -> None:
    chat = londoner()
    chat.say("I have the talk tomorow at 11 with Sheila from St Annes, leeds, i am in bed now and cant sleep")
    assert chat.text.startswith("<b>St Annes</b>")
    assert "With Sheila\nLeeds" in chat.text


@pytest.mark.parametrize(
    "said, name",
    [
        ("I just told you.. Rosewood Court", "Rosewood Court"),
        ("the firm is called Voltek", "Voltek"),
        ("as i said, it's Oak Lodge, night carer", "Oak Lodge"),
        ("oak lodge", "Oak Lodge"),
    ],
)
def test_the_employer_is_taken_out_of_a_sentence(said: str, name: str) -> None:
    chat = londoner()
    chat.command("interview", "thursday 2pm")
    chat.say(said)
    assert chat.text.startswith(f"<b>{name}</b>")


def test_a_second_talk_with_the_one_employer_needs_no_name() -> None:
    corda = job("Corda", "nurse")
    chat = londoner(corda, talk(corda, -30))
    chat.say("she wrote: dear applicant, we move on with a second interview, thu 3 dec 10am with the director")
    assert chat.text.startswith("<b>Corda</b>, nurse")


def test_the_steps_take_what_is_said_out_of_order() -> None:
    chat = londoner()
    chat.command("interview")
    chat.tap("Step by step")
    for said in ("its for tesco", "warehouse", "wed 2pm", "in hull actually", "with Priya from HR", "not wed thursday"):
        chat.say(said)
    for words in ("<b>Tesco</b>, warehouse", "Thu 26 Nov, 14:00", "With Priya (HR)", "Hull"):
        assert words in chat.text


def test_somebody_who_is_known_there_has_his_title() -> None:
    corda = job("Corda", "nurse")
    ben = Person(job_id=corda.id, name="Ben", title="manager", audience="M", created_at=NOW)
    chat = londoner(corda, ben, talk(corda, -30, ben))
    chat.say("Corda again, thu 3 dec 10am with Ben")
    assert "With Ben (manager)" in chat.text


# -- several at once ------------------------------------------------------------------------------------------------


def test_several_interviews_come_one_card_after_the_other() -> None:
    chat = londoner()
    chat.say("interviews: tesco tue 9am with Priya and lidl wed 2pm with bob, both warehouse")
    assert "I read 2 interviews" in chat.text
    assert "<b>Tesco</b>, warehouse" in chat.text
    chat.say("no priya is the HR")
    assert "Priya (HR)" in chat.text
    chat.say("ok")
    assert "<b>Lidl</b>, warehouse\nWed 25 Nov, 14:00" in chat.screen.text
    chat.say("ok")
    assert where(chat) == ("", "")
    assert len(chat.work.all(Interview)) == 2


@pytest.mark.parametrize(
    "said",
    [
        "hiya, got 2 interviews this week for baker jobs. one is fernbank weds 10am the other is oakline friday 2pm",
        "hello i have two interviews, the first one is at Fernbank on wed 10am and another one at Oakline fri 2pm",
        "2 interviews coming up: first is Fernbank wed 10, second Oakline fri 14:00",
        "interview at Fernbank wed 10am. the other one's Oakline on fri 2pm, both for baker",
    ],
)
def test_one_and_the_other_are_two(said: str) -> None:
    chat = londoner()
    chat.say(said)
    assert "<b>Fernbank</b>" in chat.text
    chat.say("ok")
    assert "<b>Oakline</b>" in chat.screen.text
    assert "Fri 27 Nov, 14:00" in chat.screen.text


def test_a_second_one_without_a_day_is_on_the_same_day() -> None:
    chat = londoner()
    chat.say("interview tomorrow 10am with Fernbank, then another one at 2pm with Oakline, both in leeds")
    chat.say("ok")
    assert "<b>Oakline</b>, job not named\nTue 24 Nov, 14:00" in chat.screen.text


def test_the_first_is_no_day_of_a_month() -> None:
    chat = londoner()
    chat.say("Fernbank mon 9am or tue 3pm")
    chat.say("the first")
    assert "Mon 30 Nov, 09:00" in chat.text


def test_a_sentence_tells_the_city() -> None:
    chat = newcomer()
    chat.say("interview at Fernbank thursday 15:30 with Sarah (HR)")
    chat.say("I am in Leeds only, shifted last month from Pune")
    assert where(chat)[1] == "confirm"
    assert chat.user.zone == "Europe/London"


def test_what_is_not_saved_yet_is_said_and_found_again() -> None:
    chat = newcomer()
    chat.say("interview at Fernbank thursday 15:30")
    chat.command("next")
    assert "Not saved yet: <b>Fernbank, thursday 15:30</b>" in chat.text
    chat.tap("Finish adding it")
    assert where(chat)[1] == "city"


def test_a_whole_interview_is_no_answer_to_something_else() -> None:
    chat = londoner(job("Maple House"))
    chat.command("no", "Maple House")
    chat.say("the hours")
    chat.say("interview at Fernbank, cook, friday 2pm")
    assert "<b>Fernbank</b>, cook" in chat.text


def test_an_offer_beside_the_interview_waits_behind_it() -> None:
    chat = londoner()
    chat.say("Halden offered me 17.20/h for nights, and i have an interview at Birchwood on friday 11am. what now??")
    assert "17.20/h" in chat.text
    assert "<b>Birchwood</b>, job not named\nFri 27 Nov, 11:00" in chat.text
    chat.say("yes its right")
    chat.tap("‹ Back to the offer")
    assert "It is about Halden" in chat.text


@pytest.mark.parametrize("said, day", [("the second one", "30"), ("first", "23"), ("the last", "30")])
def test_a_choice_of_days_is_made_by_its_number(said: str, day: str) -> None:
    chat = londoner()
    chat.say("Acme mon 3pm")
    chat.say("job is driver")
    assert where(chat)[1] == "which"
    chat.say(said)
    assert f"<b>Acme</b>, driver\nMon {day} Nov, 15:00" in chat.text


def test_a_city_that_all_share_is_each_ones() -> None:
    chat = newcomer()
    chat.say("i got 2 interviews, Subway wed 10am and Greggs thu 4pm both in leeds")
    chat.tap("Leeds")
    chat.say("ok")
    assert "<b>Greggs</b>" in chat.screen.text
    assert "\nLeeds" in chat.screen.text


# -- after saving ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "said, shown",
    [
        ("its Rosewood Court not Maple House", "<b>Rosewood Court</b>"),
        ("no wait it was right before, 2", "Fri 27 Nov, 14:00"),
        ("the maple one, its phone not there", "By phone"),
        ("sorry the job is teaching assistant", ", teaching assistant"),
        ("with jan the manager, 3 mill lane", "With Jan (manager)\n3 mill lane"),
    ],
)
def test_a_correction_after_saving_is_on_the_card_again(said: str, shown: str) -> None:
    chat = londoner()
    chat.say("Maple House fri 3pm")
    chat.say("save")
    chat.say(said)
    assert where(chat) == ("interview", "confirm")
    assert shown in chat.text
    chat.say("ok save")
    assert shown in chat.text
    assert len(chat.work.all(Interview)) == 1


@pytest.mark.parametrize(
    "said",
    [
        "my mum is the matron there",
        "the boss is rude",
        "i meet them in the cafe",
        "no i cant at 4",
        "its far away",
        "ok",
    ],
)
def test_a_remark_is_nobody_and_no_time(said: str) -> None:
    chat = londoner()
    chat.say("Maple House fri 3pm")
    chat.say("save")
    chat.say(said)
    assert where(chat)[0] != "interview"
    assert not chat.work.all(Person)


def test_it_is_renamed_on_request() -> None:
    chat = londoner()
    chat.say("Maple House fri 3pm")
    chat.say("save")
    chat.say("rename it")
    chat.say("Oak Lodge")
    assert chat.text.startswith("<b>Oak Lodge</b>")


def test_a_remark_after_saving_is_no_correction() -> None:
    chat = londoner()
    chat.say("Maple House fri 3pm")
    chat.say("save")
    chat.say("i am so tired of all this")
    assert where(chat)[0] != "interview"


def test_by_phone_is_kept_with_the_interview() -> None:
    chat = londoner()
    chat.say("Acme fri 3pm by phone")
    chat.say("save")
    assert chat.work.all(Interview)[0].place == "By phone"


# -- what is half typed ---------------------------------------------------------------------------------------------


def test_a_page_beside_a_half_typed_interview_leaves_it_there() -> None:
    acme = job("Acme")
    saved = talk(acme, 30)
    chat = londoner(acme, saved)
    chat.say("Voltek fri 10am with Mr Harris")
    for arg in (saved.id, "gone"):
        chat.press(door("x", "interview", "open", arg))
        assert "‹ Back to adding an interview" in chat.labels()
    chat.say("save")
    assert len(chat.work.all(Interview)) == 2


def test_the_half_typed_interview_is_offered_beside_and_after_an_unsure_question() -> None:
    chat = londoner()
    chat.say("Voltek fri 10am with Mr Harris")
    chat.say("what is a good question")
    assert "‹ Back to adding an interview" in chat.labels()
    chat.say("stop")
    assert "‹ Back to adding an interview" in chat.labels()
    chat.command("next")
    chat.tap("‹ Back to adding an interview")
    assert where(chat) == ("interview", "confirm")


def test_a_draft_of_what_is_saved_now_does_not_wait_any_more() -> None:
    chat = londoner()
    chat.say("Voltek fri 10am")
    chat.command("interview", "Voltek fri 10am with Mr Harris")
    chat.say("save")
    assert not chat.work.all(Dialog)


def test_a_name_for_somebody_taken_off_meanwhile_makes_no_ghost() -> None:
    acme = job("Acme")
    ben = Person(job_id=acme.id, name="Ben", created_at=NOW)
    chat = londoner(acme, ben)
    chat.press(door("x", "person", "name", ben.id))
    chat.work.remove(ben)
    chat.say("Benjamin")
    assert "could not note “Benjamin”" in chat.text
    assert not chat.work.all(Person)
