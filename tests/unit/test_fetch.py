"""Fetching: what files, folders and standard input give, and what they say when they give nothing."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import pytest

from credence import fetch
from credence.errors import Unreadable
from credence.fetch import media
from credence.model.document import Original
from credence.model.sighting import PassedOver


def names(fetched: list[fetch.Fetched]) -> list[str]:
    return [item.name for item in fetched if isinstance(item, Original)]


def reasons(fetched: list[fetch.Fetched]) -> dict[str, str]:
    return {item.doc: item.reason for item in fetched if isinstance(item, PassedOver)}


def troubles(fetched: list[fetch.Fetched]) -> list[str]:
    return [str(item) for item in fetched if isinstance(item, Unreadable)]


def test_a_file_is_called_by_its_name_without_the_ending_and_keeps_what_the_caller_vouches_for(tmp_path: Path) -> None:
    path = tmp_path / "quay.talks.txt"
    path.write_bytes(b"Talks went on.\r\n")
    assert list(fetch.originals([str(path)], published="2024-09-20", publisher="The Quay Post")) == [
        Original(b"Talks went on.\r\n", str(path), "quay.talks", "text/plain", "2024-09-20", "The Quay Post")
    ]


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("a.TXT", "text/plain"),
        ("a.md", "text/plain"),
        ("a.htm", "text/html"),
        ("a.xhtml", "text/html"),
        ("a.pdf", "application/pdf"),
        ("a.ndjson", "application/jsonl"),
    ],
)
def test_an_ending_tells_the_media_type(name: str, media_type: str) -> None:
    assert media.by_ending(Path(name)) == media_type


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        (b"%PDF-1.7\n\xff", "application/pdf"),
        (b'\n\xef\xbb\xbf{"text": "x"}', "text/plain"),
        (b'\xef\xbb\xbf\n {"text": "Talks."}\nbroken', "application/jsonl"),
        (b'{"title": "no words"}\n', "text/plain"),
        (b'{"text": ' + b"[" * 100_000, "text/plain"),
        (b"<!-- saved --><!DOCTYPE html><p>Talks.", "text/html"),
        (b"<?xml version='1.0'?>\n<HTML>", "text/html"),
        (b"< 5 envoys came.", "text/plain"),
        (b"", "text/plain"),
        (b"<!-- x -->" * 400 + b"Talks.", "text/plain"),
    ],
)
def test_content_tells_the_media_type_where_no_ending_does(content: bytes, media_type: str) -> None:
    assert media.by_content(content) == media_type


def test_a_file_that_is_named_is_read_whatever_its_ending(tmp_path: Path) -> None:
    (tmp_path / "page").write_bytes(b"<html><body>Talks.</body></html>")
    (only,) = fetch.originals([str(tmp_path / "page")])
    assert isinstance(only, Original)
    assert only.media_type == "text/html"


def test_a_folder_is_read_in_order_and_says_what_it_passes_over(tmp_path: Path) -> None:
    for name in (
        "b.txt",
        "a.html",
        "2024/b.txt",
        "2024/05/c.txt",
        ".hidden.txt",
        ".git/d.txt",
        "sheet.xlsx",
        "Makefile",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Talks went on.")
    fetched = list(fetch.originals([str(tmp_path)]))
    assert names(fetched) == ["a", "b", "2024/b", "2024/05/c"]
    assert reasons(fetched) == {
        str(tmp_path / ".hidden.txt"): "hidden",
        str(tmp_path / ".git"): "hidden",
        str(tmp_path / "sheet.xlsx"): "ending not known: .xlsx",
        str(tmp_path / "Makefile"): "ending not known: none",
    }


def test_a_loop_of_links_ends(tmp_path: Path) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    (inner / "a.txt").write_text("Talks went on.")
    (inner / "back").symlink_to(tmp_path, target_is_directory=True)
    (inner / "self.txt").symlink_to(inner / "self.txt")
    fetched = list(fetch.originals([str(tmp_path)]))
    assert names(fetched) == ["inner/a"]
    assert reasons(fetched) == {str(inner / "back"): "folder met before"}
    assert "self.txt: it cannot be opened: " in troubles(fetched)[0]


def test_bad_items_are_told_with_their_remedy_and_the_others_are_read(tmp_path: Path) -> None:
    good, empty, bare = tmp_path / "good.txt", tmp_path / "empty.txt", tmp_path / "bare"
    good.write_text("Talks went on.")
    empty.touch()
    bare.mkdir()
    (bare / "picture.png").write_bytes(b"\x89PNG")
    missing = str(tmp_path / "missing.txt")
    fetched = list(fetch.originals([missing, str(empty), str(bare), "", "a\0b", "-", str(good)]))
    assert names(fetched) == ["good"]
    assert troubles(fetched) == [
        f"{missing}: there is no such file or folder (check the path and the current folder)",
        f"{empty}: it is empty (leave it out, or fetch it again)",
        f"{bare}: it holds no file that can be read (files are known by ending: {' '.join(media.ENDINGS)})",
        "a path: it is empty (name a file or folder; '.' is the current one)",
        "a\0b: it cannot be opened: embedded null byte (check that it is a file or folder you can open)",
        "standard input: there is none (name a file, or pipe text into the command)",
    ]


def test_what_may_not_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("Talks went on.")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    (only,) = troubles(list(fetch.originals([str(tmp_path / "a.txt")])))
    assert "reading it is not permitted (change its permissions" in only


def test_a_folder_that_may_not_be_listed_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: str) -> None:
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr(os, "scandir", refuse)
    (only,) = troubles(list(fetch.originals([str(tmp_path)])))
    assert only.startswith(f"{tmp_path}: reading it is not permitted")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_things_in_a_folder_that_are_no_files_are_passed_over(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")  # opening it would wait for ever
    (tmp_path / "a.txt").write_text("Talks went on.")
    fetched = list(fetch.originals([str(tmp_path)]))
    assert names(fetched) == ["a"]
    assert reasons(fetched) == {str(tmp_path / "pipe.txt"): "not a file"}


@pytest.mark.skipif(sys.platform != "linux", reason="this system has no such names")
def test_names_that_are_not_utf_8_can_still_be_printed(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text("Talks went on.")
    (only,) = fetch.originals([str(tmp_path)])
    assert isinstance(only, Original)
    assert (only.name, only.address.encode()[-12:]) == ("caf\\xe9", b"/caf\\xe9.txt")


def test_an_item_may_fill_the_bound_and_no_more(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"x" * 11)
    assert names(list(fetch.originals([str(path)], bound=11))) == ["a"]
    assert troubles(list(fetch.originals([str(path)], bound=10))) == [
        f"{path}: it is larger than 10 bytes (split it into smaller files)"
    ]
    stream = io.BytesIO(b"x" * (2**20 + 1))
    assert troubles(list(fetch.originals(["-"], stdin=stream, bound=2**20))) == [
        "standard input: it is larger than 1 MiB (split it into smaller files)"
    ]


def test_standard_input_is_known_by_its_content() -> None:
    (only,) = fetch.originals(["-"], stdin=io.BytesIO(b'{"text": "Talks."}'), publisher="The Quay Post")
    assert only == Original(b'{"text": "Talks."}', "-", "stdin", "application/jsonl", None, "The Quay Post")


def test_standard_input_that_is_empty_or_closed_is_told() -> None:
    closed = io.BytesIO()
    closed.close()
    assert "standard input: it is empty" in troubles(list(fetch.originals(["-"], stdin=io.BytesIO())))[0]
    assert "standard input: it cannot be read" in troubles(list(fetch.originals(["-"], stdin=closed)))[0]
