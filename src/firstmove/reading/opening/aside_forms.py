"""What lines look like that are not the story: headers, credits, captions, invitations.

Every pattern is bounded, and only ever matched against a line of at most ``MAX_LINE`` characters.
"""

from __future__ import annotations

import re

MAX_LINE = 600

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
DATE = (
    rf"(?:(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,?\s+)?"
    rf"(?:{_MONTH}\.?\s+\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s+\d{{4}})?"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}\.?(?:,?\s+\d{{4}})?"
    rf"|\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}}|{_MONTH}\.?\s+\d{{4}}))"
)
_TIME = r"(?:\d{1,2}(?:[:.]\d{2}){1,2}(?:\s*[ap]\.?m\.?)?|\d{1,2}\s*[ap]\.?m\.?)(?:\s*[A-Z]{2,4})?"

DATE_LINE = re.compile(
    rf"^(?:{DATE})(?:\s*(?:,|at|[-–—|•·]|T)?\s*{_TIME})?"
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
DATED_LABEL = re.compile(r"publi|updat|last|date|post|first|issued", re.I)
DATED_WITHOUT_COLON = re.compile(
    rf"^(?:published|updated|last updated|posted|first published|issued)\s+(?:on\s+|at\s+)?"
    rf"(?:{_TIME},?\s+)?({DATE}).{{0,40}}$",
    re.I,
)
OUTLET_AND_DATE = re.compile(
    rf"^(?P<outlet>[^|•·,–—]{{2,60}}?)\s*(?:[|•·–—,]|\s-\s)\s*(?P<date>{DATE})"
    rf"(?:\s*[,|•·–—-]?\s*{_TIME})?(?:\s*[,|•·–—-]\s*by\s+[^|•·,–—]{{2,60}})?\.?$",
    re.I,
)
BYLINE_AND_DATE = re.compile(
    rf"^(?P<told>By [^|•·–—]{{2,100}}?)\s*(?:[|•·–—,]|\s-\s)\s*(?P<date>{DATE})\.?$", re.I
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

# "MARCH 3, 2031 · Norport Gazette": the outlet behind the day.
DATE_AND_OUTLET = re.compile(
    rf"^(?P<date>(?i:{DATE}))\s*(?:[|•·–—]|\s-\s)\s*"
    r"(?P<outlet>[A-Z][\w.&’'-]*(?:\s(?:of|and|the|&|[A-Z][\w.&’'-]*)){0,5})$"
)
# "NORPORT, 3 March 2031 (Coast Wire)": a dateline with a line of its own.
PLACE_AND_DATE = re.compile(
    r"^[A-Z][A-Z.’'-]+(?:[ /-][A-Z][A-Z.’'-]*){0,3}(?:,\s[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*)?)?"
    rf",?\s(?i:{DATE})(?:\s?[(\[](?P<outlet>[A-Z][\w.&’'/-]*(?:\s[A-Z][\w.&’'/-]*){{0,4}})[)\]])?"
    r"\s?[.:—–-]{0,2}$"
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
# An agency that nobody has heard of: told by where it stands.
_UNKNOWN_BRACKET = r"[(\[][A-Z][\w.&’'/ -]{1,40}[)\]]"
DATELINE = re.compile(
    r"^(?P<place>(?:(?:[A-Z][A-Z.’'-]{2,}|[A-Z]{2})(?:[ /](?:[A-Z][A-Z.’'-]+|of|de|la|el|al)){0,3}"
    r"(?:,\s[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,2})?)"
    r"|(?:[A-Z][\w.’'-]+(?:[ /-][A-Z][\w.’'-]+){0,3}(?:,\s[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*)?)?))?"
    rf"(?P<date>,?\s(?:{DATE}))?"
    rf"(?P<credit>,?\s?(?:{_CREDIT_BRACKET}|(?P<unknown>{_UNKNOWN_BRACKET})))?"
    r"\s?(?P<dash>—|–|--|-|:|_)\s"
)

INVITES = re.compile(
    r"^(?:please\s+)?(?:listen|read|watch|sign|click|subscribe|follow|share|join|download|tap|see"
    r"|view|scroll|support|donate|register|log|try|continue|discover|explore|learn|visit|like"
    r"|tweet|print|e-?mail|comment|play|skip|swipe|check|get|find|browse|buy|stay|help"
    r"|save|open|search|submit|send|add|keep)\b",
    re.I,
)
INVITED_TO = re.compile(
    r"\b(?:here|newsletters?|inbox|above|below|more|apps?|free|stor(?:y|ies)|comments?|facebook"
    r"|twitter|x\.com|telegram|whatsapp|instagram|youtube|podcast|video|audio|article|posts?|live"
    r"|link|account|subscription|subscribers?|updates?|alerts?|channel|page|site|website|mailing)\b",
    re.I,
)
BOILERPLATE = re.compile(
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
CREDIT = re.compile(
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
TRAILING_CREDIT = re.compile(rf"(?<=[.!?”\"’'])\s+((?:[—–-]{{1,2}}\s?{AGENCY}|{_CREDIT_BRACKET}))$")
CAPTION = re.compile(
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
_FULL_NAME = rf"{_NAME}(?:\s{_NAME}){{1,2}}"
_ROLE = (
    r"(?:[Cc]orrespondent|[Rr]eporter|[Ee]ditor|[Ss]taff [Ww]riter|[Cc]olumnist|[Ss]taff)"
    r"(?:\s.{0,40})?"
)
BYLINE = re.compile(
    r"^(?:"
    rf"(?:By|BY|Written by|Words by|Story by|Report by|From)\s+{_NAME}"
    rf"(?:[\s,&]+(?:(?:and|in|for|at|with|of)\s+)?(?:the\s+)?{_NAME}){{0,12}}"
    r"(?:\s*[|,–—-].{0,60})?\.?"
    rf"|{_FULL_NAME}(?:,\s|\s[|–—-]\s)(?:[Tt]he\s)?(?:[\w ]{{0,30}}\s)?{_ROLE}"
    rf"|{_FULL_NAME}(?:\sand\s{_FULL_NAME})?\sin\s{_NAME}(?:\s{_NAME})?"
    r")$"
)
