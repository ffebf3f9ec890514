"""Whose deed it is: "Russia's invasion of …", "the decision of the cabinet in Oslo", "the attack by …".

Who condemns or commends a deed condemns or commends who did it. What "of" and a place before the noun name differs:
"the decision of Oslo" is Oslo's, "the bombing of Oslo" and "the Oslo attack" are not.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from credence.model.claim import RoleValue
from credence.model.kind import Kind
from credence.model.sighting import Filler, Phrase, Sighting
from credence.resolve.parties.mentions import Mentions
from credence.resolve.parties.wordings import DEFINITE
from credence.resolve.roles.told import enacted, striker

_INDEFINITE = {"a", "an"}
_THIS = {"this", "these"}
_NAMING = {"appointment", "nomination"}
_WHATEVER = {"any", "every", "no", "all"}
_OURS = {"we", "i"}
_OWN = {"our", "my", "we", "us", "i"}
_MARKS = '"“'
_BARE = {"mod", "appos", "as", "on", "in", "doer"}
_NEAR = 4  # sentences
_REACH = 12
_JUST = 2
_SEVERAL = {"them", "they"}
_BLAMING = {"charge", "accusation", "allegation", "criticism", "slur", "smear", "slander", "claim", "insult"}
BREAKS = {"ties.sever", "ties.lower", "envoy.recall", "envoy.expel", "mission.close"}
"""Kinds of acts by which one breaks with another."""
_FAVOURS = {"recognition.grant", "seat.grant"}
_INCIDENTS = {"incident", "episode"}
_PACTS = {"agreement.sign", "ties.establish", "ties.restore"}
_ANSWERS = {"reaction", "response", "reply", "retaliation", "countermeasure", "reprisal"}
_STOPPING = re.compile(
    r"to (?:stop|end|halt|cease|drop|abandon|reverse|scrap|suspend|rescind|revoke|repeal|cancel|call off|undo)"
    r" (?:the|its|their|his|her|this|that|all) "
)
_LEAD = 1  # number of the sentence after the title


def doers(filler: Filler, mentions: Mentions, taken: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """Give the parties that did a deed; empty if its phrase does not name them.

    Args:
        filler: The deed; its value is "harm" where "of" names who suffered it.
        mentions: Who is who in the document.
        taken: Parties that a pronoun cannot mean here.

    Returns:
        Party ids, those of the nearest relation that names any.
    """
    inner = mentions.lexicon.classify("inner", (), filler.phrase.lemma) is not None
    own = (*(() if filler.value == "harm" else ("of",)), *(("in",) if inner else ()))
    for relation in ("by", "poss", "doer", "mod", "from", *own):
        links = [link for link in filler.phrase.linked(relation) if not _suffers(relation, link, filler, mentions)]
        if any(link.lemma in _OWN and len(mentions.parties_of(link)) > 1 for link in links):
            return ()  # "we reaffirm our commitment" in a joint paper
        meant = [party for link in links for party in mentions.parties_of(link, taken) if party != "*"]
        found = [party for party in meant if party not in taken]  # "the move condemned by Norway"
        if found:
            return tuple(dict.fromkeys(found))
    return ()


def _suffers(relation: str, link: Phrase, filler: Filler, mentions: Mentions) -> bool:
    """Whether words beside the noun do not say who did it: "the Lima attack", "the Ukraine war"."""
    if relation == "doer" and link.lemma in _OURS and filler.phrase.determiner in _INDEFINITE:
        return True  # "a decision which we welcome": who judges it
    if filler.phrase.lemma in _NAMING and relation in {"of", "poss"}:  # "the appointment of Omar Varga"
        return relation == "of" or mentions.is_person(link)
    if relation != "mod" or filler.value != "harm" or link.form != "name":
        return False
    return any(
        (known := mentions.known(party)) is not None and known.cls == "state" for party in mentions.parties_of(link)
    )


def judges_deed(sighting: Sighting) -> bool:
    """Tell whether a stance is taken on a deed, rather than on a party."""
    return any(filler.role == "target" and filler.type in {"deed", "wrong"} for filler in sighting.fillers)


def asks_to_stop(kind: Kind, roles: Mapping[str, RoleValue]) -> bool:
    """Tell whether what is asked for is the end of what somebody does: "it" is that deed afterwards."""
    return kind.id == "stance.demand" and _STOPPING.match(str(roles.get("content", ""))) is not None


@dataclass(frozen=True, slots=True)
class Act:
    """An act claimed so far.

    Attributes:
        sentence: Number of its sentence.
        doers: Who did it.
        called: Which deeds it can be called: "move", "meeting", "words".
        kind: Kind of the claim.
        upon: Whom it was done to, if that is one.
        main: Whether a main clause tells it.
    """

    sentence: int
    doers: tuple[str, ...]
    called: str
    kind: str
    upon: str = ""
    main: bool = True


@dataclass(slots=True)
class DeedMemory:
    """Who did what was last told: whom "the move", "this decision" in a later sentence is about.

    Attributes:
        acts: The acts claimed so far, in the order of the text.
        judged: The sentence and the doer of the deed that was judged last; nobody is judged before any was.
        stood: Sentences that tell how things stand.
    """

    acts: list[Act] = field(default_factory=list)
    judged: tuple[int, str] = (-9, "")
    stood: set[int] = field(default_factory=set)

    def learn(
        self,
        kind: Kind,
        roles: Mapping[str, RoleValue],
        sentence: int,
        starter: str | None = None,
        *,
        main: bool = True,
    ) -> None:
        """Remember who did an act.

        Args:
            kind: Kind of the claim.
            roles: Its roles.
            sentence: Number of its sentence.
            starter: Which of two did to the other what each of both has afterwards: who severed their relations.
            main: Whether a main clause tells it.
        """
        if not kind.deciding or kind.id == "control.lose":  # who falls has done nothing
            return
        value = roles[kind.deciding[0]]
        parties = (value,) if isinstance(value, str) else (starter,) if starter else tuple(value)
        if kind.id == "mission.operate" or kind.id.endswith(".count"):
            self.stood.add(sentence)
            return  # how things stand, nothing that somebody did
        called = "words" if kind.nature == "stance" else "meeting" if kind.id == "meeting.hold" else "move"
        upon = roles[kind.deciding[1]] if len(kind.deciding) > 1 else _other(value, starter)
        if "*" not in parties:
            self.acts.append(Act(sentence, parties, called, kind.id, upon if isinstance(upon, str) else "", main))

    def judge(self, target: RoleValue, sentence: int) -> None:
        """Remember whose deed was judged: "it" right after is the same deed."""
        if isinstance(target, str):
            self.judged = (sentence, target)

    def doer(self, filler: Filler, sentence: int, taken: frozenset[str], mentions: Mentions) -> tuple[str, ...]:
        """Give who did "the move", "the raid", "the remarks" of a sentence, from what the text told before.

        Args:
            filler: The deed; its value is how it can be told.
            sentence: Number of its sentence.
            taken: Parties that did not do it.
            mentions: Who is who in the document.

        Returns:
            The doer, or the words for a pact that several parties made; empty if the text does not decide it.
        """
        deed = filler.phrase
        if deed.text.lower() == "which":
            return self._of_sentence(deed, sentence, taken, mentions)
        if deed.form == "pronoun" or deed.text.lower() in {"this", "that"}:
            judged = self._judged(sentence, taken)
            if judged or deed.lemma in _SEVERAL:
                return judged
            return self.done(sentence, taken, mentions)
        if filler.type == "wrong" and deed.determiner in {*_INDEFINITE, ""}:
            return self._wrong(filler, sentence, taken, mentions)
        if upon := self._done_to(deed, mentions, sentence, taken):
            return upon
        return self._meant(filler, sentence, taken, mentions) if _stands_alone(filler, mentions.text) else ()

    def _meant(self, filler: Filler, sentence: int, taken: frozenset[str], mentions: Mentions) -> tuple[str, ...]:
        """Give who did what words that point back name."""
        deed = filler.phrase
        told = (mentions.lexicon.classify("told", (), deed.lemma) or "").split()
        before = [act for act in self.acts if act.sentence <= sentence]
        if told == ["assault"]:
            return striker(deed, mentions, taken)
        if deed.lemma in _ANSWERS and (answered := self._answered(sentence, taken)):
            return answered
        if told == ["words"]:
            blaming = [act for act in before if act.kind == "stance.condemn" and act.upon in taken]
            if deed.lemma in _BLAMING:
                if blaming:
                    return tuple(party for party, _ in _alone(blaming, taken)[-1:])
                before = [act for act in before if act.kind != "stance.praise"]
            return _speaker(before, mentions.voiced_before(deed.span.start), taken)
        if told == ["pact"]:
            pacts = [act for act in before if act.kind in _PACTS]
            return _sovereign(pacts, taken, mentions) or ((deed.text,) if pacts else ())
        if deed.determiner in _INDEFINITE and not _is_quoted(deed, mentions.text):
            return self._of_clause(filler, sentence, taken, mentions)
        return self._named(filler, sentence, taken, mentions)

    def _named(self, filler: Filler, sentence: int, taken: frozenset[str], mentions: Mentions) -> tuple[str, ...]:
        """Give who did what a noun names, by the claims made so far, by its verb, or by what was told first."""
        deed = filler.phrase
        told = _kinds_told(deed, mentions)
        before = [act for act in self.acts if act.sentence <= sentence]
        named = [act for act in before if act.kind in told]
        if done := tuple(party for party, _ in _alone(named, taken)[-1:]):
            return done
        if filler.value in {"act", "move"} and (favoured := self._favoured(sentence, taken)):
            return favoured
        if deed.lemma in _INCIDENTS and (upon := self._broken_over(sentence, taken)):
            return upon
        by_verb = enacted(deed, mentions, taken)
        if by_verb is not None:
            return by_verb
        if deed.determiner in _THIS and filler.value == "move" and (just := self.last(sentence, taken)):
            return just  # "this step" is the one just told
        return self._move(filler, sentence, taken)

    def _broken_over(self, sentence: int, taken: frozenset[str]) -> tuple[str, ...]:
        """Give who did what is only called an incident: with whom alone others broke over it."""
        near = [act for act in self.acts if act.called == "move" and 0 <= sentence - act.sentence <= _REACH]
        upon = {act.upon for act in near if act.kind in BREAKS and act.upon not in taken}
        return tuple(upon) if len(upon) == 1 and "" not in upon else ()

    def _favoured(self, sentence: int, taken: frozenset[str]) -> tuple[str, ...]:
        """Give who did last what the judge gained by, whatever others did in answer to it: who recognised him."""
        near = [act for act in self.acts if act.called == "move" and 0 <= sentence - act.sentence <= _REACH]
        while near and near[-1].kind in BREAKS:
            near.pop()
        if not near or near[-1].kind not in _FAVOURS or near[-1].upon not in taken:
            return ()
        last = near[-1]
        same = [act for act in near if (act.kind, act.upon, act.sentence) == (last.kind, last.upon, last.sentence)]
        found = [doer for act in same for doer in act.doers if doer not in taken]
        first = next((doer for act in self.acts for doer in act.doers if doer not in taken), "")
        return tuple(found if len(found) == 1 else [first] if first in found else [])

    def _wrong(self, filler: Filler, sentence: int, taken: frozenset[str], mentions: Mentions) -> tuple[str, ...]:
        """Give who did what is told only by what is wrong with it: "a provocation", "what it called a coup"."""
        if kinds := _kinds_told(filler.phrase, mentions):
            named = [act for act in self.acts if act.kind in kinds and act.sentence <= sentence]
            return tuple(party for party, _ in _alone(named, taken)[-1:])
        found = self.last(sentence, taken) or self._move(replace(filler, value="move"), sentence, taken)
        near = (act for act in self.acts if act.called == "move" and 0 <= sentence - act.sentence <= _NEAR)
        moved = {doer for act in near for doer in act.doers if doer not in taken}
        return () if len(moved) > 1 else found  # one of many that did the same

    def _of_clause(self, filler: Filler, sentence: int, taken: frozenset[str], mentions: Mentions) -> tuple[str, ...]:
        """Give who acts in the clause that a deed is set beside: "Peru shut it, a step that Chile condemned"."""
        deed = filler.phrase
        if not deed.linked("doer"):
            return ()
        here = [act for act in self.acts if act.sentence == sentence and act.called == "move"]
        acting = mentions.subject_before(deed.span) if filler.value == "move" else None
        meant = [party for party, _ in _alone(here, taken)] or ([] if acting is None else [acting])
        return tuple(party for party in meant[-1:] if party not in taken)

    def _of_sentence(self, which: Phrase, sentence: int, taken: frozenset[str], mentions: Mentions) -> tuple[str, ...]:
        """Give who acts in what is told right before: "Peru shut its embassy in Lima, which Chile condemned"."""
        here = [act for act in self.acts if act.sentence == sentence and act.called != "words"]
        acting = mentions.subject_before(which.span)
        meant = [party for party, _ in _alone(here, taken)] or ([] if acting is None else [acting])
        return tuple(party for party in meant[-1:] if party not in taken)

    def _judged(self, sentence: int, taken: frozenset[str]) -> tuple[str, ...]:
        """Give whose deed was judged in the same sentence or right before it: "Chile condemned it, too"."""
        number, target = self.judged
        return (target,) if 0 <= sentence - number <= _JUST and target not in taken else ()

    def _done_to(self, deed: Phrase, mentions: Mentions, sentence: int, taken: frozenset[str]) -> tuple[str, ...]:
        """Give who alone was told to have done it to somebody: "any recognition of Kosovo", "the expulsion of Peru"."""
        kinds = _kinds_told(deed, mentions)
        if not kinds or deed.linked("by", "poss", "doer", "mod", "from"):
            return ()
        upon = {party for link in deed.linked("of") for party in mentions.parties_of(link)}
        told = [act for act in self.acts if act.kind in kinds and act.upon in upon and act.sentence <= sentence]
        found = tuple(dict.fromkeys(party for party, _ in _alone(told, taken)))
        return found if len(found) == 1 or len({act.sentence for act in told}) == 1 else ()

    def _answered(self, sentence: int, taken: frozenset[str]) -> tuple[str, ...]:
        """Give who did the last move that was not the judge's own: whose "reaction", "response" it is."""
        near = [act for act in self.acts if act.called == "move" and 0 <= sentence - act.sentence <= _NEAR]
        return tuple(party for party, _ in _alone(near, taken)[-1:])

    def done(self, sentence: int, taken: frozenset[str], mentions: Mentions) -> tuple[str, ...]:
        """Give who did what "Norway applauded" is about: what was told last, or what the sentence before tells."""
        told = self.last(sentence, taken)
        return told if told or sentence - 1 in self.stood else mentions.acted_before(sentence, taken)

    def applauded(self, sentence: int, held: frozenset[str], mentions: Mentions) -> str | None:
        """Give whose deed is judged where none is named; crowds protest for reasons of their own."""
        known = all(mentions.known(party) is not None for party in held)
        return next(iter(self.done(sentence, held, mentions)), None) if known else None

    def addressed(self, sentence: int, held: frozenset[str], *, blamed: bool) -> str | None:
        """Give of whom something is asked that names nobody: whom the asker blamed, or else met, right before."""
        for act in reversed(self.acts):
            if not 0 <= sentence - act.sentence <= 1 or not held & set(act.doers):
                continue
            if act.kind == "stance.condemn" and act.sentence == sentence and act.upon:
                return act.upon
            others = [party for party in act.doers if party not in held]
            if act.kind == "meeting.hold" and len(others) == 1 and not blamed:
                return others[0]
        return None

    def last(self, sentence: int, taken: frozenset[str]) -> tuple[str, ...]:
        """Give who alone did what was told last, in the same sentence or the one before: whom "it" is about."""
        near = [act for act in self.acts if 0 <= sentence - act.sentence <= 1 and act.called == "move"]
        latest = [act for act in near if act.sentence == max(a.sentence for a in near)]
        found = list(dict.fromkeys(party for party, _ in _alone(latest, taken)))
        return tuple(found) if len(found) == 1 else ()

    def _move(self, filler: Filler, sentence: int, taken: frozenset[str]) -> tuple[str, ...]:
        """Give who did what the text told first, if nobody did more; empty where nothing was told lately."""
        called = "meeting" if filler.value == "meeting" else "move"
        if filler.value not in {called, "act"}:
            return ()
        told = [act for act in self.acts if act.called == called and act.sentence <= sentence]
        told = [act for act in told if act.main] or told  # "has accepted an envoy appointed by Chad. […] the decision"
        alone = _alone(told, taken)
        moves = [act.sentence for act in self.acts if act.called != "words"]
        if not alone or moves[-1] < sentence - _REACH:
            return ()
        first, often = alone[0][0], Counter(party for party, _ in sorted(set(alone)))
        lead = next(act for act in told if set(act.doers) - taken)
        if lead.sentence <= _LEAD and set(lead.doers) - taken != {first}:
            return ()  # an article about what several did together
        if lead.sentence <= _LEAD:
            return (first,)
        return (first,) if often[first] == max(often.values()) else ()


def _sovereign(pacts: Sequence[Act], taken: frozenset[str], mentions: Mentions) -> tuple[str, ...]:
    """Give which of two made a pact that others mind: who dealt with a land that has broken away."""
    doers = pacts[-1].doers if pacts else ()
    known = {party: mentions.known(party) for party in doers if party not in taken}
    apart = {p for p, k in known.items() if k is not None and k.cls == "authority" and "territory" in k.nouns}
    left = [party for party in known if party not in apart]
    return tuple(left) if apart and len(left) == 1 else ()


def _other(pair: RoleValue, starter: str | None) -> str:
    """Give with whom one of two broke."""
    others = [] if isinstance(pair, str) or starter is None else [party for party in pair if party != starter]
    return others[0] if len(others) == 1 else ""


def _kinds_told(deed: Phrase, mentions: Mentions) -> set[str]:
    """Give the kinds of claims that tell what a noun names: "expulsion" is told by envoy.expel."""
    return {kind for kind in (mentions.lexicon.classify("told", (), deed.lemma) or "").split() if "." in kind}


def _stands_alone(filler: Filler, text: str) -> bool:
    """Whether words for a deed point back: "the move", "this step", one in quotation marks, one without an article."""
    deed = filler.phrase
    if deed.determiner in _WHATEVER:  # "deplored any foreign interference", whoever may interfere
        return False
    bare = deed.text.lower() == deed.lemma and filler.value != "harm"  # "called step historic", its article astray
    clause = deed.determiner in _INDEFINITE and bool(deed.linked("doer"))
    points = bare or clause or _is_quoted(deed, text) or deed.determiner in DEFINITE
    return points and all(
        relation in _BARE or (relation == "mod" and link.form == "noun") for relation, link in deed.links
    )


def _is_quoted(deed: Phrase, text: str) -> bool:
    before = text[max(0, deed.span.start - 1) : deed.span.start]
    return any(mark in before + deed.text for mark in _MARKS)


def _alone(acts: Sequence[Act], taken: frozenset[str]) -> list[tuple[str, int]]:
    """Give who did acts alone, or else with nobody but those who are out of the question, and the sentences."""
    one_sided = [(act.doers[0], act.sentence) for act in acts if len(act.doers) == 1 and act.doers[0] not in taken]
    others = ((act, [party for party in act.doers if party not in taken]) for act in acts)
    return one_sided or [(left[0], act.sentence) for act, left in others if len(left) == 1]


def _speaker(acts: Sequence[Act], voiced: Sequence[str], taken: frozenset[str]) -> tuple[str, ...]:
    """Give whose words were told last: who took a stance, or else who was quoted."""
    held = [act.doers[0] for act in acts if act.called == "words" and act.doers[0] not in taken]
    return tuple(held[-1:] or [party for party in voiced if party not in taken][-1:])
