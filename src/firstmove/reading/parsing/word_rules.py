"""The parser's attribute rules by table: part of speech, features and lemma from tag and word.

spaCy's ``AttributeRuler`` runs each of its patterns over each token, a sixth of the time of the
whole parse. Its patterns look at a token's tag, word, edge and at whether it is white space, and a
few at the same of the next one: what they set is looked up, worked out once for each such four.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

Pattern = list[dict[str, Any]]
Key = tuple[int, int, int, bool]

_FIELDS = frozenset({"TAG", "LOWER", "DEP", "IS_SPACE"})
_MOST = 100_000  # words kept; a long run of odd reports starts the table anew


@dataclass(frozen=True, slots=True)
class _Found:
    """What holds of all tokens alike in tag, word, edge and white space."""

    rules: tuple[int, ...]  # of one token, in order
    begins: tuple[tuple[int, int], ...]  # rules of more tokens that may begin here, and which
    merged: tuple[tuple[str, Any], ...]  # what ``rules`` set, the last one last


class WordRules:
    """Sets what the pipeline's ``attribute_ruler`` would set; a document is changed in place.

    ``known`` tells whether all its patterns are of the kinds known here. If not, use spaCy's own.
    """

    def __init__(self, language: Any) -> None:
        self._strings = language.vocab.strings
        self._rules: list[tuple[list[Pattern], int]] = []
        self._sets: list[dict[str, Any]] = []
        for rule in language.get_pipe("attribute_ruler").patterns:
            self._rules.append((rule["patterns"], rule["index"]))
            self._sets.append(_values(language.vocab, rule["attrs"]))
        self.known = all(
            _is_known(p) and 0 <= index < len(p) for ps, index in self._rules for p in ps
        )
        self._by_word: dict[str, list[tuple[int, int]]] = {}
        self._by_tag: dict[str, list[tuple[int, int]]] = {}
        self._others: list[tuple[int, int]] = []
        for number, (patterns, _) in enumerate(self._rules):
            for which, pattern in enumerate(patterns):
                word, tag = pattern[0].get("LOWER"), pattern[0].get("TAG")
                if isinstance(word, str):
                    self._by_word.setdefault(word, []).append((number, which))
                elif isinstance(tag, str):
                    self._by_tag.setdefault(tag, []).append((number, which))
                else:
                    self._others.append((number, which))
        self._found: dict[Key, _Found] = {}

    def __call__(self, doc: Any) -> Any:
        from spacy.attrs import DEP, IS_SPACE, LOWER, TAG

        keys: list[Key] = [
            (tag, lower, dep, bool(space))
            for tag, lower, dep, space in doc.to_array([TAG, LOWER, DEP, IS_SPACE]).tolist()
        ]
        found = [self._look_up(key) for key in keys]
        more: dict[int, set[int]] = {}
        for start, each in enumerate(found):
            for number, pattern in each.begins:
                patterns, index = self._rules[number]
                following = patterns[pattern]
                if start + len(following) <= len(keys) and all(
                    _fits(wanted, self._fields(keys[start + offset]))
                    for offset, wanted in enumerate(following)
                ):
                    more.setdefault(start + index, set()).add(number)
        for token, each in zip(doc, found, strict=True):
            changes: tuple[tuple[str, Any], ...] = each.merged
            if token.i in more:
                changes = self._merged(sorted({*each.rules, *more[token.i]}))
            for name, value in changes:
                setattr(token, name, value)
        return doc

    def _look_up(self, key: Key) -> _Found:
        found = self._found.get(key)
        if found is None:
            fields = self._fields(key)
            rules: list[int] = []
            begins: list[tuple[int, int]] = []
            perhaps = [
                *self._by_word.get(fields["LOWER"], ()),
                *self._by_tag.get(fields["TAG"], ()),
                *self._others,
            ]
            for number, which in sorted(perhaps):
                pattern = self._rules[number][0][which]
                if not _fits(pattern[0], fields):
                    continue
                if len(pattern) > 1:
                    begins.append((number, which))
                elif number not in rules:
                    rules.append(number)
            if len(self._found) >= _MOST:
                self._found.clear()
            found = _Found(tuple(rules), tuple(begins), self._merged(rules))
            self._found[key] = found
        return found

    def _merged(self, numbers: list[int]) -> tuple[tuple[str, Any], ...]:
        values: dict[str, Any] = {}
        for number in numbers:
            values.update(self._sets[number])
        return tuple(values.items())

    def _fields(self, key: Key) -> Mapping[str, Any]:
        tag, lower, dep, space = key
        strings = self._strings
        return {
            "TAG": strings[tag],
            "LOWER": strings[lower],
            "DEP": strings[dep],
            "IS_SPACE": space,
        }


def _values(vocab: Any, attributes: Mapping[str, Any]) -> dict[str, Any]:
    """What a rule sets, as attributes of a token."""
    from spacy.tokens.morphanalysis import MorphAnalysis

    result: dict[str, Any] = {}
    for name, value in attributes.items():
        if name == "MORPH":
            result["morph"] = MorphAnalysis(vocab, "" if value == "_" else value)
        else:
            result[f"{name.lower()}_"] = value
    return result


_OPERATORS: dict[str, Callable[[Any, Any], bool]] = {
    "IN": lambda value, wanted: value in wanted,
    "NOT_IN": lambda value, wanted: value not in wanted,
    "REGEX": lambda value, wanted: re.search(wanted, value) is not None,
}


def _is_known(pattern: Pattern) -> bool:
    return bool(pattern) and all(
        field in _FIELDS and (isinstance(wanted, str | bool) or wanted.keys() <= _OPERATORS.keys())
        for token in pattern
        for field, wanted in token.items()
    )


def _fits(pattern: Mapping[str, Any], fields: Mapping[str, Any]) -> bool:
    for field, wanted in pattern.items():
        value = fields[field]
        if isinstance(wanted, dict):
            if not all(_OPERATORS[name](value, given) for name, given in wanted.items()):
                return False
        elif value != wanted:
            return False
    return True
