"""Runs of tokens that are said, without the cue that makes them so."""

from __future__ import annotations

from collections.abc import Sequence

from credence.catalog.voices import Voices
from credence.read.words.tree import Token

Run = tuple[Token, Token]  # first and last token
VERBAL = frozenset({"VERB", "AUX"})


def clause_of(token: Token) -> Token:
    """Give the verb of the clause a token stands in, itself not counted; the root where there is none."""
    head = token.head
    while head.pos_ not in VERBAL and head.head != head:
        head = head.head
    while head.dep_ in {"aux", "auxpass"}:
        head = head.head
    return head


def runs(cue: Token, root: Token, knowledge: Voices, speakers: Sequence[Token] = ()) -> tuple[Run, ...]:
    """Give the unbroken runs of tokens under ``root`` that are said, without what belongs to the cue."""
    inside = {t.i for t in root.subtree}
    inside -= _frame(cue, root)
    inside -= {t.i for speaker in speakers if root not in speaker.subtree for t in speaker.subtree}
    runs: list[list[Token]] = []
    for token in root.doc:
        if token.i not in inside:
            if not token.is_punct and runs and runs[-1]:
                runs.append([])
        elif runs:
            runs[-1].append(token)
        else:
            runs.append([token])
    trimmed = (trim(_until_end(_after_break(run, cue), cue, knowledge)) for run in runs)
    return tuple((run[0], run[-1]) for run in trimmed if run)


def _frame(cue: Token, root: Token) -> set[int]:
    """Tokens of the cue itself: an interposed clause, a source phrase, an adverb, or a passive "is said"."""
    if cue == root:  # the passive: its subject and its infinitive are what is said
        said = {t.i for c in cue.children if c.dep_ in {"nsubjpass", "xcomp"} for t in c.subtree}
        return {t.i for t in cue.subtree} - said
    if root in cue.subtree:
        return set()
    return {t.i for t in cue.subtree}


def _after_break(run: list[Token], cue: Token) -> list[Token]:
    """Leave out what a semicolon sets apart from the cue: "The embassy closed in May; a minister said that …"."""
    if not run or run[-1].i > cue.i:
        return run
    breaks = [token.i for token in run[0].doc[run[0].i : cue.i] if token.text == ";"]
    return [token for token in run if not breaks or token.i > breaks[-1]]


def _until_end(run: list[Token], cue: Token, knowledge: Voices) -> list[Token]:
    """Leave out what the writer holds against it: ", despite …"."""
    if not run or run[0].i < cue.i:
        return run
    for place, token in enumerate(run[1:], start=1):
        if token.lower_ in knowledge.ends and run[place - 1].text == ",":
            return run[:place]
    return run


def trim(run: list[Token]) -> list[Token]:
    """Leave out marks at both ends, and "that", "whether" or "and" at the beginning."""
    while run and (run[0].is_punct or run[0].text.isspace() or _opens(run[0])):
        run = run[1:]
    while run and (run[-1].is_punct or run[-1].text.isspace()):
        run = run[:-1]
    return run


def _opens(token: Token) -> bool:
    return token.dep_ in {"mark", "cc"} and token.lower_ in {"that", "whether", "if", "and", "but"}
