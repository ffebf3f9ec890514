"""``credence check`` as a user meets it, on a story read by the real reader.

Of three states that the Taliban are said to ask for their removal from a list, two had removed them before: Kazakhstan,
by an order of December 2023 and for good in June 2024, and Kyrgyzstan in September 2024. The texts are ours.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from credence.cli import main

BISHKEK = (
    "BISHKEK, Sept 6 (Reuters) - Kyrgyzstan has removed the Taliban from its list of terrorist organisations, "
    "the Kyrgyz foreign ministry said on Friday. The ministry said the step was meant to keep the region "
    "stable and to keep up a dialogue with those who run Afghanistan. It did not say when the prosecutor's "
    "office had asked for the change."
)
MINISTRY = (
    "Kazakhstan takes the Taliban off its list of terrorist organisations\n\nKazakhstan has removed the Taliban "
    "from its list of banned terrorist organisations, the foreign ministry's spokesman, Aibek Smadiyarov, said "
    "on Friday. He said that the list was reviewed regularly and followed decisions of the United Nations."
)
ORDER = (
    "Astana reviews its terror list\n\nThe government of Kazakhstan ordered that the Taliban be removed from the "
    "national list of terrorist groups. A court has to confirm the order."
)
PRESIDENT = (
    "Tokayev: no more terror listing for Kabul's rulers\n\nKazakhstan has struck the Taliban off its list of "
    "terrorist organisations, President Kassym-Jomart Tokayev told a meeting of security officials in the "
    "capital on Monday. The step should make trade with the region easier, he said."
)
BRIEF = (
    "Kazakh leader confirms delisting\n\nPresident Kassym-Jomart Tokayev said that Kazakhstan had taken the "
    "Taliban off its list of terrorist groups. He spoke of roads, wheat and pipelines."
)
OWN = (
    "A neighbour changes its mind\n\nKyrgyzstan's foreign ministry said that the country had struck the Taliban "
    "off its list of terrorist organisations. In Bishkek, traders who deal with Kabul welcomed the news."
)
PAPERS = (
    ("astana-ministry", "2023-12-29", "The Steppe Courier", MINISTRY),
    ("astana-order", "2023-12-30", "Lakeside Post", ORDER),
    ("astana-president", "2024-06-03", "The Steppe Courier", PRESIDENT),
    ("astana-brief", "2024-06-04", "Harbour Gazette", BRIEF),
    ("bishkek-agency", "2024-09-06", "Tian Shan Times", f"Kyrgyzstan delists the Taliban\n\n{BISHKEK}"),
    ("bishkek-copy", "2024-09-07", "Morning Register", f"Bishkek drops terror label\n\n{BISHKEK}"),
    ("bishkek-own", "2024-09-07", "Valley Observer", OWN),
)
ARTICLE = (
    "Taliban look for friends in Central Asia\n\nNo state has recognised the Taliban as the government of "
    "Afghanistan. The group has reportedly been lobbying to be removed from the terrorism lists of Kazakhstan, "
    "Kyrgyzstan and Russia."
)
DAY = "2024-09-21"


def credence(*arguments: str | Path, stdin: str | None = None) -> Result:
    return CliRunner().invoke(main, [str(each) for each in arguments], input=stdin)


def read(ledger: Path, documents: Iterable[tuple[str, str, str, str]]) -> None:
    path = ledger.parent / "documents.jsonl"
    rows = ({"id": id_, "published": day, "publisher": by, "text": text} for id_, day, by, text in documents)
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    done = credence("read", path, "--ledger", ledger)
    assert done.exit_code == 0, done.stderr


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a ledger of three transactions: what was told until December 2023, June and September 2024."""
    ledger = tmp_path_factory.mktemp("check") / "l.db"
    for first, last in ((0, 2), (2, 4), (4, 7)):
        read(ledger, PAPERS[first:last])
    return ledger


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "hopes.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def checked(path: Path, ledger: Path, *more: str, exit_code: int = 1) -> Any:  # noqa: ANN401 - what JSON holds
    done = credence("check", path, "--published", DAY, "--ledger", ledger, "--format", "json", *more)
    assert done.exit_code == exit_code, done.stderr
    (found,) = json.loads(done.stdout)
    return found


def delistings(found: Any) -> dict[str, Any]:  # noqa: ANN401 - as above
    rows = [row for row in found["claims"] if row["claim"]["kind"] == "listing.remove"]
    return {row["claim"]["roles"]["lister"]: row for row in rows}


def test_two_of_three_that_are_sought_had_happened(article: Path, ledger: Path) -> None:
    rows = delistings(checked(article, ledger))
    assert {lister: (row["claim"]["mood"], row["verdict"]) for lister, row in rows.items()} == {
        "kz": ("sought", "older"), "kg": ("sought", "older"), "ru": ("sought", "new"),
    }  # fmt: skip
    assert {row["beside"][0]["bearing"] for lister, row in rows.items() if lister != "ru"} == {"done"}
    assert rows["kg"]["beside"][0]["at"] == {"state": "known", "date": "2024-09-06"}
    assert rows["kz"]["beside"][0]["at"] == {"state": "bounded", "date": "2023-12-29/2024-06-03"}
    assert {origin["name"] for origin in rows["kz"]["origins"]} == {"The Steppe Courier", "Kassym-Jomart Tokayev"}


def test_an_order_is_no_delisting(article: Path, tmp_path: Path) -> None:
    read(tmp_path / "l.db", PAPERS[1:2])
    verdicts = {row["verdict"] for row in delistings(checked(article, tmp_path / "l.db", exit_code=0)).values()}
    assert verdicts == {"new"}


def test_as_known_then_and_as_of_a_day(article: Path, ledger: Path) -> None:
    rows = delistings(checked(article, ledger, "--known", "2"))
    assert [rows[lister]["verdict"] for lister in ("kz", "kg", "ru")] == ["older", "new", "new"]
    rows = delistings(checked(article, ledger, "--on", "2024-09-01"))
    assert [rows[lister]["verdict"] for lister in ("kz", "kg", "ru")] == ["older", "new", "new"]
    assert rows["kg"]["beside"][0]["bearing"] == "later"


def test_for_people(article: Path, ledger: Path) -> None:
    done = credence("check", article, "--published", DAY, "--ledger", ledger)
    assert done.exit_code == 1
    assert done.stderr == ""
    said = " ".join(done.stdout.split())
    assert "4 claims beside what held on 21 September 2024 2 older than what is known, 2 new" in said
    assert "Calls it sought; done on 6" in said
    assert "Calls it sought; done between 29" in said


def test_nothing_is_recorded(article: Path, ledger: Path) -> None:
    def state() -> list[str]:
        return [hashlib.sha256(ledger.read_bytes()).hexdigest(), credence("findings", "--ledger", ledger).stdout]

    before = state()
    assert credence("check", article, "--published", DAY, "--ledger", ledger).exit_code == 1
    assert state() == before


def test_the_article_does_not_confirm_itself(tmp_path: Path) -> None:
    told = "Oman has accepted an ambassador of the Taliban."
    read(tmp_path / "l.db", [("one", DAY, "Harbour Gazette", told)])
    path = tmp_path / "one.txt"
    path.write_text(told, encoding="utf-8")
    found = checked(path, tmp_path / "l.db", "--publisher", "Harbour Gazette", exit_code=0)
    assert found["own"] == ["one"]
    assert [row["verdict"] for row in found["claims"]] == ["new"]
    renamed = tmp_path / "two.txt"
    renamed.write_text(told, encoding="utf-8")
    assert checked(renamed, tmp_path / "l.db", exit_code=0)["own"] == ["one"]


def test_a_copy_of_one_text_is_one_origin(tmp_path: Path) -> None:
    read(tmp_path / "l.db", PAPERS[4:5])
    path = tmp_path / "third.txt"
    path.write_text(f"Terror label gone\n\n{BISHKEK}", encoding="utf-8")
    found = checked(path, tmp_path / "l.db", "--published", "2024-09-07", exit_code=0)
    assert found["copies"] == ["bishkek-agency"]
    (row,) = found["claims"]
    assert (row["verdict"], row["marks"]) == ("agrees", ["same origin"])


def test_a_page_from_standard_input(ledger: Path) -> None:
    done = credence("check", "-", "--published", DAY, "--ledger", ledger, "--format", "json", stdin=ARTICLE)
    assert done.exit_code == 1
    assert {lister for lister, row in delistings(json.loads(done.stdout)[0]).items() if row["verdict"] == "older"} == {
        "kz", "kg",
    }  # fmt: skip


def test_a_text_without_a_claim(tmp_path: Path, ledger: Path) -> None:
    path = tmp_path / "weather.txt"
    path.write_text("It rained in Lima.", encoding="utf-8")
    done = credence("check", path, "--published", DAY, "--ledger", ledger)
    assert done.exit_code == 0
    assert "0 claims" in done.stdout


@pytest.mark.parametrize(
    ("words", "exit_code", "said"),
    [
        (["check", "ARTICLE", "--ledger", "LEDGER"], 3, "no day of publication is known"),
        (["check", "ARTICLE", "--ledger", "nowhere.db", "--on", DAY], 3, "no ledger here"),
        (["check", "missing.txt", "--ledger", "LEDGER", "--on", DAY], 3, "missing.txt"),
        (["check", "ARTICLE", "--ledger", "LEDGER", "--on", "2024"], 2, "is not one day"),
        (["check", "ARTICLE", "--ledger", "LEDGER", "--on", DAY, "--known", "soon"], 2, "soon"),
        (["check", "--ledger", "LEDGER"], 2, "PATH"),
    ],
)
def test_what_cannot_be_checked(article: Path, ledger: Path, words: list[str], exit_code: int, said: str) -> None:
    places = {"ARTICLE": str(article), "LEDGER": str(ledger)}
    done = credence(*(places.get(word, word) for word in words))
    assert done.exit_code == exit_code
    assert done.stdout == ""
    assert said in done.stderr


def test_an_undated_article_needs_a_day_and_takes_one(article: Path, ledger: Path) -> None:
    done = credence("check", article, "--on", DAY, "--ledger", ledger)
    assert done.exit_code == 1, done.stderr
