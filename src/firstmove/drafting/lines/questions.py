"""What the model needs and no report tells: asked, never filled in."""

from __future__ import annotations

from firstmove.conflict import Basis, OpenQuestion
from firstmove.drafting.acts.named import Named
from firstmove.drafting.acts.sides import Sides
from firstmove.drafting.acts.table import TABLE, Force
from firstmove.drafting.likeness.alike import Likeness
from firstmove.drafting.lines.condition_questions import condition_questions, once
from firstmove.drafting.lines.evidence import evidence_at, evidence_of
from firstmove.drafting.lines.naming import Names
from firstmove.drafting.lines.wants import DISPUTED, Wanted
from firstmove.drafting.options.candidate import Candidate
from firstmove.drafting.options.gather import nobodys, related
from firstmove.drafting.options.partners import needs_others
from firstmove.drafting.options.ties import told_reply
from firstmove.ledger import View


def open_questions(
    view: View,
    named: list[Named],
    candidates: list[Candidate],
    wanted: list[Wanted],
    names: Names,
    sides: Sides,
) -> tuple[OpenQuestion, ...]:
    """Fixed templates over the draft, in a fixed order."""
    return (
        *_disputed_wants(candidates, wanted, names),
        *_unknown_wants(view, candidates, wanted, names),
        *_told_unknown(view),
        *condition_questions(view, named, candidates, names),
        *_unplaced(view, sides),
        *_asked_of_nobody(view, named, candidates),
        *_taken_for(view, candidates, names),
        *_supposed_owners(view, candidates, names),
        *_doubtful(view, candidates, names),
        *_partners(view, candidates, names),
        *_services(view, candidates, names),
        *_order(wanted, names),
    )


def _disputed_wants(
    candidates: list[Candidate], wanted: list[Wanted], names: Names
) -> list[OpenQuestion]:
    labels = {names.option(c): c.label for c in candidates}
    by_option: dict[tuple[str, str], list[Wanted]] = {}
    for w in wanted:
        if w.want.note == DISPUTED:
            by_option.setdefault((w.party, w.want.condition.names[0]), []).append(w)
    return [
        OpenQuestion(
            f"Does {party} want “{labels[option]}”? The reports tell both that it does and that "
            "it does not; neither is used.",
            option,
            tuple(e for w in both for e in w.want.evidence),
        )
        for (party, option), both in by_option.items()
    ]


def _unknown_wants(
    view: View, candidates: list[Candidate], wanted: list[Wanted], names: Names
) -> list[OpenQuestion]:
    unknown = {
        str(w.want.condition): w.party
        for w in wanted
        if w.want.basis is Basis.UNKNOWN and not w.want.note
    }
    out = []
    for candidate in candidates:
        option = names.option(candidate)
        if option not in unknown:
            continue
        others = tuple(dict.fromkeys(n.side for n in candidate.named))
        by = " and ".join(others)
        named = (
            "it names it, and does not say so"
            if others == (candidate.owner,)
            else f"it is named only by {by}"
        )
        out.append(
            OpenQuestion(
                f"No report tells whether {candidate.owner} wants “{candidate.label}”; {named}.",
                option,
                (evidence_of(view, candidate.named[0]),),
            )
        )
    return out


def _told_unknown(view: View) -> list[OpenQuestion]:
    return [
        OpenQuestion(
            f"The report itself says that it is not known: “{span.quote}”",
            evidence=(evidence_at(view, span),),
        )
        for span in view.unknowns
    ]


def _taken_for(view: View, candidates: list[Candidate], names: Names) -> list[OpenQuestion]:
    return once(
        OpenQuestion(
            f"Is “{named.label}” of {candidate.owner} the same as “{candidate.label}”? "
            f"It was taken to be, {named.taken_for}.",
            names.option(candidate),
            (evidence_of(view, named),),
        )
        for candidate in candidates
        for named in candidate.named
        if named.taken_for and named.label != candidate.label
    )


def _supposed_owners(view: View, candidates: list[Candidate], names: Names) -> list[OpenQuestion]:
    return once(
        OpenQuestion(
            f"Who would “{named.label}”, named by {named.side}? The words give it to nobody; "
            f"it was taken to be {candidate.owner}, {named.supposed_owner}.",
            names.option(candidate),
            (evidence_of(view, named),),
        )
        for candidate in candidates
        for named in (*candidate.named, *candidate.loose)
        if named.supposed_owner
    )


def _doubtful(view: View, candidates: list[Candidate], names: Names) -> list[OpenQuestion]:
    return [
        OpenQuestion(
            f"Is “{other.label}” of {one.owner} the same as “{one.label}”? The words are too far "
            "apart to tell; they are two options here.",
            names.option(other),
            (evidence_of(view, one.named[0]), evidence_of(view, other.named[0])),
        )
        for one, other, _ in related(candidates, Likeness.DOUBTFUL)
    ] + [
        OpenQuestion(
            f"Is “{reply.label}” of {reply.owner} the same as “{one.label}”? It ties both to the "
            "same; they are two options here.",
            names.option(reply),
            (evidence_of(view, one.named[0]), evidence_of(view, reply.named[0])),
        )
        for reply in candidates
        if (one := told_reply(reply, candidates)) is not None
    ]


def _partners(view: View, candidates: list[Candidate], names: Names) -> list[OpenQuestion]:
    """With whom: of what takes two sides, where the words do not tell the other."""
    return once(
        OpenQuestion(
            f"With whom does {named.side} want “{candidate.label}”? No report tells. "
            + (
                f"It was taken to be {' and '.join(named.partners)}, {named.supposed}."
                if named.supposed
                else "Whether it wants its own part without the other is left unknown."
            ),
            names.option(candidate),
            (evidence_of(view, named),),
        )
        for candidate in candidates
        for named in candidate.named
        if not named.partner and not named.service and (named.supposed or needs_others(named))
    )


def _services(view: View, candidates: list[Candidate], names: Names) -> list[OpenQuestion]:
    """Offers to host or mediate: nothing that its owner gains by alone."""
    return once(
        OpenQuestion(
            f"Who would take up the offer of {named.side}, “{candidate.label}”? Without others it "
            "brings nothing about: it is drafted as an option whose taking is neither gain nor "
            "loss.",
            names.option(candidate),
            (evidence_of(view, named),),
        )
        for candidate in candidates
        for named in candidate.named
        if named.service and needs_others(named)
    )


def _unplaced(view: View, sides: Sides) -> list[OpenQuestion]:
    by_id = {s.id: s for s in view.statements}
    return once(
        OpenQuestion(
            f"For whom does {entry.speaker} speak? No report tells, and nothing of it is drafted.",
            evidence=(evidence_at(view, statement.content[0], entry.id),),
        )
        for entry in view.entries
        if not entry.party and sides.is_unplaced(entry.speaker)
        for statement in (by_id[entry.statements[0]],)
        if statement.acts and TABLE[statement.kind].force is not Force.NOTHING
    )


def _asked_of_nobody(
    view: View, named: list[Named], candidates: list[Candidate]
) -> list[OpenQuestion]:
    return once(
        OpenQuestion(
            f"Of whom does {n.side} ask “{n.label}”? No report tells who would do it.",
            evidence=(evidence_of(view, n),),
        )
        for n in nobodys(named, candidates)
    )


def _order(wanted: list[Wanted], names: Names) -> list[OpenQuestion]:
    out = []
    for party in names.parties:
        known = [w for w in wanted if w.party == party and w.want.basis is not Basis.UNKNOWN]
        if len(known) > 1:
            out.append(
                OpenQuestion(
                    f"No report ranks what {party} wants. The order of its {len(known)} wants is "
                    "unknown; they are written stated before inferred, then by witnesses.",
                    names.party(party),
                )
            )
    return out
