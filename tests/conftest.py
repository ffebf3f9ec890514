"""What tests share."""

from __future__ import annotations

import pytest
from spacy.language import Language

from credence.english import load_english


@pytest.fixture(scope="session")
def english() -> Language:
    """Give the packaged English pipeline, loaded once."""
    return load_english()
