"""Topics: which claims are asked about a party, and in which of their roles."""

from __future__ import annotations

from itertools import chain

from credence.catalog.acts import Act, Topic
from credence.catalog.counts import load_counts
from credence.catalog.ladder import load_ladder

HANDED_OVER = (("from", "af-republic"), ("host", "tr"), ("of", "af"), ("to", "taliban"))


def test_a_topic_has_the_kinds_and_both_sides_of_its_acts_and_what_is_added() -> None:
    found = Topic.of([Act("envoy.recall", "sender", "host")], ("mission.operate", "of"))
    assert found == Topic(frozenset({"envoy.recall", "mission.operate"}), frozenset({"sender", "host", "of"}))


def test_it_names_who_stands_in_its_roles_members_of_sets_one_by_one() -> None:
    topic = Topic(frozenset({"meeting.hold"}), frozenset({"parties", "host"}))
    assert topic.named((("city", "Lima"), ("host", "pe"), ("parties", ("cl", "pe")))) == {"cl", "pe"}


def test_the_ladder_asks_who_handed_over_and_not_whose_it_is_which_numbers_do() -> None:
    assert load_ladder().topic.named(HANDED_OVER) == {"af-republic", "taliban", "tr"}
    assert load_counts().topic.named(HANDED_OVER) == {"af", "af-republic", "taliban", "tr"}


def test_what_a_book_looks_at_is_in_its_topic() -> None:
    for book, listings in (
        (load_ladder(), [rule.listing for rule in load_ladder().rules]),
        (load_counts(), [unit.listing for unit in load_counts().units if unit.listing]),
    ):
        acts = list(chain.from_iterable(listing.acts for listing in listings))
        assert acts
        assert {act.kind for act in acts} <= book.topic.kinds
        assert {role for act in acts for role in (act.party, act.other)} <= book.topic.roles
    assert {unit.party for unit in load_counts().units} <= load_counts().topic.roles
