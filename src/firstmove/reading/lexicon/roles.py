"""Words that stand before or for a name: titles, offices, bodies of a state. Data, no rules."""

from __future__ import annotations

# Written before a name; no part of it.
TITLES = frozenset(
    "mr mrs ms miss dr prof professor sir dame lord lady madam president vice prime minister "
    "premier chancellor king queen prince princess emperor sultan emir sheikh ayatollah pope "
    "cardinal archbishop bishop rabbi imam patriarch rev reverend father sister mother general "
    "lieutenant colonel major captain sergeant corporal admiral commander commodore brigadier "
    "marshal gen lt col maj capt sgt adm cmdr brig secretary state foreign defense defence "
    "interior finance trade energy justice labor labour water agriculture transport health "
    "education environment economy deputy assistant acting interim former ex retired incoming "
    "outgoing designate elect president-elect ex-president senator sen rep representative "
    "congressman congresswoman governor gov lt mayor judge justice attorney solicitor ambassador "
    "envoy special chief chairman chairwoman chair director spokesman spokeswoman spokesperson "
    "chief executive ceo cfo coo officer leader speaker commissioner councillor councilman "
    "councilwoman alderman sheriff inspector superintendent detective mp mps mep meps lawmaker "
    "mla mlas mna mnas msp msps "
    "delegate undersecretary under-secretary treasurer economist analyst negotiator mediator "
    "adviser advisor aide head candidate nominee republican democrat democratic sen. rep. sens "
    "sens. reps reps. gov. gen. lt. col. maj. capt. sgt. adm. mr. mrs. ms. dr. prof. rev. st. hon. "
    "minister-designate first chargé d'affaires consul boss founder co-founder owner manager "
    "operator captain foreman organizer organiser convener steward activist journalist reporter "
    "correspondent editor columnist pollster author vp then whip majority minority elder".split()
)
# Of these, what an office deals with or how it is held: no role when it stands alone.
FIELDS = frozenset(
    "vice prime state foreign defense defence interior finance trade energy justice labor labour "
    "water agriculture transport health education environment economy assistant acting "
    "interim former ex retired incoming outgoing designate elect special first st hon then "
    "majority minority".split()
)
# Offices and bodies whose owner is a state or firm, hardly a person ("Ostmark's minister").
OF_BODIES = frozenset(
    "minister ministry parliament capital border coast executive shareholder economy".split()
)
# What only states have.
STATEHOOD = frozenset(
    "government army navy troop parliament ministry minister premier embassy ambassador border "
    "king queen monarch cabinet military airspace territory".split()
)
MALE = frozenset(
    "mr mr. sir lord king prince emperor sultan emir sheikh ayatollah pope cardinal father "
    "spokesman congressman councilman businessman husband son brother "
    "man salesman statesman policeman foreman fisherman widower uncle nephew grandfather "
    "boy".split()
)
FEMALE = frozenset(
    "mrs mrs. ms ms. miss dame lady madam queen princess sister mother spokeswoman chairwoman "
    "congresswoman councilwoman businesswoman wife daughter woman stateswoman policewoman widow "
    "aunt niece grandmother girl actress nun".split()
)

# People who speak for a state, so that a nationality word before them says whose side they are on.
OFFICIALS = frozenset(
    "admiral administration adviser advisor agent aide ambassador army attache authority aviation "
    "cabinet chancellor chief coalition colonel commander commissioner congressman congresswoman "
    "consul consulate counterpart delegate delegation deputy diplomat diplomacy emissary emperor "
    "envoy embassy executive force forces general government governor head intelligence "
    "king lawmaker leader leadership legislator marshal mediator military minister ministry "
    "mission monarch mp navy negotiator officer official parliament parliamentarian premier "
    "presidency president president-elect prince prosecutor queen regime regulator representative "
    "ruler secretary senate senator service side soldier speaker spokesman spokesperson "
    "spokeswoman state strategist sultan team treasury troop troops undersecretary "
    "nominee police people republic country nation kingdom capital department "
    "directorate office agency chamber congress assembly council bank party tsar czar "
    "observer monitor peacekeeper inspector "
    "federation security coast guard commission panel committee diplomatic source".split()
)

# Titles and callings that speak for nobody's state, whatever nationality stands before them.
PRIVATE = frozenset(
    "mr mrs ms miss dr prof professor economist analyst activist journalist reporter "
    "correspondent editor columnist pollster author father mother sister founder owner organizer "
    "organiser foreman manager boss bishop archbishop rabbi imam candidate".split()
)

# The place they are elected for is not whose side they are on.
LEGISLATORS = frozenset(
    "rep rep. reps reps. sen sen. sens sens. senator representative congressman congresswoman "
    "lawmaker legislator mp mps mep meps mla mlas mna mnas msp msps republican democrat "
    "councillor".split()
)

# Bodies of a state: with a nationality word they are the state's side.
STATE_BODIES = frozenset(
    "administration agency army assembly authority bank cabinet chamber coast-guard command "
    "congress consulate council delegation department directorate embassy force forces "
    "government guard house intelligence kingdom leadership legislature military ministry mission "
    "navy office parliament police presidency regime republic senate service side state team "
    "treasury capital nation country people federation".split()
)
# Used alone ("the government") they mean a country told before.
COUNTRY_WORDS = frozenset("country nation kingdom republic state homeland".split())
GOVERNMENT_WORDS = frozenset(
    "administration army cabinet government kremlin leadership military ministry navy parliament "
    "presidency regime".split()
)

# After these a country's name tells what the person deals with, not whose side they are on.
POSTED = frozenset(
    "envoy ambassador representative negotiator adviser advisor emissary expert analyst specialist "
    "correspondent mediator coordinator consul rapporteur watcher scholar czar tsar policy".split()
)
# Who runs for or sits in an elected seat, or judges: the country is not whose side they are on.
SEATED = LEGISLATORS - {"representative", "delegate"} | frozenset(
    "candidate nominee contender hopeful judge justice alderman councilman councilwoman".split()
)
# What stands behind these is the other side: "a critic of the ministry".
AGAINST = frozenset("critic opponent rival foe adversary enemy victim target challenger".split())
# Who is sent by a side to speak for it: "the Tarn delegation".
SENT = frozenset("delegation team side mission negotiator".split())
# Of a country, and not on the side of its government.
APART = frozenset(
    "opposition shadow rebel rebels exiled dissident separatist breakaway insurgent jailed "
    "imprisoned".split()
)
# Members and workers of a body do not speak for it.
MEMBERS = frozenset(
    "member employee worker resident supporter voter customer citizen native villager protester "
    "demonstrator activist farmer fisherman passenger patient refugee survivor victim tourist "
    "rebel insurgent separatist militant settler migrant trader shopkeeper fan".split()
)
# Near to somebody, and yet no voice of theirs.
KIN = frozenset(
    "wife husband spouse partner son daughter brother sister mother father parent uncle aunt "
    "nephew niece cousin widow widower child friend neighbour neighbor colleague predecessor fan "
    "voter supporter biographer mate killer lover doctor teacher counterpart guest audience".split()
)
# Who speaks for a person: "Roe's campaign", "a lawyer for Roe".
SURROGATES = frozenset(
    "spokesman spokeswoman spokesperson spokespeople campaign aide adviser advisor lawyer attorney "
    "counsel solicitor barrister camp team office manager staff staffer strategist representative "
    "director deputy secretary official surrogate".split()
)
LAWYERS = frozenset("lawyer attorney counsel solicitor barrister".split())
# Of these, who makes somebody without a party a side: not the director of a film of hers.
VOICES = frozenset("spokesman spokeswoman spokesperson campaign lawyer attorney camp".split())
# A government told by how it stands in time, and by where: "the new team in Washington".
TEAMS = frozenset("administration cabinet government leader leadership team".split())
OF_THE_DAY = frozenset("new next incoming outgoing current present future".split())
# They may be told of by where they sit: "officials in Orland".
SEATED_IN = frozenset("official authority prosecutor government ministry cabinet army".split())
# Parts of a body that are named by whose they are.
PARTS = frozenset("arm wing unit division branch subsidiary section headquarters".split())
# Bodies of members, whoever employs those.
UNIONS = frozenset({"union", "guild", "brotherhood"})
# They work, live or study where they are told to be, and speak for nobody there.
EMPLOYED = frozenset(
    "nurse worker driver teacher doctor docker miner pilot cook cleaner clerk porter carer "
    "labourer laborer employee staff trader farmer fisherman resident tenant patient pupil student "
    "parent customer passenger commuter shopkeeper stallholder prisoner inmate villager".split()
)
# Set above a state's own offices to watch them or others.
INDEPENDENT = frozenset(
    "regulator watchdog ombudsman auditor inspectorate commissioner tribunal".split()
)
# They serve whom "to" tells: "an adviser to the president".
SERVING = frozenset("adviser advisor aide assistant deputy secretary counsel".split())
# They work at a body and speak for themselves.
SCHOLARS = frozenset(
    "professor economist analyst scholar fellow expert researcher lecturer historian student "
    "scientist academic specialist graduate alumnus veteran critic employee worker resident "
    "reader commentator".split()
)
JUDGES = frozenset("judge justice magistrate".split())
_OF_JUSTICE = frozenset("minister secretary ministry department committee shadow".split())
# Of these, "president" is said and not meant.
NOT_THE_PRESIDENT = frozenset(
    "vice deputy former ex elect elected incoming candidate nominee union company club council "
    "board bank league federation association university college".split()
)
COURTESY = frozenset("mr mrs ms miss dr sir".split())
# Who held an office speaks for it no longer.
LEFT = frozenset("former ex retired ousted ex-president".split())
# Who may come to hold it does not yet.
NOT_YET = frozenset("potential prospective possible would-be aspiring".split())
# Marks that an outlet sets before a paragraph: nobody's name.
LABELS = frozenset("UPDATE UPDATED CORRECTION BREAKING EXCLUSIVE LIVE WATCH READ".split())
# Parts of a parliament: no side of their members.
CHAMBERS = frozenset(
    "senate house majority minority congress parliament district chamber assembly bundestag duma "
    "commons lords knesset committee".split()
)
# Elected or appointed for a place within a state; the place is not whose side they are on.
STATE_OFFICES = LEGISLATORS | frozenset("gov gov. governor lt lt. lieutenant speaker".split())
AMERICAN_STATES = frozenset(
    "alabama alaska arizona arkansas california colorado connecticut delaware florida georgia "
    "hawaii idaho illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts "
    "michigan minnesota mississippi missouri montana nebraska nevada hampshire jersey mexico york "
    "carolina dakota ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia "
    "washington wisconsin wyoming".split()
)
# Members of the parties of the U.S. Congress, as news marks them.
FACTIONS = {
    "r": "Republican Party", "republican": "Republican Party", "gop": "Republican Party",
    "g.o.p.": "Republican Party", "d": "Democratic Party", "democratic": "Democratic Party",
    "democrat": "Democratic Party",
}  # fmt: skip
# Members of a parliament in capitals, whom tagger and parser take for a name: "Liberal MPs".
IN_CAPITALS = frozenset("mp mps mep meps msp msps mla mlas".split())
# With a party's name before them they are the party's side; strategists and voters are not.
PARTISANS = frozenset("leader leadership caucus whip official aide chairman establishment".split())


# What stands between a country's name and the end of its body's: "Iranian Revolutionary Guard".
OF_STATE = (
    OFFICIALS
    | STATE_BODIES
    | FIELDS
    | STATEHOOD
    | GOVERNMENT_WORDS
    | frozenset(
        "federal national central supreme constitutional royal imperial high revolutionary "
        "presidential ministerial general civil public armed air naval marine marines maritime "
        "house secret state-run district circuit appeals court home external internal domestic "
        "social islamic ministry department affairs planning water food security commerce "
        "treasury justice culture work housing transportation pensions business competition "
        "central parliamentary diplomatic consular permanent senior fisheries mines tourism "
        "election electoral coast border customs tax revenue central reserve space nuclear "
        "atomic weather geological health medical anti-terrorism counter-terrorism".split()
    )
)
# What ministers deal with, beyond that: "Fisheries Minister" is no minister of a Fisheries.
PORTFOLIOS = OF_STATE | frozenset(
    "agriculture arts aviation budget children climate communications cooperation construction "
    "cultural crops development digital digitalisation digitalization electricity employment "
    "emergencies emergency equality farm farming family families fishery fishing foreign forest "
    "forestry forests gender heritage highways immigration industry information infrastructure "
    "innovation integration investment irrigation land lands livestock local media migration "
    "mineral minerals mining natural oceans oil parliament petroleum police ports post power "
    "prisons railways reconstruction reconciliation region regional religion resource resources "
    "rivers road roads rural science shipping sport sports technology telecommunications trade "
    "transportation universities veterans welfare women works youth".split()
)
# What firms have and people have not: "Transrail shares", "Transrail's boss".
OF_FIRMS = frozenset(
    "boss ceo chairman chairwoman share shares shareholders board plant factory subsidiary "
    "headquarters employees workers customers".split()
)
# Who serves a church: the place is not whose side they are on.
CLERGY = frozenset(
    "bishop archbishop vicar rector priest dean pastor cardinal imam rabbi patriarch".split()
)
# Who works for a body; with "chief" or its name before them they speak for it.
POSTS = frozenset(
    "engineer treasurer clerk campaigner planner ranger harbourmaster archivist scientist "
    "observer monitor organiser organizer physician statistician geologist hydrologist "
    "rector provost keeper abbot vet barrister biologist lead master ombudsman "
    "registrar bursar curator conductor administrator coordinator".split()
)
# Those who fight a state, told by what they do.
REBELS = frozenset("rebel insurgent guerrilla separatist".split())
# What stands before "of" and a place: "the mayor of Tarn".
OF_PLACES = frozenset(
    "mayor governor town city village district borough county province region republic kingdom "
    "state municipality commune".split()
)
# Last words of names of lands, of which some have a government of their own.
LANDS = frozenset(
    "isles islands republic kingdom federation emirates principality territory territories "
    "confederation protectorate sultanate".split()
)
# Words for how far an office reaches: no names.
SCOPES = frozenset(
    "federal national local central regional provincial municipal royal state senior top chief "
    "western eastern northern southern former current international official civic joint".split()
)
# Endings of the names of firms and other bodies.
COMPANY_ENDINGS = frozenset(
    "ag air airlines airways bank bv co company corp corporation energy foods gmbh group holding "
    "holdings inc industries international line lines llc logistics ltd mining motor motors nv oil "
    "oy petroleum plc power rail railways s.a sa shipping spa steel steelworks systems telecom "
    "transit water works homes stores hotels media chemicals electronics technologies software "
    "pharmaceuticals insurance resources minerals petrochemicals gas electric aerospace breweries "
    "textiles cement sugar tobacco paper wind inns energia estates properties partners brothers "
    "associates ventures "
    "ferries trains trams buses farms dairies bakeries networks communications solutions services "
    "drilling cruises windfarm solar renewables pipelines freight logging lumber metals robotics "
    "therapeutics biosciences genetics publishing broadcasting entertainment studios "
    "supermarkets couriers coaches mobile wireless smelters vineyards "
    "enterprises developments investments securities financial haulage builders pharma "
    "biotech semiconductors aviation terminals resorts laboratories airports mines quarries copper "
    "lithium aluminium aluminum zinc nickel timber maritime dredging fisheries seafood beverages "
    "shipyards".split()
)
BODY_ENDINGS = frozenset(
    "brotherhood fellowship secretariat tribunal trust faction junta consortium inspectorate "
    "cooperative federation collective authority confederation chamber operator presidium "
    "academy administration agency alliance army assembly association authority board bureau "
    "centre center chamber church club coalition college commission committee confederation "
    "conference congress convention cooperative council forum bloc tribe "
    "court department directorate embassy federation "
    "forces foundation front fund government guard guild institute institution league legislature "
    "ministry mission movement network office organisation organization parliament party police "
    "senate service society syndicate team tribunal union university workers teachers miners "
    "patrol nurses dockers drivers pilots rovers united wanderers athletic rangers albion "
    "fc".split()
)

# Of the whole, which is not the side of any of its provinces: "the federal government".
ABOVE = frozenset({"central", "federal"})
# Bodies of the government of the day, and what an office of it is called.
MINISTERIAL = frozenset({"government", "ministry", "cabinet"})
# What ministers deal with who hardly ever speak to other states.
AT_HOME = frozenset(
    "health education labour labor housing transport interior home environment justice culture "
    "welfare employment work pensions social schools prisons police railways local family".split()
)
_NOT_IN_OFFICE = frozenset(
    "former ex opposition shadow retired candidate ambassador parliament priest chapel "
    "church".split()
)


# What an officer of a body deals with, no end of the body's name: "Press Secretary".
DESKS = frozenset(
    "press communications budget legislative legal policy political media information "
    "operations".split()
)
# What a secretary of a government deals with.
DEPARTMENTS = frozenset(
    "home competition foreign defence defense health education trade business treasury justice "
    "transport environment culture work labour labor economy energy agriculture interior housing "
    "finance state commerce security transportation affairs planning water food pensions".split()
)


def is_seated(role: tuple[str, ...]) -> bool:
    """Whether the words of a role are those of a member of a parliament, candidate or judge."""
    if (SEATED - JUDGES) & set(role) or is_judge(role):
        return True
    return "representative" in role and not set(role) - (
        {"representative", "u", "s", "us", "then"} | AMERICAN_STATES | set(FACTIONS)
    )


def is_judge(role: tuple[str, ...]) -> bool:
    """A judge, no minister of justice."""
    return bool(JUDGES & set(role)) and not ("justice" in role and _OF_JUSTICE & set(role))


def is_commissioner(role: tuple[str, ...]) -> bool:
    """ "Trade Commissioner": of the European Union, where a report tells of it."""
    return len(role) > 1 and role[-1] == "commissioner" and role[-2] in DEPARTMENTS


def is_minister(role: tuple[str, ...]) -> bool:
    """Whether the words of a role are those of a member of a government in office."""
    if set(role) & _NOT_IN_OFFICE or {"vice", "chancellor"} <= set(role):
        return False
    if {"minister", "premier", "chancellor"} & set(role):
        return True
    # "Health Secretary Ann Roe", no general or press secretary
    return len(role) > 1 and role[-1] == "secretary" and role[-2] in DEPARTMENTS
