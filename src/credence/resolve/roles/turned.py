"""Sightings read as what they mean between two sides, before their roles are filled."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from credence.model.document import Span
from credence.model.sighting import Filler, Phrase, Sighting
from credence.resolve.parties.mentions import Mentions
from credence.resolve.phrases.diplomatic import is_land
from credence.resolve.phrases.mutual import mutual
from credence.resolve.phrases.structures import Structures
from credence.resolve.roles.focus import Focus

_DIPLOMATIC = re.compile(r"embass|consul|diplomat|ambassador|envoy|attach[eé]|persona|chargé|charge d", re.IGNORECASE)
_NEAR = 700  # characters around an expulsion in which a word tells that it is one of diplomats
_RIGHT_IN = re.compile(r" (?:in|at) (?:the )?")
_OWN_ACTS = {"mission.open", "mission.close"}
_SHUTTING = {"mission.close"}
_LEVEL = {"mission.raise", "mission.lower"}
_ONE_SIDED = {"ties.sever", "ties.lower"}
_ACTING = {"holder", "host", "sender", "operator", "lister", "recognizer"}
_PAPERS = {"statement", "communique", "communiqué", "note", "decree", "declaration", "announcement", "letter"}
_PAPERS |= {"message", "edict", "memorandum", "tweet", "resolution", "release"}
_PAIR = 2
_NATIONALS = ("s", "sh", "ch", "ese")  # "12 Russians", "34 French"


def turned(sighting: Sighting, structures: Structures) -> Sighting:
    """Give a sighting with its doers and their like in the roles that they have towards each other."""
    issued = _issued(sighting, structures)
    told = _each_others(_lifted(mutual(_elsewhere(_senders(issued), structures.mentions.text))))
    return _at_home(_by_nation(_counted_there(_abroad(told, structures), structures), structures), structures)


def _counted_there(sighting: Sighting, structures: Structures) -> Sighting:
    """Take who has several missions of others for where they are: "Malta has two Libyan embassies" are Libya's."""
    missions = [f.phrase for f in sighting.fillers if f.type == "missions"]
    doers = [p for f in sighting.fillers if f.role == "operator" for p in structures.mentions.parties_of(f.phrase)]
    whose = [link for phrase in missions for link in phrase.linked("mod") if _nation(link, structures)]
    owners = [party for link in whose for party in structures.mentions.parties_of(link)]
    if sighting.kind != "mission.count" or len(doers) != 1 or len(owners) != 1 or owners == doers:
        return sighting
    host = structures.mentions.known(doers[0])
    if host is None or host.cls != "state":
        return sighting
    kept = [f for f in sighting.fillers if f.role != "operator"]
    owner = replace(next(f for f in sighting.fillers if f.role == "operator"), phrase=whose[0])
    return replace(sighting, fillers=(*kept, owner))


def _abroad(sighting: Sighting, structures: Structures) -> Sighting:
    """Read what headlines call by its land as one there: "Peru shuts Chad embassy" is told of Peru's in Chad."""
    doers = [p for f in sighting.fillers if f.role == "operator" for p in structures.mentions.parties_of(f.phrase)]
    if sighting.kind not in _OWN_ACTS or not doers:
        return sighting
    return replace(sighting, fillers=tuple(_placed(f, structures.mentions, doers[0]) for f in sighting.fillers))


def _placed(filler: Filler, mentions: Mentions, doer: str) -> Filler:
    phrase = filler.phrase
    lands = [link for link in phrase.linked("mod") if is_land(link, mentions)]
    bare = not phrase.determiner and not phrase.linked("poss", "of", "in", "at", "num")
    if filler.role != "mission" or len(lands) != 1 or not bare or mentions.parties_of(lands[0]) == (doer,):
        return filler
    links = tuple(("in" if link is lands[0] else relation, link) for relation, link in phrase.links)
    return replace(filler, phrase=replace(phrase, links=links))


def _issued(sighting: Sighting, structures: Structures) -> Sighting:
    """Take a paper that acts for whoever issued it: "a government statement declared him unwelcome"."""
    if not any(_is_paper(filler) for filler in sighting.fillers):
        return sighting
    return replace(sighting, fillers=tuple(_issuer(filler, structures) for filler in sighting.fillers))


def _is_paper(filler: Filler) -> bool:
    return filler.role in _ACTING and filler.phrase.form == "noun" and filler.phrase.lemma in _PAPERS


def _issuer(filler: Filler, structures: Structures) -> Filler:
    mentions = structures.mentions
    if not _is_paper(filler) or mentions.parties_of(filler.phrase):
        return filler
    links = (_definite(link) for link in filler.phrase.linked("poss", "by", "from", "of", "mod"))
    named = (link for link in links if any(party != "*" for party in mentions.parties_of(link)))
    phrase = next(named, None)
    return filler if phrase is None else replace(filler, phrase=phrase)


def _definite(phrase: Phrase) -> Phrase:
    """Read "government" in "a government statement" as "the government"."""
    return replace(phrase, determiner="the") if phrase.form == "noun" and not phrase.determiner else phrase


def _senders(sighting: Sighting) -> Sighting:
    """Take none of those whose ambassadors are recalled for a host: "the ambassadors of Peru, Chad and Mali"."""
    if sighting.kind != "envoy.recall":
        return sighting
    whose = [f.phrase.linked("of") for f in sighting.fillers if f.type == "envoy"]
    senders = {link.span for links in whose for link in links if len(links) > 1}
    kept = tuple(f for f in sighting.fillers if f.role != "host" or f.phrase.span not in senders)
    return sighting if len(kept) == len(sighting.fillers) else replace(sighting, fillers=kept)


def _elsewhere(sighting: Sighting, text: str) -> Sighting:
    """Read of two who open missions at a third place that each does so there: "opened their embassies in Tallinn"."""
    missions = [f.phrase for f in sighting.fillers if f.role == "host" and f.type == "mission"]
    places = [f.phrase.span.start for f in sighting.fillers if f.role in {"@in", "@at"} and f.phrase.form == "name"]
    behind = any(
        _RIGHT_IN.fullmatch(text, m.span.end, place) for m in missions for place in places if place > m.span.end
    )
    if not behind or not any(f.role == "pair" for f in sighting.fillers):
        return sighting
    roles = {"pair": "operator", "host": "mission"}
    return replace(sighting, fillers=tuple(replace(f, role=roles.get(f.role, f.role)) for f in sighting.fillers))


def _lifted(sighting: Sighting) -> Sighting:
    """Take who lifts sanctions for nobody who was under them: "the lifting of sanctions by Peru and Chad"."""
    if sighting.kind != "listing.remove":
        return sighting
    listers = {f.phrase.span for f in sighting.fillers if f.role == "lister"}
    kept = tuple(f for f in sighting.fillers if f.role != "target" or f.phrase.span not in listers)
    return sighting if len(kept) == len(sighting.fillers) else replace(sighting, fillers=kept)


def parted(group: Sequence[Sighting], focus: Focus, structures: Structures) -> Iterator[list[Sighting]]:
    """Give sightings in groups to be told together: of two who sever ties with a third just named, each on his own.

    "Kuwait recalled its envoy from Iran. Bahrain and Sudan cut ties the day before."
    """
    severed = {s.pattern: third for s in group if (third := _third(s, focus, structures)) is not None}
    yield [s for s in group if s.pattern not in severed]
    for sighting in (s for s in group if s.pattern in severed):
        for filler in sighting.fillers:
            if filler.role == "parties":
                others = (f for f in sighting.fillers if f.role != "parties")
                upon = replace(filler, phrase=severed[sighting.pattern], slot=filler.slot + 1)
                yield [replace(sighting, fillers=(filler, upon, *others))]


def _third(sighting: Sighting, focus: Focus, structures: Structures) -> Phrase | None:
    """Give the words for whom all acts told last were done to, where the two who sever ties have no part in them."""
    doers = [f for f in sighting.fillers if f.role == "parties"]
    if sighting.kind not in _ONE_SIDED or len(doers) != _PAIR or len({f.slot for f in doers}) != 1:
        return None
    two = {party for f in doers for party in structures.mentions.parties_of(f.phrase)}
    lately = [dyad for dyad in focus.told if 0 <= sighting.sentence - dyad.sentence <= 1]
    upon = {dyad.second for dyad in lately}
    if len(two) != _PAIR or len(upon) != 1 or any({d.first, d.second} & two for d in lately):
        return None
    start = sighting.anchor.start
    named = [m for m in structures.mentions.mentions if m.party in upon and m.end <= start and not m.person]
    if not named:
        return None
    return Phrase.named(structures.mentions.text, Span(named[-1].start, named[-1].end))


def _each_others(sighting: Sighting) -> Sighting:
    """Take two who raise or lower "their missions", nowhere in particular, for those who do so with each other."""
    doers = [f for f in sighting.fillers if f.role == "operator"]
    missions = [f for f in sighting.fillers if f.role == "mission"]
    if sighting.kind not in _LEVEL or len(doers) != _PAIR or len(missions) != 1:
        return sighting
    phrase = missions[0].phrase
    theirs = any(link.text.lower() == "their" for link in phrase.linked("poss"))
    if not theirs or not phrase.plural or phrase.linked("in", "at", "to", "of", "mod"):
        return sighting
    roles = {"operator": "pair", "mission": "host"}
    return replace(sighting, fillers=tuple(replace(f, role=roles.get(f.role, f.role)) for f in sighting.fillers))


def _by_nation(sighting: Sighting, structures: Structures) -> Sighting:
    """Take nationals who are expelled by number for diplomats, where the text around is about such: "12 Russians"."""
    if sighting.kind != "envoy.expel" or not any(_is_counted(f) for f in sighting.fillers):
        return sighting
    text, place = structures.mentions.text, sighting.anchor.start
    if _DIPLOMATIC.search(text, max(0, place - _NEAR), place + _NEAR) is None:
        return sighting
    fillers = tuple(
        replace(f, role="sender", type="party") if _is_counted(f) and _nation(f.phrase, structures) else f
        for f in sighting.fillers
    )
    if fillers == sighting.fillers:
        return sighting
    return replace(sighting, fillers=fillers, fixed=(*sighting.fixed, ("rank", "diplomat")))


def _is_counted(filler: Filler) -> bool:
    phrase = filler.phrase
    several = bool(phrase.linked("num")) or phrase.determiner in {"several", "some"}
    several = several or any(link.lemma in {"many", "more", "dozen"} for link in phrase.linked("mod"))  # "as many"
    people = phrase.head_text[:1].isupper() and phrase.head_text.endswith(_NATIONALS)
    return filler.type == "person" and several and people


def _nation(phrase: Phrase, structures: Structures) -> bool:
    parties = structures.mentions.parties_of(phrase)
    known = structures.mentions.known(parties[0]) if len(parties) == 1 else None
    return known is not None and known.cls == "state"


def _at_home(sighting: Sighting, structures: Structures) -> Sighting:
    """Take who shuts a mission on its own soil for the host: "Lithuania shut the consulate in Klaipėda"."""
    doers = [f for f in sighting.fillers if f.role == "operator"]
    missions = [f for f in sighting.fillers if f.role == "mission" and f.type == "mission"]
    if sighting.kind not in _SHUTTING or len(doers) != 1 or len(missions) != 1 or _is_owned(missions[0].phrase):
        return sighting
    acting = structures.mentions.parties_of(doers[0].phrase)
    beside = [place for f in sighting.fillers if f.role == "@in" and (place := structures.place(f.phrase)) is not None]
    hosts = {option.get("host") for option in (*structures.mission(missions[0]), *beside)} - {None}
    if len(acting) != 1 or hosts != set(acting):
        return sighting
    return replace(sighting, fillers=tuple(_received(f) for f in sighting.fillers))


def _received(filler: Filler) -> Filler:
    return replace(filler, role="host") if filler.role == "operator" else filler


def _is_owned(phrase: Phrase) -> bool:
    return bool(phrase.linked("poss", "of"))
