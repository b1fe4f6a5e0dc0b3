"""An act and what keeps it from being done, as one option: “keep the gates shut”, “open the gates”.

Who keeps a thing shut does not open it, who goes on with a thing does not stop it, and who stays in
a race does not leave it: the two are one option with two values. Acts that undo each other without
being opposites of one state (“strike”, “call off the strike”) stay two.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from firstmove.drafting.acts.named import Named
from firstmove.drafting.likeness.alike import Likeness, liken
from firstmove.drafting.likeness.leaving import leaves

_KEEPS = re.compile(
    r"(?:keep|leave|hold) .+ (?:open|shut|closed|blocked|in force|in place)|"
    r"(?:continue|keep up|carry on|go ahead with|keep (?:the|its|their)) .+",
    re.IGNORECASE,
)


_STOPPAGE = re.compile(
    r"(?:continue|keep up|carry on|go ahead with) (?:the|its|their) "
    r"(?:\w+ )?(?:strike|stoppage|walkout|walk-out)"
    r"|(?:stay|remain) (?:out|on strike|away from work|out on strike)",
    re.IGNORECASE,
)
_AT_WORK = re.compile(
    r"(?:\w+ \w+ )?(?:return to work|go back(?: to work)?|come back(?: to work)?|resume work)",
    re.IGNORECASE,
)


def as_one_state(found: Sequence[Named]) -> list[Named]:
    """The same acts; what keeps up a state is its contrary, not done, where one side has both."""
    return [_turned(item, found) for item in found]


def _back_at_work(one: str, other: str) -> bool:
    """Who goes on with a strike does not go back to work."""
    return bool(_STOPPAGE.fullmatch(one) and _AT_WORK.fullmatch(other))


def _turned(item: Named, found: Sequence[Named]) -> Named:
    stays = not item.act.thing and (
        leaves(item.label) is False or bool(_STOPPAGE.fullmatch(item.label))
    )
    if not stays and not _KEEPS.fullmatch(item.label):
        return item
    for other in found:
        if other.owner == item.owner and _back_at_work(item.label, other.label):
            return replace(item, label=other.label, turned=True)
        if (
            other.owner == item.owner
            and not _KEEPS.fullmatch(other.label)
            and not other.act.thing
            and liken(item.label, False, other.label, False) is Likeness.CONTRARY
        ):
            return replace(item, label=other.label, turned=True)
    return item
