"""Train the attribution tagger: ``python -m training.attribution DATA OUT``.

DATA is a folder of PolNeAR's form (``train.gold.jsonl`` as ``evaluation.attribution`` reads it, and
``train/text/``); the project's own sentences in ``training/data/attribution.toml`` are added. OUT
gets the weights and the log of each run, ``attribution.onnx`` (int8) and ``linking.json``;
``--publish`` puts the model and the counts into the package.

Several runs begin alike and see the data in another order. What is kept is the mean of their
weights, each of which is the mean over its last passes (Izmailov et al. 2018; Wortsman et al.
2022).

A tenth of the articles, by a hash of the name, is kept for tuning and never trained on. The network
is MiniLM-L6 with its word table frozen; on each piece it gives 7 BIO scores, and for each pair a
score that the first belongs to the cue that begins at the second.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
import torch.nn.functional as functional
from torch import Tensor, nn
from torch.optim.swa_utils import AveragedModel

from firstmove.models.encoder import CLS, SEP
from firstmove.reading.attribution.windows import (
    FEATURES,
    ROOM,
    Pieced,
    Window,
    gathered,
    pack,
    pieced,
)
from training.encoder import WIDTH, MiniLM, export, frozen_words, with_hidden
from training.linking import count
from training.polnear import OWN, ROLES, Article, articles, own_articles
from training.publish import data_digest, publish

MADE_BY = "python -m training.attribution DATA OUT --publish"
NONE = -100  # torch's mark for a place without a label
_WARM = 0.06  # share of the run in which the learning rate rises
_LEAST_RATE = 0.2  # of the learning rate, at the end
_OFTEN = 4  # steps from one weight that enters the mean to the next


@dataclass(frozen=True, slots=True)
class Labelled:
    """Each paragraph's pieces with their labels and the piece at which their cue begins."""

    text: str
    paragraphs: list[Pieced]
    labels: list[list[int]]
    cues: list[list[int]]


class Tagger(nn.Module):  # type: ignore[misc]
    def __init__(self, keys: int = 128) -> None:
        super().__init__()
        self.encoder = MiniLM(features=FEATURES)
        self.drop = nn.Dropout(0.1)
        self.tags = nn.Linear(WIDTH, 7)
        self.query = nn.Linear(WIDTH, keys)
        self.key = nn.Linear(WIDTH, keys)
        self.scale = keys**-0.5

    def forward(self, vectors: Tensor, mask: Tensor, features: Tensor) -> tuple[Tensor, Tensor]:
        states = self.drop(self.encoder(vectors, mask, features))
        points = self.query(states) @ self.key(states).transpose(1, 2) * self.scale
        return self.tags(states), points


def lines_of(text: str) -> list[tuple[int, int]]:
    places, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            places.append((start, start + len(line)))
        start += len(line) + 1
    return places


def labelled(article: Article) -> Labelled:
    """BIO labels: where attributions share words, the first that the gold names has them."""
    text = article.text
    roles, begins, cue_at = [0] * len(text), [False] * len(text), [-1] * len(text)
    for attribution in article.attributions:
        cue = min((start for start, _ in attribution.get("cue", ())), default=-1)
        for number, role in enumerate(ROLES):
            for start, end in attribution.get(role, ()):
                if any(roles[start:end]):
                    continue
                roles[start:end] = [2 * number + 1] * (end - start)
                cue_at[start:end] = [cue] * (end - start)
                begins[start] = True
    paragraphs = [pieced(text, *place) for place in lines_of(text)]
    labels, cues = [], []
    for paragraph in paragraphs:
        at = {start: number for number, (start, _) in reversed(list(enumerate(paragraph.offsets)))}
        labels.append(
            [
                roles[start] + (not any(begins[start:end])) if roles[start] else 0
                for start, end in paragraph.offsets
            ]
        )
        cues.append(
            [
                at.get(cue_at[start], NONE) if roles[start] in (1, 5) else NONE
                for start, _ in paragraph.offsets
            ]
        )
    return Labelled(text, paragraphs, labels, cues)


@dataclass(frozen=True, slots=True)
class Row:
    ids: list[int]
    features: list[int]
    labels: list[int]
    cues: list[int]
    groups: list[int]


def row_of(window: Window, source: Labelled) -> Row:
    ids, features, begins = gathered(window, source.paragraphs)
    labels: list[int] = []
    cues: list[int] = []
    groups: list[int] = []
    for (number, start, end), begin in zip(window.parts, begins, strict=True):
        labels += source.labels[number][start:end]
        groups += [number] * (end - start)
        cues += [
            begin + cue - start if start <= cue < end else NONE
            for cue in source.cues[number][start:end]
        ]
    return Row(ids, features, labels, cues, groups)


def rows_of(
    news: Sequence[Labelled], own: Sequence[Labelled], repeat: int, rng: random.Random
) -> list[Row]:
    """One epoch: articles packed afresh, the project's own sentences mixed into windows."""
    rows = []
    for article in news:
        room = rng.choice((ROOM, ROOM, ROOM, 120, 90))
        rows += [row_of(w, article) for w in pack(article.paragraphs, article.text, room)]
    for _ in range(repeat):
        pool = list(own)
        rng.shuffle(pool)
        while pool:
            taken = [pool.pop() for _ in range(min(len(pool), rng.choice((1, 2, 3, 4))))]
            mixed = Labelled(
                "",
                [p for t in taken for p in t.paragraphs],
                [x for t in taken for x in t.labels],
                [x for t in taken for x in t.cues],
            )
            if sum(len(p) for p in mixed.paragraphs) <= ROOM:
                parts = tuple((n, 0, len(p)) for n, p in enumerate(mixed.paragraphs))
                rows.append(row_of(Window(parts), mixed))
            else:
                rows += [row_of(w, t) for t in taken for w in pack(t.paragraphs, t.text)]
    return rows


def batches(rows: Sequence[Row], size: int, rng: random.Random) -> Iterator[list[Row]]:
    """Rows of like length together, in a random order."""
    order = list(rows)
    rng.shuffle(order)
    groups = []
    for start in range(0, len(order), size * 20):
        near = sorted(order[start : start + size * 20], key=lambda r: len(r.ids))
        groups += [near[i : i + size] for i in range(0, len(near), size)]
    rng.shuffle(groups)
    yield from groups


def tensors(rows: Sequence[Row]) -> tuple[Tensor, ...]:
    longest = max(len(row.ids) for row in rows) + 2
    shape = (len(rows), longest)
    ids, mask, features = (torch.zeros(shape, dtype=torch.int64) for _ in range(3))
    labels, cues = (torch.full(shape, NONE) for _ in range(2))
    groups = torch.full(shape, -1)
    for number, row in enumerate(rows):
        n = len(row.ids)
        ids[number, 0], ids[number, n + 1] = CLS, SEP
        ids[number, 1 : n + 1] = torch.tensor(row.ids)
        mask[number, : n + 2] = 1
        features[number, 1 : n + 1] = torch.tensor(row.features)
        labels[number, 1 : n + 1] = torch.tensor(row.labels)
        groups[number, 1 : n + 1] = torch.tensor(row.groups)
        told = torch.tensor(row.cues)
        cues[number, 1 : n + 1] = torch.where(told >= 0, told + 1, told)
    return ids, mask, features, labels, cues, groups


def train(data: Path, out: Path, options: argparse.Namespace, run: int) -> Tagger:
    """One run; all begin with the same weights, and see the data in another order."""
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    rng = random.Random(options.seed + run)
    news = [labelled(a) for a in articles(data, "fit")]
    own = [labelled(a) for a in own_articles()] if OWN.exists() else []
    words = frozen_words().to(device)
    network = Tagger()
    if run:
        torch.manual_seed(options.seed + run)
    network.to(device).train()
    network.encoder.plain = device.type == "cpu"  # its fused attention is slower there
    heads = [*network.tags.parameters(), *network.query.parameters(), *network.key.parameters()]
    groups = network.encoder.groups(options.rate, options.decay)
    for group in groups:
        if network.encoder.features is not None and any(
            p is network.encoder.features.weight for p in group["params"]
        ):
            group["lr"] = options.head_rate
    groups.append({"params": heads, "lr": options.head_rate})
    trained = [p for group in groups for p in group["params"]]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    per_epoch = len(rows_of(news, own, options.repeat, random.Random(0))) // options.batch + 1
    total = int(per_epoch * options.epochs)
    minutes: float = options.minutes
    begun = time.monotonic()
    step = 0

    def progress() -> float:
        """Of the steps or of the time allowed, whichever is further on."""
        return max(step / total, (time.monotonic() - begun) / 60 / minutes)

    def factor(_: int) -> float:
        left = max(0.0, (1 - progress()) / (1 - _WARM))
        return min((step + 1) / (_WARM * total), _LEAST_RATE + (1 - _LEAST_RATE) * left)

    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, factor)
    mean = AveragedModel(network)
    sums = [0.0, 0.0]
    log = (out / f"log-{run}.jsonl").open("w", encoding="utf-8")
    while progress() < 1:
        for rows in batches(rows_of(news, own, options.repeat, rng), options.batch, rng):
            ids, mask, features, labels, cues, where = (t.to(device) for t in tensors(rows))
            with torch.autocast(device.type, dtype=torch.bfloat16):
                tags, points = network(words(with_hidden(ids, options.hide)), mask, features)
            loss = functional.cross_entropy(
                tags.float().view(-1, 7), labels.view(-1), ignore_index=NONE
            )
            sums[0] += loss.item()
            if bool((cues >= 0).any()):
                apart = where[:, :, None] != where[:, None, :]
                points = points.float().masked_fill(apart, -1e4)
                linked = functional.cross_entropy(
                    points.view(-1, points.shape[-1]), cues.view(-1), ignore_index=NONE
                )
                sums[1] += linked.item()
                loss = loss + 0.5 * linked
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_(trained, 1.0)
            optimizer.step()
            schedule.step()
            step += 1
            if progress() >= 1 - options.mean_of / options.epochs and step % _OFTEN == 0:
                mean.update_parameters(network)
            if step % 50 == 0:
                told = {
                    "step": step,
                    "of": total,
                    "epoch": round(step / per_epoch, 2),
                    "tags": round(sums[0] / 50, 4),
                    "points": round(sums[1] / 50, 4),
                    "minutes": round((time.monotonic() - begun) / 60, 2),
                }
                print(json.dumps(told), file=log, flush=True)
                print(json.dumps(told), flush=True)
                sums = [0.0, 0.0]
            if progress() >= 1:
                break
    log.close()
    found: Tagger = mean.module if int(mean.n_averaged) else network
    torch.save(found.state_dict(), out / f"run-{run}.pt")
    return found


def mean_of(networks: Sequence[Tagger]) -> Tagger:
    """The mean of the weights of runs that began alike."""
    mean = AveragedModel(networks[0])
    for network in networks:
        mean.update_parameters(network)
    found: Tagger = mean.module
    return found


def runs_of(data: Path, out: Path, options: argparse.Namespace) -> Iterator[Tagger]:
    """Those that OUT holds are read, the others trained."""
    for run in range(options.runs):
        path = out / f"run-{run}.pt"
        if path.exists():
            network = Tagger()
            network.load_state_dict(torch.load(path, weights_only=True))
            yield network
        else:
            yield train(data, out, options, run).cpu()


def write_model(network: Tagger, path: Path) -> None:
    export(
        network.cpu(),
        {"tags": ["batch", "n", "label"], "points": ["batch", "n", "n_cue"]},
        path,
        features=True,
    )


def write_counts(data: Path, path: Path) -> None:
    """How fragments are joined, counted in the articles trained on and the own sentences."""
    news = [(a.text, a.attributions) for a in articles(data, "fit")]
    own = [(a.text, a.attributions) for a in own_articles()] if OWN.exists() else []
    path.write_text(count([*news, *own]), encoding="utf-8")


def corpus_digest(data: Path) -> str:
    """Of all that was learnt from: the gold, the articles, the own sentences."""
    paths = [data / "train.gold.jsonl", *(data / "train" / "text").glob("*.txt")]
    return data_digest([*paths, *([OWN] if OWN.exists() else [])])


def main(argv: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--runs", type=int, default=3, help="whose weights are meant")
    parser.add_argument("--run", type=int, help="train this one alone, for another call to take")
    parser.add_argument("--epochs", type=float, default=8)
    parser.add_argument("--mean-of", type=float, default=4, help="last passes that are meant")
    parser.add_argument("--minutes", type=float, default=75, help="of a run at most")
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--decay", type=float, default=0.95, help="rate of a layer to the next's")
    parser.add_argument("--repeat", type=int, default=3, help="own sentences in each epoch")
    parser.add_argument("--hide", type=float, default=0.08, help="share of the pieces hidden")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1, help="more only on idle cores")
    parser.add_argument("--publish", action="store_true", help="put the result in the package")
    parser.add_argument("--only-publish", action="store_true", help="what OUT holds, untrained")
    options = parser.parse_args(argv)
    if not options.only_publish:
        options.out.mkdir(parents=True, exist_ok=True)
        digest = corpus_digest(options.data)
        (options.out / "data.sha256").write_text(digest + "\n", encoding="utf-8")
        write_counts(options.data, options.out / "linking.json")
        if options.run is not None:
            train(options.data, options.out, options, options.run)
            return
        networks = list(runs_of(options.data, options.out, options))
        write_model(mean_of(networks), options.out / "attribution.onnx")
    if options.publish or options.only_publish:
        digest = (options.out / "data.sha256").read_text(encoding="utf-8").strip()
        for name in ("attribution.onnx", "linking.json"):
            publish(options.out / name, made_by=MADE_BY, data=digest)


if __name__ == "__main__":
    main()
