"""Whose deed it is where nothing tells who did it, but the whole text shows whom the judge has before him.

"Norway criticised the decree" in a text on Chad is said of Chad, although nobody was read to have issued a decree.
That is taken for known only where two independent signs agree: the other side as it is weighed for all acts, and who
is named most or last; or who is named most, and who made the last move.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from credence.model.kind import Kind
from credence.model.sighting import Filler, Phrase, Sighting
from credence.resolve.parties.mentions import Mentions
from credence.resolve.parties.officials import is_bare_official
from credence.resolve.parties.wordings import DEFINITE
from credence.resolve.roles.deeds import DeedMemory
from credence.resolve.roles.focus import Focus
from credence.resolve.roles.left_open import is_aside

_SIDES = {"state", "authority"}
_POINTING = {"it", "this", "that"}
_OWNING = ("by", "poss", "of", "from", "in", "against", "doer")


def is_left(fillers: Sequence[Filler], sighting: Sighting, kind: Kind, mentions: Mentions) -> bool:
    """Tell whether words that name nobody may be passed by, as the whole text can tell who is meant."""
    if kind.nature == "stance":
        return fillers[0].role == "target" and all(_points_back(filler, mentions) for filler in fillers)
    return all(is_aside(f, sighting) for f in fillers) or all(is_bare_official(f.phrase, mentions) for f in fillers)


def _points_back(filler: Filler, mentions: Mentions) -> bool:
    """Tell whether words are for a deed that readers know and that says of nobody that it is his.

    Not for one of force: who attacked is told, or nobody knows it.
    """
    deed = filler.phrase
    told = mentions.lexicon.classify("told", (), deed.lemma) or ""
    pointing = deed.text.lower() in _POINTING or deed.determiner in DEFINITE
    known = filler.type == "deed" and pointing and told not in {"assault", "pact"}
    return known and not deed.linked(*_OWNING) and not _named_before(deed, mentions)


def _named_before(deed: Phrase, mentions: Mentions) -> bool:
    """Whether a name stands before the noun, be it of a place: "the Oslo decision"."""
    return any(mentions.parties_of(link) or link.form == "name" for link in deed.linked("mod"))


def opposed(holder: str, sighting: Sighting, mentions: Mentions, focus: Focus, deeds: DeedMemory) -> str | None:
    """Give whose deed somebody judges, from whom the text is about besides him.

    Args:
        holder: Who judges.
        sighting: The judgement.
        mentions: Who is who in the document.
        focus: Whom the text is about.
        deeds: Who did what was told before.
    """
    if mentions.known(holder) is None and sighting.kind != "stance.demand":  # a person judges for reasons of his own
        return None
    if _done_together(holder, sighting, deeds):
        return None
    often, last = Counter[str](), ""
    for mention in mentions.mentions:
        known = mentions.known(mention.party)
        if known is not None and known.cls in _SIDES and focus.apart(mention.party, holder):
            often[mention.party] += 1
            last = mention.party if mention.end <= sighting.anchor.start else last
    if not often:
        return None
    most = min(often, key=lambda party: (-often[party], party))
    if _is_inner(sighting, mentions) and any(m.party == most and m.sentence == 0 for m in mentions.mentions):
        return most  # "the coup" is that of the land in the headline
    other = focus.other(holder, sighting)
    if other is not None and not (focus.apart(other, most) and (not last or focus.apart(other, last))):
        return other
    moved = _moved_last(holder, sighting, deeds)
    return most if moved is not None and not focus.apart(most, moved) else None


def _is_inner(sighting: Sighting, mentions: Mentions) -> bool:
    """Whether what is judged is done in one's own land: "the coup", "the crackdown"."""
    judged = (f.phrase.lemma for f in sighting.fillers if f.role == "target")
    return any(mentions.lexicon.classify("inner", (), lemma) is not None for lemma in judged)


def _done_together(holder: str, sighting: Sighting, deeds: DeedMemory) -> bool:
    """Whether what was told right before is the deed of several: "Chad met Peru. Norway condemned the move"."""
    here = sighting.sentence
    near = (act for act in deeds.acts if 0 <= here - act.sentence <= 1 and act.called != "words")
    return any(len(set(act.doers) - {holder}) > 1 for act in near)


def _moved_last(holder: str, sighting: Sighting, deeds: DeedMemory) -> str | None:
    """Who alone made the last move told that was not the judge's own."""
    told = (act for act in deeds.acts if act.called == "move" and act.sentence <= sighting.sentence)
    alone = [act.doers[0] for act in told if len(act.doers) == 1 and act.doers[0] != holder]
    return alone[-1] if alone else None
