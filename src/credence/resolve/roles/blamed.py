"""Whose deed it is where neither its own words nor what was told before name who did it.

A state answers for what is done to those who protest in it ("the jailing of dissidents in Chad"); who acted badly may
be told by words that stand beside a name before ("the diplomats", after "Chadian diplomats"); and who breaks with
somebody over a deed condemns that one's deed ("recalled its envoy from Chad, deploring the bombardment").
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from credence.model.sighting import Filler, Phrase
from credence.resolve.parties.mentions import Mentions
from credence.resolve.roles.deeds import Act

_HOSTILE = {"envoy.expel", "envoy.recall", "envoy.refuse", "ties.sever", "ties.lower", "listing.add"}
_BLAMING = {"stance.condemn"}
_AT_HOME = {"arrest", "conviction", "detention", "harassment", "imprisonment", "jailing", "persecution", "prosecution"}
_AT_HOME |= {"repression", "sentencing", "silencing", "trial", "mistreatment"}  # what none but who governs can do
_NEAR = 1  # sentences, for the judge's own quarrel
_REACH = 12
_MEN = (
    r"(?:diplomats?|staff|staffers?|officials?|employees?|envoys?|attach[ée]s?|officers?|members? of staff)",
    r"(?:soldiers?|troops?|forces?|servicemen|troopers?|gunmen|fighters?)",
    r"(?:police|policemen|policeman|officers?|agents?|guards?)",
)
_OWNS = r"(?:['’]s?)? (?:[a-z][\w-]* ){0,2}"
_OF = r"(?: [a-z][\w-]*){0,2} (?:of|from|at|for) (?:the |a )?"


def dissent_in(filler: Filler, mentions: Mentions, taken: frozenset[str]) -> tuple[str, ...]:
    """Give the state that answers for what is done in it to those who oppose it, or to whom it arrests or tries."""
    deed = filler.phrase
    if deed.linked("by", "poss", "doer") or mentions.lexicon.classify("silencing", (), deed.lemma) is None:
        return ()
    held = mentions.lexicon.classify("custody", (), deed.lemma) is not None  # only who governs there can do it
    suffering = (link for link in deed.linked("of", "against", "on") if link.form != "name" or deed.lemma in _AT_HOME)
    victims = [link for link in suffering if held or _dissents(link, mentions)]
    described = [one for victim in victims for one in (victim, *_called(victim))]
    places = [p for one in described for p in one.linked("mod", "in", "of")]
    places += [p for p in deed.linked("in", "mod") if victims]
    found = [_ruled(party, mentions) for place in places for party in mentions.parties_of(place)]
    return tuple(p for p in dict.fromkeys(found) if p not in taken and _is_state(p, mentions))[:1]


def _dissents(victim: Phrase, mentions: Mentions) -> bool:
    """Whether words are for those who oppose who governs them, or a name that such words tell of."""
    if any(_dissents(link, mentions) for link in _called(victim)):
        return True
    before = [link.lemma for link in victim.linked("mod")]
    return mentions.lexicon.classify("dissenter", before, victim.lemma) is not None


def _called(victim: Phrase) -> list[Phrase]:
    """What somebody who is named is: "the opposition leader Ana Vega", "Ana Vega, a journalist"."""
    told = victim.linked("mod", "appos") if victim.form == "name" else ()
    return [link for link in told if link.form == "noun"]


def _ruled(party: str, mentions: Mentions) -> str:
    """The state of those who are named and oppose who governs it."""
    known = mentions.known(party)
    return known.of if known is not None and known.of is not None and "opposition" in known.nouns else party


def _is_state(party: str, mentions: Mentions) -> bool:
    known = mentions.known(party)
    return known is not None and known.cls in {"state", "authority"}


def called_before(filler: Filler, mentions: Mentions, taken: frozenset[str]) -> tuple[str, ...]:
    """Give in what land "the coup" or "the crackdown" is, which is the land's own, as the text called it before."""
    deed = filler.phrase
    inner = mentions.lexicon.classify("inner", (), deed.lemma) is not None
    if not inner or deed.links or deed.determiner != "the":
        return ()
    start = deed.span.start
    for mention in reversed(mentions.mentions):
        before = re.search(
            rf"\b{re.escape(deed.lemma)} in (?:the )?\Z", mentions.text[max(0, mention.start - 40) : mention.start]
        )
        if mention.end < start and before is not None and _is_state(mention.party, mentions):
            return () if mention.party in taken else (mention.party,)
    return ()


def of_those(filler: Filler, mentions: Mentions, taken: frozenset[str]) -> tuple[str, ...]:
    """Give whose "the diplomats" are that a deed is of, by what stood beside that word before."""
    found: dict[str, None] = {}
    for link in filler.phrase.linked("of", "by", "poss"):
        if link.determiner in {"the", "these", "those", "both"} and link.form == "noun" and not link.links:
            found |= dict.fromkeys(p for p in _beside(link, mentions) if p not in taken)
    return tuple(found) if len(found) == 1 else ()


def adjective_before(filler: Filler, mentions: Mentions, taken: frozenset[str]) -> tuple[str, ...]:
    """Give whose a deed is by the adjective right before it, read apart from it: "condemned the Chadian about-turn"."""
    deed = filler.phrase
    beside = (m for m in mentions.mentions if m.end + 1 == deed.span.start and mentions.is_adjective(m))
    return tuple(m.party for m in beside if m.party not in taken and filler.value != "harm")


def _beside(men: Phrase, mentions: Mentions) -> Iterator[str]:
    """Parties that a noun or one like it was told of before: "Chadian diplomats", "staff of the Chadian embassy"."""
    same = next((words for words in _MEN if re.fullmatch(words, men.head_text.lower())), None)
    if same is None:
        return
    text, here = mentions.text, men.span.start
    for mention in mentions.mentions:
        if mention.end >= here:
            return
        owns = re.compile(_OWNS + same, re.IGNORECASE).match(text, mention.end)
        of = re.compile(r"\b" + same + _OF + r"\Z", re.IGNORECASE).search(
            text, max(0, mention.start - 60), mention.start
        )
        if owns is not None or of is not None:
            yield mention.party


def quarrelled(
    filler: Filler, acts: Sequence[Act], sentence: int, mentions: Mentions, taken: frozenset[str]
) -> tuple[str, ...]:
    """Give with whom there is a quarrel over a deed: whom the judge, or else everybody else in the text, acts against.

    Args:
        filler: The deed.
        acts: The acts claimed so far.
        sentence: Number of its sentence.
        mentions: Who is who in the document.
        taken: Parties that did not do it: who judges it.
    """
    if filler.value not in {"harm", "act"} or filler.phrase.linked("by", "poss", "doer", "mod", "from"):
        return ()
    before = [act for act in acts if act.sentence <= sentence and act.upon and act.upon not in taken]
    own = [
        act for act in before if set(act.doers) & taken and act.kind in _HOSTILE and sentence - act.sentence <= _NEAR
    ]
    if own:
        return (own[-1].upon,)
    if filler.value != "harm":
        return ()
    near = [act for act in before if act.kind in _HOSTILE | _BLAMING and sentence - act.sentence <= _REACH]
    against = Counter(upon for upon, _ in {(act.upon, act.doers) for act in near}).most_common(2)
    suffering = {party for link in filler.phrase.linked("of", "in", "on") for party in mentions.parties_of(link)}
    alone = bool(against) and (len(against) == 1 or against[0][1] > against[1][1])
    return (against[0][0],) if alone and against[0][0] not in suffering else ()
