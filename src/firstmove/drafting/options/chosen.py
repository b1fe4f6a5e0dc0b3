"""Which options the model has, and which stay in the drawer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from firstmove.conflict import Basis
from firstmove.drafting.acts.table import Force
from firstmove.drafting.options.candidate import Candidate
from firstmove.report import Span
from firstmove.statement import ActPlace, Kind

_PLANS = (Kind.STATE, Kind.ASSESS, Kind.CONCEDE)
MAX_OPTIONS = 12
"""Beyond a dozen options (4,096 states) a person no longer thinks with a model."""
_REACH = 5 * MAX_OPTIONS  # best witnessed options of which the dozen is taken
_WORTH = 6  # places that an option moves up for each stated want that it makes whole
_FOLLOWS = 0.5  # of a want that is only inferred, beside one that is stated


def chosen(candidates: list[Candidate]) -> tuple[list[Candidate], list[Candidate]]:
    """The dozen best witnessed, in the order of the reports, and the rest as they rank.

    A want whose condition is left out is left out with it. So an option, or those that a want
    needs, move up by what they make whole beside the options that are taken already.

    Sides that have to do with no other come last and are left out altogether: what they announce
    nobody answers, so that it is no part of the dispute. Before these come options that are only
    believed in or told of, and wanted by nobody, then bare verbs. Of options with as many witnesses
    the ones of which more sides speak come first, then those on which the model is sure that
    somebody takes a position, then those that others speak of or that are tied to what others do,
    then those named more often, then those whose owner says where it stands.
    """
    dealing = dealing_with_others(candidates)
    met = {  # statements with a condition that some party can bring about
        n.statement.id
        for c in candidates
        for n in (*c.named, *c.loose)
        if n.act.place is ActPlace.CONDITION
    }

    def rank(i: int) -> tuple[bool, bool, bool, int, int, bool, bool, int, bool, int]:
        one = candidates[i]
        named = (*one.named, *one.loose)
        sides = {n.side for n in named}
        told = any(
            n.side == one.owner
            and n.tells_want
            and (n.statement.condition is None or n.statement.id in met)
            for n in one.named
        )
        tied = sides != {one.owner} or any(n.statement.id in met for n in named)
        return (
            one.owner not in dealing,
            all(n.rule.force is Force.NOTHING for n in named),
            " " not in one.label,
            -one.witnesses,
            -len(sides),
            all(n.act.stance is None for n in named),
            not tied,
            -len(one.named),
            not told,
            i,
        )

    ranks = [rank(i) for i in range(len(candidates))]
    joint = list(_joint_parts(candidates))
    for parts in joint:  # the parts of a joint outcome stay together
        best = min(ranks[i] for i in parts)
        ranks = [(*best[:-1], i) if i in parts else told for i, told in enumerate(ranks)]
    ranked = sorted(range(len(candidates)), key=ranks.__getitem__)
    able = [i for i in ranked if candidates[i].owner in dealing]
    kept = _fullest(able[:_REACH], joint, _told(candidates, joint))
    return (
        [c for i, c in enumerate(candidates) if i in kept],
        [candidates[i] for i in ranked if i not in kept],
    )


def _told(
    candidates: Sequence[Candidate], joint: Sequence[frozenset[int]]
) -> Mapping[tuple[str, int, bool, frozenset[int]], float]:
    """The wants that are told: whose, of which option, whether against it, and all the options
    that it needs; each with what it is worth."""
    priced: dict[str, set[int]] = {}
    for i, candidate in enumerate(candidates):
        for n in (*candidate.named, *candidate.loose):
            if n.act.place is ActPlace.CONDITION:
                priced.setdefault(n.statement.id, set()).add(i)
    parts = {i: whole for whole in joint for i in whole}
    told: dict[tuple[str, int, bool, frozenset[int]], float] = {}
    for i, candidate in enumerate(candidates):
        for n in candidate.named:
            tied = priced.get(n.statement.id, set())
            if not n.tells_want or (n.statement.condition is not None and not tied):
                continue
            needs = parts.get(i, frozenset((i,)))
            if n.statement.condition is not None:
                needs |= tied
            told[n.side, i, n.unwanted, needs] = 1.0 if n.rule.basis is Basis.STATED else _FOLLOWS
            if n.statement.condition is not None and n.rule.price is not Force.NOTHING:
                for j in tied:
                    if candidates[j].owner != n.side:
                        told.setdefault((n.side, j, False, frozenset((j,))), _FOLLOWS)
    return told


def _fullest(
    ranked: Sequence[int],
    joint: Sequence[frozenset[int]],
    told: Mapping[tuple[str, int, bool, frozenset[int]], float],
) -> set[int]:
    """A dozen of the options as they rank, each moved up by the wants that it makes whole."""
    place = {i: at for at, i in enumerate(ranked)}
    parts = {i: whole for whole in joint for i in whole}
    wants = [(needs, worth) for (*_, needs), worth in told.items() if needs <= place.keys()]
    together = dict.fromkeys(
        (*(parts.get(i, frozenset((i,))) for i in ranked), *(needs for needs, _ in wants))
    )
    groups = [group for group in together if group <= place.keys()]
    kept: set[int] = set()
    while len(kept) < MAX_OPTIONS:
        best: tuple[float, int] | None = None
        taken: frozenset[int] = frozenset()
        for group in groups:
            new = group - kept
            if not new or len(kept) + len(new) > MAX_OPTIONS:
                continue
            whole = kept | new
            gain = sum(worth for needs, worth in wants if needs <= whole and not needs <= kept)
            last = max(place[i] for i in new)
            rank = (last - _WORTH * gain / len(new), last)
            if best is None or rank < best:
                best, taken = rank, new
        if best is None:
            break
        kept |= taken
    return kept


def _joint_parts(candidates: list[Candidate]) -> Iterator[frozenset[int]]:
    """The places of the options that the same words name for several sides."""
    named: dict[tuple[str, Span], set[int]] = {}
    for i, candidate in enumerate(candidates):
        for n in candidate.named:
            if n.partners:
                named.setdefault((n.statement.id, n.act.span), set()).add(i)
    yield from dict.fromkeys(frozenset(parts) for parts in named.values() if len(parts) > 1)


def dealing_with_others(candidates: Iterable[Candidate]) -> frozenset[str]:
    """The owners that speak of another side's acts, or whose acts another side speaks of, or that
    offer or threaten something, be it to nobody told; all of them where none does."""
    owners: set[str] = set()
    found: set[str] = set()
    for candidate in candidates:
        owners.add(candidate.owner)
        for n in (*candidate.named, *candidate.loose):
            target = n.statement.target
            if n.side != n.owner:
                found |= {n.side, n.owner}
            if (
                n.service
                or n.partners
                or (target is not None and target.party)
                or n.statement.kind not in _PLANS
            ):
                found.add(n.owner)
    return frozenset(owners & found or owners)
