"""The server as it runs: it answers while others write, and stops when the answers begun are given."""

from __future__ import annotations

import json
import signal
import sqlite3
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

from credence.ledger import open_ledger
from process import PATIENCE, beside, running
from served import more, record

API = "/api/v1"


def test_answers_begun_are_given_before_it_stops(own: str, tmp_path: Path) -> None:
    with running(own, tmp_path / "log") as (client, process), ThreadPoolExecutor() as threads:
        text = {"text": "Chad accepted a Taliban envoy on 3 August 2025."}
        answer = threads.submit(client.post, f"{API}/check", json=text)  # the parser is being loaded: it takes a while
        time.sleep(0.3)
        process.send_signal(signal.SIGTERM)
        assert answer.result().status_code in (200, 503)  # on a machine that does much else, the answer that it is late
        assert answer.result().json()
        assert process.wait(60) == -signal.SIGTERM
        first, *lines = (tmp_path / "log").read_text(encoding="utf-8").splitlines()
        assert first.startswith("credence: serving ")
        assert "Traceback" not in "".join(lines)
        assert all(json.loads(line)["level"] in ("info", "warning") for line in lines)


def test_what_others_record_shows_by_itself(own: str) -> None:
    with beside(own) as client:
        with open_ledger(own) as other:
            record(other, more("new"))
        until = time.monotonic() + PATIENCE
        while client.get(f"{API}/findings").json()["known"] < 5:
            assert time.monotonic() < until
            time.sleep(0.1)
        assert len(client.get(f"{API}/findings", params={"party": "td"}).json()["items"]) == 1


def test_readers_do_not_wait_for_a_writer(own: str) -> None:
    with beside(own) as client, closing(sqlite3.connect(own, isolation_level=None)) as writer:
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("UPDATE meta SET schema = schema")
        for path in (
            "findings",
            "search?q=envoy",
            "ladder?party=taliban&on=2025-08-01",
            "documents/envoys",
            "diff?since=1",
        ):
            assert client.get(f"{API}/{path}").status_code == 200  # who waits for a writer gets 503 in the end
        assert client.get("/health").status_code == 200
        writer.execute("ROLLBACK")
