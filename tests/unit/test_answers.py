"""Answers put together of what was written before are those that are written at once."""

from __future__ import annotations

import pytest

from credence.serve.answers import listing, within, written


@pytest.mark.parametrize("items", [[], [{"id": "f1"}], [{"id": "f1", "says": 'é "]}'}, {"id": "f2", "x": [1, None]}]])
def test_a_list_put_together_is_as_if_written_at_once(items: list[dict[str, object]]) -> None:
    together = listing({"known": 3, "on": None}, map(within, items), {"next": "abc"})
    assert together == written({"known": 3, "on": None, "items": items, "next": "abc"})
