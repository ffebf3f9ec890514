"""Who a phrase means, in short texts of our own."""

from __future__ import annotations

import re

import pytest

from credence.catalog.lexicon import load_lexicon
from credence.catalog.parties import load_parties
from credence.model.document import Document, Span
from credence.model.sighting import Form, Phrase, Reading
from credence.resolve.parties.mentions import Mentions

_PRONOUNS = {"it", "its", "they", "their", "them", "he", "his", "she", "her", "we", "our", "both"}
_DETERMINERS = {"the", "this", "both", "no", "any", "every", "all", "these"}


def sentences(text: str) -> tuple[Span, ...]:
    return tuple(Span(m.start(), m.end()) for m in re.finditer(r"[^.\n]+\.?", text) if m[0].strip())


def phrase_at(text: str, start: int, end: int, links: tuple[tuple[str, Phrase], ...] = ()) -> Phrase:
    """Make a phrase whose head is its last word, or its last words if they are capitalised."""
    words = text[start:end]
    first = words.split()[0].lower()
    determiner = first if first in _DETERMINERS and " " in words else ""
    head = re.search(r"(?:[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*|[\w-]+)$", re.split(r" (?:of|in|from) ", words)[0])
    assert head is not None
    lemma = head[0].lower()
    form: Form = "pronoun" if words.lower() in _PRONOUNS else "name" if head[0][0].isupper() else "noun"
    singular = re.sub(r"ies$", "y", lemma) if lemma.endswith("ies") else re.sub(r"(?<!s)s$", "", lemma)
    lemma = lemma if form != "noun" else singular
    return Phrase(
        Span(start, end), Span(start + head.start(), start + head.end()), words, lemma, form, determiner, links
    )


def meant(text: str, *, published: str = "2024-09-20", publisher: str | None = None) -> tuple[str, ...]:
    """Give the parties that the words in [brackets] mean; subjects stand before a {verb} in braces.

    A link is written inside the brackets as <relation:words>.
    """
    marked = re.search(r"\[([^\]]*)\]", text)
    assert marked is not None
    inner = re.sub(r"<\w+:([^>]*)>", r"\1", marked[1])
    plain = text[: marked.start()] + inner + text[marked.end() :]
    subjects = []
    while (verb := re.search(r"\{(.*?)\}", plain)) is not None:
        begin = max(plain.rfind(mark, 0, verb.start()) for mark in (".", ",", "\n", "that ")) + 1
        begin += len(plain[begin : verb.start()]) - len(plain[begin : verb.start()].lstrip())
        subjects.append(Span(begin, verb.start() - 1))
        plain = plain[: verb.start()] + verb[1] + plain[verb.end() :]
    start = plain.find(inner, marked.start() - 2 * text[: marked.start()].count("{"))
    links = []
    for link in re.finditer(r"<(\w+):([^>]*)>", marked[1]):
        at = plain.find(link[2], start)
        links.append((link[1], phrase_at(plain, at, at + len(link[2]))))
    document = Document(id="x", text=plain, published=published, publisher=publisher)
    reading = Reading(document, sentences(plain), (), (), tuple(subjects))
    mentions = Mentions(reading, load_parties(), load_lexicon())
    return mentions.parties_of(phrase_at(plain, start, start + len(inner), tuple(links)))


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("[Kabul] {named} a consul.", ("taliban",)),
        ("[The Afghan Taliban] {sent} him.", ("taliban",)),
        ("[Türkiye] {agreed}.", ("tr",)),
        ("[Brussels] {agreed}.", ("eu",)),
        ("[Turkey Foreign Ministry] {agreed}.", ("tr",)),
        ("[Afghan Post] {agreed}.", ()),
        ("Then [Muttaqi] {left}.", ("taliban",)),
    ],
)
def test_names(text: str, parties: tuple[str, ...]) -> None:
    assert meant(text) == parties


def test_a_name_means_what_it_meant_on_the_day() -> None:
    assert meant("[Damascus] {agreed}.", published="2023-05-01") == ("sy-assad",)
    assert meant("[Damascus] {agreed}.", published="2025-05-01") == ("sy-interim",)


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Peru's foreign minister, Ana Rojas, {spoke}. Later [Rojas] {left}.", ("pe",)),
        ("Ana Rojas, the foreign minister of Peru, {spoke}. Later [Rojas] {left}.", ("pe",)),
        ("Chadian Prime Minister Adam Moussa {spoke}. [He] {left}.", ("td",)),
        ("Chile's president, Luis Soto, {spoke}. It was [his] wish.", ("cl",)),
        ("Former Chilean president Luis Soto {spoke}. Then [Soto] {left}.", ()),
        ("Peru {accused} Prime Minister Adam Moussa. Then [Moussa] {left}.", ()),
    ],
)
def test_persons_speak_for_those_whose_title_they_bear(text: str, parties: tuple[str, ...]) -> None:
    assert meant(text) == parties


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("[officials in <in:Brussels>] {agreed}.", ("eu",)),
        ("[the ministers of <of:Chad> and <of:Mali>] {agreed}.", ("td", "ml")),
        ("[diplomats in <in:Cairo>] {agreed}.", ()),
        ("Fiji's foreign ministry {spoke}. Malta listened. [the ministry] {agreed}.", ("fj",)),
        ("Malta's foreign minister {spoke}. [the <mod:finance> minister] {agreed}.", ()),
    ],
)
def test_organs_are_their_owners(text: str, parties: tuple[str, ...]) -> None:
    assert meant(text) == parties


def test_in_an_official_paper_the_government_is_the_publishers() -> None:
    text = "On Monday [the Government] {took} note."
    assert meant(text, publisher="Ministry of Foreign Affairs of Malta") == ("mt",)
    assert meant(text, publisher="Malta Today Weekly") == ()


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Ghana {met} Hamas. Then [the group] {left}.", ("hamas",)),
        ("Ghana and Chile {met}. Then [the West African nation] {left}.", ("gh",)),
        ("Cuba and Chile {met}. Then [the island] {left}.", ("cu",)),
        ("Oman {met} Bolivia. Then [the Gulf state] {left}.", ("om",)),
        ("Bolivia {met} the Taliban. Then [the authorities] {left}.", ("taliban",)),
        ("Bolivia {met} Peru. Then [the island] {left}.", ()),
        ("Hamas {met} Peru. Then [women's group] {left}.", ()),
    ],
)
def test_descriptions_mean_what_they_fit(text: str, parties: tuple[str, ...]) -> None:
    assert meant(text) == parties


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Peru {told} Chile. Then [it] {left}.", ("pe",)),
        ("Peru {said} that Chile {closed} [its] embassy.", ("cl",)),
        ("Peru, which {said} [it] {left}.", ("pe",)),
        ("After [it] {shut} the post, Chad {left}.", ("td",)),
        ("Peru {met} Hamas. Then [they] {left}.", ("hamas",)),
        ("Peru and Chile {met}. Then [they] {left}.", ("pe", "cl")),
        ("Two workers {met} Hamas. Then [they] {left}.", ()),
        ("France {spoke}. It {left}. Then [it] {came}.", ("fr",)),
    ],
)
def test_pronouns_mean_subjects_first(text: str, parties: tuple[str, ...]) -> None:
    assert meant(text) == parties


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Peru and Chile {met}. Then [both] {left}.", ("pe", "cl")),
        ("Peru {met} Chile. Then [the two <num:two> countries] {left}.", ("cl", "pe")),
        ("Fiji, Malta and Peru {met}. Then [the three] {left}.", ("fj", "mt", "pe")),
        ("Peru and Chile {met}. Then [the latter] {left}.", ("cl",)),
        ("Peru {spoke}. Then [both] {left}.", ()),
        ("Fiji and Malta at odds. Peru {met} Chile. Fiji {left} Malta. Then [both] {came}.", ("fj", "mt")),
    ],
)
def test_sets_are_those_named_together(text: str, parties: tuple[str, ...]) -> None:
    assert meant(text) == parties


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("[no country] {left}.", ("*",)),
        ("[any government] {left}.", ("*",)),
        ("[no <mod:Arab> country] {left}.", ("*",)),
        ("[other countries] {left}.", ()),
        ("[the rest of the world] {left}.", ("*",)),
        ("The Security Council {met}. [the Provisional Ruling Council] {left}.", ()),
    ],
)
def test_no_state_is_everybody(text: str, parties: tuple[str, ...]) -> None:
    assert meant(text) == parties


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("In Myanmar all is quiet. [The junta] {left}.", ("mm-sac",)),
        ("In Peru all is quiet. [The junta] {left}.", ("pe",)),
        ("Peru {spoke}. [the foreign <mod:foreign> ministry] {agreed}.", ("pe",)),
        ("The African Union {spoke}. Then [the Union] {left}.", ("african-union",)),
        ("[the three <num:three> Baltic <mod:Baltic> states] {left}.", ("ee", "lt", "lv")),
        ("[147 <num:147> UN <mod:UN> states] {left}.", ()),
        ("[Barack Obama] {came} to Lima.", ("us",)),
        ("Former president [Barack Obama] {came} to Lima.", ()),
    ],
)
def test_descriptions_and_names_without_a_party(text: str, parties: tuple[str, ...]) -> None:
    assert meant(text) == parties


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            "Peru's president Ana Rojas and Chile's president Luis Soto {met}. Then [the presidents] {left}.",
            ("pe", "cl"),
        ),
        ("Peruvian President Ana Rojas and Chilean President Luis Soto {met}. Then [they] {left}.", ("pe", "cl")),
        ("Peru and Chile {met}. The two countries {agreed}. Bolivia was told what [they] {want}.", ("pe", "cl")),
        ("Malian officials {spoke}. Then [they] {left}.", ("ml",)),
        ("Mali {spoke}. Then [they] {left}.", ()),
    ],
)
def test_words_for_several_mean_those_who_act_together(text: str, parties: tuple[str, ...]) -> None:
    assert meant(text) == parties


@pytest.mark.parametrize(
    ("text", "publisher", "parties"),
    [
        ("Joint Statement of Peru and Chad\nThen [we] {left}.", None, ("pe", "td")),
        ("Joint Statement on Mali by Peru and Chad\nThen [the Parties] {left}.", None, ("pe", "td")),
        (
            "Joint Communiqué on the Visit of the Premier of Fiji to Malta\n[the Heads of State] {left}.",
            None,
            ("fj", "mt"),
        ),
        ("Ministerial Statement\nThen [we] {left}.", "Governments of Peru, Chad and Mali", ("pe", "td", "ml")),
        ("Joint Statement on Peru and Chad\nThen [we] {left}.", None, ()),
        ("Peru and Chad issue a statement\nThen [we] {left}.", None, ()),
        ("Statement of the Ministry on ties of Peru and Chad\nThen [we] {left}.", None, ()),
    ],
)
def test_a_joint_paper_speaks_for_all_who_sign(text: str, publisher: str | None, parties: tuple[str, ...]) -> None:
    assert meant(text, publisher=publisher) == parties


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Prince Adam Moussa, Chad's intelligence chief, {spoke}. Then [the prince] {left}.", ("td",)),
        ("Peru's envoy Ana Rojas {wrote} to Chadian Prime Minister Adam Moussa. [She] {left}.", ("pe",)),
        ("Peruvian envoy Ana Rojas, Chadian President Adam Moussa and others {met}. Then [Rojas] {left}.", ("pe",)),
        ("Peru {spoke}. Then [the exiled Saudi] {left}.", ()),
        ("Peru {spoke}. Then [the Chinese] {left}.", ("cn",)),
        ("In 2024 [Ashraf Ghani] {left}.", ("af-republic",)),
        ("Then [Sirajuddin Haqqani] {left}.", ("taliban",)),
        ("Peru {met} the Taliban. Then [the turbaned militia] {left}.", ("taliban",)),
    ],
)
def test_persons_are_told_from_parties(text: str, parties: tuple[str, ...]) -> None:
    assert meant(text) == parties
