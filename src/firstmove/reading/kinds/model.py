"""The trained model of kinds: the words of a statement to a log probability for each label.

MiniLM-L6 fine-tuned by ``training/kinds.py``; the temperature and the weights of the rules
beside it lie in ``kinds.json``.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from firstmove.models.ahead import Ahead
from firstmove.models.encoder import Encoder, encoder
from firstmove.models.manifest import read_checked
from firstmove.reading.kinds.choice import LABELS, Trust, Weights
from firstmove.reading.kinds.input import KindInput, Mark, Role, cropped, kind_input
from firstmove.reading.page import Page
from firstmove.statement import Statement

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from firstmove.models.encoder import Floats

NAME = "kinds"
PARTS = 3  # linear layers: over the mean of the pieces, the doer's marker, the other side's
BESIDE = 30  # characters around cue and content in which the speaker's own place is kept


@dataclass(frozen=True, slots=True)
class Read:
    """What the network says of a row: the log probability of each label, before any temperature,
    and the scores of the stances [pieces with the frame's ends, stances]."""

    logs: dict[str, float]
    stances: Floats


def read(given: KindInput, network: Encoder | None = None) -> Read:
    import numpy as np

    network = encoder(NAME) if network is None else network
    # One row at a time: the result must not depend on what else a report says.
    numbers = network.run([given.ids], features=[given.features])
    found = numbers["scores"][0]
    parts: NDArray[np.float32] = found.reshape(len(found), PARTS, len(LABELS))
    scores = parts[:, 0].mean(axis=0) + parts[given.source, 1] + parts[given.target, 2]
    scores = scores - scores.max()
    logs = scores - np.log(np.exp(scores).sum())
    return Read(dict(zip(LABELS, logs.tolist(), strict=True)), numbers["stances"][0])


def label_logs(given: KindInput, network: Encoder | None = None) -> dict[str, float]:
    """The log probability of each label, before any temperature."""
    return read(given, network).logs


def begin(rows: Sequence[KindInput], ahead: Ahead) -> None:
    """Have rows read beside what comes next; ``read_of`` with the same ``ahead`` gives them."""
    for row in rows:
        encoder(NAME)  # loaded here, and not by two threads at once
        ahead.begin(row, partial(read, row))


def read_of(rows: Sequence[KindInput], ahead: Ahead) -> list[Read]:
    """``read`` of each row."""
    begin(rows, ahead)
    return [ahead.result(row, partial(read, row)) for row in rows]


def begun(page: Page, statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """Stage: the model begins on the statements as they are, whose kinds are chosen later."""
    if page.ahead.works:
        begin([row_of(page, statement) for statement in statements], page.ahead)
    return statements


def weights() -> Weights:
    about = _about()
    return Weights(
        about["temperature"],
        {Trust(k): v for k, v in about["rules"].items()},
        about["over_quiet"],
        about["over_move"],
        about["over_firm"],
        about["none"],
    )


def row_of(page: Page, statement: Statement) -> KindInput:
    """``input_of`` a statement of a page: stages ask for it in turn, and few change its words."""
    speaker = statement.speaker.span if statement.speaker is not None else None
    words = (statement.cue, statement.content, speaker)
    row: KindInput | None = page.rows.get(words)
    if row is None:
        row = page.rows[words] = input_of(page.report.text, statement)
    return row


def input_of(text: str, statement: Statement) -> KindInput:
    """The row for a statement of a report with this text.

    Cue and content as they stand; the speaker beside them, without the words between where there
    are more than a few: they often tell of another move ("X rejected the plan, and called for …").
    """
    spans = (*statement.cue, *statement.content)
    begin, end = min(s.start for s in spans), max(s.end for s in spans)
    marks: list[Mark] = [(Role.CONTENT, s.start, s.end) for s in statement.content]
    marks += [(Role.CUE, s.start, s.end) for s in statement.cue]
    words, moved = cropped(text, marks)
    speaker = statement.speaker.span if statement.speaker is not None else None
    if speaker is None:
        return _placed(kind_input(words, moved), 0, len(words), begin)
    if speaker.start >= begin - BESIDE and speaker.end <= end + BESIDE:
        begin, end = min(begin, speaker.start), max(end, speaker.end)
        row = kind_input(*cropped(text, [*marks, (Role.SOURCE, speaker.start, speaker.end)]))
        return _placed(row, 0, end - begin, begin)
    if speaker.start > end:
        place = (Role.SOURCE, len(words) + 1, len(words) + 1 + len(speaker.quote))
        row = kind_input(f"{words} {speaker.quote}", [*moved, place])
        return _placed(row, 0, len(words), begin)
    shift = len(speaker.quote) + 1
    moved = tuple((role, s + shift, e + shift) for role, s, e in moved)
    row = kind_input(f"{speaker.quote} {words}", [*moved, (Role.SOURCE, 0, len(speaker.quote))])
    return _placed(row, shift, shift + len(words), begin - shift)


def _placed(row: KindInput, first: int, last: int, shift: int) -> KindInput:
    """The row with the places of its pieces in the report."""
    return replace(row, at=tuple(p + shift if first <= p < last else -1 for p in row.at))


@cache
def _about() -> Mapping[str, Any]:
    about: Mapping[str, Any] = json.loads(read_checked(f"{NAME}.json"))
    return about
