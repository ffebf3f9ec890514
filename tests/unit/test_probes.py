"""The bench of probes: it makes what its data says, and a probe can fail."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from credence.catalog.kinds import load_kinds
from probing import load_axes, read, right

AXES = load_axes()
PLAIN = [probe for probe in AXES["frames"] if probe.pattern == "{S} {past} {O} on Monday."]


def test_the_plainest_sentence_is_made_of_every_kind() -> None:
    assert {probe.kind for probe in PLAIN} == set(load_kinds())


def test_no_axis_asks_for_the_same_twice() -> None:
    for name, probes in AXES.items():
        often = Counter((probe.says, probe.kind, str(probe.roles), probe.polarity, probe.voice) for probe in probes)
        assert [probe for probe, count in often.items() if count > 1] == [], name


@pytest.mark.parametrize("kind", ["mission.close", "envoy.expel", "recognition.grant", "ties.sever"])
def test_a_probe_is_right_only_if_all_of_it_is(kind: str) -> None:
    probe = next(probe for probe in PLAIN if probe.kind == kind)
    claims = read(probe).claims
    assert right(probe, claims)
    assert not right(probe, ())
    assert not right(replace(probe, polarity="denied"), claims)
    assert not right(replace(probe, moods=("planned",)), claims)
    assert not right(replace(probe, voice="Vega"), claims)
    assert not right(replace(probe, never=True), claims)
    assert not right(replace(probe, roles=dict.fromkeys(probe.roles, "ke")), claims)
