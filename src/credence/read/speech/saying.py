"""Verbs of saying in one parsed sentence: who speaks, and what is said."""

from __future__ import annotations

from collections.abc import Iterator

from credence.catalog.voices import SayingVerb, Voices
from credence.read.nouns.phrases import coordinated
from credence.read.speech.said import VERBAL, Run, runs, trim
from credence.read.words.forms import TENSED, left_of
from credence.read.words.tree import Token

_WH = {"WDT", "WP"}
_CLAUSE = {"ccomp", "csubj"}
_ON = {"go", "continue", "wish", "like"}  # "went on to say", "wishes to announce"
_FAR = 14  # tokens between a verb and the "that" which belongs to it
_SHORTEST = 3  # tokens before a verb that can be what is said and who says it


def speakers_of(verb: Token) -> list[Token] | None:
    """Give who says it: empty where the passive names nobody, None where the verb is no saying at all."""
    if any(c.dep_ in {"auxpass", "nsubjpass"} for c in verb.children) or _reduced(verb):
        agents = [noun for child in verb.children if child.dep_ == "agent" for noun in child.children]
        return [one for agent in agents for one in coordinated(agent)]
    own = [c for c in verb.children if c.dep_ == "nsubj"] or [c for c in verb.lefts if is_misplaced(c)]
    if own:
        return [one for subject in own[-1:] for one in _antecedent(subject, verb)]
    ahead = [c for one in verb.children if one.dep_ == "ccomp" for c in one.children if c.dep_ == "nsubj"]
    if len(ahead) > 1 and ahead[0].left_edge.i == verb.i + 1:  # "Earlier, said Name, the rebels had …"
        return list(coordinated(ahead[0]))
    after = [c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i and c.pos_ == "PROPN"]
    if after and verb.dep_ == "ROOT":  # "…," said Name, taken for an object
        return list(coordinated(after[0]))
    beside = _beside(verb) if verb.dep_ != "conj" or all(c.dep_ != "cc" for c in verb.head.children) else None
    return (beside or _inherited(verb)) if verb.dep_ == "conj" else (_inherited(verb) or beside)


def is_misplaced(token: Token) -> bool:
    """Tell a speaker that the parser took for a clause: "The agency SANA, citing officials, said …"."""
    return token.dep_ == "ccomp" and (token.pos_ == "PROPN" or token.text.isupper())


def _beside(verb: Token) -> list[Token] | None:
    """Give the name between a comma and a finite verb, "…, President Vučić said", that the parser hung elsewhere."""
    if verb.tag_ not in TENSED or verb.i < _SHORTEST:
        return None
    name = left_of(verb, 2 if left_of(verb).text == "," else 1)
    before = name.left_edge.i - 1
    if name.pos_ not in {"NOUN", "PROPN", "PRON"} or before < 1 or name.doc[before].text not in {",", '"'}:
        return None
    return [name]


def _reduced(verb: Token) -> bool:
    return verb.tag_ == "VBN" and any(c.dep_ == "agent" for c in verb.children)


def _antecedent(subject: Token, verb: Token) -> Iterator[Token]:
    clause = verb
    while clause.dep_ == "conj":
        clause = clause.head
    if (subject.tag_ in _WH or subject.lower_ == "that") and clause.dep_ == "relcl":
        yield clause.head
    elif subject.tag_ in _WH and clause.dep_ == "ccomp" and clause.head.lemma_ == "be":  # "it was Ana Rojas who said"
        yield from (c for c in clause.head.children if c.dep_ == "attr")
    elif subject.tag_ not in _WH and (subject.pos_ != "VERB" or is_misplaced(subject)):
        yield from coordinated(subject)


def _inherited(verb: Token) -> list[Token] | None:
    """Give the subject of the verb this one hangs on; the noun itself for "a statement saying …"."""
    head = verb.head
    if verb.dep_ == "conj" and head.pos_ in VERBAL:
        if any(c.dep_ == "nsubjpass" for c in head.children):
            return [c for c in head.children if c.dep_ == "nsubjpass"]
        return speakers_of(head)
    if verb.dep_ == "acl" and head.dep_ == "ROOT" and any(is_that_clause(c) for c in verb.children):
        return [head]  # a sentence taken for a noun phrase
    if verb.dep_ in {"xcomp", "advcl"} and verb.tag_ == "VB" and head.lemma_.lower() in _ON:
        return speakers_of(head)
    if verb.tag_ != "VBG" or verb.dep_ not in {"advcl", "acl", "xcomp", "pcomp", "prep"}:
        return None
    if verb.dep_ == "pcomp":
        return None
    if head.pos_ in {"NOUN", "PROPN"}:
        return [head]
    return speakers_of(head) if head.pos_ in VERBAL else None


def content_of(verb: Token, saying: SayingVerb, knowledge: Voices, speakers: list[Token]) -> Iterator[Run]:
    """Give the runs of words that the speakers of a verb of saying say; none where only quotation marks can tell."""
    roots = _said(verb, saying, knowledge)
    for root in roots or ([verb.head] if _trails(verb, speakers) else []):
        yield from runs(verb, root, knowledge, speakers)
    if not roots and saying.loose and verb.tag_ in TENSED and not _trails(verb, speakers):
        yield from _rest(verb)


def _trails(verb: Token, speakers: list[Token]) -> bool:
    """Tell "…, President Vučić said." where the speaker was hung elsewhere."""
    return (
        bool(speakers)
        and verb.head != verb
        and speakers[0] not in verb.subtree
        and 0 < verb.i - speakers[0].i <= _SHORTEST
    )


def _rest(verb: Token) -> Iterator[Run]:
    """Give what follows a verb of saying if it holds a verb: the parser saw no clause in it.

    Whoever is told to do something is told nothing else: "told Chad's envoy to leave and recalled its own".
    """
    if any(c.dep_ == "xcomp" and c.tag_ == "VB" for c in verb.children):
        return
    after = list(verb.doc[verb.i + 1 :])
    begin = next((n for n, token in enumerate(after[:_FAR]) if token.lower_ == "that"), None)
    said = trim(after[begin + 1 :] if begin is not None else after)
    fit = begin is not None or bool(said and said[0].pos_ in {"DET", "PRON", "PROPN", "NOUN", "ADJ"})
    if fit and not (after and after[0].is_punct) and any(t.tag_ in {*TENSED, "MD"} for t in said[1:]):
        yield said[0], said[-1]


def _said(verb: Token, saying: SayingVerb, knowledge: Voices) -> list[Token]:
    """Give the roots of what is said: the clause under the verb, around it, or the noun that it takes."""
    if is_as_clause(verb):
        return [_enclosing(verb)]
    clauses = [c for c in verb.children if c.dep_ in _CLAUSE and not is_misplaced(c) and not _is_made_so(c)]
    acts = any(c.dep_ == "dobj" and c.pos_ == "NOUN" and left_of(c).pos_ != "PUNCT" for c in verb.rights)
    if acts and not saying.tells:  # "Peru recognises Chile, Norway recalls its envoy"
        clauses = [c for c in clauses if c.i > verb.i]
    if clauses:
        return [*clauses, *_resumed(verb, clauses, knowledge)]
    if verb.dep_ == "parataxis" or _interposed(verb):
        return [verb.head]
    passive = [c for c in verb.children if c.dep_ == "nsubjpass"]
    if passive:  # "China is said to have accepted", "the closure was confirmed by the ministry"
        named = saying.noun and any(c.dep_ == "agent" for c in verb.children) and passive[0].pos_ == "NOUN"
        return [verb] if any(c.dep_ == "xcomp" for c in verb.children) else passive if named else []
    infinitives = [c for c in verb.children if c.dep_ == "xcomp"]
    if infinitives and saying.infinitive:
        return infinitives
    objects = [c for c in verb.children if c.dep_ == "dobj" and c.pos_ in {"NOUN", "PROPN"}]
    denied = objects if saying.stance == "denies" else []
    reports = [g for c in denied if c.lemma_.lower() in knowledge.nouns for g in c.children if is_that_clause(g)]
    if reports:
        return reports
    return objects if saying.noun else []


def _is_made_so(clause: Token) -> bool:
    """Tell what somebody is held for or found from something said: "holds Peru accountable for its war"."""
    return clause.pos_ == "ADJ" and not any(t.tag_ in {*TENSED, "MD"} for t in clause.subtree)


def _resumed(verb: Token, clauses: list[Token], knowledge: Voices) -> list[Token]:
    """Give what goes on after "…, the ministry said, and it will …", which hangs on the verb of saying."""
    if any(c.i > verb.i for c in clauses):
        return []
    following = [c for c in verb.children if c.dep_ == "conj" and c.lemma_.lower() not in knowledge.verbs]
    joined = any(c.dep_ == "cc" and c.lower_ == "and" for c in verb.children)
    return [c for c in following if joined and any(g.dep_ in {"nsubj", "nsubjpass"} for g in c.children)]


def _interposed(verb: Token) -> bool:
    """Tell "…, the ministry said, …" where the parser took it for an aside of the clause it stands in."""
    if verb.dep_ not in {"advcl", "conj", "ccomp", "appos"} or verb.head.pos_ not in VERBAL or verb.i == 0:
        return False
    subject = [c for c in verb.children if c.dep_ == "nsubj" and c.tag_ not in _WH]
    first = verb.left_edge
    comma = first.i > 0 and left_of(first).text in {",", '"', "--", "-"}
    bare = {"nsubj", "punct", "aux", "npadvmod", "advmod", "prep"}
    citing = [c for c in verb.children if c.dep_ == "advcl" and c.tag_ == "VBG" and c.i > verb.i]
    return bool(subject) and comma and all(c.dep_ in bare or c in citing for c in verb.children)


def is_as_clause(verb: Token) -> bool:
    """Tell "as X put it", "as reported by X"."""
    return verb.dep_ in {"advcl", "prep", "pcomp"} and any(c.lower_ == "as" and c.i < verb.i for c in verb.children)


def _enclosing(verb: Token) -> Token:
    """Give the clause that "as reported by X" is about: the innermost gerund before it, else the clause it hangs on."""
    before = verb.left_edge.i - 1
    for token in reversed(list(verb.doc[: max(before, 0)])):
        if token.dep_ == "pcomp" and token.tag_ == "VBG" and token.right_edge.i >= before - 1:
            return token
    return verb.head


def is_that_clause(token: Token) -> bool:
    """Tell a clause with "that" on a noun: "the claim that …"."""
    if token.dep_ not in {"acl", "ccomp", "relcl"} or token.pos_ not in VERBAL:
        return False
    return any(c.dep_ == "mark" and c.lower_ == "that" for c in token.children)
