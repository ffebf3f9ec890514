"""Cues of speech in one parsed sentence: verbs, source phrases, nouns, adverbs of hearsay, and relays.

Each cue gives utterances, the farther voice before the nearer one. Offsets are those of the sentence; ``speech`` sets
them into the document and joins them with quotation marks.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from credence.catalog.voices import SayingVerb, Voices
from credence.read.nouns.phrases import coordinated
from credence.read.speech.idioms import Utterance, by_turn, is_nobody
from credence.read.speech.said import VERBAL, Run, clause_of, runs
from credence.read.speech.saying import content_of, is_as_clause, is_misplaced, is_that_clause, speakers_of
from credence.read.words.tree import Doc, Token


def utterances(doc: Doc, knowledge: Voices) -> Iterator[Utterance]:
    """Give the utterances of a sentence: by verbs, nouns and adverbs of hearsay, then source phrases, then relays."""
    for token in doc:
        yield from _by_word(token, knowledge)
    openings = {source[0] for source in knowledge.sources}
    for token in doc:
        if token.lower_ in openings:
            yield from _by_source(token, knowledge)
        yield from _by_tally(token, knowledge)
    for token in doc:
        if token.pos_ in VERBAL and token.lemma_.lower() in knowledge.relays:
            yield from _by_relay(token, knowledge)


def _by_word(token: Token, knowledge: Voices) -> Iterator[Utterance]:
    lemma = token.lemma_.lower()
    if token.lower_ in knowledge.hearsay:
        yield Utterance(None, token, runs(token, clause_of(token), knowledge), "source", "asserts")
    elif token.pos_ in {"NOUN", "PROPN"} and lemma in knowledge.nouns:
        yield from _by_noun(token, knowledge)
    elif token.pos_ in VERBAL and lemma in knowledge.verbs:
        yield from _by_verb(token, knowledge.verbs[lemma], knowledge)
    if token.pos_ == "VERB":
        yield from by_turn(token, lemma, knowledge)


def _by_verb(verb: Token, saying: SayingVerb, knowledge: Voices) -> Iterator[Utterance]:
    if any(c.dep_ == "neg" for c in verb.children):
        return
    if saying.stance == "asks" and not any(_asks(c) for c in verb.children):
        return
    speakers = speakers_of(verb)
    if speakers is None and saying.stance == "asks":  # "Asked whether …, she said"
        speakers = []
    if speakers is None or any(is_nobody(one) for one in speakers):
        return
    content = tuple(content_of(verb, saying, knowledge, speakers))
    listener = _outlet_told(verb, knowledge) if saying.tells else None
    if listener is not None and content:
        yield Utterance(listener, verb, content, "source", saying.stance)
    form: Literal["indirect", "source"] = "source" if is_as_clause(verb) else "indirect"
    for speaker in reversed(speakers) if speakers else (None,):
        yield Utterance(speaker, verb, content, form, saying.stance)


def _asks(clause: Token) -> bool:
    return clause.dep_ in {"ccomp", "csubj"} and any(
        c.dep_ == "mark" and c.lower_ in {"whether", "if"} for c in clause.children
    )


def _outlet_told(verb: Token, knowledge: Voices) -> Token | None:
    """Give the outlet that was told: it passes on what it heard."""
    for child in verb.children:
        if child.dep_ in {"dobj", "dative"} and child.pos_ in {"NOUN", "PROPN"} and knowledge.is_outlet(_name(child)):
            return child
    return None


def _name(noun: Token) -> str:
    return noun.doc.written(noun.left_edge.i, noun.i + 1)


def _by_source(token: Token, knowledge: Voices) -> Iterator[Utterance]:
    words = [t.lower_ for t in token.doc[token.i : token.i + 5]]
    for source in knowledge.sources:
        if tuple(words[: len(source)]) != source:
            continue
        last = token.doc[token.i + len(source) - 1]
        nouns = [c for c in last.children if c.dep_ in {"pobj", "dobj"} and c.lemma_.lower() not in knowledge.measures]
        speakers = [one for noun in nouns[:1] for one in coordinated(noun)]
        content = tuple(runs(token, _sourced(token), knowledge))
        for speaker in reversed(speakers):
            yield Utterance(speaker, token, content, "source", "asserts")


def _by_tally(token: Token, knowledge: Voices) -> Iterator[Utterance]:
    """Give "by Rome's count", "in Rome's view": the number, the judgement is whose count or view it is."""
    seen = token.lower_ in {"in", "to"}
    for noun in token.children if seen or token.lower_ in {"by", "on"} else ():
        counts = noun.dep_ == "pobj" and noun.lemma_.lower() in (knowledge.views if seen else knowledge.tallies)
        owning = {"poss"} if seen else {"poss", "compound", "nmod", "amod"}
        names = [c for c in noun.children if c.dep_ in owning and c.pos_ in {"PROPN", "NOUN"}]
        for owner in names[-1:] if counts else ():
            over = clause_of(token) if seen else _sourced(token)
            yield Utterance(owner, token, tuple(runs(token, over, knowledge)), "source", "asserts")


def _sourced(token: Token) -> Token:
    """Give the root of what a source phrase is about: the whole sentence, unless it stands inside a later clause."""
    clause = clause_of(token)
    while clause.head != clause and not _apart(clause, token):
        clause = clause_of(clause)
    return clause


def _apart(clause: Token, token: Token) -> bool:
    """Tell whether a clause has the source phrase to itself: a relative one amid the sentence, or one after "but"."""
    if clause.dep_ == "conj":
        own = any(c.dep_ in {"nsubj", "nsubjpass"} for c in clause.children)
        return own and any(c.dep_ == "cc" and c.lower_ == "but" for c in clause.head.children)
    if clause.dep_ == "relcl":
        return clause.right_edge.i < len(token.doc) - 2 or clause.left_edge.i < token.i < clause.i
    return clause.dep_ == "advcl" and any(
        c.dep_ == "mark" and c.lower_ in {"although", "while"} for c in clause.children
    )


def _by_noun(noun: Token, knowledge: Voices) -> Iterator[Utterance]:
    roots = [c for c in noun.children if is_that_clause(c)] or list(_being(noun))
    taken = knowledge.verbs.get(noun.head.lemma_.lower()) if noun.dep_ == "dobj" else None
    if not roots or (taken is not None and taken.stance == "denies"):  # "denied reports that …"
        return
    content = tuple(run for root in roots for run in runs(noun, root, knowledge))
    yield Utterance(_owner(noun), noun, content, "indirect", knowledge.nouns[noun.lemma_.lower()])


def _being(noun: Token) -> Iterator[Token]:
    """Give what somebody's view is said to be: "Norway's position is that Chad has left"."""
    owned = noun.dep_ == "nsubj" and noun.head.lemma_ == "be" and any(c.dep_ == "poss" for c in noun.children)
    yield from (c for c in noun.head.children if owned and c.i > noun.head.i and is_that_clause(c))


def _owner(noun: Token) -> Token | None:
    """Give whose claim, statement or report it is."""
    for wanted in ({"poss"}, {"prep", "agent"}, {"compound", "amod", "nmod"}):
        for child in noun.children:
            if child.dep_ not in wanted or child.lower_.endswith("day"):  # "Friday's announcement by Chad that"
                continue
            if child.dep_ not in {"prep", "agent"}:
                if child.pos_ == "PROPN" or child.dep_ == "poss" or child.tag_ == "NNP":
                    return child
            elif child.lower_ in {"by", "of", "from"}:
                return next((g for g in child.children if g.dep_ == "pobj"), None)
    return None


def _by_relay(verb: Token, knowledge: Voices) -> Iterator[Utterance]:
    """Give "X, citing Y" and "X quoted Y as saying": X passes on what Y says."""
    below = [g for c in verb.children for g in ((*c.children, c) if c.lower_ == "as" else (c,))]
    saying = [v for v in below if v.tag_ == "VBG" and v.lemma_.lower() in knowledge.verbs]
    near = [c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}]
    if saying:
        far = speakers_of(verb)
        said = [run for v in saying for run in content_of(v, knowledge.verbs[v.lemma_.lower()], knowledge, [])]
        for speaker in (far or [])[:1]:
            yield Utterance(speaker, verb, tuple(said), "source", "asserts")
    elif verb.tag_ == "VBG" and near and _can_speak(near[0], knowledge):
        said = list(_relayed(verb, knowledge))
    else:
        return
    for speaker in [one for noun in near[:1] for one in coordinated(noun)][::-1]:
        yield Utterance(speaker, verb, tuple(said), "indirect" if saying else "source", "asserts")


def _can_speak(noun: Token, knowledge: Voices) -> bool:
    """Tell whom one cites from what one cites: "citing officials", but "citing a lack of support"."""
    known = knowledge.unnamed | knowledge.organs | knowledge.offices | knowledge.papers | knowledge.independents
    if noun.pos_ in {"PROPN", "PRON"} or noun.lemma_.lower() in known:
        return True
    return knowledge.is_outlet(noun.lemma_)


def _relayed(verb: Token, knowledge: Voices) -> Iterator[Run]:
    head = verb.head
    while (head.pos_ not in VERBAL or is_misplaced(head)) and head.head != head:
        head = head.head
    saying = knowledge.verbs.get(head.lemma_.lower())
    said = tuple(content_of(head, saying, knowledge, [])) if saying else ()
    yield from said or runs(verb, head, knowledge)
