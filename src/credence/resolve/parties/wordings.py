"""Words that refer back to somebody: numbers, sides, lands, groups, offices, and how sentences begin with them."""

from __future__ import annotations

import re
from dataclasses import replace

from credence.model.document import Span
from credence.model.sighting import Phrase

EVERY = {"no", "any", "every", "all"}
PLURAL = {"they", "them", "their", "theirs", "themselves"}
THING = {"it", "its", "itself"}
LEAVING = {"independence", "separation", "secession", "freedom"}
PERSON = {"he", "him", "his", "she", "her", "hers", "himself", "herself"}
OURS = {"we", "our", "us", "ours", "ourselves", "i", "me", "my", "mine"}
DEFINITE = {"the", "this", "that", "these", "those"}
UNIVERSAL = {"other", "single", "foreign", "sovereign", "world", "major", "recognised", "recognized", "more", "member"}
NUMBERS = {"two": 2, "both": 2, "neither": 2, "pair": 2, "duo": 2, "three": 3, "trio": 3, "four": 4, "five": 5}
NUMBERS |= {"six": 6}
SIDES = {"side", "party", "minister", "leader", "neighbour", "neighbor", "foe", "rival", "ally", "enemy", "other"}
GROUPS = {"group", "movement", "militia", "militant", "fighter", "insurgent", "rebel", "faction", "network"} | {
    "guerrilla",
    "separatist",
    "jihadist",
}
OFFICES = {"ministry", "department", "government"}
BODIES = OFFICES | {
    "court",
    "parliament",
    "assembly",
    "cabinet",
    "army",
    "council",
    "office",
    "bank",
}  # "the Supreme Court"
BANKS = {"Central Bank", "State Bank", "Reserve Bank"}  # of a state, as "the State Bank of Peru"
FIELDS = {"affair", "affairs", "defence", "defense", "justice", "finance", "trade", "security", "health", "culture"}
WORLD = {"the international community", "the world", "the rest of the world", "the world community"}
WORLD |= {"the global community", "the outside world", "international community"}
SENT, CHARGED = {"envoy", "representative", "coordinator", "adviser"}, {"special", "presidential", "personal"}
OTHERS = {"counterpart", "colleague", "homologue"}
SIGNING = re.compile(
    r"the (?:signatories|part(?:ies|icipants)|sides|presidents|leaders|(?:foreign |prime )?ministers|delegations"
    r"|heads of (?:state|government)(?: and government)?)",
    re.IGNORECASE,
)
PARTS = {"none", "both", "each", "all", "neither", "either", "most", "rest", "remainder", "bulk", "last", "remnant"}
POWERS = {"power", "heavyweight", "kingdom", "capital", "republic", "superpower"}
STATELETS = {"republic", "region", "territory", "province", "enclave", "entity", "statelet"}
DESCRIBING = frozenset(  # "the two breakaway regions" are told apart by nothing but their number
    {
        "regional",
        "breakaway",
        "rebel",
        "separatist",
        "secessionist",
        "disputed",
        "small",
        "tiny",
        "poor",
        "young",
        "rival",
    }
    | {"neighboring", "neighbouring", "unrecognized", "unrecognised", "self-proclaimed", "self-declared"}
)
HALVES = {"North", "South"}  # of a country whose two parts are two states
RELATED = {"neighbour", "neighbor", "ally", "rival", "foe", "enemy", "partner", "backer", "patron", "friend"}
UNSEATED = {"minister", "lawmaker", "colonel", "putschist"}  # who are nobody's unless the text says so
BYGONE = {"previous", "former", "ousted", "fallen", "toppled", "deposed", "overthrown", "collapsed", "last"}
ITS_OWN = {"government", "parliament", "leader", "authority", "ruler", "people", "army", "military", "cabinet"}
RULING = {"authority", "administration", "ruler", "regime", "leadership", "movement"}
APART = {"court", "tribunal", "panel", "law", "decree", "edict", "sovereignty"}  # which no ministry calls itself
RANKS = frozenset({"deputy", "under", "assistant", "principal", "acting"})  # of secretaries below the first
POSTS = frozenset({"prime", "foreign", "home", "high", "interior", "defence", "defense", "finance"})
"""Words before a title in its own paper: "the Foreign Minister", "the High Representative"."""
REVILED = {"junta", "regime", "rebel", "insurgent", "militia", "jihadist", "putschist", "hardliner", "fighter"}
REVILED |= {"military", "army", "general", "colonel", "soldier", "dictatorship"}  # no paper calls its own house so
_PERSONS = {"general", "colonel", "officer", "soldier", "commander", "man", "woman"}
SEIZED = {"regime", "junta"}
PEERS = {"neighbor", "neighbour", "government", "state", "country", "power", "ally", "capital", "partner", "nation"}
LANDS = {"country", "nation", "state"}
OWN = {"government", "country", "nation", "republic", "ministry"}
HEADS = re.compile(r"\W*(It|They|Its|Their)\b")
_NOUNS = (
    r"(group|movement|country|kingdom|bloc|island|emirate|organi[sz]ation|junta|militia|republic|regime|"
    r"territory|alliance|archipelago|sultanate|government|administration|authorities|army|generals|military|council|"
    r"ministry|cabinet|rebels|party)\b"
)
DESCRIBED = re.compile(rf"\W*(The) (?:[a-z][\w-]* ){{0,2}}(?i:{_NOUNS})")
_DOING = _NOUNS.replace(
    r")\b", r"|[Uu]nion|department|commission|committee|front|fund|bank|court|league|faction|coalition|leadership)\b"
)
ACTING = re.compile(rf"([Tt]he|[Hh]is|[Hh]er) (?:[a-z][\w-]* ){{0,2}}{_DOING}$")
ASKED = re.compile(rf"\b(the) {_NOUNS}")
EXPLETIVE = re.compile(
    r"(?<=where )it (?:is|was|stands|stood)\b|it(?:['’]s| (?:is|was|has been|had been|(?:will|would|may|might) be"
    r"|should be|seems|appears|remains|becomes|became))"
    r"(?: (?:\w+ly|now|also|not|very|long|past|high|still|far|too|more|about))*"
    r" (?:time|important|necessary|essential|vital|crucial|critical|imperative|clear|unclear|likely|possible|impossible"
    r"|premature|early|soon|late|up|hard|difficult|easy|wrong|right|good|better|best|worth|obvious|true|hoped|expected"
    r"|believed|understood|reported|said|thought|known|unknown|feared|incumbent|unlikely|significant|regrettable)"
    r"(?: (?:for|to|of) (?:[\w’'.-]+ ){1,5}?)? ?(?:to|that|how|whether|what|if|why|when)\b",
    re.IGNORECASE,
)
LAND_SAID = re.compile(r"\b(the) (country|island|kingdom|republic|territory|nation|archipelago|sultanate|emirate)\b")
LEADING = re.compile(r"(?:the|this|that|these|those|its|their|his|her|our)\b", re.IGNORECASE)


def nobody(phrase: Phrase) -> tuple[str, ...]:
    """Give every state for "none of its neighbours", whoever they are."""
    peers = any(link.lemma in PEERS for link in phrase.linked("of"))
    return ("*",) if phrase.lemma == "none" and peers else ()


def in_office(phrase: Phrase, relation: str) -> tuple[Phrase, ...]:
    """Give what tells whose a person is, but not of one out of office: "the former Peruvian minister Ana Rojas"."""
    before = phrase.text[: max(0, phrase.head.start - phrase.span.start)]
    past = relation in {"mod", "poss"} and _OUT.search(before) is not None
    return () if past else tuple(link for link in phrase.linked(relation) if not _OUT.match(link.text))


def counted_of(phrase: Phrase) -> tuple[Phrase, ...]:
    """Give what a number or part is of, unless that is counted itself: not "five of the 27 members", nobody named."""
    counting = phrase.form in {"pronoun", "number"} or phrase.lemma in PARTS
    whole = phrase.linked("of") if counting else ()
    whole = tuple(link for link in whole if link.lemma not in _PERSONS)  # "both of the generals" are no parties
    return tuple(link for link in whole if not any(one.text.isdigit() for one in link.linked("num")))


def described(found: re.Match[str], text: str) -> Phrase:
    """Make the phrase of a description that was found: "the group", "his party"."""
    span, noun = Span(found.start(1), found.end(2)), Span(found.start(2), found.end(2))
    whose = Span(found.start(1), found.end(1))
    owner = Phrase(whose, whose, found[1], found[1].lower(), "pronoun")
    article = "the" if found[1].lower() == "the" else ""
    links = () if article else (("poss", owner),)
    return Phrase(span, noun, span.of(text), found[2].lower(), "noun", article, links)


def is_bare_office(phrase: Phrase) -> bool:
    """Whether nothing but the kind of office stands beside a title: "the Foreign Minister", not "Chad's minister"."""
    return all(relation == "mod" and link.lemma in POSTS for relation, link in phrase.links)


_OUT = re.compile(r"(?:(?:the|a|an|its|their|his|her) )?\b(?:former|ousted|deposed|exiled|ex-?)\b", re.IGNORECASE)
_SHARED = re.compile(r"\b[Tt]he (?:[A-Z][\w’'-]* ){1,5}and \Z")
_OFFICE = re.compile(r"(?i:minister|secretary|president|premier|chancellor|king|envoy|representative|adviser)$")


def sharing(phrase: Phrase, text: str) -> Phrase:
    """Give an office the article of the one it is named with: "the Secretary and Foreign Minister"."""
    if phrase.form != "name" or phrase.determiner or not _OFFICE.search(phrase.head_text):
        return phrase
    before = _SHARED.search(text, max(0, phrase.span.start - 60), phrase.span.start)
    return phrase if before is None else replace(phrase, determiner="the")


def below(phrase: Phrase, relation: str) -> tuple[Phrase, ...]:
    """Give what hangs on an office, or on its field: "the ministers of foreign affairs of both countries"."""
    links = tuple(phrase.linked(relation))
    fields = (link for link in links if link.form == "noun" and link.lemma in FIELDS)
    inner = tuple(one for link in fields for one in link.linked("of")) if relation == "of" else ()
    return inner or links


def is_many(phrase: Phrase) -> bool:
    """Tell whether a noun is a plural: "officials", "people"."""
    return phrase.lemma == "people" or phrase.plural
