"""What is peculiar to stances: who may be judged, and judgements that no verb holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from credence.catalog.patterns import Pattern, Slot
from credence.read.clauses.clauses import Clause
from credence.read.clauses.obliques import obliques_of
from credence.read.clauses.overall import is_clause
from credence.read.clauses.reported import is_so_called
from credence.read.nouns.phrases import spread
from credence.read.words.tree import Doc, Token

_JUDGING = {"stance.condemn", "stance.praise"}
_OF_PARTIES = {"accuse", "blame", "thank", "congratulate"}
_VAGUE = frozenset({"it", "them"})  # an act as often as a party
_OURSELVES = frozenset({"we", "i", "one", "there"})  # "we must act" asks nobody else
_THEM = frozenset({"it", "they", "he", "she", "you", "both", "two", "this", "that", "these", "those"})
_CALLERS = frozenset({"it", "he", "she", "they", "we"})
_WORLD = frozenset({"community", "world", "everybody", "everyone", "humanity", "mankind"})  # asks no state
_PERFORMING = {"want", "wish", "like", "love", "desire", "beg"}
_WISHING = {"want", "wait"}
_DUTY = {"must", "should"}
_OWING = {"need", "ought"}
_MILD = {
    "dispute",
    "oppose",
    "attack",
    "back",
    "support",
    "regret",
    "appreciate",
    "endorse",
    "lament",
    "mock",
    "object",
}
_POINTING = {"it", "this", "that", "them"}
_WEIGHTY = {"important", "vital", "essential", "crucial", "critical", "necessary"}
_SUBJECTS = {"nsubj"}
_CLAUSES = {"ccomp", "xcomp", "acl", "csubj"}
_WHOSE = {"poss", "amod", "compound", "nmod"}
_FELT = {"dismay", "annoyance", "anger", "irritation", "displeasure", "chagrin", "fury", "indignation", "outrage"}
_FELT |= {"consternation", "alarm", "disgust", "horror", "embarrassment", "frustration", "exasperation", "discomfort"}
_FELT |= {"disappointment", "unease", "ire", "delight", "joy", "satisfaction", "relief", "applause", "jubilation"}
_FELT |= {"pleasure", "glee"}
_OBJECTED = {"criticism", "objection", "protest", "opposition", "condemnation", "outcry", "disapproval", "displeasure"}
_OBJECTED |= {"denunciation", "backlash", "protestation", "anger", "outrage", "fury", "indignation", "rebuke"}
_DESPITE = {"despite", "amid", "amidst", "over", "notwithstanding"}
_PROTESTING = {"protest", "disgust", "anger", "indignation", "outrage", "fury"}
_FACING = {"spite", "face", "defiance", "teeth"}
_OTHER_TENSE = {"had", "would", "will", "has", "have"}
_BARE = {"conj", "ROOT", "ccomp", "parataxis"}


def is_stance(pattern: Pattern) -> bool:
    """Tell whether a pattern is of somebody's stance."""
    return pattern.kind.startswith("stance.")


def is_embedded(anchor: Token) -> bool:
    """Whether a verb is no clause's own: an infinitive, a gerund; "wishes to thank Peru" thanks it."""
    if anchor.dep_ == "xcomp" and anchor.head.lemma_ in _PERFORMING:
        return False
    return anchor.tag_ == "VBG" or any(c.tag_ == "TO" and c.dep_ == "aux" for c in anchor.children)


def vague(pattern: Pattern, slot: Slot, clause: Clause) -> frozenset[str]:
    """Pronouns that a slot is not met by: "denounced it" is about an act as often as about a party."""
    if slot.role == "holder" and is_stance(pattern) and _called_in_passing(clause.anchor):
        return _CALLERS
    if slot.role != "target":
        meets = pattern.kind == "meeting.hold" and clause.predicate == "meet" and not slot.prepositions
        return _VAGUE if meets else frozenset()  # "commitments, and the will to meet them"
    if pattern.kind == "stance.demand" and pattern.form == "noun":
        return _OURSELVES | _THEM | _WORLD  # "they must meet"
    if pattern.kind == "stance.demand" and "must" in slot.prepositions:
        return _OURSELVES | _WORLD
    if pattern.kind == "stance.demand":
        return _OURSELVES | _VAGUE if clause.predicate in _WISHING else _OURSELVES
    judged = pattern.kind in _JUDGING and clause.predicate not in _OF_PARTIES
    if slot.type == "deed":
        people = frozenset({"them"}) if pattern.kind == "stance.praise" else frozenset()  # "thanked them"
        return frozenset(_POINTING) if clause.predicate in _MILD else people
    return _VAGUE if judged else frozenset()


def _called_in_passing(calling: Token) -> bool:
    """Whether a clause only says what the judge himself calls it: "denounced what it called an act of vandalism"."""
    free = any(c.lower_ == "what" and c.i < calling.i for c in calling.children)
    above = calling.head if calling.dep_ != "pcomp" else calling.head.head
    return free and above != calling and above.pos_ == "VERB"


def is_act(token: Token) -> bool:
    """Tell whether a word after "to" is what somebody shall do: "asked Peru to act", but not "to the ball"."""
    bare = token.pos_ == "NOUN" and not any(c.dep_ in {"det", "amod", "compound", "poss"} for c in token.children)
    return token.pos_ in {"VERB", "AUX"} or bare  # a verb taken for a noun stands alone


def points(token: Token) -> bool:
    """Tell whether a pronoun may stand for an act told before: "called it a mistake", "this is a disgrace"."""
    stands = token.pos_ in {"PRON", "DET"} or token.dep_ == "dobj"  # "called that a mistake"
    if not stands or token.lower_ not in _POINTING or token.dep_ == "det" or _leads_over(token):
        return False
    if any(c.dep_ == "acomp" and c.lemma_ in _WEIGHTY for c in token.head.children):  # "it is important for us"
        return False
    return not any(c.dep_ in _CLAUSES and c.i > token.i for c in token.head.children)  # "it is wrong to …"


def _leads_over(word: Token) -> bool:
    """Whether a pronoun only leads over to what follows: "With that, he was happy to take questions"."""
    prep = word.head
    return word.dep_ == "pobj" and prep.dep_ == "prep" and prep.i < prep.head.i


def is_deed(token: Token) -> bool:
    """Tell whether a word stands for a deed without naming one: "called it a mistake", "what they call a farce"."""
    return points(token) or is_so_called(token) or is_clause(token)


def asked_of(slot: Slot) -> str:
    """Give the type of what may stand in a slot: a misdeed is a deed that is called bad beside it."""
    return "deed" if slot.type == "misdeed" else slot.type


def sort_of(slot: Slot, token: Token) -> str:
    """Give what a slot asks for of a token: a deed that is only named by what is wrong with it may be anybody's."""
    named_wrong = slot.type == "misdeed" or (slot.type == "deed" and is_so_called(token))
    return "wrong" if named_wrong else slot.type


_CHOSEN = {"choice", "pick", "nominee"}


def chosen(doc: Doc) -> Iterator[Clause]:
    """Give who is said by a noun to be somebody's choice: "Ana Rojas, Peru's choice for Lima, has arrived"."""
    for token in doc:
        if token.lemma_ in _CHOSEN and token.dep_ == "appos" and token.head.pos_ == "PROPN":
            owners = tuple(c for c in token.lefts if c.dep_ in {"poss", "amod", "compound"} and c.text[:1].isupper())
            yield Clause("", token, owners, (token.head,), obliques=tuple(obliques_of(token)), nominal=True)


def unspoken(doc: Doc) -> Iterator[Clause]:
    """Give the judgements and duties of a sentence that no verb of its own holds, and what is between parties.

    "Russia's unprovoked war" judges the war, whoever says so; "Peru must leave" asks Peru for it. Both are clauses
    whose anchor is the judging adjective or the modal, "a deal between Peru and Chile" is one of its noun; they are met
    by patterns with ``form = "noun"`` alone.
    """
    for token in doc:
        if token.dep_ == "amod" and token.pos_ == "ADJ" and token.i < token.head.i and _is_somebodys(token.head):
            yield Clause("", token, patients=(token.head,), nominal=True)
        elif (verb := _set_against(token)) is not None:
            yield from _felt(token, verb)
        elif token.pos_ == "NOUN" and any(c.lower_ == "between" for c in token.rights):
            yield Clause("", token, obliques=tuple(obliques_of(token)), nominal=True)
        elif token.dep_ == "aux" and token.lower_ in _DUTY and token.head.dep_ in _BARE and token.head.i > token.i:
            yield from _due(token)
        elif token.lemma_ in _OWING and token.pos_ == "VERB" and token.dep_ in _BARE:
            yield from _owing(token)


def _set_against(feeling: Token) -> Token | None:
    """Give the verb of what is done "to the dismay of" others, "despite criticism by", "in protest at" something."""
    if feeling.dep_ != "pobj":
        return None
    prep = feeling.head
    if prep.lower_ == "of" and prep.head.lemma_ in _FACING and prep.head.dep_ == "pobj":
        prep = prep.head.head  # "in spite of", "in the face of"
        fits = feeling.lemma_ in _OBJECTED
    elif prep.lower_ == "in" and feeling.lemma_ in _PROTESTING:
        return next((up for up in prep.ancestors if up.pos_ == "VERB"), None)  # "left the games in protest at"
    else:
        fits = feeling.lemma_ in (_FELT if prep.lower_ == "to" else _OBJECTED if prep.lower_ in _DESPITE else ())
    return prep.head if fits and prep.head.pos_ == "VERB" else None


def _felt(feeling: Token, verb: Token) -> Iterator[Clause]:
    """Give who did what others are said to like or dislike: "Peru left, to the dismay of Chad", "to Chad's dismay"."""
    doers = tuple(one for c in verb.children if c.dep_ in _SUBJECTS for one in spread(c))
    owners = tuple(one for c in feeling.lefts if c.dep_ == "poss" or _is_adjective_of(c) for one in spread(c))
    over = [t for t in feeling.doc[feeling.i + 1 : feeling.i + 2] if t.dep_ == "prep" and t.head != feeling]  # astray
    around = (*obliques_of(feeling), *((("of", owners),) if owners else ()))
    around += tuple((c.lower_, tuple(one for g in c.children if g.dep_ == "pobj" for one in spread(g))) for c in over)
    if doers and around and verb.lemma_ != "deny":
        yield Clause("", feeling, patients=doers, obliques=around, nominal=True)


def _is_adjective_of(word: Token) -> bool:
    """Whether a word tells by an adjective whose a feeling is: "Norwegian objections"."""
    return word.dep_ in _WHOSE and word.text[:1].isupper()


def _due(modal: Token) -> Iterator[Clause]:
    """Give who has to act, in the active and without a condition: not "should Peru leave", "should have left"."""
    verb = modal.head
    below = [c for c in verb.children if c.i != modal.i]
    doers = tuple(one for c in below if c.dep_ in _SUBJECTS for one in spread(c))
    unfit = any(c.dep_ in {"auxpass", "nsubjpass", "neg"} or (c.lower_ == "have" and c.dep_ == "aux") for c in below)
    if doers and not unfit and verb.lemma_ != "be" and all(d.i < modal.i for d in doers):
        yield Clause("", modal, patients=doers, complements=(verb,), nominal=True)


def _owing(verb: Token) -> Iterator[Clause]:
    """Give who needs to act, in the present: "Peru needs to free them", not "Peru did not need to"."""
    doers = tuple(one for c in verb.children if c.dep_ in _SUBJECTS for one in spread(c))
    told = tuple(c for c in verb.children if c.dep_ == "xcomp" and c.tag_ == "VB" and c.lemma_ != "be")
    bare = verb.tag_ in {"VBZ", "VBP"} and not any(c.dep_ in {"neg", "aux"} for c in verb.children)
    if doers and told and bare:
        yield Clause("", verb, patients=doers, complements=told, nominal=True)


def _is_somebodys(noun: Token) -> bool:
    """Whether a noun says whose it is: "Russia's war", "the Russian war", "the war waged by Russia"."""
    if noun.pos_ != "NOUN":
        return False
    before = any(c.dep_ in _WHOSE and (c.dep_ == "poss" or c.text[:1].isupper()) for c in noun.lefts)
    return before or any(c.dep_ == "prep" and c.lower_ in {"by", "of"} for c in noun.rights)


def beyond(clause: Clause, is_somebody: Callable[[Token], bool]) -> tuple[Token, ...]:
    """Give who else may hold a stance that was hung on what somebody said: who said it.

    "Peru said that the law changed nothing and thanked Chile" thanks in Peru's name, not in the law's; so does what
    stands in another tense: "said that Peru had left, and accused it".
    """
    verb = clause.anchor
    if verb.dep_ != "conj" or clause.nominal or any(c.dep_ in {"nsubj", "nsubjpass", "aux"} for c in verb.children):
        return ()
    told = verb.head
    while told.dep_ == "conj":
        told = told.head
    above = told.head
    while above.head != above and not (above.tag_ == verb.tag_ and any(c.dep_ in _SUBJECTS for c in above.children)):
        above = above.head
    subjects = [c for c in told.children if c.dep_ in {"nsubj", "nsubjpass"}]
    if told.dep_ not in {"ccomp", "pcomp"} or above.tag_ != verb.tag_ or not subjects:
        return ()
    comma = any(c.dep_ == "cc" and c.i and verb.doc[c.i - 1].text == "," for c in told.children)
    comma = comma and above.tag_ in {"VBZ", "VBP"}  # "The ministry deplores that Chad holds them, and demands …"
    asked = subjects[0].tag_ == "WP"  # "had no position on who governs Chad and urged it"
    apart = any(c.dep_ == "aux" and c.lower_ in _OTHER_TENSE for c in told.children)
    if not (asked or apart or comma or (subjects[0].pos_ == "NOUN" and not is_somebody(subjects[0]))):
        return ()
    return tuple(one for c in above.children if c.dep_ in _SUBJECTS for one in spread(c))
