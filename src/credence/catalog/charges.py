"""How officers are written who are named with what they are charged with, as parts of regular expressions.

"Under Secretary for Arms Control and Trade Ana Rojas": an office, a charge, a name.
"""

from __future__ import annotations

OFFICE = (
    r"(?:Secretary|Undersecretary|Envoy|Representative|Coordinator|Official|Advis[eo]r|Administrator|Director"
    r"|Minister|Commissioner)"
)
NO_NAME = (  # verbs and nouns of headlines, where each word has a capital; what a charge and an office end in
    r"(?!(?:Travel|Visit|Meet|Call|Return|Host|Join|Lead|Attend|Conclude|Depart|Announce|Participate|Deliver|Speak"
    r"|Convene|Engage|Address|Arrive|Remark|Trip)(?:s|ed|ing|ings|ment|ments)?\b|(?:To|Will|On|At|For|The|And)\b"
    r"|(?:Affairs|America|Africa|Asia|Bureau|Control|Diplomacy|Energy|Environment|Europe|Growth|Health|Hemisphere|Human"
    r"|Issues|Korea|Labor|Middle|Migration|Operations|Peninsula|Policy|Region|Republic|Resources|Response|Rights"
    r"|Security|Services|State|Trade|Union|Women)\b|(?:Acting|Assistant|Deputy|Principal|Senior|Special|Under|Vice)\b)"
)
BIG = r"[A-Z][\w'.’-]*"
_WORD = r"(?:[A-Z][\w'’-]*(?:/[A-Z][\w'’-]*)?|and|of|the|&|in)"
CHARGE = rf"(?: of State)? for {_WORD}(?:,? {_WORD}){{0,14}}?(?<! and)(?<! of)(?<! the)(?<! in)(?: \([A-Z][\w/-]*\))?"
GIVEN = rf"{NO_NAME}(?:(?:Ambassador|Dr\.|Ms\.|Mr\.) )?{BIG}"
FAMILY = rf"(?:[A-Z]\. )?{NO_NAME}[A-Z][\w-]+"
