"""The words of conditions: markers with their kind, and what looks like one. Data, no rules."""

from __future__ import annotations

from firstmove.reading.lexicon.listed import words
from firstmove.statement import ConditionKind

IF, ONLY_IF, UNLESS = ConditionKind.IF, ConditionKind.ONLY_IF, ConditionKind.UNLESS
IFF, UNTIL = ConditionKind.IFF, ConditionKind.UNTIL

# Longest first. A marker ends on the word that opens the clause or the noun phrase.
MARKERS: tuple[tuple[tuple[str, ...], ConditionKind], ...] = (
    (("if", ",", "and", "only", "if", ","), IFF),
    (("if", ",", "and", "only", "if"), IFF),
    (("if", "and", "only", "if"), IFF),
    (("when", ",", "and", "only", "when", ","), IFF),
    (("when", "and", "only", "when"), IFF),
    (("unless", "and", "until"), UNLESS),
    (("until", "and", "unless"), UNLESS),
    (("if", "and", "when"), IF),
    (("if", "or", "when"), IF),
    (("when", "and", "if"), IF),
    (("when", "or", "if"), IF),
    (("on", "the", "understanding", "that"), ONLY_IF),
    (("on", "the", "condition", "that"), ONLY_IF),
    (("under", "the", "condition", "that"), ONLY_IF),
    (("on", "the", "proviso", "that"), ONLY_IF),
    (("with", "the", "proviso", "that"), ONLY_IF),
    (("with", "the", "understanding", "that"), ONLY_IF),
    *((("on", "the", one, "condition", "that"), ONLY_IF) for one in ("one", "sole", "single")),
    (("on", "one", "condition", "that"), ONLY_IF),
    (("in", "the", "event", "that"), IF),
    (("in", "the", "event", "of"), IF),
    (("on", "condition", "that"), ONLY_IF),
    (("in", "exchange", "for"), ONLY_IF),
    (("in", "return", "for"), ONLY_IF),
    (("for", "as", "long", "as"), ONLY_IF),
    (("as", "long", "as"), ONLY_IF),
    (("so", "long", "as"), ONLY_IF),
    (("provided", "that"), ONLY_IF),
    (("providing", "that"), ONLY_IF),
    (("contingent", "on"), ONLY_IF),
    (("contingent", "upon"), ONLY_IF),
    (("conditional", "on"), ONLY_IF),
    (("conditional", "upon"), ONLY_IF),
    (("assuming", "that"), IF),
    (("supposing", "that"), IF),
    (("assuming",), IF),
    (("supposing",), IF),
    (("only", "if"), ONLY_IF),
    (("only", "when"), ONLY_IF),
    (("only", "once"), ONLY_IF),
    (("only", "after"), ONLY_IF),
    (("in", "case", "of"), IF),
    (("in", "case"), IF),
    (("as", "soon", "as"), IF),
    (("except", "if"), UNLESS),
    (("except", "when"), UNLESS),
    (("unless",), UNLESS),
    (("provided",), ONLY_IF),
    (("not", "until"), UNTIL),
    (("until",), UNTIL),
    (("till",), UNTIL),
    (("before",), UNTIL),
    (("once",), IF),
    (("after",), IF),
    (("without",), UNLESS),
    (("while",), IF),
    (("should",), IF),
    (("had",), IF),
    (("were",), IF),
    (("if",), IF),
)
BY_FIRST = {first: [m for m in MARKERS if m[0][0] == first] for first in {m[0][0] for m in MARKERS}}
BARTER = frozenset({"exchange", "return"})
NOT_BEFORE_IF = words("even as what see know whether wonder ask tell check find decide care mind")
ELLIPSES = words("not any so possible necessary need anything ever only at appropriate")
ASKING = words(
    "ask wonder know see determine doubt question tell find check learn decide unclear unsure "
    "uncertain clear sure inquire say consider examine assess debate discuss disagree comment "
    "confirm reveal disclose specify indicate investigate test weigh explain care remember guess "
    "understand announce predict matter monitor watch verify establish clarify state show"
)
VALUES = words(
    "nice good great better best wonderful helpful wise strange odd surprising preferable shame "
    "pity mistake tragic ideal"
)
WELCOMED = words("appreciate welcome mind like prefer love hate regret")
ASKED = words("ask press question quiz query")  # "asked by reporters if …"
WEIGHING = words("consider examine assess determine decide review")
# Going on is bounded by "until" as a refusal is: "the strike will continue until …".
GOING_ON = words(
    "continue remain keep stay suspend strike hold block refuse reject withhold halt boycott "
    "oppose freeze resist fight wait maintain delay postpone decline persist occupy last stand "
    "ban bar defy endure stop pause blockade picket besiege camp"
)
ON_AND_ON = words("go carry press drag soldier push battle")  # with "on"
REFUSERS = words(
    "refuse decline reject rule unwilling refusal unwillingness oppose opposed opposition resist "
    "exclude reluctant reluctance"
)
# "if you ask me", "if I may": said of the saying.
SPEAKING = words(
    "may look ask like remember recall mistake think consider compare read listen examine will"
)
CANDOUR = words("honest frank candid blunt mistaken")  # "if I am honest"
QUESTIONS = words("question issue doubt point test matter riddle problem")
# "without delay" is a manner, not a condition.
MANNERS = words(
    "delay doubt question fear hesitation notice precedent exception warning incident comment "
    "evidence reason success result problem difficulty violence water power food electricity"
)
# What would come of it: "could not leave without risking a war".
COSTING = words(
    "cause damage endanger harm hurt imperil jeopardise jeopardize lose provoke risk threaten"
)
MAX_WORDS = 80
# At the front of a sentence: if what was asked for in the one before is done, or is not.
IN_RETURN = (("in", "return"), ("in", "exchange"))
OTHERWISE = (("otherwise",), ("failing", "that"), ("failing", "this"), ("if", "not"))
ONLY_THEN = ("only", "then")
# Words that mean a condition in any sentence, and how long such a clause is where only its words
# tell it.
UNAMBIGUOUS = frozenset(
    {
        ("unless",),
        ("provided", "that"),
        ("on", "condition", "that"),
        ("on", "the", "condition", "that"),
        ("if", "and", "only", "if"),
    }
)
# What is named as not read where no condition was made of it: also those that tell no direction
# ("depends on whether") and those whose clause may be of any form. The fuller stands first.
_TELLING = (
    *UNAMBIGUOUS,
    ("provided",),
    ("providing", "that"),
    ("only", "if"),
    ("only", "when"),
    ("only", "once"),
    ("so", "long", "as"),
    ("as", "long", "as"),
    ("as", "soon", "as"),
    ("in", "exchange", "for"),
    ("in", "return", "for"),
    ("on", "the", "understanding", "that"),
    ("on", "the", "proviso", "that"),
    ("contingent", "on"),
    ("contingent", "upon"),
    ("conditional", "on"),
    ("conditional", "upon"),
    ("depend", "on", "whether"),
    ("depends", "on", "whether"),
    ("hinges", "on", "whether"),
)
TELLING = {
    first: sorted((m for m in _TELLING if m[0] == first), key=len, reverse=True)
    for first in {m[0] for m in _TELLING}
}
FINITE = words("VBZ VBP MD")
MAX_BARE_WORDS = 30
# What one side gives another: "after their release" is waited for, "after the summit" is a time.
GIVEN_UP = words(
    "release withdrawal pullout pull-out lifting removal surrender resignation disarmament payment "
    "repayment ratification reinstatement repeal signature handover"
)
ARMED = words("soldier troop fighter rebel militant militia army force settler occupier")
# What another gives before a thing is done: "subject to approval", "only with guarantees".
CONSENTS = words(
    "approval consent ratification agreement confirmation clearance endorsement permission assent "
    "authorisation authorization verification acceptance mandate guarantee assurance condition "
    "passage completion referendum sale funding concession"
)
# What a party grants or withholds: "the loan depends on a vote", "no deal, no work".
GRANTS = words(
    "support offer deal agreement signature approval vote aid credit loan return withdrawal talk "
    "release payment participation lifting recognition accession decision membership help "
    "cooperation truce ceasefire treaty accord investment sale delivery"
)
WITHHELD = words(
    "work peace deal talk vote trade business negotiation agreement ceasefire truce election loan "
    "pay payment signature support cooperation dialogue tax contract treaty release withdrawal"
)
LEANING = words("depend hinge dependent contingent conditional subject")
COURT = words("trial hearing appeal sentencing sentence extradition deportation")
STATES = words("be have know think believe want need mean seem like love hope guess suppose")
MAX_PHRASE_WORDS = 15
