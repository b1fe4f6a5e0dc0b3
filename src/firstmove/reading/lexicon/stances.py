"""Single words and set phrases that tell a stance: what is said of whom, and by whom."""

from __future__ import annotations

from firstmove.reading.lexicon.listed import words

# Evaluations: what is said of a thing tells a stance. A word is looked for as the complement of a
# copula, or as its noun: "is a non-starter", "is out of the question".
REFUSING = words(
    "unacceptable non-starter nonstarter non-negotiable nonnegotiable inadmissible intolerable "
    "pointless unthinkable untenable impermissible senseless useless meaningless futile "
    "inconceivable"
)
REFUSING_PHRASES = (
    # set phrases for "no": nothing is gained by it, or it is not discussed
    "out of the question",
    "out of question",
    "answer is no",
    "answer was no",
    "answer remains no",
    "off the table",
    "not on the table",
    "not on the agenda",
    "not an option",
    "no option",
    "dead end",
    "dead-end",
    "blind alley",
    "cul-de-sac",
    "non-starter",
    "non starter",
    "to nowhere",
    "leads nowhere",
    "lead nowhere",
    "leading nowhere",
    "go nowhere",
    "goes nowhere",
    "not acceptable",
    "not negotiable",
    "not up for",
    "not for sale",
    "waste of time",
    "no point in",
    "no place for",
    "no room for",
    "no question of",
    "no basis for",
    "no alternative but to reject",
    "dead on arrival",
    "dead in the water",
    "over my dead body",
    "not interested in",
    "no interest in",
    "no intention of",
    "no plans to",
    "nothing to negotiate",
    "nothing to discuss",
    "nothing to talk about",
    "red line",
)
# An act asked for, and not done; beside words of the mind they only calm.
NEEDLESS = ("no need to", "no need for", "no reason to", "no grounds for", "no grounds to")
CALMING = words(
    "worry panic fear alarm concern doubt be believe think expect suppose hurry optimism pessimism "
    "complain despair hope celebrate suspect assume change"
)
BLAMING = words(
    "illegal unlawful criminal crime inhumane inhuman barbaric brutal shameful disgraceful "
    "disgrace outrageous irresponsible hypocritical provocation provocative aggression aggressive "
    "lie liar betrayal unjust unfair unprovoked immoral cowardly cynical reckless cruel atrocity "
    "scandal scandalous deceitful dishonest propaganda violation breach terrorism terrorist "
    "genocide murderer dictator unconstitutional abhorrent heinous deplorable despicable "
    "offensive appalling horrific insult insulting blackmail responsible guilty culprit aggressor"
)
PRAISING = words(
    "welcome historic commendable praiseworthy constructive courageous admirable laudable "
    "encouraging excellent"
)
OBLIGING_ADJECTIVES = words(
    "necessary essential imperative vital crucial obligatory indispensable incumbent"
)
WORSENING = words(
    "consequence catastrophe disaster war escalation bloodshed famine collapse chaos crisis harm "
    "violence conflict shortage recession damage danger risk suffering instability threat "
    "catastrophic disastrous dangerous devastating destabilise destabilize jeopardise jeopardize "
    "endanger undermine worsen escalate ruin devastate backfire unravel spiral embolden"
)

# "respond" takes its colour from the words beside it: to force by force, or to an offer.
REPLIES = words("respond response reply react reaction answer reciprocate")
HARSH = words(
    "force attack aggression strike retaliation retaliate harsh harshly firmly forcefully "
    "decisively severely countermeasure counter-measure military weapon missile violence "
    "provocation incursion invasion tariff sanction escalation bomb shell kind tit-for-tat "
    "devastating crushing painful ban blockade resolute resolutely immediately painfully duty levy "
    "lawsuit strike boycott walkout embargo"
)
MILD = words(
    "signal signals offer proposal gesture goodwill dialogue talk negotiation initiative serious "
    "sincere constructively constructive positively favourably favorably overture step invitation "
    "peace readiness good genuine flow release ceasefire concession reciprocate"
)

# Whose turn it is: an obligation put on another without a modal verb.
OBLIGING_PHRASES = (
    "is up to",
    "high time",
    "court",  # "the ball is in their court": looked for together with "ball"
    "onus is on",
    "burden is on",
    "is incumbent on",
    "'s turn to",
    "’s turn to",
)

# "the importance of X doing", "the need for X to do": X is asked to act.
NEEDS = words("importance need necessity urgency requirement")

# Papers that say what they do: "a statement criticising X", "a resolution demanding Y".
PAPERS = words("statement report resolution letter motion declaration communique")

# Wrongs that are no PLOVER act of their own; told of another, they blame.
WRONGS = words(
    "break violate breach lie cheat steal betray deceive sabotage provoke escalate interrupt "
    "disrupt undermine obstruct stall delay fail refuse starve plunder loot abuse neglect shut "
    "ignore destroy wreck derail renege mislead exploit oppress bully blackmail cause start "
    "abandon cut poison dump pollute hide conceal beat rob bribe rig falsify forge embezzle"
)

# "called the plan a trap": what is said of the thing is the stance.
DESCRIBING = words(
    "call describe brand label dub term characterise characterize portray decry depict"
)

# Sources that count or measure; what they tell is no party's position.
DOCUMENTS = words(
    "estimate poll survey figure data study statistic projection forecast report census"
)

# Who tells what will come and does none of it.
OBSERVERS = words(
    "analyst economist expert observer scholar historian professor researcher forecaster scientist "
    "commentator critic lawyer academic pollster strategist columnist hydrologist meteorologist"
)

# Feelings told in the passive: "we are appalled by the decision".
DISPLEASED = words("disappoint appal appall outrage dismay anger disgust shock insult betray")
PLEASED = words("please encourage delight honour honor hearten")

# Support still to come is a commitment; to "defend" or "praise" later is none.
SUPPORTING = words(
    "support back endorse ratify recognise recognize approve uphold respect honour honor vote"
)

# Who tells what is done or to come, and has no hand in it.
BYSTANDERS = words(
    "resident witness villager neighbour neighbor survivor relative opposition critic monitor "
    "watchdog newspaper source onlooker passer-by bystander tourist viewer correspondent "
    "broadcaster forecaster"
)

# What goes ill of itself: of another's thing, on a condition, a warning.
FAILING_AWAY = frozenset(
    "run out,run dry,dry up,die,die out,starve,perish,vanish,drown,collapse,go under,go hungry,"
    "go bankrupt,go dark,break down,fall apart,suffer,burn,flood,sink,rot".split(",")
)

# Of those who cannot be sorry: "I was wrong" gives way.
ADMITTING = words("wrong mistaken sorry apologetic ashamed")
ANSWERS = words("explanation apology answer reply justification account")  # "owes us an answer"
NOT_ASKED = words("advice counsel buyer investor re-election revenge")
# What there will be none of where somebody refuses it.
REFUSED_THINGS = words(
    "return change exception delay extension election referendum vote compromise rise increase cut "
    "bailout u-turn surrender retreat exemption rerun turning concession bargaining handover sale "
    "merger reform pardon amnesty refund bonus"
)

# Imperatives that ask nobody for an act: "look, …", "imagine …", "let's assume …".
RHETORICAL = words(
    "look listen imagine suppose assume think say remember note consider believe thank forgive "
    "excuse mind trust guess see pretend face hope pray recall forget admit explain ask tell take "
    "understand know mark bless congratulate welcome"
)
