"""How people type an interview, and what the bot makes of it.

The table is halved: a reading rule may be tuned on TUNED only, HELD is what the figures are worth. In the texts
[square brackets] stand around what the reading of times takes out; expected are
employer | role | people | round | medium | place, people as "name=title/audience; ...".
"""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.lines import Line, Met, read_line
from bot.core.lines.parts import CAP
from bot.core.lines.people import MOST

TUNED = [
    ("Acme, ops lead, [Thursday 3pm] with Anna (manager)", "Acme|ops lead|Anna=manager/M|||"),
    ("got an interview at St. Mary's hospital for the night nurse post [tomorrow 9] with Mrs Okafor, ward sister",
     "St. Mary's hospital|night nurse|Mrs Okafor=ward sister/M|||"),
    ("phone screen with Lidl HR on [friday 10]", "Lidl||=HR/H|s|phone|"),
    ("2nd round Bosch, electrician, [mon 8:30], meeting Tom and the site foreman",
     "Bosch|electrician|Tom=; =site foreman/M|2||"),
    ("Interview: Backend Engineer @ Monzo", "Monzo|Backend Engineer||||"),
    ("interview with tesco for shelf stacker [on monday at 2]", "tesco|shelf stacker||||"),
    ("Hey! I've been invited to an interview at Greenfield Primary School [next Tuesday at 9:15], teaching assistant",
     "Greenfield Primary School|teaching assistant||||"),
    ("zoom call with Spotify [thu 14:00 CET], data analyst, with the hiring manager",
     "Spotify|data analyst|=hiring manager/M||video|"),
    ("final round at Deloitte [12 March 10am] with a partner", "Deloitte||=partner/X|f||"),
    ("bus driver, Stagecoach, [wed 11], at the Leeds depot", "Stagecoach|bus driver|||onsite|Leeds depot"),
    ("DHL warehouse job interview [tomorrow 7am], 14 Dock Road", "DHL|warehouse|||onsite|14 Dock Road"),
    ("coffee chat with Priya from Canva [friday 4pm]", "Canva||Priya=/|s||"),
    ("interview at the Royal Oak as a barmaid [sat 3pm] with the owner", "Royal Oak|barmaid|=owner/M|||"),
    ("Hilton, receptionist, [22/11 16:00] via Teams with Marta (front office manager) and Luis (HR)",
     "Hilton|receptionist|Marta=front office manager/M; Luis=HR/H||video|"),
    ("they called, I can come in [thursday 10], Sunny Days nursery, nursery nurse",
     "Sunny Days nursery|nursery nurse||||"),
    ("got an interview [tomorrow at 10]!", "|||||"),
    ("offer call with Julia from Siemens [monday 15:00]", "Siemens||Julia=/|o||"),
    ("intervew at barclays bank, cashier, [fri 9am]", "barclays bank|cashier||||"),
    ("onsite at Shopify [dec 3 9:00-13:00], senior backend developer, four people: Kim, Raj, two engineers",
     "Shopify|senior backend developer|Kim=; Raj=; =two engineers/P|2|onsite|"),
    ("Meeting the head chef at Chez Pierre [tonight 6], commis chef", "Chez Pierre|commis chef|=head chef/M|||"),
    ("interview for a PhD position at University of Leiden [Jan 8 13:00] online with Prof. de Vries",
     "University of Leiden|PhD|Prof. de Vries=||video|"),
    ("Carpenter at Holz & Sohn [7.12. 8 Uhr] face to face with the boss", "Holz & Sohn|Carpenter|=boss/M||onsite|"),
    ("Recruiter call: Robert Half, accountant role, [tue 12:30]", "Robert Half|accountant||s||"),
    ("first interview M&S [wed 2pm] in room 4", "M&S|||1|onsite|room 4"),
    ("Uber / product designer / [thu 5pm PST] / with Dana (design lead)", "Uber|product designer|Dana=design lead/M|||"),
    ("I have a job interview at Kwik Fit as mechanic [on Monday 9.30]", "Kwik Fit|mechanic||||"),
    ("telephone interview [4/12 at 11:20] with nhs professionals about the healthcare assistant post",
     "nhs professionals|healthcare assistant|||phone|"),
    ("Ikea wants me to come [friday 10 am] for sales assistant, meeting with store manager Peter",
     "Ikea|sales assistant|Peter=store manager/M|||"),
    ("my second interview is with Thames Water [on 5 Feb, 9am], water technician, panel of three",
     "Thames Water|water technician||2||"),
    ("trial shift at Nando's [sunday 17:00]", "Nando's|||2||"),
    ("[tomorrow 15:00] Vodafone https://zoom.us/j/123456 customer service agent",
     "Vodafone|customer service agent|||video|https://zoom.us/j/123456"),
    ("Interview Gärtnerei Blum, gardener, with Frau Blum, [Di 8:00]", "Gärtnerei Blum|gardener|Frau Blum=/|||"),
    ("Zalando - warehouse picker - [14:30 on Friday]", "Zalando|warehouse picker||||"),
    ("hr call Nestle [thursday noon]", "Nestle|||s||"),
    ("social worker at Hackney council [monday 11], Mare Street 1", "Hackney council|social worker|||onsite|Mare Street 1"),
    ("interview w/ Stripe, [tue 9am PT], w/ would-be teammate Sam", "Stripe||Sam=would-be teammate/P|||"),
    ("Skype interview with the director of nursing at Park View Care Home [8th Dec 2pm]",
     "Park View Care Home||=director of nursing/X||video|"),
    ("police officer assessment centre [20 jan 8am], West Yorkshire Police", "West Yorkshire Police|police officer||2||"),
    ("last round with the CEO of Bolt Logistics [fri 17:30]", "Bolt Logistics||=CEO/X|f||"),
    ("Aldi store assistant [sat 9]", "Aldi|store assistant||||"),
    ("""Dear Sam,

we would like to invite you to an interview for the position of Care Assistant on [Tuesday, 2 December at 10:00].
Please come to 5 Orchard Lane and ask for me at reception.

Kind regards,
Julia Meyer
HR Manager
Sunrise Homes""", "Sunrise Homes|Care Assistant|Julia Meyer=HR Manager/H||onsite|5 Orchard Lane"),
    ("""Hi Lena,

Thank you for your application for the Marketing Manager role at Bluefin Foods. You will meet Tim Carter (Head of Brand)
and Rosa Diaz, HR Partner, on [Monday 14 April at 2 pm] via Microsoft Teams.

Best,
Nora""", "Bluefin Foods|Marketing Manager|Tim Carter=Head of Brand/M; Rosa Diaz=HR Partner/H||video|"),
    ("""Interview confirmation
Position: Bus mechanic
Company: Arriva
Date: [3 March, 08:30]
Location: Garage 2, Wood Street, Luton
Interviewer: Mr Hughes (workshop manager)""",
     "Arriva|Bus mechanic|Mr Hughes=workshop manager/M||onsite|Garage 2, Wood Street, Luton"),
    ("""Subject: Phone interview - Junior Accountant at Mason & Field

Dear Ms Novak,
I'd like to arrange a short phone interview [on Thursday at 11:15].
Regards
Peter Mason
Partner
Mason & Field LLP""", "Mason & Field|Junior Accountant|Peter Mason=Partner/X||phone|"),
    ("""Good morning Ahmed,

many thanks for your interest in Northern Rail. We'd love to have you in for an interview as train driver [on 6 May at 9am].
You will be interviewed by our depot manager.

Thanks,
Claire Booth
Recruitment team""", "Northern Rail|train driver|=depot manager/M|||"),
    ("""Dear candidate,
You are invited to the final interview for the post of Deputy Head Teacher.
[12 June, 13:00]
Venue: Hillside Academy, main hall
Yours sincerely,
Dr P. Obi
Chair of Governors
Hillside Academy""", "Hillside Academy|Deputy Head Teacher|Dr P. Obi=Chair of Governors/M|f|onsite|Hillside Academy, main hall"),
    ("interview with Anna", "||Anna=/|||"),
    ("Meeting [monday 3pm]", "|||||"),
    ("painter & decorator with Mills Bros [thurs 7.30]", "Mills Bros|painter & decorator||||"),
    ("KLM cabin crew [2 dec 9:00] Schiphol, building 40", "KLM|cabin crew|||onsite|Schiphol, building 40"),
    ("Bosch, electrician, [Thu 14:00] with Frau Klein (HR), Herr Groß (manager), Mr Osman (colleague)", "Bosch|electrician|Frau Klein=HR/H; Herr Groß=manager/M; Mr Osman=colleague/P|||"),
    ("Siemens, [mon 9] with Anna Weber (manager), Tom Beck (electrician) and Ina Li (HR)", "Siemens||Anna Weber=manager/M; Tom Beck=electrician/P; Ina Li=HR/H|||"),
    ("Bosch [thu 14:00] with Herr Groß (head of maintenance) and Mr Osman (colleague), electrician", "Bosch|electrician|Herr Groß=head of maintenance/M; Mr Osman=colleague/P|||"),
    ("Uniklinik, nurse, [fri 10] with Frau Dr. von der Heyden-Müller", "Uniklinik|nurse|Frau Dr. von der Heyden-Müller=/|||"),
    ("Aldi, cashier, [mon 9], with Jo Ash (HR), Ted Cox (manager), Una May (cashier), Vic Orr (director), Wim Aas (recruiter), Xenia Li (team lead), Yan Ho (colleague), Zoe Fry (owner)", "Aldi|cashier|Jo Ash=HR/H; Ted Cox=manager/M; Una May=cashier/P; Vic Orr=director/X; Wim Aas=recruiter/R; Xenia Li=team lead/M; Yan Ho=colleague/P; Zoe Fry=owner/M|||"),
]  # fmt: skip

HELD = [
    ("Novartis, lab technician, [Tuesday 10:00] with Dr. Keller (team lead)", "Novartis|lab technician|Dr. Keller=team lead/M|||"),
    ("have an interview at Oakwood Dental Surgery for the dental nurse role [thursday 4pm] with Dr Singh",
     "Oakwood Dental Surgery|dental nurse|Dr Singh=/|||"),
    ("video call with Revolut HR [monday 16:00]", "Revolut||=HR/H||video|"),
    ("3rd interview Airbus, welder, [tue 7:45], meeting Paul and the shift supervisor",
     "Airbus|welder|Paul=; =shift supervisor/M|2||"),
    ("Interview: Physiotherapist @ Charité", "Charité|Physiotherapist||||"),
    ("interview with asda for delivery driver [wednesday 1pm]", "asda|delivery driver||||"),
    ("Great news, I was invited to an interview at Lakeside Hotel [next Friday 11:00], night porter",
     "Lakeside Hotel|night porter||||"),
    ("teams call with HubSpot [fri 10:30 GMT], account executive, with the sales director",
     "HubSpot|account executive|=sales director/X||video|"),
    ("last interview at Unilever [9 May 3pm] with two directors", "Unilever||=two directors/X|f||"),
    ("forklift driver, Amazon, [sun 6am], at the Dortmund warehouse", "Amazon|forklift driver|||onsite|Dortmund warehouse"),
    ("Tesla production job interview [tomorrow 1pm], 3 Mill Street", "Tesla|production|||onsite|3 Mill Street"),
    ("intro call with Ben from Notion [wed 3pm]", "Notion||Ben=/|s||"),
    ("interview at the Golden Lion as a line cook [mon 2pm] with the landlord", "Golden Lion|line cook|=landlord/M|||"),
    ("Marriott, housekeeper, [3/2 09:00] via Zoom with Olga (housekeeping manager) and Pete (HR)",
     "Marriott|housekeeper|Olga=housekeeping manager/M; Pete=HR/H||video|"),
    ("they wrote back, I can see them [tuesday 8], Bright Start kita, educator",
     "Bright Start kita|educator||||"),
    ("I have an interview [on monday 9:00]", "|||||"),
    ("offer talk with Mr Lang from Allianz [thursday 11:00]", "Allianz||Mr Lang=/|o||"),
    ("inteview at lloyds pharmacy, dispenser, [mon 10am]", "lloyds pharmacy|dispenser||||"),
    ("on-site at Datadog [jan 14 10:00-15:00], site reliability engineer, meeting Ivan, Chloe and an engineering manager",
     "Datadog|site reliability engineer|Ivan=; Chloe=; =engineering manager/M|2|onsite|"),
    ("Seeing the sous chef at La Piazza [tomorrow 5], pizza cook", "La Piazza|pizza cook|=sous chef/P|||"),
    ("interview for a postdoc position at ETH Zurich [Feb 2 15:00] online with Professor Brandt",
     "ETH Zurich|postdoc|Professor Brandt=/||video|"),
    ("Plumber at Rohr & Co [12.1. 7 Uhr] in person with the boss", "Rohr & Co|Plumber|=boss/M||onsite|"),
    ("recruiter screen: Hays, payroll clerk role, [thu 9:30]", "Hays|payroll clerk||s||"),
    ("first round BMW [fri 1pm] in building 12", "BMW|||1|onsite|building 12"),
    ("Figma / ux researcher / [mon 6pm] / with Lou (research lead)", "Figma|ux researcher|Lou=research lead/M|||"),
    ("I have a job interview at Toyota as painter [on Tuesday 8.15]", "Toyota|painter||||"),
    ("phone interview [11/1 at 14:00] with bupa about the night carer post", "bupa|night carer|||phone|"),
    ("Lidl want me to come [thursday 8 am] for store manager, meeting with area manager Susan",
     "Lidl|store manager|Susan=area manager/M|||"),
    ("my first interview is with Severn Trent [on 9 Jan, 10am], meter reader", "Severn Trent|meter reader||1||"),
    ("trial day at Salon Bella [saturday 9:00], hairdresser", "Salon Bella|hairdresser||2||"),
    ("[friday 11:00] Telekom https://meet.google.com/abc-defg-hij call centre agent",
     "Telekom|call centre agent|||video|https://meet.google.com/abc-defg-hij"),
    ("Interview Bäckerei Kamps, baker, with Herr Roth, [Mo 5:30]", "Bäckerei Kamps|baker|Herr Roth=/|||"),
    ("Deliveroo - courier - [18:00 on Sunday]", "Deliveroo|courier||||"),
    ("hr screening Bayer [wednesday 11]", "Bayer|||s||"),
    ("librarian at Bristol city council [friday 2], College Green 3",
     "Bristol city council|librarian|||onsite|College Green 3"),
    ("interview w/ Adyen, [thu 2pm], w/ future colleague Mei", "Adyen||Mei=future colleague/P|||"),
    ("Zoom interview with the headteacher at Elm Grove School [3rd July 10am]", "Elm Grove School||=headteacher/M||video|"),
    ("firefighter assessment day [5 feb 7am], Kent Fire and Rescue", "Kent Fire and Rescue|firefighter||2||"),
    ("final interview with the founder of Loop Energy [tue 18:00]", "Loop Energy||=founder/X|f||"),
    ("Rewe cashier [mon 14]", "Rewe|cashier||||"),
    ("""Dear Mr Costa,

we are pleased to invite you to an interview for the position of Maintenance Electrician on [Friday, 5 June at 8:30].
Please come to 22 Harbour Road and report to the gate.

Best regards,
Ingrid Holm
Recruitment Officer
Baltic Paper Mill""", "Baltic Paper Mill|Maintenance Electrician|Ingrid Holm=Recruitment Officer/R||onsite|22 Harbour Road"),
    ("""Hello Tom,

Thanks for applying for the Store Supervisor position at Green Grocer Group. You'll be meeting with Ella Brown (regional
manager) on [Wednesday 4 Feb at 1 pm] on Zoom.

Cheers,
Max""", "Green Grocer Group|Store Supervisor|Ella Brown=regional manager/M||video|"),
    ("""Your interview
Role: Theatre nurse
Employer: City Clinic
When: [Monday 9 Feb, 14:00]
Where: Ward 6, 2nd floor
With: Sister Brennan (ward manager)""", "City Clinic|Theatre nurse|Sister Brennan=ward manager/M||onsite|Ward 6, 2nd floor"),
    ("""Subject: Interview - Warehouse Supervisor at Keller Logistics

Dear Mr Yilmaz,
please call us [on Tuesday at 10:30] for a telephone interview.
Sincerely
Anke Keller
Managing Director
Keller Logistics GmbH""", "Keller Logistics|Warehouse Supervisor|Anke Keller=Managing Director/X||phone|"),
    ("""Hi Grace,

thank you for your interest in Harbour Hotels. We would like to meet you for an interview as front desk agent [on 3 April at 3pm].
You will speak with our hotel manager.

Kind regards,
Sofia Lind
People team""", "Harbour Hotels|front desk agent|=hotel manager/M|||"),
    ("""Dear applicant,
We invite you to a second interview for the post of School Secretary.
[9 July, 9:00]
Location: St. Anne's School, room 12
Yours faithfully,
Mrs R. Lowe
Headteacher
St. Anne's School""", "St. Anne's School|School Secretary|Mrs R. Lowe=Headteacher/M|2|onsite|St. Anne's School, room 12"),
    ("interview with Mr Brown", "||Mr Brown=/|||"),
    ("Interview [friday 9am]", "|||||"),
    ("roofer with Hartley & Sons [weds 8.00]", "Hartley & Sons|roofer||||"),
    ("Ryanair ground crew [7 jan 10:00] Stansted, gate 3", "Ryanair|ground crew|||onsite|Stansted, gate 3"),
    ("Vattenfall, fitter, [Wed 9:00] with Frau Nguyen (HR), Herr Adler (foreman), Ms Roy (apprentice)", "Vattenfall|fitter|Frau Nguyen=HR/H; Herr Adler=foreman/M; Ms Roy=apprentice/P|||"),
    ("interview at Fielmann [friday 11] with Jakob Winter (branch manager), Eva Kraus (optician) and Bo Ek (HR)", "Fielmann||Jakob Winter=branch manager/M; Eva Kraus=optician/P; Bo Ek=HR/H|||"),
    ("Stadtwerke [mon 10] with Mrs Ojo (head of finance) and Mr Petit (colleague), accountant", "Stadtwerke|accountant|Mrs Ojo=head of finance/M; Mr Petit=colleague/P|||"),
    ("Charité, nurse, [tue 8:00] with Herr Prof. Dr. van den Berg-Lindqvist", "Charité|nurse|Herr Prof. Dr. van den Berg-Lindqvist=/|||"),
    ("Ikea, planner, [thu 12:00], panel: Mia Sund (team lead), Ola Berg (planner), Per Dahl (HR), Li Wu (recruiter)", "Ikea|planner|Mia Sund=team lead/M; Ola Berg=planner/P; Per Dahl=HR/H; Li Wu=recruiter/R|||"),
    ("DB, train driver, [2 Feb 9:00] meeting Sra. Ortiz (depot manager) + Mr O'Neill (colleague)", "DB|train driver|Sra. Ortiz=depot manager/M; Mr O'Neill=colleague/P|||"),
    ("Lufthansa, mechanic, [fri 13:00] with Mme Durand (HR), M. Petit (hangar manager), Mlle Roux (colleague)", "Lufthansa|mechanic|Mme Durand=HR/H; M. Petit=hangar manager/M; Mlle Roux=colleague/P|||"),
    ("interview at Obi [tue 9] meeting Uta Falk (store manager), Gero Pohl (clerk) and Ilse Wenz (owner)", "Obi||Uta Falk=store manager/M; Gero Pohl=clerk/P; Ilse Wenz=owner/M|||"),
    ("Post AG [wed 8:30] with Herr Lutz (head of logistics) and Frau Yildiz (recruiter), courier", "Post AG|courier|Herr Lutz=head of logistics/M; Frau Yildiz=recruiter/R|||"),
    ("TU Wien, postdoc, [mon 10] with Herr Dr. zu Hohenfels-Braun", "TU Wien|postdoc|Herr Dr. zu Hohenfels-Braun=/|||"),
    ("Sixt, clerk, [thu 15:00], with Nils (branch manager), Ayse, and Frau Brandt (HR)", "Sixt|clerk|Nils=branch manager/M; Ayse=; Frau Brandt=HR/H|||"),
]  # fmt: skip


def marked(text: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without its brackets, and the places they stood around."""
    out, spans = "", []
    for part in re.split(r"(\[[^\]]*\])", text):
        bare = part.strip("[]") if part.startswith("[") else part
        if bare != part:
            spans.append((len(out), len(out) + len(bare)))
        out += bare
    return out, spans


def fields(expected: str) -> dict[str, object]:
    employer, role, met, letter, medium, place = expected.split("|")
    people = []
    for one in filter(None, met.split("; ")):
        name, _, rest = one.partition("=")
        title, _, audience = rest.partition("/")
        people.append(Met(name, title, audience))
    return {
        "employer": employer, "role": role, "people": tuple(people), "round": letter, "medium": medium, "place": place,
    }  # fmt: skip


def misses(table: list[tuple[str, str]]) -> list[tuple[str, str, object, object]]:
    """(text, field, expected, read) for every field that is read otherwise."""
    found = []
    for text, expected in table:
        line = read_line(*marked(text))
        for name, value in fields(expected).items():
            if getattr(line, name) != value:
                found.append((text, name, value, getattr(line, name)))
    return found


def whole(table: list[tuple[str, str]]) -> int:
    return len(table) - len({text for text, *_ in misses(table)})


@pytest.mark.parametrize("text, expected", TUNED)
def test_tuned_lines(text: str, expected: str) -> None:
    assert misses([(text, expected)]) == []


def test_lines_held_out() -> None:
    assert whole(HELD) >= len(HELD) * 0.84, misses(HELD)
    assert len(misses(HELD)) <= 6 * len(HELD) * 0.04, misses(HELD)


def test_the_tables_are_wide_enough() -> None:
    assert len({text for text, _ in TUNED + HELD}) >= 100


@pytest.mark.parametrize(
    "text, sure",
    [
        ("Acme, ops lead, [Thursday 3pm] with Anna (manager)", True),
        ("interview at Lidl [friday 10]", True),
        ("got an interview [tomorrow at 10]!", False),
        ("interview with Anna [friday]", False),
        ("call from Robert Half [friday 10]", False),
        ("big shiny brown bears [friday 10]", False),
    ],
)
def test_sure_only_where_an_employer_is_named_and_nothing_is_left_over(text: str, sure: bool) -> None:
    assert read_line(*marked(text)).sure is sure


@pytest.mark.parametrize(
    "text",
    [
        "they called me [monday 10]",
        "I have to go there [friday]",
        "want to see me [tomorrow 9]",
        "coming in [tue 3pm]",
        "",
    ],
)
def test_no_employer_is_guessed_from_a_bare_verb(text: str) -> None:
    assert read_line(*marked(text)).employer == ""


def test_capitals_stay_as_typed() -> None:
    assert read_line("interview at mcDonald's", []).employer == "mcDonald's"


def test_overlapping_and_unsorted_spans_are_cut_once() -> None:
    text = "Acme tomorrow 9am, baker"
    assert read_line(text, [(14, 17), (5, 17), (5, 13)]) == read_line(text, [(5, 17)])


def test_only_the_beginning_of_a_long_text_is_read() -> None:
    assert read_line("x" * CAP + " interview at Acme", []).employer == ""


@given(st.text(max_size=400), st.lists(st.tuples(st.integers(-5, 500), st.integers(-5, 500)), max_size=4))
def test_any_text_is_read(text: str, spans: list[tuple[int, int]]) -> None:
    line = read_line(text, spans)
    assert isinstance(line, Line)
    assert len(line.people) <= MOST


@given(
    st.lists(st.sampled_from(["with", "at", "for", "Anna", "(", ")", ",", "nurse", "Acme", "and", "\n", "Dear", ":"]))
)
def test_any_order_of_cues_is_read(words: list[str]) -> None:
    assert isinstance(read_line(" ".join(words), []), Line)
