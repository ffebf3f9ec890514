"""How documents credit agencies and cite outlets, and whose organs these are: ``data/credits``, one file a language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Any, get_args

from credence.catalog.fold import fold
from credence.catalog.load import load_toml
from credence.errors import BadKnowledge, BadPeriod
from credence.model.particulars import CreditEdge
from credence.model.period import Period

_NAMES = re.compile(r"\{(agency|outlet)\}")


@dataclass(frozen=True, slots=True)
class CreditForm:
    """A way to credit or cite.

    Attributes:
        edge: "copy" if the text is theirs, "cites" if it is only referred to, "saw" if a reporter was there.
        word: A word in small letters without which it cannot be met.
        expression: What meets it, in the language of ``re``.
    """

    edge: CreditEdge
    word: str
    expression: str

    @property
    def pattern(self) -> re.Pattern[str]:
        """Give what meets it; its group ``name`` is the name as written, if there is one."""
        return _compiled(self.expression)


@dataclass(frozen=True, slots=True)
class Tenure:
    """A time in which an agency or a site was a party's organ: what it says in its own name, that party says.

    Attributes:
        party: Id of the party.
        during: When; None for always.
    """

    party: str
    during: Period | None


@dataclass(frozen=True, slots=True, eq=False)  # told apart by which it is, so that answers about names can be kept
class CreditKnowledge:
    """Everything known about credit lines and citations in one language.

    Attributes:
        forms: The ways to credit or cite.
        agencies: Any name of an agency → the one it goes by.
        hosts: Host of an agency's pages → its name.
        before_names: Capitalised words that stand before a name without being part of it.
        organs: Name that an agency goes by, or host of a site → the parties it was an organ of, as they followed.
    """

    forms: tuple[CreditForm, ...]
    agencies: Mapping[str, str]
    hosts: Mapping[str, str]
    before_names: frozenset[str]
    organs: Mapping[str, tuple[Tenure, ...]]

    def name_of(self, written: str) -> str:
        """Give the name an agency goes by; other names as written, without what only stands before them."""
        words = written.split()
        while len(words) > 1 and words[0] in self.before_names and " ".join(words) not in self.agencies:
            words.pop(0)
        name = " ".join(words)
        return self.agencies.get(name, name)

    def organ_of(self, called: str, day: str | None) -> str | None:
        """Give the party whose organ an agency or site is, as of a day.

        Args:
            called: What it is called, with whatever stands before ("Iran's official IRNA"), or a host.
            day: The day, as EDTF; where it is not known or too wide to tell, only who always had it is given.

        Returns:
            The party's id; None for whoever is nobody's organ, or not known.
        """
        tenures = self.organs.get(_meant(called, self), ())
        parties = {tenure.party for tenure in tenures if day is None or _touches(tenure, day)}
        return parties.pop() if len(parties) == 1 else None


@lru_cache(maxsize=1 << 14)  # the same names come again and again
def _meant(called: str, known: CreditKnowledge) -> str:
    """Give the name an agency goes by, whatever stands before it; that of a host, or the host, without "www."."""
    host = called.casefold().removeprefix("www.")
    if host in known.hosts or host in known.organs:
        return known.hosts.get(host, host)
    words = _plain(called).split()
    tails = (" ".join(words[start:]) for start in range(len(words)))
    return next((name for tail in tails if (name := _by_plain_name(known).get(tail))), "")


@lru_cache(maxsize=8)
def _by_plain_name(known: CreditKnowledge) -> Mapping[str, str]:
    return {_plain(called): name for called, name in known.agencies.items()}


def _plain(name: str) -> str:
    return fold(name).casefold().replace("-", " ").removesuffix("'s").strip()


def _touches(tenure: Tenure, day: str) -> bool:
    try:
        return tenure.during is None or tenure.during.overlaps(Period.parse(day))
    except BadPeriod:  # a date that cannot be read says nothing here
        return False


@cache
def load_credits(lang: str = "en") -> CreditKnowledge:
    """Load what is known about credits in a language.

    Raises:
        BadKnowledge: If a part is missing, an edge is unknown, a name or host stands there twice, or a date is none.
    """
    place = f"credits/{lang}.toml"
    table = load_toml(place)
    try:
        agencies = _once(((name, row["name"]) for row in table["agency"] for name in _names(row)), place)
        hosts = _once(((host, row["name"]) for row in table["agency"] for host in row["hosts"]), place)
        outlet = rf"(?:[A-Z][\w'’.-]*\s){{1,4}}(?:{_either(table['outlet_words'])})"
        names = {"agency": _either(agencies), "outlet": rf"{_either(agencies)}|{outlet}"}
        forms = tuple(form for row in table["form"] for form in _forms(row, names, place))
        sites = _once(((host, host) for row in table["site"] for host in row["hosts"]), place)
        owned = [(row["name"], row) for row in table["agency"] if "organ_of" in row]
        owned += [(host, row) for row in table["site"] for host in row["hosts"]]
        organs = MappingProxyType({name: _tenures(row, place) for name, row in owned})
        if both := sites.keys() & hosts.keys():
            raise BadKnowledge(f"data/{place}", f"“{min(both)}” stands there twice", "keep one")
        return CreditKnowledge(forms, agencies, hosts, frozenset(table["before_names"]), organs)
    except KeyError as error:
        raise BadKnowledge(f"data/{place}", f"lacks {error}", "see the head of the file") from error


def _names(row: Mapping[str, Any]) -> list[str]:
    return [row["name"], *row.get("others", ())]


def _tenures(row: Mapping[str, Any], place: str) -> tuple[Tenure, ...]:
    """Read whose organ an agency or site was: parties, each with the days since and until, where they are known."""
    found = []
    for each in row["organ_of"]:
        text = f"{each.get('since', '..')}/{each.get('until', '..')}"
        try:
            found.append(Tenure(each["party"], Period.parse(text) if text != "../.." else None))
        except BadPeriod as error:
            raise BadKnowledge(f"data/{place}", f"{text} is no time", "write since and until as EDTF") from error
    if not row["why"]:
        raise KeyError("why")
    return tuple(found)


def _once(pairs: Iterable[tuple[str, str]], place: str) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for name, of in pairs:
        if name in found:
            raise BadKnowledge(f"data/{place}", f"“{name}” stands there twice", "keep one")
        found[name] = of
    return MappingProxyType(found)


def _forms(row: Mapping[str, Any], names: Mapping[str, str], place: str) -> list[CreditForm]:
    edge: CreditEdge | None = next((edge for edge in get_args(CreditEdge) if edge == row["edge"]), None)
    if edge is None:
        raise BadKnowledge(f"data/{place}", f"unknown edge “{row['edge']}”", "use copy, cites or saw")
    return [CreditForm(edge, _longest(says), _expression(says, names)) for says in row["says"]]


@cache  # made when a form is first looked for, for with all those names it takes its time
def _compiled(expression: str) -> re.Pattern[str]:
    return re.compile(expression, re.MULTILINE)


def _longest(says: str) -> str:
    return max(re.findall(r"[^\W_]+|©", _NAMES.sub("", says)), key=len, default="")


def _expression(says: str, names: Mapping[str, str]) -> str:
    """Write a form as an expression."""
    words, begins, ends = says.removeprefix("^").removesuffix("$"), says.startswith("^"), says.endswith("$")
    literal, _, rest = _NAMES.sub(r"\n\1\n", words).partition("\n")
    name, _, after = rest.partition("\n")
    named = rf"(?:[Tt]he\s)?(?P<name>{names[name]})(?!\w)" if name else ""
    front = r"^\W*" if begins else r"(?<!\w)"
    return f"{front}{_loosely(literal)}{named}{_loosely(after)}" + (r"(?=\W*$)" if ends else "")


def _loosely(words: str) -> str:
    """Let dashes be any dash, and letters small or capital."""
    parts = (r"\s*[-–—]" if part == "-" else re.escape(part) for part in re.split(r"\s*(-)|\s+", words) if part)
    inside = r"\s+".join(parts)
    before = r"\s*" if words.startswith((" ", "-")) else ""
    after = r"\s*" if words.endswith(" ") else ""
    return f"(?i:{before}{inside}{after})"


def _either(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
