"""Who does what a verb says: its own subject, or the one it takes from a clause or noun above; and its obliques."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from credence.catalog.cues import Cues
from credence.catalog.spelling import fold
from credence.read.phrases import coordinated, spread

SUBJECTS = {"nsubj", "nsubjpass", "csubj"}
WH = {"WDT", "WP", "WP$", "WRB"}
_INHERITING = {"xcomp", "advcl", "pcomp", "acl", "conj", "ccomp", "prep"}
_TALLIES = {"number", "total", "tally"}
_ADDRESSED = {"on", "upon", "to", "with", "for"}
_NTH = re.compile(r"\d+(?:st|nd|rd|th)|\w+(?:nth|fth|xth|enth|ieth)|eighth|ninth|fifth")
_SPEAKING = frozenset(
    {"ambassador", "chancellor", "emir", "envoy", "king", "leader", "minister", "premier", "president", "secretary"}
)
_ORDINALS = frozenset(
    {"first", "second", "third", "fourth", "fifth", "sixth", "only", "last", "latest", "next", "sole"}
)


def subjects_of(verb: Token, cues: Cues) -> Iterator[Token]:
    """Give the subjects of a verb, its own or those it inherits by relative, control, participle or coordination."""
    own = [c for c in parts_of(verb) if c.dep_ in SUBJECTS]
    if own:
        for subject in own:
            yield from _reported(subject, verb, cues) or _antecedents(subject, verb, cues)
    elif verb.dep_ in {"relcl", "acl"} and verb.head.pos_ in {"NOUN", "PROPN", "PRON", "ADJ", "NUM"}:
        yield from _from_noun(verb, cues)
    elif verb.dep_ in _INHERITING or verb.dep_ == "relcl":
        yield from _inherited(verb, cues)


def parts_of(verb: Token) -> Iterator[Token]:
    """Give what hangs on a verb or on its auxiliaries: "it has not, as some wrote, closed"."""
    for child in verb.children:
        yield child
        if child.dep_ in {"aux", "auxpass"}:
            yield from child.children


def _reported(subject: Token, verb: Token, cues: Cues) -> list[Token]:
    """Whom "it" or "they" means in reported speech: the one who speaks, where that is no person to all appearance."""
    if verb.dep_ != "ccomp" or fold(verb.head.lemma_) not in cues.governors:
        return []
    speakers = list(subjects_of(verb.head, cues)) if subject.lower_ in {"it", "they", "he", "she"} else []
    if subject.lower_ in {"he", "she"}:  # "Chad's minister said he welcomed it"
        return speakers if len(speakers) == 1 and speakers[0].lemma_.lower() in _SPEAKING else []
    plain = all(s.pos_ == "PROPN" and not any(c.dep_ == "compound" for c in s.children) for s in speakers)
    return speakers if plain and (len(speakers) > 1) == (subject.lower_ == "they") else []


def _antecedents(subject: Token, verb: Token, cues: Cues) -> Iterator[Token]:
    """A relative pronoun stands for the noun its clause hangs on."""
    if subject.tag_ in WH or (subject.lower_ == "that" and subject.tag_ in {"WDT", "IN", "DT"}):
        clause = verb
        while clause.dep_ == "conj":
            clause = clause.head
        if clause.dep_ == "relcl":
            yield from _stands_for(clause.head, cues)
            return
    yield from spread(subject)


def _stands_for(noun: Token, cues: Cues) -> Iterator[Token]:
    """The noun, or what it is said to be: "China became the first to receive" is about China."""
    verb = noun.head
    if noun.dep_ in {"attr", "oprd"} and verb.pos_ in {"VERB", "AUX"}:
        yield from subjects_of(verb, cues)
    elif noun.dep_ == "nsubj" and ordinal(noun) and any(c.dep_ == "attr" for c in verb.children):
        yield from (one for c in verb.children if c.dep_ == "attr" for one in coordinated(c))
    else:
        ones = list(_one_of(noun, cues))
        if not ones or any(c.dep_ == "nummod" for c in noun.children):  # "one of three states that": both count
            yield from spread(noun)
        yield from ones


def tallied(number: Token) -> bool:
    """Whether it is what a number amounts to: "the number of states that recognise Peru stands at 40"."""
    if number.head.lower_ not in {"at", "to"} or number.head.dep_ != "prep":
        return False
    return any(t.lemma_.lower() in _TALLIES for t in number.doc[: number.i] if t.dep_ in {"nsubj", "dobj", "nsubjpass"})


def _one_of(noun: Token, cues: Cues) -> Iterator[Token]:
    """Who is one of them: "Peru is among the states that", "Peru, one of three that", "was among the first to"."""
    prep = noun.head
    if noun.dep_ != "pobj" or prep.lower_ not in {"of", "among"}:
        return
    whole = prep.head
    if whole.lemma_.lower() in _TALLIES:
        yield from (t for t in noun.doc[noun.i :] if t.pos_ == "NUM" and tallied(t))
    elif whole.lemma_ == "be":
        yield from subjects_of(whole, cues)
    elif whole.lower_ == "one" and whole.dep_ == "appos":
        yield whole.head
    elif whole.lower_ == "one" and whole.dep_ == "attr":
        yield from subjects_of(whole.head, cues)


def _from_noun(verb: Token, cues: Cues) -> Iterator[Token]:
    noun = verb.head
    if verb.tag_ == "VBG" and fold(noun.lemma_) in cues.writs:  # "issued a decree banning …"
        yield from _author(noun, cues)
        return
    if not infinitive(verb) or ordinal(noun):
        yield from _stands_for(noun, cues)
        return
    owners = [c for c in noun.children if c.dep_ == "poss"]
    owners += [t for prep, tokens in obliques_of(noun) if prep in {"of", "by", "on", "upon", "to"} for t in tokens]
    if owners:  # "the failure of X to …", "Berlin's decision to …", "calls on X to …"
        for owner in owners:
            yield from coordinated(owner)
    elif noun.dep_ in {"dobj", "attr", "nsubjpass", "pobj"}:
        head = noun.head if noun.dep_ != "pobj" else noun.head.head
        yield from (_controller(verb, head, cues) if noun.dep_ != "attr" else _stands_for(noun, cues))
    else:
        yield from _stands_for(noun, cues)


def _author(noun: Token, cues: Cues) -> Iterator[Token]:
    """Whose written act a noun is: of its owner, or of who issues it."""
    owners = [c for c in noun.children if c.dep_ == "poss"]
    owners += [t for prep, tokens in obliques_of(noun) if prep in {"of", "by", "from"} for t in tokens]
    if owners:
        for owner in owners:
            yield from coordinated(owner)
    elif noun.dep_ == "dobj":
        yield from subjects_of(noun.head, cues)


def infinitive(verb: Token) -> bool:
    """Tell whether a verb stands with "to"."""
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)


def ordinal(noun: Token) -> bool:
    """Tell whether a noun is one of a row: "the first to", "the only country to", "the 98th state to"."""
    before = [c for c in noun.children if c.dep_ in {"amod", "advmod", "compound", "nummod"}]
    return any(t.lower_ in _ORDINALS or _NTH.fullmatch(t.lower_) for t in (noun, *before))


def _inherited(verb: Token, cues: Cues) -> Iterator[Token]:
    """The subject of a clause that has none: that of the clause above, or its object under "urge", "ask"."""
    head = _up(verb.head, {"prep", "agent", "pcomp", "acomp", "advmod", "cc"})
    if head.pos_ in {"NOUN", "PROPN"} and head.dep_ in {"dobj", "pobj", "attr", "nsubj", "nsubjpass"}:
        owners = [c for c in head.children if c.dep_ == "poss"]
        if owners:
            yield from owners
            return
        head = _up(head, None)
    if head != verb and head.pos_ in {"VERB", "AUX"}:
        yield from _controller(verb, _said_by(verb, head, cues), cues)


def _said_by(verb: Token, head: Token, cues: Cues) -> Token:
    """The clause a second verb goes on with where the reporting stands between: "X left, Y said, and closed …"."""
    if verb.dep_ != "conj" or cues.governors.get(fold(head.lemma_)) != "reports":
        return head
    if head.dep_ == "parataxis" and head.head.pos_ in {"VERB", "AUX"}:
        return head.head
    told = [c for c in head.children if c.dep_ == "ccomp" and c.i < head.i and c.pos_ in {"VERB", "AUX"}]
    return told[-1] if told else head


def _controller(verb: Token, head: Token, cues: Cues) -> Iterator[Token]:
    """Who does what stands under ``head``: its object under "urge", "call on", "give … to", else its subject."""
    fronted = verb.dep_ == "advcl" and verb.i < head.i  # "Having expelled the envoy, Chad told his staff to leave"
    if verb.dep_ != "conj" and not fronted and fold(head.lemma_) in cues.object_control:
        objects = [c for c in head.children if c.dep_ in {"dobj", "dative"} and c != verb.head and c.pos_ != "ADP"]
        addressed = [g for c in head.children if c.dep_ in {"prep", "dative"} and c.lower_ in _ADDRESSED
                     for g in c.children if g.dep_ == "pobj"]  # fmt: skip
        controllers = objects or (addressed if infinitive(verb) else [])
        if controllers:
            for one in controllers[:1]:
                yield from spread(one)
            return
    yield from subjects_of(head, cues)


def _up(token: Token, relations: set[str] | None) -> Token:
    """Climb to the verb above, through the relations given or through all."""
    while token.pos_ not in {"VERB", "AUX"} and token.head != token:
        if relations is not None and token.dep_ not in relations:
            break
        token = token.head
    return token


def relative_of(verb: Token) -> Token | None:
    """Give the noun whose relative clause a verb stands in, if any."""
    clause = verb
    while clause.dep_ in {"conj", "xcomp", "ccomp"}:
        clause = clause.head
    return clause.head if clause.dep_ == "relcl" else None


def obliques_of(token: Token) -> Iterator[tuple[str, tuple[Token, ...]]]:
    """Preposition by preposition, what hangs on a verb or noun; datives count as "to"."""
    for child in token.children:
        if child.dep_ == "dative":
            nouns = [c for c in child.children if c.dep_ == "pobj"] if child.pos_ == "ADP" else [child]
            yield "to", tuple(one for noun in nouns for one in spread(noun))
        elif child.dep_ in {"prep", "agent"}:
            yield from _after(child)
        elif child.dep_ in {"advmod", "prt", "oprd"} and child.pos_ in {"ADV", "ADP"} and token.pos_ == "VERB":
            governing = any(c.dep_ == "pobj" for c in child.children)  # "taken off the list"
            yield from _after(child) if governing else obliques_of(child)  # "swept back to power"


def _after(prep: Token) -> Iterator[tuple[str, tuple[Token, ...]]]:
    for noun in prep.children:
        if noun.dep_ == "pobj":
            relative = noun.tag_ in WH and relative_of(prep.head)
            yield prep.lower_, tuple(spread(relative if isinstance(relative, Token) else noun))
        elif noun.dep_ in {"prep", "conj"} and noun.pos_ == "ADP":
            yield from _after(noun)
