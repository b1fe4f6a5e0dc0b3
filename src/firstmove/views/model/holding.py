"""One state that may hold: its options by decision maker, and why each of them stays in it."""

from __future__ import annotations

from dataclasses import dataclass

from firstmove.conflict.model import Option
from firstmove.views.wording import concept


@dataclass(frozen=True, slots=True)
class Choice:
    """An option in one state; ``taken`` is None where no report tells, or, where ``either``,
    because the state holds alike with the option taken and not taken."""

    option: Option
    taken: bool | None
    either: bool = False


@dataclass(frozen=True, slots=True)
class Choices:
    """The options of one decision maker in one state."""

    name: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a state is stable, or is not, for one decision maker: one sentence of the analysis."""

    name: str
    concept: str
    stable: bool
    sentence: str

    @property
    def because(self) -> str:
        """The sentence without its head, for places that name the state and the party already."""
        head, colon, rest = self.sentence.partition(
            f" for {self.name} ({concept(self.concept).short}): "
        )
        return rest if colon and " " not in head.split(" would")[0] else ""


@dataclass(frozen=True, slots=True)
class Holding:
    """One state and under which concepts it holds (an equilibrium), and under which not.

    It may stand for several states that hold alike: ``pattern`` then has a ``*`` for each option
    on which nothing depends, ``stands_for`` says how many states it covers, and the reasons are
    those of ``state``, one of them.
    """

    state: str
    pattern: str
    stands_for: int
    holds: tuple[str, ...]
    fails: tuple[str, ...]
    status_quo: bool
    choices: tuple[Choices, ...]
    reasons: tuple[Reason, ...]
