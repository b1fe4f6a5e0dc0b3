"""Writing a changed conflict into the text it came from: comments and order stay where they can.

A block whose element did not change is kept to the letter. In one that changed, only the keys
that did are written anew. The comment lines right above a header belong to its block.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from firstmove.conflict import render
from firstmove.conflict.file import parse_model
from firstmove.conflict.layout import Block, layout
from firstmove.conflict.model import Conflict, DecisionMaker, Want
from firstmove.conflict.render import Fields
from firstmove.errors import ModelError

T = TypeVar("T")


def dump_model(conflict: Conflict, previous_text: str | None = None) -> str:
    """The model file of ``conflict``; ``load_model`` of it gives ``conflict`` back.

    ``previous_text``: an earlier text of the same model, whose comments and order are kept where
    the model did not change. ModelError when it cannot be read.
    """
    if previous_text is None:
        return render.render(conflict)
    previous_text = previous_text.replace("\r\n", "\n")
    old = parse_model(previous_text, where="the earlier text")
    if old == conflict:
        return previous_text
    text = _Rewrite(previous_text, old).to(conflict)
    if _reads_as(text, conflict):
        return text
    # An unusual layout (inline blocks, say). Written anew, with the user's comments at the end.
    comments = [line for line in previous_text.split("\n") if line.lstrip().startswith("#")]
    comments = [line for line in comments if f"{line}\n" not in render.HEADER]
    kept = ["", "# Comments of the earlier file:", *comments, ""] if comments else []
    return render.render(conflict) + "\n".join(kept)


def _reads_as(text: str, conflict: Conflict) -> bool:
    try:
        return parse_model(text) == conflict
    except ModelError:
        return False


@dataclass(slots=True)
class _Piece:
    """The lines of one block, or of a decision maker with its wants."""

    kind: str
    lines: list[str]
    number: int = -1  # its place in the earlier text; -1: it is new
    above: str = ""  # the line above it there


@dataclass(slots=True)
class _Slot:
    kind: str
    blocks: list[Block] = field(default_factory=list)


class _Rewrite:
    def __init__(self, text: str, old: Conflict) -> None:
        self.lines = text.split("\n")
        self.old = old
        self.top, *blocks = layout(text)
        self.slots: list[_Slot] = []
        groups: list[_Slot] = []
        for block in blocks:
            if block.name == "decision_maker.want" and groups:
                groups[-1].blocks.append(block)
                continue
            slot = _Slot(block.name, [block])
            self.slots.append(slot)
            if block.name == "decision_maker":
                groups.append(slot)

    def to(self, new: Conflict) -> str:
        queues = {
            "decision_maker": self._decision_makers(new),
            "option": self._elements(
                "option", self.old.options, new.options, lambda o: o.id, render.option_fields
            ),
            "impossible": self._elements(
                "impossible", self.old.impossible, new.impossible,
                lambda i: str(i.condition), render.impossible_fields,
            ),
            "define": self._table("define", render.define_fields, new),
            "status_quo": self._table("status_quo", render.status_quo_fields, new),
            "open_question": self._elements(
                "open_question", self.old.open_questions, new.open_questions,
                lambda q: q.text, render.question_fields,
            ),
        }  # fmt: skip
        last = {slot.kind: number for number, slot in enumerate(self.slots)}
        out = self._edited(self.top, render.top_fields(self.old), render.top_fields(new))
        previous = -1
        for number, slot in enumerate(self.slots):
            queue = queues.get(slot.kind, [])
            taken = queue[:1] if number != last[slot.kind] else queue[:]
            del queue[: len(taken)]
            for piece in taken:
                previous = self._append(out, piece, previous)
        for queue in queues.values():
            for piece in queue:
                previous = self._append(out, piece, previous)
        return "\n".join(out).rstrip("\n") + "\n"

    @staticmethod
    def _append(out: list[str], piece: _Piece, previous: int) -> int:
        in_place = piece.number >= 0 and piece.number == previous + 1 and out[-1:] == [piece.above]
        if out and out[-1].strip() and not in_place:
            out.append("")
        out.extend(piece.lines)
        return piece.number

    def _elements(
        self,
        kind: str,
        old: Sequence[T],
        new: Sequence[T],
        name: Callable[[T], str],
        fields: Callable[[T], Fields],
    ) -> list[_Piece]:
        slots = [(n, slot.blocks[0]) for n, slot in enumerate(self.slots) if slot.kind == kind]
        known = list(zip(old, slots, strict=False))
        pieces = []
        for element in new:
            match = next((k for k in known if name(k[0]) == name(element)), None)
            if match is None:
                made = render.block(f"[[{kind}]]", fields(element)).split("\n")
                pieces.append(_Piece(kind, made))
                continue
            known.remove(match)
            before, (number, block) = match
            lines = self._edited(block, fields(before), fields(element))
            pieces.append(_Piece(kind, lines, number, self._above(block)))
        return pieces

    def _decision_makers(self, new: Conflict) -> list[_Piece]:
        slots = [(n, s) for n, s in enumerate(self.slots) if s.kind == "decision_maker"]
        known = {
            old.id: (old, number, slot.blocks)
            for old, (number, slot) in zip(self.old.decision_makers, slots, strict=False)
        }
        pieces = []
        for decision_maker in new.decision_makers:
            fields = render.decision_maker_fields(decision_maker)
            if decision_maker.id in known:
                old, number, blocks = known[decision_maker.id]
                lines = self._edited(blocks[0], render.decision_maker_fields(old), fields)
                lines += self._wants(old, decision_maker, blocks[1:])
                above = self._above(blocks[0])
                pieces.append(_Piece("decision_maker", lines, number, above))
            else:
                lines = render.block("[[decision_maker]]", fields).split("\n")
                lines += self._wants(None, decision_maker, [])
                pieces.append(_Piece("decision_maker", lines))
        return pieces

    def _wants(
        self, old: DecisionMaker | None, new: DecisionMaker, blocks: Sequence[Block]
    ) -> list[str]:
        known: list[tuple[Want, tuple[int, Block]]] = []
        if old is not None:
            known = list(zip(old.wants, enumerate(blocks), strict=False))
        lines: list[str] = []
        previous = -1
        for want in new.wants:
            match = next((k for k in known if k[0].condition == want.condition), None)
            if match is None:
                made = render.block("[[decision_maker.want]]", render.want_fields(want))
                piece = _Piece("want", made.split("\n"))
            else:
                known.remove(match)
                before, (number, block) = match
                edited = self._edited(block, render.want_fields(before), render.want_fields(want))
                piece = _Piece("want", edited, number, self._above(block))
            if not lines and piece.number != 0:
                lines.append("")
            previous = self._append(lines, piece, previous)
        return lines

    def _table(
        self, kind: str, fields: Callable[[Conflict], Fields], new: Conflict
    ) -> list[_Piece]:
        wanted = fields(new)
        for number, slot in enumerate(self.slots):
            if slot.kind == kind:
                lines = self._edited(slot.blocks[0], fields(self.old), wanted)
                return [_Piece(kind, lines, number, self._above(slot.blocks[0]))]
        return [_Piece(kind, render.block(f"[{kind}]", wanted).split("\n"))] if wanted else []

    def _edited(self, block: Block, old: Fields, new: Fields) -> list[str]:
        """The block's lines with those keys written anew whose value changed."""
        out = self.lines[block.lead : block.first] if block.name else []
        at = block.first
        missing = dict(new)
        insert_at = len(out) + (1 if block.name else 0)
        for entry in block.entries:
            out += self.lines[at : entry.first]
            value = missing.pop(entry.key, None)
            if old.get(entry.key) == value:
                out += self.lines[entry.first : entry.last + 1]
            elif value is not None:
                made = list(render.lines({entry.key: value}))
                line = self.lines[entry.first]
                made[0] = line[: len(line) - len(line.lstrip())] + made[0]
                made[-1] += self._comment(entry.last)
                out += made
            insert_at = len(out)
            at = entry.last + 1
        out += self.lines[at : block.last + 1]
        added = {k: v for k, v in missing.items() if old.get(k) != v}
        out[insert_at:insert_at] = render.lines(added)
        return out

    def _above(self, block: Block) -> str:
        return self.lines[block.lead - 1] if block.lead else ""

    def _comment(self, line: int) -> str:
        """The comment at the end of a line, with the space before it."""
        quote = ""
        text = self.lines[line]
        for at, char in enumerate(text):
            if quote:
                escaped = char == quote == '"' and text[at - 1] == "\\"
                quote = "" if char == quote and not escaped else quote
            elif char in "\"'":
                quote = char
            elif char == "#":
                space = len(text[:at]) - len(text[:at].rstrip())
                return text[at - space :]
        return ""
