"""Who and what can speak, and where: people, bodies, documents, media, venues: data, no rules."""

from __future__ import annotations

# Documents and counts that speak for their makers.
DOCUMENTS = frozenset(
    "account ad advert advertisement advisory affidavit analysis article assessment audit bill "
    "book briefing brief "
    "bulletin cable column comment commentary communique communiqué complaint constitution "
    "contract data decree dispatch document dossier draft editorial email estimate evidence "
    "figure filing finding footage forecast indictment interview investigation invoice lawsuit "
    "law leaflet letter list log manifesto map measurement memo memoir memorandum message minutes "
    "note notice op-ed order paper petition poll polling post posting press projection proposal "
    "publication query reading record register release remark report research review ruling "
    "speech spreadsheet statement statistic study submission summary survey table tally "
    "testimony text transcript treaty tweet verdict website work".split()
)
# What lays down or is laid down: read out it says, else the outlet tells what is in it.
NORMS = frozenset(
    "accord act amendment bill budget clause code constitution contract covenant deal decision "
    "edict ethic ethics guideline law legislation mandate measure ordinance pact plan policy "
    "programme program proposal protocol provision regulation resolution rule scheme standard "
    "statute term treaty".split()
)
# What happens or is done, beside the nouns that their endings give away ("the disclosure").
EVENTS = frozenset(
    "approach attack back-and-forth battle behavior behaviour blow boycott breakthrough brawl case "
    "ceasefire change clash collapse conflict crash crisis cut deadlock death debate defeat delay "
    "departure dialogue dismissal dispute drop episode event exchange experience fact fall feud "
    "fight fire firestorm flood flurry fray gain gap gesture history impasse incident increase "
    "issue lack launch lead leak loss math mood move outcome outrage pattern performance presence "
    "price push race raid reality rebuke removal rift riot rise rivalry row scandal scene shift "
    "shortage silence slump spat speed spike split standoff start step strike struggle success "
    "surge talk tone trend trial trip truce turmoil uproar victory violence visit vote walkout war "
    "win withdrawal".split()
)
# Those of the same endings that are somebody.
GATHERINGS = frozenset(
    "ambulance business constituency convention division electorate establishment facility "
    "fraternity gathering generation insurance intelligence majority meeting membership minority "
    "municipality ownership plantation population profession rally science security session "
    "settlement sorority station summit".split()
)

# Words that name people by what they are or do, beyond the endings that animate() knows.
PEOPLE = frozenset(
    "adviser advisor advocate ally ambassador analyst aide army artist athlete attorney authority "
    "executive trustee treasurer solicitor warden landlord tenant bishop archbishop cardinal rabbi "
    "imam governor premier headteacher skipper fisherman trawlerman "
    "boss candidate captain celebrity chair chairman chairwoman champion chancellor chief child "
    "citizen clergy coach colleague colonel commissioner congressman congresswoman constable "
    "counsel counterpart cop couple critic delegate deputy diplomat economist elite envoy "
    "expert family farmer father fellow figure firebrand friend general guard guy head "
    "heavyweight host hostage human husband individual insider inspector judge king lawmaker "
    "lawyer leader liberal loyalist man mate mayor mediator member militant monarch mother "
    "national nationalist neighbor neighbour nominee nun nurse official opponent parent patient "
    "people person pilot police policeman pope premier president priest prince princess principal "
    "prisoner professor proponent prosecutor protester pundit queen rebel refugee representative "
    "republican democrat resident rival scholar secretary senator sheriff son source sovereign "
    "spokesman spokesperson spokeswoman staff staffer student supporter surrogate sultan survivor "
    "teen teenager troop veteran victim villager voter whistleblower widow wife witness woman "
    "worker writer youth conservative progressive moderate some many others most other several "
    "skeptic sceptic foe adversary patron ex-president anyone loved crowd public "
    "shepherd cook clerk monk corporal admiral cleric sheikh chieftain inmate plaintiff paralegal "
    "bailiff detective medic paramedic surgeon vet academic nephew niece aunt uncle cousin spouse "
    "boy girl recruit conscript cadet insurgent warlord guerrilla dissident steward consul "
    "attaché intermediary chairperson emir prefect incumbent entrepreneur tycoon magnate "
    "elder headman headwoman stevedore mechanic guest local native client pupil dean poet "
    "playwright actress fan farmhand "
    "picket captive midwife barista mufti architect waitress hotelier chef "
    "lifeguard lumberjack eyewitness spy agent operative".split()
)

# Bodies that can speak.
BODIES = frozenset(
    "crew garrison commune parish diocese guild cooperative co-operative collective neighbourhood "
    "neighborhood household airport port shipyard brewery clinic faculty tribe clan embassy "
    "consulate treasury prosecution defence fleet patrol coastguard camp command workforce synod "
    "county borough trust curia academy administration agency airline alliance army assembly "
    "association authority bank bloc "
    "board body brigade bureau cabinet campaign capital center centre chamber charity church city "
    "club coalition college commission committee community company confederation conference "
    "congress consortium corporation council country court delegation department directorate "
    "district employer enterprise faction federation firm force foundation fund government group "
    "hospital house industry inquiry institute institution inspectorate jury junta kingdom "
    "leadership league legislature management manufacturer media mediation militia ministry "
    "mission monarchy movement nation navy network neighbor neighbour newspaper office operator "
    "opposition organisation organization outlet palace panel parliament parties partner party "
    "police power presidency producer province publication publisher realm regime regiment region "
    "regulator republic retailer school secretariat senate service side society squad staff state "
    "syndicate team tribunal troop union university utility village watchdog white wing".split()
)

# News agencies and outlets, named or by kind: they carry what others say.
AGENCIES = frozenset(
    "reuters ap afp upi tass ria interfax xinhua bloomberg anadolu ansa efe dpa kyodo yonhap pti "
    "ani irna unian ukrinform itar-tass belta".split()
)
# Their names in several words, as a name ends.
LONG_AGENCIES = ("associated press", "agence france-presse", "press trust of india")
OUTLETS = frozenset(
    "cnn bbc nbc abc cbs msnbc npr pbs fox guardian telegraph times post journal herald tribune "
    "gazette globe mail sun mirror independent economist spiegel zeit bild monde figaro "
    "pais politico "
    "axios newsweek time vox buzzfeed al-jazeera jazeera rt sky itv c-span univision telemundo "
    "breitbart observer examiner chronicle courier dispatch inquirer sentinel star standard "
    "newsnight dw cnbc haaretz".split()
)
MEDIA_NOUNS = frozenset(
    "agency broadcaster channel correspondent daily journalist magazine media network newspaper "
    "news outlet paper press radio reporter station television tv weekly website tabloid".split()
)
AUDIENCES = frozenset(
    "reporter journalist newsman press parliament congress lawmaker senator deputy mp legislator "
    "assembly crowd audience supporter rally delegate council court committee hearing conference "
    "summit briefing correspondent interviewer member chamber senate jury judge".split()
)

# Where and in what something is said: "in a statement", "at a briefing", "on Telegram".
VENUES = frozenset(
    "address appearance article blog book briefing broadcast call column comment commentary "
    "communique communiqué conference conversation debate editorial email e-mail filing forum "
    "hearing interview mail "
    "letter meeting memo message note op-ed podcast post posting press programme program rally "
    "release remark report show session speech statement summit telegram testimony tweet video "
    "visit rally event lecture twitter facebook telegram x instagram television tv radio wechat "
    "weibo youtube vkontakte threads truth website webpage site account".split()
)
