"""spaCy is imported without its commands, and has them all the same for who asks for them."""

import subprocess
import sys


def run(code: str) -> str:
    asked = [sys.executable, "-c", code]
    return subprocess.run(asked, capture_output=True, text=True, check=False).stderr  # noqa: S603 - our own code


def test_reading_loads_spacy_without_its_commands() -> None:
    code = "import sys, credence.read; print([n for n in sys.modules if n.startswith('spacy.cli')], file=sys.stderr)"
    assert run(code) == "[]\n"


def test_who_asks_for_its_commands_has_them() -> None:
    code = "import credence.read, spacy, spacy.cli; print(spacy.info(silent=True)['spacy_version'])"
    assert run(f"{code}; assert spacy.cli.app.registered_commands") == ""


def test_who_imported_it_before_keeps_what_he_has() -> None:
    code = "import spacy, sys; info = spacy.info; import credence.read; assert spacy.info is info"
    assert run(f"{code}; assert sys.modules['spacy.cli.info'].info is info") == ""
