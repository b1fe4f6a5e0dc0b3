"""What is no option: ends, stances, feelings, and labels that only their sentence explains.

“Defend our nation”, “stand firm” and “do more” say what somebody is for, not what would be done:
nobody could see whether the option was taken. “A litre” and “this bill” name nothing by themselves.
An act that is told (“defend the bridge with two battalions”) is no stance. Tables of general
English; what they leave out is not in the model, and stands among the statements that gave it no
line.
"""

from __future__ import annotations

import re

from firstmove.drafting.acts.joint import is_joint
from firstmove.drafting.acts.named import Named
from firstmove.drafting.acts.whose import ANSWERS
from firstmove.drafting.options.deverbal import is_deed
from firstmove.reading.acts.forms import WHOLE_ACTS
from firstmove.statement import Act, ActPlace, Kind, Statement

# What everybody is for or against, and who everybody is.
_GOODS = (
    r"(?:all|american|citizen|community|communitie|consumer|constitution|country|countrie|"
    r"democracy|democracie|dignity|economy|everyone|everybody|families|family|freedom|future|"
    r"homeland|independence|integrity|interest|justice|liberty|liberties|life|live|nation|order|"
    r"people|principle|public|prosperity|right|safety|security|society|sovereignty|stability|"
    r"taxpayer|truth|unity|value|way of life|world|child|children|daughter|father|husband|mother|"
    r"parent|reputation|son|spouse|wife)s?"
)
_WHOSE = r"(?:(?!with\b|by\b|of\b|to\b|from\b|at\b)[\w’'-]+\s){0,4}"
_ENDS = (
    r"(?:protect|defend|safeguard|preserve|uphold|serve|ensure|secure|honou?r|promote|strengthen|"
    r"improve|advance|fight for|stand up for|work for|care for|look after|put first)"
)
_TROUBLE = (
    r"(?:challenge|concern|crisis|crises|deadlock|impasse|issue|matter|mess|problem|question|"
    r"situation|standoff|stand-off|suffering|tension|uncertainty)s?"
)
_MENDING = (
    r"(?:address|solve|resolve|tackle|fix|deal with|confront|end|ease|reduce|overcome|settle)"
)
# What follows from acts, and is none.
_EFFECTS = (
    r"(?:poison|harm|hurt|damage|undermine|jeopardi[sz]e|endanger|worsen|strain|sour|wreck|ruin|"
    r"cripple|threaten|imperil|complicate|help|hinder|slow)"
)
_ENDANGERED = (
    r"(?:business|businesse|chance|confidence|economy|effort|growth|industry|job|livelihood|"
    r"negotiation|peace|process|prospect|relation|relationship|reputation|talk|tie|trade|trust)s?"
)
_PRESSURE = (
    r"(?:blackmail|bullying|bullies|fear|hate|hatred|intimidation|pressure|terror|terrorism|"
    r"terrorists|threats?|violence)"
)
_STEADY = (
    r"(?:alert|calm|committed|determined|firm|focused|focussed|loyal|patient|quiet|ready|"
    r"resolute|serious|silent|steady|strong|together|tough|tougher|true|united|vigilant)"
)
_STANCE = re.compile(
    rf"{_ENDS} {_WHOSE}{_GOODS}(?: (?:of|from|against|at|and) .+)?"
    rf"|{_MENDING} {_WHOSE}{_TROUBLE}"
    rf"|{_EFFECTS} {_WHOSE}{_ENDANGERED}(?: .+)?"
    r"|(?:cause|lead to|result in|amount to|exhaust|deplete) .+|set an? .*(?:example|precedent)"
    r"|send (?:an?|the) (?:[\w-]+ ){0,2}(?:message|signal)(?: .+)?"
    r"|defend (?:an?|the|its|their|his|her|our) (?:[\w’'-]+ ){0,2}(?:choice|contract|decision|move|"
    r"plan|policy|position|record|stance)s?(?: .+)?"
    r"|stand by (?:her|his|its|our|their) (?:[\w-]+ )?(?:claim|comment|decision|position|record|"
    r"remark|statement|stor(?:y|ie)|word)s?"
    rf"|(?:act|be|become|get|grow|keep|remain|sound|stand|stay) (?:\w+ly )?{_STEADY}(?: .+)?"
    r"|(?:stand|side) (?:with|behind|beside|alongside|shoulder) .+"
    r"|keep (?:\w+ )?(?:doors?|(?:all )?options) open|leave the door open"
    r"|keep an (?:eye|open mind).*|keep up the (?:fight|pressure)"
    r"|(?:keep|continue|go on|carry on) (?:fighting|going|looking|moving|pushing|striving|trying|"
    r"working)(?: .+)?"
    r"|continue (?:to )?(?:fight|strive|try|work)(?: .+)?"
    r"|work (?:hard|harder|tirelessly|together|closely|for|toward|towards)(?: .+)?"
    r"|move (?:forward|on|fast|faster|quickly)(?: .+)?"
    r"|do (?:more|less|better|everything|nothing|whatever|what|all|the right thing|the same|"
    r"(?:its|their|his|her|our|my|your) (?:best|bit|duty|job|part|utmost))\b.*"
    r"|(?:give|offer) (?:a (?:little|bit|little bit) )?(?:more|less|ground)"
    r"|make (?:(?:its|their|his|her|some|any|more|every|all|a|an|the|real|great|good|big|"
    r"necessary|tough|hard|difficult|painful) )*(?:case|changes?|choices?|decisions?|difference|"
    r"efforts?|history|mistakes?|noise|plans|point|progress|sacrifices?|sure)"
    r"|find (?:an?|the|some|common|(?:an)?other|new) (?:\w+ )?(?:answer|ground|one|solution|way)s?"
    rf"|(?:give in|yield|bow|surrender|submit|succumb|capitulate|cave in) to {_PRESSURE}"
    r"|(?:budge|waver|flinch|blink|yield an inch)(?: .+)?"
    r"|(?:offer|send|extend) (?:\w+ ){0,4}(?:condolences|congratulations|prayers|sympath(?:y|ies)|"
    r"thanks|thoughts|wishes)\b.*"
    r"|(?:disagree|differ|sympathi[sz]e) with .+|disagree|differ|decide|judge|choose"
    r"|(?:trust|distrust|hope|worry|care|matter|belong|seem|mean|need|deserve|exceed|cost|consist|"
    r"suffice|enjoy|fear|regret|hate)\b.*",
    re.IGNORECASE,
)
_GOOD = re.compile(rf"{_WHOSE}{_GOODS}", re.IGNORECASE)
# Without what is told of it, none of these is an act: "take legal action", "take the first step".
_LIGHT = re.compile(
    r"take (?:(?!first|initial|opening|next|last|legal|court|disciplinary|industrial|strike|police|"
    r"military)[\w-]+ ){0,3}(?:actions?|steps?|measures?|stands?|stance|line|approach|initiative|"
    r"lead)(?: (?:against|on|over|in) .+)?",
    re.IGNORECASE,
)
_MEASURE = (
    r"(?:barrel|bushel|crown|cubic met(?:re|er)|day|dollar|euro|hectare|hour|kilo|kilogram|"
    r"lit(?:re|er)|megawatt|met(?:re|er)|mile|month|pound|ton|tonne|week|year|per ?cent|%|million|"
    r"billion|trillion|thousand)s?"
)
_A_MEASURE = re.compile(rf"an? {_MEASURE}", re.IGNORECASE)  # "2 crowns more a litre"
_AMOUNT = re.compile(rf"[$£€]?[\d.,]+(?: {_MEASURE})*", re.IGNORECASE)
_POINTING = re.compile(r"(?:this|that|these|those|such|it|them) ?(?:[\w-]+)?", re.IGNORECASE)
_KIND_WORDS = re.compile(
    r"(?:the |its |their |our )?(?:thoughts|prayers|wishes)\b.*", re.IGNORECASE
)
_FELT = re.compile(
    r"(?:(?!of\b|on\b|to\b|for\b)[\w’'-]+ ){0,3}(?:anger|concern|criticism|disappointment|"
    r"confidence|encouragement|enthusiasm|frustration|glimpse|hope|insight|openness|optimism|outrage|praise|"
    r"readiness|reassurance|reluctance|scepticism|skepticism|solidarity|willingness)s?"
    r"(?: (?:about|at|for|in|into|of|on|over|that|to|with) .+)?",
    re.IGNORECASE,
)
_QUARREL = re.compile(  # nothing to accept
    r"(?:an?|the|its|their|this) (?:[\w-]+ ){0,3}(?:crisis|deadlock|dispute|feud|impasse|quarrel|"
    r"row|rift|stalemate|standoff|stand-off)",
    re.IGNORECASE,
)
# Of these alone no words tell what would be taken or left: "rejected the link", "the bargain".
_UNNAMED = re.compile(
    r"(?:an?|any|the|this|that|its|their|such an?|any such) (?:bargain|condition|deadline|link|"
    r"linkage|schedule|threat|timetable|trade-off|ultimatum|warning)s?",
    re.IGNORECASE,
)
# To say that one will: "undertook in advance to accept its findings" is to accept them.
_SAYING_SO = re.compile(
    r"(?:[\w’'-]+ ){0,3}(?:agree|commit|consent|pledge|promise|undertake|vow)(?: [\w-]+){0,2}",
    re.IGNORECASE,
)
_HAVING_TO = re.compile(r"\b(?:has|have|had) to (?:\w+ )?$", re.IGNORECASE)
_WISHING = re.compile(r"\bwe (?:want|wish|hope|intend|would like) to $", re.IGNORECASE)
_INSTEAD = re.compile(r"\b(?:but|instead)\b", re.IGNORECASE)
_POINTS = re.compile(  # at what is told before: "find one"
    r"[\w-]+ (?:this|that|these|those|[\d.,]+|one|two|three|four|five|six|seven|eight|nine|ten|"
    r"twelve|twenty|mine|yours|hers|ours|theirs)|get (?:it|them)|.+ the (?:former|latter)"
    r"|(?:help|let|make|see) (?:him|her|it|me|them|us) do|(?:and|but|or) .+",
    re.IGNORECASE,
)
# Not said, and not left: "declined to provide details", "would not identify its source".
_TELLING = re.compile(
    r"(?:comment|elaborate|expand|speculate)\b.*|(?:identify|name|specify) .+"
    r"|(?:give|offer|provide|supply) (?:any |further |more )?(?:comment|details?|documentation|"
    r"examples?|explanation|particulars|reasons?|specifics)\b.*"
    r"|discuss (?:any|her|his|its|such|that|the|their|this) (?:\w+ )?(?:case|details?|incident|"
    r"investigation|matter|particulars|specifics|subject)s?",
    re.IGNORECASE,
)
# What go-betweens do all along: "was talking to both parties".
_GOING_BETWEEN = re.compile(
    r"(?:be in (?:contact|touch)|consult|engage|liaise|meet|speak|talk|work) (?:to|with) "
    r"(?:all|both|each|the|the two)(?: of the)? (?:countries|governments|parties|sides?)",
    re.IGNORECASE,
)
_JOKING = re.compile(r"\b(?:jok(?:e|es|ed|ing)|quip(?:s|ped|ping)?)\b", re.IGNORECASE)
_CLAUSE = re.compile(r"(?:he|she|it|they|we|i|you) \w", re.IGNORECASE)  # "he is the nominee"
_CUT = re.compile(
    r" (?!(?:after|and|at|before|by|for|from|if|in|of|on|or|to|unless|until|while)\b)\w"
)
_BARE = re.compile(r"(?:the|its|their|our|his|her) [\w-]+", re.IGNORECASE)  # "called for the bill"
_IN_MIND = re.compile(r" in mind\b", re.IGNORECASE)
_ORDERS = re.compile(r"\b(?:told|tells?|order(?:s|ed)?|instruct(?:s|ed)?|command(?:s|ed)?)\b")
_BEING = re.compile(r"(?:be|is|are|was|were|being) (?!\w+(?:ed|en)\b).+", re.IGNORECASE)
_IS_SO = re.compile(r"(?:[A-Z][\w.’'-]* )+(?:is|are|was|were) .+")  # "Senator Roe is close"
# "Asked the board for two more months to move": to do it is for who asks.
_TIME_TO = re.compile(r"\bfor (?:[\w-]+ ){0,3}(?:time|hours|days|weeks|months|years) to $")
# "The border is not up for negotiation": nothing is to be accepted.
_UP_FOR = re.compile(r"\bup for $")
_NOT_UP_FOR = re.compile(r" (?:is|are|was|were) not up for\b")
# On a condition that nobody brings about: "if the water table dropped below the 1976 mark".
_BEFALLS = re.compile(
    r"\b(?:cases|drought|epidemic|fires?|floods?|floodwaters?|frost|groundwater|harvests?|heat|"
    r"heatwave|ice|infections|inflation|lakes?|levels?|outbreak|prices?|rains?|rainfall|rivers?|"
    r"sea|snow|snowfall|storms?|temperatures?|tides?|water|waters|water table|weather|winds?)"
    r"(?: (?:at|in|of|on) (?:[\w’'-]+ ){1,3}?| )(?:\w+ly )?(?:again )?"
    r"(?:burst|climb|continue|dip|drop|dry|dwindle|ease|end|exceed|fall|freeze|go on|hit|last|melt|"
    r"pass|persist|reach|recede|return|rise|shrink|sink|spread|stay|stop|swell|top|worsen)\b",
    re.IGNORECASE,
)
# "Send police to clear the gate": what for, and no act beside it.
_SENDING = frozenset("call deploy dispatch fly hire meet send spend travel use".split())
# "In the event of a ban": of the ban, and no event.
_EVENT = re.compile(r"(?:the |an? )?(?:absence|case|event|face) of .+", re.IGNORECASE)
_NO_OPTIONS = (_STANCE, _LIGHT, _BEING, _IS_SO, _POINTS, _GOING_BETWEEN)


def is_option(item: Named) -> bool:
    """Whether an act as named can be an option: one that its owner could be seen to take or leave,
    in words that can be read alone, and that is not only borne or the contrary of what is told."""
    before, behind = item.statement.around(item.act.span)
    if _wished_for(item) or _says_so(item) or _UP_FOR.search(before) or _NOT_UP_FOR.match(behind):
        return False
    if item.statement.kind is Kind.REQUEST and _TIME_TO.search(before):
        return False
    if item.act.thing:
        return not _empty_thing(item)
    label = item.label
    if _is_purpose(item) or (item.label.endswith(" go") and behind.startswith(" along")):
        return False
    if item.act.place is ActPlace.CONDITION and _BEFALLS.search(item.act.label):
        return False
    whole = label.lower().removesuffix("s") in WHOLE_ACTS or item.act.stance is not None
    if " " not in label and not whole:
        return False  # "guarantee", "close": of what?
    if any(pattern.fullmatch(label) for pattern in _NO_OPTIONS):
        return False
    if _CLAUSE.match(label) or any(_JOKING.search(cue.quote) for cue in item.statement.cue):
        return False
    if item.unwanted and item.owner == item.side and _TELLING.fullmatch(label):
        return False
    return not (_has_to(item) or _IN_MIND.match(behind))


def asks_itself(item: Named) -> bool:
    """Whether a demand would fall to who makes it: “we ask for one thing: stop it”. Orders to one's
    own (“told its fleet to sail”) are its acts, as is its part of what takes two sides."""
    return (
        item.statement.kind is Kind.REQUEST
        and item.owner == item.side
        and item.act.place is ActPlace.CONTENT
        and not is_joint(item.act)
        and not any(_ORDERS.search(cue.quote) for cue in item.statement.cue)
    )


def _empty_thing(item: Named) -> bool:
    label = item.label
    if any(
        p.fullmatch(label) for p in (_A_MEASURE, _POINTING, _KIND_WORDS, _FELT, _QUARREL, _EVENT)
    ):
        return True
    if item.statement.kind is Kind.SUPPORT and _GOOD.fullmatch(label):
        return True  # "supports religious liberty"
    if re.fullmatch(r"\w+ing", label) and _CUT.match(item.statement.around(item.act.span)[1]):
        return True  # "ruled out buying shares"
    if item.statement.kind in ANSWERS and _UNNAMED.fullmatch(label):
        return True
    if item.statement.kind in ANSWERS:
        return False  # "rejected 7 percent", "accepted the bill": there is something to accept
    bare = _BARE.fullmatch(label) and not is_joint(item.act) and not is_deed(label)
    return bool(bare or _AMOUNT.fullmatch(label))


def _wished_for(item: Named) -> bool:
    """“We want to keep buying their milk”, “will veto it but then bring all parties together”, in
    a statement that refuses another thing."""
    if item.statement.kind is not Kind.REJECT or item.act.negated:
        return False
    before, _ = item.statement.around(item.act.span)
    told = [a.span.end for a in item.statement.acts if a.span.end <= item.act.span.start]
    since = before[-(item.act.span.start - max(told)) :] if told else ""
    return bool(_WISHING.search(before) or _INSTEAD.search(since))


def _says_so(item: Named) -> bool:
    """Whether it is only said to be done, and the next act is what: “both agreed to sign it”."""
    if item.act.thing or not _SAYING_SO.fullmatch(item.label):
        return False
    return any(_leads_to(item.statement, item.act, other) for other in item.statement.acts)


def _is_purpose(item: Named) -> bool:
    return not item.act.thing and any(
        other.label.split()[0] in _SENDING
        and " " in other.label
        and other.actor == item.act.actor
        and _leads_to(item.statement, other, item.act)
        for other in item.statement.acts
        if not other.thing
    )


def _leads_to(statement: Statement, one: Act, other: Act) -> bool:
    """Whether only "to" stands between an act and the next."""
    condition = statement.condition
    told = (*statement.content, *((condition.span,) if condition else ()))
    return any(
        span.quote[one.span.end - span.start : other.span.start - span.start] == " to "
        for span in told
        if span.contains(one.span) and other.span.start > one.span.end
    )


def _has_to(item: Named) -> bool:
    """“Wondered when he might have to come back”: what somebody has to do is not what it wants."""
    told = item.statement.kind in (Kind.STATE, Kind.ASSESS, Kind.AGREE)
    return (
        told
        and item.statement.condition is None
        and item.act.place is ActPlace.CONTENT
        and bool(_HAVING_TO.search(item.statement.around(item.act.span)[0]))
    )
