"""Which words may date a predicate: those of its own clause, then those of the clauses that share its time.

"Chad said on Monday that it had closed its embassy, which it opened in 1972": *closed* has no date of its own and takes
Monday from *said*; *opened* has 1972, which dates nothing else. A clause passes its time on to what is said, agreed or
announced in it, to verbs coordinated with it that have no subject of their own, to participles, and across "when".
"Two days after" is kept as a stretch of time with its direction. What merely stands near gives no date.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from credence.catalog.cues import Cues
from credence.catalog.spelling import fold
from credence.model.document import Span
from credence.model.sighting import Link, Reach, Tense
from credence.read.clauses.alongside import stretch_before
from credence.read.clauses.clauses import Clause
from credence.read.clauses.subjects import SUBJECTS
from credence.read.moods.governing import tells_of_itself
from credence.read.moods.idioms import until
from credence.read.times.extent import gap_of, tense_of
from credence.read.times.occasion import occasions
from credence.read.times.relating import (
    TRAVEL,
    compound,
    goes_back,
    goes_on,
    had_just,
    had_to_wait,
    has_subject,
    is_awaited,
    is_told_now,
    lasts_under,
    one_of,
    says_what_is_due,
    was_suffered,
)
from credence.read.words.foregone import own_year
from credence.read.words.forms import ORPHAN, infinitive
from credence.read.words.tree import Token

_VERBS = {"VERB", "AUX"}
_CLAUSES = {"relcl", "advcl", "ccomp", "xcomp", "parataxis", "csubj", "acl", "conj", "pcomp"}
_PASSING = {
    *("xcomp", "pcomp", "prep", "attr", "oprd", "acomp", "dobj", "pobj", "nsubj", "nsubjpass", "compound", "poss"),
    *("appos", "nmod", "agent", "dative"),
}
_WHILE = {"when", "as", "while", "whereupon", "whereby"}
_ALTHOUGH = {"although", "though", "whereas"}
_AT_ONCE = {"hour", "minute", "moment", "second"}
_UNITS = {*_AT_ONCE, "day", "night", "week", "weekend", "fortnight", "month", "year", "decade", "century", "time"}
_UNITS |= {"generation"}
_PHASES = {"cease", "stop", "quit", "begin", "start", "resume", "discontinue", "end"}
_LETTING = {"let", "help"}
_TURNED: dict[str, Link] = {"after": "before", "before": "after"}  # where what hangs on "after" lies, seen from it
_APART = {"since", "until", "till", "despite", "following", "without", "unlike", "like", "than", "besides", "against"}
_BACKGROUND = {"never", "once", "ever", "previously", "formerly", "since", "long", "always", "earlier", "already"}
_LATER = {"later", "subsequently", "eventually", "ultimately", "since", "afterwards"}
_ASKED = {"follow", "ask", "press", "question", "interview"}  # "followed by Mali", "asked on Monday about it"
_TELLING = {"say", "tell", "announce", "declare", "state", "add", "speak", "write", "report", "warn"}
_TALKS = {"meeting", "talk", "conversation", "call", "summit", "dinner", "discussion"}
_UTTERED = frozenset(  # who says that he condemns something does so by saying it
    {"condemn", "denounce", "deplore", "reject", "demand", "urge", "thank", "praise", "congratulate", "commend"}
    | {"applaud", "appeal", "salute", "hail", "protest", "call", "welcome", "regret", "criticize", "criticise", "ask"}
)
_STEPS = 8
LASTING = {"continue", "remain", "keep", "stay", "stand"}
"""Verbs that say of what is under them that it goes on."""


@dataclass(frozen=True, slots=True)
class _Step:
    """How a word's time is that of the word it hangs on.

    Attributes:
        link: Same, or how it lies to it.
        gap: Words of the stretch between.
        skips: Whether only what stands over that word counts.
    """

    link: Link = "same"
    gap: tuple[Token, ...] = ()
    skips: bool = False


def reaches_of(clause: Clause, mood: str, offset: int, cues: Cues) -> tuple[Reach, ...]:
    """Give the words that may date a clause, those that count first coming first.

    Args:
        clause: The clause.
        mood: Its mood, which says whether "on Thursday" lies before or behind.
        offset: Where its sentence begins in the text.
        cues: Words for acts: a date in a subject that names one is that act's own.
    """
    anchor = clause.anchor
    tense = tense_of(anchor, mood)
    stretch = stretch_before(anchor.head) if clause.repeats is not None and anchor.dep_ == "pobj" else None
    if clause.repeats is not None and stretch is not None:  # "cut ties on Friday, four days after Chad"
        first = clause.repeats.anchor
        words = set(_own(first)) - set(anchor.head.subtree)
        gap = _spans([t for t in stretch.subtree if t.i <= stretch.i], offset)
        return (Reach(_spans(words, offset), tense_of(first, mood), _TURNED[anchor.head.lower_], *gap[:1]),)
    if clause.repeats is not None and anchor.pos_ not in _VERBS:
        return (Reach((gap_of(clause, offset),), tense),)
    others = {*_strayed(anchor), *_acts(anchor, cues), *_drawn(anchor)}
    own = Reach(_spans(set(_own(anchor)) - others, offset), tense)
    near = (*_occasions(anchor, offset), *_under(anchor, tense, offset), *_over(anchor, tense, offset))
    return (own, *(reach for reach in near if reach.spans))


def is_main(clause: Clause) -> bool:
    """Whether a clause tells what its sentence tells: all over it shares its time, and it goes back behind nothing."""
    token = clause.anchor
    if clause.repeats is not None and token.dep_ == "dobj" and token.head.lemma_ == "join":
        return False  # "recognised Peru on Friday, joining Chad and Mali", which had done so before
    reported = token.dep_ in {"ccomp", "parataxis"}
    itself = had_just(token) or (reported and (tells_of_itself(token, token.head) or was_suffered(token)))
    if (goes_back(token) and not itself) or any(c.lower_ in _BACKGROUND and c.dep_ != "prep" for c in token.children):
        return False
    for _ in range(_STEPS):
        if token.head == token:
            return token.pos_ in _VERBS
        if fold(token.head.lemma_) in LASTING:
            return False
        step = _Step() if itself or is_told_now(token) else _step(token)
        itself = False
        if step is None or step.link not in {"same", "when"}:
            return False
        token = token.head
    return False


def _over(anchor: Token, tense: Tense, offset: int) -> Iterator[Reach]:
    """The clauses over a predicate that share its time, and at last what opens the sentence."""
    token, link, gap = anchor, _Step().link, _Step().gap
    for _ in range(_STEPS):
        if token.head == token:
            break
        step = _step(token)
        if step is None or "same" not in {step.link, link}:
            return
        if step.link != "same":
            link, gap = step.link, step.gap
        above = token.head
        if not step.skips:
            yield from _shared(token, tense, link, _spans(gap, offset)[:1], offset)
            yield from _occasions(above, offset) if link == "same" else ()
        if above.pos_ in _VERBS and not step.skips and link == "same":
            yield from _told(above, token, tense, offset)
        token = above
    if link == "same":
        yield Reach(_spans(_front(token), offset), "past" if tense == "present" else tense)


def _occasions(token: Token, offset: int) -> Iterator[Reach]:
    """The words that say when an act became known."""
    for verb in occasions(token):
        yield Reach(_spans(_own(verb), offset), "past")


def _shared(token: Token, tense: Tense, link: Link, gap: tuple[Span, ...], offset: int) -> Iterator[Reach]:
    """The words of the clause over a token: those behind an infinitive are in its time, the others in the verb's."""
    above = token.head
    words = [*_own(above), *_strayed(token)]
    later = [t for t in words if infinitive(token) and t.i > token.i]
    yield Reach(_spans(later, offset), tense, link, *gap)
    ahead = infinitive(above) and (tense == "future" or _is_to_come(above))
    over = "future" if ahead or _travels(above, tense) else tense_of(above, "actual")
    if above.pos_ not in _VERBS:
        over = "past" if infinitive(token) or token.pos_ in _VERBS else tense  # "its decision on Tuesday to open"
        if above.dep_ == "prep" and _is_to_come(above.head):  # "is to close on 3 May, a year after opening"
            over = "future"
    yield Reach(_spans(set(words) - set(later), offset), over, link, *gap)


def _is_to_come(verb: Token) -> bool:
    """Whether what an infinitive says is to come, the verb over it being of today: "is to close", "plans to leave"."""
    return verb.dep_ == "xcomp" and verb.head.tag_ in {"VBZ", "VBP"} and not compound(verb.head)


def _travels(verb: Token, tense: Tense) -> bool:
    """Whether a journey is told as what is to come: "flies to Lima on Friday, where he will meet Peru's president"."""
    return tense == "future" and verb.lemma_ in TRAVEL and verb.tag_ in {"VBZ", "VBP"} and not compound(verb)


def _step(token: Token) -> _Step | None:
    """Tell how a word shares the time of the one it hangs on; None where it does not."""
    dep, above = token.dep_, token.head
    if dep == "conj" or (dep == "dep" and token.tag_ == above.tag_ == "VBD"):  # "marched in, hanged one and left"
        verbs = token.pos_ in _VERBS and above.pos_ in _VERBS
        if verbs and any(c.lower_ in _LATER and c.dep_ == "advmod" for c in token.children):
            return None  # "cut ties in 2010 and later restored them"
        return _Step(skips=verbs and (has_subject(token) or not _alike(token, above)))
    if dep in {"ccomp", "parataxis"}:
        return _reported(token, above)
    if dep == "advcl" or (dep == "pcomp" and _is_turned(token)):
        return _subordinate(token)
    if dep in {"relcl", "acl"}:
        return _relative(token)
    if above.dep_ == "prep" and above.lower_ in _TURNED and dep in {"pobj", "pcomp"}:
        return _in_turn(token, above)
    if (dep == "prep" and token.lower_ in _APART) or dep not in _PASSING:
        return None
    return _Step()


def _in_turn(token: Token, prep: Token) -> _Step | None:
    """How the time of what hangs on "after" or "before" is that of the clause over it."""
    if prep.lower_ == "before" and prep.head.lemma_ == "wait":  # "waited until 2019 before leaving"
        return _Step()
    met = token.dep_ == "pobj" and fold(token.lemma_) in _TALKS  # "left on Friday, after a meeting with Peru's envoy"
    told = prep.lower_ == "after" and (met or (token.dep_ == "pcomp" and fold(prep.head.lemma_) in _TELLING))
    return _behind(prep.lower_, prep.children) or (_Step("near") if told else None)


def _reported(verb: Token, above: Token) -> _Step | None:
    """How the time of what somebody says is that of his saying it."""
    present = verb.tag_ in {"VBZ", "VBP"} and fold(verb.lemma_) not in _UTTERED
    standing = present and not compound(verb) and not infinitive(above) and not says_what_is_due(verb)
    if goes_back(verb) and fold(above.lemma_) != "announce":
        return _Step("near") if was_suffered(verb) or tells_of_itself(verb, above) else None
    return None if standing else _Step()


def _is_turned(verb: Token) -> bool:
    """Whether "after" or "before" opens a clause: "with a minister looking on, four years after they had met"."""
    return any(c.dep_ == "mark" and c.lower_ in _TURNED for c in verb.children)


def _relative(verb: Token) -> _Step | None:
    """How the time of a clause that hangs on a noun is that of the clause over it."""
    if any(c.lower_ == "when" or (c.lower_ == "upon" and c.dep_ == "prep") for c in verb.children):
        return None if goes_back(verb) else _Step("when")
    if goes_on(verb):
        return _Step("near")
    if lasts_under(verb):
        return _Step("since")
    named = one_of(verb.head) or is_awaited(verb.head) or (infinitive(verb) and not has_subject(verb))
    named = named or (verb.tag_ == "VBG" and verb.dep_ == "acl")  # "an order ending the sanctions"
    return _Step() if named and not goes_back(verb) else None


def _subordinate(verb: Token) -> _Step | None:
    """How the time of an adverbial clause is that of the clause it hangs on."""
    marks = {c.lower_ for c in verb.children if c.dep_ in {"mark", "advmod"} or c.tag_ == "WRB"}
    turned = next((mark for mark in _TURNED if mark in marks), None)
    if turned is not None and (had_to_wait(verb.head) if turned == "before" else infinitive(verb)):
        return _Step()  # "waited until 2019 before it left", "became the second state after Peru to leave"
    if turned is not None:
        mark = next((c for c in verb.children if c.lower_ == turned), verb)
        counted = (
            c for c in verb.head.children if c.dep_ == "attr" and verb.head.lemma_ == "be"
        )  # "it was a day after"
        drawn = (c for c in verb.head.children if c.right_edge.i + 1 == mark.i)  # "it said, a year after Peru had left"
        return _behind(turned, (*verb.children, *mark.children, *counted, *drawn, verb.head)) or (
            _Step("near") if turned == "after" else None
        )
    standing = verb.tag_ in {"VBZ", "VBP"} or goes_back(verb)  # "although it lists the group"
    if marks & _WHILE or (marks & _ALTHOUGH and not standing):
        return _Step()
    marked = any(c.dep_ == "mark" for c in verb.children)
    followed = verb.tag_ == "VBN" and verb.lemma_ in _ASKED
    return _Step() if not marked and (verb.tag_ == "VBG" or followed or infinitive(verb)) else None


def _behind(word: str, siblings: Iterable[Token]) -> _Step | None:
    """Read the stretch before "after" or "before"; a few hours are the same day."""
    beside = (c for c in siblings if c.dep_ in {"npadvmod", "nmod", "dep", "attr"} and c.pos_ == "NOUN")
    stretch = next((c for c in beside if c.lemma_.lower() in _UNITS), None)
    if stretch is None:
        return None
    if stretch.lemma_.lower() in _AT_ONCE:
        return _Step()
    words = [t for t in stretch.subtree if t.i <= stretch.i]
    begins = max((n + 1 for n, t in enumerate(words) if t.text == ","), default=0)
    return _Step(_TURNED[word], tuple(words[begins:]))


def _under(anchor: Token, tense: Tense, offset: int) -> Iterator[Reach]:
    """The clauses under or beside a predicate that share its time: "when it fell in 1996", "…, it said on Monday"."""
    if anchor.pos_ not in _VERBS:
        return
    open_ended = {"xcomp"} if anchor.lemma_ in _PHASES else {"ccomp"} if anchor.lemma_ in _LETTING else set[str]()
    for child in anchor.children:  # "ceased to recognise it in 2019", "let it open an embassy in 2019"
        if child.dep_ in open_ended:
            yield Reach(_spans(_own(child), offset), tense_of(anchor, "actual"))
    open_ = [c for c in anchor.children if c.dep_ == "xcomp" and infinitive(c)]  # "asked it to leave when they met"
    counted = [c for c in anchor.children if c.dep_ == "npadvmod"]  # "left the day after it fell"
    beside = [g for verb in (*open_, *counted) for g in verb.children if g.tag_ == "VBD"]
    soon = [g for c in anchor.children if c.lower_ == "soon" for g in c.children]  # "will leave as soon as it falls"
    awaited = {"until", "till"} if until(anchor) else set()  # "did not recognise it until it left in 1991"
    for child in (*anchor.children, *beside, *soon):
        marks = {c.lower_ for c in child.children if c.dep_ in {"mark", "advmod"}}
        if child.dep_ != "advcl" or not marks & {*_WHILE, "after", "before", "once", "since", *awaited}:
            continue
        over = tense if tense == "future" and child.tag_ in {"VBZ", "VBP", "VBN"} else tense_of(child, "actual")
        step = _Step() if marks & awaited else _subordinate(child)
        words = _spans(_joined(child), offset)
        if step is not None and step.link != "near":
            link = "same" if step.link == "same" else _TURNED[step.link]
            yield Reach(words, over, link, *_spans(step.gap, offset)[:1])
        else:
            link = next((mark for mark in ("since", "before") if mark in marks), "after")
            yield Reach(words, over, link)
    yield from _told(anchor, anchor, tense, offset)


def _joined(verb: Token) -> Iterator[Token]:
    """The words of a clause and of the verbs coordinated with its own: "since it was seized and closed in 2012"."""
    yield from _own(verb)
    for child in verb.children:
        if child.dep_ == "conj" and child.pos_ in _VERBS and child.tag_ == verb.tag_ and not has_subject(child):
            yield from _own(child)


def _told(verb: Token, but: Token, tense: Tense, offset: int) -> Iterator[Reach]:
    """Reporting clauses thrown in, and a coordinated verb at the end whose date is that of both."""
    for child in verb.children:
        if child == but or child.pos_ not in _VERBS:
            continue
        shares = child.dep_ == "conj" and child.i > verb.i and not has_subject(child) and _alike(child, verb)
        if child.dep_ == "parataxis" or (shares and not any(t.text in ",;" for t in _between(verb, child))):
            bare = shares and child.tag_ == "VB"  # "to close it and leave by Friday" lies where the first verb does
            yield Reach(_spans(_own(child), offset), tense if bare else tense_of(child, "actual"))


def _between(first: Token, last: Token) -> list[Token]:
    return [t for t in first.doc[first.i + 1 : last.i] if t.text in ",;"]


def _own(head: Token) -> Iterator[Token]:
    """The words of a clause or phrase without the clauses in it."""
    yield head
    for child in head.children:
        if child.dep_ == ORPHAN or (child.lower_ == "after" and any(map(own_year, child.children))):
            continue
        if child.lower_ == "dated" or not (child.dep_ in _CLAUSES and child.pos_ in _VERBS):
            yield from _own(child)
        elif child.dep_ == "advcl" and child.i > head.i:
            yield from _drawn(child)


def _drawn(verb: Token) -> Iterator[Token]:
    """What a stretch of time has drawn away from the clause before it: "on 5 May 2022, ten years after it fell"."""
    mark = next((c for c in verb.children if c.lower_ in _TURNED and c.dep_ == "mark"), None)
    comma = next((t for t in verb.subtree if t.text == "," and mark is not None and t.i < mark.i), None)
    if mark is not None and comma is not None:
        yield from (t for t in verb.subtree if t.i < comma.i)


def _strayed(verb: Token) -> list[Token]:
    """Words that stand between a verb and its clause and hang on the wrong one: "said on Monday it would close"."""
    if verb.dep_ not in {"ccomp", "xcomp"} or verb.i < verb.head.i:
        return []
    opening = [c.i for c in verb.children if c.dep_ in {*SUBJECTS, "mark"} or c.tag_ == "TO"]
    first = min(opening, default=verb.i)
    return [t for c in verb.children if c.dep_ in {"prep", "npadvmod"} and c.i < first for t in _own(c)]


def _acts(verb: Token, cues: Cues) -> Iterator[Token]:
    """The words of a subject that is an act itself: "the attack of 3 May was condemned"."""
    for child in verb.children:
        named = fold(child.lemma_)
        if child.dep_ in SUBJECTS and child.pos_ == "NOUN" and (named in cues.nominals or named in cues.governors):
            yield from _own(child)


def _front(root: Token) -> list[Token]:
    """What stands before the subject of a sentence."""
    first = min((c.left_edge.i for c in root.children if c.dep_ in SUBJECTS), default=root.i)
    return [t for c in root.lefts if c.i < first and c.dep_ not in _CLAUSES for t in _own(c)]


def _alike(verb: Token, other: Token) -> bool:
    return verb.tag_ == other.tag_ or tense_of(verb, "actual") == tense_of(other, "actual")


def _spans(tokens: Iterable[Token], offset: int) -> tuple[Span, ...]:
    """Join neighbouring tokens to spans of the text."""
    spans: list[Span] = []
    last = -2
    for token in sorted(tokens, key=lambda t: t.i):
        end = offset + token.idx + len(token)
        if token.i == last + 1:
            spans[-1] = Span(spans[-1].start, end)
        else:
            spans.append(Span(offset + token.idx, end))
        last = token.i
    return tuple(spans)
