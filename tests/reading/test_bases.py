"""Base forms of verbs, which spelling settles where two verbs share an ending."""

from __future__ import annotations

import pytest

from firstmove.reading.parsing.language import nlp

pytest.importorskip("spacy")


@pytest.mark.parametrize(
    ("form", "base"),
    [
        ("spared", "spare"), ("sparing", "spare"), ("spares", "spare"), ("sparred", "spar"),
        ("fined", "fine"), ("hopes", "hope"), ("hoped", "hope"), ("hopped", "hop"),
        ("scraped", "scrape"), ("scrapped", "scrap"), ("scraps", "scrap"), ("scrapping", "scrap"),
        ("staged", "stage"), ("rated", "rate"), ("raped", "rape"), ("robbed", "rob"),
        ("planned", "plan"), ("plans", "plan"), ("barred", "bar"), ("cuts", "cut"),
        ("gutted", "gut"), ("digging", "dig"), ("scammed", "scam"), ("quitting", "quit"),
        ("readied", "ready"), ("buried", "bury"), ("died", "die"), ("tied", "tie"),
        ("skied", "ski"), ("visited", "visit"), ("ended", "end"),
        ("singing", "sing"), ("operated", "operate"), ("bidding", "bid"), ("banned", "ban"),
        ("compared", "compare"), ("wiped", "wipe"), ("taped", "tape"), ("tapped", "tap"),
        ("leaves", "leave"), ("goes", "go"), ("does", "do"), ("passes", "pass"), ("used", "use"),
    ],
)  # fmt: skip
def test_base_form(form: str, base: str) -> None:
    from spacy.tokens import Doc

    tag, morph = {
        "d": ("VBD", "Tense=Past|VerbForm=Fin"),
        "g": ("VBG", "Aspect=Prog|Tense=Pres|VerbForm=Part"),
        "s": ("VBZ", "Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"),
    }[form[-1]]
    doc = Doc(nlp().vocab, words=[form], tags=[tag], pos=["VERB"], morphs=[morph])
    assert nlp().get_pipe("lemmatizer").rule_lemmatize(doc[0])[0] == base
