"""Phrases that say what one verb says: who gives her consent to a merger approves it."""

from __future__ import annotations

import re

_WHOSE = r"(?:(?:the|a|its|their|his|her|our|my|final|formal|full) )*"
_PHRASES = tuple(
    (re.compile(told, re.IGNORECASE), verb)
    for told, verb in (
        (
            rf"^(?:give|grant) {_WHOSE}(?:approval|assent|blessing|consent|go-ahead|green light) "
            r"(?:to|for) ",
            "approve ",
        ),
        (
            r"^(?:act against|take (?:(?:firm|stern|strong|tough|tougher) )?action against|"
            r"clamp down on) ",
            "crack down on ",
        ),
        (
            r"^let (?!.*\b(?:employees|staff|workers)\b)(?P<who>.+) go(?: free)?"
            r"(?P<how>(?: (?:after|at once|before|by|unharmed|without)\b.*)?)$",
            r"release \g<who>\g<how>",
        ),
        (r"^set (?P<who>.+) free$", r"release \g<who>"),
        # Captives who are sent home are freed; migrants are not.
        (
            r"^send (?P<who>.*\b(?:captives|crew|fishermen|hostages|pilots|prisoners|sailors)\b.*) "
            r"(?:home|back)$",
            r"return \g<who>",
        ),
        (r"^knock down ", "tear down "),
        (
            r"^(?:abandon|drop|give up|scrap|shelve) (?:(?:its|their|the|any) )?plans? for ",
            "call off ",
        ),
        # "Let inspectors into the plant"
        (r"^let (?P<who>.+?) (?:in|into (?:the|its|their) .+)$", r"admit \g<who>"),
        (
            r"^(?:cut|halt|stop|suspend) (?:(?:all|its|the|their) )?"
            r"(?P<what>electricity|fuel|gas|grain|oil|power|water) "
            r"(?:deliveries|exports|flows?|supplies|supply)\b",
            r"cut off the \g<what>",
        ),
        (r"\bsnap (?=elections?\b)", "early "),
        (r"\bwind park\b", "wind farm"),
        (r"^(?:do away with|get rid of) ", "abolish "),
        (r"^put (?:its|their|his|her) names? to ", "sign "),
        (r"^pull (?P<who>.+) out(?: of (?:the|its|their) .+)?$", r"withdraw \g<who>"),
        (r"^take .+ to (?=(?:an?|the) (?:[\w-]+ ){0,3}court\b)", "go to "),
        (r"^(?P<does>honou?r|keep) (?P<what>.+) (?:alive|going)$", r"\g<does> \g<what>"),
        # "The levy was frozen": what is done to it, where the words give it as a state.
        (
            r"^(?P<what>(?:the|its|their|this|these) (?:[\w’'-]+ ){1,4}?)"
            r"(?:is|are|was|were|be|been) (?P<done>[a-z]+(?:ed|en|ne|wn)|cut|put|shut)$",
            r"\g<done> \g<what>",
        ),
        # What is rejected by a vote is voted against.
        (
            r"^(?:reject|vote down) (?=(?:the|its|their|a|this|that) (?:[\w-]+ )?"
            r"(?:amendment|bill|budget|law|motion)\b)",
            "vote against ",
        ),
        # "Bring the country to a standstill with a general strike" is to strike.
        (
            r"^\w+ (?:the|its|their|a|all) .+ (?:with|through) "
            r"(?=an? (?:[\w-]+ ){0,2}(?:strike|walkout|stoppage)\b)",
            "call ",
        ),
    )
)


def in_one_verb(label: str) -> str:
    """ "Let the prisoners go" as "release the prisoners"."""
    for told, verb in _PHRASES:
        label = told.sub(verb, label).strip()
    return label
