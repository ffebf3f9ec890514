"""An article is checked alike on every ledger, and its own being recorded changes nothing."""

from __future__ import annotations

from dataclasses import replace

from credence.asking.check import check_document
from credence.asking.findings import brought_up
from credence.flow import ReadDocument, read_document
from credence.ledger import Ledger, Recording, open_ledger
from credence.model.check import Verdict
from credence.model.document import Document

DAY = "2024-09-21"
HELD = (
    Document("bishkek", "Kyrgyzstan removed the Taliban from its terror list on 5 September 2024.", None, "2024-09-06"),
    Document("moscow", "Russia recognised the Taliban on 3 July 2025.", None, "2025-07-04"),
    Document("review", "The Taliban now operate 27 missions. No state has recognised the Taliban.", None, "2024-09-10"),
)
ARTICLE = Document(
    "article",
    "The Taliban run 39 missions. No state has recognised the Taliban. Kyrgyzstan plans to remove the Taliban from its "
    "list of terrorist organisations.",
    None,
    DAY,
)
WANTED: dict[str, Verdict] = {
    "mission.count": "count differs",
    "recognition.grant": "agrees",
    "listing.remove": "older",
}


def record(ledger: Ledger, *read: ReadDocument) -> None:
    recordings = [Recording(each.document, each.claims) for each in read]
    ledger.record(recordings, moment="2025-08-01T12:00:00+00:00", author="a", tool="t")


def test_an_article_is_checked_alike_on_every_ledger(everywhere: str) -> None:
    article = read_document(ARTICLE)
    with open_ledger(everywhere) as ledger, open_ledger("memory:") as plain:
        for each in HELD:
            record(ledger, read_document(each))
            record(plain, read_document(each))
        late = check_document(article, ledger)  # the derived rows are behind
        found = check_document(article, brought_up(ledger))
        assert {each.traced.claim.kind: each.verdict for each in found.claims} == WANTED
        assert late == found == check_document(article, plain)
        assert check_document(article, ledger, known=1) == check_document(article, plain, known=1) != found


def test_that_it_was_recorded_changes_nothing(everywhere: str) -> None:
    article = read_document(ARTICLE)
    same = read_document(replace(ARTICLE, id="other-name"))
    with open_ledger(everywhere) as ledger:
        record(ledger, *map(read_document, HELD))
        before = check_document(article, ledger)
        record(ledger, article, same)
        after = check_document(article, brought_up(ledger))
        assert after.own == ("article", "other-name")
        assert after.claims == before.claims
        numbers = len(ledger.transactions())
        check_document(article, ledger)
        assert len(ledger.transactions()) == numbers
