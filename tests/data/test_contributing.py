"""A phrase is added with one TOML entry: the recipe of CONTRIBUTING is tried as it stands there."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from credence.catalog.patterns import load_patterns, parse_pattern
from credence.english import make_reader
from credence.flow import read_document
from credence.model.document import Document

KIND = "envoy.accept"


def test_the_recipe_adds_a_phrase() -> None:
    page = (Path(__file__).parents[2] / "CONTRIBUTING.md").read_text(encoding="utf-8")
    found = re.search(r"```toml\n(.*?)```", page, re.DOTALL)
    assert found is not None
    entry = tomllib.loads(found[1])
    added = [parse_pattern("CONTRIBUTING.md", KIND, row) for row in entry["pattern"]]
    before, after = make_reader(load_patterns()), make_reader((*load_patterns(), *added))
    for example in entry["example"]:
        document = Document("recipe", example["text"])
        assert not [c for c in read_document(document, before).claims if c.kind == KIND]
        claims = [c for c in read_document(document, after).claims if c.kind == KIND]
        assert [{role: c.role(role) for role in given} for c, given in zip(claims, example["gives"], strict=True)] == [
            *example["gives"]
        ]
    for near_miss in entry["near_miss"]:
        document = Document("recipe", near_miss["text"])
        assert not [c for c in read_document(document, after).claims if c.kind == KIND]
