"""Train the encoder of pairs and write it for the package.

    python -m training.pairs POLNEAR WORDNET OUT [--publish] [--epochs N] …

MiniLM-L6 with frozen word embeddings reads two tellings in one row and gives one number, the log
odds that they tell the same. It learns from pairs written for the project (``data/pairs.tsv``) and
from pairs made of news by edits of a known kind (``training/pairs_derived.py``, into
OUT/derived.jsonl), of which each pass draws fresh ones. A share of the disputes of the written
pairs is left out by a hash of their names: what is good there is good on disputes that were not
learnt from.

What is kept is the mean of the weights over the last passes (Polyak & Juditsky 1992; Izmailov et
al. 2018): single steps swing, since written pairs of one dispute pull one way. A log of the losses
goes to OUT/log.jsonl, a card of what was done to OUT/card.json.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

import torch
import torch.nn.functional as functional
from torch import Tensor, nn
from torch.optim.swa_utils import AveragedModel

from firstmove.ledger.comparing.side_by_side import MODEL, pair_row
from firstmove.ledger.comparing.voice import evened
from firstmove.models.encoder import CLS, PAD, SEP
from training.encoder import WIDTH, MiniLM, export, frozen_words
from training.pair_rows import OWN, Others, Pair, derived, left_out, written
from training.pairs_derived import derive
from training.publish import data_digest, publish

MADE_BY = "python -m training.pairs POLNEAR WORDNET OUT --publish"
_CLIP = 1.0
_WARM = 0.08  # share of the steps in which the rate rises
_LEAST_RATE = 0.2  # of the rate, at the end
_OFTEN = 4  # steps from one weight that enters the mean to the next


class Pairs(nn.Module):  # type: ignore[misc]
    """Vectors, mask and features to ``same`` [batch]: log odds that both passages tell the same."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder = MiniLM(features=3)
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


@dataclass(frozen=True, slots=True)
class Recipe:
    """``draw`` and ``others``: derived pairs and pairs of two things said in each pass; ``frozen``:
    lowest layers that stay as they are; ``mean_of``: passes at the end whose weights are meant."""

    draw: int
    others: int
    frozen: int
    seed: int
    epochs: int
    mean_of: float
    rate: float
    batch: int


def train(
    own: Sequence[Pair], made: Sequence[Pair], recipe: Recipe, *, log: Path, check: Sequence[Pair]
) -> Pairs:
    torch.manual_seed(recipe.seed)
    rng = random.Random(recipe.seed)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    words, model = frozen_words().to(device), Pairs().to(device)
    model.encoder.plain = device.type == "cpu"  # its fused attention is slower there
    mean = AveragedModel(model)
    trained = _trained(model, recipe.frozen)
    optimizer = torch.optim.AdamW(_groups(model, recipe.rate), weight_decay=0.01)
    apart = Others(own, 0.5)
    draw = min(recipe.draw, len(made))
    a_pass = (len(own) + recipe.others + draw) // recipe.batch + 1
    steps = recipe.epochs * a_pass
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda s: _share(s / steps))
    begun, done = time.monotonic(), 0
    log.unlink(missing_ok=True)
    for epoch in range(recipe.epochs):
        model.train()
        drawn = rng.sample(list(made), draw)
        rows = rows_of([*own, *apart.draw(recipe.others, rng), *drawn], rng)
        order = sorted(rows, key=lambda row: len(row[0]) + rng.uniform(-6, 6))
        batches = [order[at : at + recipe.batch] for at in range(0, len(order), recipe.batch)]
        rng.shuffle(batches)
        total = 0.0
        for part in batches:
            ids, mask, features, same, weight = (t.to(device) for t in batch_of(part))
            with torch.autocast(device.type, dtype=torch.bfloat16):
                (logits,) = model(words(ids), mask, features)
            target = 0.96 * same + 0.02
            losses = functional.binary_cross_entropy_with_logits(
                logits.float(), target, weight, reduction="none"
            )
            loss = losses.sum() / weight.sum()
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(trained, _CLIP)
            optimizer.step()
            schedule.step()
            done += 1
            if done >= (recipe.epochs - recipe.mean_of) * a_pass and done % _OFTEN == 0:
                mean.update_parameters(model)
            total += loss.item()
        line = {"epoch": epoch, "loss": round(total / len(batches), 4)}
        line["seconds"] = round(time.monotonic() - begun)
        line |= told(check, log_odds(model, words, check)) if check else {}
        with log.open("a", encoding="utf-8") as file:
            file.write(json.dumps(line) + "\n")
        print(json.dumps(line), flush=True)
    found: Pairs = mean.module if int(mean.n_averaged) else model
    return found


def _share(at: float) -> float:
    """Of the learning rate: up to all of it, then down in a line."""
    return min(at / _WARM + 1e-3, 1 - (1 - _LEAST_RATE) * (at - _WARM) / (1 - _WARM))


def _trained(model: Pairs, frozen: int) -> list[nn.Parameter]:
    low = [model.encoder.positions, *model.encoder.norm.parameters()] if frozen else []
    for parameter in [*low, *model.encoder.layers[:frozen].parameters()]:
        parameter.requires_grad_(False)
    return [parameter for parameter in model.parameters() if parameter.requires_grad]


def _groups(model: Pairs, rate: float) -> list[dict[str, Any]]:
    heads = [*model.inner.parameters(), *model.head.parameters()]
    return [*model.encoder.groups(rate, 0.9), {"params": heads, "lr": 3 * rate}]


def log_odds(model: Pairs, words: nn.Embedding, pairs: Sequence[Pair]) -> list[float]:
    """The mean of both orders."""
    model.eval()
    found: list[float] = []
    turned = [Pair(p.same, p.b, p.a) for p in pairs]
    with torch.no_grad():
        for at in range(0, len(pairs), 32):
            both = []
            for part in (pairs[at : at + 32], turned[at : at + 32]):
                device = words.weight.device
                ids, mask, features = (t.to(device) for t in batch_of(rows_of(part, None))[:3])
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
    parser.add_argument("polnear", type=Path, help="folder with train.gold.jsonl and train/text")
    parser.add_argument("wordnet", type=Path, help="folder with the data files of WordNet 3.0")
    parser.add_argument("out", type=Path, help="folder for the model, its log and its card")
    parser.add_argument("--own", type=Path, default=OWN)
    parser.add_argument("--derived", type=Path, help="rows already made by pairs_derived")
    parser.add_argument("--derived-weight", type=float, default=0.5)
    parser.add_argument("--draw", type=int, default=2400, help="derived pairs a pass")
    parser.add_argument("--others", type=int, default=1000, help="pairs of two things said a pass")
    parser.add_argument("--leave-out", type=int, default=10, help="one in so many disputes")
    parser.add_argument("--frozen", type=int, default=2, help="lowest layers that stay as they are")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--mean-of", type=float, default=2, help="last passes that are meant")
    parser.add_argument("--rate", type=float, default=1.2e-4)
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
    rows = given.derived or given.out / "derived.jsonl"
    if given.derived is None:
        derive(given.polnear, given.wordnet, rows, own=given.own)
    learnt = data_digest([given.own, rows])
    made = [p for p in derived(rows, given.derived_weight) if p.dispute not in hidden]
    print(f"{len(own)} written, {len(check)} left out, {len(made)} derived", flush=True)
    recipe = Recipe(**{field.name: getattr(given, field.name) for field in fields(Recipe)})
    model = train(own, made, recipe, log=given.out / "log.jsonl", check=check).cpu()
    torch.save(model.state_dict(), given.out / f"{MODEL}.pt")
    card: dict[str, object] = asdict(recipe) | {"data": learnt}
    card |= {"written": len(own), "left_out": len(check), "derived": len(made)}
    card["torch"] = torch.__version__
    card["figures_left_out"] = told(check, log_odds(model, frozen_words(), check))
    (given.out / "card.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")
    path = given.out / f"{MODEL}.onnx"
    export(model, {"same": ("batch",)}, path, features=True)
    if given.publish:
        publish(path, made_by=MADE_BY, data=learnt)


if __name__ == "__main__":
    main()
