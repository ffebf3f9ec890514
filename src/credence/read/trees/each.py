"""What is put right at every word, one kind of error after the other: some undo what others would stumble over."""

from __future__ import annotations

from collections.abc import Mapping

from credence.read.trees.apposed import unapposed
from credence.read.trees.complements import recomplemented
from credence.read.trees.cutoff import joined_again
from credence.read.trees.demoted import promoted
from credence.read.trees.foregone import foregone
from credence.read.trees.gathered import gathered
from credence.read.trees.headed import headed
from credence.read.trees.interposed import uninterposed
from credence.read.trees.inverted import turned
from credence.read.trees.labelled import labelled
from credence.read.trees.misplaced import placed
from credence.read.trees.mistaken import mistaken
from credence.read.trees.officers import officered
from credence.read.trees.openings import opened
from credence.read.trees.particles import unparticled
from credence.read.trees.recast import recast
from credence.read.trees.relinked import relinked
from credence.read.trees.rowed import rowed
from credence.read.trees.strayed import unstrayed
from credence.read.trees.styles import restyled
from credence.read.trees.tailed import retailed
from credence.read.trees.tight import untied
from credence.read.trees.twofold import parted
from credence.read.trees.verbless import verbed
from credence.read.words.tree import Token


def put_right(token: Token, governors: Mapping[str, str]) -> None:
    """Put right what hangs wrong at a word.

    Args:
        token: The word.
        governors: What words do to a clause under them, by folded lemma.
    """
    officered(token)
    promoted(token)
    verbed(token)
    gathered(token)
    relinked(token, governors)
    opened(token)
    restyled(token)
    untied(token)
    parted(token)
    retailed(token)
    mistaken(token)
    recast(token)
    unstrayed(token, governors)
    unparticled(token)
    unapposed(token)
    uninterposed(token)
    joined_again(token)
    recomplemented(token)
    placed(token)
    headed(token)
    turned(token)
    rowed(token)
    labelled(token)
    foregone(token)
