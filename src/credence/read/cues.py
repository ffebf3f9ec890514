"""Cues of speech in one parsed sentence: who speaks, and which words are theirs.

Each cue gives utterances, the farther voice before the nearer one. Offsets are those of the sentence; ``speech`` sets
them into the document and joins them with quotation marks.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc, Token

from credence.catalog.voices import SayingVerb, Stance, Voices
from credence.read.phrases import coordinated

_WH = {"WDT", "WP"}
_CLAUSE = {"ccomp", "csubj"}
_FRAMES = {"VERB", "AUX"}
_ON = {"go", "continue"}  # "went on to say"

Run = tuple[Token, Token]  # first and last token


@dataclass(frozen=True, slots=True)
class Utterance:
    """Somebody saying something in one sentence.

    Attributes:
        speaker: Head of the phrase naming who speaks; None where nobody is named.
        cue: Token that makes it speech.
        content: Runs of tokens that are said, first and last; empty where only quotation marks can tell.
        form: "indirect" or "source"; whether it is direct is seen later.
        stance: How the cue treats what is said.
    """

    speaker: Token | None
    cue: Token
    content: tuple[Run, ...]
    form: Literal["indirect", "source"]
    stance: Stance


def utterances(doc: Doc, knowledge: Voices) -> Iterator[Utterance]:
    """Give the utterances of a sentence: by verbs, by source phrases, by nouns and by adverbs of hearsay, then relays."""
    for token in doc:
        if token.lower_ in knowledge.hearsay:
            yield Utterance(None, token, _runs(token, _clause(token), knowledge), "source", "asserts")
        elif token.pos_ in {"NOUN", "PROPN"} and token.lemma_.lower() in knowledge.nouns:
            yield from _by_noun(token, knowledge)
        elif token.pos_ in _FRAMES and token.lemma_.lower() in knowledge.verbs:
            yield from _by_verb(token, knowledge.verbs[token.lemma_.lower()], knowledge)
    for token in doc:
        yield from _by_source(token, knowledge)
    for token in doc:
        if token.pos_ in _FRAMES and token.lemma_.lower() in knowledge.relays:
            yield from _by_relay(token, knowledge)


# -- verbs ------------------------------------------------------------------------------------------------------------


def _by_verb(verb: Token, saying: SayingVerb, knowledge: Voices) -> Iterator[Utterance]:
    if any(c.dep_ == "neg" for c in verb.children):
        return
    content = tuple(_content(verb, saying, knowledge))
    if saying.stance == "asks" and not any(_asks(c) for c in verb.children):
        return
    speakers = _speakers(verb)
    if speakers is None:
        return
    listener = _outlet_told(verb, knowledge) if saying.tells else None
    if listener is not None and content:
        yield Utterance(listener, verb, content, "source", saying.stance)
    form: Literal["indirect", "source"] = "source" if _as_clause(verb) else "indirect"
    for speaker in reversed(speakers) if speakers else (None,):
        yield Utterance(speaker, verb, content, form, saying.stance)


def _asks(clause: Token) -> bool:
    return clause.dep_ in _CLAUSE and any(c.dep_ == "mark" and c.lower_ in {"whether", "if"} for c in clause.children)


def _speakers(verb: Token) -> list[Token] | None:
    """Give who says it: empty where the passive names nobody, None where the verb is no saying at all."""
    if any(c.dep_ in {"auxpass", "nsubjpass"} for c in verb.children) or _reduced(verb):
        return [
            one
            for agent in verb.children
            if agent.dep_ == "agent"
            for noun in agent.children
            for one in coordinated(noun)
        ]
    own = [c for c in verb.children if c.dep_ == "nsubj"]
    if own:
        return [one for subject in own[-1:] for one in _antecedent(subject, verb)]
    after = [c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i and c.pos_ == "PROPN"]
    if after and verb.dep_ == "ROOT":  # "…," said Name, taken for an object
        return list(coordinated(after[0]))
    return _inherited(verb)


def _reduced(verb: Token) -> bool:
    return verb.tag_ == "VBN" and any(c.dep_ == "agent" for c in verb.children)


def _antecedent(subject: Token, verb: Token) -> Iterator[Token]:
    clause = verb
    while clause.dep_ == "conj":
        clause = clause.head
    if (subject.tag_ in _WH or subject.lower_ == "that") and clause.dep_ == "relcl":
        yield clause.head
    elif subject.dep_ == "nsubj" and subject.pos_ != "VERB":
        yield from coordinated(subject)


def _inherited(verb: Token) -> list[Token] | None:
    """Give the subject of the verb this one hangs on; the noun itself for "a statement saying …"."""
    head = verb.head
    if verb.dep_ == "conj" and head.pos_ in _FRAMES:
        if any(c.dep_ == "nsubjpass" for c in head.children):
            return [c for c in head.children if c.dep_ == "nsubjpass"]
        return _speakers(head)
    if verb.dep_ == "xcomp" and head.lemma_.lower() in _ON:
        return _speakers(head)
    if verb.tag_ != "VBG" or verb.dep_ not in {"advcl", "acl", "xcomp", "pcomp", "prep"}:
        return None
    if verb.dep_ == "pcomp":
        return None
    if head.pos_ in {"NOUN", "PROPN"}:
        return [head]
    return _speakers(head) if head.pos_ in _FRAMES else None


def _content(verb: Token, saying: SayingVerb, knowledge: Voices) -> Iterator[Run]:
    for root in _said(verb, saying, knowledge):
        yield from _runs(verb, root, knowledge)


def _said(verb: Token, saying: SayingVerb, knowledge: Voices) -> list[Token]:
    """Give the roots of what is said: the clause under the verb, around it, or the noun that it takes."""
    if _as_clause(verb):
        return [_enclosing(verb)]
    clauses = [c for c in verb.children if c.dep_ in _CLAUSE]
    if clauses:
        return clauses
    if verb.dep_ == "parataxis" or _interposed(verb):
        return [verb.head]
    if any(c.dep_ == "nsubjpass" for c in verb.children):  # "China is said to have accepted"
        return [verb] if any(c.dep_ == "xcomp" for c in verb.children) else []
    infinitives = [c for c in verb.children if c.dep_ == "xcomp"]
    if infinitives and saying.infinitive:
        return infinitives
    objects = [c for c in verb.children if c.dep_ == "dobj" and c.pos_ in {"NOUN", "PROPN"} and not c.ent_type_]
    reports = [g for c in objects if c.lemma_.lower() in knowledge.nouns for g in c.children if _that_clause(g)]
    if reports:
        return reports
    return objects if saying.noun else []


def _interposed(verb: Token) -> bool:
    """Tell "…, the ministry said, …" where the parser took it for an aside of the clause it stands in."""
    if verb.dep_ not in {"advcl", "conj", "ccomp", "appos"} or verb.head.pos_ not in _FRAMES or verb.i == 0:
        return False
    subject = [c for c in verb.children if c.dep_ == "nsubj" and c.tag_ not in _WH]
    first = verb.left_edge
    comma = first.i > 0 and first.nbor(-1).text in {",", '"', "--", "-"}
    bare = {"nsubj", "punct", "aux", "npadvmod", "advmod", "prep"}
    return bool(subject) and comma and all(c.dep_ in bare for c in verb.children)


def _as_clause(verb: Token) -> bool:
    """Tell "as X put it", "as reported by X"."""
    return verb.dep_ in {"advcl", "prep", "pcomp"} and any(c.lower_ == "as" and c.i < verb.i for c in verb.children)


def _enclosing(verb: Token) -> Token:
    """Give the clause that "as reported by X" is about: the innermost gerund before it, else the clause it hangs on."""
    before = verb.left_edge.i - 1
    for token in reversed(list(verb.doc[: max(before, 0)])):
        if token.dep_ == "pcomp" and token.tag_ == "VBG" and token.right_edge.i >= before - 1:
            return token
    return verb.head


def _outlet_told(verb: Token, knowledge: Voices) -> Token | None:
    """Give the outlet that was told: it passes on what it heard."""
    for child in verb.children:
        if child.dep_ in {"dobj", "dative"} and child.pos_ in {"NOUN", "PROPN"} and knowledge.is_outlet(_name(child)):
            return child
    return None


def _name(noun: Token) -> str:
    doc = noun.doc
    return str(doc[noun.left_edge.i : noun.i + 1].text)


# -- source phrases, nouns, adverbs, relays ---------------------------------------------------------------------------


def _by_source(token: Token, knowledge: Voices) -> Iterator[Utterance]:
    words = [t.lower_ for t in token.doc[token.i : token.i + 5]]
    for source in knowledge.sources:
        if tuple(words[: len(source)]) != source:
            continue
        last = token.doc[token.i + len(source) - 1]
        nouns = [c for c in last.children if c.dep_ in {"pobj", "dobj"}]
        speakers = [one for noun in nouns[:1] for one in coordinated(noun)]
        content = tuple(_runs(token, _sourced(token), knowledge))
        for speaker in reversed(speakers):
            yield Utterance(speaker, token, content, "source", "asserts")


def _sourced(token: Token) -> Token:
    """Give the root of what a source phrase is about: the whole sentence, unless it stands inside a later clause."""
    clause = _clause(token)
    while clause.head != clause and not _apart(clause, token):
        clause = _clause(clause)
    return clause


def _apart(clause: Token, token: Token) -> bool:
    """Tell whether a clause has the source phrase to itself: a relative clause amid the sentence, or one after "but"."""
    if clause.dep_ == "conj":
        own = any(c.dep_ in {"nsubj", "nsubjpass"} for c in clause.children)
        return own and any(c.dep_ == "cc" and c.lower_ == "but" for c in clause.head.children)
    if clause.dep_ == "relcl":
        return clause.right_edge.i < len(token.doc) - 2 or clause.left_edge.i < token.i < clause.i
    return clause.dep_ == "advcl" and any(
        c.dep_ == "mark" and c.lower_ in {"although", "while"} for c in clause.children
    )


def _by_noun(noun: Token, knowledge: Voices) -> Iterator[Utterance]:
    roots = [c for c in noun.children if _that_clause(c)]
    if not roots or (noun.dep_ == "dobj" and noun.head.lemma_.lower() in knowledge.verbs):
        return
    content = tuple(run for root in roots for run in _runs(noun, root, knowledge))
    yield Utterance(_owner(noun), noun, content, "indirect", knowledge.nouns[noun.lemma_.lower()])


def _that_clause(token: Token) -> bool:
    if token.dep_ not in {"acl", "ccomp", "relcl"} or token.pos_ not in _FRAMES:
        return False
    return any(c.dep_ == "mark" and c.lower_ == "that" for c in token.children)


def _owner(noun: Token) -> Token | None:
    """Give whose claim, statement or report it is."""
    for wanted in ({"poss"}, {"prep", "agent"}, {"compound", "amod", "nmod"}):
        for child in noun.children:
            if child.dep_ not in wanted:
                continue
            if child.dep_ not in {"prep", "agent"}:
                if child.pos_ == "PROPN" or child.dep_ == "poss" or child.tag_ == "NNP":
                    return child
            elif child.lower_ in {"by", "of", "from"}:
                return next((g for g in child.children if g.dep_ == "pobj"), None)
    return None


def _by_relay(verb: Token, knowledge: Voices) -> Iterator[Utterance]:
    """Give "X, citing Y" and "X quoted Y as saying": X passes on what Y says."""
    saying = [g for c in verb.children if c.lower_ == "as" for g in c.children if g.lemma_.lower() in knowledge.verbs]
    saying += [
        c
        for c in verb.children
        if c.dep_ in {"advcl", "xcomp"} and c.lemma_.lower() in knowledge.verbs and c.tag_ == "VBG"
    ]
    near = [c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}]
    if saying:
        far = _speakers(verb) if near and near[0].dep_ == "dobj" else _speakers(verb)
        said = [run for v in saying for run in _content(v, knowledge.verbs[v.lemma_.lower()], knowledge)]
        for speaker in (far or [])[:1]:
            yield Utterance(speaker, verb, tuple(said), "source", "asserts")
    elif verb.tag_ == "VBG" and near:
        said = list(_relayed(verb, knowledge))
    else:
        return
    for speaker in [one for noun in near[:1] for one in coordinated(noun)][::-1]:
        yield Utterance(speaker, verb, tuple(said), "indirect" if saying else "source", "asserts")


def _relayed(verb: Token, knowledge: Voices) -> Iterator[Run]:
    head = verb.head
    while head.pos_ not in _FRAMES and head.head != head:
        head = head.head
    saying = knowledge.verbs.get(head.lemma_.lower())
    said = tuple(_content(head, saying, knowledge)) if saying else ()
    yield from said or _runs(verb, head, knowledge)


# -- spans ------------------------------------------------------------------------------------------------------------


def _clause(token: Token) -> Token:
    """Give the verb of the clause a token stands in, itself not counted; the root where there is none."""
    head = token.head
    while head.pos_ not in _FRAMES and head.head != head:
        head = head.head
    while head.dep_ in {"aux", "auxpass"}:
        head = head.head
    return head


def _runs(cue: Token, root: Token, knowledge: Voices) -> tuple[Run, ...]:
    """Give the unbroken runs of tokens under ``root`` that are said, without what belongs to the cue."""
    inside = {t.i for t in root.subtree}
    inside -= _frame(cue, root)
    runs: list[list[Token]] = []
    for token in root.doc:
        if token.i not in inside:
            if not token.is_punct and runs and runs[-1]:
                runs.append([])
        elif runs:
            runs[-1].append(token)
        else:
            runs.append([token])
    trimmed = (_trim(_until_end(run, cue, knowledge)) for run in runs)
    return tuple((run[0], run[-1]) for run in trimmed if run)


def _frame(cue: Token, root: Token) -> set[int]:
    """Tokens of the cue itself: an interposed clause, a source phrase, an adverb, or a passive "is said"."""
    if cue == root:  # the passive: its subject and its infinitive are what is said
        said = {t.i for c in cue.children if c.dep_ in {"nsubjpass", "xcomp"} for t in c.subtree}
        return {t.i for t in cue.subtree} - said
    if root in cue.subtree:
        return set()
    return {t.i for t in cue.subtree}


def _until_end(run: list[Token], cue: Token, knowledge: Voices) -> list[Token]:
    """Leave out what the writer holds against it: ", despite …"."""
    if not run or run[0].i < cue.i:
        return run
    for place, token in enumerate(run[1:], start=1):
        if token.lower_ in knowledge.ends and run[place - 1].text == ",":
            return run[:place]
    return run


def _trim(run: list[Token]) -> list[Token]:
    while run and (run[0].is_punct or run[0].is_space or _opens(run[0])):
        run = run[1:]
    while run and (run[-1].is_punct or run[-1].is_space):
        run = run[:-1]
    return run


def _opens(token: Token) -> bool:
    return token.dep_ in {"mark", "cc"} and token.lower_ in {"that", "whether", "if", "and", "but"}
