"""Sentences parsed a second time with a word that the parser knows in the place of one that leads it astray.

Headline verbs that it takes for nouns ("Chad expels envoy"), and names on both sides of the comma after an opening
clause that it takes for a list ("By recognising Chad, Peru angered Chile"), and "the former" before a verb that was
taken for an adjective ("The former annexed Crimea"). The trees then belong to the words as written.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

from credence.catalog.spelling import fold
from credence.read.words.forms import FINITE, SUBJECT, left_of, right_of
from credence.read.words.tree import Doc, Token

_STAND_IN = "suspends"
_STAND_IN_IN_DOUBT = "suspended"  # the form that is never taken for a noun
_ENDS = (".", "!", "?", '"', ":", ";")
_BEFORE = {"PROPN", "ADJ", "DET", "PUNCT", "CCONJ", "PART", "NOUN", "NUM"}
_UNDONE = {"compound", "amod", "nmod"}  # of what is tagged a verb and parsed as part of a noun
_OPENERS = frozenset(
    {
        "after",
        "following",
        "amid",
        "given",
        "beyond",
        "within",
        "although",
        "between",
        "during",
        "at",
        "from",
        "under",
        "as",
        "because",
        "before",
        "by",
        "despite",
        "if",
        "in",
        "instead",
        "once",
        "since",
        "though",
    }
    | {
        "to",
        "unless",
        "until",
        "upon",
        "when",
        "whenever",
        "whereas",
        "while",
        "without",
        "on",
        "for",
        "with",
        "rather",
    }
)
_COUNTED = {"two", "three", "four"}
_BARRED = {"CCONJ", "ADP", "SCONJ"}
_SHORTEST = 4
_NO_OBJECT = {"ADP", "AUX", "CCONJ", "PUNCT", "SCONJ"}


def with_verb(doc: Doc, parse: Callable[[Iterable[str]], Iterator[Doc]], predicates: Collection[str]) -> Doc:
    """Give the tree of a headline with its verb; the same tree for all other sentences.

    Args:
        doc: The parsed sentence.
        parse: The parser.
        predicates: Folded lemmas that patterns speak of: only those are sought.
    """
    name = _listed_wrongly(doc)
    if name is not None:
        return _standing_in(doc, name, "it", {"dobj", "pobj"}, parse)
    if (ordinal := _one_of_two(doc)) is not None:
        return _standing_in(doc, ordinal, "state", SUBJECT, parse)
    if doc.text.rstrip().endswith(_ENDS) and not _taken_for_noun(doc):
        return doc
    for token in _candidates(doc):
        lemma = next((one for one in _lemmas(token.lower_) if fold(one) in predicates), None)
        if lemma is None:
            continue
        one = token.text.endswith("s")
        for stand_in in (_STAND_IN, _STAND_IN_IN_DOUBT) if one else (_STAND_IN_IN_DOUBT,):
            text = doc.text[: token.idx] + stand_in + doc.text[token.idx + len(token) :]
            again = next(iter(parse([text]))) if stand_in != token.lower_ else doc
            if len(again) == len(doc) and _heads(again[token.i]):
                return _rewritten(doc, again, token.i, (lemma, "VBZ" if one else "VBP", "VERB"))
    return doc


def _taken_for_noun(doc: Doc) -> bool:
    """Whether a whole sentence hangs on what looks like a headline's verb: "Tbilisi severs ties and asks"."""
    root = next((t for t in doc if t.dep_ == "ROOT"), doc[0])
    if any(t.tag_ in FINITE and t.dep_ in {"ROOT", "aux", "auxpass"} for t in doc):
        return False
    nouns = root.tag_ in {"NNS", "NNPS"} and root.text.islower()
    return any((nouns and t == root) or t.dep_ == "compound" for t in _candidates(doc))


def _listed_wrongly(doc: Doc) -> Token | None:
    """The name that ends an opening clause, where it was taken for the subject behind the comma or a part of it."""
    if doc[0].lower_ not in _OPENERS:
        return None
    for comma in doc[2:-2]:
        name, following = left_of(comma), right_of(comma)
        if comma.text == "," and name.pos_ == "PROPN" and _bereft(doc, name, comma):
            return name
        if comma.text != "," or name.pos_ != "PROPN" or not following.text[:1].isupper():
            continue
        verb = next((t for t in doc[following.i : following.i + 5] if t.pos_ in {"VERB", "AUX"}), None)
        before = list(doc[following.i : verb.i]) if verb is not None else []
        if verb is None or (any(t.is_punct or t.pos_ in _BARRED for t in before) and not _is_pair(before)):
            return None
        joined = any(t.dep_ in {"conj", "appos"} and t.head == name for t in before)
        return name if joined or (name.dep_ in SUBJECT and name.head.i > comma.i) else None
    return None


def _is_pair(words: Sequence[Token]) -> bool:
    """Whether words are nothing but two names: "Following talks in Oslo, Chad and Mali agreed"."""
    return all(t.pos_ == "PROPN" or t.lower_ in {"and", "the"} for t in words)


def _bereft(doc: Doc, name: Token, comma: Token) -> bool:
    """Whether the main verb has no subject, and all that stands before it behind the comma hangs on the name."""
    verb = next((t for t in doc[comma.i :] if t.dep_ == "ROOT" and t.tag_ in {"VBD", "VBZ", "VBP", "VBN"}), None)
    if verb is None or any(c.dep_ in {*SUBJECT, "expl", "csubj"} for c in verb.children):
        return False
    heads = [t for t in doc[comma.i + 1 : verb.i] if t.dep_ == "appos" and t.head == name]
    return bool(heads) and heads[0].left_edge.i == comma.i + 1


def _one_of_two(doc: Doc) -> Token | None:
    """The word of "the former" that was taken for an adjective, and the verb behind it for another one.

    So is "two" of "The two severed ties", if the sentence has no other verb.
    """
    verbless = not any(t.tag_ in FINITE for t in doc)
    for token in doc[1:-2]:
        counted = verbless and token.lower_ in _COUNTED and token.dep_ == "nummod"
        if counted or (token.lower_ in {"former", "latter"} and token.dep_ in _UNDONE | {"advmod"}):
            verb = right_of(token)
            adjective = verb.dep_ == "amod" and verb.text.endswith("ed") and token.head in {verb, verb.head}
            return token if adjective and left_of(token).lower_ == "the" else None
    return None


def _standing_in(
    doc: Doc, word: Token, stand_in: str, wanted: Collection[str], parse: Callable[[Iterable[str]], Iterator[Doc]]
) -> Doc:
    """The tree of a sentence with another word in place of one, if that then is what it should be."""
    text = f"{doc.text[: word.idx]}{stand_in}{doc.text[word.idx + len(word) :]}"
    again = next(iter(parse([text])))
    fits = len(again) == len(doc) and again[word.i].dep_ in wanted
    return _rewritten(doc, again, word.i, (word.text, word.tag_, word.pos_)) if fits else doc


def _candidates(doc: Doc) -> Iterator[Token]:
    """The first word in -s after a name that opens the headline, if it is no verb and stands before an object.

    After two names it is one without: "Peru and Chad restore ties".
    """
    for token in doc[1:-1]:
        if (token.pos_ not in _BEFORE and token.dep_ not in _UNDONE) or token.tag_ == "TO":
            return
        before, after = doc[token.i - 1], doc[token.i + 1]
        verbal = token.text.endswith("s") or (token.tag_ in {"NN", "JJ", "VB"} and _two_names(before))
        small = token.text.islower() and verbal and len(token) >= _SHORTEST
        if small and before.text[:1].isupper() and after.pos_ not in _NO_OBJECT and after.tag_ not in {"VBD", "VBN"}:
            yield token
            return


def _two_names(last: Token) -> bool:
    """Whether a name is the second of two that open a sentence: "Peru and Chad restore ties"."""
    return any(t.text in {"and", ","} for t in last.doc[1 : last.i]) and all(
        t.pos_ == "PROPN" or t.lower_ in {"and", ",", "the"} for t in last.doc[: last.i + 1]
    )


def _lemmas(word: str) -> Iterator[str]:
    if not word.endswith("s"):
        yield word
        return
    yield word[:-1]
    if word.endswith("es"):
        yield word[:-2]
    if word.endswith("ies"):
        yield f"{word[:-3]}y"


def _heads(verb: Token) -> bool:
    """Whether a word is the verb of the headline, with a subject and an object."""
    below = {child.dep_ for child in verb.children}
    return verb.pos_ == "VERB" and verb.dep_ == "ROOT" and "nsubj" in below and bool(below & {"dobj", "prt"})


def _rewritten(doc: Doc, again: Doc, place: int, word: tuple[str, str, str]) -> Doc:
    """The second tree over the words as written; lemma, tag and part of speech of the word replaced are given."""
    return Doc(
        words=[token.text for token in doc],
        spaces=[bool(token.whitespace_) for token in doc],
        tags=[word[1] if token.i == place else token.tag_ for token in again],
        pos=[word[2] if token.i == place else token.pos_ for token in again],
        lemmas=[word[0] if token.i == place else token.lemma_ for token in again],
        heads=[token.head.i for token in again],
        deps=[token.dep_ for token in again],
    )
