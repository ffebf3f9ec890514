"""Judging as a whole: gather, weigh, date, and put the findings together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from types import MappingProxyType

from credence.catalog.weights import Weights
from credence.judge.case import Case, Said, case_of, said_by, said_in
from credence.judge.compare import Told, about_of, alike, finding_id, grouped, in_order
from credence.judge.intervals import Interval, Link, interval
from credence.judge.rulings import NOTHING_DECIDED, Rulings
from credence.judge.spells import NO_SPELLS
from credence.judge.telling import Dates
from credence.judge.turning import with_last_words
from credence.judge.weigh import Weighed, origins, reckoning, ruled, ruling, weigh
from credence.model.digest import hash_number
from credence.model.finding import Finding, Gist, Proposition
from credence.model.kind import Kind
from credence.model.origin import Place, TracedClaim
from credence.model.party import Spells
from credence.model.testimony import Testimony

_EVEN = 0.5

Links = Mapping[Proposition, Sequence[Link]]


def judge(  # noqa: PLR0913 - what judging rests on, and nothing else
    traced: Sequence[TracedClaim],
    kinds: Mapping[str, Kind],
    weights: Weights,
    *,
    published: Mapping[str, str | None],
    recorded: Mapping[str, Place] = MappingProxyType({}),
    decided: Rulings = NOTHING_DECIDED,
    spells: Spells = NO_SPELLS,
) -> tuple[Finding, ...]:
    """Judge what stands, from all that was said and what people decided about it.

    The result does not depend on the order of the claims, nor on handing one in twice. To judge a part only, hand in
    all claims of its propositions and of those that begin or end them.

    Args:
        traced: Claims with their origins.
        kinds: Kinds by id.
        weights: How far each class of voice may be relied on.
        published: Document id to date of publication, as EDTF; documents that are missing count as undated.
        recorded: Document id to its place in the order of recording; those that are missing come last.
        decided: What people decided; by default nothing.
        spells: Spells of authorities that ruled more than once; by default of nobody.

    Returns:
        One finding a proposition, sorted by id.

    Raises:
        BadKnowledge: A claim is of a kind that is not among ``kinds``.
        BadPeriod: A date is not EDTF.
    """
    dates = Dates(published, recorded)
    groups = grouped(traced, about_of(kinds, decided, spells)).items()
    return settled((weighed(one, every, kinds, weights, dates, decided) for one, every in groups), kinds)


def gists(
    heard: Mapping[Proposition, Sequence[Testimony]],
    kinds: Mapping[str, Kind],
    weights: Weights,
    *,
    dates: Dates,
    decided: Rulings = NOTHING_DECIDED,
) -> tuple[Gist, ...]:
    """Judge what stands as ``judge`` does, from testimony, as far as it takes no claim to say it.

    Args:
        heard: Proposition to all that was said about it; with those that begin or end it.
        kinds: Kinds by id.
        weights: How far each class of voice may be relied on.
        dates: Of the documents of texts of which there are copies.
        decided: What people decided.

    Returns:
        One gist a proposition, sorted by id.

    Raises:
        BadPeriod: A date is not EDTF.
    """
    cases = (testified(*each, kinds, weights, dates=dates, decided=decided) for each in heard.items())
    return tuple(each.gist(at) for each, at in dated(cases, kinds))


def testified(  # noqa: PLR0913 - what weighing rests on, and nothing else
    about: Proposition,
    every: Sequence[Testimony],
    kinds: Mapping[str, Kind],
    weights: Weights,
    *,
    dates: Dates,
    decided: Rulings,
) -> WeighedCase:
    """Weigh what was said about one thing from testimony; arguments as for ``gists``."""
    return WeighedCase(_case(about, said_in(every, dates), kinds), weights, decided)


@dataclass(frozen=True)  # no slots: what is found once is kept
class WeighedCase:
    """All that was said about one thing, weighed: what it comes to whatever else is said of other things.

    Attributes:
        case: What was said.
        weights: How far each class of voice may be relied on.
        decided: What people decided about its claims and about itself.
    """

    case: Case
    weights: Weights
    decided: Rulings

    @cached_property
    def id(self) -> str:
        """The finding's."""
        return finding_id(self.case.proposition)

    @cached_property
    def arithmetic(self) -> Weighed:
        """What its voices come to."""
        return weigh(self.case, self.weights)

    @cached_property
    def outcome(self) -> Weighed:
        """What it comes to, with what people decided."""
        return ruled(self.arithmetic, self.decided.word(self.id), self.weights)

    @cached_property
    def own(self) -> Interval:
        """When it holds by its own claims."""
        return interval(self.case)

    @cached_property
    def alone(self) -> Finding:
        """The finding where nothing else begins or ends it."""
        return self._finding(self.own)

    def dated(self, at: Interval) -> Finding:
        """Put the finding together."""
        return self.alone if at is self.own else self._finding(at)

    def _finding(self, at: Interval) -> Finding:
        case, outcome = self.case, self.outcome
        return Finding(
            id=self.id,
            proposition=case.proposition,
            details=case.details,
            begins=at.begins,
            ends=at.ends,
            credence=outcome.credence,
            status=outcome.status,
            origins_for=origins(case.affirmed),
            origins_against=origins(case.denied),
            documents=case.documents,
            claims=tuple(in_order(each.traced for each in case.every if each.traced)),
            reasons=(*self._reasons(), *at.reasons),
        )

    def gist(self, at: Interval) -> Gist:
        """Give what the finding comes to, with what tells two versions of it apart."""
        told = self.came_to(at)
        return replace(told, digest=self._digest(told, at))

    def came_to(self, at: Interval) -> Gist:
        """Give the same without, which takes a while to make."""
        case, outcome = self.case, self.outcome
        return Gist(
            id=self.id,
            proposition=case.proposition,
            details=case.details,
            begins=at.begins,
            ends=at.ends,
            credence=outcome.credence,
            status=outcome.status,
            documents=case.documents,
            origins=case.origins,
            digest=0,
        )

    def _digest(self, told: Gist, at: Interval) -> int:
        """Give the number by which two versions are told apart; whatever order claims come in, it is the same."""
        said = sum(each.testimony.digest for each in self.case.every)
        days = sorted(
            day.text for each in self.case.every if (day := each.told) and day.text != each.testimony.published
        )
        shown = (repr(told), said, days, at.reasons, self.decided.reasons(self.id))
        return hash_number(repr(shown).encode("utf-8", "surrogatepass"))

    def _reasons(self) -> Iterator[str]:
        """Say how it was weighed and what people decided about it, a step a line."""
        case, decided = self.case, self.decided
        yield from reckoning(case, self.arithmetic, self.weights)
        for each in (*case.affirmed, *case.denied, *case.superseded):
            yield from decided.reasons(_claim_id(each))
        for each in case.left_out:
            yield from (f"Left out: {line}" for line in decided.reasons(_claim_id(each)))
        yield from decided.reasons(self.id)
        yield from ruling(decided.word(self.id), self.outcome)


def weighed(  # noqa: PLR0913 - what weighing rests on, and nothing else
    about: Proposition,
    every: Sequence[Told],
    kinds: Mapping[str, Kind],
    weights: Weights,
    dates: Dates,
    decided: Rulings,
) -> WeighedCase:
    """Weigh all claims about one thing, sorted by id.

    Raises:
        BadPeriod: As ``judge``.
    """
    said = said_by(every, kinds[about.kind], dates, decided, weights.interests)
    return WeighedCase(_case(about, said, kinds), weights, decided)


def settled(found: Iterable[WeighedCase], kinds: Mapping[str, Kind]) -> tuple[Finding, ...]:
    """Date what was weighed, each thing beside all that may begin or end it.

    Args:
        found: What was weighed, each thing once.
        kinds: Kinds by id.

    Returns:
        As ``judge``: a finding for each thing of which there is a claim that nobody rejected.
    """
    return tuple(each.dated(at) for each, at in dated(found, kinds))


def _case(about: Proposition, said: Sequence[Said], kinds: Mapping[str, Kind]) -> Case:
    return with_last_words(case_of(about, said, kinds[about.kind]))


def _claim_id(said: Said) -> str:
    return said.traced.claim.id if said.traced else ""


def dated(found: Iterable[WeighedCase], kinds: Mapping[str, Kind]) -> Iterator[tuple[WeighedCase, Interval]]:
    """Give when each thing holds beside those that begin or end it, sorted by id.

    Args:
        found: What was weighed, each thing once; of what was only ever rejected there is nothing.
        kinds: Kinds by id.
    """
    spoken = [each for each in found if each.case.ground or each.case.set_aside]
    if len(spoken) == 1:  # nothing is there to begin or end it
        yield spoken[0], spoken[0].own
        return
    ordered = sorted(spoken, key=lambda each: each.id)
    begun, ended = _links(ordered, kinds)
    for each in ordered:
        by = [links.get(each.case.proposition, ()) for links in (begun, ended)]
        yield each, interval(each.case, *by) if any(by) else each.own


def _links(found: Sequence[WeighedCase], kinds: Mapping[str, Kind]) -> tuple[Links, Links]:
    """Find which cases begin and end which others.

    Deciding roles are matched by name, so a case can only reach what it names in full: a handover that does not name
    who ran the mission ends nobody's running of it. What is not believed more than even begins and ends nothing.
    """
    told = [each for each in found if each.case.affirmed and each.case.proposition.mood == "actual"]
    affirmed = {each.case.proposition: each.case for each in told}
    begun: defaultdict[Proposition, list[Link]] = defaultdict(list)
    ended: defaultdict[Proposition, list[Link]] = defaultdict(list)
    for each in told:
        case = each.case
        silent = not (case.kind.initiates or case.kind.terminates)
        if silent or each.outcome.credence <= _EVEN:
            continue
        link = Link(f"{case.kind.id} ({each.id})", each.own.begins)
        for reached, links, whole in ((case.kind.initiates, begun, False), (case.kind.terminates, ended, True)):
            for other in _reached(case, [kinds[name] for name in reached if name in kinds], affirmed):
                if _agree(case, other, whole=whole):
                    links[other.proposition].append(link)
    return begun, ended


def _reached(case: Case, kinds: Sequence[Kind], affirmed: Mapping[Proposition, Case]) -> list[Case]:
    """Give the other cases of some kinds with the same deciding roles, of the same spell."""
    asked = (proposition for kind in kinds for proposition in alike(case.proposition, kind))
    targets = map(affirmed.get, asked)
    return [other for other in targets if other is not None and other is not case]


def _agree(case: Case, other: Case, *, whole: bool) -> bool:
    """Tell whether no detail that both state speaks against their being about the same thing.

    Args:
        case: The case that begins or ends the other.
        other: The other.
        whole: Whether ``case`` must name all of the other's values: closing one of two consulates ends neither finding.
    """
    mine = {name: set(values) for name, values in case.details}
    for name, values in other.details:
        stated = mine.get(name)
        if stated and not (stated >= set(values) if whole else stated & set(values)):
            return False
    return True
