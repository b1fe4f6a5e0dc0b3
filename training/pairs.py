"""Train the encoder of pairs and write it for the package.

    python -m training.pairs OUT [--derived DERIVED.jsonl] [--publish] [--epochs N] …

MiniLM-L6 with frozen word embeddings reads two tellings in one row and gives one number, the log
odds that they tell the same. It learns from pairs written for the project (``data/pairs.tsv``) and
from pairs made of news by edits of a known kind (``training/pairs_derived.py``), of which each pass
draws fresh ones. A share of the disputes of the written pairs is left out by a hash of their names:
what is good there is good on disputes that were not learnt from.

A log of the losses goes to OUT/log.jsonl, a card of what was done to OUT/card.json.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

import torch
import torch.nn.functional as functional
from torch import Tensor, nn

from firstmove.ledger.comparing.side_by_side import MODEL, pair_row
from firstmove.ledger.comparing.voice import evened
from firstmove.models.encoder import CLS, PAD, SEP
from training.encoder import WIDTH, MiniLM, export, frozen_words
from training.pair_rows import OWN, Others, Pair, derived, left_out, written
from training.publish import data_digest, publish

MADE_BY = "python -m training.pairs OUT --derived DERIVED.jsonl --publish"
_CLIP = 1.0
_WARM = 0.08  # share of the steps in which the rate rises


class Pairs(nn.Module):  # type: ignore[misc]
    """Vectors, mask and features to ``same`` [batch]: log odds that both passages tell the same."""

    def __init__(self, layers: int = 6) -> None:
        super().__init__()
        self.encoder = MiniLM(features=3)
        self.encoder.layers = self.encoder.layers[:layers]
        self.drop = nn.Dropout(0.1)
        self.inner = nn.Linear(3 * WIDTH, WIDTH)
        self.head = nn.Linear(WIDTH + 1, 1)

    def forward(self, vectors: Tensor, mask: Tensor, features: Tensor) -> tuple[Tensor]:
        states = self.encoder(vectors, mask, features).float()
        u, v = (_mean(states, features == of) for of in (1, 2))
        cosine = functional.cosine_similarity(u, v, dim=-1, eps=1e-6)[:, None]
        seen = torch.cat([states[:, 0], (u - v).abs(), u * v], dim=-1)
        seen = torch.tanh(self.inner(self.drop(seen)))
        return (self.head(torch.cat([self.drop(seen), 4 * cosine], dim=-1))[:, 0],)


def _mean(states: Tensor, chosen: Tensor) -> Tensor:
    seen = chosen[:, :, None].to(states.dtype)
    return (states * seen).sum(1) / (seen.sum(1) + 1e-6)


Row = tuple[list[int], list[int], bool, float]
Batch = tuple[Tensor, Tensor, Tensor, Tensor, Tensor]


def rows_of(pairs: Iterable[Pair], rng: random.Random | None) -> list[Row]:
    """Both passages in one person and tense, in either order."""
    found = []
    for pair in pairs:
        a, b = evened(pair.a.strip('“”" ')), evened(pair.b.strip('“”" '))
        if rng is not None and rng.random() < 0.5:
            a, b = b, a
        found.append((*pair_row(a, b), pair.same, pair.weight))
    return found


def batch_of(rows: Sequence[Row]) -> Batch:
    longest = max(len(ids) for ids, *_ in rows) + 2
    ids = torch.full((len(rows), longest), PAD)
    mask, features = torch.zeros_like(ids), torch.zeros_like(ids)
    for number, (pieces, of, _, _) in enumerate(rows):
        n = len(pieces)
        ids[number, : n + 2] = torch.tensor([CLS, *pieces, SEP])
        features[number, 1 : n + 1] = torch.tensor(of)
        mask[number, : n + 2] = 1
    same = torch.tensor([float(row[2]) for row in rows])
    return ids, mask, features, same, torch.tensor([row[3] for row in rows])


def train(
    own: Sequence[Pair],
    made: Sequence[Pair],
    *,
    draw: int,
    epochs: int,
    seed: int,
    rate: float,
    batch: int,
    layers: int,
    frozen: int,
    log: Path,
    check: Sequence[Pair],
    start: Path | None,
    others: int = 0,
) -> Pairs:
    torch.manual_seed(seed)
    rng = random.Random(seed)
    words, model = frozen_words(), Pairs(layers)
    if start is not None:
        model.load_state_dict(torch.load(start, weights_only=True))
    low = [model.encoder.positions, *model.encoder.norm.parameters()] if frozen else []
    for parameter in [*low, *model.encoder.layers[:frozen].parameters()]:
        parameter.requires_grad_(False)
    heads = [*model.inner.parameters(), *model.head.parameters()]
    groups = [*model.encoder.groups(rate, 0.9), {"params": heads, "lr": 3 * rate}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    apart = Others(own, 0.5)
    steps = epochs * ((len(own) + others + min(draw, len(made))) // batch + 1)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer,
        lambda s: min((s + 1) / (_WARM * steps), max(0.0, (steps - s) / ((1 - _WARM) * steps))),
    )
    begun = time.monotonic()
    for epoch in range(epochs):
        model.train()
        drawn = rng.sample(list(made), min(draw, len(made)))
        rows = rows_of([*own, *apart.draw(others, rng), *drawn], rng)
        order = sorted(rows, key=lambda row: len(row[0]) + rng.uniform(-6, 6))
        batches = [order[at : at + batch] for at in range(0, len(order), batch)]
        rng.shuffle(batches)
        total = 0.0
        for part in batches:
            ids, mask, features, same, weight = batch_of(part)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                (logits,) = model(words(ids), mask, features)
            target = 0.96 * same + 0.02
            losses = functional.binary_cross_entropy_with_logits(
                logits.float(), target, weight, reduction="none"
            )
            loss = losses.sum() / weight.sum()
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), _CLIP)
            optimizer.step()
            schedule.step()
            total += loss.item()
        line = {"epoch": epoch, "loss": round(total / len(batches), 4)}
        line["seconds"] = round(time.monotonic() - begun)
        line |= told(check, log_odds(model, words, check)) if check else {}
        with log.open("a", encoding="utf-8") as file:
            file.write(json.dumps(line) + "\n")
        print(json.dumps(line), flush=True)
    return model


def log_odds(model: Pairs, words: nn.Embedding, pairs: Sequence[Pair]) -> list[float]:
    """The mean of both orders."""
    model.eval()
    found: list[float] = []
    turned = [Pair(p.same, p.b, p.a) for p in pairs]
    with torch.no_grad():
        for at in range(0, len(pairs), 32):
            both = []
            for part in (pairs[at : at + 32], turned[at : at + 32]):
                ids, mask, features, *_ = batch_of(rows_of(part, None))
                both.append(model(words(ids), mask, features)[0])
            found += ((both[0] + both[1]) / 2).tolist()
    return found


def told(pairs: Sequence[Pair], odds: Sequence[float]) -> dict[str, float]:
    """Share right at even odds; how often the same has more than the apart; recall at .95."""
    right = sum((x > 0) == p.same for p, x in zip(pairs, odds, strict=True))
    order = sorted(zip(odds, (p.same for p in pairs), strict=True), reverse=True)
    same = sum(s for _, s in order)
    both, recall, area = 0, 0.0, 0
    for number, (_, is_same) in enumerate(order, 1):
        both += is_same
        area += 0 if is_same else both
        if both >= 0.95 * number:
            recall = both / max(1, same)
    return {
        "right": round(right / max(1, len(pairs)), 3),
        "area": round(area / max(1, same * (len(pairs) - same)), 3),
        "recall_at_95": round(recall, 3),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("out", type=Path, help="folder for the model")
    parser.add_argument("--own", type=Path, default=OWN)
    parser.add_argument("--derived", type=Path, help="rows of training/pairs_derived.py")
    parser.add_argument("--derived-weight", type=float, default=0.5)
    parser.add_argument("--draw", type=int, default=3000, help="derived pairs a pass")
    parser.add_argument("--others", type=int, default=800, help="pairs of two things said a pass")
    parser.add_argument("--start", type=Path, help="weights to go on from")
    parser.add_argument("--leave-out", type=int, default=8, help="one in so many disputes; 0: none")
    parser.add_argument("--layers", type=int, default=6)
    parser.add_argument("--frozen", type=int, default=1, help="lowest layers that stay as they are")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--batch", type=int, default=24)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--publish", action="store_true")
    given = parser.parse_args()
    torch.set_num_threads(given.threads)
    given.out.mkdir(parents=True, exist_ok=True)
    every = written(given.own)
    check = [p for p in every if given.leave_out and left_out(p.dispute, given.leave_out)]
    hidden = {p.dispute for p in check}
    own = [p for p in every if p.dispute not in hidden]
    made = derived(given.derived, given.derived_weight) if given.derived else []
    made = [p for p in made if p.dispute not in hidden]
    print(f"{len(own)} written, {len(check)} left out, {len(made)} derived", flush=True)
    model = train(
        own,
        made,
        draw=given.draw,
        epochs=given.epochs,
        seed=given.seed,
        rate=given.rate,
        batch=given.batch,
        layers=given.layers,
        frozen=given.frozen,
        log=given.out / "log.jsonl",
        check=check,
        start=given.start,
        others=given.others,
    )
    torch.save(model.state_dict(), given.out / f"{MODEL}.pt")
    learnt = data_digest([given.own, *([given.derived] if given.derived else [])])
    card: dict[str, object] = {k: str(v) for k, v in vars(given).items()}
    card |= {"data": learnt}
    card |= {"written": len(own), "left_out": len(check), "derived": len(made)}
    (given.out / "card.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")
    path = given.out / f"{MODEL}.onnx"
    export(model, {"same": ("batch",)}, path, features=True)
    if given.publish:
        publish(path, made_by=MADE_BY, data=learnt)


if __name__ == "__main__":
    main()
