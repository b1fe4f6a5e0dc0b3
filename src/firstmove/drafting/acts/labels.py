"""Labels that can be read alone: the report's words for an act, without what hangs over."""

from __future__ import annotations

import re
from collections.abc import Callable

from firstmove.drafting.likeness.alike import trimmed
from firstmove.reading.acts.forms import WHOLE_ACTS
from firstmove.reading.acts.no_act import WHOLE_WITH
from firstmove.statement import Act, Statement

_GOING = re.compile(r"(?:going to|gonna) ", re.IGNORECASE)
_TO_GO = re.compile(r"(?:go to|gona) (?=\w)")
_HANGING = re.compile(r" (?:to|of|with|for|on|in|at|from|into|over|about)$")
_OBJECT = re.compile(r"\s+[\w’'-]+(?: [\w’'-]+){0,2}")
_YOUR, _OUR = re.compile(r"\byour\b"), re.compile(r"\bour\b")
# "Bring the country to a standstill with a general strike": what is done.
_BY_STRIKE = re.compile(r" (?:with|through) an? (?:[\w-]+ ){0,2}(?:strike|walkout|stoppage)\b")
_LATELY = re.compile(r" (?:immediately|soon|now|instead|too|again)$", re.IGNORECASE)
_AGREEING = re.compile(r"\b(?:agree to|consent to|accept|approve|commit to) ", re.IGNORECASE)
# What goes on, or stays as it is, is kept so by somebody.
_GOES_ON = re.compile(r"(?P<what>.+) (?:continue|go on)", re.IGNORECASE)
_GOES_AHEAD = re.compile(r"(?P<what>.+) go ahead", re.IGNORECASE)
_STANDS = re.compile(r"(?P<what>(?:the|its|their) .+) (?:stand|stay|remain)", re.IGNORECASE)
_STAYS = re.compile(
    r"(?P<what>.+) (?:remain|stay) (?P<how>open|shut|closed|blocked|in force|in place)",
    re.IGNORECASE,
)
_IS_SO = re.compile(
    r"(?P<what>(?:the|its|their|this|that) [\w’'-]+(?: [\w’'-]+)?) (?:is|are|was|were|be|go|lie|"
    r"remain|stand|stay|come|collapse|fail|fall|pass|run|start|begin|take effect) ",
    re.IGNORECASE,
)
_ENDS = re.compile(r"(?P<what>(?:the|its|their) .+|work) (?P<verb>end|stop|cease)", re.IGNORECASE)
# What hangs over where the words behind it were cut: "stop the deliveries from".
_LEFT_OVER = re.compile(
    r"(?: (?:of|from|with|for|to|at|into|about|by|than|that|which|despite|during|amid|because|"
    r"although|while|whether)|"
    r" the (?:day|hour|minute|moment))$"
)
_OWN_PEOPLE = re.compile(r"(?:its|their|his|her) (?:\w+ )?[\w-]+s (?P<does>.+)", re.IGNORECASE)
_THAT = re.compile(r" that(?: [\w’'-]+){2,6}(?=[,.;:]|$)")  # short enough to be read as a label
_STOPS = re.compile(r" (?:and|or|but|that|which|who|if|when|while|by|as|so|because)\b.*")


def is_state_of_thing(label: str) -> bool:
    """ "The duty was in place", "the bill lie frozen": told of a thing, and somebody's all the
    same."""
    return bool(kept_up(label)) or thing_of(label) != ""


def thing_of(label: str) -> str:
    """ "The duty" of "the duty was in place"; "" where no thing is told to be so."""
    found = _IS_SO.match(label)
    return found["what"] if found is not None else ""


def kept_up(label: str) -> str:
    """ "The strike continue" is to continue it, "the line remain shut" to keep it so; else ""."""
    if stays := _STAYS.fullmatch(label):
        return f"keep {_small(stays['what'])} {stays['how']}"
    if goes_on := _GOES_ON.fullmatch(label):
        return f"continue {_small(goes_on['what'])}"
    if goes_ahead := _GOES_AHEAD.fullmatch(label):
        return f"go ahead with {_small(goes_ahead['what'])}"
    if stands := _STANDS.fullmatch(label):
        return f"keep {_small(stands['what'])}"
    return ""


def _small(words: str) -> str:
    return words[0].lower() + words[1:] if words.split()[0] in ("The", "A", "Its") else words


def label_of(statement: Statement, act: Act, owner: str, is_side: Callable[[str], bool]) -> str:
    """The label of an act without the sides in it, and with the object that its last word needs.

    "Hess pay its debt" is "pay its debt" of Hess; "going to pay" is "pay"; what somebody is to
    agree to is "agree to X".
    """
    label = act.label.rstrip(" [(,;:–—-")
    named = "" if act.actor is None else act.actor.span.quote.lower()
    if not (named and label.lower().startswith(f"{named} ")):  # who goes on is nothing that goes on
        label = kept_up(label) or label
    if over := _ENDS.fullmatch(label):
        label = f"{over['verb'].lower()} {_small(over['what'])}"
    before, rest = statement.around(act.span)
    if _GOING.match(act.span.quote):
        label = _TO_GO.sub("", label, count=1)
    hanging = _HANGING.search(label) and act.span.quote.endswith(label.split()[-1])
    if hanging and (following := _OBJECT.match(rest)):
        label += _STOPS.sub("", f" {following[0].strip()}")
    if not act.thing and (means := _BY_STRIKE.match(rest)):
        label += means[0]
    if act.thing:
        agreeing = [a for a in _AGREEING.finditer(before) if a.end() == len(before)]
        label = f"{agreeing[0][0].strip().lower()} {label}" if agreeing else label
    label = trimmed(_LATELY.sub("", label), is_side)
    bare = owner.removeprefix("the ")
    doer = act.actor.name if act.actor is not None else ""
    owned = [name for name in (bare, doer, named) if name and act.thing]
    whose = [f"{name}{end} " for name in owned for end in ("'s", "’s", "'", "’")]
    # "both sides agree" is "agree", "Hess's overtures" are "overtures"
    for name in (f"the {bare} ", f"{bare} ", f"{doer} ", f"{named} ", *whose):
        if name.strip() and label.lower().startswith(name.lower()) and len(label) > len(name) + 2:
            label = label[len(name) :]
            break
    label = _LEFT_OVER.sub("", label)
    if (own := _OWN_PEOPLE.fullmatch(label)) and not act.thing and _is_whole(own["does"]):
        label = own["does"]  # "its crews go back"
    first, _, rest = label.partition(" ")
    if rest and first[0].isupper() and is_side(first):
        label = rest  # "Republicans give in to the demand"
    label = _as_told_of(label, statement, owner)
    return f"{label}{_that(statement, act)}" if " " not in label and not act.thing else label


def _as_told_of(label: str, statement: Statement, owner: str) -> str:
    """ "Withdraw your troops" told of who would do it, "free our pilots" of whose they are."""
    label = _YOUR.sub("its", label)
    speaker = statement.speaker.party if statement.speaker is not None else ""
    return _OUR.sub(f"{speaker}'s", label) if speaker and speaker != owner else label


def agrees(label: str) -> bool:
    """ "Agree to a truce": an act of its own, whatever it is agreed to."""
    return _AGREEING.match(label) is not None


def _is_whole(words: str) -> bool:
    """Whether a verb names an act by itself, or with its particle: "go back", "disarm"."""
    told = words.lower().split()
    return told[0] in WHOLE_ACTS or " ".join(told[:2]) in WHOLE_WITH


def _that(statement: Statement, act: Act) -> str:
    """ "Guarantee that the licences would be honoured": the clause that a verb alone needs."""
    clauses = (*statement.content, *([statement.condition.span] if statement.condition else ()))
    for span in clauses:
        if span.contains(act.span):
            found = _THAT.match(span.quote, act.span.end - span.start)
            return found[0] if found else ""
    return ""
