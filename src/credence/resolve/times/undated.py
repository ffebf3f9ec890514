"""Words that say when something was without naming a date: how long it has been so, that it was decided, "since"."""

from __future__ import annotations

import re
from datetime import date

from credence.catalog.dates import DateKnowledge
from credence.model.document import Span
from credence.model.sighting import Sighting
from credence.resolve.times.dates import apart

_FOR = re.compile(r"\b(?:has|have)\b[^.;:()]*?\bfor ((?:[\w-]+ ){1,3}(?:years|decades|months))\b")
_HAS_SINCE = re.compile(r"\b(?:has|have) since(?: \w+)? $")
_SINCE = re.compile(r"[^,;.]* since(?: then)?[.;]")
_SINCE_THEN = re.compile(r"[^,;.:]*?(?:,? )(ever )?since(?: then)?(?=[.;,)]|$| and\b| but\b)")
_RELATIVE = re.compile(r"(?:,[^,;]*\b(?:who|whom|whose|which|where)|\bwhom?)\b[^,;]*$")
_THAT = re.compile(  # in the subject: the first verb of the sentence is the relative's
    r"(?:The|A|An|Those|Some|Several|Many|Most)(?: [\w’'-]+){1,4} (?:that|which|who) (?:had )?"
    r"\w+(?:ed|ook|on|ent|old|ade|eft|ost|ell|oke|ew)\b"
    r"(?:(?! (?:and|but|has|have|had|was|were|is|are|will|said)\b)[^,;.:])*$"
)
_ASIDE = re.compile(  # "Ana Vega, appointed in May, said"
    r"[^\s,;:], (?:\w+ly |first |last |long |now |once )?"
    r"(?:\w+(?:ed|wn|uilt|ound)|shut|sent|held|set|begun|born|taken|given|lost|won) (?P<behind>[^,;“”\"]*)$"
)
_ADVERBIAL = re.compile(  # not "left, announced peace in May": what takes an object tells an act
    r"(?:in|on|by|since|last|this|at|from|after|under|as|only|just|early|late|earlier|between|during|until|to|yesterday)\b"
)
_RECORD = re.compile(r"\b(?:first|only|last|biggest|largest|worst|most|lowest|highest)\b[^,;]*$")
_PLEDGED = {"pledged", "promised", "committed", "earmarked"}
_GOES_ON = re.compile(r",| [—–]")  # a sentence leads on to what it says at its end: "lifted sanctions, set in 2019. …"
_THAT_WAS = re.compile(r"(?:That|This|It) (?:was|came|happened) ")
_DID_NOT = re.compile(  # "refused to sever ties": the refusing has a time
    r"\bdid(?: not|n['’]t) (?:\w+ )?$"
    r"|(?<!have )(?<!has )(?<!had )\b(?:refused|declined|failed|neglected|omitted) to (?:\w+ )?$"
)
_PERFECT = re.compile(r"\b(?:has|have) (?:,? ?since (?:\w+ ){1,3}?,? ?)?(?:\w+ )?$")
_UNDER_WAY = re.compile(r"\b(?:is|are|am) (?:\w+ )?$")
_YEARS_SINCE = re.compile(r"\b((?:[\w-]+ ){0,4}[\w-]+ (?:years|decades)) (?:since|after) [^,;.]*$")
_IT_IS_YEARS = re.compile(  # of what is joined to it, too: "It is ten years since a mob, enraged, came and Peru left"
    r"It(?: is|['’]s| has been) ((?:[\w-]+ ){0,4}[\w-]+ (?:years|decades)) since [^;.]*$"
)
_THEN = re.compile(r"\b(?:had|was|were|earlier|later)\b")
_GOES_BACK = re.compile(  # "Peru had left", not "said that Peru had left", "had to leave"
    r"(?:(?!\b(?:that|which|who|whom|whose|where|when|while|as|if|because|after|before|than|what|how|since|until|said)\b)"
    r"[^;:“”\"])*?\bhad (?!(?:to|a|an|the|no|its|his|her|their|few|little|only a)\b)(?:\w+ ){0,2}?"
    r"\w+(?:ed|en|wn|ung|un|ught|old|id|eld|et|ut|ent|one|ost|ome|ade|ound|oken|eft|ept|ood|orn)\b"
)
_OF_YEAR = (
    r"(?:(after|following|in the wake of)|before|since|until|despite) (?:(?:the|its|their|his|her)|[\w-]+['’]s?) "
    r"(?:[\w-]+ ){0,3}?((?:1[6-9]|20)\d\d) (?=[a-z])"
)
_EVENT = re.compile(  # "Before the 2022 invasion Peru left"
    rf"(?:Even |Just |Shortly |Right |Soon |Long )?{_OF_YEAR}", re.IGNORECASE
)
_EVENT_BEHIND = re.compile(rf"[^,;:.“”\"]* {_OF_YEAR}")  # "Peru left after the 2022 invasion"
_SPOKE = re.compile(  # "Ana Vega, who spoke on television late on Sunday, accused Peru"
    r", who (?:had )?(?:(?:was|were) )?(?:spoke|speaking|read|announced|appeared|addressed|briefed|told|met|visited"
    r"|answered|gave|issued|delivered|received|signed|took)\b([^,;]*), (?:also |then |again |sharply )?$"
)
_SOME_DAY = re.compile(r"[^.;]*\b(?:soon|shortly|one day|in due course|in the near future|at a later date)\b")
_VERB = 40  # characters before an act in which the verb stands that says it was not done
_NEAR = 100  # characters before an act in which the order stands that it obeys
_BEEN = re.compile(r"\b(?:has|have) (?:\w+ )?been $")
_ORDERED = re.compile(r"\b(?:ordered|told|instructed)\b[^.;:]* to $")
_DECIDED = re.compile(r"\b(?:decided|resolved) to\b")


def lasting(text: str, sighting: Sighting, end: int, published: date | None, knowledge: DateKnowledge) -> str | None:
    """Since when what is so has been so: "has stood empty for almost six years".

    Args:
        text: The document's.
        sighting: What is so.
        end: Where its sentence ends.
        published: The document's day, from which the years are counted; None if it is not known.
        knowledge: How the language writes stretches of time.
    """
    found = _FOR.search(text, sighting.quote.start, end)
    if found is None or found.start() > sighting.anchor.start or published is None:
        return None
    begun = apart(found[1], published.isoformat(), "before", knowledge)
    return f"{begun.rstrip('~')}/.." if begun else None


def passed(text: str, sighting: Sighting, start: int, published: date | None, knowledge: DateKnowledge) -> str | None:
    """The year of that since which so many years have passed: "it is ten years since Peru left".

    Args:
        text: The document's.
        sighting: What was done.
        start: Where its sentence begins.
        published: The document's day, from which the years are counted; None if it is not known.
        knowledge: How the language writes stretches of time.
    """
    found = _YEARS_SINCE.search(text, start, sighting.anchor.start)
    if found is None and sighting.tense != "future" and not is_perfect(text, sighting):
        found = _IT_IS_YEARS.match(text, start, sighting.anchor.start)
    if found is None or published is None or _THEN.search(text, start, found.end(1)):
        return None
    words = found[1].split()
    stretches = (" ".join(words[n:]) for n in range(len(words) - 1))
    counted = (apart(stretch, published.isoformat(), "before", knowledge) for stretch in stretches)
    return next((year.rstrip("~") for year in counted if year), None)


def is_kept(text: str, sighting: Sighting) -> bool:
    """Whether something "has been" done, so that it may be said for how long: "has been closed for two years"."""
    return _BEEN.search(text, sighting.quote.start, sighting.anchor.start) is not None


def has_since(text: str, sighting: Sighting) -> bool:
    """Whether something has been done "since" what was told before: "has since restored ties"."""
    before = _HAS_SINCE.search(text, sighting.quote.start, sighting.anchor.start)
    return before is not None or (is_perfect(text, sighting) and _SINCE.match(text, sighting.anchor.end) is not None)


def spoke(text: str, start: int, end: int) -> Span | None:
    """The words of a relative right before a place that tell of its speaker's speech: "who spoke late on Sunday"."""
    found = _SPOKE.search(text, start, end)
    return Span(found.start(1), found.end(1)) if found else None


def is_standing(text: str, sighting: Sighting, nature: str) -> bool:
    """Whether something has been so ever since what was told before: "has been closed since", "has had no ties since".

    Args:
        text: The document's.
        sighting: What has been so.
        nature: What its kind is: "event", "state" or "stance".
    """
    found = _SINCE_THEN.match(text, sighting.anchor.end) if is_perfect(text, sighting) else None
    had = text[sighting.anchor.start : sighting.anchor.end] in {"had", "been"}
    return found is not None and (found[1] is not None or nature == "state" or had or is_kept(text, sighting))


def is_agreed(text: str, sighting: Sighting) -> bool:
    """Whether somebody agreed to do something, not at some day to come: it dates from then."""
    pledged = text[sighting.anchor.start : sighting.anchor.end] in _PLEDGED
    agreed = sighting.mood == "planned" and (sighting.tense == "either" or pledged) and sighting.polarity == "affirmed"
    return agreed and _SOME_DAY.match(text, sighting.anchor.end) is None


def is_decided(text: str, sighting: Sighting, start: int) -> bool:
    """Whether its sentence, which begins at a place, says that it was decided: "have decided to resume relations"."""
    return sighting.mood == "planned" and _DECIDED.search(text, start, sighting.anchor.start) is not None


def is_ordered(text: str, sighting: Sighting) -> bool:
    """Whether somebody was told to do something: it dates from then."""
    return _ORDERED.search(text, max(sighting.anchor.start - _NEAR, 0), sighting.anchor.start) is not None


def is_beside(text: str, start: int, end: int) -> bool:
    """Whether what stands up to a place in a sentence is in a relative thrown in: "Peru, which left Mali in 2012".

    So is "the junta that took power in 2012" before its verb.
    """
    return _RELATIVE.search(text, start, end) is not None or _THAT.match(text, start, end) is not None


def tells_of_noun(text: str, start: int, date: Span) -> bool:
    """Whether a date of a sentence is that of a noun, in a participle thrown in: "Ana Vega, named in May, said"."""
    bracket = text.rfind("(", start, date.start)
    if bracket >= 0 and text[bracket + 1 : date.start].strip() and ")" not in text[bracket : date.start]:
        return True  # "left the bloc (it had joined in 1990)"
    since = text.startswith("since", date.start)
    if since and _RECORD.search(text, start, date.start):
        return True  # "the first visit since 2010"
    found = _ASIDE.search(text, start, date.start)
    told = found is not None and _ADVERBIAL.match(text, found.start("behind")) is not None
    return told and (since or _GOES_ON.match(text, date.end) is not None)


def is_counted_on(text: str, start: int) -> bool:
    """Whether a sentence counts on from what was told before it: "That was a day after Chad had left"."""
    return _THAT_WAS.match(text, start) is not None


def is_perfect(text: str, sighting: Sighting) -> bool:
    """Whether something "has" been done."""
    return _PERFECT.search(text, sighting.quote.start, sighting.anchor.start) is not None


def goes_back(text: str, start: int, end: int) -> bool:
    """Whether the words of a sentence from its start up to a place tell what had been before: "Peru had left"."""
    return _GOES_BACK.match(text, start, end) is not None


def event_beside(text: str, sentence: Span, sighting: Sighting) -> tuple[str | None, bool]:
    """The year of the event that something is told to have come after, and whether it is set by an event at all.

    "After the 2014 coup Peru left" was in 2014 or soon after; "Before the 2014 coup Peru left" says no year.
    """
    found = _EVENT.match(text, sentence.start, sighting.anchor.start)
    found = found or _EVENT_BEHIND.match(text, sighting.anchor.end, sentence.end)
    return (found[2] if found is not None and found[1] else None), found is not None


def is_under_way(text: str, sighting: Sighting) -> bool:
    """Whether something "is" being done: "is imposing sanctions"."""
    ing = text[sighting.anchor.start : sighting.anchor.end].endswith("ing")
    return ing and _UNDER_WAY.search(text, sighting.quote.start, sighting.anchor.start) is not None


def was_left(text: str, sighting: Sighting) -> bool:
    """Whether something was not done when it might have been: "did not sever ties"; what never was has no time."""
    start = min(sighting.quote.start, max(0, sighting.anchor.start - _VERB))
    return _DID_NOT.search(text, start, sighting.anchor.start) is not None
