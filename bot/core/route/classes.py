"""Word classes for the router's features: what a linear model cannot learn from a few thousand messages.

Words are lower case and without apostrophes; endings (-s, -ed, -ing, -ly, -er) are taken off where the word as it
stands has no class.
"""

from __future__ import annotations

_CLASSES = {
    "FEAR": "afraid affraid scared scare scary worry worries worried worrying worrisome fear fears fearful "
    "frightened frighten nervous nerves anxious anxiety terrified terrify panic panicking dread doubt doubtful "
    "overwhelmed stress stressed stressful freak freaked freaking petrified intimidated haunt trembling shaking "
    "tremble sweaty bricking uneasy uncomfortable unsure insecure dreading nightmare jittery butterflies "
    "apprehensive spooked rattled daunted daunting alarmed distraught restless sleepless paralysed jitters shaky "
    "shakes palpitations tense tensed phobia cowardly hesitant reluctant anxiously horrified horror frightening "
    "scariest overthinking paranoid",
    "LOW": "hopeless useless stupid failure fraud imposter impostor worthless rubbish ashamed embarrassed "
    "embarrassing idiot fool dumb unemployable pathetic inferior crying cry tears tired exhausted sad gutted "
    "heartbroken crushed low depressed lonely broken devastated disappointed discouraged desperate deflated flat "
    "numb mess loser dejected rejects defeated miserable demoralised demoralized hopelessness knackered drained "
    "burnt burnout fed unwanted unloved invisible humiliated helpless lost inadequate mediocre average incompetent "
    "clueless untalented failing failed fails",
    "LACK": "old young age fat accent stammer stutter dyslexia dyslexic degree gap grades qualification "
    "qualifications underqualified overqualified inexperienced junior shy introvert quiet slow unfit disability "
    "disabled epilepsy record conviction sacked fired health pregnant wheelchair adhd autistic diabetes confidence "
    "confident unqualified untrained rusty slower older deaf blind hearing sight foreigner immigrant refugee ugly "
    "overweight tattoos tattoo hijab scar single childless mother mum dad grandma asthma cancer migraine depression "
    "anxiety bipolar unemployed redundancy redundant dismissed dropout",
    "SUSPECT": "suspect suspicious suspicion hiding hide hidden trust fishy gut feeling hunch vibe vibes "
    "something true smell weird odd strange funny off dodgy sketchy",
    "MEET": "interview interveiw intervew inteview interviews interviewed screening screen round panel zoom "
    "skype teams meeting meet viva onsite assessment trial chat call appointment slot audition oral board hirevue "
    "facetime interviewing videocall stage shortlist",
    "PERSON": "recruiter headhunter agency hr interviewer manager boss owner chef headteacher principal matron "
    "foreman supervisor director ceo cfo cto md dean founder lady guy woman man secretary receptionist "
    "consultant chairman chair governor mayor partner president vp sister gaffer oga superintendent lead "
    "leader head professor doctor officer coordinator madam sir mr mrs ms miss",
    "FIRM": "company employer firm startup corporate mnc bank hotel school hospital clinic nursery shop store "
    "restaurant cafe bakery factory warehouse brewery museum library council ministry university college lab garage "
    "depot zoo church airline supermarket practice academy charity salon farm pub bar plant agency studio",
    "TRADE": "nurse nursing teacher teaching driver driving chef cook cleaner cleaning carer care waiter "
    "waitress barista developer engineer engineering programmer accountant accounting clerk receptionist welder "
    "plumber electrician builder carpenter roofer sales salesman lecturer postdoc analyst admin assistant "
    "apprentice porter caretaker courier paramedic police fire librarian gardener mechanic operator "
    "cashier secretary designer marketing trainee intern internship fresher supervisor technician therapist vet "
    "midwife bartender sous kitchen baker butcher fishmonger hairdresser beautician masseuse physiotherapist "
    "radiographer pharmacist dentist phlebotomist surgeon paramedics firefighter soldier guard bouncer warden pilot "
    "steward stewardess cabin sailor skipper docker picker packer machinist fitter joiner bricklayer plasterer "
    "glazier scaffolder surveyor architect planner geologist chemist biologist physicist researcher scientist "
    "statistician actuary auditor bookkeeper banker broker trader underwriter adjuster paralegal solicitor "
    "barrister lawyer judge journalist editor writer translator interpreter photographer illustrator animator "
    "musician actor dancer coach instructor tutor professor dean registrar archivist curator janitor housekeeper "
    "maid nanny babysitter childminder counsellor psychologist sysadmin devops frontend backend fullstack tester qa "
    "scrum tableau accountancy telesales callcentre bpo concierge florist farmhand trucker postman postie tiler",
    "PEER": "colleague colleagues coworker coworkers peer peers teammate teammates predecessor apprentice staff",
    "THEY": "they he she them him her theyre theyve theyd hes shes who",
    "SELF": "i im ive me my myself id ill mine",
    "MOVE": "move moved moving postponed postpone postponing postponement rescheduled reschedule rescheduling "
    "push pushed shift shifted cancelled canceled cancel cancelling canceling cancellation delayed defer deferred "
    "swap swapped switch switched brought bumped scrapped change changed preponed rebook rearrange rearranged "
    "instead adjourned slid correction update called forward scratch wrong new rebooked rebooking adjourn suspended "
    "suspend halted hold paused pause scrapping dropped replaced replacing substitute substituted relocated "
    "extended shortened earlier later sooner prepone preponement reset redo another bring",
    "PLAN": "scheduled booked confirmed invited invite invitation shortlisted selected tomorrow #time #day "
    "#date #month upcoming coming calendar appointment fixed set arranged lined expected attend attending "
    "attendance reporting venue reception arrive rsvp dial link invites hosted panelists gate floor suite bldg slot",
    "AGENDA": "next agenda schedule upcoming diary calendar overview todo deadline week today tomorrow when "
    "list outstanding open planned plan dates summary status steps plate itinerary timetable timeline roadmap "
    "pending remaining checklist lineup lined forthcoming soon tonight reminders todos",
    "WHEN": "#time #day #date #month today tonight morning afternoon evening noon week weekend month later earlier",
    "OFFER": "offer offered offering contract ctc package letter counteroffer paperwork appointment "
    "congratulations extend employment clause clauses probation joining onboard verbal written signed sign signing "
    "accept accepting accepted bond terms signature equity stock vest vesting rsu lpa band",
    "PAY": "pay salary wage wages money bonus raise increment commission pension net gross paid pays #pay rate "
    "tips shares allowance increase hike income earn earning earns mileage overtime earnings payday payslip payroll "
    "lump stipend perdiem perks perk benefits compensation remuneration minimum hourly annual annually monthly "
    "weekly scale grade grades band bands superannuation super 401k insurance dental medical pensions voucher car "
    "expenses cost",
    "HOURS": "hours shift shifts night nights weekend weekends evening evenings rota roster rotas parttime "
    "fulltime flexible flexibility overtime early late saturdays sundays fridays mondays saturday sunday oncall "
    "holidays holiday leave vacation break breaks lunch days earlies lates mornings daytime nightshift dayshift "
    "weekday weekdays rotation rotating split breaktime standby onduty duty duties schedule schedules timetable "
    "timesheet fourday annualised flexitime flexi toil sabbatical maternity paternity parental sickness",
    "PLACE": "commute remote hybrid home office travel relocation relocate parking location distance near "
    "nearby minutes bus train drive metro outdoors onsite desk openplan commuting driving subway tube tram cycling "
    "walk walking village city town suburb seaside countryside abroad overseas onshore offshore hometown postcode "
    "neighbourhood local locally noise quiet daylight window windows garden air",
    "GROW": "training train growth promotion career learn learning mentor mentoring development progression "
    "ladder apprenticeship course courses feedback supervision coaching appraisal review coached shadow shadowing "
    "induction onboarding upskill qualification exam exams degree tuition study studying seminar conference "
    "conferences certificate certification sponsor sponsored sponsorship advancement promote promoted advance "
    "senior seniority responsibility responsibilities",
    "TEAM": "team culture turnover atmosphere mood bullying conflict conflicts diversity respect values mission "
    "purpose management style leadership micromanage micromanages micromanager micromanaging autonomy freedom "
    "workload targets stability stable safety security funding layoffs equipment tools budget variety balance "
    "collaboration gossip politics clique cliquey hierarchy hierarchical bureaucracy meetings standup agile "
    "waterfall codebase stack tooling software hardware machinery vehicles vehicle van truck uniform protective ppe "
    "staffing caseload classsize headcount attrition retention strategy vision inclusion equality fairness fair "
    "transparency transparent honesty trust recognition appreciation morale",
    "WRITE": "write draft email mail message text sms note word wording words phrase reply respond send letter "
    "compose version subject line mails",
    "SPEAK": "say tell answer ring phone contact put explain mention reply inform let",
    "THANK": "thank thanks thankyou thx ty cheers grateful thnx tysm gracias merci danke appreciated appreciate "
    "tack ta kindly thankful appreciation obliged kudos salamat asante dhanyavaad shukriya arigato obrigado tusen "
    "dank teşekkürler",
    "CHASE": "chase chaser nudge follow followup outcome decision decide update news result hear heard feedback "
    "status remind reminder again reapply check wait long soon",
    "DECLINE": "decline declined declining withdraw withdrew withdrawing withdrawn refuse refused refusing "
    "refusal reject rejecting pull pulling backing opt opting politely polite gracious gracefully nicely regret "
    "regrets withdrawal bow nope nah unavailable pulled stepping step withdrawals unable regretfully unfortunately "
    "retract cancel undo",
    "REJECT": "rejected rejection rejections unsuccessful",
    "RUDE": "rude shouted yelled interrupted laughed yawned rolled sexist ate sandwich swore swearing cursing "
    "married children pregnant religion husband wife age touched staring sweetheart darling joke insulted mocked "
    "sneered unprofessional disrespectful unprepared phone passport photo belittled patronised patronized groped "
    "smirked scoffed muttered glared stared bullied bully threatened threaten humiliated dismissed dismissive "
    "arrogant aggressive hostile creepy winked flirted flirting racist ageist homophobic discriminated mocking "
    "sarcastic sneering condescending impatient offensive inappropriate bossy screamed barked snapped slammed "
    "scrolled chewing whispering bored distracted texting touching harassed harassment illegal unlawful personal "
    "intimate snarled grabbed belched",
    "SILENT": "ghosted ghost ghosting silence silent nothing nobody noone reply replied response respond "
    "answered bounced word unanswered picked picking ignored ignoring radio seen read unread voicemail unreachable "
    "vanished disappeared crickets zero replying responding responses reacted reaction acknowledgement acknowledged "
    "feedback heard hearing hearback",
    "LATE": "late waited waiting wait showed show noshow turned forgot forgotten missed stood tardy delayed "
    "overran noshows unattended empty locked closed stranded kept double doublebooked overslept",
    "PRESS": "pressure pressuring pressured pressing pushy tonight midnight immediately urgent exploding rush "
    "rushed withdrew lowballed lied lying lie dodged avoided evaded changed promised promise unpaid free fee "
    "deposit upfront bully bluff ultimatum hurry hurried cornered forced forcing coerced threatened manipulated "
    "deceived misled misleading mislead tricked scam scammed cheated withheld retracted rescinded revoked reneged "
    "backtracked contradicted contradict downgraded lowered reduced cash registration security bond refundable "
    "invoice crypto gift payment",
    "SINCE": "since days weeks ago still yet ages #n months",
    "TOLD": "said told asked explained mentioned answered admitted talked spoke described showed liked wanted "
    "seemed went felt interviewed laughed smiled nodded met came had did complimented praised grinned frowned noted "
    "listed presented introduced greeted welcomed walked toured tested quizzed grilled probed pressed challenged "
    "interrupted listened noticed learned learnt found impressed discussed covered touched wondered repeated "
    "insisted claimed promised warned hinted revealed confirmed",
    "GRADE": "well badly good bad okay fine great awful terrible horrible tough easy hard ok alright disaster "
    "brilliant best worst short long weird nice lovely friendly warm cold shaky wobbly rubbish bombed nailed "
    "blanked froze rambled stumbled smooth smoothly rocky mixed decent solid poor average mediocre shambles "
    "trainwreck car crash catastrophe dream perfect flawless stressful intense gruelling exhausting pleasant "
    "relaxed informal formal stiff chaotic honest open positive negative confident stuttered mumbled waffled "
    "sweated shook forgot messed screwed flunked aced smashed crushed killed flopped tanked choked",
    "WANT": "want wanted wish prefer need must love rather important matter matters dealbreaker minimum least "
    "priority priorities willing nonnegotiable ideal ideally hoping dream insist value care refuse desire crave "
    "long yearn seek seeking hunting prioritise prioritize require requires required requirement requirements "
    "essential crucial vital key main nonnegotiables preference preferably wishlist tolerate stand accept settle "
    "unacceptable dreaming aim goal goals ambition expect expecting",
    "NEVER": "never no not dont wont anymore without nothing none neither anything",
    "DID": "built led ran managed trained sold won wrote raised organised organized designed redesigned reduced "
    "cut saved taught cooked fixed handled introduced negotiated published completed achieved improved launched "
    "created developed implemented headed supervised captained planned automated delivered founded turned doubled "
    "tripled set passed promoted earned coached mentored repaired supported looked brought grew hit boosted "
    "streamlined overhauled rescued assembled installed audited drafted edited hosted catered nursed recruited "
    "secured drove steered restored invented composed performed programmed coded migrated optimised optimized "
    "modernised digitised converted expanded opened established transformed revived merged budgeted forecast "
    "presented lectured tutored examined treated diagnosed vaccinated shipped stocked merchandised served plated "
    "baked brewed welded wired plumbed plastered painted tiled landscaped planted harvested bred refereed "
    "choreographed directed produced filmed photographed translated interpreted mediated resolved settled defended "
    "prosecuted investigated arrested patrolled qualified graduated finished topped ranked received awarded "
    "nominated shortened halved eliminated prevented detected spotted solved",
    "SKILL": "skill skills speak fluent certified certificate licence license experience experienced qualified "
    "years award strong strength strengths proud patient learner knack expert ticket diploma trained handy reliable "
    "organised punctual talent able excel sap python sql welding forklift typing languages ability abilities "
    "competence competent expertise specialist specialise fluently bilingual trilingual native accredited chartered "
    "registered licensed portfolio achievement achievements accomplishment accomplished track hobby talented gifted "
    "skilled proficient proficiency confident dexterous accurate meticulous dependable diligent empathetic creative "
    "analytical tidy",
    "ASK": "ask asks asked asking question questions",
    "PREP": "prepare preparing prepared prep ready practise practice rehearse rehearsal tips checklist mock "
    "study research wear bring dress star presentation prepping revise revising brush cram studying drill drills "
    "coach coaching guidance advice outfit suit tie punctual arrive icebreaker opener cheatsheet list notes",
    "MAY": "allowed rude okay normal appropriate legit cheeky arrogant greedy pushy unprofessional wise fair "
    "negotiate negotiating negotiation negotiable bargain haggle leverage picky choosy demanding grateful right "
    "rights power difficult beggars choosers lucky interrogate permitted permissible forbidden taboo impolite "
    "disrespectful insolent bold brave audacious entitled entitlement acceptable etiquette manners custom done "
    "polite humble gratitude thankful loyal honest lying bluff counteroffer powerless equal equals superior "
    "inferior",
    "MINE": "my our current currently present here where",
    "WORKS": "work workplace works job team office ward depot kitchen department colleague place rota shift employer",
    "SETTING": "reminder reminders remind notification notifications timezone zone language quiet mute snooze "
    "silent settings clock messages ping notify alert alerts nudges disturb timing summer spanish german french "
    "hindi tagalog arabic polish gmt est cet ist unsubscribe stop pause turn notifs notif buzz buzzing vibrate dnd "
    "silence silenced louder frequency hourly daily weekly daylight dst utc cst pst mst pht wat eat sgt aest bst "
    "swahili yoruba igbo urdu bengali tamil portuguese italian chinese mandarin russian turkish dutch japanese "
    "korean vietnamese emails texts texting",
    "DATA": "data delete erase wipe export privacy private stored store encrypted gdpr account remove history "
    "confidential anonymous server database records saved save share sell secret access info information download "
    "copy keep kept forget personal backup scrub see reads purge destroy destroyed stores storing storage retained "
    "retention retain logs logged log logging tracked tracking track spying spy leaked leak hacked hack visible "
    "viewed view viewing transparent confidentiality discreet snoop surveillance file files json csv pdf trace "
    "traces",
    "OR": "or vs versus better compare between both two first second other choose choice decide deciding which "
    "than either torn weigh option options a b alternatively alternative alternatives dilemma undecided preferable "
    "prefers outweigh outweighs tradeoff tradeoffs sidebyside pros cons advantages disadvantages benefits drawbacks "
    "rank ranking weighing matchup",
    "FIND": "find figure learn check know see tell spot suss gauge",
    "HOW": "how what which whats hows",
    "CV": "cv resume form forms portal linkedin indeed naukri vacancy vacancies application applications ats "
    "biodata keywords cover website sites jobsite curriculum vitae template templates headline headshot profile "
    "profiles glassdoor ziprecruiter stepstone reed totaljobs seek jobstreet upload attachment uploaded formatting "
    "font wording hobbies",
    "QUIT": "resign resigned resignation quit quitting notice leaving left resigning resigns quits leaves "
    "departing departure retire retired retiring severance farewell sacked",
    "WORLD": "weather recipe joke football match dog cat car rent tax visa movie song music news bus pizza "
    "banana government president capital translate calculate poem book wifi landlord bank birthday wedding game "
    "film films tv series songs singer actor actress cinema holiday beach hotel flight flights airport ticket "
    "tickets passport train bike bicycle petrol diesel phone laptop computer printer washing machine fridge kitchen "
    "sofa doctor dentist medicine headache fever cold flu vitamin diet gym yoga running marathon swim cricket rugby "
    "tennis basketball formula olympics funeral baby toddler cousin uncle grandma neighbour neighbor shopping sale "
    "discount price cheap store pasta rice chicken soup cake coffee tea beer wine whisky dinner breakfast supper "
    "garden flower tree bird fish horse planet moon sun star rain snow storm hot history science math maths physics "
    "chemistry homework exam essay meaning define synonym country city population river mountain king queen "
    "minister election vote war peace religion prayer horoscope zodiac lottery bitcoin stock loan mortgage credit "
    "electricity bill bills council plumber",
    "BOT": "you bot your yourself u telegram chatgpt robot ai chatbot machine software app program gpt "
    "assistant human person developer version update feature button screen link command commands bug crashed error "
    "loading",
    "GREET": "hi hello hey yo hiya morning evening afternoon night bye goodbye howdy ciao hola namaste salut "
    "greetings cool great perfect lovely nice ok okay brilliant super sweet awesome welcome mate friend lol haha "
    "cheerio toodles later laters peace respect blessings regards hiii heya oi sup wassup evenin mornin gday sorry "
    "pardon okey noted roger understood fine alright yep yup yeah nope wow yay hooray congrats fab fantastic "
    "wonderful amazing excellent superb kind",
    "NUM": "two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty "
    "hundred couple few several dozen half",
    "PERIOD": "minute minutes min mins hour hours day days week weeks month months year years fortnight decade moment",
    "FAMILY": "kids kid children child son daughter baby wife husband mum mom dad mother father family parents "
    "partner girlfriend boyfriend sister brother grandma nan aunt uncle cousin girls boys toddler twins",
    "NEG": "cant cannot wont doesnt didnt isnt havent hasnt wasnt werent arent wouldnt couldnt shouldnt hardly barely",
    "MODAL": "can could may should would might shall must will",
    "PAPER": "documents document certificate certificates references reference passport papers form forms id "
    "licence payslip payslips bank details number password photo",
}


def _table() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for name, block in _CLASSES.items():
        for word in block.split():
            if name not in found.get(word, ()):
                found[word] = (*found.get(word, ()), name)
    return found


CLASSES = _table()
"""Word -> its classes, the narrowest first."""
_ENDINGS = ("ing", "ed", "es", "s", "d", "ly", "er")
_STEM = 3  # letters that stay


def classes(word: str) -> tuple[str, ...]:
    """The classes of a word, of its stem where it has none itself, or none."""
    found = CLASSES.get(word)
    if found is not None:
        return found
    for ending in _ENDINGS:
        stem = word[: -len(ending)]
        if word.endswith(ending) and len(stem) >= _STEM:
            for guess in (stem, f"{stem}e", stem[:-1]):
                if guess in CLASSES:
                    return CLASSES[guess]
    return ()
