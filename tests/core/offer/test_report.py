"""The report on an offer: its order for different people, what was said beside it, and what is kept of it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.core.model import Answer, Dialog, Job, Priority, Promise, Question
from bot.core.model import Offer as Kept
from bot.core.offer import keeping
from bot.core.offer.due import answer_day, reminder_days
from bot.core.offer.keeping import LETTER, employer_of, is_part, let_go, merged, offers_in, reading
from bot.core.offer.masking import HIDDEN, masked, quote
from bot.core.offer.replies import settled
from bot.core.offer.report import Heard, Report, interests, report, said_to_me
from content import load

CONTENT = load()
TOPICS = CONTENT.offer_topics
NOW = datetime(2026, 11, 24, 9, 20, tzinfo=UTC)  # a Tuesday
LETTER_TEXT = (
    "Dear Kim, we are happy to offer you the position of depot planner. Your salary will be 33,600 per year. "
    "Shifts follow the needs of the depot. The company offers competitive benefits. You will report to Ms Okoro. "
    "You get 27 days of annual leave. Please let us have your answer by Friday 4 December."
)
READ = reading(LETTER_TEXT, TOPICS)


def look(*priorities: Priority, questions: list[Question] = [], told: list[Heard] = []) -> Report:  # noqa: B006
    cares = interests(priorities, questions, told, CONTENT, "J")
    return report(READ, cares, told, TOPICS)


def ids(found: Report) -> list[str]:
    return [line.topic for line in found.first]


def want(topic: str, rank: int, level: str = "want") -> Priority:
    return Priority(topic=topic, rank=rank, level=level)


# -- the order ----------------------------------------------------------------------------------------------------


def test_without_priorities_the_three_that_such_jobs_usually_settle() -> None:
    found = look()
    assert not found.mine
    assert ids(found) == ["location", "hours", "health"]
    assert all(line.open for line in found.first)


def test_each_user_sees_his_own_three_with_open_ones_before_clear_ones() -> None:
    found = look(want("PAY", 1), want("TIME", 2), want("GROW", 3))
    assert found.mine
    assert [(line.topic, line.state) for line in found.first] == [
        ("hours", "unclear"),
        ("growth", "missing"),
        ("base_pay", "clear"),
    ]
    other = look(want("BOSS", 1), want("LEARN", 2), want("TEAM", 3))
    assert set(ids(other)) == {"onboarding", "team", "manager"}


def test_a_must_goes_before_a_better_rank_and_of_one_want_an_open_weighty_topic_is_shown() -> None:
    found = look(want("PAY", 1), want("GROW", 2), want("TEAM", 3), want("BEN", 4, level="must"))
    assert "health" in ids(found)  # leave is clear, health is not
    assert "team" not in ids(found)


def test_own_words_find_their_topic() -> None:
    assert "hours" in ids(look(Priority(topic="OWN", words="no night shifts", rank=1)))


def test_a_starred_question_goes_before_all_wants() -> None:
    starred = Question(job_id="J", topic="restrictions", starred=True)
    found = look(want("PAY", 1), want("TIME", 2), want("GROW", 3), questions=[starred])
    assert "restrictions" in ids(found)
    elsewhere = Question(job_id="another", topic="restrictions", starred=True)
    assert "restrictions" not in ids(look(want("PAY", 1), want("TIME", 2), want("GROW", 3), questions=[elsewhere]))


def test_the_rest_is_counted_and_nothing_is_lost() -> None:
    found = look(want("PAY", 1))
    assert len({line.topic for line in found.lines}) == len(found.lines)
    assert found.clear + found.unclear + sum(line.state == "missing" for line in found.rest) == len(found.rest)
    assert 0 < found.usual(TOPICS) < len(found.rest)
    states = [line.state for line in found.rest]
    assert states == sorted(states, key=["unclear", "blank", "missing", "clear"].index)


def test_topics_that_do_not_fit_the_kind_of_job_stay_away_unless_wanted_or_mentioned() -> None:
    hourly = reading("They pay 14.60 an hour, shifts by rota, 30 hours a week.", TOPICS)
    assert hourly["kind"] == "hourly"
    plain = report(hourly, [], [], TOPICS)
    assert not {"equity", "bonus", "travel"} & {line.topic for line in plain.lines}
    wanted = report(hourly, [("equity",)], [], TOPICS)
    assert "equity" in {line.topic for line in wanted.lines}
    mentioned = reading("They pay 14.60 an hour, shifts by rota, and a bonus of 300 a year.", TOPICS)
    assert "bonus" in {line.topic for line in report(mentioned, [], [], TOPICS).lines}


def test_a_blank_is_shown_as_open_though_it_counts_as_stated() -> None:
    read = reading("We offer you the post of clerk. Salary: ____ per year. 40 hours a week.", TOPICS)
    assert read["topics"]["base_pay"]["verdict"] == "stated"
    line = next(line for line in report(read, [], [], TOPICS).lines if line.topic == "base_pay")
    assert (line.state, line.open) == ("blank", True)


def test_all_clear_shows_three_clear_ones() -> None:
    read = {
        "topics": {id: {"verdict": "stated", "quote": "so", "words": [], "facts": [], "blank": False} for id in TOPICS}
    }
    found = report(read, [], [], TOPICS)
    assert [line.state for line in found.first] == ["clear"] * 3
    assert found.to_ask == []


# -- what was said beside it --------------------------------------------------------------------------------------


def heard_at_j(*promises: Promise, notes: tuple[tuple[str, str], ...] = ()) -> list[Heard]:
    questions = [Question(id=f"Q{n}", job_id="J", topic=topic) for n, (topic, _) in enumerate(notes)]
    answers = [
        Answer(question_id=f"Q{n}", note=note, verdict="concrete", created_at=NOW) for n, (_, note) in enumerate(notes)
    ]
    return said_to_me(promises, questions, answers, CONTENT, "J")


def test_promises_and_concrete_answers_of_that_job_are_heard() -> None:
    told = heard_at_j(
        Promise(job_id="J", words="a week with a mentor", topic="onboarding"),
        Promise(job_id="other", words="a car", topic="expenses"),
        notes=(("base_pay", "35k"),),
    )
    assert {said.topics[0] for said in told} == {"onboarding", "base_pay"}
    vague = said_to_me([], [Question(id="Q", job_id="J", topic="base_pay")],
                       [Answer(question_id="Q", note="a good package", verdict="vague")], CONTENT, "J")  # fmt: skip
    assert vague == []


def test_a_promise_without_a_topic_finds_it_by_its_words() -> None:
    told = heard_at_j(Promise(job_id="J", words="you can work from home two days a week"))
    assert told[0].topics[0] == "location"


@pytest.mark.capability("F4")
def test_f4_promised_and_not_in_the_letter_comes_first_and_letter_and_people_that_differ_stand_side_by_side() -> None:
    told = heard_at_j(
        Promise(job_id="J", words="Anna trains you for two weeks", topic="onboarding"),
        notes=(("base_pay", "it would be 36,000 a year"), ("leave_taken", "27 days of leave")),
    )
    lines = {line.topic: line for line in look(told=told).lines}
    assert (lines["onboarding"].letter, lines["base_pay"].letter, lines["leave"].letter) == ("missing", "differs", "in")
    assert set(ids(look(told=told))) == {"onboarding", "base_pay", "leave"}
    assert look(told=told).first[-1].topic == "leave"  # it holds


@pytest.mark.parametrize(
    "said, letter",
    [
        ("33,600", "in"), ("about 33.6k a year", "in"), ("2,800 a month", "in"), ("36k", "differs"),
        ("3,100 a month", "differs"), ("it is above the market", "in"),
    ],
)  # fmt: skip
def test_pay_is_compared_on_one_basis_only_where_both_are_told(said: str, letter: str) -> None:
    told = [Heard(said, ("base_pay",))]
    assert next(line for line in look(told=told).lines if line.topic == "base_pay").letter == letter


def test_sums_in_two_currencies_are_not_compared() -> None:
    read = reading("Your salary is £33,600 per year.", TOPICS)
    line = next(x for x in report(read, [], [Heard("41,000 USD a year", ("base_pay",))], TOPICS).lines if x.heard)
    assert line.letter == "in"


# -- what is kept -------------------------------------------------------------------------------------------------

SECRETS = [
    ("Please pay to IBAN GB29 NWBK 6016 1331 9268 19.", "6016"), ("Your passport no. is K1234567.", "1234567"),
    ("Account number 31926819, sort code 60-16-13.", "31926819"), ("Account number 31926819, sort code 60-16-13.", "60-16"),
    ("Your NI number is AB 12 34 56 C.", "34 56"), ("SSN 123-45-6789 is on file.", "6789"),
    ("PAN ABCDE1234F, Aadhaar 2345 6789 0123.", "1234F"), ("PAN ABCDE1234F, Aadhaar 2345 6789 0123.", "6789"),
    ("You live at 48 Bramble Lane, Leeds LS9 8QT.", "Bramble"), ("You live at 48 Bramble Lane, Leeds LS9 8QT.", "LS9"),
    ("Sie wohnen in der Lindenstraße 14, 10969 Berlin.", "Linden"), ("at 7 rue des Lilas, 69003 Lyon", "Lilas"),
    ("Call +49 151 2345678 or write to kim@example.com", "2345678"), ("Call us or write to kim@example.com", "kim@"),
    ("Employee ID: 00451288", "00451288"), ("P.O. Box 4411, Nairobi", "4411"),
    ("CPF 123.456.789-09", "789"), ("o seu CPF: 123.456.789-09", "456"), ("DNI 12345678Z", "12345678"),
    ("IFSC code HDFC0001234", "HDFC"), ("your BSB is 062-000", "062-000"), ("PPS number 1234567T", "1234567"),
    ("AHV 756.1234.5678.97", "5678"), ("Emirates ID 784-1990-1234567-1", "1234567"), ("NRIC S1234567D", "S1234567D"),
    ("codice fiscale RSSMRA85T10A562S", "RSSMRA"), ("personnummer 850101-1234", "850101"), ("SIN 046 454 286", "454"),
    ("Steuer-ID 12 345 678 901", "678"), ("Insurance number 12 010180 K 123", "010180"), ("Licence no. 7741-2290", "7741"),
    ("Flat 4B, 14 Hill Road, Pune 411001", "4B"), ("Flat 4B, 14 Hill Road, Pune 411001", "411001"),
    ("Plot 27, Sector 18, Gurugram", "27"), ("C/ Mayor 15, Madrid", "15"), ("12 Wattle Street, Perth WA 6000", "6000"),
    ("22 Maple Avenue, Toronto M5V 2T6", "M5V"), ("Harbour Lane 12b, 1012 AB Amsterdam", "12b"),
    ("8 Quay Road, Dublin D02 X285", "X285"),
]  # fmt: skip


@pytest.mark.parametrize("text, secret", SECRETS)
def test_identity_bank_and_address_are_blotted_out(text: str, secret: str) -> None:
    assert secret not in masked(text)
    assert HIDDEN in masked(text)


@pytest.mark.parametrize(
    "text",
    [
        "31,400 per year, from 1 February 2027", "Rs 12,00,000 per annum", "EUR 3.200,00 a month, 13 payments",
        "20 days and 40 hours a week, 9 to 5", "401(k) with a 4% match", "Grade 7, level 3, 2,500 shares over 4 years",
        "between 06:00 and 14:30 on Monday", "reply by 27/11/2026", "account manager for 12 customers",
        "group insurance of INR 500000", "insurance: 500000 for the family", "Rs 411001 a year", "0800-1630, Monday to Friday",
        "staff of 12000 people", "visa costs of 25000 are paid", "policy from 2026", "House rent allowance 12000 a month",
        "80000 to 95000 a year", "card allowance 15000", "grade 12 in the house",
    ],
)  # fmt: skip
def test_facts_of_an_offer_are_not_masked(text: str) -> None:
    assert masked(text) == text


def test_a_long_sentence_is_quoted_around_what_matters() -> None:
    long = (
        "The company was founded long ago and has many sites. " * 6
        + "Your bonus is discretionary. "
        + "And so on. " * 30
    )
    got = quote(long, ["discretionary"], 120)
    assert "discretionary" in got
    assert len(got) <= 122
    assert got.startswith("…")
    assert got.endswith("…")


def test_what_is_kept_holds_no_letter() -> None:
    read = reading(f"{LETTER_TEXT} Pay goes to account number 31926819. My cat is called Bramble.", TOPICS)
    assert "Bramble" not in str(read)
    assert "31926819" not in str(read)
    assert read["topics"]["hours"]["quote"] == "Shifts follow the needs of the depot."
    assert read["pay"]["yearly"] == [33_600, 33_600]
    assert read["deadline"] == "Friday 4 December"


def test_two_parts_are_one_offer_and_the_clearer_finding_counts() -> None:
    more = reading("You work 38 hours a week from Monday to Friday.", TOPICS)
    assert is_part(READ, more)
    assert not is_part(READ, reading("Your salary is 30,000 a year.", TOPICS))
    got = merged(READ, more)
    assert got["topics"]["hours"]["verdict"] == "stated"
    assert got["pay"] == READ["pay"]
    assert got["messages"] == 2
    assert merged(got, reading("Shifts as required.", TOPICS))["topics"]["hours"]["verdict"] == "stated"


def test_several_offers_have_their_own_names() -> None:
    text = "Offer A: Green Depot\n31,000 a year, 25 days leave\nOffer B: Blue Yard\n15 an hour, £15 an hour\nCurrent job:\n£13 an hour"
    assert [employer_of(part) for part in offers_in(text)] == ["Green Depot", "Blue Yard"]


def test_the_letter_goes_with_the_decision_or_after_ninety_days() -> None:
    def over(job: Job | None, age: timedelta) -> bool:
        return keeping.letter_is_over(Kept(job_id="J", text="Dear", created_at=NOW - age), job, NOW)

    job = Job(id="J", stage="offer")
    assert not over(job, timedelta(days=89))
    assert over(job, LETTER)
    assert over(Job(id="J", stage="accepted"), timedelta(0))
    assert over(Job(id="J", stage="offer", closed_at=NOW), timedelta(0))
    assert over(None, timedelta(0))


def test_let_go_keeps_what_was_read_and_empties_a_talk_that_was_left() -> None:
    offer = Kept(job_id="J", text="Dear Kim", read=READ, created_at=NOW - LETTER)
    left = Dialog(flow="offer", step="more", data={"pieces": ["a"], "pending": "b"}, updated_at=NOW - timedelta(days=2))
    fresh = Dialog(flow="offer", step="more", data={"pieces": ["a"]}, updated_at=NOW)
    assert let_go([offer], [Job(id="J", stage="offer")], [left, fresh], NOW)
    assert (offer.text, offer.read, left.data["pieces"], left.data["pending"]) == ("", READ, [], "")
    assert fresh.data["pieces"] == ["a"]
    assert not let_go([offer], [Job(id="J", stage="offer")], [left, fresh], NOW)


def test_a_wage_beside_tips_is_the_pay() -> None:
    read = reading("we can offer you the barista job, £12.80/h plus tips", TOPICS)
    assert read["topics"]["base_pay"]["verdict"] == "stated"
    assert (read["pay"]["words"], read["pay"]["period"]) == ("£12.80/h", "hour")


# -- the day to answer --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words, day",
    [
        ("Friday 4 December", date(2026, 12, 4)), ("04.12.2026", date(2026, 12, 4)), ("five working days", date(2026, 12, 1)),
        ("48 hours", date(2026, 11, 26)), ("a week", date(2026, 12, 1)), ("7 (seven) days", date(2026, 12, 1)),
        ("we need it by the end of the week", date(2026, 11, 27)), ("2 November 2026", None), ("", None),
        ("let me know by tomorrow", date(2026, 11, 25)), ("tonight", date(2026, 11, 24)),
        ("1 March 2029", None), ("soon", None),
    ],
)  # fmt: skip
def test_the_day_to_answer(words: str, day: date | None) -> None:
    assert answer_day(words, NOW, "Europe/Berlin", ("sat", "sun")) == day


def test_the_reminders_that_are_said_are_those_that_come() -> None:
    came = date(2026, 11, 24)
    assert reminder_days(came, date(2026, 12, 4), came) == [date(2026, 11, 29), date(2026, 12, 3)]
    assert reminder_days(came, date(2026, 11, 26), came) == [date(2026, 11, 25)]
    assert reminder_days(came, came, came) == []


# -- their reply --------------------------------------------------------------------------------------------------


def test_a_reply_closes_what_it_settles_and_no_more() -> None:
    asked = ["hours", "learning", "health"]
    got = settled(
        asked, "Hi Kim, you would work 38 hours a week. The training budget is to be discussed. Best, Mia", TOPICS
    )
    assert list(got.closed) == ["hours"]
    assert list(got.unclear) == ["learning"]
    assert got.silent == ("health",)


def test_numbered_lines_answer_the_question_of_that_number() -> None:
    got = settled(["leave", "pay_review", "health"], "Hello,\n1. 27\n2) in April, every year\n3. the usual", TOPICS)
    assert list(got.closed) == ["leave", "pay_review"]
    assert got.closed["pay_review"] == "in April, every year"
    assert "health" not in got.closed


def test_a_numbered_line_on_another_question_does_not_close_the_one_of_its_number() -> None:
    got = settled(["location", "hours"], "1. You work 38 hours a week.\n2. Standard.", TOPICS)
    assert list(got.closed) == ["hours"]
    assert got.silent == ("location",)


def test_a_short_reply_to_the_only_question_is_its_answer() -> None:
    assert settled(["leave"], "27 days", TOPICS).closed == {"leave": "27 days"}
    assert settled(["leave"], "thank you, I will ask", TOPICS).closed == {}
