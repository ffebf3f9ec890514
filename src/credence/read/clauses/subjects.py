"""Who does what a verb says: its own subject, or the one it takes from a clause or noun above; and its obliques."""

from __future__ import annotations

from collections.abc import Iterator

from credence.catalog.cues import Cues
from credence.catalog.spelling import fold
from credence.read.clauses.companions import companions
from credence.read.clauses.impersonal import is_impersonal, kept_busy
from credence.read.clauses.obliques import WH, obliques_of, relative_of
from credence.read.clauses.openers import headed, misplaced
from credence.read.clauses.pacts import agreed_between
from credence.read.nouns.hanging import governed
from credence.read.nouns.phrases import coordinated, saved, spread
from credence.read.words.forms import MONTHS, TALLIES, infinitive, ordinal, parts_of, tallied
from credence.read.words.preambles import headed_by
from credence.read.words.tree import Token

SUBJECTS = {"nsubj", "nsubjpass", "csubj"}
_INHERITING = {"xcomp", "advcl", "pcomp", "acl", "conj", "ccomp", "prep"}
_WHOLE = {"all", "both", "some", "most", "each", "many", "several"}  # "both of which"
_LANDS = {"country", "nation", "state", "government", "kingdom", "republic", "administration", "island", "emirate"}
_TOWNS = {"city", "town", "capital", "port", "region", "province"}
_GIVEN = {"announcement", "promise", "pledge", "assurance", "commitment", "offer", "undertaking", "signal", "decision"}
_FLOATING = {"all", "both", "each"}
_BEFORE = {"amod", "compound", "nmod"}  # "Norwegian plans to"
_ROLLS = {"list", "group", "ranks", "club", "roster", "number", "roll"}
_TELLING_OVER = {"be", "include", "comprise"}
REPLIES = {"reply", "response", "answer", "reaction", "retaliation", "riposte", "revenge", "punishment"}
ACTS = {*REPLIES, "move", "step", "act", "decision", "plan", "aim", "goal", "policy", "intention", "wish", "hope"}
CALLS = {"call", "demand", "plea", "appeal", "pressure"}
_ASKING_OTHERS = {*CALLS, "ultimatum", "instruction", "summons", "urging"}
_ANSWERING = frozenset(
    {"reject", "accept", "heed", "ignore", "follow", "defy", "obey", "resist", "refuse", "agree", "comply", "bow"}
    | {"yield", "dismiss", "rebuff", "answer", "spurn", "meet", "face", "receive", "get", "come", "respond"}
)
_LEFT_OPEN = {"denied", "planned", "sought", "possible"}  # what such nouns lead up to is not their act
_UPON = {"on", "upon", "for"}
_ADDRESSED = {"on", "upon", "to", "with", "for"}
_SPEAKING = frozenset(
    {"ambassador", "chancellor", "emir", "envoy", "king", "leader", "minister", "premier", "president", "secretary"}
)


def subjects_of(verb: Token, cues: Cues) -> Iterator[Token]:
    """Give the subjects of a verb, its own or those it inherits by relative, control, participle or coordination."""
    own = headed(verb) or _own_of(verb) or list(misplaced(verb)) or agreed_between(verb) or kept_busy(verb)
    if own:
        for subject in own:
            yield from _reported(subject, verb, cues) or _antecedents(subject, verb, cues)
        yield from companions(verb, own[0])
    elif infinitive(verb) and is_impersonal(verb):
        yield from _judging_time(verb, cues)
    elif verb.dep_ in {"relcl", "acl"} and verb.head.pos_ in {"NOUN", "PROPN", "PRON", "ADJ", "NUM"}:
        yield from _from_noun(verb, cues)
    elif verb.dep_ in _INHERITING or verb.dep_ == "relcl":
        yield from _inherited(verb, cues)
    if not own:
        yield from headed_by(verb)
        yield from dict.fromkeys(companions(verb, verb))  # "one of few to recognise it, along with Chile"
    if infinitive(verb):
        yield from _predecessors(verb, cues)


def _own_of(verb: Token) -> list[Token]:
    """The subjects that hang on a verb, but no exception ("no country other than Peru has") and no word for all."""
    own = [c for c in parts_of(verb) if c.dep_ in SUBJECTS]
    if len(own) > 1:
        own = [c for c in own if not saved(c) and c.lower_ != "whom"]
    return (
        own[:-1] if len(own) > 1 and own[-1].lower_ in _FLOATING else own
    )  # "Peru and Chad, meanwhile, both welcomed"


def _predecessors(verb: Token, cues: Cues) -> Iterator[Token]:
    """Who did it besides the only other one: "is the only country besides Peru to recognise"."""
    above = verb.head
    nouns = [above] if above.dep_ == "attr" else [c for c in above.children if c.dep_ == "attr"]
    if not any(ordinal(noun) for noun in nouns):
        return
    if any(c.dep_ == "mark" and c.lower_ == "after" for c in verb.children):  # "after" taken for a conjunction
        yield from subjects_of(above, cues)
        return
    for prep in (c for one in (verb, *nouns) for c in one.children if c.dep_ == "prep"):
        if prep.lower_ == "besides":  # those "after" whom it is done are told apart
            named = (c for c in prep.children if c.dep_ == "pobj" and c.pos_ == "PROPN" and c.lower_ not in MONTHS)
            yield from (one for noun in named for one in coordinated(noun))


def _judging_time(verb: Token, cues: Cues) -> Iterator[Token]:
    """Who says that it is too early to do something: whoever speaks."""
    above = next((t for t in verb.ancestors if t.lemma_ == "be"), verb)
    said = [c for c in above.children if c.dep_ in {"acomp", "attr", "nsubj"}]
    early = any(c.lemma_ in {"early", "premature", "soon"} for c in said)
    not_yet = any(c.lemma_ == "time" for c in said) and any(c.dep_ == "neg" for c in above.children)
    reported = above.dep_ == "ccomp" and cues.governors.get(fold(above.head.lemma_)) == "reports"
    if reported and (early or not_yet):
        yield from subjects_of(above.head, cues)


def _reported(subject: Token, verb: Token, cues: Cues) -> list[Token]:
    """Whom "it" or "they" means in reported speech: the one who speaks, where that is no person to all appearance."""
    if verb.dep_ != "ccomp" or fold(verb.head.lemma_) not in cues.governors or _promises_else(verb):
        return []
    speakers = list(subjects_of(verb.head, cues)) if subject.lower_ in {"it", "they", "he", "she"} else []
    if subject.lower_ in {"he", "she"}:  # "Chad's minister said he welcomed it"
        return speakers if len(speakers) == 1 and speakers[0].lemma_.lower() in _SPEAKING else []
    plain = all(s.pos_ == "PROPN" and not any(c.dep_ == "compound" for c in s.children) for s in speakers)
    plain |= subject.lower_ == "it" and all(s.lemma_ in _LANDS for s in speakers)  # "the country said that it would"
    return speakers if plain and (len(speakers) > 1) == (subject.lower_ == "they") else []


def _promises_else(verb: Token) -> bool:
    """Whether the verb behind a clause has an object of its own: "It did so after, as is known, Chad promised aid"."""
    return verb.i < verb.head.i and any(c.dep_ == "dobj" for c in verb.head.children)


def _antecedents(subject: Token, verb: Token, cues: Cues) -> Iterator[Token]:
    """A relative pronoun stands for the noun its clause hangs on."""
    whole = subject.lower_ in _WHOLE and any(g.tag_ in WH for c in subject.children for g in c.children)
    if whole or subject.tag_ in WH or (subject.lower_ == "that" and subject.tag_ in {"WDT", "IN", "DT"}):
        clause = verb
        while clause.dep_ == "conj":
            clause = clause.head
        if clause.dep_ == "relcl":
            behind = {c for c in clause.head.conjuncts if c.i > clause.i}  # "states that thanked it, and Chad"
            yield from (one for one in _stands_for(clause.head, cues) if one not in behind)
            return
        cleft = [c for c in clause.head.children if c.dep_ == "attr"] if is_cleft(clause) else []
        if cleft:  # "it was Peru that recognised"
            yield from coordinated(cleft[0])
            return
    own = [c for c in subject.children if c.dep_ == "nsubj"] if ordinal(subject) else []
    if own:  # "making it the first nation to recognise"
        yield from (one for named in own for one in spread(named))
        return
    if subject.dep_ == "csubj" and subject.lemma_ == "do":  # "what Peru did was to close"
        yield from (one for c in subject.children if c.dep_ == "nsubj" for one in spread(c))
        return
    yield from spread(subject)


def is_cleft(clause: Token) -> bool:
    """Tell whether a clause is what "it was Peru" leads up to."""
    above = clause.head
    return clause.dep_ in {"ccomp", "advcl"} and above.lemma_ == "be" and any(c.lower_ == "it" for c in above.lefts)


def _stands_for(noun: Token, cues: Cues) -> Iterator[Token]:
    """The noun, or what it is said to be: "China became the first to receive" is about China."""
    verb = noun.head
    if noun.dep_ in {"attr", "oprd"} and verb.pos_ in {"VERB", "AUX"}:
        cleft = noun.pos_ == "PROPN" and any(c.lower_ == "it" and c.dep_ == "nsubj" for c in verb.lefts)
        yield from coordinated(noun) if cleft else subjects_of(verb, cues)  # "it was Peru that"
    elif noun.dep_ == "appos" and noun.tag_ in {"NN", "JJ", "RB"} and noun.head.pos_ == "PROPN":
        yield from coordinated(noun.head)  # "Peru, the first to recognise Chile", "Peru, a country that recognises"
    elif noun.dep_ == "nsubj" and ordinal(noun) and any(c.dep_ == "attr" for c in verb.children):
        yield from (one for c in verb.children if c.dep_ == "attr" for one in coordinated(c))
    elif named := _enumerated(noun):
        yield from named
    else:
        ones = list(_one_of(noun, cues))
        if not ones or any(c.dep_ == "nummod" for c in noun.children):  # "one of three states that": both count
            yield from spread(noun)
        yield from ones
        yield from _standing_in(noun)


def _standing_in(place: Token) -> Iterator[Token]:
    """What stands in the place that a relative clause was hung on: "the embassy in Damascus, which had closed"."""
    if place.dep_ == "appos" and place.pos_ == "PROPN":  # "the embassy in Damascus, Syria, which"
        place = place.head
    prep = place.head
    if place.dep_ == "pobj" and prep.lower_ == "of" and prep.head.lemma_ in _TOWNS:  # "in the port city of Benghazi"
        place, prep = prep.head, prep.head.head
    named = place.pos_ == "PROPN" or place.lemma_ in _TOWNS
    if place.dep_ == "pobj" and named and prep.lower_ in {"in", "at"} and prep.head.pos_ in {"NOUN", "PROPN"}:
        yield from coordinated(prep.head)


def _enumerated(noun: Token) -> list[Token]:
    """Who states are that are told over: "countries recognising Peru include Chile", "those that do are Chile and"."""
    verb = noun.head
    if noun.dep_ == "pobj" and verb.lower_ == "of" and verb.head.lemma_ in _ROLLS:  # "the list of states that"
        noun, verb = verb.head, verb.head.head
    elif not (noun.tag_ == "NNS" or noun.lower_ == "those"):
        return []
    if noun.dep_ != "nsubj":
        return []
    named = [c for c in verb.children if c.dep_ == ("attr" if verb.lemma_ == "be" else "dobj") and c.pos_ == "PROPN"]
    return [one for c in named for one in coordinated(c)] if verb.lemma_ in _TELLING_OVER else []


def _one_of(noun: Token, cues: Cues) -> Iterator[Token]:
    """Who is one of them: "Peru is among the states that", "Peru, one of three that", "was among the first to"."""
    prep = noun.head
    if noun.dep_ != "pobj" or prep.lower_ not in {"of", "among"}:
        return
    whole = prep.head
    if whole.lemma_.lower() in TALLIES:
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
        behind = {c for c in noun.conjuncts if c.i > verb.i and verb.dep_ == "acl"}  # not "and a bank"
        yield from (one for one in _stands_for(noun, cues) if one not in behind)
        return
    ones = list(subjects_of(noun.head, cues)) if noun.lower_ == "one" and noun.dep_ == "attr" else []
    others = noun.lemma_.lower() in _ASKING_OTHERS  # "its demand to close the embassy": not its own act
    ones = ones or list(_one_of(noun, cues))
    if ones:  # "is one of three states to have recognised"
        yield from ones
    elif owners := _owners(noun, others=others):  # "the failure of X to …", "Berlin's decision to …", "calls on X to …"
        for owner in owners:
            yield from coordinated(owner)
    else:
        yield from _around(verb, noun, cues) if not others or _meets(noun) else ()


def _owners(noun: Token, *, others: bool) -> list[Token]:
    """Whose decision, or for others, upon whom the demand is to do something."""
    asked = {"on", "upon", "to", "for"} if others else {"of", "by", "on", "upon", "to"}
    asked |= {"from"} if noun.lemma_ in _GIVEN else set()
    owners = [c for c in noun.children if c.dep_ == "poss" or (c.dep_ in _BEFORE and c.text[:1].isupper())]
    placed = [t for prep, tokens in obliques_of(noun) if prep in asked for t in tokens if not _is_day(t)]
    return placed if others else [*owners, *placed]


def _is_day(token: Token) -> bool:
    """Whether a name is a day's or a month's: "announced plans on Wednesday to"."""
    return token.pos_ == "PROPN" and (token.lower_ in MONTHS or token.lower_.endswith("day"))


def _around(verb: Token, noun: Token, cues: Cues) -> Iterator[Token]:
    """Who does what a noun without an owner leads up to: "took the decision to", "was given permission to"."""
    if noun.dep_ == "nsubjpass" and (takers := _takers(noun.head)):  # "the decision to … was taken by Peru"
        yield from takers
    elif noun.dep_ in {"nsubj", "nsubjpass", "ROOT"} and cues.governors.get(fold(noun.lemma_)) in _LEFT_OPEN:
        return  # "Plans to close the embassy were dropped"
    elif noun.dep_ in {"dobj", "nsubjpass", "pobj"}:
        yield from _controller(verb, noun.head if noun.dep_ != "pobj" else noun.head.head, cues)
    else:
        yield from _stands_for(noun, cues)


def _takers(verb: Token) -> list[Token]:
    """Who does what a passive says, after "by"."""
    by = [c for c in verb.children if c.dep_ == "agent"]
    given = [c for c in verb.children if c.dep_ == "dative" and c.lower_ == "to"]  # "permission to … was given to Peru"
    return [one for prep in given or by for one in governed(prep)]


def _meets(demand: Token) -> bool:
    """Whether a demand is one that the subject answers: "rejected calls to leave", "is under pressure to leave"."""
    if demand.dep_ == "pobj" and demand.head.lower_ == "under":
        return True
    verb = demand.head.head if demand.dep_ == "pobj" else demand.head
    return demand.dep_ in {"dobj", "pobj"} and verb.lemma_ in _ANSWERING


def _author(noun: Token, cues: Cues) -> Iterator[Token]:
    """Whose written act a noun is: of its owner, or of who issues it."""
    owners = [c for c in noun.children if c.dep_ == "poss"]
    owners += [t for prep, tokens in obliques_of(noun) if prep in {"of", "by", "from"} for t in tokens]
    if owners:
        for owner in owners:
            yield from coordinated(owner)
    elif noun.dep_ == "dobj":
        yield from subjects_of(noun.head, cues)
    elif noun.dep_ == "pobj" and noun.head.lower_ == "in" and noun.head.head.pos_ == "VERB":
        yield from subjects_of(noun.head.head, cues)  # "said in a statement condemning Chad that"


def _inherited(verb: Token, cues: Cues) -> Iterator[Token]:
    """The subject of a clause that has none: that of the clause above, or its object under "urge", "ask"."""
    head = _up(verb.head, {"prep", "agent", "pcomp", "acomp", "advmod", "cc", "prt"})
    if head.pos_ in {"NOUN", "PROPN"} and head.dep_ in {"dobj", "pobj", "attr", "nsubj", "nsubjpass"}:
        owners = [c for c in head.children if c.dep_ == "poss"]
        if owners:
            yield from owners
            return
        head = _up(head, None)
    if head != verb and head.pos_ in {"VERB", "AUX"}:
        yield from _controller(verb, _said_by(verb, head, cues), cues)
        if verb.dep_ == "pcomp" and head.lemma_ == "join":
            yield from _joined(head)


def _joined(verb: Token) -> Iterator[Token]:
    """Who is joined in doing it, or joins: "Peru joined Chile in recognising", "was joined by Chile in"."""
    nouns = [c for c in verb.children if c.dep_ == "dobj"]
    nouns += [g for c in verb.children if c.dep_ == "agent" for g in c.children if g.dep_ == "pobj"]
    yield from (one for noun in nouns if noun.pos_ == "PROPN" for one in coordinated(noun))


def _said_by(verb: Token, head: Token, cues: Cues) -> Token:
    """The clause a second verb goes on with where the reporting stands between: "X left, Y said, and closed …"."""
    if verb.dep_ == "conj" and _goes_on(verb, head) and cues.governors.get(fold(head.head.lemma_)) == "reports":
        return head.head
    if verb.dep_ != "conj" or cues.governors.get(fold(head.lemma_)) != "reports":
        return head
    if head.dep_ == "parataxis" and head.head.pos_ in {"VERB", "AUX"}:
        return head.head
    told = [c for c in head.children if c.dep_ == "ccomp" and c.i < head.i and c.pos_ in {"VERB", "AUX"}]
    return told[-1] if told else head


def _goes_on(verb: Token, told: Token) -> bool:
    """Whether a second verb goes on with who speaks, not with what is said: "said it is wrong and urged Chad to"."""
    if told.dep_ != "ccomp" or verb.tag_ != "VBD" or told.head.tag_ != "VBD" or verb.i < told.i:
        return False
    finite = told.tag_ in {"VBZ", "VBP"} or any(c.tag_ in {"MD", "VBZ", "VBP"} for c in told.children)
    return finite and not any(c.dep_ in {"mark", "aux", "auxpass"} for c in verb.children)


def _controller(verb: Token, head: Token, cues: Cues) -> Iterator[Token]:
    """Who does what stands under ``head``: its object under "urge", "call on", "give … to", else its subject."""
    fronted = verb.dep_ in {"advcl", "pcomp"} and verb.i < head.i  # "Having expelled the envoy, Chad told his staff to"
    pressed = list(_pressed(verb, head)) or (list(_made_first(head)) if infinitive(verb) else [])
    if pressed:
        yield from pressed
        return
    if verb.dep_ == "pcomp" and fold(head.lemma_) in cues.controlled.get(verb.head.lower_, ()):
        blamed = [c for c in head.children if c.dep_ == "dobj"]
        if blamed:  # "criticised Chile for recognising", "kept Chile from closing"
            yield from (one for c in blamed for one in spread(c))
            return
    beside = verb.dep_ == "conj" or (verb.dep_ == "advcl" and verb.tag_ == "VBG")  # "…, thereby raising"
    beside = beside or (verb.dep_ == "pcomp" and verb.head.lower_ == "by")  # "helped Peru by paying"
    if not beside and not fronted and fold(head.lemma_) in cues.object_control:
        objects = [c for c in head.children if c.dep_ in {"dobj", "dative"} and c != verb.head and c.pos_ != "ADP"]
        behind = (c for c in head.rights if c.dep_ in {"prep", "dative"})  # not "On behalf of Peru, I would like to"
        addressed = [g for c in behind if c.lower_ in _ADDRESSED for g in c.children if g.dep_ == "pobj"]
        controllers = objects or (addressed if infinitive(verb) else [])
        if controllers:
            for one in controllers[:1]:
                whom = relative_of(head) if one.tag_ in WH else None  # "Peru, which Chile ordered to leave"
                yield from spread(one if whom is None else whom)
            return
    for subject in subjects_of(head, cues):
        yield from _authors_of(subject, verb, head, cues) or [subject]
    yield from _object_before(verb, head)


def _authors_of(act: Token, verb: Token, head: Token, cues: Cues) -> list[Token]:
    """Whose act it is that is said to be to do something: "Peru's reply was to recall its envoy"."""
    turn = next((c for c in head.children if c.dep_ == "attr" and c.lemma_ == "turn"), None)
    if turn is not None and head.lemma_ == "be":  # "it was the turn of Peru to withdraw"
        return [one for owner in _owners(turn, others=False) for one in coordinated(owner)]
    if act.lemma_ == "time" and head.lemma_ == "be":  # "the time is not ripe to": who says so
        return list(_judging_time(verb, cues))
    if head.lemma_ != "be" or act.pos_ != "NOUN" or act.lemma_ not in ACTS or not infinitive(verb):
        return []
    owners = [c for c in act.children if c.dep_ == "poss"]
    owners += [t for prep, tokens in obliques_of(act) if prep in {"of", "by", "from"} for t in tokens]
    return [one for owner in owners for one in coordinated(owner)]


def _object_before(participle: Token, head: Token) -> Iterator[Token]:
    """The object a participle follows: "reopened its embassy in Damascus, shuttered since 2012"."""
    done = any(c.dep_ == "aux" for c in participle.children)  # "lost its embassy, having shut it"
    if participle.dep_ == "advcl" and participle.tag_ == "VBN" and participle.i > head.i and not done:
        things = [c for c in head.children if c.dep_ == "dobj" and c.pos_ == "NOUN" and c.i < participle.i]
        yield from (c for c in things if c.right_edge.i + 2 == participle.left_edge.i)


def _made_first(verb: Token) -> Iterator[Token]:
    """Whom something makes the first to do so: "makes Peru the third state, after Chad and Mali, to recognise"."""
    ranked = (c for c in verb.children if verb.lemma_ == "make" and c.dep_ == "ccomp" and ordinal(c))
    yield from (one for noun in ranked for c in noun.children if c.dep_ == "nsubj" for one in spread(c))


def _pressed(verb: Token, head: Token) -> Iterator[Token]:
    """Whom pressure or calls are on to do something: "pressure is growing on Chile to recognise"."""
    calls = [c for c in head.children if c.dep_ == "nsubj" and c.lemma_.lower() in CALLS]
    calls += [c for c in head.children if c.dep_ == "dobj" and c.lemma_.lower() in {"pressure", "heat"}]
    if calls and infinitive(verb):
        preps = [c for one in (head, *calls) for c in one.children if c.dep_ == "prep" and c.lower_ in _UPON]
        yield from (one for prep in preps for one in governed(prep))


def _up(token: Token, relations: set[str] | None) -> Token:
    """Climb to the verb above, through the relations given or through all."""
    while token.pos_ not in {"VERB", "AUX"} and token.head != token:
        if relations is not None and token.dep_ not in relations:
            break
        token = token.head
    return token
