"""What a server keeps at hand: given as long as nothing touched it, and never as known at another time."""

from __future__ import annotations

import pytest

from credence.serve.at_hand import AtHand, Lately

TOUCHED = {2: (frozenset({"cn", "taliban"}),), 3: (frozenset({"om", "pe"}), frozenset({"td"})), 4: None, 5: ()}


@pytest.fixture
def asked() -> list[int]:
    return []


@pytest.fixture
def kept(asked: list[int]) -> AtHand[str]:
    def touched(number: int) -> tuple[frozenset[str], ...] | None:
        asked.append(number)
        return TOUCHED[number]

    return AtHand(2, Lately(touched))


def given(kept: AtHand[str], parties: set[str], known: int) -> str:
    """Ask for what is about parties, and say as of when it was made."""
    return kept.give(tuple(sorted(parties)), parties, known, lambda: f"made at {known}")


@pytest.mark.parametrize(
    ("parties", "known", "expected"),
    [
        ({"cn", "taliban"}, 1, "made at 1"),
        ({"cn", "taliban"}, 2, "made at 2"),
        ({"cn", "pe"}, 3, "made at 1"),  # each was touched, never together
        ({"cn"}, 2, "made at 2"),
        ({"td"}, 2, "made at 1"),
        ({"td"}, 3, "made at 3"),
        ({"no"}, 3, "made at 1"),
        ({"no"}, 4, "made at 4"),  # anything may have changed
    ],
)
def test_what_nothing_touched_is_given_again(kept: AtHand[str], parties: set[str], known: int, expected: str) -> None:
    given(kept, parties, 1)
    assert given(kept, parties, known) == expected


def test_what_was_known_earlier_is_made_for_itself(kept: AtHand[str]) -> None:
    given(kept, {"no"}, 3)
    assert given(kept, {"no"}, 1) == "made at 1"
    assert given(kept, {"no"}, 3) == "made at 3"


def test_each_transaction_is_asked_about_once(kept: AtHand[str], asked: list[int]) -> None:
    for name in ("no", "pk"):
        given(kept, {name}, 1)
        given(kept, {name}, 3)
    assert asked == [2, 3]


def test_only_so_many_are_kept_and_none_when_words_are_to_be_gone(kept: AtHand[str]) -> None:
    for name in ("no", "pk", "se"):
        given(kept, {name}, 1)
    assert given(kept, {"no"}, 3) == "made at 3"
    assert given(kept, {"se"}, 3) == "made at 1"
    kept.forget()
    assert given(kept, {"se"}, 3) == "made at 3"


def test_after_very_many_transactions_nothing_is_asked(asked: list[int]) -> None:
    def touched(number: int) -> tuple[frozenset[str], ...]:
        asked.append(number)
        return ()

    assert not Lately(touched).spared({"no"}, 1, 1000)
    assert asked == []
