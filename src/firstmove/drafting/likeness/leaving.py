"""Leaving an office or a race, and staying: told in too many ways for one verb and its object.

“Step aside”, “exit the Senate race”, “abandon his bid” and “resign” are one act of one person.
"""

from __future__ import annotations

import re

_WHOSE = r"(?:(?:the|a|his|her|their|its|this|that|own)\s)*"
_POST = (
    r"(?:[\w'’-]+\s){0,3}"
    r"(?:race|contest|bid|candidacy|candidature|ticket|office|post|job|seat|leadership|premiership|"
    r"presidency|chairmanship|chair|mayoralty|ministry|portfolio)"
)
_OF_WHAT = r"(?:\s(?:for|to|in|as|of|on|at)\s.+)?"
_LEAVE = re.compile(
    r"(?:resign|quit|drop out|step (?:down|aside)|stand (?:down|aside)|bow out)"
    rf"(?:\s(?:of|from|as|in|on|over|for|after|before|by)\s.+)?(?:\s(?:at once|now|immediately))?"
    rf"|(?:exit|quit|leave|abandon|give up|relinquish|vacate|surrender|(?:drop|get|bow|pull) out of"
    rf"|(?:withdraw|retire) from|end|suspend)\s{_WHOSE}{_POST}{_OF_WHAT}",
    re.IGNORECASE,
)
_STAY = re.compile(
    rf"(?:stay|remain|carry on|continue|go on)\s(?:on\s)?(?:in|as)\s{_WHOSE}{_POST}{_OF_WHAT}"
    rf"|(?:keep|hold on to|cling to|retain)\s{_WHOSE}{_POST}{_OF_WHAT}"
    r"|(?:continue|go on|keep)\s(?:campaigning|running)(?:\s(?:for|in|as)\s.+)?",
    re.IGNORECASE,
)


def leaves(label: str) -> bool | None:
    """Whether an act leaves an office or a race (True) or stays in it (False); else None."""
    if _LEAVE.fullmatch(label):
        return True
    return False if _STAY.fullmatch(label) else None
