"""Words by which a typed interview is read: occupations, titles, names, kinds of employers and of places.

All lower case. Lists are for recognising, never for correcting: what the user typed is kept as typed.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


OCCUPATIONS = _words("""
    accountant actor actuary adjuster administrator admin adviser advisor agent aide analyst anaesthetist apprentice
    apprenticeship arborist archaeologist architect archivist artist assembler assistant associate attendant attorney
    auditor auxiliary baker barber barmaid barman barista bartender beautician biologist bookkeeper bricklayer
    broker builder buyer
    bus-driver butcher butler carer caregiver caretaker carpenter cashier caterer chaplain chauffeur chef chemist
    childminder cleaner clerk clinician coach coder collector conductor conservator consultant contractor controller
    cook coordinator co-ordinator copywriter counsellor counselor courier crew curator decorator dentist designer
    detective developer dev devops dietitian dietician dishwasher dispatcher doctor doorman doula draughtsman drafter
    driver drover economist editor electrician engineer entrepreneur estimator examiner executive fabricator farmer
    farmhand firefighter fisherman fitter florist forester freelancer fundraiser gardener gas-fitter geologist
    glazier goldsmith groom groomer grower guard guide gp gynaecologist hairdresser handyman helper herder
    host hostess housekeeper hygienist illustrator inspector installer instructor intern internship interpreter
    interviewer investigator janitor joiner journalist judge keeper keyworker labourer laborer landscaper laminator
    lawyer lecturer librarian lifeguard locksmith logistician machinist maid maker manager marketer marketeer mason
    masseur mate mechanic mechatronics mentor merchandiser midwife miller milliner miner model modeller musician
    nanny negotiator nurse nursery-nurse nutritionist office-manager officer operative operator optician optometrist
    orderly packer painter paralegal paramedic pastor pathologist patternmaker pharmacist phlebotomist
    photographer physician physicist physio physiotherapist picker pilot pipefitter planner plasterer plumber
    podiatrist policeman policewoman porter postdoc postman presenter principal printer processor producer professor
    programmer promoter psychiatrist psychologist publicist quality-inspector radiographer radiologist ranger
    receptionist recruiter referee registrar rep representative reporter researcher rigger roofer runner sailor
    salesman salesperson saleswoman scaffolder scheduler scientist scrum-master seamstress secretary sergeant server
    setter shelf-stacker stacker dispenser educator shepherd shopfitter skipper social-worker soldier solicitor
    sonographer specialist
    statistician steward stewardess stocker storekeeper storeman strategist student supervisor support surgeon
    surveyor sysadmin ta tailor tattooist teacher technician technologist telemarketer teller tester therapist
    tiler trader trainee trainer translator treasurer tutor undertaker underwriter usher valet vet veterinarian
    videographer waiter waitress waiting-staff warden warehouseman warehouse-worker watchmaker welder woodworker
    worker writer youth-worker zookeeper phd pa hca rn lpn cna sre qa po pm ba ux sdr bdr tl ward-manager
    drivers nurses teachers
    """)
"""Words that end the name of a job."""

LEADING = _words("""
    lead leader head manager supervisor boss foreman forewoman foreperson superintendent sister matron headteacher
    headmaster headmistress principal owner landlord landlady captain mgr teamlead gaffer superior editor-in-chief
    chair professor prof pi abbot postmaster stationmaster ringmaster skipper guvnor overseer charge-hand chargehand
    """)
"""Words of a title by which somebody would be the boss."""

EXECUTIVE = _words("""
    ceo cto cfo coo cio cmo cpo chro founder cofounder co-founder president vp svp evp chairman chairwoman chairperson
    director md board trustee executive chief vice-president exec execs trustees directors founders partner
    partners mayor
    """)
RECRUITING = _words("""
    recruiter recruiters recruiting recruitment headhunter sourcer talent agency staffing recruter recuiter ta-partner
    """)
PERSONNEL = _words("hr hrbp personnel payroll")
PEERS = _words("""
    colleague colleagues peer peers teammate teammates coworker coworkers co-worker co-workers team crew collegue
    collegues members member workmate workmates mate
    """)
OTHERS = _words(
    "secretary receptionist panel committee pa someone somebody interviewers interviewer guy lady woman man"
)
"""Titles that say what somebody is there but not on which side of the table he sits."""

MODIFIERS = _words("""
    senior junior sr jr sr. jr. lead deputy assistant head chief principal staff trainee graduate apprentice associate
    night day shift evening weekend part-time full-time parttime fulltime temp temporary relief bank live-in school
    home healthcare ward theatre scrub icu a&e er community mental health district dental veterinary vet paediatric
    pediatric
    care social support personal kitchen sous commis pastry line prep bar floor shop store sales retail customer
    service services call centre center warehouse forklift reach truck lorry hgv lgv bus train tram van delivery taxi
    ramp cabin flight ground airport site plant field maintenance service machine cnc production quality process
    design software backend back-end frontend front-end fullstack full-stack full stack web mobile android ios data
    ml machine-learning cloud devops platform systems system network security it embedded test automation qa product
    project programme program delivery business operations ops office admin administrative executive personal
    finance financial tax audit payroll accounts account purchase procurement marketing content media digital seo
    brand pr communications graphic ux ui user research lab laboratory clinical medical pharmacy hr people talent
    recruitment legal compliance risk claims insurance mortgage bank branch loan credit maths math english science
    physics chemistry biology history geography music art pe primary secondary nursery kindergarten preschool
    early-years special-needs sen teaching classroom supply language piano swimming ski yoga fitness gym personal
    civil mechanical electrical structural chemical solar wind hvac gas heating tv tower crane plant dump excavator
    police fire prison parking traffic tax customs housing benefits planning environmental park grounds garden
    tree farm dairy milk fish meat hotel reception front desk housekeeping spa beauty hair nail event events wedding
    tour travel ticket museum library archive film video sound light lighting stage costume game games level 3d
    technical tech team group area regional national global international key deputy general
    registered qualified certified licensed experienced experience remote
    security guard door night-shift shelf stock order goods postal mail parcel bike bicycle car auto motor vehicle
    aircraft ship marine boat rail signal track road street window carpet pool laundry hospital patient elderly
    children child childcare youth family disability respite residential nursing domestic hospice ambulance
    emergency blood x-ray eye optical hearing speech occupational physical massage sports sport leisure play
    assembly packing picking paint spray welding steel metal sheet wood furniture kitchen-hand cnc-machine print
    sewing textile fashion leather shoe jewellery food wine coffee beer brewing bakery butchery dish pizza grill
    """)
"""Words that stand before an occupation and belong to the name of the job."""

HONORIFICS = _words(
    "mr mrs ms miss mx dr prof professor sir madam herr frau sister doctor mr. mrs. ms. dr. prof. mme madame monsieur"
    " señor señora senor senora sr sra signor signora meneer mevrouw pan pani fru hr."
)
PARTICLES = _words("von van der den de del della di da dos do la le el al bin ibn abu ten ter zu zur und y e st")
"""Small words inside family names."""
FIRST_NAMES = _words("""
    aaron abdul abigail adam adrian agnes ahmed aisha alan albert alejandro alex alexander alexandra alexis ali alice
    alicia alison amal amanda amara amelia amina amir amy ana anders andre andrea andreas andrew andy angela angelika
    anita anja ann anna anne annie anthony antonio anya ashley astrid barbara beate beatrice becky ben benjamin bernd
    beth betty bianca bill birgit bob boris brenda brian bruno caitlin camille carl carla carlos carmen carol caroline
    catherine cathy charles charlie charlotte chiara chloe chris christian christina christine christoph christopher
    claire clara claudia colin connor craig cristina daisy dan daniel daniela dave david dawn dean deborah debbie
    denise dennis derek diana diane diego dieter dimitri dirk dmitri dominic donna doris dorothy doug ed eddie edith
    eduardo edward eileen elaine elena eleanor elif elisabeth elizabeth ella ellen ellie emily emma emeka eric erik
    erika esther ethan eva evelyn fatima faith felix fernando fiona florian frances francesca francesco francis frank
    fred gabriel gareth gary gemma george gerald gerda gina giovanni giulia gloria grace graham greg gulsen gunther
    hannah hans harold harriet harry hassan heather heidi heike heinz helen helena helga henry hilary holly howard
    hugo ian ibrahim imran ines ingrid irene irina iris isabel isabella ivan ivana jack jacob jade jake james
    jamal jan
    jana jane janet janice jasmine jason javier jay jean jeff jennifer jenny jeremy jess jessica jill jim jo
    joan joana
    joanna joanne joe joel johan johanna john jonas jonathan jorge jose josef joseph josh joshua joy joyce juan judith
    judy julia julian juliane julie jun jurgen karen karim karin karl karolina kasia kate katharina katherine kathy
    katie katja katrin kay keith kelly ken kenneth kev kevin kim klaus kofi kris kurt kwame kyle lara lars laura
    lauren
    laurence lea leah lee lena leo leon leila liam lily linda lisa liz lorenzo louis louise luca lucas lucia lucy luis
    luisa luke lydia lynn magda maggie malcolm manuel marc marco marcus margaret maria marie marina mario marion
    marius
    mark marlene marta martha martin martina mary mat mateusz matt matteo matthew matthias maureen max may megan
    mehmet
    mei mel melanie melissa michael michaela michelle miguel mike milan mila mo mohamed mohammed molly monica monika
    moritz mustafa nadia nadine nancy naomi natalia natalie natasha neil ngozi niamh nick nicola nicole nigel nikhil
    nina noah noor nora norbert olga oliver olivia omar oscar otto owen pablo paddy pam pamela pat patricia patrick
    paul paula paulina pedro penny pete peter petra phil philip philippa philippe pia pierre priya rachel rafael rahul
    raj ralf ralph ravi ray rebecca regina renate ricardo richard rick rita rob robert roberto robin rodrigo
    roger roland
    ron rosa rose rosie ross roxana roy ruby rudi ruth ryan sabine sally sam samantha samir samuel sandra sanjay sara
    sarah sasha scott sean sebastian sergei sergio shane sharon sheila shirley shaun sigrid silke silvia simon simone
    sofia sonia sonja sophia sophie stacey stan stefan stefanie stella stephan stephanie stephen steve steven stuart
    sue sunil susan susanne suzanne svetlana sven sylvia tamara tania tanja tanya tara ted teresa terry thea theo
    theresa thomas tiffany tim tina tobias toby tom tomas tony tracey tracy ulrike ursula uwe valentina valerie
    vanessa
    vera veronica victor victoria vijay vikram vincent viola vivian vladimir walter wayne wei wendy werner will
    william
    wolfgang yan yasmin yusuf yuki yvonne zainab zara zoe ines chidi tunde wanjiku lindiwe thabo nomsa sipho kemi
    """)

AGENCIES = (
    "hays", "adecco", "randstad", "manpower", "reed", "brunel", "pertemps", "michael page", "robert half",
    "robert walters",
)  # fmt: skip
"""Staffing agencies: whoever calls from there is a recruiter, the employer is somebody else."""

EMPLOYER_ENDS = _words("""
    ltd limited inc incorporated llc plc gmbh ag co company corp corporation group holdings bv sa sas srl kg oy ab as
    pty partners associates bros sons solutions systems logistics services industries foundation trust charity
    hospital hospitals clinic surgery practice infirmary hospice school schools academy college university uni
    institute nursery kindergarten kita council city town authority ministry department agency library museum theatre
    hotel inn pub cafe café coffee restaurant bistro bakery bar kitchen supermarket store stores shop market pharmacy
    bank insurance airlines airways airport station railways garage motors farm farms vineyard brewery dairy foods
    studio studios labs lab works factory mill yard engineering construction builders roofing plumbing electric
    energy power water gas homes home care centre center club gym spa salon house church parish
    publishing press media radio news telecom mobile software technologies tech health healthcare laboratories dental
    consulting recruitment staffing legal law solicitors llp chambers zoo gardens resort cruises
    """)
"""Last words of names of employers."""

ROOMS = _words("room floor building gate office reception suite entrance unit block hq hall ward")
"""Words that begin the name of a place."""
PLACES = _words("""
    street st road rd avenue ave lane square drive boulevard blvd way close court terrace row hill park quay
    strasse straße str platz weg allee rue via calle plaza office offices reception hq headquarters building
    floor room suite entrance gate lobby branch depot site campus wing block unit tower foyer canteen warehouse
    postcode conference boardroom
    """)
"""Words that make a phrase a place rather than a name."""
HOUSES = _words("court hill park close square row quay tower wing unit lodge house grange gardens view")
"""Those that end the names of homes and firms as often."""

MEASURES = _words("""
    hour hours h hr hrs day days week weeks month months year years minutes min mins am pm euro euros pound pounds
    dollars bucks quid people candidates rounds times percent % € £ $ k patients questions interviews uhr
    """)
"""After a number: a sum, a time or a count, not a house number."""

GENERIC = _words("""
    office offices hospital school company firm shop store clinic place site branch depot hotel restaurant agency
    employer them there home work warehouse factory hq headquarters reception bank practice nursery university
    days hours time weekends shifts money pay
    college council team door street city town centre center phone zoom video online party
    second third fourth fifth
    """)
"""An employer that is only one of these words has no name yet."""

ACTIVITIES = _words("""
    cleaning gardening cooking baking driving nursing teaching painting waiting packing welding catering bartending
    babysitting housekeeping landscaping plumbing roofing carpentry accounting bookkeeping tutoring coaching selling
    sewing tailoring hairdressing waitressing caring childcare dishwashing stacking stocking labouring building
    warehousing farming fishing delivering security reception kitchen warehouse
    """)
"""Work named by its doing: the role where it stands before "at" and the employer."""

SENTENCE = _words("""
    i you he she it we they me him us them myself yourself who whom what which why how this that these those
    am is are was were be been being do does did done dont don't doesnt doesn't didnt didn't have has had havent haven't
    hasnt will would can could shall should may might must cant can't cannot couldnt couldn't wont won't wouldnt isnt
    isn't arent wasnt wasn't im i'm ive i've ill i'll hes he's shes she's theyre they're thats that's its it's whats
    what's wheres where's theres there's lets let's say says said tell tells told ask asks asked know knows knew think
    thinks thought want wants wanted need needs needed hope hopes wish like likes liked love hate offered offers give
    gives gave given get gets got getting mean means meant forgot forget remember spoke speak came went saw seen sent
    send wrote write help helps make makes made take takes took put feel feels felt look looks try tries tried keep
    keeps kept lost found happened changed moved cancel cancelled canceled reschedule rescheduled postpone postponed
    delayed shift shifted wait stop start sorry wrong right late early sure maybe perhaps never always nothing something
    anything everything nobody somebody anybody everyone idk dunno lol haha hahaha hehe hmm hm uh um omg wtf pls plz
    please thanks thank thx ty bye yes no nope yep not yet really very too also ok okay fine great cool nice perfect
    hav hve hv gt wanna gonna gotta lemme gimme nevermind mind skip later soon again anyway because if so then idea
    nervous scared afraid worried excited tired sick happy sad whatever test undo back quit exit door
    address remind reminder reminders message messages question questions problem mistake pay money salary
    my your his her our their
    """)
"""Words of talk: a phrase with one of them in lower case, or that is only one of them, names no employer."""

FILLERS = _words("""
    ready busy free done true false check sleep eat drink walk run drive leave left arrive arrived follow lose win hurry
    hungry angry upset confused bored lost stuck stressed anxious hopeless pointless worthless useless terrible awful
    horrible weird strange funny crazy hard easy difficult ugh ouch wow yay aha argh meh hmmm eh oh omw brb btw imo tbh
    well worse better best bad good enough much many more less little most few lot lots both either neither none else
    other others same different about above after again against all almost along already although any around away back
    because before below beneath beside between beyond down during except few here hence however instead into just like
    near now off often once only out over own per quite rather since some still such than there therefore though
    through thus together too under until up upon when whenever whereas wherever whether while within without work
    works worked working talk talks talked hear heard learn understand understood explain suggested suggest said speak
    read call calls called meet answer answers reply replied believe guess suppose seem seems become believe bring buy
    pick choose decide decided agree agreed accept accepted decline declined reject rejected refuse refused pass passed
    fail failed finish finished continue close open show shows showed use used using live lives die day days week weeks
    month months year years hour hours minute minutes morning afternoon evening night today tomorrow yesterday tonight
    thing things stuff way ways man woman guy guys girl boy kids people person friend friends family house home life
    money food water car bus train plane phone mail email text letter word words name names list number numbers
    """)
"""Everyday words: a phrase of nothing but these names no employer, though a name may hold one."""

NOISE = _words("""
    pls plz please hav hve hv gt intro sorry oops they're theyre he's she's hes shes
    a an the my our their his her this that these i i'm im i've ive i'll we we're they they've it it's its is was be
    been being am are have has had having got get getting will would could can do did done just now also too so
    finally really again hi hey hello ok okay yes yeah yay well oh good great news update fyi btw guess what
    interview interveiw intervew inteview interviews interviewing interviewed invited invite invitation invites
    job jobs call called calls calling chat talk talking meeting meet see seeing speak speaking speaks spoke
    appointment conversation conversations having hallo moin servus hiya heya howdy hullo
    slot date scheduled schedule booked book set up confirmed confirm arranged planned plan new next first round stage
    one another me myself come coming came go going went in on to of and or but want wants wanted asked ask
    heard back rang phoned phone emailed wrote says said told let know please add note remind reminder save put
    there here upcoming today's tomorrow's short quick informal formal proper virtual assessment centre day trial
    video online onsite person then about around from until till with for at by as it'll happening
    need needs looking forward excited nervous scared luckily apparently maybe probably
    position role post vacancy opening place gig screening screen panel session starts starting start time
    took take takes through had some more two three been still only might should must going gonna wanna
    also after before during while when where because that's there's who what how
    hired hiring applied apply application accepted candidate shortlisted shortlist
    """)
"""Words of a sentence around the facts: never the name of an employer."""

ROLE_TAILS = _words("position role post job vacancy opening gig place opportunity apprenticeship internship placement")
