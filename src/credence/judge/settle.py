"""Judging as a whole: gather, weigh, date, and put the findings together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

from credence.catalog.weights import Weights
from credence.judge.compare import Case, Told, about_of, alike, case_of, finding_id, grouped, in_order
from credence.judge.intervals import Interval, Link, interval
from credence.judge.rulings import NOTHING_DECIDED, Rulings
from credence.judge.spells import NO_SPELLS
from credence.judge.telling import Dates
from credence.judge.turning import with_last_words
from credence.judge.weigh import Weighed, origins, ruled, weigh
from credence.model.finding import Finding, Proposition
from credence.model.kind import Kind
from credence.model.origin import Place, TracedClaim
from credence.model.party import Spells

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


@dataclass(frozen=True)  # no slots: what is found once is kept
class WeighedCase:
    """All that was said about one thing, weighed: what it comes to whatever else is said of other things.

    Attributes:
        case: What was said.
        outcome: What that comes to.
    """

    case: Case
    outcome: Weighed

    @cached_property
    def own(self) -> Interval:
        """When it holds by its own claims."""
        return interval(self.case)

    @cached_property
    def alone(self) -> Finding:
        """The finding where nothing else begins or ends it."""
        return self.dated(self.own)

    def dated(self, at: Interval) -> Finding:
        """Put the finding together."""
        case, outcome = self.case, self.outcome
        said = (*case.affirmed, *case.denied, *case.set_aside, *case.superseded, *case.left_out)
        return Finding(
            id=finding_id(case.proposition),
            proposition=case.proposition,
            details=case.details,
            begins=at.begins,
            ends=at.ends,
            credence=outcome.credence,
            status=outcome.status,
            origins_for=origins(case.affirmed),
            origins_against=origins(case.denied),
            documents=len({each.claim.doc for each in said}),
            claims=tuple(in_order(each.traced for each in said)),
            reasons=(*outcome.reasons, *at.reasons),
        )


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
    case = with_last_words(case_of(about, every, kinds[about.kind], dates, decided))
    return WeighedCase(case, _outcome(case, weights, decided))


def settled(found: Iterable[WeighedCase], kinds: Mapping[str, Kind]) -> tuple[Finding, ...]:
    """Date what was weighed, each thing beside all that may begin or end it.

    Args:
        found: What was weighed, each thing once.
        kinds: Kinds by id.

    Returns:
        As ``judge``: a finding for each thing of which there is a claim that nobody rejected.
    """
    spoken = (each for each in found if each.case.ground or each.case.set_aside)
    ordered = sorted(spoken, key=lambda each: finding_id(each.case.proposition))
    begun, ended = _links(ordered, kinds)
    return tuple(_beside(each, begun, ended) for each in ordered)


def _beside(found: WeighedCase, begun: Links, ended: Links) -> Finding:
    """Give the finding of a case beside those that begin or end it."""
    by = [links.get(found.case.proposition, ()) for links in (begun, ended)]
    return found.dated(interval(found.case, *by)) if any(by) else found.alone


def _outcome(case: Case, weights: Weights, decided: Rulings) -> Weighed:
    """Weigh a case, with what people decided about its claims and about itself."""
    told = [
        line
        for each in (*case.affirmed, *case.denied, *case.superseded)
        for line in decided.reasons(each.traced.claim.id)
    ]
    told += [f"Left out: {line}" for each in case.left_out for line in decided.reasons(each.traced.claim.id)]
    own = finding_id(case.proposition)
    return ruled(weigh(case, weights), decided.word(own), [*told, *decided.reasons(own)], weights)


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
        link = Link(f"{case.kind.id} ({finding_id(case.proposition)})", each.own.begins)
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
