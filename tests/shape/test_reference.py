"""The generated reference is what the data say now."""

from __future__ import annotations

import make_reference


def test_the_page_of_kinds_is_up_to_date() -> None:
    written = make_reference.PAGE.read_text(encoding="utf-8")
    assert written == make_reference.page(), "run: python tools/make_reference.py"
