"""The words that show that something is told as said, believed or intended: data, no rules.

Frames of a verb, in the order in which they are tried:

``c``  a clause: "said that the talks failed", "believes the talks failed"
``q``  can stand beside a direct quotation: '"No," she said'
``a``  an addressee, then what is asked or told: "urged the union to wait"
``i``  an infinitive: "refuses to sign"
``g``  a gerund: "denied taking part", "suggested waiting"
``s``  an object and what is said of it: "called the plan a trap", "accused Y of lying"
``o``  an object: "rejected the offer"
``t``  a time and what has to be done in it: "gave the crews a week to leave"
``:x`` a phrase with preposition (or particle) x: "called for a pause", "warned against haste"
"""

from __future__ import annotations

from types import MappingProxyType

from firstmove.reading.lexicon.speakers import (
    AGENCIES,
    AUDIENCES,
    BODIES,
    DOCUMENTS,
    LONG_AGENCIES,
    MEDIA_NOUNS,
    OUTLETS,
    PEOPLE,
    VENUES,
)

_TABLE = """
say c q :of | tell c q a | add c q | write c q | state c q o | announce c q o :on | note c q o
remark c q :on | observe c q | comment q | explain c q o | declare c q s o | reply c q
respond c q | answer c q | retort c q | counter c q | recall c q o g | recount c q o
continue q | conclude c q | claim c q i o | assert c q o | contend c q | maintain c q
insist c q :on | argue c q :for :against | allege c q | report c o | reveal c o | disclose c o
confirm c q o | admit c q g o :to | acknowledge c q o g | concede c q o | deny c q g o
affirm c q o | reaffirm c q o | reiterate c q o | repeat c q o | emphasize c q o
emphasise c q o | stress c q o | underline c q o | underscore c o | highlight c o
caution c q a :against | warn c q a :of :against :about | predict c q o | forecast c o
estimate c | project c | calculate c | testify c q :about | quip c q | joke c q :about
boast c q :about :of | complain c q :about :of | lament c q o | protest c q :against | exclaim q
shout q c | yell q | chant q | cry q | plead c q a :for | beg q a | muse c q | opine c q
speculate c | suggest c q g o | propose c q i g o | recommend c q g o | advise c q a :against
advocate c o :for | tweet c q o | retweet o | post c q | blog c | read c q
ask c q a :for :about :to | wonder c q | inquire c q | question c q o | demand c q i o
request c q o a | order a c o | instruct a c | command a | urge a c q o | call s q :for :on
appeal :for :to | press a :for | push a :for | lobby a :for | implore a q | encourage a o
invite a | challenge a s | remind a c q | assure a c q | reassure a c | inform a c | notify a c
convince a | persuade a | promise c q i a o | vow c q i o | pledge c q i o | swear c i
guarantee c o | commit :to | undertake i | threaten c q i o s | offer i q o
agree c i q :to :with :on | refuse i o | decline i o | reject o c | dismiss s o c | rebuff o
spurn o | repudiate o | disavow o | renounce o | denounce s o | condemn s o | decry s o
deplore o | criticize s o | criticise s o | blast s o | slam s o | attack s | assail s o
blame s | accuse s | charge c s :with | fault s | chide s | rebuke s o | mock s o | ridicule s o
lambast s | lambaste s | scold s | chastise s | castigate s | praise s o | laud s o | hail s o
applaud s o | commend s | welcome o | salute o | thank s | tout s o | defend s o | endorse s o
support o g | back o | oppose o g | favor o g | favour o g | prefer o i | seek o i
want i a c o | wish i c :for | hope c i :for | hop c i :for | expect c i a o | plan i :to
intend i | aim i :for | aspire i :to | desire i o | fear c o | worry c :about :that | doubt c o
believe c q :in | think c q :of | feel c :about | reckon c | suspect c | assume c | suppose c
guess c | imagine c | understand c | consider g s c | view s | see s | regard s | perceive s
deem s | describe s | characterize s | characterise s | portray s | depict s | brand s | label s
dub s | liken s | compare s | credit s | envision c s | envisage c g | foresee c o
anticipate c o | contemplate g o | decide c i :to :on :against | resolve i | determine c
find c | discover c | realize c | recognize c o | recognise c o | know c | show c o
indicate c i o | signal c i o | imply c | hint c :at | mean c | prove c | demonstrate c
express o | voice o | convey c o | articulate o | cite o | mention o c | point :to :out
refer :to | address o | discuss o | outline o | detail o | raise o
rule :out c :for :against :that | approve o :of | disapprove :of | object :to c
disagree c :with | concur c :with | side :with | accept o c | authorize o | vote :for :against i
veto o | apologize :for | apologise :for | regret c o g | bemoan c o | resist o g | spell :out
lay :out | speak :against | campaign :for :against | balk :at
scoff :at c | rail :against | brag c :about | vouch :for | disclaim o | dispute c o | refute o c
rebut o | contradict o | mandate c o | require c a | stipulate c | specify c | clarify c o
elaborate :on | ponder c o | fret c :about | rejoice c | trust c | bet c | vent c | allude :to
quote s | attribute s | identify s | name s | invoke o | counsel a c | forbid a | deliver o
issue o | submit c | intimate c | surmise c | theorize c | posit c | theorise c | proclaim c q s
pronounce s | herald s o | telegraph c | turn :down | put :forward | give t | set t
shoot q | snap q | interject q | whisper q c | mutter q c | thunder q | sigh q | sneer q | chime q
withdraw o | drop o | rescind o | retract o c | revoke o | shelve o | abandon o
"""


def _frames(table: str) -> MappingProxyType[str, tuple[str, ...]]:
    frames: dict[str, tuple[str, ...]] = {}
    for item in table.replace("\n", "|").split("|"):
        words = item.split()
        if words:
            known = frames.get(words[0], ())
            frames[words[0]] = known + tuple(f for f in words[1:] if f not in known)
    return MappingProxyType(frames)


VERBS = _frames(_TABLE)

# Verbs whose subject is often a mere fact ("the figures show"); the subject must then be a person,
# a body, or their words and documents.
EVIDENCE = frozenset(
    "show suggest indicate imply mean prove demonstrate reveal signal confirm find underscore "
    "highlight underline estimate project predict determine note reflect require mandate "
    "hint argue conclude warn read".split()
)

# Verbs that are cues with a plain object only when that object is itself something said or felt.
EXPRESSING = frozenset(
    "express voice convey articulate issue deliver raise address discuss withdraw drop rescind "
    "retract revoke shelve abandon".split()
)

# What a verb of EXPRESSING takes: attitudes and speech acts.
ATTITUDES = frozenset(
    "admiration alarm anger anguish anticipation anxiety apology appreciation approval assurance "
    "belief caution commitment complaint concern condemnation condolence confidence conviction "
    "criticism demand desire determination disagreement disappointment disapproval disdain dismay "
    "displeasure doubt eagerness enthusiasm fear frustration goal gratitude grievance hope idea "
    "indignation intention interest objection openness opinion opposition optimism outrage "
    "pessimism plan position preference pride promise readiness regret reluctance remorse "
    "reservation reluctancy resentment sadness satisfaction scepticism skepticism solidarity "
    "sorrow stance statement support surprise sympathy threat thought thanks ultimatum "
    "uncertainty unease unhappiness unwillingness view want warning willingness wish worry".split()
)

# Adjectives after "be" (or "remain", "sound") that tell an attitude, with what may follow.
ADJECTIVES = MappingProxyType(
    {
        "ready": ("i", ":for"),
        "willing": ("i",),
        "unwilling": ("i",),
        "open": (":to",),
        "prepared": ("i", ":for"),
        "determined": ("i",),
        "reluctant": ("i",),
        "eager": ("i", ":for"),
        "keen": ("i", ":on"),
        "hesitant": ("i",),
        "loath": ("i",),
        "committed": (":to",),
        "opposed": (":to",),
        "optimistic": ("c", ":about"),
        "pessimistic": ("c", ":about"),
        "hopeful": ("c", ":of", ":about"),
        "confident": ("c", ":of", ":in"),
        "convinced": ("c", ":of"),
        "certain": ("c",),
        "sure": ("c",),
        "adamant": ("c", ":about"),
        "afraid": ("c", ":of"),
        "fearful": ("c", ":of"),
        "worried": ("c", ":about"),
        "concerned": ("c", ":about"),
        "alarmed": ("c", ":by", ":at"),
        "skeptical": ("c", ":of", ":about"),
        "sceptical": ("c", ":of", ":about"),
        "doubtful": ("c", ":about"),
        "wary": (":of",),
        "critical": (":of",),
        "supportive": (":of",),
        "clear": ("c",),
        "grateful": ("c", ":for"),
        "disappointed": ("c", ":with", ":by"),
        "pleased": ("c", ":with"),
        "glad": ("c",),
        "angry": ("c", ":about", ":at"),
        "frustrated": ("c", ":with", ":by"),
        "against": (),
    }
)
# Those that a thing can be too ("the road is open to traffic") need a speaker who can speak.

# Nouns made of speaking, wishing or thinking, and what may follow them.
NOUNS = frozenset(
    "accusation admission advice allegation announcement appeal argument assertion assessment "
    "assurance belief bid call caution charge claim comment complaint concern conclusion condition "
    "condemnation conviction criticism deadline decision declaration demand "
    "denial desire determination "
    "disapproval endorsement estimate expectation fear forecast hope insistence intention "
    "invitation "
    "letter message objection offer opinion opposition optimism outlook perspective pledge plan "
    "plea position posture prediction preference promise proposal protest reading readiness "
    "pressure recommendation refusal rejection reluctance remark reply report request response "
    "reservation scepticism skepticism speech stance statement suggestion support testimony "
    "threat tweet ultimatum unwillingness verdict view vow warning willingness wish word "
    "worry".split()
)
# Nouns of NOUNS that are cues with an infinitive ("a promise to leave").
NOUNS_TO = frozenset(
    "appeal bid call deadline decision demand desire determination intention "
    "invitation offer plea pledge "
    "plan pressure promise proposal readiness refusal reluctance request threat unwillingness vow "
    "willingness wish determination".split()
)
# ... with a clause ("the claim that …").
NOUNS_THAT = frozenset(
    "accusation admission allegation announcement argument assertion assessment assurance belief "
    "claim comment complaint concern conclusion condition conviction declaration demand denial "
    "expectation fear forecast hope insistence opinion optimism pledge position prediction promise "
    "proposal remark request stance statement suggestion testimony threat ultimatum view vow "
    "warning wish worry".split()
)
# ... with a preposition before what is said.
NOUNS_PREP = MappingProxyType(
    {
        "accusation": ("of",),
        "appeal": ("for",),
        "call": ("for",),
        "condemnation": ("of",),
        "criticism": ("of",),
        "concern": ("about", "over"),
        "complaint": ("about", "of"),
        "demand": ("for",),
        "denial": ("of",),
        "denunciation": ("of",),
        "desire": ("for",),
        "endorsement": ("of",),
        "fear": ("of", "about"),
        "hope": ("for", "of"),
        "insistence": ("on",),
        "intention": ("of",),
        "objection": ("to",),
        "offer": ("of", "for"),
        "opposition": ("to",),
        "optimism": ("about",),
        "plea": ("for",),
        "praise": ("for",),
        "prediction": ("of",),
        "promise": ("of",),
        "pledge": ("of",),
        "proposal": ("for", "of"),
        "rejection": ("of",),
        "request": ("for",),
        "skepticism": ("about", "of"),
        "scepticism": ("about", "of"),
        "support": ("for",),
        "threat": ("of", "against"),
        "warning": ("of", "against", "about"),
        "dismissal": ("of",),
        "suggestion": ("of",),
        "allegation": ("of",),
        "assurance": ("of",),
        "doubt": ("about",),
        "worry": ("about",),
    }
)

# Participles that carry on what the main verb began: "…, adding that …".
CARRYING_ON = frozenset(
    "add argue note say stress warn cite call insist claim explain emphasize emphasise urge accuse "
    "describe suggest point vow pledge promise threaten reiterate state declare ask predict "
    "acknowledge complain conclude express recall refer criticize criticise denounce reject "
    "dismiss blame tell write highlight underline underscore confirm deny demand propose offer "
    "refuse voice maintain saying observe remark lament boast".split()
)

# Verbs that lend their subject to an infinitive or gerund which is the cue: "went on to say".
LENDING = frozenset(
    "go continue begin start proceed conclude end finish open keep move rush use take step turn "
    "repeat rise hasten hurry choose tend respond close interrupt write come stop dare".split()
)

# They name where the teller has it from: "citing two diplomats".
CITING = frozenset({"citing", "quoting"})

# After "decline" or "refuse": silence, which is not a statement.
SILENT = frozenset(
    "comment say answer discuss elaborate respond reply speak talk disclose confirm reveal "
    "identify name specify give".split()
)

# Cues that are no statement when negated: "did not say whether …".
MUTE_WHEN_NEGATED = frozenset(
    "say tell announce comment mention specify elaborate explain state respond reply answer "
    "disclose reveal confirm add write note report ask discuss address refer cite know "
    "clarify detail issue show indicate name identify decide seek describe analyze "
    "analyse try".split()
)

# "Is said to have agreed": how cues end by which the outlet passes on what nobody says by name.
PASSED_ON = frozenset("said reported alleged understood rumoured rumored".split())

__all__ = [
    "ADJECTIVES", "AGENCIES", "ATTITUDES", "AUDIENCES", "BODIES", "CARRYING_ON", "CITING",
    "DOCUMENTS", "EVIDENCE", "EXPRESSING", "LENDING", "LONG_AGENCIES", "MEDIA_NOUNS",
    "MUTE_WHEN_NEGATED", "NOUNS", "NOUNS_PREP", "NOUNS_THAT", "NOUNS_TO", "OUTLETS",
    "PASSED_ON", "PEOPLE", "SILENT", "VENUES", "VERBS",
]  # fmt: skip
