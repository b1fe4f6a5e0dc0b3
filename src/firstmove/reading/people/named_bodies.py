"""What the bodies of a report are called in short: "the union", "the company"."""

from __future__ import annotations

from firstmove.reading.lexicon import roles
from firstmove.reading.parsing.clauses import Token, lemma
from firstmove.reading.people.bodies import bodies_of, short_name
from firstmove.reading.people.body import Body
from firstmove.reading.people.body_nouns import SPOTS, UNNAMED
from firstmove.reading.people.called import called, mark_firms, may_be
from firstmove.reading.people.callings import is_role, is_thing
from firstmove.reading.people.cast import Cast
from firstmove.reading.people.countries import country_of
from firstmove.reading.people.leads import lead_of, owned_by_clause
from firstmove.reading.people.side import BLOCS, NONE, Side, is_definite, place_of


class NamedBodies:
    """``all``: the bodies of the report, in order; ``nouns``: what these are called; ``whole``: the
    names of several words, the longest first."""

    def __init__(self, cast: Cast, stems: dict[str, str]) -> None:
        self._cast = cast
        self._stems = stems
        self._single: dict[str, bool] | None = None
        self.all: tuple[Body, ...] = bodies_of(cast)
        mark_firms(cast, self.all)
        self.nouns = frozenset(noun for body in self.all for noun in body.nouns)
        whole = (b.name for b in self.all if " " in b.name and b.name[0].isupper())
        self.whole = tuple(sorted(whole, key=len, reverse=True))

    def full(self, words: str) -> str:
        """The fullest name that the report gives the body."""
        return short_name(self._cast, words)

    def named(self, noun: Token) -> Side:
        """The one named body that a noun can mean: "the union" for "Dock Workers Union"."""
        return Side(called(self._cast, self.all, noun))

    def of_people(self, people: Token) -> Side:
        """ "The tenants", whose spokesman somebody is, where just one body is the tenants'."""
        owners = f"{people.lower_}'"
        if people.tag_ not in ("NNS", "NNPS"):
            return NONE
        found = [b for b in self.all if owners in b.name.lower().replace("’", "'").split()]
        return Side(found[0].name) if len(found) == 1 else NONE

    def unnamed(self, owner: Token) -> Side:
        """ "the union's president" where no union has a name: the union, in those words."""
        word = lemma(owner)
        if word not in UNNAMED or not is_definite(owner) or self.may_be_named(owner):
            return NONE
        if any(c.dep_ not in ("det", "case", "punct") for c in owner.children):
            return NONE
        return Side(f"the {owner.lower_}", place_of([owner]))

    def may_be_named(self, noun: Token) -> bool:
        """Whether a body told before, no country, may be what a bare "the union" means."""
        word = lemma(noun)
        if any(
            index < noun.i and country_of(words) in BLOCS
            for index, words in self._cast.bodies.items()
        ):
            return True
        return any(
            body.first < noun.i
            and body.name.lower() not in self._stems
            and (" " in body.name or body.name.isupper())
            and may_be(body, word)
            for body in self.all
        )

    def is_body(self, words: str) -> bool:
        """Whether a name is a body or place by itself, not the rest of somebody's name."""
        short = words.removeprefix("the ").removeprefix("The ")
        if short.split()[-1].lower() in SPOTS and " " in short:
            return False  # "Market Square"
        if any(body.name == short and body.nouns for body in self.all):
            return True
        if " " in short or short.isupper() or short in self._cast.acronyms:
            return True
        if short in self._cast.unintroduced:
            return True
        if self._single is None:
            self._single = {}
            for token in self._cast.body_tokens:
                if token.pos_ != "PROPN":
                    continue
                place = token.ent_type_ in ("GPE", "ORG", "NORP", "LOC", "FAC")
                place = place or (token.dep_ == "pobj" and token.head.lower_ == "in")
                place = place or (token.dep_ == "poss" and is_role(token.head))
                place = place or (token.i not in self._cast.by_head and is_thing(token))
                place = place or self._governed(token) or owned_by_clause(token) in roles.STATEHOOD
                owns = token.dep_ in ("poss", "compound") and token.i not in self._cast.by_head
                place = place or (owns and lemma(token.head) in roles.STATEHOOD)
                self._single[token.text] = self._single.get(token.text, False) or place
        return self._single.get(short, False)

    def _governed(self, name: Token) -> bool:
        """ "Tarn" in "the mayor of Tarn", "Mayor Ann Roe of Tarn", "the town of Tarn"."""
        if name.dep_ != "pobj" or name.head.lower_ != "of":
            return False
        noun = name.head.head
        words = {lemma(noun)}
        if noun.i in self._cast.by_head:
            words = {t.lower_ for t in lead_of(noun)}
        return bool(words & (roles.OF_PLACES | roles.STATEHOOD | {"president"}))
