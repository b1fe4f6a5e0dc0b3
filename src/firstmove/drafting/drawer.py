"""The model file of a draft, with its drawer as comments below: to be opened by hand."""

from __future__ import annotations

from firstmove.conflict import dump_model
from firstmove.conflict.render import block, option_fields, want_fields
from firstmove.drafting.draft import Draft, Kept

_ABOVE = """\
# In the drawer: options with less evidence than those above, or of a side that no other deals with,
# the best witnessed first. To have one in the model, take the # off its block, and off each want,
# which goes below its decision maker.
"""


def model_text(draft: Draft) -> str:
    """The whole file; ``parse_model`` of it gives ``draft.conflict``."""
    text = dump_model(draft.conflict)
    known = {option.id for option in draft.conflict.options}
    kept = [one for one in draft.drawer if one.option.id not in known]
    if not kept:
        return text
    return "\n".join([text, _ABOVE, *(_commented(one) for one in kept)])


def _commented(kept: Kept) -> str:
    blocks = [block("[[option]]", option_fields(kept.option))]
    blocks += [
        f"for {party}:\n{block('[[decision_maker.want]]', want_fields(want))}"
        for party, want in kept.wants
    ]
    lines = "\n\n".join(blocks).split("\n")
    return "\n".join(f"# {line}".rstrip() for line in lines) + "\n"
