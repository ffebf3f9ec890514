"""Words as the parser knows them best: it takes "recognise" for a noun, and "Nauru" for an adverb, now and then.

A sentence is parsed with words of the same length in their place; the tree then belongs to the words as written.
"""

from __future__ import annotations

import re

from credence.read.words.offices import glued, ranks
from credence.read.words.tree import Doc, Token

_VERBS = (
    "apolog|author|capital|categor|character|civil|colon|critic|crystall|decolon|derecogn|de-recogn|democrat|destabil|emphas|"
    "equal|final|formal|general|harmon|hospital|ideal|immun|industrial|institutional|international|jeopard|legal|legitim|"
    "liberal|marginal|material|maxim|memorial|militar|minim|mobil|modern|monopol|national|neutral|normal|organ|"
    "patron|penal|personal|polar|politic|popular|prior|privat|public|radical|rational|real|recogn|regular|reorgan|"
    "revolution|scrutin|secular|sensational|special|stabil|stigmat|subsid|summar|symbol|sympath|terror|util|vandal|victim"
)
_BRITISH = re.compile(rf"\b(?:{_VERBS})is(?=(?:e|es|ed|ing)\b)", re.IGNORECASE)


_PREFIXED = re.compile(
    r"\b([Dd]e|[Rr]e|[Cc]o(?=-(?:chair|host)))-"
    r"(?=[a-z]{3,}(?:ed|ing|e|es|[a-z]sh|[a-z]n|[a-z]ns|nt|nts|ose|oses)\b)"
)
_SINCE = re.compile(r"\b(ha(?:s|ve)|had) since (?=[a-z]+(?:ed|en|wn|ut|pt|ft|ld|nt|ept|ought|oken) )")


_RARE = re.compile(  # names that the parser takes for adverbs or parts of other names, now and then
    r"(?<![\w-])(?:Baku|Nauru|Palau|Rabat|Tonga|Tunis|Belize|Majuro|Maputo|Tuvalu|Zambia|Bahamas|Bahrain|Belgium|Iceland|"
    r"Somalia|Thimphu|Vanuatu|Ashgabat|Asuncion|Barbados|Cameroon|Dushanbe|Interpol|Kiribati|Slovenia|Suriname|Windhoek|"
    r"USAID|^Trump(?= [a-z])|Naypyidaw|Vientiane|Montevideo|Seychelles|Somaliland)(?![\w-])"
)
_KNOWN = {len(name): name for name in ("Iran", "China", "France", "Germany", "Pakistan", "Argentina", "Kazakhstan")}
_THANKS = re.compile(  # "the ministry thanks its allies", which the parser takes for a noun
    r"\b(?!(?:of|many|give|gave|gives|giving|with|sincere|heartfelt|deep|warm|special|our|their|its|his|her|my|say|saying"
    r"|express|expressed|expresses|offer|offers|offered|no|as|in|her|due|received|sent|sends)\b)(\w+[,)]?) thanks"
    r"(?= (?:the|its|our|all|both|his|her|their|those|every|each|[A-Z]))"
)
_STANDING_IN = {"freeze": "freeze", "thanks": "thank", "co-chaired": "cochair", "co-hosted": "cohost"}
_STANDING_IN |= {"co-chairing": "cochair", "co-hosting": "cohost"}
_FREEZE = re.compile(r"(?<=\bassets )freeze\b|(?<=\basset )freeze\b")  # which it takes for a verb
_STANDING_IN |= {"re-establish": "reestablish"}
_AGAIN = re.compile(r"\bre-establish\b")  # which the parser takes for an adjective
_LATIN = re.compile(r"\bpersona(?:e|s)? non gratae?\b", re.IGNORECASE)


def americanized(sentence: str) -> str:
    """Write verbs in "-ise" with "z", "de-listed" and titles as one word, rare names and verbs as known ones.

    Latin is written in English. The length stays.
    """
    plain = _LATIN.sub(lambda met: "undesirable".ljust(len(met[0])), sentence)
    plain = _FREEZE.sub("ledger", plain.replace("hargés d'", "harges d'"))
    plain = _BRITISH.sub(lambda met: met[0][:-1] + "z", plain)
    plain = _AGAIN.sub("reinvigorate", plain)
    plain = _THANKS.sub(r"\1 adores", plain)
    plain = glued(_RARE.sub(lambda met: _KNOWN[len(met[0])], plain))
    return _SINCE.sub(r"\1 later ", _PREFIXED.sub(r"\1_", plain))  # "has since left": no preposition


def as_written(doc: Doc, sentence: str) -> Doc:
    """Give the tree of a sentence that was parsed in another spelling over the words as they stand in it."""
    titles = ranks(sentence)
    if doc.text == sentence and not titles:
        return doc
    return Doc(
        words=[sentence[token.idx : token.idx + len(token)] for token in doc],
        spaces=[bool(token.whitespace_) for token in doc],
        tags=[token.tag_ for token in doc],
        pos=[token.pos_ for token in doc],
        lemmas=[titles.get(token.idx) or _lemma(token, sentence) for token in doc],
        heads=[token.head.i for token in doc],
        deps=[token.dep_ for token in doc],
    )


def _lemma(token: Token, sentence: str) -> str:
    """The lemma; of a name or verb that stood in for another one, that other."""
    written = sentence[token.idx : token.idx + len(token)]
    if token.pos_ == "PROPN":
        return written
    lemma = token.lemma_.replace("_", "") if "-" in written else token.lemma_  # "re-opening"
    return _STANDING_IN.get(written, lemma)
