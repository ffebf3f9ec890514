"""Patterns: how a kind is said, as data.

A pattern's ``says`` is a clause written out: slots in braces, lemmas with alternatives, prepositions before the slot
they govern::

    {host} accept|receive|accredit {envoy}
    {holder} take|seize control of {of:territory}
    {payer} provide {payee} with {money}

The first group of lemmas that is no preposition is the predicate; a slot before it is who does it, a slot directly
after it whom or what it is done to; a bare word after it must stand there itself (as object, complement or particle).
A question mark after a slot makes it optional, a plus sign marks a particle ("take +over"). Passives, relatives,
participles, nominalisations and coordination need no pattern of their own: clauses have made them one form already.
``form = "noun"`` is for nouns that stand for no verb ("a ban on …"). ``<bad>`` stands for a list of words that the file
gives under ``[words]``, where several patterns share it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from credence.catalog.load import load_folder
from credence.errors import BadKnowledge

_TOKEN = re.compile(r"\{(?P<role>[a-z]+)(?::(?P<type>[a-z-]+))?\}(?P<optional>\?)?|(?P<words>[^\s{}]+)")
PREPOSITIONS = frozenset(
    {
        "about",
        "against",
        "among",
        "as",
        "at",
        "behind",
        "between",
        "by",
        "for",
        "from",
        "in",
        "inside",
        "into",
        "of",
        "off",
        "on",
    }
    | {"outside", "since", "without"}
    | {"onto", "out", "over", "through", "that", "to", "toward", "towards", "under", "upon", "with", "within", "via"}
    | {"regarding", "concerning", "must", "doing", "whose", "being", "owed"}  # "must": who has to, in reported speech
)
_CLASSES = {"missions": "mission", "newcomer": "envoy", "resident": "envoy", "arrival": "envoy", "posted": "envoy"}
_CLASSES |= {"own": "envoy", "foreign": "envoy", "owned": "envoy", "misdeed": "deed"}
_NAMED_BY_TYPE = frozenset({"envoy", "mission", "missions", "list", "money", "force", "group", "person", "terrorists"})


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in a pattern that a phrase fills.

    Attributes:
        role: Role of the kind, or a structure that holds several roles ("envoy", "mission", "list", "money").
        type: What may stand there.
        optional: Whether the pattern is met without it.
        prepositions: Prepositions that govern it, the likeliest first; empty for the agent and the patient.
    """

    role: str
    type: str
    optional: bool = False
    prepositions: tuple[str, ...] = ()

    @property
    def word_class(self) -> str:
        """Class of the lexicon its words are of, if there is one: missions that are counted are missions, too."""
        return _CLASSES.get(self.type, self.type)


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way to say a kind.

    Attributes:
        id: Unique name.
        kind: Kind of the claims it makes.
        says: As written.
        form: "clause" or "noun".
        predicates: Lemmas of the predicate.
        agent: Slot before the predicate.
        patient: Slot directly after it.
        obliques: Slots after prepositions, in order.
        literals: Groups of words that must stand as object, complement or particle.
        fixed: Roles stated by the pattern itself, sorted.
        polarity: "denied" where the words themselves deny ("lack"); "denying" where only a denial of them says
            anything, and denies the kind ("does not amount to recognition"); "negated" where they state the kind only
            under a denial ("have had no relations"); "asserted" where only without one ("let women work").
        mood: Mood the words themselves state; None to leave it to the cues; "actual" for a pattern that only what is
            said to be so meets.
        without: Prepositions that must not stand there: "exchanged ambassadors", but not "with Chad".
        finite: Whether a participle beside a noun does not meet it ("the diplomats accredited in Kenya").
        only: Mood that alone meets the pattern ("will be the ambassador" announces one, "is the ambassador" does not).
        step: Step of accreditation the words state.
        unless: Lemmas that must not stand as object, complement or particle or after a preposition.
        passive: Whether only a passive meets it; one that does not say by whom, unless it has a slot for who does it.
        refused: Kind of the claim where the agent refuses to do it ("refused to accept", "would not accredit").
    """

    id: str
    kind: str
    says: str
    form: str
    predicates: frozenset[str]
    agent: Slot | None
    patient: Slot | None
    obliques: tuple[Slot, ...]
    literals: tuple[frozenset[str], ...]
    fixed: tuple[tuple[str, str], ...] = ()
    polarity: str | None = None
    mood: str | None = None
    step: str | None = None
    unless: frozenset[str] = frozenset()
    passive: bool = False
    refused: str | None = None
    only: str | None = None
    without: frozenset[str] = frozenset()
    finite: bool = False

    @property
    def slots(self) -> tuple[Slot, ...]:
        """All slots in the order they are written."""
        ends = tuple(slot for slot in (self.agent, self.patient) if slot is not None)
        return (*ends, *self.obliques)


@dataclass(frozen=True, slots=True)
class Trial:
    """An example or near miss of a pattern file.

    Attributes:
        file: Pattern file, without its ending.
        kind: Kind the file is about.
        text: The words.
        gives: Roles (with "polarity" and "mood" where not the usual) of each claim expected; empty for a near miss.
        why: For a near miss, why it must not be met.
        published: Document's day for it, EDTF.
    """

    file: str
    kind: str
    text: str
    gives: tuple[dict[str, Any], ...]
    why: str
    published: str | None


@cache
def load_patterns(lang: str = "en") -> tuple[Pattern, ...]:
    """Load all patterns of a language, in the order of their files.

    Raises:
        BadKnowledge: If ids repeat or a pattern cannot be understood.
    """
    patterns: dict[str, Pattern] = {}
    for name, table in load_folder(f"patterns/{lang}").items():
        for row in table["pattern"]:
            said = row | {"says": _with_words(str(row["says"]), table.get("words", {}))}
            pattern = parse_pattern(f"data/patterns/{lang}/{name}.toml", str(table["kind"]), said)
            if pattern.id in patterns:
                raise BadKnowledge(f"data/patterns/{lang}/{name}.toml", f"“{pattern.id}” stands twice", "rename one")
            patterns[pattern.id] = pattern
    return tuple(patterns.values())


def _with_words(says: str, shared: dict[str, list[str]]) -> str:
    """Write out the words that several patterns of a file share: "<bad>" stands for those under "bad" in ``words``."""
    for name, words in shared.items():
        says = says.replace(f"<{name}>", "|".join(words))
    return says


def load_trials(lang: str = "en") -> tuple[Trial, ...]:
    """Load the examples and near misses of every pattern file."""
    return tuple(
        Trial(name, table["kind"], row["text"], tuple(row.get("gives", ())), row.get("why", ""), row.get("published"))
        for name, table in load_folder(f"patterns/{lang}").items()
        for row in (*table.get("example", ()), *table.get("near_miss", ()))
    )


@dataclass(slots=True)
class _Said:
    """What a ``says`` was taken apart into."""

    agent: Slot | None = None
    patient: Slot | None = None
    obliques: list[Slot] = field(default_factory=list)
    literals: list[frozenset[str]] = field(default_factory=list)


def parse_pattern(place: str, kind: str, row: dict[str, Any]) -> Pattern:
    """Make a pattern of its entry.

    Args:
        place: File, for messages.
        kind: Kind it is of.
        row: The entry: ``id``, ``says`` and what else a pattern may state.

    Raises:
        BadKnowledge: If ``says`` cannot be understood.
    """
    says, where = str(row["says"]), f"{place}, pattern {row.get('id')}"
    tokens = list(_TOKEN.finditer(says))
    at = next((n for n, t in enumerate(tokens) if t["words"] and t["words"] not in PREPOSITIONS), None)
    if at is None:
        raise BadKnowledge(where, f"“{says}” has no predicate", "write the verb between the slots")
    said = _take_apart(tokens, at, where)
    return Pattern(
        id=row["id"],
        kind=kind,
        says=says,
        form=row.get("form", "clause"),
        predicates=frozenset((tokens[at]["words"] or "").split("|")),
        agent=said.agent,
        patient=said.patient,
        obliques=tuple(said.obliques),
        literals=tuple(said.literals),
        fixed=tuple(sorted(row.get("fixed", {}).items())),
        polarity=row.get("polarity"),
        mood=row.get("mood"),
        step=row.get("step"),
        unless=frozenset(row.get("unless", ())),
        passive=bool(row.get("passive", False)),
        refused=row.get("refused"),
        only=row.get("only"),
        without=frozenset(row.get("without", ())),
        finite=bool(row.get("finite", False)),
    )


def _take_apart(tokens: list[re.Match[str]], at: int, where: str) -> _Said:
    said = _Said()
    pending: tuple[str, ...] = ()
    for n, token in enumerate(tokens):
        if n == at:
            continue
        if token["role"]:
            _place(said, _slot(token, pending), where, before=n < at)
            pending = ()
            continue
        words = tuple(token["words"].split("|"))
        if not PREPOSITIONS.issuperset(words):
            said.literals.append(frozenset(word.removeprefix("+") for word in words))
        elif n + 1 < len(tokens) and tokens[n + 1]["role"]:
            pending = words
        # a preposition before a bare word only helps reading: "return to power"
    return said


def _place(said: _Said, slot: Slot, where: str, *, before: bool) -> None:
    if slot.prepositions:
        said.obliques.append(slot)
    elif before and said.agent is None:
        said.agent = slot
    elif not before and said.patient is None:
        said.patient = slot
    else:
        raise BadKnowledge(where, f"slot {slot.role} has no place", "put a preposition before it")


def _slot(token: re.Match[str], prepositions: tuple[str, ...]) -> Slot:
    role = token["role"]
    kind = token["type"] or (role if role in _NAMED_BY_TYPE else "party")
    return Slot(role, kind, bool(token["optional"]), prepositions)
