"""Trees put right where the parser is known to hang a word on the wrong one.

Two people asked to do two things ("urged Peru to agree and Chile to leave"), a second clause whose subject was taken
for a part of the first ("severed ties with Peru and Chile did so, too"), with whom something is done that was hung
on the noun before ("severed ties with Peru in solidarity with Chile"), and what somebody is declared to be that was
taken for the noun ("declared three staff of the embassy undesirable").
"""

from __future__ import annotations

from collections.abc import Mapping

from credence.catalog.spelling import fold
from credence.read.clauses.roster import unrolled
from credence.read.trees.each import put_right
from credence.read.trees.reduced import imposed, reduce_again, resubjected
from credence.read.trees.rehung import contrasted, opened, put_back
from credence.read.trees.twofold import named
from credence.read.words.forms import FINITE, SUBJECT, infinitive, left_of, right_of
from credence.read.words.tree import Doc, Token

_ASKED = {"xcomp", "advcl", "ccomp", "acl", "relcl"}
_ON = {"on", "upon"}
_WITH = {"with", "of", "to", "between"}
_ACCORD = frozenset(
    {"solidarity", "line", "accordance", "coordination", "cooperation", "keeping", "consultation", "concert", "tandem"}
    | {"parallel", "conjunction", "protest", "response", "partnership", "contrast", "step", "reaction", "answer"}
    | {"agreement", "connection", "league", "conformity", "harmony", "support", "favor", "favour", "defiance"}
)
_NAMING = {"name", "appoint", "call", "declare", "proclaim", "elect", "nominate", "designate", "label", "brand", "dub"}
_CALLING = _NAMING | {"regard", "class", "list", "classify", "treat", "see", "view", "describe", "recognize", "brand"}
_SUMMING = {"move", "step", "decision", "act", "action", "measure", "gesture", "deal", "announcement"}
_BRINGING = {"bring", "call", "send", "order", "summon", "fly", "take", "get", "pull", "recall", "whisk"}
_ASKING_ITSELF = {"help", "let", "ask", "urge", "allow", "order", "tell", "force", "persuade", "press", "get", "enable"}


def mended(doc: Doc, governors: Mapping[str, str]) -> Doc:
    """Put a tree right in place, and give it.

    Args:
        doc: The parsed sentence.
        governors: What words do to a clause under them, by folded lemma.
    """
    unrolled(doc)
    for token in doc:
        put_right(token, governors)
        if token.tag_ == "TO":
            _infinitive(token)
        elif token.dep_ == "conj" and token.pos_ == "PROPN" and 0 < token.i < len(doc) - 1:
            _second_clause(token, governors)
        elif token.dep_ == "poss" and token.i > 1:
            _owned(token)
        elif token.dep_ in {"npadvmod", "dep"} and token.pos_ == "PROPN":
            _second_object(token)
            _opening(token)
        elif token.tag_ in {"VBN", "VBD"} and token.dep_ in {"conj", "amod"} and token.i:
            _second_finite(token)
            reduce_again(token)
        elif token.dep_ == "relcl":
            _of_all(token)
            _named_first(token)
        else:
            _mend_object(token)
            imposed(token)
    return opened(resubjected(contrasted(put_back(doc))))


def _infinitive(to: Token) -> None:
    verb = to.head
    if verb.tag_ == "VB":
        _asked_apart(to)
        _listed(to)
    elif to.dep_ == "aux" and verb.tag_ in {"JJ", "NN"}:  # "to meet and to open embassies", "to bar women"
        verb.tag_, verb.pos_ = "VB", "VERB"


def _mend_object(token: Token) -> None:
    if token.dep_ == "prep" and token.lower_ in _WITH:
        _in_accord(token)
    elif token.tag_ == "VB" and token.dep_ == "conj":
        _second_infinitive(token)
    elif token.lower_ == "far" and token.i and left_of(token).lower_ == "so":
        _so_far(token)
    elif token.lower_ == "general" and token.i > 1 and left_of(token).text == "-":
        _hyphened_general(token)
    elif token.lower_ == "consulates" and token.pos_ == "VERB" and token.i > 1:
        _consulates(token)
    else:
        _mend_naming(token)


def _mend_naming(token: Token) -> None:
    if token.dep_ == "prep" and token.lower_ == "as":
        _called_in_full(token)
    elif token.dep_ == "pobj" and token.pos_ == "ADJ":
        _declared(token)
    elif token.lower_ == "home" and token.dep_ in {"dobj", "oprd", "appos", "advmod"}:
        _brought_home(token)
    elif token.lower_ == "packing":
        _sent_packing(token)
    elif token.dep_ == "dobj" and token.tag_ == "NN" and fold(token.head.lemma_) in _NAMING:
        named(token)
    elif token.dep_ in {"dobj", "conj", "npadvmod"} and token.tag_ == "NN" and token.lemma_ in _SUMMING:
        _summed_up(token)


def _summed_up(act: Token) -> None:
    """Set apart a noun that sums up the clause before it: "closed its embassy, a move which Chad condemned"."""
    first = act.left_edge
    comma = left_of(first).text in {",", "–"} if first.i else False
    verb = act.head if act.head.pos_ == "VERB" else act.head.head
    objects = [c for c in verb.children if c.dep_ == "dobj" and c.i < first.i]
    if comma and first.lower_ in {"a", "an"} and objects and any(c.dep_ == "relcl" for c in act.children):
        act.head, act.dep_ = objects[0], "appos"


def _called_in_full(prep: Token) -> None:
    """Give a verb the "as" that was hung on a noun behind its object: "classes it in its entirety as a foe"."""
    noun = prep.head
    verb = noun.head.head
    aside = noun.dep_ == "pobj" and noun.head.dep_ == "prep" and verb.i < noun.i < prep.i
    if aside and fold(verb.lemma_) in _CALLING and not any(c.lower_ == "as" for c in verb.children):
        prep.head = verb


def _of_all(verb: Token) -> None:
    """Hang a relative clause in the plural on all the names before it: "Peru and Chile, which both host envoys"."""
    last = verb.head
    first = last
    while first.dep_ == "conj" and first.pos_ == "PROPN":
        first = first.head
    every = any(c.lower_ in {"both", "all", "neither"} and c.i < verb.i for c in verb.children)
    finite = [t for t in (verb, *verb.children) if t.tag_ in {"VBP", "VBZ"}]
    plural = last.tag_ == "NNP" and bool(finite) and all(t.tag_ == "VBP" for t in finite)
    if first.pos_ == "PROPN" and (every or plural) and any(c.tag_ in {"WDT", "WP"} for c in verb.lefts):
        verb.head = first


def _second_infinitive(verb: Token) -> None:
    """Join an infinitive to the one before: "will close one where coups have made it costly, and open another"."""
    if verb.head.tag_ not in {"VBN", "VBD", "VBZ", "VBP"} or any(c.dep_ in {"aux", *SUBJECT} for c in verb.children):
        return
    above = next((t for t in verb.head.ancestors if t.tag_ == "VB" and any(c.tag_ == "MD" for c in t.children)), None)
    if above is None and verb.head.tag_ != "VBP":
        _asked_in_a_row(verb)
    elif above is not None and left_of(verb).dep_ == "cc":
        verb.head = above


def _asked_in_a_row(verb: Token) -> None:
    """Join an infinitive to one below the verb before: "spoke of the need for Peru to yield, pay and withdraw"."""
    before = [t for t in verb.doc[verb.head.i + 1 : verb.i] if t.tag_ == "VB" and infinitive(t)]
    if before and left_of(verb.left_edge).text in {",", "and", "or"}:
        verb.head = before[-1]


def _second_finite(verb: Token) -> None:
    """Join a past form to the one before, not to its infinitive: "told Chad's envoy to go and recalled its own"."""
    first = verb.head
    own = any(c.dep_ in {"aux", "auxpass", *SUBJECT} and c.lower_ not in {"has", "had"} for c in verb.children)
    infinitive = first.tag_ == "VB" and any(c.tag_ == "TO" for c in first.children)
    past = verb.tag_ == "VBD" and verb.lower_ != verb.lemma_  # "is to cut one and shut another"
    if past and first.tag_ == "VBN" and not own and left_of(verb).lower_ in {"nor", "or"}:
        verb.tag_ = "VBN"  # "has not severed ties, nor closed its embassy"
    if infinitive and not own and verb.tag_ == "VBN" and verb.lower_ != verb.lemma_ and _has_object(verb):
        helped = any(c.dep_ == "aux" for c in verb.children)  # "told Chad's envoy to go and has summoned its own"
        verb.tag_, past = verb.tag_ if helped else "VBD", True
    if past and verb.dep_ == "conj" and infinitive and not own and first.head.tag_ in FINITE:
        verb.head = first.head


def _has_object(verb: Token) -> bool:
    return any(c.dep_ == "dobj" and c.i > verb.i for c in verb.children)


def _named_first(verb: Token) -> None:
    """Make a subject of a name before "who" that was taken for an adverb: "Varga, who met the king, said"."""
    name = verb.head
    if name.i == 0 and name.dep_ == "advmod" and name.text[:1].isupper() and any(c.lower_ == "who" for c in verb.lefts):
        name.dep_, name.tag_, name.pos_ = "nsubj", "NNP", "PROPN"


def _opening(name: Token) -> None:
    """Make a name that opens a sentence the subject that its verb lacks: "Peru, meanwhile, is said to have"."""
    verb = name.head
    finite = verb.tag_ in FINITE or any(c.dep_ in {"aux", "auxpass"} and c.tag_ in FINITE for c in verb.children)
    lacks = not any(c.dep_ in SUBJECT or c.tag_ in {"WDT", "WP"} for c in verb.children)
    if name.left_edge.i == 0 and verb.pos_ == "VERB" and verb.i > name.i and finite and lacks:
        name.dep_ = "nsubjpass" if any(c.dep_ == "auxpass" for c in verb.children) else "nsubj"


def _so_far(far: Token) -> None:
    """Give a verb what was hung on "so far" before it: "Peru has so far only sent a consul"."""
    if far.dep_ != "advmod" or far.head.pos_ != "VERB":
        return
    for child in [c for c in far.children if c.i != far.i - 1]:
        child.head = far.head


def _consulates(noun: Token) -> None:
    """Make a noun of what was taken for a verb: "runs 39 embassies and consulates in other countries"."""
    joining, first = left_of(noun), left_of(noun, 2)
    if joining.dep_ == "cc" and first.pos_ == "NOUN":
        noun.tag_, noun.pos_, noun.lemma_, noun.dep_ = "NNS", "NOUN", "consulate", "conj"
        noun.head = joining.head = first


def _hyphened_general(general: Token) -> None:
    """Make one noun of what was cut at its hyphen: "a Turkish consulate-general in Erbil"."""
    noun = left_of(general, 2)
    if noun.head != general.head or noun.dep_ != general.dep_ or noun.pos_ != "NOUN":
        return
    for child in list(noun.children):
        child.head = general
    noun.head, noun.dep_ = general, "compound"
    left_of(general).head, left_of(general).dep_ = general, "punct"
    general.tag_, general.pos_ = "NN", "NOUN"


def _asked_apart(to: Token) -> None:
    """Make the second of two who are asked the subject of what it is asked to do."""
    verb, first = to.head, to.head.head
    asked = verb.dep_ in _ASKED and first.tag_ == "VB" and first.i < verb.i and to.i > 1
    if not asked or first.lemma_ in _ASKING_ITSELF or first.dep_ not in _ASKED:
        return
    name = left_of(to) if left_of(to).lower_ != "not" else left_of(to, 2)
    if any(c.dep_ in {"nsubj", "nsubjpass"} for c in verb.children) or not _is_joined(name, first):
        return
    if name.dep_ == "pobj":
        name.head.dep_ = "mark"
    name.head, name.dep_ = verb, "nsubj"
    verb.dep_ = "conj"


def _is_joined(name: Token, first: Token) -> bool:
    """Whether a name is joined by "and" to what stands under the first verb, or to "on" before it."""
    if name.dep_ == "pobj":
        return name.head.lower_ in _ON and name.head.dep_ == "conj" and name.head.head == first
    before = name.doc[name.left_edge.i - 1].lower_ if name.left_edge.i else ""
    if name.dep_ != "conj" or before not in {"and", "but", ","}:
        return False
    return name.head == first or (name.pos_ == "PROPN" and first in name.head.ancestors)


def _listed(to: Token) -> None:
    """Make the next of a list of infinitives the next of a list: "was to cut ties, to recall its envoy and to"."""
    verb, first = to.head, to.head.head
    comma = to.i > 1 and left_of(to).text == "," and to.i + 1 == verb.i
    behind = any(c.dep_ == "conj" and any(g.tag_ == "TO" for g in c.children) for c in verb.children)
    if verb.dep_ == "advcl" and comma and behind and any(c.tag_ == "TO" for c in first.children) and first.i < to.i:
        verb.dep_ = "conj"


def _brought_home(home: Token) -> None:
    """Make who is brought home the object: "brought its ambassador home"."""
    noun, verb = left_of(home), home.head
    if home.dep_ == "advmod" and verb == noun and noun.dep_ == "dobj" and noun.head.lemma_ in _BRINGING:
        home.head = noun.head  # "ordered its ambassador home"
        return
    if home.dep_ == "appos":  # "called its ambassador, Omar Varga, home", "summoned its own, Omar Varga, home"
        name, verb = verb, verb.head
        if name.dep_ in {"appos", "conj"} and left_of(name.left_edge).text == ",":
            name.dep_, verb = "appos", verb.head
        if noun.text == "," and verb.lemma_ in _BRINGING:
            home.head, home.dep_, home.tag_, home.pos_ = verb, "advmod", "RB", "ADV"
        return
    if noun.dep_ != "compound" or noun.head != home or verb.lemma_ not in _BRINGING:
        return
    noun.head, noun.dep_ = verb, "dobj"
    for child in [c for c in home.lefts if c != noun]:
        child.head = noun
    home.dep_, home.tag_, home.pos_ = "advmod", "RB", "ADV"


def _second_clause(name: Token, governors: Mapping[str, str]) -> None:
    """Make a name behind "and" the subject of the finite verb that follows it."""
    doc, before = name.doc, left_of(name)
    if before.dep_ == "aux" and before.head == name:
        _said_again(name)  # ", nor has Chile"
    if name.left_edge.i == 0 or doc[name.left_edge.i - 1].lower_ not in {"and", "but", "while", ","}:
        return
    follows = next((t for t in doc[name.i + 1 : name.i + 4] if t.tag_ != "RB"), name)
    verb = follows.head if follows.dep_ in {"aux", "auxpass"} else follows
    if follows.tag_ not in FINITE or verb.i < name.i or not _is_loose(verb):
        return
    first = verb.head
    holds = governors.get(fold(first.lemma_), "plain") != "plain"
    known = holds or first.pos_ not in {"VERB", "AUX"} or first.i > name.i
    own = [c for c in verb.children if c.dep_ in SUBJECT]
    if known or any(not first.i < c.i < name.i or not c.is_ancestor(name) for c in own):
        return
    for wrong in own:
        wrong.head, wrong.dep_ = first, "dobj"
    name.head, name.dep_ = verb, "nsubjpass" if any(c.dep_ == "auxpass" for c in verb.children) else "nsubj"
    verb.dep_ = "conj"


def _is_loose(verb: Token) -> bool:
    """Whether a clause may as well be a second one: nothing marks it as a part of the first."""
    marked = any(c.dep_ == "mark" or c.tag_ in {"WRB", "WDT", "WP"} for c in verb.children)
    return verb.dep_ in {"ccomp", "conj", "advcl"} and not marked


def _said_again(name: Token) -> None:
    """Make an auxiliary before a name the verb of a clause: "Peru has not, nor has Chile"."""
    verb, first = left_of(name), name.head
    opening = left_of(verb, 2 if left_of(verb).lower_ == "too" else 1)
    if verb.tag_ in FINITE and verb.i and opening.lower_ in {"nor", "neither", "so", "as"}:
        verb.head, verb.dep_ = first, "conj"
        name.head, name.dep_ = verb, "nsubj"


def _second_object(name: Token) -> None:
    """Join a name to the object before it: "seized Goma and, two days later, Bukavu"."""
    verb, before = name.head, name.doc[name.left_edge.i - 1]
    first = next((c for c in verb.children if c.dep_ == "dobj" and c.pos_ == "PROPN" and c.i < name.i), None)
    if first is None or before.text != "," or name.left_edge.i == 0:
        return
    joined = first.right_edge.i + 2 < len(name.doc) and right_of(first.right_edge).lower_ == "and"
    if joined and right_of(first.right_edge, 2).text == "," and name.right_edge.i + 2 >= len(name.doc):
        name.head, name.dep_ = first, "conj"


def _owned(owner: Token) -> None:
    if owner.lower_ in {"its", "their"}:
        _each_its_own(left_of(owner), owner.head)
    elif owner.pos_ == "PROPN" and owner.head.dep_ == "conj":
        _owned_by_both(owner.head, owner)


def _owned_by_both(thing: Token, owner: Token) -> None:
    """Make the first of two owners an owner: "supports Chad and Mali's bids to join"."""
    first, before = thing.head, owner.doc[owner.left_edge.i - 1]
    if first.pos_ != "PROPN" or thing.pos_ != "NOUN" or before.lower_ != "and" or first.right_edge.i < before.i:
        return
    if first.i + 1 != before.i or first.dep_ not in {"dobj", "pobj", "nsubj"} or thing.left_edge.i > owner.i:
        return
    behind = right_of(thing) if thing.i + 1 < len(thing.doc) else thing
    what = behind.head if behind.tag_ == "TO" and behind.head.dep_ in _ASKED else None
    if first.dep_ == "nsubj" and first.head != what:
        return
    verb = first.head.head if first.head == what else first.head
    thing.head, thing.dep_ = verb, "dobj" if first.dep_ == "nsubj" else first.dep_
    first.head, first.dep_ = owner, "conj"
    if what is not None and what.head in {verb, first}:
        what.head, what.dep_ = thing, "acl"


def _each_its_own(name: Token, thing: Token) -> None:
    """Set a name apart that stands beside "its" own: "closed its embassy in Kenya and Chile its consulate"."""
    joined = name.dep_ == "conj" and name.pos_ == "PROPN" and left_of(name).lower_ in {"and", "but", "while", ","}
    if not joined or thing.pos_ != "NOUN" or thing.i < name.i:
        return
    if thing.head == name:
        thing.head = name.head
    name.head, name.dep_ = thing, "parataxis"


def _sent_packing(packing: Token) -> None:
    """Make those sent away the object of the verb: "sent three Chilean diplomats packing within a day"."""
    verb = packing.head.head if packing.head.dep_ == "dobj" else packing.head
    if fold(verb.lemma_) != "send" or packing.dep_ in {"xcomp", "advmod"}:
        return
    sent = next((c for c in packing.lefts if c.dep_ in {"nsubj", "compound"}), None)
    for child in [c for c in packing.children if c != sent]:
        child.head = sent if sent is not None and child.i < sent.i else verb
    if sent is not None:
        sent.head, sent.dep_ = verb, "dobj"
    packing.head, packing.dep_, packing.pos_ = verb, "advmod", "ADV"


def _in_accord(prep: Token) -> None:
    """Hang "with" on the noun before it, where that is one like "in solidarity"."""
    noun = left_of(prep) if prep.i else prep
    accord = noun.dep_ == "pobj" and noun.lower_ in _ACCORD and noun.head.lower_ == "in"
    if accord and prep.head == noun.head.head:
        prep.head = noun


def _declared(word: Token) -> None:
    """Make the noun that an adjective was taken for the object: "of the embassy undesirable"."""
    noun = left_of(word) if word.i else word
    if noun.dep_ != "compound" or noun.head != word or noun.pos_ != "NOUN":
        return
    verb = next((t for t in word.ancestors if t.pos_ == "VERB"), None)
    if verb is None or verb.lemma_ not in {"declare", "consider", "deem", "call", "label", "brand", "hold", "find"}:
        return
    prep = word.head
    noun.head, noun.dep_ = prep, "pobj"
    for child in [c for c in word.lefts if c != noun]:
        child.head = noun
    word.head, word.dep_ = verb, "oprd"
