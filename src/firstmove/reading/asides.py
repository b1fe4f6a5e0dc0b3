"""Passages that stand in a report's text but are not its story: named and kept, never read.

Told by form, line by line. When in doubt a line stays in the body: an aside too few shows a stray
line, an aside too many would hide what someone said.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from firstmove.reading.lines import Line, lines_of
from firstmove.report import Part

Place = tuple[int, int, Part]
"""Start, end (characters of the text) and what stands there."""

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
_DATE = (
    rf"(?:(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,?\s+)?"
    rf"(?:{_MONTH}\.?\s+\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s+\d{{4}})?"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}\.?(?:,?\s+\d{{4}})?"
    rf"|\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}}|{_MONTH}\.?\s+\d{{4}}))"
)
_TIME = r"(?:\d{1,2}(?:[:.]\d{2}){1,2}(?:\s*[ap]\.?m\.?)?|\d{1,2}\s*[ap]\.?m\.?)(?:\s*[A-Z]{2,4})?"

DATE_LINE = re.compile(
    rf"^(?:{_DATE})(?:\s*(?:,|at|[-–—|•·]|T)?\s*{_TIME})?"
    r"(?:\s*[|•·–—-]\s*\d+\s*min(?:ute)?s?\s+read)?\.?$",
    re.I,
)
LABELLED = re.compile(
    r"^(source|published(?:\s+(?:on|at|by))?|publication(?: date)?|outlet|updated"
    r"|last (?:updated|modified)|date(?:line)?|posted(?: on)?|first published|issued|title|headline"
    r"|author|by|section|topics?|category|categories|tags?|keywords?|filed under|url|link|agency"
    r"|language|location|place|byline|credit|from)\s*:\s*(\S.{0,200})$",
    re.I,
)
DATED_WITHOUT_COLON = re.compile(
    rf"^(?:published|updated|last updated|posted|first published|issued)\s+(?:on\s+|at\s+)?"
    rf"(?:{_TIME},?\s+)?({_DATE}).{{0,40}}$",
    re.I,
)
OUTLET_AND_DATE = re.compile(
    rf"^(?P<outlet>[^|•·,–—]{{2,60}}?)\s*(?:[|•·–—,]|\s-\s)\s*(?P<date>{_DATE})"
    rf"(?:\s*[,|•·–—-]?\s*{_TIME})?\.?$",
    re.I,
)
OUTLET_WORD = re.compile(
    r"^(?:the\s+)?(?:[A-Z][\w.&’'-]*\s+|of\s+|and\s+|& ){0,5}"
    r"(?:Gazette|Times|Post|News|Herald|Tribune|Agency|Press|Journal|Courier|Wire|Newswire"
    r"|Observer|Guardian|Telegraph|Star|Chronicle|Daily|Weekly|Review|Monitor|Broadcasting"
    r"|Broadcaster|Radio|Television|TV|Today|Online|Mail|Mirror|Standard|Record|Dispatch"
    r"|Sentinel|Bulletin|Express|Inquirer|Enquirer|Examiner|Globe|Echo|Argus|Advertiser|Reporter"
    r"|Messenger|Register|Ledger|Digest|Magazine|Network|Media|Despatch)"
    r"(?:\s+(?:Online|Agency|Service|Network|International|Report|\([A-Z]+\)))?$"
    r"|^(?:Radio|Agence|Agencia|Daily|Voice of|Deutsche)\s+[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+){0,2}$"
)

# News agencies by the names that stand in datelines and credits.
AGENCY = (
    r"(?:Thomson\s+Reuters|Reuters|Associated\s+Press|The\s+Associated\s+Press|AP|AFP"
    r"|Agence\s+France-Presse|Xinhua|TASS|ITAR-TASS|Interfax(?:-Ukraine)?|RIA(?:\s+Novosti)?"
    r"|DPA|dpa|EFE|ANSA|PTI|ANI|IANS|UNI|Kyodo(?:\s+News)?|Jiji(?:\s+Press)?|Yonhap|UPI|PA"
    r"|PA\s+Media|Press\s+Association|Bloomberg|Anadolu(?:\s+Agency)?|AA|Ukrinform|Antara"
    r"|Bernama|WAM|SPA|KUNA|MENA|SANA|IRNA|Tasnim|CNA|KCNA|Belga|ANP|NTB|TT|Ritzau|STT|APA|CTK"
    r"|PAP|MTI|AAP|CP|Canadian\s+Press|The\s+Canadian\s+Press|Wafa|TNA|GNA|NAN|ENA|IPS|CNS)"
)
_CREDIT_BRACKET = (
    rf"[(\[](?:(?:{AGENCY}|[A-Z][A-Za-z]{{0,20}}\s(?:News|Press|Wire)\s?[A-Za-z]{{0,9}})"
    r"(?:\s*[/,&]\s*[A-Z][\w ]{1,30})?)[)\]]"
)
DATELINE = re.compile(
    r"^(?P<place>(?:(?:[A-Z][A-Z.’'-]{2,}|[A-Z]{2})(?:[ /](?:[A-Z][A-Z.’'-]+|of|de|la|el|al)){0,3}"
    r"(?:,\s[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,2})?)"
    r"|(?:[A-Z][\w.’'-]+(?:[ /-][A-Z][\w.’'-]+){0,3}(?:,\s[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*)?)?))?"
    rf"(?P<date>,?\s(?:{_DATE}))?"
    rf"(?P<credit>\s?{_CREDIT_BRACKET})?"
    r"\s?(?P<dash>—|–|--|-|:)\s"
)

_INVITES = re.compile(
    r"^(?:please\s+)?(?:listen|read|watch|sign|click|subscribe|follow|share|join|download|tap|see"
    r"|view|scroll|support|donate|register|log|try|continue|discover|explore|learn|visit|like"
    r"|tweet|print|e-?mail|comment|play|skip|swipe|check|get|find|browse|buy|stay|help"
    r"|save|open|search|submit|send|add|keep)\b",
    re.I,
)
_INVITED_TO = re.compile(
    r"\b(?:here|newsletters?|inbox|above|below|more|apps?|free|stor(?:y|ies)|comments?|facebook"
    r"|twitter|x\.com|telegram|whatsapp|instagram|youtube|podcast|video|audio|article|posts?|live"
    r"|link|account|subscription|subscribers?|updates?|alerts?|channel|page|site|website|mailing)\b",
    re.I,
)
_BOILERPLATE = re.compile(
    r"^(?:(?:read|see|watch|listen|hear)\s+(?:more|also|next|this|the rest|full|on|to)\b.{0,120}"
    r"|(?:also\s+read|more\s+(?:on|from|about|in|stories|news|coverage)|related(?:\s+\w+)?"
    r"|recommended(?:\s+\w+)?|trending(?:\s+\w+)?|most\s+(?:read|popular|viewed)|don[’']t\s+miss"
    r"|you\s+m(?:ay|ight)\s+(?:also\s+)?like|in\s+case\s+you\s+missed(?:\s+it)?|up\s+next"
    r"|next\s+up|latest\s+news|top\s+stories|breaking\s+news|live\s+updates?|what\s+to\s+know)"
    r"(?:\s*[:|–—-].{0,200}|(?:\s[^.?!:]{0,60})?)"
    r"|\[?\(?(?:advertisement|advertising|sponsored(?:\s+content)?|promoted(?:\s+content)?|ad)\)?\]?"
    r"|(?:story|article|content|report)\s+continues\s+(?:below|after).{0,60}"
    r"|share\s+(?:this|on|via|article|full article)\b.{0,80}"
    r"|(?:this|the)\s+(?:article|story|report|post|piece|page)\s+(?:has\s+been|was|will\s+be|is"
    r"\s+being)\s+(?:last\s+|first\s+|originally\s+)?(?:updated|corrected|amended|published"
    r"|edited|posted)\b.{0,200}"
    r"|(?:this|the)\s+is\s+a\s+(?:developing|breaking)\s+(?:news\s+)?story\b.{0,80}"
    r"|(?:copyright\b|©|\(c\)\s?\d{4}).{0,200}|all\s+rights\s+reserved\b.{0,120}"
    r"|(?:.{0,60}\b)?(?:we|this\s+(?:web)?site)\s+uses?\s+cookies\b.{0,200}"
    r"|(?:accept|manage|reject)\s+(?:all\s+)?cookies\b.{0,60}"
    r"|(?:terms\s+(?:of|and)|privacy\s+(?:policy|notice)|cookie\s+policy)\b.{0,120}"
    r"|our\s+standards\s*:.{0,120}"
    r"|(?:editor[’']?s?|publisher[’']?s?)[’']?\s+note\s*:.{0,400}"
    r"|(?:disclaimer|correction|clarification)\s*:.{0,400}"
    r"|(?:comments?|leave\s+a\s+(?:comment|reply))\s*(?:\(\d+\)|\d+)?"
    r"|\d+\s*(?:min(?:ute)?s?\s+read|comments?|shares?)"
    r"|(?:loading|please\s+wait)\W*|back\s+to\s+top|skip\s+to\s+.{0,40}|abstract\.?|full\s+text\.?"
    r"|https?://\S+|www\.\S+|[\W_]+)$",
    re.I,
)
_CREDIT = re.compile(
    r"^[\s(\[—–-]*(?:"
    r"(?:additional\s+|further\s+)?(?:reporting|writing|editing|compiled|written\s+and\s+edited)\s+"
    r"by\s+\S.{1,300}"
    r"|(?:with|including)\s+(?:additional\s+)?(?:reporting|inputs?|material|information|files|agency"
    r"\s+\w+)\s+(?:by|from)\s+.{1,160}"
    r"|.{3,160}\s(?:contributed|also\s+contributed|contributed\s+reporting)\s+(?:to|for)\s+this\s+"
    r"(?:report|story|article|dispatch)\b.{0,20}"
    rf"|(?:source\s*:\s*)?{AGENCY}(?:\s*[/,&]\s*{AGENCY})*"
    r")[)\]]?\.?$",
    re.I,
)
_TRAILING_CREDIT = re.compile(
    rf"(?<=[.!?”\"’'])\s+((?:[—–-]{{1,2}}\s?{AGENCY}|{_CREDIT_BRACKET}))$"
)
_CAPTION = re.compile(
    r"^(?:\[?(?:file\s+)?(?:photo(?:graph)?|image|picture|pictured|caption|photo\s+credit"
    r"|image\s+credit|video|graphic|illustration|infographic|map)s?\b\s?(?:by|credit|source|caption"
    r"|:|\||[-–—]).{0,400}"
    r"|FILE\s?(?:PHOTO)?\s?[-–—:].{0,400}"
    r"|.{0,400}[(\[](?:photo|image|picture|file photo|ap photo|afp photo|photo by|photo/|ap)\b"
    r"[^)\]]{0,120}[)\]]\.?"
    r"|.{0,300}\b(?:getty\s+images|shutterstock|istock|alamy|REUTERS/[A-Z][\w. ]{2,40}"
    r"|AFP/[A-Z][\w. ]{2,40}|AP Photo/[A-Z][\w. ]{2,40})\)?\.?)$",
    re.I,
)
_NAME = r"(?:[A-Z][\w’'.-]*|de|da|van|von|bin|al|el)"
_BYLINE = re.compile(
    rf"^(?:(?:By|BY|Written by|Words by|Story by|Report by|From)\s+{_NAME}(?:[\s,&]+(?:and\s+|in\s+|"
    rf"for\s+|at\s+|with\s+|of\s+)?(?:the\s+)?{_NAME}){{0,12}}(?:\s*[|,–—-].{{0,60}})?\.?"
    rf"|{_NAME}(?:\s{_NAME}){{1,2}}(?:,\s|\s[|–—-]\s)(?:[Tt]he\s)?(?:[\w ]{{0,30}}\s)?"
    r"(?:[Cc]orrespondent|[Rr]eporter|[Ee]ditor|[Ss]taff [Ww]riter|[Cc]olumnist|[Ss]taff)(?:\s.{0,40})?"
    rf"|{_NAME}(?:\s{_NAME}){{1,2}}(?:\sand\s{_NAME}(?:\s{_NAME}){{1,2}})?\sin\s{_NAME}(?:\s{_NAME})?)$"
)
_BULLET = re.compile(r"^(?:[-–—•*▪·◦●]\s|\d{1,2}[.)]\s|\(?[a-z]\)\s)")
_ENDS = re.compile(r"[.?!…][\"'”’»)\]]*$")
# A line with one of these is a sentence, whatever its punctuation.
_SPEAKS = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|said|says|told|asked|added|warned|insisted"
    r"|announced|promised|refused|did|does|do|can|could|must|may|might|shall|agreed|demanded)\b"
)
_WORD = re.compile(r"[^\W_]+")


def normal(line: str) -> str:
    """Words of a line in lower case, for likeness of headlines and repeated lines."""
    return " ".join(_WORD.findall(line.lower()))


def find_asides(text: str, title: str = "") -> tuple[Place, ...]:
    """The asides of a text in order, none overlapping another.

    ``title`` is the report's title where it is known from elsewhere (a page's metadata).
    """
    lines = lines_of(text)
    parts = _classify(lines, title)
    places: list[Place] = []
    seen_body = 0
    for line, part in zip(lines, parts, strict=True):
        if part is not None:
            places.append((line.start, line.end, part))
            continue
        seen_body += 1
        if seen_body <= 3:
            places.extend(_dateline(line))
        if credit := _TRAILING_CREDIT.search(line.text):
            place = (line.start + credit.start(1), line.start + credit.end(1), Part.CREDIT)
            if not places or places[-1][1] <= place[0]:
                places.append(place)
    return tuple(places)


def _classify(lines: Sequence[Line], title: str) -> list[Part | None]:
    parts: list[Part | None] = [None] * len(lines)
    if not lines:
        return parts
    top = _head(lines)
    headline = normal(title)
    for index in range(top):
        parts[index] = _in_head(lines[index].text)
        if parts[index] is Part.HEADLINE and not headline:
            label = LABELLED.match(lines[index].text)
            headline = normal(label[2] if label else lines[index].text)
    counts = Counter(normal(line.text) for line in lines)
    punctuated = [line.ends for line in lines[top:] if line.words > 3]
    usual = sum(punctuated) >= 0.6 * max(1, len(punctuated))
    seen = {normal(line.text) for line in lines[:top]}
    for index in range(top, len(lines)):
        line = lines[index]
        key = normal(line.text)
        part = in_any_place(line.text)
        if part is None and headline and key == headline:
            part = Part.REPEATED_HEADLINE if key in seen else Part.HEADLINE
        if part is None and key and counts[key] > 1 and _repeats(line, key in seen):
            part = Part.BOILERPLATE
        if part is None and usual and _is_heading(lines, index):
            part = Part.HEADING
        parts[index] = part
        seen.add(key)
    if all(part is not None for part in parts):
        # Nothing is left to read: then the form says little, and the longest line is the story.
        longest = max(range(len(lines)), key=lambda i: len(lines[i].text))
        if in_any_place(lines[longest].text) is None:
            parts[longest] = None
    return parts


def in_any_place(line: str) -> Part | None:
    """What a line is by its form wherever it stands, or None for what may be body text."""
    if len(line) > 600:
        return None
    if _CREDIT.match(line):
        return Part.CREDIT
    if _CAPTION.match(line):
        return Part.CAPTION
    if _BOILERPLATE.match(line) and not _told(line):
        return Part.BOILERPLATE
    if _BYLINE.match(line) and not _ENDS.search(line.removesuffix(".")):
        return Part.BYLINE
    if DATE_LINE.match(line) or DATED_WITHOUT_COLON.match(line):
        return Part.HEADER
    if _INVITES.match(line):
        words = len(line.split())
        if words <= 8 and not _ENDS.search(line):
            return Part.BOILERPLATE
        if words <= 30 and _INVITED_TO.search(line) and not _told(line):
            return Part.BOILERPLATE
    return None


def _told(line: str) -> bool:
    """Whether the line quotes someone or tells that someone spoke: then it is no furniture."""
    return bool(re.search(r"[“”\"«»„]|\b(?:said|says|told|asked|added|urged|warned)\b", line))


def _head(lines: Sequence[Line]) -> int:
    """How many lines at the top are not yet the story: headline, date, source, byline."""
    top = 0
    headlines = 0
    for index, line in enumerate(lines[:12]):
        if index == len(lines) - 1:
            break  # the last line is the story, whatever its form
        part = _in_head(line.text)
        if part is Part.HEADLINE:
            if headlines == 2 or not _headline_form(lines, index):
                break
            headlines += 1
        elif part is None:
            break
        top = index + 1
    return top


def _in_head(line: str) -> Part | None:
    if match := LABELLED.match(line):
        label = match[1].lower()
        if label in ("author", "by", "byline"):
            return Part.BYLINE
        return Part.HEADLINE if label in ("title", "headline") else Part.HEADER
    part = in_any_place(line)
    if part is not None:
        return part
    if OUTLET_AND_DATE.match(line) or OUTLET_WORD.match(line):
        return Part.HEADER
    return Part.HEADLINE


def _headline_form(lines: Sequence[Line], index: int) -> bool:
    line, following = lines[index], lines[index + 1]
    if line.words > 30 or len(line.text) > 220 or _BULLET.match(line.text):
        return False
    if _dateline(line):
        return False
    if not following.apart and following.text[:1].islower():
        return False  # a wrapped line
    if line.text.endswith(";"):
        return line.words <= 20  # "Talks resume; both sides hopeful", on two lines
    if line.text.endswith((",", ":", "-", "–", "—")):
        return False
    if not _ENDS.search(line.text):
        # Set apart, or followed by something longer: a line of verse or of a list is neither.
        return following.apart or following.words >= 1.5 * line.words
    if not following.apart or line.words > 20:
        return False
    if line.text.endswith(("?", "!")):
        return line.words <= 15
    # With a full stop it may be the first sentence: a headline has capitals, drops its articles,
    # stands above a dateline, or goes on from a line that ends in a semicolon.
    return (
        _title_case(line.text)
        or bool(_dateline(following))
        or (index > 0 and lines[index - 1].text.endswith(";"))
        or (
            line.words <= 15
            and following.words >= 1.5 * line.words
            and not re.search(r"\b(?:the|an?)\b|[“”\"«»]|[.?!]\s", line.text)
        )
    )


def _title_case(line: str) -> bool:
    """Whether most of the longer words are capitalised, as in the title of a book."""
    words = [w for w in _WORD.findall(line) if len(w) >= 4]
    return len(words) >= 4 and sum(w[0].isupper() for w in words) >= 0.8 * len(words)


def _repeats(line: Line, again: bool) -> bool:
    """Repeated short lines without an end mark are furniture; a repeated paragraph is read once."""
    if not _ENDS.search(line.text):
        return line.words <= 15 and not _SPEAKS.search(line.text)
    return again and line.words >= 6


def _is_heading(lines: Sequence[Line], index: int) -> bool:
    line = lines[index]
    if line.words > 10 or line.ends or line.text.endswith((",", "-", "–", "—", "”", '"', "’")):
        return False
    if not line.apart or _BULLET.match(line.text) or not line.text[0].isupper():
        return False
    if _SPEAKS.search(line.text) or re.search(r"[“”\"«»]", line.text):
        return False
    before = lines[index - 1] if index else None
    if before is not None and not before.ends and before.words > 10:
        return False  # the paragraph before goes on here
    if before is not None and before.text.endswith(":"):
        return False  # an item of a list
    after = lines[index + 1] if index + 1 < len(lines) else None
    return after is None or (after.apart or after.words >= 12) and after.text[0] not in "-•*–"


def _dateline(line: Line) -> list[Place]:
    """The dateline at the start of a paragraph, and the agency's credit in it.

    A place in small letters needs a date or an agency beside it: "Moscow — which …" is prose.
    """
    match = DATELINE.match(line.text)
    if match is None:
        return []
    place, day, credit = match["place"], match["date"], match["credit"]
    shouted = bool(place) and place.split(",")[0].upper() == place.split(",")[0]
    if not (credit or (place and day) or (shouted and match["dash"] in ("—", "–", "--", "-"))):
        return []
    if match["dash"] == ":" and not (credit and place):
        return []
    if match.end() >= len(line.text):
        return []
    start, end = line.start, line.start + len(match.group().rstrip())
    if not credit:
        return [(start, end, Part.DATELINE)]
    middle = line.start + match.start("credit")
    middle += len(credit) - len(credit.lstrip())
    places: list[Place] = []
    if head := line.text[: middle - line.start].rstrip():
        places.append((start, start + len(head), Part.DATELINE))
    return [*places, (middle, end, Part.CREDIT)]
