"""Whether a clause is said to be so, and in which mood: cues at the clause and above it."""

from __future__ import annotations

from collections.abc import Iterator

from credence.catalog.cues import Cues
from credence.catalog.spelling import fold
from credence.model.sighting import Mood, Polarity
from credence.read.clauses import stranded
from credence.read.clauses.clauses import Clause
from credence.read.clauses.echoes import comes_yet, does_so, followed
from credence.read.clauses.takenup import held_back, is_taken_up
from credence.read.moods import enacted, idioms
from credence.read.moods.coming import is_ahead
from credence.read.moods.conditions import is_condition, says_when, takes_effect, under_condition
from credence.read.moods.governing import effect_of, to_come, told_of_one
from credence.read.moods.joined import coordinated_head, first_that, is_joined, is_or
from credence.read.nouns.phrases import excepted, not_one
from credence.read.words.forms import goes_on, infinitive, left_of, ordinal, parts_of, right_of, to_or_bare
from credence.read.words.tree import Token

_RANK: tuple[Mood, ...] = ("conditional", "possible", "sought", "planned")
_ARGUMENTS = {"nsubj", "nsubjpass", "dobj", "attr"}
_FINITE = {"aux", "auxpass", "nsubj", "nsubjpass", "mark"}
_NEAR = 2  # tokens from a verb to a gerund that is its object
_LEADING = {"instead", "short", "rather", "close", "far"}
_FEWER = {"fewer", "less", "more", "later"}  # "no fewer than 40 embassies" are 40 at least
_ONLY = {"only", "just", "merely", "simply", "solely"}
_MEANWHILE = frozenset({"after", "before", "since", "while", "by", "upon", "despite", "through", "with", "following"})
_MERELY = _MEANWHILE | {"during", "amid", "until", "till", "because", "in", "at", "under"}
AGAIN = {"so", "too", "suit", "same", "likewise", "as", "much", "similarly"}
_KEEPING = frozenset({"keep", "preserve", "retain", "maintain"})
_HAPPENS = frozenset({"be", "take", "come", "happen", "occur", "follow", "begin", "start", "proceed"})
_RUEING = {"sorry", "apologize", "regret", "complain", "boast", "brag", "lie", "joke", "write", "proud"}
_SPEAKING = {"be", "speak", "phone", "ring", "write", "tweet", "call", "rise", "text", "telephone"}


def polarity_and_mood(clause: Clause, cues: Cues) -> tuple[Polarity, Mood]:
    """Tell the polarity and mood of a clause from the cues at it and over it.

    Denials cancel each other in pairs; of several moods the most remote wins: conditional, possible, sought, planned.
    """
    if clause.repeats is not None:
        return _repeated(clause, clause.repeats, cues)
    off = idioms.called_off(clause.anchor)
    polarity, mood = _sum(["denied"] if off else [*_own(clause, cues), *_above(clause.anchor, cues)])
    if polarity == "affirmed" and mood == "planned" and takes_effect(clause.anchor):
        mood = "actual"
    keeps = clause.predicate in _KEEPING and polarity == "affirmed" and mood in {"planned", "sought"}
    return polarity, ("actual" if keeps else mood)  # "wants to keep its embassy": it has one


def _sum(effects: list[str]) -> tuple[Polarity, Mood]:
    denied = sum(effect == "denied" for effect in effects) % 2 == 1
    mood: Mood = next((mood for mood in _RANK if mood in effects), "actual")
    return ("denied" if denied else "affirmed"), mood


def _repeated(clause: Clause, first: Clause, cues: Cues) -> tuple[Polarity, Mood]:
    """A clause said again ("so did Peru", "Chile did not") has what it states itself, and else what the first has."""
    anchor = clause.anchor
    polarity, mood = polarity_and_mood(followed(anchor, first), cues)
    if does_so(anchor) and mood == "sought":  # "urged Peru to leave, and Peru did so"
        mood = "actual"
    if anchor.head.lower_ == "after" and anchor.dep_ == "pobj":  # "may be the second state after Peru to"
        return "affirmed", "actual"
    if anchor.pos_ not in {"VERB", "AUX"}:
        turned: Polarity = "affirmed" if polarity == "denied" else "denied"
        return (turned if excepted(anchor) else polarity), mood
    if opened_by_nor(anchor):  # "nor does Chile"
        return "denied", mood
    own = [*_own(clause, cues), *_above(anchor, cues), *stranded.effects(anchor, cues), *comes_yet(clause)]
    modal = cues.modals.get(anchor.lower_)
    said, how = _sum([*own, *([modal] if modal else [])])
    again = any(c.lower_ in AGAIN for c in anchor.children)
    bare = anchor.lemma_ not in {"do", "have", "be"} and modal is None
    if held_back(anchor):
        open_yet = anchor.lemma_ == "rule" and any(c.dep_ == "neg" for c in anchor.children)  # "has not ruled it out"
        return ("affirmed", "possible") if open_yet else ("denied", "actual")
    turned_to = does_so(anchor) or is_taken_up(anchor) or stranded.leaves_out(clause, cues)
    if "denied" not in own and not turned_to and (again or bare):
        said = polarity
    return said, how if how != "actual" or not again else mood if mood != "planned" else how


def opened_by_nor(verb: Token) -> bool:
    """Whether a clause that says another again is opened by "neither" or "nor"."""
    before = verb.doc[verb.left_edge.i - 1].lower_ if verb.left_edge.i else ""
    return "nor" in {before, verb.left_edge.lower_} or any(c.lower_ in {"neither", "nor"} for c in verb.lefts)


def refuses(anchor: Token) -> bool:
    """Whether the agent of a denied predicate refuses: "refused to accept", "its refusal to", "would not accept"."""
    over = fold(anchor.head.lemma_) if anchor.dep_ in {"xcomp", "acl"} else ""
    if over in {"refuse", "decline", "refusal"}:
        return True
    if over in {"decide", "choose", "opt", "decision", "choice"}:  # "its decision not to accept"
        return any(c.dep_ == "neg" for c in anchor.children)
    return any(c.dep_ == "aux" and c.lower_ in {"would", "wo"} for c in anchor.children) and anchor.dep_ != "ccomp"


def _own(clause: Clause, cues: Cues) -> Iterator[str]:
    yield from cues_at(clause.anchor, cues)
    yield from ["planned"] if to_come(clause.anchor, clause.agents) or says_when(clause.anchor) else []
    noun = clause.anchor.head
    if clause.anchor.dep_ in {"acl", "relcl"} and noun.dep_ == "attr" and ordinal(noun):
        yield from (cue for cue in cues_at(noun.head, cues) if cue != "denied")  # "will become the first to recognise"
    gapped = idioms.gapped_passive(clause.anchor)
    if gapped is not None:
        yield from (cue for cue in (*cues_at(gapped, cues), *_above(gapped, cues)) if cue != "denied")
    one = told_of_one(clause.anchor)
    yield from cues_at(one, cues) if one is not None else ()
    seen: set[str] = set()
    by = (t for prep, tokens in clause.obliques if prep == "by" for t in tokens)
    there = clause.complements if "there" in clause.particles else ()  # "there is no embassy"
    arguments = (*(clause.each or clause.agents), *clause.patients, *by, *there)
    for argument in () if idioms.is_occasion(clause.anchor) else arguments:
        seen.update(denials_of(argument, cues))
    yield from sorted(seen)


def denials_of(argument: Token, cues: Cues) -> Iterator[str]:
    """Cues at a noun that deny what is said of it: "no state", "neither Chad nor Mali", "none"."""
    below = [c for c in argument.children if c.i < argument.i and c.dep_ in {"det", "neg"}]
    below = below if argument.lemma_ not in idioms.NOT_LACKED else []  # "makes no secret of", "lost no time in"
    denying = [c for c in below if cues.adverbs.get(c.lower_) == "denied" and right_of(c).lower_ not in _FEWER]
    if any(not _not_only(c) for c in denying) or not_one(argument):
        yield "denied"
    if any(c.dep_ in {"preconj", "cc"} and c.lower_ == "neither" for c in argument.children):
        yield "denied"  # "has recognised neither Chad nor Mali"
    if argument.lower_ in {"none", "nobody", "neither", "nothing"} and (
        argument.dep_ in _ARGUMENTS or argument.head.lower_ == "by"
    ):
        yield "denied"


def cues_at(token: Token, cues: Cues) -> Iterator[str]:
    """Cues that hang on a predicate itself."""
    modal = any(c.dep_ == "aux" and c.lower_ in {"would", "could", "might"} for c in token.children)
    if modal and any(c.dep_ == "aux" and c.lower_ == "have" for c in token.children):
        yield "conditional"  # "would have opened"
    done = idioms.until(token)  # "did not recognise it until 2015"
    for child in parts_of(token):
        again = child.dep_ == "neg" and (done or idioms.is_doubled(child.head))
        yield from _cue(child, token, cues) if not again else ()
    yield from idioms.at_predicate(token)
    if is_ahead(token):
        yield "planned"
    if _rather_than(token):
        yield "denied"
    if is_condition(token, cues):
        yield "conditional"
    fronted = token.dep_ == "ccomp" and token.i < token.head.i  # "US to lift sanctions, Trump says"
    if infinitive(token) and (idioms.is_headline(token) or fronted or _purpose(token, cues)):
        yield "planned"


def _purpose(token: Token, cues: Cues) -> bool:
    """Whether an infinitive is what something is done for: "sent a team to reopen the embassy"."""
    head = token.head
    effect = cues.governors.get(fold(head.lemma_))
    if any(c.lower_ == "only" and c.i < token.i for c in token.children):
        return False  # "reopened in May, only to be shut again in June"
    first = token.left_edge
    if first.lower_ == "only" or (first.i and left_of(first).lower_ == "only" and first.tag_ == "TO"):
        return False  # "reopened, only to be shut again"
    if idioms.waited(head) or idioms.went_so_far(head) or enacted.is_chance_taken(head) or enacted.is_what_for(token):
        return False
    if token.dep_ == "advcl":
        return head.lemma_ not in _SPEAKING and effect is None  # "telephoned to congratulate her": did
    if token.dep_ not in {"acl", "relcl"} or head.pos_ != "NOUN" or ordinal(head):
        return False
    if any(c.dep_ == "aux" and c.lower_ == "have" for c in token.children):
        return False  # "one of three states to have recognised"
    return effect in {None, "reports"}  # "a bill to recognise", "three states to recognise"


def _cue(child: Token, token: Token, cues: Cues) -> Iterator[str]:
    word = child.lower_
    before = child.dep_ in {"neg", "advmod", "det", "preconj"} or (child.dep_ == "cc" and child.i < token.i)
    if before and word in cues.adverbs and not _not_only(child):
        yield cues.adverbs[word]
    if word in cues.adjectives and _describes(child, token):
        yield cues.adjectives[word]
    if child.dep_ == "nsubj" and token.dep_ == "conj" and child.i > token.left_edge.i and _after_nor(token):
        yield "denied"  # "nor will we be (able)"
    if child.dep_ == "advmod" and _denies(child, token):
        yield "denied"
    if (
        child.dep_ in {"aux", "auxpass"}
        and word in cues.modals
        and not (enacted.as_is(child, token) or idioms.as_now(token))
    ):
        yield "denied" if idioms.is_in_hindsight(child, token) else cues.modals[word]


def _denies(word: Token, verb: Token) -> bool:
    """Whether an adverb denies by what stands beside it: "no longer", "has yet to", "rather than"."""
    if word.lower_ == "longer":
        return any(c.lower_ == "no" for c in word.children)
    open_ = (
        verb.lemma_ == "have" and right_of(word).lower_ == "to" and not any(c.dep_ == "xcomp" for c in verb.children)
    )
    yet = infinitive(verb) or (open_ and word.i > verb.i)  # "Mali has yet to"
    return (word.lower_ == "yet" and yet) or (word.lower_ in {"rather", "instead"} and _than(verb))


def _after_nor(verb: Token) -> bool:
    """Whether "nor" stands before a verb and hangs on the one before."""
    before = verb.doc[verb.left_edge.i - 1] if verb.left_edge.i else verb
    return before.lower_ == "nor" and before.head != verb


def _describes(word: Token, act: Token) -> bool:
    """Whether a word stands beside a noun for an act: "the planned closure", "the closure, announced in May,"."""
    return (word.dep_ == "amod" and word.i < act.i) or (
        word.dep_ == "acl" and word.tag_ == "VBN" and act.pos_ == "NOUN"
    )


def _not_only(word: Token) -> bool:
    """Whether "not" merely leads up to "but also"."""
    following = word.doc[word.i + 1] if word.i + 1 < len(word.doc) else None
    return word.lower_ in {"not", "n't"} and following is not None and following.lower_ in _ONLY


def _than(token: Token) -> bool:
    return any(c.lower_ == "than" and c.i < token.i and c.dep_ in {"mark", "prep", "cc"} for c in token.children)


def _rather_than(verb: Token) -> bool:
    """Whether a second verb says what was not done: "moved its embassy rather than close it"."""
    before = verb.doc[verb.left_edge.i - 1] if verb.left_edge.i else verb
    return verb.dep_ == "conj" and before.lower_ == "than" and before.i > 0 and left_of(before).lower_ == "rather"


def _above(token: Token, cues: Cues) -> Iterator[str]:
    """Cues over a clause, up to the next speech verb or the root."""
    current = token
    while True:
        current = first_that(current)
        first = coordinated_head(current)
        yield from _shared(first, current, cues)
        current = first
        preposition, governor = governor_of(current)
        if governor is None or (_is_done(current) and preposition not in cues.prepositions):
            return
        if idioms.went_so_far(governor):  # "may go as far as to", but "went no further than to"
            further = governor.lower_ != "far"
            yield from (cue for cue in cues_at(governor.head, cues) if not (further and cue == "denied"))
            current = governor.head
            continue
        settled = idioms.settled_by(governor) or cues.prepositions.get(preposition)
        if settled is not None:
            yield settled
            return
        effect = _turned(effect_of(governor, current, cues), preposition, current)
        yield from _between(current, preposition, governor, effect, cues)
        if effect in {None, "reports"} or _beside(current, governor, effect, cues):
            return
        yield from _through(governor, effect or "", cues)
        current = governor


def _between(current: Token, preposition: str, governor: Token, effect: str | None, cues: Cues) -> Iterator[str]:
    """What the words between a clause and the one above it do to it."""
    about = preposition == "about" or (preposition == "of" and governor.lemma_ in {"think", "dream", "talk", "speak"})
    if about and current.tag_ == "VBG" and fold(governor.lemma_) not in _RUEING:
        yield "possible"  # "talks about reopening the embassy"
    if preposition == "against" and effect is not None:
        yield "denied"
    if effect == "denied" and idioms.is_ruled_out(current, governor):
        yield "planned"
    if effect == "reports" and governor.pos_ == "NOUN" and _dismissed(governor, cues):
        yield "denied"  # "denied reports that …"


def _is_done(gerund: Token) -> bool:
    """Whether a gerund says what was done before: "for having recognised it", "has no envoy, having recalled him"."""
    return gerund.dep_ in {"pcomp", "advcl"} and any(c.dep_ == "aux" and c.lower_ == "having" for c in gerund.children)


def _turned(effect: str | None, preposition: str, current: Token) -> str | None:
    """What a word does to a clause after "against": "decided against closing", "warned against closing"."""
    if preposition == "by" and current.tag_ == "VBG":
        return "plain"  # "will respond by closing", "rejected it by closing"
    if preposition != "against":
        return effect
    decided = "plain" if effect is None and current.tag_ == "VBG" else effect
    return "sought" if effect == "possible" else decided


def _shared(first: Token, second: Token, cues: Cues) -> Iterator[str]:
    """The cues of the first verb of a coordination that a bare second one shares."""
    if first != second:
        joined = is_joined(second, first) if not infinitive(second) else is_or(second, first)
        yield from (cue for cue in cues_at(first, cues) if joined or cue != "denied")


def _beside(current: Token, governor: Token, effect: str | None, cues: Cues) -> bool:
    """Whether a finite clause merely stands beside a verb that cannot govern it: "X shut; Y halted work"."""
    finite = current.dep_ == "ccomp" and not to_or_bare(current) and governor.pos_ in {"VERB", "AUX"}
    if finite and current.i < governor.i and not any(c.dep_ == "mark" for c in current.children):
        return True
    return finite and effect == "denied" and fold(governor.lemma_) not in {*cues.dismissals, "be", "rule"}


def _dismissed(noun: Token, cues: Cues) -> bool:
    _, verb = governor_of(noun)
    return idioms.is_refuted(noun) or (verb is not None and fold(verb.lemma_) in cues.dismissals)


def _through(governor: Token, effect: str, cues: Cues) -> Iterator[str]:
    if effect != "plain":
        yield effect
    if governor.pos_ in {"VERB", "AUX"}:  # "will agree to" is no more remote than "agrees to"
        yield from (cue for cue in cues_at(governor, cues) if cue != "planned" or effect == "plain")
        if effect != "plain" and under_condition(governor, cues):
            yield "conditional"  # "promised to leave, if …"
    else:
        if governor.dep_ == "acomp" and governor.head.lemma_ == "be":  # "is not ready to"
            yield from (cue for cue in cues_at(governor.head, cues) if cue != "planned" or effect == "plain")
        if governor.dep_ == "acomp" and under_condition(governor.head, cues):
            yield "conditional"  # "should it fall, Chad stands ready to"
        yield from denials_of(governor, cues)
        yield from (
            cues.adverbs[c.lower_] for c in governor.children if c.dep_ == "advmod" and c.lower_ in cues.adverbs
        )


def governor_of(token: Token) -> tuple[str, Token | None]:
    """The word a clause is embedded under, with the preposition between, if any."""
    head = token.head
    if head == token:
        return "", None
    if token.dep_ == "conj" and token.pos_ in {"NOUN", "PROPN"} and head.pos_ in {"NOUN", "PROPN"}:
        return governor_of(head)
    if token.dep_ == "acl" and token.tag_ == "VBN" and not any(c.dep_ in _FINITE for c in token.children):
        return "", None  # "approved an agreement, signed in May": it was signed
    if token.dep_ in {"xcomp", "ccomp", "acl"} or _is_object_of(token, head) or goes_on(token, head):
        apart = token.dep_ == "ccomp" and any(t.text == ";" for t in token.doc[token.i : head.i])
        return "", (None if apart else head)
    if token.dep_ in {"relcl", "advcl"}:  # "called on Peru to accept", "ruled out recognising"
        near = token.dep_ == "advcl" and token.tag_ == "VBG" and 0 < token.i - head.i <= _NEAR
        return "", (head if near or infinitive(token) else None)
    if token.dep_ in {"pcomp", "pobj"} and head.dep_ in {"prep", "agent", "cc"}:
        return _after_preposition(token, head)
    return "", None


def _after_preposition(token: Token, head: Token) -> tuple[str, Token | None]:
    """The word over a gerund or nominalisation after a preposition, unless that merely says when or how."""
    means = head.lower_ == "by" and token.tag_ == "VBG"  # "may answer by closing"
    if head.lower_ in (_MERELY if token.pos_ == "NOUN" else _MEANWHILE) and head.head.lemma_ != "be" and not means:
        return "", None  # but "is in no position to"
    before = left_of(head).lower_ if head.i else ""
    return (f"{before} {head.lower_}" if before in _LEADING else head.lower_), head.head


def _is_object_of(token: Token, head: Token) -> bool:
    """Whether a nominalisation is what a verb is about, or what an adjective is said of: "recognition is unlikely"."""
    if token.pos_ not in {"NOUN", "PROPN"}:
        return False
    happens = token.dep_ == "nsubj" and head.lemma_ in _HAPPENS
    return (happens or token.dep_ in {"dobj", "nsubjpass", "attr"}) and head.pos_ in {"VERB", "AUX"}
