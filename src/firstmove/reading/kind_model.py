"""The trained model of kinds: the words of a statement to a log probability for each label.

MiniLM-L6 fine-tuned by ``training/kinds.py``; the temperature and the weights of the rules
beside it lie in ``kinds.json``.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from firstmove.models.encoder import Encoder, encoder
from firstmove.models.manifest import read_checked
from firstmove.reading.kind_choice import LABELS, Trust, Weights
from firstmove.reading.kind_input import KindInput, Mark, Role, cropped, kind_input
from firstmove.statement import Statement

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

NAME = "kinds"
PARTS = 3  # linear layers: over the mean of the pieces, the doer's marker, the other side's
# A speaker named farther than this from the words is left out of what the model sees.
NEAR = 300


def label_logs(given: KindInput, network: Encoder | None = None) -> dict[str, float]:
    """The log probability of each label, before any temperature."""
    import numpy as np

    network = encoder(NAME) if network is None else network
    # One row at a time: the result must not depend on what else a report says.
    found = network.run([given.ids], features=[given.features])["scores"][0]
    parts: NDArray[np.float32] = found.reshape(len(found), PARTS, len(LABELS))
    scores = parts[:, 0].mean(axis=0) + parts[given.source, 1] + parts[given.target, 2]
    scores = scores - scores.max()
    logs = scores - np.log(np.exp(scores).sum())
    return dict(zip(LABELS, logs.tolist(), strict=True))


def weights() -> Weights:
    about = _about()
    return Weights(about["temperature"], {Trust(k): v for k, v in about["rules"].items()})


def input_of(text: str, statement: Statement) -> KindInput:
    """The row for a statement of a report with this text."""
    marks: list[Mark] = [(Role.CONTENT, s.start, s.end) for s in statement.content]
    marks += [(Role.CUE, s.start, s.end) for s in statement.cue]
    begin, end = min(m[1] for m in marks), max(m[2] for m in marks)
    if statement.speaker is not None:
        span = statement.speaker.span
        if begin - NEAR <= span.start and span.end <= end + NEAR:
            marks.append((Role.SOURCE, span.start, span.end))
    return kind_input(*cropped(text, marks))


@cache
def _about() -> Mapping[str, Any]:
    about: Mapping[str, Any] = json.loads(read_checked(f"{NAME}.json"))
    return about
