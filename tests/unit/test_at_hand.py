"""What a server keeps at hand: given as long as nothing touched it, and never as known at another time."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest

from credence.serve.at_hand import Alone, AtHand, Lately

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


def test_as_much_is_kept_as_there_is_room_for() -> None:
    kept: AtHand[str] = AtHand(10, Lately(lambda _: ()), len)
    made: list[str] = []

    def given(value: str, known: int = 1) -> None:
        def make() -> str:
            made.append(value)
            return value

        assert kept.give(value, set(), known, make) == value

    for value in ("aaaa", "bbbb", "aaaa", "cccc"):
        given(value)
    assert made == ["aaaa", "bbbb", "cccc"]
    given("aaaa")  # asked for later than "bbbb", which made room
    assert made == ["aaaa", "bbbb", "cccc"]
    given("aaaa", known=2)  # in the place of the one before: there is still room for "cccc"
    given("cccc")
    given("d" * 99)  # one is kept, however large
    given("d" * 99)
    given("cccc")
    assert made == ["aaaa", "bbbb", "cccc", "d" * 99, "cccc"]


def test_the_last_of_a_question_is_there_whatever_touched_it(kept: AtHand[str]) -> None:
    assert kept.last("cn") is None
    for known in (1, 3, 2):
        kept.keep("cn", known, f"made at {known}")
    assert kept.last("cn") == "made at 3"
    kept.forget()
    assert kept.last("cn") is None


def test_of_two_who_ask_at_once_one_makes_it() -> None:
    kept: AtHand[str] = AtHand(2, Lately(lambda _: ()))
    begun, let = Event(), Event()
    made: list[str] = []

    def make() -> str:
        begun.set()
        assert let.wait(10)
        made.append("made")
        return "made"

    with ThreadPoolExecutor(3) as pool:
        first = pool.submit(kept.give, "cn", set(), 1, make)
        assert begun.wait(10)
        second = pool.submit(kept.give, "cn", set(), 1, make)
        other = pool.submit(kept.give, "om", set(), 1, lambda: "at once")
        assert other.result(10) == "at once"  # who asks for something else does not wait
        let.set()
        assert (first.result(10), second.result(10)) == ("made", "made")
    assert made == ["made"]


def test_who_fails_to_make_it_lets_the_next_in() -> None:
    kept: AtHand[str] = AtHand(2, Lately(lambda _: ()))

    def fail() -> str:
        raise ValueError("not now")

    with pytest.raises(ValueError, match="not now"):
        kept.give("cn", set(), 1, fail)
    assert kept.give("cn", set(), 1, lambda: "made") == "made"


def test_who_name_several_do_not_wait_for_each_other_for_ever() -> None:
    alone, inside = Alone(), [0]

    def enter(names: str) -> None:
        for _ in range(200):
            with alone.naming(names):
                inside[0] += 1
                assert inside[0] == 1
                inside[0] -= 1

    with ThreadPoolExecutor(3) as pool:
        for each in [pool.submit(enter, names) for names in ("abc", "cab", "bca")]:
            each.result(20)
