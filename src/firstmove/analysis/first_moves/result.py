"""What first-move analysis says: ways out of the status quo, who opens them, what would help."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from firstmove.analysis.shares import Share
from firstmove.analysis.verdict import Step, Verdict
from firstmove.conflict import Basis, Condition, Conflict


class Effect(StrEnum):
    """What a step is to the one who makes it: it prefers the state after it (gain), the one before
    it (sacrifice), or likes both as much. ``UNKNOWN``: wants, or an order of wants, that nobody
    knows decide it. ``UNCOMPARED``: its partial ranking does not compare the two."""

    GAIN = "gain"
    INDIFFERENT = "indifferent"
    SACRIFICE = "sacrifice"
    UNKNOWN = "not known"
    UNCOMPARED = "not compared"


class Keeping(StrEnum):
    """Whether what a step brought about is built on.

    On the way: given up if the one who moves next on the path has a move to another state that it
    prefers both to going on and to staying. At the end of the path: given up if the state reached
    would not hold, under the concept asked for, for one of the others. ``UNKNOWN``: it depends on
    wants that nobody knows.
    """

    KEPT = "kept"
    GIVEN_UP = "given up"
    UNKNOWN = "not known"


@dataclass(frozen=True, slots=True)
class PathStep:
    """One step of a way out. ``by`` and ``to``: who would give up what it brought about (or may),
    and for which state; ``back``: that state comes before it on the path."""

    mover: str
    before: str
    after: str
    effect: Effect
    keeping: Keeping
    by: str = ""
    to: str = ""
    back: bool = False

    @property
    def step(self) -> Step:
        return Step(self.mover, self.before, self.after)


@dataclass(frozen=True, slots=True)
class Path:
    """Steps from the status quo to a goal state; nobody moves twice running."""

    steps: tuple[PathStep, ...]

    @property
    def opener(self) -> str:
        """Who makes the first step."""
        return self.steps[0].mover


@dataclass(frozen=True, slots=True)
class Way:
    """The shortest legal paths to one goal state.

    ``moves``: their length; None where no legal moves lead to it. ``count``: how many there are;
    ``paths``: some, those with the fewest steps that are no gain first, then in the order of the
    model. ``looked_at``: among how many these were chosen.
    ``holds``: whether the goal state would hold under the concept. ``unsure``: the decision makers
    of whom nobody knows whether they prefer it to the status quo.
    """

    goal: str
    holds: bool
    moves: int | None
    count: int
    paths: tuple[Path, ...]
    looked_at: int
    unsure: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Opener:
    """A decision maker whose first step opens a path to a goal state on which as few later steps
    as possible are no gain for their mover: ``others``, how many. ``path`` is a shortest of these,
    of those that begin with a gain if any do.
    ``until``: the first state on it that the opener is known to like as much as the status quo or
    more; "" where there is none. ``idle``: without the first step the rest of the path would be
    gains as well and lead to a goal state.
    """

    decision_maker: str
    others: int
    path: Path
    until: str
    idle: bool = False

    @property
    def effect(self) -> Effect:
        """What the first step is to the opener."""
        return self.path.steps[0].effect


@dataclass(frozen=True, slots=True)
class Change:
    """One change to the model. ``kind``: tie, one way, pattern, state, add, drop, move.
    ``said`` is a fixed template over ids, conditions and states. Of a tie: ``reply`` is the option
    that follows, told with its owner, ``cause`` the one that it follows, ``how`` in which way."""

    kind: str
    said: str
    decision_maker: str = ""  # whose preference, where it is one
    reply: str = ""
    cause: str = ""
    how: str = ""


@dataclass(frozen=True, slots=True)
class Lever:
    """A smallest change that would help: one change, or two neither of which helps alone.

    ``holds``: goal states that would hold now and would not before. ``path``: a path from the
    status quo to a goal state that now begins with a gain and goes on with gains only, where there
    was none before; () where there is none now either. States are written as in the model asked
    about. In the changed ``model`` ``equilibria`` states would hold; ``now_holds``,
    ``ends_hold``: whether the status quo, and the end of the path, are among them.
    """

    changes: tuple[Change, ...]
    holds: tuple[str, ...]
    path: tuple[Step, ...]
    now_holds: bool
    ends_hold: bool
    equilibria: int
    model: Conflict = field(repr=False, compare=False)

    @property
    def size(self) -> int:
        return len(self.changes)


@dataclass(frozen=True, slots=True)
class Levers:
    """``found`` by size, then in the order in which changes are tried. ``tried`` of ``singles``
    single changes and ``tried_pairs`` of ``pairs`` pairs were tried. ``untried``: kinds of change
    that were not, and why. ``interrupted``: by ctrl-C, after those that are counted."""

    found: tuple[Lever, ...]
    singles: int
    tried: int
    pairs: int
    tried_pairs: int
    untried: tuple[str, ...] = ()
    interrupted: bool = False


@dataclass(frozen=True, slots=True)
class Sureness:
    """In how many readings it is so. ``now``: the status quo would hold. ``goal``: some goal state
    would. ``goals``: each goal state shown. ``gains``: gains alone lead to one. ``openers``: each
    decision maker opens a path whose later steps are all gains; ``alone``: and no other does.
    ``turns``: what is known of a decision maker's wants and turns the verdict on the status quo
    over if it is false: (decision maker, condition)."""

    total: int
    now: Share
    goal: Share
    goals: tuple[tuple[str, Share], ...]
    gains: Share
    openers: tuple[tuple[str, Share], ...]
    alone: tuple[tuple[str, Share], ...]
    turns: tuple[tuple[str, Condition], ...]


@dataclass(frozen=True, slots=True)
class FirstMoves:
    """Who must move first. ``start``: the status quo. ``goal``: the condition asked for, or None
    for the default, of which ``best`` counts only what no other is better for one than and worse
    for none. ``why``: the verdicts on the status quo, one for each decision maker and
    concept. ``goals`` goal states of which ``holding`` would hold and ``reached`` can come about;
    ``ways``: to the first of them, those that hold first, then by moves, then in the order of the
    model.

    ``openers``: those who open the best paths there are, of any length, that do not come back to
    the status quo; to a goal state that would hold if any would. Empty where no path leads there.
    ``sureness``: None where the model
    leaves nothing open, or for the reason in ``left_out``.
    """

    conflict: Conflict
    concept: str
    start: str
    goal: Condition | None
    states: int
    why: tuple[Verdict, ...]
    holds_now: bool
    met_now: bool
    goals: int
    holding: int
    reached: int
    ways: tuple[Way, ...]
    openers: tuple[Opener, ...]
    levers: Levers | None
    sureness: Sureness | None
    left_out: tuple[str, ...]
    best: bool = False

    @property
    def interrupted(self) -> bool:
        """Whether ctrl-C ended the search for levers; the rest of the answer is whole."""
        return self.levers is not None and self.levers.interrupted

    @property
    def open_by_gains(self) -> tuple[Opener, ...]:
        """Those who open a path on which every later step is a gain for its mover."""
        return tuple(opener for opener in self.openers if not opener.others)

    @property
    def must(self) -> str:
        """The one decision maker who opens every such path; "" where there are several or none."""
        found = self.open_by_gains
        return found[0].decision_maker if len(found) == 1 else ""


def has_unknown(conflict: Conflict) -> bool:
    """Whether some preference is left open: unknown wants or orders, unknown pairs of states."""
    return any(
        maker.unknown
        or (
            maker.ranking is None
            and any(want.basis is Basis.UNKNOWN or want.unordered for want in maker.wants)
        )
        for maker in conflict.decision_makers
    )
