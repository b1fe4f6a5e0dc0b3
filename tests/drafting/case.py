"""A ledger made by hand: two ports and a ferry line, so that drafting is tested without reading."""

from __future__ import annotations

from firstmove.ledger import View
from firstmove.ledger.entry import Entry, Party, Relation
from firstmove.report import Report
from firstmove.statement import (
    UNREAD_CONDITION,
    Act,
    ActPlace,
    Condition,
    ConditionKind,
    Event,
    Kind,
    Mention,
    Modality,
    Problem,
    Statement,
)


class Case:
    """Builds a View out of sentences; every statement becomes an entry of its own, or joins one."""

    def __init__(self, text: str) -> None:
        self.report = Report(Report.id_of(text), text, source="Test Gazette", name="test.txt")
        self.statements: list[Statement] = []
        self.groups: list[list[Statement]] = []
        self.unknown_spans: list[str] = []
        self.unread: list[str] = []  # markers of conditions that were not read
        self.events: list[Event] = []

    def span(self, words: str):  # type: ignore[no-untyped-def]
        start = self.report.text.index(words)
        return self.report.span(start, start + len(words))

    def mention(self, words: str, party: str) -> Mention:
        return Mention(self.span(words), name=words, party=party)

    def say(
        self,
        party: str,
        cue: str,
        content: str,
        kind: Kind,
        *,
        acts: tuple[tuple[str | None, str, bool], ...] = (),
        condition: tuple[ConditionKind, str, str | None, str] | None = None,
        joins: int | None = None,
        modality: Modality = Modality.ASSERTED,
    ) -> Case:
        """``acts``: (actor party, words, negated); ``condition``: (kind, clause, actor, words)."""
        made = [
            Act(
                self._actor(actor, words), self.span(words), words, negated, thing=words[:2] == "a "
            )
            for actor, words, negated in acts
        ]
        clause = None
        if condition is not None:
            kind_, words, actor, act_words = condition
            clause = Condition(kind_, self.span(words), actor or "")
            made.append(
                Act(
                    self._actor(actor, act_words),
                    self.span(act_words),
                    act_words,
                    place=ActPlace.CONDITION,
                )
            )
        statement = Statement(
            self.report.id,
            self.mention(party, party),
            (self.span(cue),),
            (self.span(content),),
            kind,
            condition=clause,
            acts=tuple(made),
            modality=modality,
        )
        self.statements.append(statement)
        if joins is None:
            self.groups.append([statement])
        else:
            self.groups[joins].append(statement)
        return self

    def does(self, party: str, verb: str, clause: str, kind: Kind) -> Case:
        """The outlet tells that ``party`` did it: ``clause`` begins before its ``verb``."""
        self.events.append(
            Event(self.mention(party, party), None, kind, 0.9, self.span(clause), self.span(verb))
        )
        return self

    def _actor(self, party: str | None, words: str) -> Mention | None:
        return None if party is None else Mention(self.span(words), name=party, party=party)

    def view(self) -> View:
        parties = dict.fromkeys(s.speaker.party for s in self.statements if s.speaker)
        entries = tuple(
            Entry(
                id=f"e-{n}",
                relation=Relation.ONLY_ONE,
                party=group[0].speaker.party if group[0].speaker else "",
                speaker=group[0].speaker.name if group[0].speaker else "",
                kind=group[0].kind,
                statements=tuple(s.id for s in group),
                reports=(self.report.id,),
                witnesses=1,
                lead=group[0].id,
            )
            for n, group in enumerate(self.groups)
        )
        return View(
            reports=(self.report,),
            statements=tuple(self.statements),
            parties=tuple(Party(p) for p in parties),
            entries=entries,
            origins=(),
            events=tuple(self.events),
            problems=tuple(
                Problem(f"{UNREAD_CONDITION}: “{words}”", span=self.span(words))
                for words in self.unread
            ),
            unknowns=tuple(self.span(words) for words in self.unknown_spans),
            sentences=((self.report.id, ((0, len(self.report.text)),)),),
        )
