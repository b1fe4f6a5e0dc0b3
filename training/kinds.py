"""Train the kinds model and write it for the package.

    python -m training.kinds PLV_train.tsv OUT [--quiet QUIET.jsonl] [--half tuned|all]
                             [--acts FOLDER] [--start FOLDER] [--folds N --fold K] [--publish] …

The model of the package was made in two runs, a quarter of an hour each on a busy core:

    … FIRST --quiet QUIET.jsonl --half all --share 0.5 --epochs 5
    … SECOND --quiet QUIET.jsonl --half all --start FIRST --epochs 4 --rate 1.5e-4 --seed 2
      --acts training/data/acts

QUIET.jsonl is written by ``training/quiet.py --limit 190``. With ``--half tuned`` in both runs it
is the model whose figures on the other half of PLV are reported.

MiniLM-L6 with frozen word embeddings reads the words around a move, the doer and the one acted upon
between markers (``firstmove/reading/kinds/input.py``). Its label is the sum of three linear layers:
over the mean of all pieces, the doer's marker and the other side's. 20 labels: the 16 PLOVER types,
WARN, ASSESS, STATE, and NONE for words that tell no move. Where the data know less (PLV's YIELD is
CONCEDE or RETREAT), the mass of both counts.

Without ``--publish`` it says how good it is on the rows left out (``--fold``) and writes its scores
there to OUT; with it the model goes to ``src/firstmove/models``.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as functional
from numpy.typing import NDArray
from torch import Tensor, nn

from evaluation.model_file import FileEncoder
from evaluation.plv import QUADS, f1, half_of
from firstmove.models.encoder import CLS, PAD, SEP
from firstmove.reading.acts.stance import LABELS as STANCES
from firstmove.reading.kinds.choice import LABELS
from firstmove.reading.kinds.input import ROLES, KindInput
from firstmove.reading.kinds.model import NAME, PARTS, label_logs
from training.act_rows import NO_LABEL, ActRow, act_rows
from training.encoder import WIDTH, MiniLM, export, frozen_words, with_hidden
from training.kind_rows import MASS, OWN, Own, Row, plv_rows, quiet_rows
from training.publish import data_digest, publish

# How the model's word and the rules' are weighed (firstmove/reading/kinds/choice.py); set on the
# tuned halves, with a model that had not learnt from them.
WEIGHTS = {
    "temperature": 0.8,
    "rules": {"move": 2.0, "quiet": 1.0, "warn": 3.0, "sure": 6.0, "untold": 2.0, "fixed": 12.0},
    "over_quiet": 0.5,
    "over_move": 0.65,
    "over_firm": 0.9,
    "none": 0.7,
}


class Kinds(nn.Module):
    """Vectors to ``scores`` [batch, n, 3 × labels], the three linear layers at each piece, and
    ``stances`` [batch, n, stances]."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder = MiniLM(features=ROLES)
        self.drop = nn.Dropout(0.15)
        self.head = nn.Linear(WIDTH, PARTS * len(LABELS))
        self.stance = nn.Linear(WIDTH, len(STANCES))

    def forward(self, vectors: Tensor, mask: Tensor, features: Tensor) -> tuple[Tensor, Tensor]:
        states = self.drop(self.encoder(vectors, mask, features))
        return self.head(states), self.stance(states)


def logits_of(scores: Tensor, mask: Tensor, places: Tensor) -> Tensor:
    """Sum of the three layers: mean over pieces, at the doer's marker, at the other side's."""
    batch, n, _ = scores.shape
    parts = scores.float().view(batch, n, PARTS, len(LABELS))
    weights = mask.float()[:, :, None]
    mean = (parts[:, :, 0] * weights).sum(1) / weights.sum(1)
    row = torch.arange(batch)
    return mean + parts[row, places[:, 0], 1] + parts[row, places[:, 1], 2]


Batch = tuple[Tensor, Tensor, Tensor, Tensor]


def batch_of(inputs: Sequence[KindInput]) -> Batch:
    longest = max(len(i.ids) for i in inputs) + 2
    ids = torch.full((len(inputs), longest), PAD)
    mask = torch.zeros((len(inputs), longest), dtype=torch.int64)
    features = torch.zeros((len(inputs), longest), dtype=torch.int64)
    for number, one in enumerate(inputs):
        n = len(one.ids)
        ids[number, : n + 2] = torch.tensor([CLS, *one.ids, SEP])
        features[number, 1 : n + 1] = torch.tensor(one.features)
        mask[number, : n + 2] = 1
    return ids, mask, features, torch.tensor([[i.source, i.target] for i in inputs])


def loss_of(logits: Tensor, rows: Sequence[Row], smoothing: float) -> Tensor:
    """Negative log of the mass on the right labels, each row by its weight, a little smoothed."""
    logs = logits.log_softmax(-1)
    right = torch.full_like(logs, -1e9)
    for number, row in enumerate(rows):
        right[number, [LABELS.index(name) for name in row.labels]] = 0.0
    weights = torch.tensor([row.weight for row in rows])
    nll = -(logs + right).logsumexp(-1)
    return (((1 - smoothing) * nll - smoothing * logs.mean(-1)) * weights).sum() / weights.sum()


def stance_loss(stances: Tensor, rows: Sequence[ActRow]) -> Tensor:
    """Cross entropy over the words of the statements; most of them name no act."""
    right = torch.full(stances.shape[:2], NO_LABEL)
    for number, row in enumerate(rows):
        right[number, 1 : len(row.labels) + 1] = torch.tensor(row.labels)
    weights = torch.tensor([1.0] + [2.0] * (len(STANCES) - 1))
    return functional.cross_entropy(
        stances.float().flatten(0, 1), right.flatten(), weights, label_smoothing=0.05
    )


Sample = tuple[Row | ActRow, KindInput]


def batches(samples: Sequence[Sample], size: int, rng: random.Random) -> list[list[Sample]]:
    """Random batches of rows of one sort and of like length: less padding."""
    found = []
    for sort in (Row, ActRow):
        order = sorted(
            (s for s in samples if isinstance(s[0], sort)),
            key=lambda s: len(s[1].ids) + rng.uniform(-8, 8),
        )
        found += [order[start : start + size] for start in range(0, len(order), size)]
    rng.shuffle(found)
    return found


def train(
    rows: Sequence[Row],
    own: Own,
    acts: Sequence[ActRow] = (),
    *,
    epochs: int,
    seed: int,
    rate: float,
    batch: int,
    own_weight: float,
    share: float,
    start: Path | None = None,
) -> Kinds:
    torch.manual_seed(seed)
    rng = random.Random(seed)
    words = frozen_words()
    model = Kinds()
    if start is not None:
        model.load_state_dict(torch.load(start / f"{NAME}.pt", weights_only=True))
    given: list[Sample] = [(row, row.input()) for row in rows]
    given += [(row, row.given) for row in acts]
    groups = model.encoder.groups(rate, decay=0.9)
    heads = [*model.head.parameters(), *model.stance.parameters()]
    groups.append({"params": heads, "lr": 1e-3})
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    steps = epochs * math.ceil((len(given) + len(own.draw_all(rng, share))) / batch)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min(s / (0.1 * steps), max(0.0, (steps - s) / (0.9 * steps)))
    )
    began = time.monotonic()
    done = 0
    model.train()
    for epoch in range(epochs):
        drawn = [Row(r.text, r.marks, r.labels, own_weight) for r in own.draw_all(rng, share)]
        mixed = [*given, *((row, row.input()) for row in drawn)]
        total = 0.0
        for chosen in batches(mixed, batch, rng):
            ids, mask, features, places = batch_of([row for _, row in chosen])
            with torch.autocast("cpu", dtype=torch.bfloat16):
                scores, stances = model(words(with_hidden(ids, 0.08)), mask, features)
            loss = (
                loss_of(logits_of(scores, mask, places), moves, 0.05)
                if (moves := [row for row, _ in chosen if isinstance(row, Row)])
                else stance_loss(stances, [row for row, _ in chosen if isinstance(row, ActRow)])
            )
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            total += float(loss.detach()) * len(chosen)
            done += 1
        spent = time.monotonic() - began
        print(f"epoch {epoch + 1}/{epochs} loss {total / len(mixed):.3f} {spent:.0f} s", flush=True)
    return model.eval()


@torch.no_grad()
def probabilities(model: Kinds, rows: Sequence[Row]) -> NDArray[np.float32]:
    words = frozen_words()
    found = []
    for start in range(0, len(rows), 32):
        ids, mask, features, places = batch_of([r.input() for r in rows[start : start + 32]])
        scores, _ = model(words(ids), mask, features)
        found.append(logits_of(scores, mask, places).log_softmax(-1).numpy())
    return np.concatenate(found)


def root_of(logs: NDArray[np.float32]) -> list[str]:
    """PLV's name for the likeliest label of each row, CONCEDE and RETREAT as one."""
    names = []
    for row in np.exp(logs):
        mass = dict(zip(LABELS, row.tolist(), strict=True))
        mass["YIELD"] = mass.pop("CONCEDE") + mass.pop("RETREAT")
        mass["THREATEN"] += mass.pop("WARN")
        mass["NONE"] += mass.pop("STATE") + mass.pop("ASSESS")
        names.append(max(mass, key=lambda name: mass[name]))
    return names


def report(gold: list[str], found: list[str]) -> dict[str, float]:
    quads = [QUADS[g] for g in gold], [QUADS.get(f, "") for f in found]
    return {
        "rows": len(gold),
        "root_accuracy": round(
            float(np.mean([g == f for g, f in zip(gold, found, strict=True)])), 4
        ),
        "root_macro_f1": round(f1(gold, found), 4),
        "quad_macro_f1": round(f1(*quads), 4),
        "none": round(found.count("NONE") / len(found), 4),
    }


def gold_of(row: Row) -> str:
    return next((name for name, mass in MASS.items() if mass == row.labels), row.labels[0])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    parser.add_argument("data", type=Path, help="PLV_train.tsv")
    parser.add_argument("out", type=Path, help="folder for the model and its scores")
    parser.add_argument("--start", type=Path, help="go on from this folder's model")
    parser.add_argument("--quiet", type=Path, help="rows of training/quiet.py")
    parser.add_argument("--acts", type=Path, help="folder of articles with marked acts")
    parser.add_argument("--half", choices=("tuned", "all"), default="tuned")
    parser.add_argument("--folds", type=int, default=1)
    parser.add_argument("--fold", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--batch", type=int, default=24)
    parser.add_argument("--share", type=float, default=1.0, help="of own sentences in a pass")
    parser.add_argument("--own-weight", type=float, default=0.5)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--publish", action="store_true")
    given = parser.parse_args()
    torch.set_num_threads(given.threads)
    given.out.mkdir(parents=True, exist_ok=True)
    every = plv_rows(given.data)
    chosen = {i: r for i, r in every.items() if given.half == "all" or half_of(i) == "tuned"}
    ids = list(chosen)
    random.Random(7).shuffle(ids)
    left_out = ids[given.fold :: given.folds] if given.folds > 1 else []
    hidden = set(left_out)
    rows = [chosen[i] for i in ids if i not in hidden]
    quiet = quiet_rows(given.quiet, given.own_weight) if given.quiet else []
    print(f"{len(rows)} rows of PLV, {len(left_out)} left out, {len(quiet)} quiet ones", flush=True)
    acts = act_rows(given.acts) if given.acts else []
    print(f"{len(acts)} statements with acts", flush=True)
    model = train(
        [*rows, *quiet],
        Own(),
        acts,
        epochs=given.epochs,
        seed=given.seed,
        rate=given.rate,
        batch=given.batch,
        own_weight=given.own_weight,
        share=given.share,
        start=given.start,
    )
    torch.save(model.state_dict(), given.out / f"{NAME}.pt")
    if left_out:
        kept = [chosen[i] for i in left_out]
        logs = probabilities(model, kept)
        np.savez(given.out / f"fold{given.fold}.npz", ids=np.array(left_out), logs=logs)
        print(json.dumps(report([gold_of(r) for r in kept], root_of(logs))), flush=True)
    path = given.out / f"{NAME}.onnx"
    outputs = {"scores": ("batch", "n", "parts"), "stances": ("batch", "n", "labels")}
    export(model, outputs, path, features=True)
    if given.half == "tuned":
        kept = [r for i, r in every.items() if half_of(i) == "held-out"]
        network = FileEncoder(path)
        logs = np.array([list(label_logs(r.input(), network).values()) for r in kept])
        found = root_of(logs)
        print(json.dumps({"held-out, int8": report([gold_of(r) for r in kept], found)}), flush=True)
    if given.publish:
        learnt = [given.data, OWN, *([given.quiet] if given.quiet else [])]
        learnt += sorted(given.acts.glob("*.txt")) if given.acts else []
        made_by = "python -m training.kinds PLV_train.tsv OUT --half all --acts ACTS --publish"
        about = given.out / f"{NAME}.json"
        about.write_text(json.dumps(WEIGHTS, indent=2) + "\n", encoding="utf-8")
        publish(about, made_by=made_by)
        publish(path, made_by=made_by, data=data_digest(learnt))


if __name__ == "__main__":
    main()
