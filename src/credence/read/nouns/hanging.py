"""What hangs on a noun by prepositions, also behind nouns that only lead on to another."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from credence.read.nouns.phrases import spread
from credence.read.words.forms import SUBJECT
from credence.read.words.tree import Token

CURRENCY = {"$", "€", "£", "¥", "a$", "us$", "c$", "nz$", "hk$", "usd", "eur", "gbp", "chf", "aed"}
CURRENCIES = frozenset(
    {"dollar", "euro", "pound", "rupee", "yuan", "rouble", "ruble", "riyal", "dirham", "lira", "franc", "yen", "krone"}
    | {"kroner", "kronor", "krona", "rand", "naira", "baht", "shekel", "reais", "zloty", "shilling", "peso", "afghani"}
    | {"renminbi"}
    | {"birr", "cedi", "cedis", "cordoba", "cordobas", "crowns", "córdoba", "córdobas", "d-mark"}
    | {"d-marks", "deutschmark", "deutschmarks", "dinar", "dinars", "dirhams", "dollars", "drachma"}
    | {"drachmae", "drachmas", "escudo", "escudos", "forint", "forints", "francs", "gourde", "gourdes"}
    | {"guilder", "guilders", "hryvnia", "hryvnias", "hryvnya", "hryvnyas", "koruna", "korunas", "kwacha"}
    | {"kyat", "kyats", "lari", "lempira", "lempiras", "leva", "liras", "lire", "manat", "manats"}
    | {"markka", "markkas", "marks", "meticais", "peseta", "pesetas", "pesos", "pounds", "rial", "rials"}
    | {"riel", "riels", "ringgit", "riyals", "rupees", "rupiah", "schilling", "schillings", "shekels"}
    | {"shillings", "tenge"}
)
_OWNING = {"own", "hold", "have", "possess", "keep"}
_LEAVE = {"permission", "waiver", "approval", "consent", "license", "licence", "clearance"}  # "to move $3 million"
_IN_TIME = {"in", "since", "from", "until", "till", "by", "during", "before", "after", "for"}
_IMPOSING = {"impose", "place", "put", "adopt", "introduce", "slap", "enact", "issue", "order", "offer"}
_GIVING = {"grant", "give", "accord", "extend", "afford"}
_FARING = frozenset(
    {"be", "become", "remain", "live", "enjoy", "have", "feel", "know", "flourish", "prosper", "thrive"}
    | {"survive", "grow", "succeed", "win", "receive", "get", "see", "benefit", "play", "understand", "belong", "work"}
)
_BRINGING = {
    "arrest",
    "betray",
    "bring",
    "capture",
    "catch",
    "deliver",
    "enable",
    "find",
    "give",
    "hand",
    "help",
    "lead",
    "locate",
    "turn",
}
_INFORMANTS = {
    "anybody",
    "anyone",
    "citizen",
    "informant",
    "people",
    "person",
    "somebody",
    "someone",
    "those",
    "whoever",
}
_DEEP = 4  # how far a noun's relatives and light nouns are followed

Oblique = tuple[str, tuple[Token, ...]]
IsLight = Callable[[Token], bool]


def governed(prep: Token) -> list[Token]:
    """Give all of whom or which a preposition stands before: "with Peru, Chad and Mali"."""
    return [one for noun in prep.children if noun.dep_ == "pobj" for one in spread(noun)]


def hanging(token: Token, light: IsLight, depth: int = 0) -> Iterator[Oblique]:
    """What hangs on a noun by prepositions, its own or those of its relative: "sanctions (it) imposed on Chad".

    Light nouns are seen through: "a reward for information leading to the arrest of" a person is for the person.

    Args:
        token: The noun, or a clause or preposition below it.
        light: Whether a noun is light.
        depth: How far from the noun it is.
    """
    if not depth and token.pos_ == "NOUN":
        yield from _due(token)
    for child in token.children:
        if (child.dep_ in {"acl", "relcl"} or child.lower_ == "worth") and depth < _DEEP:
            yield from _said_of(child)
            yield from hanging(child, light, depth + 1)
        if child.dep_ == "dobj" and token.pos_ == "VERB" and not depth:  # "ceased to recognise Kosovo"
            yield "of", tuple(spread(child))
        if child.dep_ == "ccomp" and token.pos_ == "VERB" and not depth:  # "to help Chad clear its arrears"
            yield "of", _helped(child)
        if child.dep_ in {"prep", "agent"} or (child.dep_ == "dative" and child.pos_ == "ADP"):  # "owed to Chad"
            for prep in _row(child):
                yield from _followed(prep, light, depth)


def _due(noun: Token) -> Iterator[Oblique]:
    """Who is to act by a noun, and what: "the need for Peru to act", "the importance of Peru releasing them".

    Nobody is to act who is to fare well: "the need for them to live in peace".
    """
    for verb in noun.children:
        marked = any(c.dep_ == "mark" and c.lower_ == "for" for c in verb.children) and verb.lemma_ not in _FARING
        if verb.dep_ in {"advcl", "acl", "relcl"} and verb.tag_ == "VB" and marked:
            yield "for", tuple(one for c in verb.children if c.dep_ in SUBJECT for one in spread(c))
            yield "to", (verb,)
        elif verb.dep_ == "prep" and verb.lower_ == "of":
            yield from _doing(verb)


def _doing(of: Token) -> Iterator[Oblique]:
    named = [c for c in of.children if c.dep_ == "pobj"]
    inside = [t for t in of.children if t.tag_ == "VBG" and t.dep_ == "pcomp"]
    after = named[-1].right_edge.i + 1 if named else -1  # the gerund, whatever the parser hung it on
    behind = [t for t in of.doc[after : after + 1] if named and t.tag_ == "VBG" and t.dep_ in {"acl", "advcl"}]
    for gerund in (t for t in (*inside, *behind) if t.lemma_ not in _FARING):
        doers = [c for c in gerund.children if c.dep_ in SUBJECT] if gerund in inside else named
        yield "for", tuple(one for c in doers for one in spread(c))
        yield "to", (gerund,)


def through(obliques: Iterable[Oblique], light: IsLight) -> Iterator[Oblique]:
    """Obliques with what stands behind their light nouns: "raised the reward for the capture of" a person."""
    for preposition, tokens in obliques:
        yield preposition, tokens
        yield from _behind(preposition, tokens, light, 1)
        yield from (("for", wanted) for t in tokens if t.lower_ in _INFORMANTS and (wanted := _wanted(t)))


def _wanted(informant: Token) -> tuple[Token, ...]:
    """Whom an informant gives away: "whoever turns in Varga", "anyone whose tip leads the police to Varga"."""
    verbs = [c for c in informant.children if c.dep_ in {"relcl", "acl"}]
    verbs += [informant.head] if informant.lower_ == "whoever" else []
    verbs += [c for verb in verbs for c in verb.children if c.dep_ in {"xcomp", "ccomp"}]
    for verb in (v for v in verbs if v.lemma_ in _BRINGING):
        led = verb.lemma_ == "lead"
        preps = [c for c in verb.children if c.dep_ == "prep" and (c.lower_ == "to" if led else c.lower_ == "in")]
        things = [n for c in preps for n in c.children if n.dep_ == "pobj"]
        things += [] if led else [c for c in verb.children if c.dep_ == "dobj"]
        if things:
            return tuple(one for thing in things for one in spread(thing))
    return ()


def is_money(token: Token) -> bool:
    """Tell whether a token heads a sum of money."""
    if token.lower_ in CURRENCY:
        return True
    return token.lemma_ not in _LEAVE and any(
        t.lower_ in CURRENCY or {t.lower_, t.lemma_.lower()} & CURRENCIES for t in token.subtree
    )


def is_year(token: Token) -> bool:
    """Tell whether a number is a year: "in 2019"."""
    return token.text.isdigit() and len(token.text) == 4 and token.dep_ == "pobj" and token.head.lower_ in _IN_TIME


def _said_of(clause: Token) -> Iterator[Oblique]:
    """What a clause says of a noun as if by a preposition: "sanctions targeting Chad", "a grant worth $5 million".

    So does "the embargo under which Chad labours".
    """
    if clause.lemma_ == "target":
        yield "against", tuple(one for c in clause.children if c.dep_ == "dobj" for one in spread(c))
    if clause.dep_ == "relcl" and clause.lemma_ in _IMPOSING:  # "sanctions which the council imposed"
        yield "by", tuple(one for c in clause.children if c.dep_ == "nsubj" and c.pos_ != "PRON" for one in spread(c))
    if clause.dep_ == "relcl" and any(c.lower_ == "under" and any(c.children) for c in clause.children):
        yield "against", tuple(one for c in clause.children if c.dep_ in SUBJECT for one in spread(c))
    if clause.dep_ == "relcl" and clause.lemma_ in _GIVING:  # "the recognition it had granted Kosovo"
        yield "of", tuple(one for c in clause.children if c.dep_ in {"dobj", "dative"} for one in spread(c))
    if clause.dep_ == "relcl" and clause.lemma_ == "bring":  # "information that brings Varga to justice"
        yield "to", tuple(one for c in clause.children if c.dep_ == "dobj" for one in spread(c))
    if clause.dep_ == "relcl" and clause.lemma_ in _OWNING:  # "any assets Varga may hold in Peru"
        yield "of", tuple(one for c in clause.children if c.dep_ == "nsubj" and c.pos_ == "PROPN" for one in spread(c))
    if clause.lower_ == "worth":
        yield "of", tuple(c for c in clause.children if c.dep_ in {"npadvmod", "dobj", "pobj"})


def _helped(verb: Token) -> tuple[Token, ...]:
    bare = verb.tag_ == "VB" and not any(c.dep_ in {"mark", "aux"} for c in verb.children)
    return tuple(one for c in verb.children if bare and c.dep_ == "nsubj" for one in spread(c))


def _row(prep: Token) -> Iterator[Token]:
    """A preposition and those coordinated with it: "on Chad, on Mali and on Niger"."""
    yield prep
    for child in prep.children:
        if child.dep_ == "conj" and child.pos_ == "ADP":
            yield from _row(child)


def _followed(prep: Token, light: IsLight, depth: int) -> Iterator[Oblique]:
    nouns = tuple(governed(prep))
    yield prep.lower_, nouns
    if depth < _DEEP:
        for sum_ in filter(is_money, nouns):  # "a reward of $5 million for"
            yield from hanging(sum_, light, depth + 1)
        yield from _behind(prep.lower_, nouns, light, depth + 1)


def _behind(preposition: str, nouns: tuple[Token, ...], light: IsLight, depth: int) -> Iterator[Oblique]:
    for noun in filter(light, nouns):
        yield preposition, tuple(c for c in noun.children if c.dep_ == "poss")  # "leading to his capture"
        for inner, tokens in hanging(noun, light, depth):
            yield preposition, tokens
            if inner != "of":
                yield inner, tokens
