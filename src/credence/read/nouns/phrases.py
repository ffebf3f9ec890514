"""Noun phrases with their inner structure, taken from the dependency tree.

The labels are those of the ClearNLP scheme that spaCy's English pipelines use; nothing after this module and
``clauses`` sees them.
"""

from __future__ import annotations

from collections.abc import Iterator

from credence.model.document import Span
from credence.model.sighting import Form, Phrase
from credence.read.nouns.several import HOUSES, singled_out, told_of
from credence.read.words.forms import left_of, list_goes_on
from credence.read.words.tree import Token

_MODIFIERS = {"amod": "mod", "compound": "mod", "nmod": "mod", "quantmod": "mod", "nummod": "num", "poss": "poss"}
_OUTSIDE = {"relcl", "conj", "cc", "punct", "preconj", "advcl", "ccomp", "parataxis", "acl"}
_LANDS = {"territory", "soil", "land", "area", "region", "list", "blacklist", "register"}
_LISTS = {"like", "include", "such", "among"}  # "countries like China": the examples stand for the class
_ORGANS = {"government", "president", "minister", "leader", "ministry", "parliament", "ruler", "king", "authority"}
_TOGETHER = {"along", "together", "alongside"}
_STATES = {"country", "state", "nation", "government", "member", "power", "neighbor", "neighbour", "ally", "capital"}
_STATES |= {"region", "republic", "territory", "province", "entity", "statelet", "enclave"}
_NAME_ARTICLES = {"al", "el", "ul", "bin", "ibn", "ben", "van", "von", "de", "der", "da", "al-"}
_RULING = {"rule", "run", "govern", "lead", "control"}
_SAVING = (
    *("except", "except for", "apart from", "aside from", "other than", "exception of", "save", "save for", "besides"),
    *("but", "but for", "bar", "excluding"),
)
_FRESH = {"first", "new", "next", "incoming", "future", "appointed", "newly-appointed", "named", "nominated"}
_THAN = ("other than", "apart from", "aside from", "exception of")
_LETTERS = {"credence", "accreditation", "credential", "credentials", "letter", "letters", "commission"}
_POINTING = {"these", "those", "this", "that", "it", "there"}  # "these are diplomats in Lima"
_ROAMING = {"envoy", "emissary", "representative", "top"}  # often sent for talks only
_SENDING = {"send", "appoint", "name", "pick", "nominate", "choose", "dispatch", "select", "employ", "install"}
_LOYAL = {"loyal", "faithful", "answerable", "accountable", "allied", "aligned", "affiliated", "beholden"}
_LOYAL |= {"subordinate"}
_MAX_DEPTH = 6  # deeper nesting is a parse gone wrong


def coordinated(token: Token) -> Iterator[Token]:
    """Give a token and everything coordinated with it, in the order of the text."""
    yield token
    for child in token.children:
        if child.dep_ == "conj":
            if child.pos_ != "VERB" and not _strayed(child, token) and not excepted(child) and not not_even(child):
                yield from coordinated(child)
        elif child.dep_ == "appos" and _listed(child, token) and not not_even(child):
            yield from coordinated(child)
        elif child.dep_ == "prep":
            yield from _beside(child)


def excepted(noun: Token) -> bool:
    """Whether a noun is set apart by "not" or as an exception: "Peru, but not Chile", "no state but Chile"."""
    if not_even(noun):
        return False
    before = noun.doc[noun.left_edge.i - 1] if noun.left_edge.i else noun
    if noun.dep_ == "pobj" and before.lower_ == "by" and before.i and left_of(before).lower_ == "not":
        return True  # "but not by Chile"
    if before.lower_ == "than" and before.i and left_of(before).lower_ == "rather":
        return noun.dep_ == "conj"
    denied = before if before.lower_ == "not" else noun.left_edge
    if denied.lower_ == "not" and denied.i and noun.dep_ in {"conj", "npadvmod"}:
        return noun.dep_ == "conj" or left_of(denied).lower_ in {"but", "and", ","}
    return saved(noun)


def saved(noun: Token) -> bool:
    """Whether a noun is what "no other" is not said of: "no state but Peru (and Chile)", "apart from Peru, nobody"."""
    first = noun
    while first.dep_ == "conj" and first.head.pos_ == "PROPN":
        first = first.head
    start = first.left_edge.i
    before = " ".join(t.lower_ for t in first.doc[max(0, start - 4) : start])
    if before.endswith("but") and first.dep_ == "pobj" and first.head.dep_ == "cc":  # "by nobody but Peru"
        return is_nobody(first.head.head)
    if before.endswith("but") and first.dep_ in {"conj", "nsubj", "nsubjpass"}:
        rivals = [c for c in first.head.children if c.dep_ == first.dep_ and c.i < start]
        return any(is_nobody(c) or is_everybody(c) for c in (rivals if first.dep_ != "conj" else [first.head]))
    return before.endswith(_THAN) or (first.dep_ == "pobj" and before.endswith(_SAVING))


def is_nobody(noun: Token) -> bool:
    """Whether a noun is said of nobody: "no state", "none", "not a single country"."""
    if noun.lower_ in {"none", "nobody", "no-one"}:
        return True
    if any(c.lower_ in {"no", "not"} and c.i < noun.i and c.dep_ in {"det", "neg"} for c in noun.children):
        return True
    return not_one(noun)


def not_one(noun: Token) -> bool:
    """Whether a noun is of not one or not a single: "not one state has", where "not" may hang on the number."""
    before = [t.lower_ for t in noun.doc[max(0, noun.i - 3) : noun.i]]
    return before[-2:] == ["not", "one"] or before[-3:-1] == ["not", "one"] or before[-3:] == ["not", "a", "single"]


def not_even(noun: Token) -> bool:
    """Whether a name is one who is named where nobody does it: ", not even Peru"."""
    before = [t.lower_ for t in noun.doc[max(0, noun.left_edge.i - 2) : noun.i] if t.lower_ != "the"]
    return " ".join(before).endswith("not even") or before[:2] == ["not", "even"]


def is_everybody(noun: Token) -> bool:
    """Tell whether a noun is said of all: "all states (but Peru)", "every country", "everybody"."""
    if noun.lower_ in {"all", "everybody", "everyone"}:
        return True
    return any(
        c.lower_ in {"all", "every", "each"} and c.i < noun.i and c.dep_ in {"det", "predet"} for c in noun.children
    )


def _beside(prep: Token) -> Iterator[Token]:
    """What a preposition after a noun joins to it: "Norway, along with Peru", and conjuncts that hang too low."""
    nouns = [noun for noun in prep.children if noun.dep_ == "pobj"]
    if prep.lower_ in _TOGETHER:
        nouns += [g for c in prep.children if c.lower_ == "with" for g in c.children if g.dep_ == "pobj"]
        for noun in nouns:
            yield from (one for meant in (those_of(noun) or [noun]) for one in coordinated(meant))
        return
    for noun in nouns:
        for child in noun.children:
            if child.dep_ == "conj" and _strayed(child, noun):
                yield from coordinated(child)


def those_of(noun: Token) -> list[Token]:
    """Whose like is meant: "the government of Peru, together with those of Chile and Chad"."""
    above = next((t for t in noun.ancestors if t.pos_ == "NOUN"), noun)
    meant = noun.lower_ in {"those", "that"} and above.lemma_ in _ORGANS
    preps = [c for c in noun.children if c.lower_ == "of"] if meant else []
    return [g for prep in preps for g in prep.children if g.dep_ == "pobj" and g.pos_ == "PROPN"]


def _strayed(child: Token, noun: Token) -> bool:
    """Whether a conjunct belongs one level up: "the embassy in Tehran and the consulate in Shiraz"."""
    prep = noun.head
    if noun.dep_ != "pobj" or noun.pos_ != "PROPN" or prep.head.pos_ not in {"NOUN", "PROPN"}:
        return False
    return any(c.dep_ == "prep" and c.lower_ == prep.lower_ for c in child.children)


def _listed(child: Token, token: Token) -> bool:
    """Whether an apposition is really a list: "Kazakhstan, Kyrgyzstan and Russia" is often parsed so."""
    both = child.pos_ == token.pos_ == "PROPN"
    if both and token.dep_ == "nsubj" and token.head.tag_ in {"VBP", "VB"} and token.tag_ == "NNP":
        return True  # a headline: "Spain, Ireland, Norway recognise …"
    joined = any(c.dep_ == "conj" and c.i > child.i and c.pos_ == "PROPN" for c in (*token.children, *child.children))
    return both and (joined or list_goes_on(child))


def spread(token: Token) -> list[Token]:
    """Give the tokens a slot is distributed over: conjuncts, and examples after "like", "such as", "including".

    "Countries like China and Oman" gives China, Oman; "China, Iran and Oman" gives all three.
    """
    found: list[Token] = []
    for one in coordinated(token):
        examples = [named for child in told_of(one) for named in (*_examples(child), *_members(child))]
        if one.tag_ == "NN" and one.lemma_ in _LANDS:  # "the territory of Peru, including Lima"
            examples = []
        beside = one.pos_ == "PROPN" and any(c.lower_ == "like" for c in one.children)
        beside |= any(c.dep_ == "nummod" for c in one.children)  # "12 states, among them Peru": they are counted, too
        found.extend([one, *examples] if beside else examples or [one])  # "Norway, like Peru, has"
    return found


def _members(named: Token) -> Iterator[Token]:
    """Who "five members" or "three states" are, where the names follow: "two countries, Peru and Chile, have …"."""
    noun = named.head
    if named.dep_ != "appos" or named.pos_ != "PROPN" or not_even(named):
        return
    partial = any(c.dep_ == "prep" and c.lower_ in {"among", "including"} for c in noun.children)
    if noun.tag_ == "NNS" and noun.lemma_.lower() in _STATES and not partial:  # "12 allies, among them Peru"
        yield from coordinated(named)


def _examples(prep: Token) -> Iterator[Token]:
    if prep.dep_ not in {"prep", "acl"} or prep.lemma_.lower() not in _LISTS | {"as"}:
        return
    if prep.lower_ == "as" and not any(child.lower_ == "such" for child in prep.children):
        return
    for child in prep.children:
        if child.dep_ in {"pobj", "dobj"} and child.pos_ == "PROPN":
            yield from coordinated(child)


def phrase(token: Token, offset: int, depth: int = 0) -> Phrase:
    """Make the phrase whose head is ``token``.

    Args:
        token: Head of the noun phrase.
        offset: Where the parsed sentence begins in the stored text.
        depth: How deep the phrase is nested in another one.

    Returns:
        The phrase, with offsets into the stored text.
    """
    known: dict[tuple[int, int, int], Phrase] = token.doc.user_data.setdefault("phrases", {})
    key = (token.i, offset, depth)
    if key not in known:
        known[key] = _phrase(token, offset, depth)
    return known[key]


def _phrase(token: Token, offset: int, depth: int) -> Phrase:
    head = _head(token)  # of which a part may hang elsewhere: "the Hayat Tahrir al-Sham (HTS) group"
    tokens = [*head, *_inside(token)]
    first, last = min(tokens, key=lambda t: t.i), max(tokens, key=lambda t: t.i)
    links = tuple(_links(token, offset, depth)) if depth < _MAX_DEPTH else ()
    return Phrase(
        span=_span(first, last, offset),
        head=_span(head[0], head[-1], offset),
        text=token.doc.written(first.i, last.i + 1),
        lemma=token.lemma_.lower(),
        form=_form(token),
        determiner=_determiner(token),
        links=links,
    )


def _inside(token: Token) -> Iterator[Token]:
    """Tokens of the phrase below its head, leaving out clauses and conjuncts."""
    for child in token.children:
        if child.dep_ not in _OUTSIDE:
            yield child
            yield from _inside(child)


def _head(token: Token) -> list[Token]:
    """The head with the parts of a name that stand directly before it: "Amir Khan Muttaqi", "Ahmed al-Sharaa"."""
    words = [token]
    while (token.pos_ == "PROPN" or _follows_article(token)) and words[0].i > 0:
        before = left_of(words[0])
        initial = before.text[0].isupper() and before.text[1:] == "."  # "Robert A. Doe"
        part = before.dep_ in {"compound", "nmod", "flat"} and before.head in words
        part = part and (before.pos_ == "PROPN" or initial)
        hyphen = before.text == "-" and before.i > 0 and _is_article(left_of(before))
        if not part and not hyphen and not _is_article(before):
            break
        words.insert(0, before)
    return words


def _is_article(token: Token) -> bool:
    """Whether a word joins the parts of a name: "al", "bin"."""
    return token.lower_ in _NAME_ARTICLES


def _follows_article(token: Token) -> bool:
    """Whether a capital stands behind the "al-" of a name, which may be parsed as a noun: "al-Sharaa"."""
    dash = token.i > 1 and token.text[:1].isupper() and left_of(token).text == "-"
    return dash and _is_article(left_of(left_of(token)))


def _links(token: Token, offset: int, depth: int) -> Iterator[tuple[str, Phrase]]:
    """What hangs on a noun, by how it does."""
    for child in token.children:
        if child.tag_ == "WP$" and child.dep_ == "poss":
            yield from (("poss", phrase(one, offset, depth + 1)) for one in whose(child))
        elif child.dep_ in _MODIFIERS:
            for one in coordinated(child):
                yield _MODIFIERS[child.dep_], phrase(one, offset, depth + 1)
        elif child.dep_ == "appos" and not _listed(child, token):
            several = token.tag_ == "NNS" and child.pos_ == "PROPN"  # "the ministers Omar Varga and Ana Rojas"
            whole = coordinated(child) if several or singled_out(child) else [child]
            yield from (("appos", phrase(one, offset, depth + 1)) for one in whole)
        elif child.dep_ in {"prep", "agent", "dative"}:
            yield from _prepositional(child, offset, depth)
        elif child.dep_ in {"relcl", "acl"}:
            yield from _doers(child, offset, depth)
    yield from _of_house(token, offset, depth)
    yield from _strayed_by(token, offset, depth)
    yield from _loyal_to(token, offset, depth)


def _of_house(token: Token, offset: int, depth: int) -> Iterator[tuple[str, Phrase]]:
    """What hangs on the building of a mission: "the Chadian embassy building in Lima"."""
    if token.dep_ == "compound" and token.head.lemma_ in HOUSES:
        yield from (link for link in _links(token.head, offset, depth) if link[1].head.start != offset + token.idx)


def _loyal_to(token: Token, offset: int, depth: int) -> Iterator[tuple[str, Phrase]]:
    """Whose people are who are "loyal to the government"."""
    loyal = [child for child in token.children if child.i > token.i and child.lower_ in _LOYAL]
    for prep in (one for quality in loyal for one in quality.children):
        if prep.dep_ == "prep" and prep.lower_ in {"to", "with"}:
            yield from (("from", whose) for _, whose in _prepositional(prep, offset, depth))


def _strayed_by(token: Token, offset: int, depth: int) -> Iterator[tuple[str, Phrase]]:
    """What an object has after "by" that was hung on its verb: "condemned the strikes by Chad"."""
    if token.dep_ != "dobj" or any(c.dep_ in {"auxpass", "nsubjpass"} for c in token.head.children):
        return
    for child in token.head.children:
        if child.lower_ == "by" and child.i > token.i and child.dep_ in {"prep", "agent"}:
            yield from _prepositional(child, offset, depth)


def whose(pronoun: Token) -> list[Token]:
    """Give the nouns "whose" stands for: those its relative clause hangs on."""
    verb = pronoun.head
    while verb.dep_ not in {"relcl", "ROOT"}:
        verb = verb.head
    return spread(verb.head) if verb.dep_ == "relcl" else []


def _doers(verb: Token, offset: int, depth: int) -> Iterator[tuple[str, Phrase]]:
    """Who does what a clause says of its noun: "the campaign (that) Peru wages", and after "by" for participles."""
    if verb.dep_ == "relcl" and verb.lemma_ in _RULING:  # "the generals who rule Chad"
        ruled = [c for c in verb.children if c.dep_ == "dobj" and c.pos_ == "PROPN"]
        yield from (("of", phrase(one, offset, depth + 1)) for one in ruled)
    for child in verb.children:
        if verb.dep_ == "acl":
            if verb.tag_ == "VBN" and child.lower_ == "by" and child.dep_ in {"agent", "prep"}:
                links = list(_prepositional(child, offset, depth))
                yield from links
                yield from (("from", sender) for _, sender in links if verb.lemma_ in _SENDING)
        elif child.dep_ == "nsubj" and child.tag_ not in {"WDT", "WP"} and child.lower_ != "that":
            for one in coordinated(child):
                yield "doer", phrase(one, offset, depth + 1)


def _prepositional(prep: Token, offset: int, depth: int) -> Iterator[tuple[str, Phrase]]:
    for child in prep.children:
        if child.dep_ == "pobj":
            for one in spread(child):
                yield prep.lower_, phrase(one, offset, depth + 1)
        elif child.dep_ == "prep" or (child.dep_ == "conj" and child.pos_ == "ADP"):  # "out of", "because of"
            yield from _prepositional(child, offset, depth)


def _span(first: Token, last: Token, offset: int) -> Span:
    return Span(offset + first.idx, offset + last.idx + len(last))


def _form(token: Token) -> Form:
    if token.pos_ == "PRON" or token.tag_ in {"PRP", "PRP$", "WP", "WDT", "EX"}:
        return "pronoun"
    if token.pos_ == "PROPN" or token.tag_ in {"NNP", "NNPS"} or _follows_article(token):
        return "name"
    return "number" if token.pos_ == "NUM" else "noun"


def _determiner(token: Token) -> str:
    for child in token.children:
        if child.dep_ in {"det", "predet"}:
            return str(child.lower_)
    return ""


def is_new(token: Token) -> bool:
    """Tell whether a noun brings in somebody not yet known: "an ambassador", "Taliban diplomats", "its first envoy"."""
    articles = {c.lower_ for c in token.children if c.dep_ == "det"}
    if articles:
        return articles <= {"a", "an", "any", "no", "another"} or _is_fresh(token)
    owned = any(c.dep_ == "poss" for c in token.children)
    return token.tag_ == "NNS" if not owned else _is_fresh(token)


def is_someone(token: Token, *, person: bool) -> bool:
    """Tell whether a word can be somebody's name or stand for one; "Letters of Credence" names nobody."""
    unfit = _LETTERS | _POINTING if person else _LETTERS
    return token.pos_ in {"PROPN", "PRON"} and token.lemma_.lower() not in unfit


def is_own(token: Token) -> bool:
    """Tell whether a noun is its subject's "own": "expelled Chad's envoy and recalled its own ambassador"."""
    if any(c.text[:1].isupper() for c in token.lefts):  # "turned out its own American ambassador"
        return False
    return any(c.lower_ == "own" for c in token.children) and any(c.tag_ == "PRP$" for c in token.children)


def is_such_envoy(kind: str, token: Token) -> bool:
    """Tell whether an envoy is a newcomer, a resident, or an arrival, who is both: not "US envoy X arrived".

    A posted one is said to be so: "its ambassador in Moscow". One's own is so by "its", and all others are foreign.
    """
    if kind in {"own", "foreign"}:
        return (kind == "own") == any(c.tag_ == "PRP$" for c in token.children)
    named = {
        token.lemma_.lower(),
        *(c.lemma_.lower() for c in token.children if c.dep_ in {"compound", "appos", "amod"}),
    }
    resident = not named & _ROAMING or _is_fresh(token)
    if kind == "owned":  # "Peru's ambassador returned to Lima", but not "the ambassador will return to Lima"
        return resident and any(c.dep_ == "poss" or c.text[:1].isupper() for c in token.lefts if c.dep_ != "det")
    if kind == "posted":
        return resident and any(c.lower_ in {"to", "in", "at"} and c.i > token.i for c in token.children)
    beside = (c for c in token.children if c.dep_ == "appos" and token.pos_ == "PROPN")
    fresh = is_new(token) or any(map(_is_fresh, beside))  # "Ana Rojas, its new ambassador"
    return (kind == "newcomer" or resident) and (kind == "resident" or fresh)


def _is_fresh(token: Token) -> bool:
    """Whether a noun is of one who was not there before: "its new ambassador", "its ambassador-designate"."""
    return token.lemma_ == "designate" or any(t.lower_ in _FRESH for c in token.lefts for t in c.subtree)
