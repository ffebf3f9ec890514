"""Whether a clause only says another one again: "so did Peru", "followed suit", "took the same step", "came next"."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace

from credence.catalog.cues import Cues
from credence.catalog.spelling import fold
from credence.read.clauses.clauses import Clause
from credence.read.clauses.stranded import leaves_out
from credence.read.clauses.succession import BACK, takes_place
from credence.read.nouns.phrases import saved, spread
from credence.read.words.forms import infinitive, left_of, ordinal
from credence.read.words.tree import Token

_NOUNS = {"NOUN", "PROPN", "PRON"}
_HOW_MUCH = {"little", "badly", "poorly", "few"}  # "did so little that"
_VERBS = {"VERB", "AUX"}
_INVERTED = {"so", "neither", "nor", "as"}
_PRO_VERBS = {"do", "have", "be", "will", "would", "can", "could", "may", "might", "shall"}
_UNDER = {"xcomp", "ccomp", "prt"}
_TAKING = frozenset(
    {"take", "make", "follow", "adopt", "consider"}
    | {"weigh", "mull", "contemplate", "ponder", "announce", "promise"}
    | {"match", "copy", "repeat", "mirror", "emulate", "imitate", "replicate"}
)
_NEXT = {"after", "afterwards", "later"}
_IN_LINE = {"in", "on"}  # "is next in line", "on the list"
_THEN = {"then", "next", "after", "afterwards", "soon", "later", "finally", "lastly"}
TRAILING = frozenset({"follow", "join"})
"""Verbs that alone say that somebody did what others had done."""

PLACES = frozenset({"next", "first", "second", "third", "fourth", "last"})
"""What says alone in which place somebody did what others did."""

_MEANING_TO = {"intention", "plan", "thought", "hope", "way", "prospect", "question"}  # "no intention of following"
_AROUND = {"over", "round", "around", "aboard"}  # "Italy came round in April"
_STEPS = frozenset(
    {"step", "move", "decision", "measure", "course", "path"}
    | {"route", "action", "line", "choice", "stance", "plunge", "leap", "switch", "jump", "turn"}
)
_WAYS = {"way", "route", "road", "path", "direction"}
_SAME = {"same", "similar", "identical", "such", "this", "that"}
_IN_KIND = {"kind", "return", "like", "coin", "measure"}
_RULED = {"xcomp", "pcomp", "ccomp"}
_THEM = {"them", "those", "these"}
_TOWARDS = ("with", "against", "towards", "toward", "to", "on", "in")
_AGAINST = {"with", "against", "towards", "toward"}
_JOINED = {"together", "along", "jointly"}

_MANNER = frozenset(  # how or on which occasion it was said: "did likewise from the rostrum", "followed in a video"
    {"video", "statement", "speech", "address", "rostrum", "podium", "tweet", "letter", "note", "ceremony", "silence"}
    | {"writing", "public", "private", "person", "haste", "turn", "wake", "style", "concert", "unison", "tandem"}
    | {"parallel", "principle", "effect", "all", "fact", "practice", "evening", "morning", "afternoon", "night"}
    | {"breath", "vein", "spirit", "case", "decree", "post", "twitter", "television", "middle", "end", "course"}
    | {"beginning", "start", "meantime", "interim"}
)
_PARTLY = {"of", "among", "unlike", "like"}  # "Of its neighbours, only Chile has"
_FOR_NOW = {"present", "moment", "now", "time", "being"}  # "Chile will not, for the present"

IsDate = Callable[[Token], bool]


def said_again(clause: Clause, cues: Cues, is_date: IsDate) -> tuple[Token, ...]:
    """The subjects of a clause that only repeats, or none."""
    anchor = clause.anchor
    if anchor.pos_ not in _VERBS or clause.nominal or _hangs_loose(anchor):
        return ()
    if comes_next(clause, is_date) or is_among_them(clause) or is_step_followed(anchor) or takes_place(clause):
        return clause.agents
    words = {c.lower_ for c in anchor.children if c.dep_ != "mark"} | {t.lower_ for t in clause.patients}
    if _is_told_of_another(anchor) or any(c.lower_ in _HOW_MUCH and left_of(c).lower_ == "so" for c in anchor.children):
        return ()
    if (stepped := same_step(anchor)) or leaves_out(clause, cues):
        return clause.agents if stepped else clause.subjects
    if anchor.lemma_ == "do" and _is_what_is_done(anchor):
        return clause.agents  # "withdrew its recognition, which Chile had done before"
    before = left_of(anchor, 2 if left_of(anchor).lower_ == "too" else 1)
    words.add(before.lower_ if anchor.i else "")  # ", nor has Peru", "so too has Peru"
    words |= {t.lower_ for _, tokens in clause.obliques for t in tokens if t.lower_ in _IN_KIND}
    behind = anchor.doc[anchor.i + 1 : anchor.i + 3]  # "in kind on Friday" is often parsed as "in on"
    words |= {"kind"} if [t.lower_ for t in behind] == ["in", "kind"] else set()
    inverted = words & _INVERTED and [c for c in anchor.children if c.i > anchor.i and c.dep_ in {"nsubj", "dobj"}]
    if fold(anchor.lemma_) in _PRO_VERBS and inverted:
        return tuple(one for noun in inverted for one in spread(noun) if one.pos_ in _NOUNS or one.lower_ == "one")
    again = cues.repeats.get(fold(anchor.lemma_))
    bare = again is not None and "" in again and not (clause.predicate == "join" and infinitive(anchor))
    if again is not None and not _says_what(anchor) and (words & again or (bare and _bare(clause, is_date))):
        return clause.agents
    own = [c for c in anchor.children if c.dep_ == "nsubj" and c.lower_ != "neither"]  # who that is, nobody says
    alone = own and not clause.complements and _bare(clause, is_date)
    return clause.agents if alone and fold(anchor.lemma_) in _PRO_VERBS else ()


def _is_told_of_another(verb: Token) -> bool:
    """Whether it is left open who does so: "for Peru to do so would be", "its envoy from Chad, the first to do so"."""
    if infinitive(verb) and any(c.dep_ == "mark" and c.lower_ == "for" for c in verb.children):
        return True
    if any(c.lower_ == "than" for c in verb.lefts) or (verb.head.lower_ == "than" and verb.dep_ == "pcomp"):
        return True  # "more than Peru has done"
    aside = one_of_row(verb) and verb.head.dep_ == "appos"
    return aside and verb.head.head.dep_ in {"pobj", "dobj"}


def _is_what_is_done(verb: Token) -> bool:
    """Whether "do" stands for what was told: "which Chile had done before", "something Chile has refused to do"."""
    over = verb
    while over.dep_ == "xcomp" and over.head.pos_ in _VERBS:
        over = over.head
    if over.dep_ != "relcl":
        return False
    which = any(c.lower_ == "which" and c.dep_ in {"dobj", "dative"} for t in (verb, over) for c in t.lefts)
    return which or (over != verb and over.head.lower_ in {"something", "which"})


def same_step(verb: Token) -> bool:
    """Whether a verb takes the step told before: "a step Chile had taken before", "made the same decision"."""
    if verb.lemma_ == "go" and verb.pos_ == "VERB":
        beside = (*verb.children, *(g for c in verb.children if c.lower_ == "down" for g in c.children))
        return any(c.lemma_ in _WAYS and any(g.lower_ == "same" for g in c.children) for c in beside)
    judged = verb.lemma_ == "consider" and any(c.lower_ == "as" or c.dep_ in {"oprd", "acomp"} for c in verb.children)
    if verb.lemma_ not in _TAKING or judged:  # "we consider this decision an affront"
        return False
    if verb.dep_ == "relcl" and verb.head.dep_ == "appos":
        return verb.head.lemma_ in _STEPS
    things = [c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"} and c.lemma_ in _STEPS]
    bare = [thing for thing in things if not any(_says_which(c) for c in thing.children)]
    known = verb.tag_ in {"VBD", "VBN", "VBZ"} and any(c.lower_ == "the" for t in bare for c in t.children)
    if known and bare[0].lemma_ in {"step", "move", "plunge", "leap"}:  # "which took the step in 2014"
        return True
    return any(c.lower_ in _SAME for thing in bare for c in thing.children)


def is_step(clause: Clause) -> bool:
    """Whether a clause, or the one it says again, takes a step told before: what somebody thinks is no step."""
    while clause.repeats is not None:
        if same_step(clause.anchor) or one_of_row(clause.anchor):
            return True
        clause = clause.repeats
    return False


def is_of_others(clause: Clause) -> bool:
    """Whether a clause says an act of others again: "cut its ties; Chad did so in May", where "its" is not Chad's."""
    first = clause.repeats
    return first is not None and not clause.passive and bool(first.agents) and clause.agents != first.agents


def one_of_row(verb: Token) -> bool:
    """Whether somebody is the second or the last of those who did what was told: "the third state to do so"."""
    so = any(c.lower_ in {"so", "likewise", "same"} for c in verb.children)
    return verb.lemma_ == "do" and so and infinitive(verb) and verb.dep_ in {"relcl", "acl"} and ordinal(verb.head)


def _says_which(child: Token) -> bool:
    """Whether what hangs on "the step" says which one it is; "the same step against Chad" does not."""
    aimed = child.lower_ in _AGAINST and any(c.dep_ == "pobj" and c.pos_ == "PROPN" for c in child.children)
    return child.dep_ in {"acl", "relcl"} or (child.dep_ == "prep" and not aimed)


def points_back(clause: Clause) -> bool:
    """Whether a clause repeats an act of state by its very words, however far back: "took the same step", "did so"."""
    below = {c.lower_ for c in clause.anchor.children} | {t.lower_ for t in clause.patients}
    if clause.anchor.lemma_ in {"do", "follow"}:
        return bool(below & {"so", "likewise", "same", "suit"})
    return same_step(clause.anchor)


def compared(noun: Token) -> bool:
    """Whether a noun is of whoever else there is, and not of nobody: "any other state", but not "no other state"."""
    below = {c.lower_ for c in noun.children}
    asked = noun.dep_ == "nsubj" and infinitive(noun.head)  # "urged other nations to follow suit"
    return bool(below & {"any", "other"}) and not below & {"no"} and not asked


def is_step_followed(verb: Token) -> bool:
    """Tell whether others did what was just told: "recognised it, a move followed by Chile"."""
    return verb.lemma_ == "follow" and verb.tag_ == "VBN" and verb.dep_ == "acl" and verb.head.lemma_ in _STEPS


def comes_next(clause: Clause, is_date: IsDate) -> bool:
    """Whether a clause only says who came next: "followed by Peru", "Peru came after it", "Peru was next"."""
    verb, lemma = clause.anchor, clause.predicate
    if not clause.agents or any(t.pos_ != "PROPN" for t in clause.agents) or _says_what(verb):
        return False
    if lemma in TRAILING and clause.passive and verb.dep_ in {"advcl", "acl"}:
        others = [t for prep, tokens in clause.obliques if prep != "by" for t in tokens]
        bare = not any(c.dep_ in {"auxpass", "mark", "pcomp"} for c in verb.children)
        return bare and all(is_date(t) for t in others) and not any(t.dep_ == "pcomp" for t in verb.subtree)
    after = {t.lower_ for prep, tokens in clause.obliques if prep == "after" for t in tokens}
    if lemma == "come":
        loose = {c.lower_ for c in verb.rights if c.dep_ == "advmod"}
        next_one = bool(loose & _NEXT) or any(c.lower_ in PLACES for c in verb.children) or _comes_then(clause)
        when = [t for _, tokens in clause.obliques for t in tokens]
        when += [c for c in verb.rights if c.dep_ == "npadvmod" and is_date(c)]  # "came that August"
        around = {c.lower_ for c in verb.rights if c.dep_ in {"prt", "advmod"}} <= _AROUND
        around = around and all(is_date(t) for t in verb.subtree if t.dep_ == "pobj")
        dated = bool(when) and around and verb.tag_ == "VBD" and _bare(clause, is_date, _AROUND)
        return bool(after & BACK) or next_one or dated
    if lemma == "be":
        placed = (t for t in clause.complements if t.lower_ in PLACES)
        return any(all(c.dep_ == "det" or c.lower_ in _IN_LINE for c in t.children) for t in placed)
    patients = {t.lower_ for t in clause.patients}
    names = bool(clause.patients) and all(t.pos_ == "PROPN" for t in clause.patients)
    ahead = lemma == "follow" and names and _bare(replace(clause, patients=()), is_date)
    return lemma in TRAILING and not clause.passive and (bool(patients & BACK) or ahead)


def _comes_then(clause: Clause) -> bool:
    """Whether a clause only says who came then: "Then came Peru"."""
    verb = clause.anchor
    behind = all(t.i > verb.i for t in clause.agents)
    return behind and any(c.lower_ in _THEN and c.i < verb.i for c in verb.lefts)


def comes_yet(clause: Clause) -> tuple[str, ...]:
    """Say that who "is next" has not done it yet."""
    next_one = any(t.lower_ == "next" for t in clause.anchor.children)
    return ("possible",) if clause.anchor.lemma_ == "be" and next_one and clause.anchor.tag_ != "VBD" else ()


def is_among_them(clause: Clause) -> bool:
    """Whether a clause only says who is one of those: "Peru is not among them"."""
    among = {t.lower_ for prep, tokens in clause.obliques if prep == "among" for t in tokens}
    return clause.predicate == "be" and bool(among & _THEM) and all(t.pos_ == "PROPN" for t in clause.agents)


def _hangs_loose(verb: Token) -> bool:
    """Whether a verb is no clause that repeats: "Following the talks, Peru will", "Peru went first: it closed"."""
    if verb.lemma_ == "go" and any(t.text == ":" for t in verb.doc[verb.i : verb.i + 3]):
        return True
    if verb.lemma_ == "do" and verb.dep_ in _RULED and not any(c.dep_ == "mark" for c in verb.lefts):
        return False  # "ruled out doing the same"
    bare = all(c.lower_ == "suit" for c in verb.children if c.dep_ == "dobj")
    meant = bare and verb.lemma_ in TRAILING and verb.dep_ == "pcomp" and verb.head.head.lemma_.lower() in _MEANING_TO
    return verb.tag_ == "VBG" and not meant and not any(c.dep_ == "aux" for c in verb.children)


def _says_what(verb: Token) -> bool:
    """Whether a verb says itself what is done next: "is the next to agree", "follows it in breaking with Chad"."""
    below = [g for c in verb.children if c.dep_ in {"acomp", "attr", "prep"} for g in c.children]
    told = any(infinitive(c) for c in (*verb.children, *below) if c.pos_ == "VERB")
    return told or any(c.dep_ == "pcomp" and c.tag_ == "VBG" for c in below)


def elsewhere(clause: Clause, is_date: IsDate) -> bool:
    """Whether what is done again is done to something else: "did the same with its consulate"."""
    changing = {"with", "in", "at", "to", "from", "for"}
    aimed = set(towards(clause))
    placed = (t for prep, tokens in clause.obliques if prep in changing for t in tokens if t not in aimed)
    return any(not is_date(t) and t.lower_ not in _IN_KIND | _FOR_NOW | _MANNER for t in placed)


def towards(clause: Clause) -> tuple[Token, ...]:
    """To whom it is done this time: "had taken the same step against Chad", "did likewise with Peru"."""
    below = [*clause.anchor.children, *(left_of(c) for c in clause.anchor.children if c.dep_ == "prep")]
    if clause.passive or {t.lower_ for t in below} & _JOINED:
        return ()
    near = (ts for prep, ts in clause.obliques if prep in _TOWARDS and ts and all(t.pos_ == "PROPN" for t in ts))
    return next(near, ())


def _bare(clause: Clause, is_date: IsDate, spare: Collection[str] = ()) -> bool:
    """Whether a verb has nothing beside it but dates, and such particles as count for nothing."""
    under = (c for c in clause.anchor.rights if c.dep_ in _UNDER and c.lower_ not in spare)
    if clause.passive or clause.patients or any(under):
        return False
    first = min((t.i for t in clause.agents), default=0)
    placed = ((p, ts) for p, ts in clause.obliques if p != "by" and not _beside_another(p, ts))
    placed = ((p, ts) for p, ts in placed if p not in _PARTLY or any(t.i > first for t in ts))
    said = ((p, ts) for p, ts in placed if p != "for" or {t.lower_ for t in ts} - _FOR_NOW)
    return all(is_date(token) or token.lower_ in _MANNER for _, tokens in said for token in tokens)


def _beside_another(prep: str, tokens: tuple[Token, ...]) -> bool:
    """Whether it is said before or after whom something is done: "as Peru had done before it"."""
    if all(t.pos_ == "PROPN" and saved(t) for t in tokens):
        return True  # "none does, except Peru"
    return prep in {"before", "after"} and all(t.pos_ in {"PRON", "PROPN"} for t in tokens)


def does_so(verb: Token) -> bool:
    """Whether a verb says that what others did not do was done: "has not recognised it. Chile did so in 2008"."""
    after = {c.lower_ for c in verb.children if c.i > verb.i}
    return verb.lemma_ == "do" and "so" in after and not {c.lower_ for c in verb.children} & {"too", "also", "either"}


def followed(verb: Token, first: Clause) -> Clause:
    """Give what others follow: "Chile does not plan to follow. Malta may follow" says that Malta may do the first."""
    while verb.lemma_ in TRAILING and first.repeats is not None and first.anchor.lemma_ in TRAILING:
        first = first.repeats
    return first
