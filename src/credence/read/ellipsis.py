"""Clauses that say an earlier one again: "so did Peru", "Chile followed suit", "and Nauru in 2009", "Oman did not"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from credence.catalog.cues import Cues
from credence.catalog.spelling import fold
from credence.read.clauses import Clause
from credence.read.forms import infinitive, left_of
from credence.read.phrases import coordinated, excepted, is_everybody, is_nobody, saved, spread
from credence.read.subjects import SUBJECTS

_NOUNS = {"NOUN", "PROPN", "PRON"}
_VERBS = {"VERB", "AUX"}
_INVERTED = {"so", "neither", "nor", "as"}
_PRO_VERBS = {"do", "have", "be", "will", "would", "can", "could", "may", "might", "shall"}

_UNDER = {"xcomp", "ccomp", "prt"}
_TAKING = {
    "take",
    "make",
    "follow",
    "adopt",
    "consider",
    "weigh",
    "mull",
    "contemplate",
    "ponder",
    "announce",
    "promise",
}
_NEXT = {"after", "afterwards", "later"}
_ITS = {"its", "their"}
_TRAILING = {"follow", "join"}
_STEPS = {
    "step",
    "move",
    "decision",
    "measure",
    "course",
    "path",
    "route",
    "action",
    "line",
    "choice",
    "stance",
    "plunge",
    "leap",
}
_SAME = {"same", "similar", "identical", "such", "this", "that"}
_IN_KIND = {"kind", "return", "like"}
_BACK = {"it", "them", "her", "him", "that", "this", "suit"}

IsDate = Callable[[Token], bool]


def with_repeats(found: Sequence[Clause], before: Sequence[Clause], cues: Cues, is_date: IsDate) -> tuple[Clause, ...]:
    """Add to the clauses of a sentence those that repeat another one with a subject of their own.

    Args:
        found: The clauses of the sentence.
        before: Those of the sentence before, if it stands directly before.
        cues: Words with which a clause is said again.
        is_date: Tells whether a token dates something.

    Returns:
        The clauses, rid of what belongs to the repeated ones, and those.
    """
    again = tuple(_repeats(found, before, cues, is_date))
    again = (*again, *(one for clause in (*found, *again) for one in _exceptions(clause)))
    nouns = {t.i for clause in again if clause.anchor.pos_ in _NOUNS for t in clause.subjects}
    kept = (c for c in found if not (c.predicate == "join" and {t.lower_ for t in c.patients} & {"them", "suit"}))
    rid = (_without(clause, nouns) if nouns else clause for clause in (*kept, *again))
    return tuple(one for clause in rid for each in _by_year(clause, is_date) for one in _each(each))


def _by_year(clause: Clause, is_date: IsDate) -> Iterator[Clause]:
    """The clause of each name with a date of its own in brackets: "was recognised by Peru (2008), Chile (2009)"."""
    for role, tokens in (("agents", clause.agents), ("patients", clause.patients)):
        dated = [t for t in tokens if any(is_date(c) and c.i > t.i + 1 and left_of(c).text == "(" for c in t.children)]
        if len(dated) > 1 and not clause.nominal and clause.repeats is None:
            for token in tokens:
                own = (token,)
                made = replace(clause, agents=own) if role == "agents" else replace(clause, patients=own)
                yield replace(made, anchor=token, repeats=clause) if token in dated else made
            return
    yield clause


def _each(clause: Clause) -> Iterator[Clause]:
    """The clause of every agent on its own where "its" is about each: "neither Peru nor Chile closed its embassy"."""
    things = (*clause.patients, *(t for _, tokens in clause.obliques for t in tokens))
    own = any(c.lower_ == "its" for thing in things for c in thing.children)
    if clause.nominal or clause.passive or len(clause.agents) < 2 or not own:
        yield clause
        return
    for agent in clause.agents:
        yield replace(clause, agents=(agent,), each=clause.agents)


def _without(clause: Clause, nouns: set[int]) -> Clause:
    obliques = ((prep, tuple(t for t in tokens if t.i not in nouns)) for prep, tokens in clause.obliques)
    return replace(clause, obliques=tuple((prep, tokens) for prep, tokens in obliques if tokens))


def _repeats(found: Sequence[Clause], before: Sequence[Clause], cues: Cues, is_date: IsDate) -> Iterator[Clause]:
    for clause in found:
        subjects = _said_again(clause, cues, is_date)
        compared = any(
            c.lower_ in {"any", "other"} for t in subjects for c in t.children
        )  # "before any other had done so"
        if subjects and not compared and (clause.predicate == "be" or not _elsewhere(clause, is_date)):
            said = tuple(_again(clause.anchor, subjects, _first(clause.anchor, found, before, cues), clause.obliques))
            yield from said
            for group in (g for t in _gapped(clause, is_date) for g in _by_date(tuple(coordinated(t)), is_date)):
                yield from _again(group[0], group, said, ())
    for clause in found:
        if not clause.nominal and clause.subjects:
            for token in _gapped(clause, is_date) if not _ambiguous(clause, is_date) else ():
                for group in _by_date(tuple(coordinated(token)), is_date):
                    yield from _again(group[0], group, (clause,), ())
            yield from _turns(clause, is_date)
            yield from _each_its_own(clause)


def _each_its_own(clause: Clause) -> Iterator[Clause]:
    """The clause once more of a name beside "its" own: "closed its embassy in Kenya and Chile its consulate"."""
    verb = clause.anchor
    if clause.passive or not any(c.lower_ in _ITS for t in clause.patients for c in t.children):
        return
    for own in verb.subtree:
        name = left_of(own) if own.lower_ in _ITS and own.i > verb.i else verb
        if name.pos_ != "PROPN" or name.left_edge.i == 0 or own.head.pos_ != "NOUN" or own.dep_ != "poss":
            continue
        if name.doc[name.left_edge.i - 1].lower_ in {"and", ",", ";", "but", "while"} and name.i > verb.i:
            yield replace(clause, agents=(name,), patients=(own.head,), obliques=(), anchor=name, repeats=clause)


def _ambiguous(clause: Clause, is_date: IsDate) -> bool:
    """Whether "recognised Peru in 2008 and Chile in 2011" leaves open who Chile is: no comma tells."""
    if clause.predicate != "recognize" or clause.passive or any(t.pos_ != "PROPN" for t in clause.patients):
        return False
    dates = [t for _, tokens in clause.obliques for t in tokens if is_date(t)]
    behind = [t.lower_ for t in clause.anchor.doc[dates[0].i + 1 : dates[0].i + 8]] if dates else []
    return behind[:1] == ["and"] and not {"later", "earlier", "afterwards"} & set(behind)


def _by_date(nouns: tuple[Token, ...], is_date: IsDate) -> Iterator[tuple[Token, ...]]:
    """Nouns in groups, each up to a date: "Nicaragua in 2010, Chile and Peru in 2012"."""
    group: list[Token] = []
    for noun, following in zip(nouns, (*nouns[1:], None), strict=True):
        group.append(noun)
        end = noun.i + 4 if following is None else min(noun.i + 4, following.i)
        if following is None or any(is_date(t) for t in noun.doc[noun.i + 1 : end]):
            yield tuple(group)
            group = []


def _turns(clause: Clause, is_date: IsDate) -> Iterator[Clause]:
    """The clause once more after another date: "with Peru in 2009, and with Chile in 2012", "by Peru in 2008, by"."""
    verb = clause.anchor
    if sum(is_date(t) for _, tokens in clause.obliques for t in tokens) < 2 or verb.pos_ not in _VERBS:
        return
    seen = {c.lower_ for one in (verb, *clause.patients) for c in one.children if c.dep_ in {"prep", "agent"}}
    for prep in _later_preps(verb):
        nouns = [one for c in prep.children if c.dep_ == "pobj" for one in coordinated(c)]
        if prep.lower_ not in seen or not nouns or any(is_date(t) or t.pos_ != "PROPN" for t in nouns):
            continue
        if not any(is_date(t) for t in verb.doc[nouns[-1].i + 1 : nouns[-1].i + 4]):
            continue
        if clause.passive and prep.lower_ == "by":
            yield replace(clause, agents=tuple(nouns), anchor=nouns[0], repeats=clause)
            continue
        kept = tuple((p, ts) for p, ts in clause.obliques if p != prep.lower_)
        yield replace(clause, obliques=((prep.lower_, tuple(nouns)), *kept), anchor=nouns[0], repeats=clause)


def _later_preps(verb: Token) -> Iterator[Token]:
    """Prepositions joined by commas or "and" to an earlier one of the same verb."""
    for child in verb.rights:
        below = (c for c in child.children if c.dep_ == "conj") if child.dep_ == "prep" else ()
        for prep in (child, *below):
            if prep.pos_ == "ADP" and left_of(prep).lower_ in {",", "and", ";"}:
                yield prep


def _exceptions(clause: Clause) -> Iterator[Clause]:
    """The clause once more for what "not" sets apart: "Norway recognised Peru but not Chile"."""
    for noun in _saved_from(clause):
        made = replace(clause, patients=(noun,)) if clause.passive else replace(clause, agents=(noun,))
        yield replace(made, anchor=noun, repeats=clause)
    if clause.passive and clause.anchor.pos_ in _VERBS:  # "was recognised by Peru but not by Chile"
        apart = (n for c in clause.anchor.children if c.lower_ == "by" for n in c.children if n.dep_ == "pobj")
        for noun in (n for n in apart if excepted(n)):
            yield replace(clause, agents=tuple(coordinated(noun)), anchor=noun, repeats=clause)
    stray = [c for c in clause.anchor.children if c.pos_ == "PROPN" and c.dep_ in {"conj", "npadvmod"} and excepted(c)]
    if clause.patients and not clause.passive:  # "has recognised Peru, but not Chile"
        yield from (replace(clause, patients=(c,), anchor=c, repeats=clause) for c in stray)
    for tokens, role in ((clause.agents, "agents"), (clause.patients, "patients")):
        for conjunct in (c for t in tokens for c in t.children if excepted(c)):
            if role == "agents":
                yield replace(clause, agents=(conjunct,), anchor=conjunct, repeats=clause)
            else:
                yield replace(clause, patients=(conjunct,), anchor=conjunct, repeats=clause)


def _saved_from(clause: Clause) -> Iterator[Token]:
    """Who is excepted from what is said of nobody: "apart from Peru, no state has", "no state but Peru"."""
    verb = clause.anchor
    if verb.pos_ not in _VERBS or not any(is_nobody(t) or is_everybody(t) for t in clause.subjects):
        return
    for token in verb.subtree:
        if token.pos_ == "PROPN" and saved(token) and _clause_of(token) == verb:
            yield token


def _clause_of(token: Token) -> Token:
    while token.head != token and token.pos_ not in _VERBS:
        token = token.head
    return token


def _said_again(clause: Clause, cues: Cues, is_date: IsDate) -> tuple[Token, ...]:
    """The subjects of a clause that only repeats, or none."""
    anchor = clause.anchor
    if anchor.pos_ not in _VERBS or clause.nominal or _hangs_loose(anchor):
        return ()
    if _comes_next(clause, is_date):
        return clause.agents
    words = {c.lower_ for c in anchor.children if c.dep_ != "mark"} | {t.lower_ for t in clause.patients}
    if infinitive(anchor) and any(c.dep_ == "mark" and c.lower_ == "for" for c in anchor.children):
        return ()  # "for Peru to do so would be a mistake"
    if _same_step(anchor):
        return clause.agents
    which = anchor.dep_ == "relcl" and any(c.lower_ == "which" and c.dep_ == "dobj" for c in anchor.lefts)
    if anchor.lemma_ == "do" and which:
        return clause.agents  # "withdrew its recognition, which Chile had done before"
    words.add(left_of(anchor).lower_ if anchor.i else "")  # ", nor has Peru"
    words |= {t.lower_ for _, tokens in clause.obliques for t in tokens if t.lower_ in _IN_KIND}
    inverted = words & _INVERTED and [c for c in anchor.children if c.i > anchor.i and c.dep_ in {"nsubj", "dobj"}]
    if fold(anchor.lemma_) in _PRO_VERBS and inverted:
        return tuple(one for noun in inverted for one in spread(noun) if one.pos_ in _NOUNS)
    again = cues.repeats.get(fold(anchor.lemma_))
    bare = again is not None and "" in again and not (clause.predicate == "join" and infinitive(anchor))
    if again is not None and not _says_what(anchor) and (words & again or (bare and _bare(clause, is_date))):
        return clause.agents
    own = [c for c in anchor.children if c.dep_ == "nsubj"]
    alone = own and not clause.complements and _bare(clause, is_date)
    return clause.agents if alone and fold(anchor.lemma_) in _PRO_VERBS else ()


def _same_step(verb: Token) -> bool:
    """Whether a verb takes the step told before: "a step Chile had taken before", "made the same decision"."""
    if verb.lemma_ not in _TAKING:
        return False
    if verb.dep_ == "relcl" and verb.head.dep_ == "appos":
        return verb.head.lemma_ in _STEPS
    things = [c for c in verb.children if c.dep_ == "dobj" and c.lemma_ in _STEPS]
    bare = [thing for thing in things if not any(c.dep_ in {"prep", "acl", "relcl"} for c in thing.children)]
    known = verb.tag_ in {"VBD", "VBN", "VBZ"} and any(c.lower_ == "the" for t in bare for c in t.children)
    if known and bare[0].lemma_ in {"step", "move", "plunge", "leap"}:  # "which took the step in 2014"
        return True
    return any(c.lower_ in _SAME for thing in bare for c in thing.children)


def _comes_next(clause: Clause, is_date: IsDate) -> bool:
    """Whether a clause only says who came next: "followed by Peru", "Peru came after it", "Peru was next"."""
    verb, lemma = clause.anchor, clause.predicate
    if not clause.agents or any(t.pos_ != "PROPN" for t in clause.agents) or _says_what(verb):
        return False
    if lemma in _TRAILING and clause.passive and verb.dep_ in {"advcl", "acl"}:
        others = [t for prep, tokens in clause.obliques if prep != "by" for t in tokens]
        bare = not any(c.dep_ in {"auxpass", "mark", "pcomp"} for c in verb.children)
        return bare and all(is_date(t) for t in others) and not any(t.dep_ == "pcomp" for t in verb.subtree)
    after = {t.lower_ for prep, tokens in clause.obliques if prep == "after" for t in tokens}
    if lemma == "come":
        loose = {c.lower_ for c in verb.rights if c.dep_ == "advmod"}
        next_one = bool(loose & _NEXT) or any(c.lower_ == "next" for c in verb.children)
        when = [t for _, tokens in clause.obliques for t in tokens]
        return bool(after & _BACK) or next_one or (bool(when) and verb.tag_ == "VBD" and _bare(clause, is_date))
    if lemma == "be":
        return any(t.lower_ == "next" and not any(c.dep_ != "det" for c in t.children) for t in clause.complements)
    patients = {t.lower_ for t in clause.patients}
    return lemma in _TRAILING and not clause.passive and bool(patients & _BACK)


def _hangs_loose(verb: Token) -> bool:
    """Whether a participle without an auxiliary is no clause of its own: "Following the talks, Peru will"."""
    return verb.tag_ == "VBG" and not any(c.dep_ == "aux" for c in verb.children)


def _says_what(verb: Token) -> bool:
    """Whether a verb says itself what is done next: "is the next to agree", "follows it in breaking with Chad"."""
    below = [g for c in verb.children if c.dep_ in {"acomp", "attr", "prep"} for g in c.children]
    told = any(infinitive(c) for c in (*verb.children, *below) if c.pos_ == "VERB")
    return told or any(c.dep_ == "pcomp" and c.tag_ == "VBG" for c in below)


def _elsewhere(clause: Clause, is_date: IsDate) -> bool:
    """Whether what is done again is done to something else: "did the same with its consulate"."""
    changing = {"with", "in", "at", "to", "from", "for"}
    placed = (t for prep, tokens in clause.obliques if prep in changing for t in tokens)
    return any(not is_date(t) and t.lower_ not in _IN_KIND for t in placed)


def _bare(clause: Clause, is_date: IsDate) -> bool:
    """Whether a verb has nothing beside it but dates."""
    if clause.passive or clause.patients or any(c.dep_ in _UNDER for c in clause.anchor.rights):
        return False
    return all(is_date(token) for preposition, tokens in clause.obliques if preposition != "by" for token in tokens)


def _first(anchor: Token, found: Sequence[Clause], before: Sequence[Clause], cues: Cues) -> tuple[Clause, ...]:
    """What is said again: the clause it is coordinated with, or the main clause of the sentence before."""
    head = anchor.head
    if anchor.dep_ == "acl" and head.dep_ in SUBJECTS:  # "Peru, followed by Chile, recognised"
        return tuple(c for c in found if c.anchor == head.head and not c.nominal)
    while head != anchor and head.pos_ not in _VERBS and head.head != head:
        head = head.head
    earlier = [c for c in found if not c.nominal and c.anchor.i < anchor.i and c.anchor.pos_ in _VERBS]
    base = anchor
    while base.dep_ in {"xcomp", "ccomp"} and base.head.pos_ in _VERBS and base.head.i < base.i:
        base = base.head
    if base != anchor and base.dep_ == "conj":  # "promised to leave and urged Chile to do likewise"
        main = [c for c in earlier if c.anchor == base.head]
        return _with_embedded(main[0], [c for c in earlier if c.anchor != base]) if main else ()
    if head != anchor and anchor.dep_ in {"conj", "ccomp", "advcl", "parataxis", "relcl"} and head.i < anchor.i:
        main = [c for c in earlier if c.anchor == head and not _reports(c, cues)]
        if main:
            return _with_embedded(main[0], earlier)
    over = set(anchor.ancestors) if anchor.dep_ in {"xcomp", "acl", "pcomp"} else set()  # "does not plan to follow"
    own = [c for c in earlier if c.subjects and c.anchor not in over and not _reports(c, cues)]
    own = [c for c in own if c.predicate != "be" or anchor.lemma_ == "be"]
    if own:
        return _with_embedded(own[0], own)
    spoken = [c for c in before if not c.nominal and not _reports(c, cues) and c.subjects]
    spoken = [c for c in spoken if c.predicate != "be" or anchor.lemma_ == "be"]
    return _with_embedded(spoken[0], spoken) if spoken else ()


def _reports(clause: Clause, cues: Cues) -> bool:
    """Whether a clause only says whose words another one is."""
    said = cues.governors.get(clause.predicate) == "reports"
    return said and any(c.dep_ == "ccomp" for c in clause.anchor.children)


def _with_embedded(main: Clause, others: Sequence[Clause]) -> tuple[Clause, ...]:
    """The clause and what its subject does in clauses under it: "became the first to recognise"."""
    same = {t.i for t in main.subjects}
    return (main, *(c for c in others if c != main and same & {t.i for t in c.subjects} and _under(c, main)))


def _under(clause: Clause, main: Clause) -> bool:
    token = clause.anchor
    while token.head != token:
        aside = token.dep_ == "relcl" or (token.dep_ == "advcl" and token.tag_ == "VBG")  # "…, accusing Chad of"
        if aside and not any(c.lower_ == "to" for c in token.children):
            return False
        token = token.head
        if token == main.anchor:
            return True
    return clause.repeats is not None and clause.anchor == main.anchor


def _again(
    anchor: Token,
    subjects: tuple[Token, ...],
    firsts: Sequence[Clause],
    obliques: tuple[tuple[str, tuple[Token, ...]], ...],
) -> Iterator[Clause]:
    for first in firsts:
        made = replace(first, patients=subjects) if first.passive else replace(first, agents=subjects)
        yield replace(made, anchor=anchor, obliques=(*obliques, *made.obliques), repeats=first)


def _gapped(clause: Clause, is_date: IsDate) -> Iterator[Token]:
    """Nouns beside a date that are the subject of the same verb once more: "in 2008 and Nicaragua a week later"."""
    verb = clause.anchor
    for preposition in verb.children:
        if preposition.dep_ == "prep":
            for noun in preposition.children:
                if noun.dep_ == "pobj" and is_date(noun):
                    yield from (c for c in noun.children if c.dep_ == "conj" and _dated(c, verb, is_date))
    yield from (c for c in verb.children if c.dep_ in {"conj", "npadvmod"} and _dated(c, verb, is_date))


def _dated(token: Token, verb: Token, is_date: IsDate) -> bool:
    """Whether a noun is no date itself, a date follows it directly, and another one stands before it."""
    if token.pos_ not in {"PROPN", "NOUN"} or is_date(token) or token.i < verb.i:
        return False
    if not any(is_date(t) for t in token.doc[: token.i]):
        return False
    end = max(t.i for t in coordinated(token))
    following = token.doc[end + 1 : end + 4]
    return any(is_date(t) for t in following) and not any(t.is_punct or t.pos_ in _VERBS for t in following[:1])
