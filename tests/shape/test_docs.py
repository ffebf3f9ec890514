"""Documents say what the program does: verbs, options, links, the demo's output."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

import fill_pages
import fill_readme
from credence.cli import main

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
REFERENCE = (ROOT / "docs" / "reference" / "cli.md").read_text(encoding="utf-8")
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "bench").rglob("*.md")])
LINK = re.compile(r"\]\((?!https?:|#)([^)#\s]+)[^)]*\)")
COMMAND = re.compile(r"(?:`|bin/|\$ )credence ([a-z]+)")


def page(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def verbs() -> dict[str, click.Command]:
    assert isinstance(main, click.Group)
    context = click.Context(main)
    found = {name: main.get_command(context, name) for name in main.list_commands(context)}
    return {name: verb for name, verb in found.items() if verb is not None}


def linked() -> set[Path]:
    """Give the files that some page links to, or shows."""
    return {(path.parent / link).resolve() for path in PAGES for link in LINK.findall(path.read_text(encoding="utf-8"))}


def documented(verb: str) -> set[str]:
    """Give the options that the reference lists for a verb."""
    section = re.search(rf"^## credence {verb}$(.*?)(?=^## |\Z)", REFERENCE, re.MULTILINE | re.DOTALL)
    assert section, f"docs/reference/cli.md has no section “credence {verb}”"
    return set(re.findall(r"^\| `(--[a-z-]+)", section[1], re.MULTILINE))


@pytest.mark.parametrize("verb", sorted(verbs()))
def test_the_reference_lists_the_options_of_a_verb(verb: str) -> None:
    options = {name for option in verbs()[verb].params if isinstance(option, click.Option) for name in option.opts}
    assert documented(verb) == {name for name in options if name.startswith("--")} - {"--help"}


def test_the_reference_lists_no_verb_that_is_not_there() -> None:
    assert set(re.findall(r"^## credence (\S+)$", REFERENCE, re.MULTILINE)) == set(verbs())


@pytest.mark.parametrize("path", PAGES, ids=page)
def test_a_command_in_a_page_exists(path: Path) -> None:
    for verb in sorted(set(COMMAND.findall(path.read_text(encoding="utf-8")))):
        done = CliRunner().invoke(main, [verb, "--help"])
        assert done.exit_code == 0, f"{page(path)}: credence {verb}: {done.output}"


@pytest.mark.parametrize("path", PAGES, ids=page)
def test_a_link_leads_somewhere(path: Path) -> None:
    links = LINK.findall(path.read_text(encoding="utf-8"))
    assert not [link for link in links if not (path.parent / link).exists()]


def test_pictures_are_shown_and_small() -> None:
    pictures = sorted((ROOT / "docs" / "pictures").iterdir())
    assert pictures
    for each in pictures:
        assert each.resolve() in linked(), each.name
        assert each.read_bytes().startswith(b"\x89PNG"), each.name
        assert each.stat().st_size <= 200_000, each.name


def test_every_page_can_be_reached() -> None:
    assert not [page(path) for path in PAGES if path.name != "README.md" and path.resolve() not in linked()]


def test_the_recipe_for_a_phrase_is_whole() -> None:
    recipe = re.search(r"```toml\n(.*?)```", (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"), re.DOTALL)
    assert recipe
    entry = tomllib.loads(recipe[1])
    assert [set(table) for table in (entry["pattern"][0], entry["example"][0], entry["near_miss"][0])] == [
        {"id", "says"},
        {"text", "gives"},
        {"text", "why"},
    ]


def test_readme_names_commands() -> None:
    assert COMMAND.findall(README)


def test_readme_shows_what_the_demo_prints() -> None:
    assert fill_readme.block() in README, "the demo prints something else: make readme"


@pytest.mark.parametrize("path", fill_pages.PAGES, ids=page)
def test_a_page_shows_what_its_commands_print(path: Path) -> None:
    written = path.read_text(encoding="utf-8")
    assert fill_pages.filled(written) == written, "its commands print something else: make readme"
