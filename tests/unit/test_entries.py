"""Lists of names: which lines are entries, what is said of them."""

from credence.flow import read_document
from credence.model.document import Document

OFAC = """Treasury Acts

The following individuals have been added to OFAC's SDN List:

VARGA, Omar (a.k.a. VARGA ROJAS, Omar), Lima, Peru; DOB 04 Feb 1970 (individual) [GLOMAG].
LAGUNA SHIPPING LTD, Callao, Peru.

The following deletions have been made to OFAC's SDN List:

RUIZ, Ana Maria, Bogota, Colombia; DOB 02 Mar 1965.

Nothing else has changed.
"""

COMMITTEE = """Security Council Committee Amends Its List

On 3 May 2019, the Security Council Committee added the entries specified below to its sanctions list.

A. Individuals

QDi.422 Name: 1: OMAR 2: VARGA 3: na 4: na
Title: na Designation: na DOB: 10 Jul 1968

B. Removals

QDi.423 Name: Pavel Nori. Title: na. Listed on: 12 April 2010. Other information: none.
"""

STATES = """Recognition

The following countries have recognised Kosovo:

• Albania
• Peru

They named the following reasons:

• Trade
"""


def _claims(text: str, publisher: str) -> list[tuple[str, str, str | None]]:
    document = Document(id="x", text=text, title=None, published="2024-09-20", publisher=publisher)
    found = read_document(document).claims
    return [(c.kind, str(dict(c.roles).get("target") or dict(c.roles).get("recognizer")), c.when) for c in found]


def test_names_below_an_announcement_are_what_it_speaks_of() -> None:
    found = {(kind, who) for kind, who, _ in _claims(OFAC, "U.S. Department of the Treasury")}
    assert found == {
        ("listing.add", "Omar Varga"),
        ("listing.add", "Laguna Shipping LTD"),
        ("listing.remove", "Ana Maria Ruiz"),
    }


def test_fields_and_headings_of_a_committee() -> None:
    found = _claims(COMMITTEE, "United Nations")
    assert ("listing.add", "Omar Varga", "2019-05-03") in found
    assert ("listing.add", "Pavel Nori", "2010-04-12") in found
    assert ("listing.remove", "Pavel Nori") in {(kind, who) for kind, who, _ in found}
    assert len(found) == 3


def test_a_list_may_be_of_anything() -> None:
    assert {(kind, who) for kind, who, _ in _claims(STATES, "Some Paper")} == {
        ("recognition.grant", "al"),
        ("recognition.grant", "pe"),
    }
