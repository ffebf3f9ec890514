"""Counts and sums in the words of a text, written as the codebook writes them.

``39`` is exact, ``~40`` about that many, ``40..`` that many or more, ``..40`` that many or fewer, ``10..20`` from the
one to the other. "More than" and "at least" are both ``40..``: the codebook does not keep them apart.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from credence.catalog.amounts import AmountKnowledge
from credence.model.sighting import Phrase

_FORMS = {"least": "{}..", "most": "..{}", "about": "~{}"}
_HUNDRED = 100
_OR_MORE = re.compile(r" (?:or|and) (?:more|fewer|less|so)\b")


@dataclass(frozen=True, slots=True)
class AmountHit:
    """An amount found in a text.

    Attributes:
        start: Offset of the first character; words such as "nearly" belong to it.
        end: Offset after the last character of the number, its bound and its currency; the unit is not part of it.
        value: The amount in whole units or decimals, without separators: ``39``, ``~40``, ``..11000000``, ``10..20``.
        unit: The word behind it in lower case ("missions"); None where none follows or it is a sum of money.
        currency: ISO 4217 code, empty where it is not said whose pounds or francs; None where it is no sum of money.
    """

    start: int
    end: int
    value: str
    unit: str | None
    currency: str | None


def find_amounts(text: str, knowledge: AmountKnowledge) -> tuple[AmountHit, ...]:
    """Find the counts and sums in a text; dates, numbers of papers, ages and times are none.

    Args:
        text: A phrase, a sentence or more.
        knowledge: How the language writes amounts.

    Returns:
        Hits in the order of the text, never overlapping.
    """
    blocked = [found.span() for pattern in knowledge.blockers for found in pattern.finditer(text)]

    def free(hit: AmountHit) -> bool:
        return all(hit.end <= start or end <= hit.start for start, end in blocked)

    return tuple(filter(free, (_hit(found, knowledge) for found in knowledge.pattern.finditer(text))))


def value_of(words: str, knowledge: AmountKnowledge) -> str | None:
    """Give the amount a count phrase stands for: "at least 14" is ``14..``.

    Unlike ``find_amounts`` it takes a lone figure for a count even where it might be a year: the caller knows.

    Args:
        words: The phrase; what stands around the amount does not matter.
        knowledge: How the language writes amounts.

    Returns:
        The value of the first amount; None where there is none ("several").
    """
    found = knowledge.pattern.search(words)
    return _hit(found, knowledge).value if found else None


def _hit(found: re.Match[str], knowledge: AmountKnowledge) -> AmountHit:
    """Make the hit of a match."""
    named = found["symbol"] or found["currency"]
    unit = found["unit"] and found["unit"].lower()
    if named or unit in knowledge.no_unit:
        unit = None
    end = found.start("unit") if found["unit"] else found.end()
    end = found.start() + len(found.string[found.start() : end].rstrip())
    currency = knowledge.currencies[_plain(named)] if named else None
    return AmountHit(found.start(), end, _value(found, knowledge), unit, currency)


def _value(found: re.Match[str], knowledge: AmountKnowledge) -> str:
    """Write the value of a match with its bounds."""
    if found["vague"]:
        return f"{knowledge.vague[_plain(found['vague'])]}.."
    scale = knowledge.scales[found["letter"].lower()] if found["letter"] else 1
    first, second = found["first"], found["second"]
    if second is None:
        bound = found["before"] or found["after"]
        form = _FORMS[knowledge.bounds[_plain(bound)]] if bound else "{}"
        return form.format(_written(_number(first, knowledge) * scale))
    if first.replace(".", "").isdigit():  # "1.5-2 billion": the scale is said once, for both
        word = second.split()[-1].lower()
        scale = knowledge.scales.get(word, scale)
        second = second[: -len(word)] if word in knowledge.scales else second
    return f"{_written(_number(first, knowledge) * scale)}..{_written(_number(second, knowledge) * scale)}"


def _number(words: str, knowledge: AmountKnowledge) -> Decimal:
    """Add up figures and number words: "two hundred thousand", "1.7 million", "half a dozen"."""
    total, current = Decimal(0), Decimal(0)
    for word in re.findall(r"[a-z]+|[\d.,]+", words.lower()):
        if word[0].isdigit():
            current += Decimal(word.replace(",", ""))
        elif word in knowledge.numbers:
            current += knowledge.numbers[word]
        elif word == "half":
            current = Decimal("0.5")
        elif word in knowledge.scales and knowledge.scales[word] <= _HUNDRED:
            current = (current or Decimal(1)) * knowledge.scales[word]
        elif word in knowledge.scales:
            total, current = total + (current or 1) * knowledge.scales[word], Decimal(0)
    return total + current


def _plain(words: str) -> str:
    return " ".join(words.lower().split())


def _written(value: Decimal) -> str:
    """Write a number without exponent or trailing zeros."""
    return str(int(value)) if value == int(value) else f"{value.normalize():f}"


def priced(phrase: Phrase, amounts: AmountKnowledge) -> list[dict[str, str]]:
    """Take "nearly $11 million in aid" apart: amount, currency, purpose.

    Args:
        phrase: The words.
        amounts: How the language writes sums.
    """
    for hit in find_amounts(phrase.text, amounts):
        if hit.currency is not None:
            option = {"amount": hit.value} | ({"currency": hit.currency} if hit.currency else {})
            purpose = next((link.text for link in phrase.linked("for", "in")), None)
            return [option | {"purpose": purpose}] if purpose else [option]
    return []


def bounded(phrase: str, number: str) -> str:
    """Give a number with what a parse hangs apart from it: "no" of "no fewer than 40", "or more" of "40 or more".

    Args:
        phrase: The words that it counts, with itself.
        number: The number, as the parse has it.
    """
    start = phrase.find(number)
    behind = _OR_MORE.match(phrase, start + len(number)) if start >= 0 else None
    before = "no " if phrase[:start].endswith("no ") else ""
    return f"{before}{number}{behind[0] if behind else ''}"
