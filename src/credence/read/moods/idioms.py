"""Turns of phrase that deny or put off what a clause says: "all but", "under no circumstances", "held back from"."""

from __future__ import annotations

from collections.abc import Iterator

from credence.read.clauses.subjects import CALLS
from credence.read.words.forms import infinitive, left_of
from credence.read.words.tree import Token

_NOWAY = {"circumstance", "way", "means", "account", "point", "time", "event", "case", "stage"}
_BILLS = {"bill", "motion", "resolution", "proposal", "amendment", "law", "measure"}
_DEFEATING = {"reject", "defeat", "block", "veto", "kill", "scuttle", "torpedo", "sink", "quash"}
_UNTIL = {"until", "till"}
NOT_LACKED = frozenset({"secret", "doubt", "bone", "time", "effort", "pain", "wonder", "expense", "word", "punch"})
"""What somebody lacks only by idiom, so that nothing is denied: "makes no secret of", "lost no time in"."""

_AWAY = {"back", "away", "off"}
_PUT_OFF = {"put", "call", "hold"}
_HOLDING = {"hold", "shy", "draw", "step", "pull", "shrink"}
_BACKING = {"back", "pull", "chicken", "wriggle", "bow"}
_SIGNS = {"sign", "indication", "hint", "trace", "evidence"}
_PRESSING = {"pressure", "heat"}
_READYING = {"plan", "planning", "preparation", "work", "effort", "step", "arrangement"}
_TERMS = {"hour", "day", "week", "month"}
_FALSE = {"false", "untrue", "unfounded", "baseless", "groundless", "wrong", "incorrect", "inaccurate", "fake"}
_IN_RETROSPECT = frozenset({"right", "wrong", "correct", "unwise", "foolish", "mistaken", "reckless", "justified"})
"""What somebody was to do what he did."""
_UNSURE = {"possible", "conceivable", "unlikely", "likely", "probable", "improbable", "doubtful"}
_TRUE = {"true", "correct", "accurate", "right"}

_CALLING_OFF = {"cancel", "scrap", "abandon", "scrub", "shelve", "postpone", "drop", "ditch"}


def at_predicate(token: Token) -> Iterator[str]:
    """Give what such a phrase beside a predicate does to it."""
    if token.i > 1 and [t.lower_ for t in token.doc[token.i - 2 : token.i]] == ["all", "but"]:
        yield "denied"
    for child in token.children:
        if child.dep_ == "prep" and any(_is_no_way(noun) for noun in child.children):
            yield "denied"
    if _is_inverted(token):
        yield "conditional"
    wanted = token.dep_ in {"advcl", "xcomp"} and infinitive(token)
    if wanted and any(c.dep_ == "nsubj" and c.lemma_.lower() in CALLS for c in token.head.children):
        yield "sought"  # "Calls are growing for Norway to …"
    if wanted and any(c.dep_ == "dobj" and c.lemma_.lower() in CALLS | _PRESSING for c in token.head.children):
        yield "sought"  # "put pressure on Norway to …"
    yield from _done_by_cleft(token)
    under = infinitive(token) and token.dep_ in {"advcl", "xcomp"} and token.head.lemma_ == "be"
    if under and any(c.dep_ == "nsubj" and c.lemma_.lower() in _READYING for c in token.head.children):
        yield "planned"  # "Work is under way to …"


def _done_by_cleft(token: Token) -> Iterator[str]:
    """What "do" says of the clause it leads up to: "what Peru will not do is recognise it"."""
    above = token.head
    if token.dep_ not in {"xcomp", "ccomp"} or above.lemma_ != "be":
        return
    for doing in (c for c in above.children if c.dep_ == "csubj" and c.lemma_ == "do"):
        if any(c.dep_ == "neg" for c in doing.children):
            yield "denied"
        if any(c.dep_ == "aux" and c.lower_ in {"will", "wo"} for c in doing.children):
            yield "planned"


def until(verb: Token) -> bool:
    """Whether what was not done until a day was done then: "did not recognise it until 2015", "until he came"."""
    if _is_cleft(verb):
        return True
    did = verb.tag_ == "VB" and any(c.dep_ == "aux" and c.lower_ == "did" for c in verb.children)
    was = verb.tag_ == "VBN" and any(c.dep_ == "auxpass" and c.lower_ in {"was", "were"} for c in verb.children)
    if not did and not was:
        return False
    preps = [c for c in verb.children if c.dep_ == "prep" and c.lower_ in _UNTIL]
    dated = any(_is_day(noun) or noun.lower_ == "later" for prep in preps for noun in prep.children)
    return dated or any(map(_until_done, verb.children))


def _is_cleft(verb: Token) -> bool:
    """Whether a sentence says until when something had to wait: "it was not until March that Peru left"."""
    it = any(c.dep_ in {"nsubj", "expl"} and c.lower_ == "it" for c in verb.children)
    return verb.lemma_ == "be" and it and any(c.dep_ == "prep" and c.lower_ in _UNTIL for c in verb.children)


def _until_done(clause: Token) -> bool:
    """Whether a clause tells of what had to happen first, and did: "until the envoy was received"."""
    marked = any(c.dep_ in {"mark", "advmod"} and c.lower_ in _UNTIL for c in clause.children)
    below = {c.lower_ for c in clause.children if c.dep_ in {"aux", "auxpass"}}
    return clause.dep_ == "advcl" and marked and (clause.tag_ == "VBD" or bool(below & {"was", "were", "had"}))


def _is_day(noun: Token) -> bool:
    """Whether a noun is a year or a month: "2015", "May 2015", "the spring of 2015"."""
    return noun.dep_ == "pobj" and any(t.text.isdigit() and len(t.text) == 4 for t in noun.subtree)


def gapped_passive(verb: Token) -> Token | None:
    """The passive whose auxiliaries a verb shares: "envoys will be exchanged and embassies opened"."""
    below = {c.dep_ for c in verb.children}
    if verb.dep_ != "conj" or not verb.lower_.endswith("ed") or below & {"aux", "auxpass", "dobj", "prep", "advmod"}:
        return None
    before = (verb.head, *(c for c in verb.head.children if c.dep_ == "xcomp" and c.i < verb.i))
    return next((one for one in before if any(c.dep_ == "auxpass" for c in one.children)), None)


def waited(verb: Token) -> bool:
    """Whether what a verb leads up to was done in the end: "waited until 2015 to", "took until May 2019 to"."""
    preps = [c for c in verb.children if c.dep_ == "prep" and c.lower_ in {"until", "till"}]
    return verb.lemma_ in {"wait", "take"} and verb.tag_ == "VBD" and any(_is_day(n) for p in preps for n in p.children)


def went_so_far(word: Token) -> bool:
    """Whether what follows was done: "went so far as to recall its envoy", "went no further than to upgrade"."""
    return word.lower_ in {"far", "further", "farther"} and word.head.lemma_ == "go"


def stands_under_condition(verb: Token) -> bool:
    """Whether a condition told by its order stands beside a verb: "hopes to open one, should Chad permit it"."""
    over = verb.dep_ == "ccomp" and verb.i < verb.head.i and _is_inverted(verb.head)  # parsed the other way round
    return over or any(c.dep_ in {"advcl", "ccomp"} and _is_inverted(c) for c in verb.children)


def over_clause(governor: Token, *, to: bool) -> str | None:
    """Give what a word over a clause does to it as part of such a phrase; None where it is in none."""
    word, lemma = governor.lower_, governor.lemma_.lower()
    effect = _judged_to_be(governor, to=to) if lemma == "be" else None
    if effect is not None or waited(governor):
        return effect or "plain"
    if _stops_short(governor):
        return "denied"
    if lemma == "lean" and any(c.lower_ in {"on", "upon"} for c in governor.children):
        return "sought"  # "leaned on Peru to leave"
    if (kept := _had_in_mind(governor, to=to)) is not None:
        return kept
    if lemma == "like" and any(c.lower_ in {"would", "'d"} for c in governor.children):
        return "sought"
    if (to and _sets_term(governor)) or _is_ahead(governor) or _is_signed_off(governor):
        return "planned"
    if word in {"closer", "nearer"}:
        return "plain" if any(c.lower_ == "no" for c in governor.children) else "possible"
    return "denied" if _too_early(governor) else _timed(governor, lemma, to=to)


def _is_ahead(governor: Token) -> bool:
    """Whether words say that something is to come: "on the point of closing", "look forward to meeting"."""
    if governor.lemma_.lower() == "look":
        return any(c.lower_ == "forward" for c in governor.children)
    return governor.lemma_.lower() == "point" and governor.head.lower_ == "on"


def _is_signed_off(governor: Token) -> bool:
    """Whether words approve what is to come: "signed off on closing", "set a date for the closure"."""
    if governor.lemma_ == "sign":
        return any(c.lower_ == "off" for c in governor.children)
    return governor.lemma_ == "date" and governor.dep_ == "dobj" and any(c.lower_ == "for" for c in governor.children)


def _stops_short(governor: Token) -> bool:
    """Whether words put off or give up: "came within three votes of joining", "held back from", "put off closing"."""
    near = governor.head if governor.dep_ == "pobj" and governor.head.lower_ == "within" else None
    if near is not None and near.head.lemma_ in {"come", "get", "be"}:
        return True
    if governor.pos_ == "ADV" and governor.lower_ in _AWAY:  # "shied away from"
        return True
    lemma, above = governor.lemma_.lower(), governor.head.lemma_
    if (lemma == "out" and above in _BACKING) or (lemma == "nothing" and above in {"hear", "want"}):
        return True  # "backed out of signing", "will hear nothing of leaving"
    if any(c.lower_ in _AWAY and c.dep_ == "advmod" for c in governor.children):  # "held back from signing"
        return lemma in _HOLDING and any(c.lower_ == "from" for c in governor.children)
    return lemma in _PUT_OFF and any(c.dep_ == "prt" and c.lower_ == "off" for c in governor.children)


def _judged_to_be(verb: Token, *, to: bool) -> str | None:
    """What is said to be so of a clause: "it is false that", "it is (not) true that", "it is premature to"."""
    said = [c for c in verb.children if c.dep_ == "acomp"]
    if not to and any(c.lemma_.lower() in _UNSURE for c in said):
        return "possible"
    if any(c.lemma_.lower() in _FALSE for c in said) or (to and any(_too_early(c) for c in said)):
        return "denied"
    return "plain" if any(c.lemma_.lower() in _TRUE for c in said) and not _is_timely(verb) else None


def _had_in_mind(governor: Token, *, to: bool) -> str | None:
    """What is thought of an act: "is open to closing it", "is looking at closing it", "was right to close it"."""
    below = {c.lower_ for c in governor.children}
    if governor.dep_ == "acomp" and to and governor.lemma_.lower() in _IN_RETROSPECT:
        return "plain" if governor.head.tag_ == "VBD" else None
    if governor.lemma_.lower() in _SIGNS and "no" in below:
        return "plain"  # "shows no sign of leaving"
    open_to = governor.lower_ == "open" and governor.dep_ == "acomp" and "to" in below
    return "possible" if open_to or (governor.lower_ == "looking" and below & {"at", "into"}) else None


def is_ruled_out(current: Token, governor: Token) -> bool:
    """Whether somebody says that he will not do something: "ruled out closing it", "ruled out that it would"."""
    out = governor.lemma_ == "rule" and any(c.lower_ == "out" for c in governor.children)
    return out and current.tag_ != "VBD" and not any(c.dep_ == "aux" and c.lemma_ == "have" for c in current.children)


def is_in_hindsight(modal: Token, verb: Token) -> bool:
    """Whether what should have been done was not, and what should not have been was: "should (not) have closed it"."""
    subject = next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    told = modal.lower_ in {"should", "ought"} and (subject is None or subject.i < modal.i)
    return told and any(c.dep_ == "aux" and c.lower_ == "have" and c.i > modal.i for c in verb.children)


def _is_timely(verb: Token) -> bool:
    return any(c.lemma_ == "time" for c in verb.children)


def _too_early(word: Token) -> bool:
    """Whether a word says that something is not to be done yet: "is premature", "is too early to"."""
    too = any(c.lower_ == "too" for c in word.children)
    return word.dep_ == "acomp" and (word.lemma_ == "premature" or (too and word.lemma_ in {"early", "soon"}))


def _timed(governor: Token, lemma: str, *, to: bool) -> str | None:
    """What the time does to what it is for: "the time is not ripe to", "it is time to", "it is not the time to"."""
    if lemma in {"ripe", "right"} and governor.dep_ == "acomp":
        return "plain" if any(c.lemma_ == "time" for c in governor.head.children) else None
    if lemma == "time" and to and governor.head.lemma_ == "be":
        return "plain" if any(c.dep_ == "neg" for c in governor.head.children) else "sought"
    return None


def _sets_term(governor: Token) -> bool:
    """Whether a verb, or the days that are its object, say until when something is to be done."""
    verb = governor.head if _is_term(governor) else governor
    until = any(
        c.lower_ in {"until", "till"} and c.dep_ == "prep" for c in verb.children
    )  # "was given until Friday to"
    given = verb.lemma_ in {"give", "allow", "grant", "have"}
    return given and (any(_is_term(c) for c in verb.children) or (until and verb.lemma_ == "give"))


def _is_term(noun: Token) -> bool:
    return noun.dep_ == "dobj" and noun.lemma_ in _TERMS and any(c.dep_ == "nummod" for c in noun.children)


def is_headline(verb: Token) -> bool:
    """Tell whether an infinitive is all that is said: "Norway to recognise …", "President of Norway to visit …"."""
    named = verb.dep_ in {"relcl", "acl"} and verb.head.dep_ == "ROOT" and verb.head.pos_ == "PROPN"
    return verb.dep_ == "ROOT" or named


def is_occasion(noun: Token) -> bool:
    """Tell whether an act is only when something else was so: "neither of them spoke after the meeting"."""
    return noun.pos_ == "NOUN" and noun.dep_ == "pobj" and noun.head.lower_ in {"after", "before", "during", "since"}


def settled_by(governor: Token) -> str | None:
    """Give what a word does to the clause under it whatever stands over both; None for most words."""
    near = governor.lower_ == "close" and governor.dep_ == "acomp" and governor.head.lemma_ == "be"
    if _is_left_open(governor) or near:  # "is close to signing", but "came close to signing"
        return "possible"
    return "denied" if _is_voted_down(governor) else None


def _is_left_open(governor: Token) -> bool:
    """Tell whether a verb leaves open what stands under it: "has not ruled out recognising"."""
    out = governor.lemma_ in {"rule", "exclude"} and (
        governor.lemma_ == "exclude" or any(c.lower_ == "out" for c in governor.children)
    )
    return out and any(c.dep_ == "neg" or c.lower_ in {"refused", "declined"} for c in governor.children)


def _is_voted_down(writ: Token) -> bool:
    """Tell whether a bill or motion to do something failed: "voted down a bill to", "a motion to … was defeated"."""
    verb = writ.head
    if writ.lemma_ not in _BILLS or writ.dep_ not in {"dobj", "nsubjpass", "pobj"}:
        return False
    verb = verb.head if writ.dep_ == "pobj" else verb
    down = any(c.lower_ in {"down", "out", "against"} for c in verb.children)
    return verb.lemma_ in _DEFEATING or (verb.lemma_ in {"vote", "throw", "turn"} and down)


def is_refuted(noun: Token) -> bool:
    """Tell whether what a noun reports is said to be false: "Reports that … were baseless"."""
    told = [c for c in noun.children if c.dep_ in {"acl", "relcl"}]
    below = [g for c in told for g in c.children if g.dep_ == "ccomp" and g.i > c.i]
    verbs = [noun.head] if noun.dep_ == "nsubj" else below
    said = [c for verb in verbs if verb.lemma_ == "be" for c in verb.children if c.dep_ == "acomp"]
    return any(_untrue(c, c.head) for c in said)


def _untrue(word: Token, verb: Token) -> bool:
    """Whether a word calls something false: "are false", "is not true"."""
    lemma = word.lemma_.lower()
    return lemma in _FALSE or (lemma in _TRUE and any(c.dep_ == "neg" for c in verb.children))


def _is_no_way(noun: Token) -> bool:
    return noun.lemma_.lower() in _NOWAY and any(c.lower_ == "no" for c in noun.children)


def _is_inverted(token: Token) -> bool:
    """Whether a clause is a condition by its order of words: "Had Norway closed its embassy, …"."""
    first = next((c for c in token.children if c.dep_ == "aux" and c.lower_ in {"had", "should", "were"}), None)
    subject = next((c for c in token.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    opened = first is not None and first.i == 0 and token.dep_ == "advcl" and first.lower_ == "should"
    if first is None or token.doc[-1].text == "?" or not (opened or (subject is not None and first.i < subject.i)):
        return False
    return first.i == 0 or left_of(first).text in {",", "and", "–"}


def as_now(verb: Token) -> bool:
    """Whether what will be so is so already: "does not and will not recognise it"."""
    if any(c.dep_ == "aux" and is_doubled(c) for c in verb.children):
        return True
    plain = not any(c.dep_ in {"dobj", "xcomp", "ccomp"} for c in verb.head.children)
    return verb.dep_ == "conj" and verb.head.lemma_ in {"do", "have"} and plain


def is_doubled(aux: Token) -> bool:
    """Whether an auxiliary is joined to a second one, so that a denial is said twice: "does not and will not"."""
    return aux.dep_ == "aux" and aux.lemma_ in {"do", "have"} and any(c.dep_ == "cc" for c in aux.children)


def called_off(verb: Token) -> bool:
    """Whether what a verb says of a noun was called off: "cancelled talks they had been due to hold"."""
    top = verb
    while top.dep_ in {"xcomp", "acomp"} and top.head != top:
        top = top.head
    noun = top.head
    if top.dep_ != "relcl" or noun.dep_ not in {"dobj", "nsubjpass"} or any(c.dep_ == "dobj" for c in verb.children):
        return False
    return noun.head.lemma_ in _CALLING_OFF and top != verb
