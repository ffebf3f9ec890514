"""Plain predicate–argument clauses out of the dependency tree.

Passives, relatives, participles, control and raising, coordination, copulas and nominalisations ("Oman's acceptance of
…", "the withdrawal from …") all come out in one form, so that patterns never see a dependency label.
The idea is that of PropS and of predicate–argument extraction in event coders (Schrodt's PETRARCH2, Norris's
UniversalPetrarch); the rules are our own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from credence.catalog.cues import Cues
from credence.catalog.spelling import fold
from credence.read.clauses.nominals import (
    MEETING,
    apart,
    claimed,
    coming_from,
    low,
    low_by,
    met,
    modifying,
    ordering,
    verb_of,
    voicing,
    wanting,
)
from credence.read.clauses.obliques import WH, aims, gone, kept, obliques_of, relative_of
from credence.read.clauses.overall import with_clause
from credence.read.clauses.pacts import partners_in, partners_over
from credence.read.clauses.passives import NAMING, hyphened, is_passive
from credence.read.clauses.relatives import relative_object
from credence.read.clauses.reported import is_question, judged, so_called, taken_for
from credence.read.clauses.subjects import SUBJECTS, subjects_of
from credence.read.nouns.hanging import governed
from credence.read.nouns.phrases import coordinated, excepted, spread
from credence.read.words.forms import (
    MONTHS,
    bare_adjective,
    bare_infinitive,
    before_sum,
    infinitive,
    is_number,
    left_of,
    misread,
    particles_of,
    right_of,
    stands_as_verb,
    to_or_bare,
)
from credence.read.words.tree import Doc, Token

_RECEIVERS = {"NOUN", "PROPN", "PRON"}
_HANDING = {"give", "grant", "deny", "offer", "promise", "send", "pay", "award", "refuse", "lend", "hand", "accord"}
_HANDING |= {"issue", "pledge", "loan"}
_JUDGING = {*NAMING, "find", "think", "hold", "make", "term", "dub"}  # "called the response harsh"
_MEANS = {"decree", "order", "law", "vote", "mistake", "force", "consensus", "letter", "phone", "end", "year", "month"}
_MEANS |= {"agreement", "decision", "exchange", "telegram", "accord", "treaty", "protocol", "note", "proclamation"}
_STIRRING = {"alarm", "anger", "shock", "trouble", "concern", "worry", "disturb", "dismay", "outrage", "disappoint"}
_STIRRING |= {"sadden", "horrify", "appal", "appall", "enrage", "infuriate", "incense", "irk", "irritate", "upset"}
_STIRRING |= {"delight", "please", "hearten", "encourage", "impress", "gratify", "sting", "rattle", "affront", "offend"}
_WHEN = {"following", "after", "since", "before", "amid", "despite"}  # "after a decision by Peru"
_STOPPING = {"stop", "cease", "quit", "begin", "start", "resume"}
_SERVING = {"be", "become", "serve", "act"}
_MISREAD = {"npadvmod", "compound", "nsubj"}
_QUOTING = {'"', "“", "'", "‘"}
_RECOGNISING = {"recognize", "recognise", "acknowledge"}
_LEAVING = {"independence", "separation", "secession", "freedom", "sovereignty"}
_RELATIONS = {"relation", "tie", "link", "relationship"}
_KEEPING = {"leave", "keep", "declare", "deem", "hold", "find"}
_TERMS = {"hour", "day", "week", "fortnight", "month"}
_COPULAS = {"be", "become", "remain", "stay", "seem", "appear", "keep", "leave"}


@dataclass(frozen=True, slots=True)
class Clause:
    """One predicate with its arguments, whatever the sentence made of them.

    Attributes:
        predicate: Lemma of the verb or, for a nominalisation, of the verb it stands for; "be" for copulas.
        anchor: Token of the predicate.
        agents: Who does it, distributed.
        patients: To whom or what it is done, distributed.
        complements: What a copula or small clause says of the subject ("open", "ambassador").
        obliques: Preposition and the tokens after it; also "to" for datives. Those of the patient come last.
        particles: Particles and fixed adverbs of the predicate ("over", "back", "off").
        nominal: Whether it is a nominalisation.
        passive: Whether the verb is passive.
        repeats: The clause whose predicate is said again with another subject ("so did Peru"); None for most.
        instead: Whether it is done to another party than in the clause it repeats ("the same step against Chad").
        each: All agents, where the clause is that of one of them ("neither Peru nor Chile closed its embassy").
    """

    predicate: str
    anchor: Token
    agents: tuple[Token, ...] = ()
    patients: tuple[Token, ...] = ()
    complements: tuple[Token, ...] = ()
    obliques: tuple[tuple[str, tuple[Token, ...]], ...] = ()
    particles: frozenset[str] = field(default=frozenset())
    nominal: bool = False
    passive: bool = False
    repeats: Clause | None = None
    each: tuple[Token, ...] = ()
    instead: bool = False

    @property
    def subjects(self) -> tuple[Token, ...]:
        """What stands as its subject: the agents or, in a passive, the patients."""
        return self.patients if self.passive else self.agents


def clauses(doc: Doc, cues: Cues) -> tuple[Clause, ...]:
    """Give every clause of a parsed sentence, in the order of its predicates."""
    found: list[Clause] = []
    for token in doc:
        verb = token.pos_ in {"VERB", "AUX"} and token.dep_ not in {"aux", "auxpass"} and not misread(token)
        verb = verb and not _is_after(token)
        if verb or stands_as_verb(token):
            found.append(_verbal(token, cues))
        elif token.pos_ in {"NOUN", "PROPN"} and (stands_for := verb_of(token, cues)) is not None:
            found.append(_nominal(token, stands_for, cues))
    return tuple(found)


def _is_after(token: Token) -> bool:
    """Whether a participle is only a preposition: "relations improved following the vote"."""
    return token.dep_ == "prep" and token.lower_ == "following" and any(c.dep_ == "pobj" for c in token.children)


def _verbal(verb: Token, cues: Cues) -> Clause:
    passive = is_passive(verb)
    subjects = tuple(subjects_of(verb, cues))
    objects, receivers = (None if passive else _run_together(verb)) or _objects(verb, passive=passive)
    if verb.dep_ == "relcl" and verb.lemma_ in _HANDING and objects and not receivers and not passive:
        given = tuple(relative_object(verb))  # "the recognition it had granted Chad"
        objects, receivers = (given, objects) if given and not set(given) & set(objects) else (objects, receivers)
    agents, patients = (tuple(_by(verb)), subjects) if passive else (subjects, objects)
    compound = hyphened(verb)
    if compound is not None:
        (agents, patients), passive = compound, True
    named, called = _small_clause(verb, cues)
    if not passive and not patients:
        patients = tuple(named or so_called(verb) or relative_object(verb))
    complements = (*_complements(verb), *called)
    patients = _called(verb, complements, patients)
    if receivers and not passive and fold(verb.lemma_) in NAMING:  # "which Norway called a provocation"
        patients, complements, receivers = receivers, patients, ()
    obliques = [*obliques_of(verb), *((("to", receivers),) if receivers else ())]
    if passive and receivers:  # "was designated a terrorist group"
        obliques.append(("as", receivers))
    if complements and verb.lemma_ not in _COPULAS:  # "named her ambassador" is "named her as ambassador"
        obliques.append(("as", complements))
    agents, patients = with_clause(verb, agents), with_clause(verb, patients)
    shared = None if passive or patients or complements or obliques else _sharing(verb)
    if shared is not None:  # "severed and later restored ties with Iran"
        patients, obliques = _shared_objects(verb, shared), list(obliques_of(shared))
    nested = [pair for patient in (patients or complements)[:1] for pair in _hanging(patient)]
    return Clause(
        predicate=fold(verb.lemma_).replace("_", ""),
        anchor=verb,
        agents=agents,
        patients=patients,
        complements=complements,
        obliques=(*obliques, *_embedded(verb), *judged(verb, cues), *nested, *partners_over(verb)),
        particles=particles_of(verb),
        passive=passive,
    )


def _called(verb: Token, complements: tuple[Token, ...], patients: tuple[Token, ...]) -> tuple[Token, ...]:
    """Of what something is said under a free relative: "over what it called Chad's hostile policy"."""
    free = complements and fold(verb.lemma_) in _JUDGING and [t.lower_ for t in patients] == ["what"]
    return complements if free else patients


def _hanging(thing: Token) -> Iterator[tuple[str, tuple[Token, ...]]]:
    """What hangs on an object, and "with whom" on what it is of: "a memorandum of understanding with Peru"."""
    yield from obliques_of(thing)
    yield from claimed(thing)
    yield from partners_in(thing)
    for prep in (c for c in thing.children if c.dep_ == "prep" and c.lower_ == "of"):
        inner = (pair for noun in prep.children if noun.dep_ == "pobj" for pair in obliques_of(noun))
        yield from (pair for pair in inner if pair[0] in {"with", "between"})


def _sharing(verb: Token) -> Token | None:
    """The next verb of a coordination, whose object a verb without one shares: "opened and then closed an office"."""
    right = [c for c in verb.rights if not c.is_punct]
    following = next((c for c in right if c.dep_ == "conj"), None)
    if following is None or following.pos_ != "VERB" or not any(c.dep_ == "dobj" for c in following.children):
        return None
    bare = all(c.dep_ in {"cc", "conj", "prt", "advmod", "preconj"} and c.lower_ != "than" for c in right)
    return following if bare and not any(c.dep_ in SUBJECTS for c in following.children) else None


def _shared_objects(verb: Token, shared: Token) -> tuple[Token, ...]:
    """What two verbs are done to; whoever "recognised and took up relations with Chad" recognised Chad."""
    objects = _objects(shared, passive=False)[0]
    if fold(verb.lemma_) not in _RECOGNISING:
        return objects
    related = (noun for noun in objects if fold(noun.lemma_) in _RELATIONS)
    beside = (c for noun in related for c in noun.children if c.dep_ == "prep" and c.lower_ == "with")
    return tuple(one for prep in beside for one in governed(prep)) or objects


def _nominal(noun: Token, predicate: str, cues: Cues) -> Clause:
    obliques = tuple(obliques_of(noun))
    givers = {"by", "from"} if predicate in cues.given and not _leaves(noun) else {"by"}
    voiced = tuple(voicing(noun, cues))
    by = voiced or tuple(t for prep, tokens in obliques if prep in givers for t in tokens) or tuple(low_by(obliques))
    if not by and "from" in givers:
        by = tuple(coming_from(noun))
    owners = tuple(one for child in noun.children if child.dep_ == "poss" for one in coordinated(child))
    modifiers = tuple(modifying(noun, predicate))
    inside = tuple(t for prep, tokens in obliques if prep == "of" for t in tokens) or tuple(apart(noun))
    telling = {"as", "from"} if predicate == "remove" else {"as"}
    undergoes = owners and not inside and any(prep in telling for prep, _ in obliques)  # "its designation as a …"
    patients = inside or (owners if by or undergoes else ())
    if not patients and predicate in cues.given:
        patients = tuple(wanting(noun, cues))
    return Clause(
        predicate=predicate,
        anchor=noun,
        agents=by
        or (() if undergoes else owners or modifiers)
        or tuple(ordering(noun, cues))
        or tuple(met(noun, cues)),
        patients=patients,
        obliques=(*obliques, *claimed(noun), *low(patients[:1] or (by[:1] if predicate in MEETING else ()))),
        nominal=True,
    )


def _leaves(noun: Token) -> bool:
    """Whether "from" tells what somebody left: "recognition of its independence from Chad"."""
    left = (c for prep in noun.children if prep.lower_ == "of" for c in prep.children if c.dep_ == "pobj")
    return any(fold(thing.lemma_) in _LEAVING for thing in left)


def _objects(verb: Token, *, passive: bool) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
    """What a verb takes as object, and who receives it where two objects stand side by side."""
    found: list[list[Token]] = []
    for child in verb.children:
        if child.dep_ == "dobj":
            wh = (child.tag_ in WH or child.lower_ == "that") and relative_of(verb) is not None
            found.append(list(relative_object(verb)) if wh else spread(child))
        elif _is_object(child, verb):
            found.append(spread(child))
        elif child.dep_ == "prep" and child.i == verb.i + 2 and left_of(child).lower_ == "both":
            found.append([left_of(child)])  # "recognised both in 2011"
    if passive:
        return (), tuple(one for tokens in found for one in tokens)
    if len(found) == 1 and verb.lemma_ in _HANDING and (receiver := _receiver(verb, found[0])) is not None:
        return tuple(found[0]), (receiver,)
    if len(found) == 2 and found[0] and found[1] and found[0][0].pos_ in _RECEIVERS and verb.lemma_ != "have":
        return tuple(found[1]), tuple(found[0])
    return tuple(one for tokens in found for one in tokens), ()


def _run_together(verb: Token) -> tuple[tuple[Token], tuple[Token, ...]] | None:
    """Two objects taken for one and its apposition: "gave the envoy his marching orders", "showed him the door"."""
    if verb.lemma_ not in _HANDING and verb.lemma_ != "show":
        return None
    for noun in (c for c in verb.children if c.dep_ in {"dobj", "dative"} and c.pos_ in _RECEIVERS):
        for beside in (c for c in noun.children if c.dep_ == "appos" and c.pos_ == "NOUN"):
            if not left_of(beside.left_edge).is_punct or beside.lemma_ in _TERMS:  # "gave him, a novice, two days"
                return (beside,), ((noun,) if noun.dep_ == "dobj" else ())
    return None


def _receiver(verb: Token, objects: list[Token]) -> Token | None:
    """A name behind "give" that was taken for a part of what is given: "gave Chad access", "promised Chad relief"."""
    before = (
        c for one in objects[:1] if one.pos_ == "NOUN" for c in one.children if c.dep_ == "compound" or before_sum(c)
    )
    names = (c for c in before if c.pos_ == "PROPN" or c.tag_ == "NNS")
    if any(c.dep_ == "dative" and c.lower_ == "to" for c in verb.children):
        return None  # "gave the Bonn consulate to Chad"
    return next((c for c in names if all(t.dep_ == "det" for t in verb.doc[verb.i + 1 : c.left_edge.i])), None)


def _is_object(name: Token, verb: Token) -> bool:
    """Whether a name right behind a verb was taken for an adverb: "its president recognises Kosovo"."""
    if name.dep_ == "dative" and fold(verb.lemma_) in NAMING:  # "designated Hamas a terrorist group"
        return name.pos_ in _RECEIVERS
    if name.dep_ == "nummod" and verb.lemma_ in {"number", "total"} and name.i > verb.i:  # "its allies number 12"
        return True
    beside = name.dep_ == "npadvmod" and name.pos_ == "PROPN" and name.i == verb.i + 1
    dated = name.lower_.endswith("day") or (name.lower_ in MONTHS and is_number(right_of(name)))
    return beside and not dated and verb.tag_ in {"VBZ", "VBP", "VBD", "VB"}


def _small_clause(verb: Token, cues: Cues) -> tuple[list[Token], list[Token]]:
    """Object and complement of "declared it a terrorist group", where the complement holds its own subject.

    "Wants Peru to agree" and "told the envoys to leave" are often parsed alike: there the subject is the object, too.
    """
    for child in verb.children:
        if (
            child.dep_ in {"oprd", "acomp"} and child.pos_ == "ADJ" and verb.lemma_ not in _COPULAS
        ):  # "called the step historic"
            inside = [c for c in child.children if c.dep_ in _MISREAD and c.pos_ in _RECEIVERS]
            if inside:
                return spread(inside[0]), []
        bare = child.dep_ == "ccomp" and child.pos_ == "NOUN" and fold(verb.lemma_) in NAMING
        before = [c for c in child.lefts if c.dep_ == "compound"] if bare else []
        if before and left_of(child) in before:  # "considers Hezbollah terrorists"
            return spread(before[-1]), [child]
        own = [c for c in child.children if c.dep_ in SUBJECTS] if child.dep_ in {"ccomp", "xcomp"} else []
        if not own:
            continue
        nominal = child.pos_ in {"NOUN", "PROPN", "ADJ"} or child.lower_ in {"persona", "personae", "unwelcome"}
        if nominal and not any(c.dep_ in {"cop", "aux", "mark"} for c in child.children):
            return spread(own[0]), [child]
        if bare_infinitive(child) or (infinitive(child) and fold(verb.lemma_) in cues.object_control):
            return spread(own[0]), []
    return taken_for(verb)


def _embedded(verb: Token) -> Iterator[tuple[str, tuple[Token, ...]]]:
    """Embedded clauses as obliques: "to" with the verb of an infinitive, "that" with the subject of a clause."""
    for child in (*verb.children, *aims(verb)):
        if child.dep_ not in {"xcomp", "ccomp", "acl", "relcl", "advcl"} or child.pos_ not in {"VERB", "AUX"}:
            continue
        if to_or_bare(child) or (child.tag_ == "VBG" and (verb.lemma_ in _STOPPING or kept(child))):
            yield "to", (child, *gone(child))
            yield from _wished(child)
            if child.lemma_ in _SERVING:  # "nominated her to be ambassador"
                yield "as", tuple(_complements(child))
                yield from (pair for pair in obliques_of(child) if pair[0] == "as")
        elif child.dep_ == "ccomp" and child.i > verb.i and not (verb.lemma_ == "ask" and is_question(child)):
            yield "that", tuple(one for c in child.children if c.dep_ == "nsubj" for one in spread(c))


def _wished(verb: Token) -> Iterator[tuple[str, tuple[Token, ...]]]:
    """Who is to act after "for": "called for Serbia to agree"."""
    marked = any(c.dep_ == "mark" and c.lower_ == "for" for c in verb.children)
    if marked and not any(c.dep_ in {"auxpass", "nsubjpass"} or c.lower_ == "it" for c in verb.children):
        yield "for", tuple(one for c in verb.children if c.dep_ in SUBJECTS for one in spread(c))


def _by(verb: Token) -> Iterator[Token]:
    """Who does it in a passive: after "by", be it at the verb or at what the verb makes of its subject."""
    below = [c for c in verb.children if c.dep_ in {"oprd", "dobj", "attr"}]
    below += [
        g
        for c in verb.children
        if c.dep_ == "prep" and c.lower_ not in _WHEN
        for g in c.children
        if g.dep_ in {"pobj", "amod"}
    ]
    below += [g for one in below for g in one.children if g.dep_ in {"dobj", "oprd", "appos"}]
    for holder in (verb, *below):
        found = [
            one
            for child in holder.children
            if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by")
            for noun in child.children
            if noun.dep_ == "pobj" and not _is_means(noun) and not excepted(noun)
            for one in spread(noun)
        ]
        if found:
            yield from found
            return


def _is_means(noun: Token) -> bool:
    """Whether what stands after "by" acts no more than a decree or a month does: "has to be gone by December"."""
    if noun.lower_ == "which":  # "the decision by which he was expelled"
        noun = next((t.head for t in noun.ancestors if t.dep_ == "relcl"), noun)
    means = noun.lemma_ in _MEANS and noun.head.head.lemma_ not in _STIRRING  # "alarmed by the decision of Peru"
    return means or (noun.lower_ in MONTHS and noun.pos_ == "PROPN")


def _complements(verb: Token) -> Iterator[Token]:
    objects = [c for c in verb.children if c.dep_ in {"dobj", "dative"}]
    if verb.lemma_ in _KEEPING:  # "left the seat vacant"
        yield from (c for noun in objects for c in noun.children if c.dep_ == "amod" and c.i > noun.i)
    for child in verb.children:
        bare = child.dep_ == "xcomp" and child.pos_ == "NOUN" and not any(child.children)  # "was sent packing"
        if bare or child.dep_ in {"attr", "acomp", "oprd"} or (objects and bare_adjective(child)):
            yield from coordinated(child)
    if fold(verb.lemma_) in NAMING:  # "designated Omar Varga a terrorist", parsed as apposition
        beside = [c for o in objects for c in o.children if c.dep_ in {"appos", "npadvmod"} and c.pos_ == "NOUN"]
        yield from (c for c in beside if not left_of(c.left_edge).is_punct)
    for thing in objects:  # 'called the move "unacceptable"'
        after = [c for c in thing.children if c.dep_ == "amod" and c.i > thing.i]
        yield from (c for c in after if left_of(c).text in _QUOTING or fold(verb.lemma_) in _JUDGING)
