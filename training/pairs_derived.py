"""Pairs of tellings whose label is known by how they were made, from news that may not be copied.

    python -m training.pairs_derived POLNEAR WORDNET OUT.jsonl [--limit N]

Contents of PolNeAR's attributions, each beside itself in other words or cut short (``pairs_same``),
beside itself with one point changed (``pairs_apart``), and beside another thing that its speaker
says in the article; the tellings of ``data/pairs.tsv`` are edited likewise. One JSON row a line:
``same``, ``a``, ``b``, ``type``, ``dispute``. POLNEAR is a folder with ``train.gold.jsonl`` and
``train/text``, WORDNET one with the data files of WordNet 3.0.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

from firstmove.reading.parsing.language import nlp
from training import pairs_apart as apart
from training import pairs_same as same
from training.passages import Edit, tidied
from training.wordnet import WordNet

OWN = Path(__file__).parent / "data" / "pairs.tsv"
SEED = 11
FEWEST, MOST = 4, 34  # words
# Where a quotation may be cut; where what is cut off may turn what is said.
_JOINT = re.compile(r"(?: [–—-]+ |[,;:] | and | that | because )")
_HINGE = re.compile(r"\b(?:if|unless|until|not|never|no|neither|without|but|than)\b|n[’']t\b", re.I)
_EMPTY = frozenset(
    "that this with have from they their them will would there what when which were been about "
    "more than also just because very into your people going know think said like".split()
)


Told = list[tuple[str, str]]  # the source's words and the content's


def contents(polnear: Path) -> Iterator[Told]:
    """Per article: all attributions in one piece."""
    texts = polnear / "train" / "text"
    for line in (polnear / "train.gold.jsonl").read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        with (texts / f"{article['filename'].removesuffix('.txt')}.txt").open(
            encoding="utf-8", newline=""
        ) as file:
            text = file.read()
        found: dict[tuple[str, str], None] = {}
        for a in article["attributions"]:
            if a["source"] and len(a["content"]) == 1:
                words = tidied(text[slice(*a["content"][0])]).strip("\"“”'")
                if FEWEST <= len(words.split()) <= MOST:
                    found[text[slice(*a["source"][-1])].lower(), words] = None
        yield list(found)


def own_contents(path: Path) -> dict[str, Told]:
    """The tellings of the written pairs, by dispute."""
    found: dict[str, dict[tuple[str, str], None]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        _, dispute, party, *texts, _ = line.split("\t")
        for text in texts:
            found.setdefault(dispute, {})[party, tidied(text).strip("\"“”'")] = None
    return {dispute: list(told) for dispute, told in found.items()}


def rows(articles: Sequence[Told], net: WordNet, rng: random.Random) -> Iterator[dict[str, Any]]:
    for told in articles:
        docs = list(nlp().pipe(words for _, words in told))
        of_topic: dict[str, list[str]] = defaultdict(list)
        for doc in docs:
            for token in doc:
                if token.is_alpha and len(token) > 3 and not token.is_stop:
                    of_topic[token.tag_].append(token.lemma_.lower())
        names = sorted(
            {e.text for d in docs for e in d.ents if e.label_ in ("PERSON", "GPE", "ORG")}
        )
        ways = (
            (same.reported, 0.6),
            (same.synonyms(net), 0.7),
            (same.other_saying, 0.5),
            (same.turned_round, 0.4),
            (same.of_or_s, 0.5),
            (same.other_digits, 0.3),
        )
        turns = (
            apart.other_word(net, of_topic),
            apart.other_word(net, of_topic),
            apart.opposite(net),
            apart.other_point,
            apart.other_number,
            apart.other_name(names),
            apart.denied,
            apart.doer_turned,
            apart.unconditional,
        )
        for (_, words), doc in zip(told, docs, strict=True):
            whole = _retold(doc, ways, rng)
            short = same.cut_short(nlp()(whole), rng) if rng.random() < 0.5 else None
            if (short or whole) != words:
                yield {"same": True, "a": words, "b": short or whole, "type": "retold"}
            for edit in rng.sample(turns, len(turns)):
                changed = edit(doc, rng)
                if changed and changed.lower() != words.lower():
                    again = _retold(nlp()(changed), ways, rng) if rng.random() < 0.7 else changed
                    name = edit.__qualname__.split(".")[0]
                    yield {"same": False, "a": whole, "b": again, "type": name}
                    break


def _retold(doc: Any, ways: Sequence[tuple[Edit, float]], rng: random.Random) -> str:
    text = str(doc)
    for edit, often in rng.sample(ways, len(ways)):
        if rng.random() < often:
            changed = edit(doc, rng)
            if changed and changed != text:
                text = changed
                doc = nlp()(text)
    return text


def plain_rows(articles: Sequence[Told], rng: random.Random) -> Iterator[dict[str, Any]]:
    """Without a parse: what else a source says on the topic, and quotations cut short."""
    for told in articles:
        for (source, words), (who, other) in combinations(told, 2):
            if who == source and words not in other and other not in words:
                common = _words(words) & _words(other)
                least = min(len(_words(words)), len(_words(other)))
                if common and len(common) <= 0.5 * least:
                    yield {"same": False, "a": words, "b": other, "type": "other-claim"}
        for _, words in told:
            if part := _fragment(words, rng):
                yield {"same": True, "a": words, "b": part, "type": "fragment"}


def _fragment(words: str, rng: random.Random) -> str | None:
    """The longer part before or after a mark or a joining word."""
    cuts = list(_JOINT.finditer(words))
    able = [p for m in cuts for p in (words[: m.start()], words[m.end() :])]
    most = len(words.split())
    able = [p for p in able if max(4, 0.45 * most) <= len(p.split()) and not _HINGE.search(words)]
    return tidied(rng.choice(able)) if able else None


def _words(text: str) -> set[str]:
    return {word for word in re.findall(r"[a-z]{4,}", text.lower()) if word not in _EMPTY}


def derive(
    polnear: Path,
    wordnet: Path,
    out: Path,
    *,
    own: Path = OWN,
    limit: int = 25,
    plain: int = 2000,
    share: float = 0.35,
) -> None:
    """Write the pairs of ``limit`` articles and a ``share`` of the own tellings, and ``plain`` ones
    of all articles at most: two of other claims for each of a quotation cut short."""
    rng, net = random.Random(SEED), WordNet(wordnet)
    articles = list(contents(polnear))
    rng.shuffle(articles)
    found = list(plain_rows(articles, rng))
    claims = [row for row in found if not row["same"]]
    claims = rng.sample(claims, min(2 * plain // 3, len(claims)))
    cut = [row for row in found if row["same"]]
    cut = rng.sample(cut, min(len(claims) // 2, len(cut)))
    with out.open("w", encoding="utf-8") as file:
        for row in (*claims, *cut):
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
        for row in rows(articles[:limit], net, rng):
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
        for dispute, told in own_contents(own).items():
            chosen = rng.sample(told, round(share * len(told)))
            for row in rows([chosen], net, rng):
                row["dispute"] = dispute
                file.write(json.dumps(row, ensure_ascii=False) + "\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("polnear", type=Path)
    parser.add_argument("wordnet", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--limit", type=int, default=25, help="articles")
    parser.add_argument("--plain", type=int, default=2000, help="pairs made without a parse")
    parser.add_argument("--own", type=Path, default=OWN)
    parser.add_argument("--share", type=float, default=0.35, help="of the own tellings")
    derive(**vars(parser.parse_args()))


if __name__ == "__main__":
    main()
