"""Which language a paragraph is in, by its alphabet and its commonest words.

Enough to pass over what firstmove can't read: a paragraph counts as another language only if its
signs are clear, and as English in doubt. No word of the lists is a common English one.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

MIN_WORDS = 8
_LONGEST = 4_000  # characters looked at
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")

ENGLISH = frozenset(
    "the of and to a in that is was for it with as his on be at by i this had not are but from or "
    "have an they which one you were her all she there would their we him been has when who will "
    "more no if out so said its after about up".split()
)
_COMMON: dict[str, frozenset[str]] = {
    "German": frozenset(
        "der die das und den von zu mit sich des dem nicht ein eine auf für ist im auch dass sie "
        "wird bei einen einer nach wie aus oder aber hat werde werden solange sei er".split()
    ),
    "French": frozenset(
        "le la les des et du une dans que qui pour par sur pas plus au ce se sont avec il elle est "
        "ne un aux cette leur ses ont été mais ou nous vous en a".split()
    ),
    "Spanish": frozenset(
        "el la los las de y que del se por con una para su al lo como más pero sus le ha este sin "
        "sobre también fue hasta un es en no".split()
    ),
    "Portuguese": frozenset(
        "o os as de e que do da em um uma para com não por mais dos das se na no ao como mas foi "
        "pelo pela são também à".split()
    ),
    "Italian": frozenset(
        "il lo la gli di e che del della in un una per con non si sono dei da nel alla è più anche "
        "ma come le al delle ha".split()
    ),
    "Dutch": frozenset(
        "de het een van en dat die te zijn niet voor met op aan er om ook door naar bij als maar "
        "nog wordt zal tot heeft werd".split()
    ),
    "Polish": frozenset(
        "i w z na że się do nie jest to o jak za od po przez ale co dla oraz był są czy tym".split()
    ),
    "Turkish": frozenset("ve bir bu da de için ile olarak daha çok olan gibi ama ne kadar".split()),
    "Swedish": frozenset(
        "och att det som en på är av för den till inte med har ett om de men var sig från".split()
    ),
    "Indonesian": frozenset(
        "yang dan di untuk dengan pada tidak dari ini itu akan dalam oleh juga kepada "
        "adalah".split()
    ),
}
_SCRIPTS = {
    "CYRILLIC": "a language in Cyrillic letters",
    "ARABIC": "a language in Arabic letters",
    "HEBREW": "a language in Hebrew letters",
    "GREEK": "Greek",
    "CJK": "Chinese or Japanese",
    "HIRAGANA": "Japanese",
    "KATAKANA": "Japanese",
    "HANGUL": "Korean",
    "DEVANAGARI": "a language in Devanagari letters",
    "THAI": "Thai",
    "ARMENIAN": "Armenian",
    "GEORGIAN": "Georgian",
    "BENGALI": "Bengali",
    "TAMIL": "Tamil",
}


def other_language(text: str) -> str:
    """The name of the language that a paragraph is in, "" for English and in doubt."""
    text = text[:_LONGEST]
    if not text.isascii() and (script := _script(text)):
        return script
    words = [word.lower() for word in _WORD.findall(text)]
    if len(words) < MIN_WORDS:
        return ""
    name, count = max(
        ((name, sum(word in common for word in words)) for name, common in _COMMON.items()),
        key=lambda found: found[1],
    )
    known = _COMMON[name]
    english = sum(word in ENGLISH and word not in known for word in words)
    alone = len({word for word in words if word in known and word not in ENGLISH})
    clear = count >= 0.25 * len(words) and alone >= 3 and english <= 0.12 * len(words)
    return name if clear and count >= 2 * english else ""


def _script(text: str) -> str:
    """The alphabet of most letters, where they are many and not Latin."""
    letters = [c for c in text if c.isalpha()]
    counts = Counter(unicodedata.name(c, "").split(" ")[0] for c in letters if not c.isascii())
    for script, count in counts.most_common(3):
        if script.split("-")[0] in _SCRIPTS and count >= 5 and count > 0.6 * len(letters):
            return _SCRIPTS[script.split("-")[0]]
    return ""
