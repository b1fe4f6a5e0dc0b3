"""Readings in words: what they settle, what decides them, and the answer in each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from firstmove.views.wording import count, joined, number, plain, readable

if TYPE_CHECKING:
    from firstmove.analysis.first_moves.first_answer import FirstAnswer
    from firstmove.analysis.first_moves.outlook import Outlook
    from firstmove.analysis.shares import Group, Groups, Unknown
    from firstmove.conflict.condition import Condition
    from firstmove.conflict.model import Conflict

NAMED = 4  # names in one sentence


def outlook(found: Outlook, conflict: Conflict) -> str:
    """One answer in a few words, for a legend."""
    names = [conflict.decision_maker(id_).name for id_ in found.who]
    if found.opening.value == "gains" and len(names) == 1:
        return f"only {names[0]} can begin, and gains by it"
    return {
        "gains": "nobody has to give up anything first",
        "one": f"{joined(names)} must move first",
        "several": f"{some_names(names)} can each move first",
        "others": "no first step alone is enough",
        "closed": "no moves lead to a goal state",
        "no goal": "there is no goal state other than the status quo",
    }[found.opening.value]


def now_words(found: Outlook) -> str:
    """The verdict on the status quo."""
    return f"the status quo would {'' if found.holds_now else 'not '}hold"


def what_readings_are(found: FirstAnswer) -> str:
    """What a reading is, and how many there are of the model and were asked."""
    settled = "A reading settles everything that no report tells: wants, and which matter more."
    total = number(found.total)
    if found.exact:
        return f"{settled} The model has {count(found.total, 'reading')}, and all were asked."
    return (
        f"{settled} The model has {total}; {number(found.asked)} drawn at random were asked, and "
        "shares have their standard error."
    )


def group_words(group: Group, conflict: Conflict, *, holds: str, fails: str) -> str:
    """What readings have in common that decides."""
    verdict = holds if group.holds else fails
    if not group.fixed:
        return f"{verdict} in every reading."
    common = joined(fixed_words(one.unknown, one.value, conflict) for one in group.fixed)
    n = group.readings
    which = "the one reading" if n == 1 else f"all {number(n)} readings"
    return f"{verdict} in {which} in which {common}."


def undecided_words(groups: Groups) -> str:
    """Readings that lie in no group."""
    left, most = groups.undecided, groups.most_fixed
    verb = "fits" if left == 1 else "fit"
    fewer = "one thing" if most == 1 else f"up to {number(most)} things"
    if not groups.groups:
        return f"What decides is not told by {fewer} that readings have in common."
    return (
        f"{count(left, 'reading')} of those asked {verb} no group: what decides there is not told "
        f"by {fewer} that readings have in common."
    )


def fixed_words(unknown: Unknown, value: bool, conflict: Conflict) -> str:
    """What a reading settles: “A wants ‘x’”, “A puts ‘x’ above ‘y’”."""
    who = conflict.decision_maker(unknown.decision_maker).name
    first = want_words(unknown.condition, conflict)
    if unknown.other_condition is None:
        return f"{who} wants {'' if value else 'the contrary of '}{first}"
    second = want_words(unknown.other_condition, conflict)
    if not value:
        first, second = second, first
    return f"{who} puts {first} above {second}"


def want_words(condition: Condition, conflict: Conflict) -> str:
    """A want by the labels of its options, in quotation marks where it is more than one."""
    tokens = readable(condition, conflict)
    return plain(tokens) if len(tokens) < 3 else f"“{plain(tokens)}”"


def some_names(names: list[str]) -> str:
    more = len(names) - NAMED
    return joined([*names[:NAMED], *([f"{number(more)} more"] if more > 0 else [])])
