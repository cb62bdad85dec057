"""What one sentence says on one topic; short and typical, one row each."""

from __future__ import annotations

import pytest

from bot.core.offer import check

ROWS = """
base_pay stated|You'll be on 31 grand.
base_pay stated|Remuneration for the post is set at Spine Point 22 (£30,060).
base_pay stated|They said 2,150 net in hand every month.
base_pay stated|Your pay will start at sixteen pounds fifty an hour.
base_pay vague|We pay above market and would settle the figure once references are in.
base_pay vague|Salary: competitive
base_pay vague|Pay to be confirmed by finance.
base_pay stated|Consultant fee: USD 450 for each day worked
base_pay stated|Wage R 32.50 p/h
base_pay stated|per visit you get 42 dollars, charting included
base_pay stated|Pay is per the nurses' award, Level 2 year 3, $41.20 per hour
base_pay missing|Please send your bank details so that payroll can set you up.
bonus stated|There is no bonus attached to this position.
bonus vague|You may take part in our annual incentive plan.
bonus stated|Every December everyone gets one extra month's wage.
bonus stated|You earn 8 percent of whatever you sell
bonus stated|Commission: 12% of net fees after the desk has covered its costs
bonus vague|Bonus at the discretion of the directors
bonus stated|quarterly bonus up to £600
bonus stated|Variable pay: nil
equity stated|You'll get 0.25% of the company, four year vest
equity stated|We do not grant stock at this level.
equity vague|You will be invited to join our share plan.
equity vague|Equity: tbd by the board
equity missing|The lab shares its building with a bakery.
equity stated|Subject to board approval, 4,200 ISOs at the then fair market value
one_time_pay stated|We will give you $2,000 toward moving.
one_time_pay vague|Some relocation help can be arranged.
one_time_pay stated|No sign-on for this one
one_time_pay stated|We'll book your flights to Auckland and put you in a motel for two weeks.
one_time_pay stated|Stay bonus of 10% if you are here after the merger
pay_review stated|Wages go up each July with the award.
pay_review vague|Salary may be revised based on performance.
pay_review stated|Your first pay review falls in April 2027.
pay_review stated|After 90 days we bump you to 19.
pay_review missing|Your performance will be reviewed every quarter.
health stated|Blue Cross PPO, company covers 80%
health vague|You'll be eligible for our benefits package.
health stated|Private healthcare via Vitality from your first day
health stated|There's no medical aid.
health missing|Health and safety training is done online.
health missing|Offer depends on a medical.
health stated|ESI as applicable
retirement stated|We match pension contributions to 6%
retirement stated|Super at 12%
retirement stated|CPF contributions as per statute
retirement vague|A retirement plan is available.
retirement stated|You'll be auto-enrolled into NEST
retirement missing|Life is super easy here, people are super nice
leave stated|You start with three weeks off a year.
leave vague|Leave per company policy.
leave stated|PTO is unlimited
leave stated|Holiday: 33 days inc. bank hols
leave stated|6 weeks of summer break, paid
leave stated|annual leave entitlement is four weeks pro rata
leave missing|You can leave at any time.
leave stated|Sick pay: full for 4 weeks then half for 4 weeks
family_leave stated|20 weeks parental leave at full pay
family_leave vague|Enhanced maternity pay is available.
family_leave stated|Statutory paternity leave only
family_leave missing|They are a family business.
expenses stated|We give you a MacBook and 500 euros for your desk.
expenses stated|Van and fuel card included
expenses vague|Reasonable expenses will be reimbursed in line with policy.
expenses stated|45 cents a mile when you use your car
expenses stated|scrubs and stethoscope supplied
expenses stated|You need your own car and phone, we don't pay for them
expenses missing|Tools of the trade are talent and patience.
learning stated|€1,500 a year for courses
learning vague|Lots of opportunities to learn.
learning stated|We put you through your Level 3 diploma.
learning stated|Five paid CME days
learning missing|Forklift training is given in week one.
onboarding stated|Forklift training is given in week one.
onboarding stated|Two weeks shadowing Karen before you go solo.
onboarding stated|Your preceptor is Janelle for the first six weeks
onboarding missing|Previous training as a chef is a plus.
title stated|We'd love to bring you on as Night Porter.
title stated|Post: Lecturer in Law
title stated|They want me for the assistant branch manager job
title stated|you'd be our second pastry chef
title missing|I will be your contact in recruiting.
duties stated|You will look after three buildings and their boilers.
duties vague|Duties as per the job description attached.
duties stated|The job is mostly answering tickets and some site visits.
duties stated|Responsibilities: stock control, ordering, rota planning
duties missing|You will receive your contract by e-mail.
duties missing|You will be paid weekly.
duties missing|You will need to bring your passport.
manager stated|Your line manager is Tomasz.
manager stated|You'll report to our Head of Ops
manager vague|You will report to a manager to be named.
manager missing|If you have questions call our HR manager.
manager stated|I'd be working under the site foreman
team stated|You'd be joining the Claims team
team stated|there are nine of us in the workshop
team vague|You'll join a friendly team.
team missing|Our talent team will be in touch.
success_measures stated|By the end of month two you should be running your own route.
success_measures vague|There is an annual appraisal.
success_measures stated|KPI: 25 calls a day
success_measures stated|Your quota is $900k
growth stated|Most people make senior within 2 years.
growth vague|There are great opportunities for growth.
growth stated|after a year you can move to supervisor
growth missing|We are a growing company.
location stated|You will work at our Ballymun branch.
location stated|Fully remote within Canada
location stated|Place of work: client premises in Leeds
location vague|We are a Leeds based company.
location missing|Our law firm represents clients under the laws of Texas.
location stated|2 days WFH, rest in the office
location stated|On site at the Tuas shipyard
hours stated|Mon-Fri 9 to 5.30
hours stated|3x12s, nights
hours vague|Flexible working hours
hours stated|one weekend in three
hours stated|Zero hours, shifts offered by text
hours stated|37 hours
hours vague|Shifts vary with the needs of the ward.
hours missing|We answered within 24 hours.
travel stated|Expect to be on the road two days a week.
travel stated|No travel
travel vague|Some travel may be required.
travel stated|around 25% travel across the Nordics
travel missing|Travel to work is easy by tram.
start_date stated|We'd like you here from the 3rd of May.
start_date vague|Start ASAP.
start_date stated|Commencing Monday 6 July
start_date stated|starts two weeks after your visa comes through
start_date missing|Interviews start at 9.
employment_type stated|It's a permanent full-time role
employment_type stated|6-month FTC
employment_type stated|as an independent contractor
employment_type stated|0.6 FTE
employment_type missing|The contract is attached.
probation stated|There is a three month trial.
probation vague|A probationary period applies.
probation stated|No probation
probation stated|The first 90 days are probationary
ending stated|4 weeks' notice either way
ending stated|Employment is at-will
ending vague|A notice period applies.
ending missing|Please notice that the office is closed on Friday.
ending stated|We can let you go at any time in the first year
restrictions stated|You'll sign an NDA.
restrictions stated|No second job without asking us first.
restrictions stated|For six months after you go you may not work for a rival within 10 miles
restrictions missing|The interview panel will keep your data confidential.
conditions stated|Subject to two references and a DBS.
conditions vague|Subject to the usual pre-employment checks.
conditions stated|You need a valid SIA licence before you start
conditions stated|Offer contingent on passing the NCLEX
conditions missing|We will sort out the visa for you.
conditions missing|Your references were excellent!
answer_by stated|Let us know by Tuesday.
answer_by stated|You have 5 working days to accept
answer_by vague|Please reply as soon as possible.
answer_by missing|Sign and return the enclosed copy.
answer_by stated|The offer lapses on 30 June
answer_by stated|they want an answer by end of day tomorrow
answer_by stated|no rush on deciding
base_pay vague|They'd give me 8k more than I get now.
base_pay stated|Pay for the role: $31.75
base_pay stated|Stipend: CHF 1'950 monthly
base_pay vague|Total package around 95k
base_pay stated|You would come in at point 3 of the scale, currently 27,480
bonus stated|Year-end payment of one month's pay
bonus vague|There's a bonus scheme.
bonus vague|You'll be able to earn commission.
bonus stated|annual bonus: 0
equity stated|RSUs: 1,200 over 4 yrs
equity vague|Equity will be discussed after the next round.
one_time_pay stated|Moving costs are covered up to 3,000 euros
one_time_pay stated|A welcome payment of £750 with your first wage
pay_review stated|Your rate is looked at every twelve months.
pay_review vague|Raises depend on how the business does.
health stated|Medical and dental start after 60 days
health vague|Full benefits
health stated|we pay 70% of the premium for you and your kids
retirement stated|401k match is 4%
retirement stated|You join the teachers' pension scheme.
retirement stated|The firm adds 5 percent to your pension pot
leave stated|Vacation: 5 weeks
leave stated|You accrue 6 hours of PTO each pay period
leave vague|Generous PTO
leave vague|Paid holidays and vacation are part of the deal
leave stated|12 sick days
family_leave stated|Maternity: 26 weeks
family_leave vague|Parental leave in line with our policy
expenses stated|A laptop will be provided.
expenses vague|We pay your expenses.
expenses stated|Train tickets and hotels are reimbursed
learning vague|A training budget is available.
learning stated|$800 tuition a semester
learning stated|We cover your nursing registration fee
title stated|Role: Forklift driver
title stated|Offer - Senior Buyer
title stated|we want you as our new sous chef
title stated|They offered me deputy head
duties stated|Main tasks: payroll, invoices and the phone
duties stated|You'll be running the front desk and training the juniors
duties stated|You will be responsible for a team of drivers
duties stated|Your work will centre on designing test rigs.
manager stated|Reporting line: Chief Nurse
manager stated|my boss would be a guy called Ruben who runs the lab
manager stated|Supervisor: [name]
team stated|Department: Oncology
team stated|I'd be on the night crew, six of us
team stated|a squad of 7 engineers
team vague|It's a great team.
success_measures vague|You'll have regular performance reviews.
success_measures stated|Performance is measured on revenue and client retention.
growth vague|There's room to grow.
growth stated|Promotion to team lead after 18 months
growth stated|The next grade is Senior Officer
onboarding stated|The first week is classroom training
onboarding vague|You will get an induction.
onboarding stated|induction on day one, then buddy shifts for a fortnight
location stated|Based in Porto
location stated|our Midrand office
location stated|Remote, EU time zones
location stated|12 Dock Street is where you'd work
location vague|hybrid
location vague|The site will be confirmed later.
hours stated|8am-4pm
hours stated|38.5-hour week
hours stated|4 on 4 off nights
hours stated|overtime paid at 1.5x
hours vague|Working hours as required by the business
hours stated|You choose your hours.
travel stated|You visit clients across Bavaria every week.
travel vague|Willingness to travel is expected.
travel stated|two nights away a month
start_date stated|Start: 01/09/2026
start_date stated|Your first day would be Monday
start_date vague|Start date to be agreed
start_date stated|in four weeks you start
employment_type stated|Permanent
employment_type stated|it's a zero hours contract
employment_type stated|12 month contract, might extend
probation stated|Probation 6m
probation stated|six-month probation
probation vague|The usual probation applies
ending stated|Notice: 1 month
ending stated|two weeks notice from both sides
ending vague|Termination as per the contract
restrictions stated|12 month non-compete
restrictions stated|You keep our recipes secret, see the NDA
restrictions stated|Anything you invent belongs to us
conditions stated|we still need your right to work documents
conditions stated|once your DBS is through
conditions stated|The offer hangs on a clean driving record
answer_by stated|Please confirm by 5pm Thursday.
answer_by stated|Offer valid until 12 May
answer_by stated|I've got till Monday to say yes
answer_by vague|We'd appreciate a quick reply
pay_review vague|On raises the boss would only say that fair is fair.
pay_review vague|As for increments, it will be taken care of, they say.
pay_review stated|Pay is looked at each January.
growth vague|The role could turn into something bigger.
growth vague|Those who deliver go far with us.
bonus vague|We do commission but she didn't say how much.
bonus vague|A gesture at year end, if the year is a good one.
health vague|Insurance: on fair terms
health missing|I'd be on the surgical floor of a private hospital.
health missing|They build software for health insurance brokers.
health missing|We pay your indemnity insurance.
family_leave missing|Mediclaim for self and parents
learning vague|Courses are fine if the budget permits, we'll see.
expenses vague|Some allowances, to be agreed
travel vague|You'd see a bit of Asia in this job.
answer_by vague|Better today than tomorrow, he said.
answer_by missing|The other company wants my answer by Monday.
start_date stated|starts 6/Jan
equity missing|An EN ISO 14732 certificate is a must.
one_time_pay missing|Flights are paid every rotation.
one_time_pay missing|600 a month if you stay outside
manager missing|Floor Supervisor, Marina branch
manager stated|My lead there would be the head of design.
team missing|Interviews with the product team are over.
success_measures missing|The offer depends on your passing the drug test in April.
duties missing|Help with the move: we'll see
duties stated|They need someone to run the night desk.
title stated|sparky, mostly schools and a few shops
title stated|They gave me the leading hand spot.
hours vague|38 hours but most of the crew do 45 to 50
hours stated|RDO every other Friday
leave missing|RDO every other Friday
location stated|Barrow Joinery (Leeds)
answer_by stated|48 hours to decide
"""
LEAD = "Thank you for your time, we are glad you came to see your new place.\n"


@pytest.mark.parametrize("row", ROWS.strip().splitlines())
def test_a_sentence(row: str) -> None:
    label, words = row.split("|", 1)
    topic, verdict = label.split()
    assert check(LEAD + words)[topic] == verdict


@pytest.mark.parametrize(
    "text",
    [
        "I asked for 60k and five weeks of holiday.",
        "At the moment I earn 41,000 with a 10% bonus.",
        "Current job: 45k base, 12% bonus, 25 days off, pension 6%",
        "I turned the other one down, it was 52k with 30 days of leave.",
        "They said nothing about bonus, holidays or notice.",
        "Me: what is the base? is there a bonus, and how many days of leave?",
        "Holidays, pension and probation were not discussed.",
    ],
)
def test_what_is_not_the_offer_does_not_count(text: str) -> None:
    assert set(check(text).values()) == {"missing"}


def test_a_guess_is_vague_and_a_told_fact_is_not() -> None:
    assert check("I think the bonus is 10%, nobody told me.")["bonus"] == "vague"
    assert check("The recruiter told me the bonus is 10%.")["bonus"] == "stated"


def test_the_answer_in_a_chat_counts_with_its_question_aside() -> None:
    text = "Me: and how much holiday is there?\nRecruiter: 28 days holiday\nMe: bonus?\nRecruiter: no bonus I'm afraid"
    got = check(text)
    assert (got["leave"], got["bonus"], got["base_pay"]) == ("stated", "stated", "missing")


@pytest.mark.parametrize(
    "change", [str.upper, str.lower, lambda t: t.replace(". ", ".\n• "), lambda t: t.replace("£", "€")]
)
def test_form_does_not_matter(change: object) -> None:
    text = (
        "Your base salary is £34,500 per year. You have 26 days of annual leave. You report to the Head of Finance. "
        "The first three months are a probation period. You work 37.5 hours a week. Notice is one month."
    )
    assert callable(change)
    got = check(change(text))
    for topic in ("base_pay", "leave", "manager", "probation", "hours", "ending"):
        assert got[topic] == "stated", topic
