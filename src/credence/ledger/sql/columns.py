"""Columns of sorts of their own."""

from __future__ import annotations

from typing import Any

from sqlalchemy import BigInteger
from sqlalchemy.types import TypeDecorator

from credence.ledger.keys import finding_number, finding_of


class FindingId(TypeDecorator[str]):
    """The id of a finding, kept as the number that its digits are; what is no such id is found nowhere."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: object) -> int | None:
        """Give the number that is stored."""
        del dialect
        return None if value is None else finding_number(value)

    def process_result_value(self, value: Any, dialect: object) -> str | None:  # noqa: ANN401 - damage may store anything
        """Give the id back."""
        del dialect
        return None if value is None else finding_of(value)
