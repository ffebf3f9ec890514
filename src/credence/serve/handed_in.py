"""What is handed in to be read, by programs or on a page: one text at a time, so often, and so long."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace

from fastapi import Request

from credence.asking.reading import documents_in, read_all
from credence.fetch import media
from credence.flow import ReadDocument
from credence.model.document import Original
from credence.serve.desk import Desk
from credence.serve.limits import client_of
from credence.serve.problems import Refused, refused_often


def read_original(
    desk: Desk, request: Request, original: Callable[[], Original], where: str | None = None
) -> tuple[ReadDocument, ...]:
    """Read what was handed in, one text at a time, whoever hands it in.

    Args:
        desk: What requests share.
        request: The request, for who hands it in.
        original: Gives it; asked only where that may be.
        where: The address it can be found at again, where it names none itself.

    Raises:
        Refused: If it comes too often, or is too long, or too many wait.
        BadInput: If it cannot be read.
    """
    if wait := desk.texts.take(client_of(request.scope)):
        raise refused_often("texts to be read", wait)
    received = original()
    with desk.reading_alone():
        documents = documents_in(received)
        most = desk.settings.limits.text
        if sum(len(each.text) for each in documents) > most:
            raise Refused(413, "text", f"it is longer than {most} characters", "hand in a part of it")
        return read_all([replace(each, url=each.url or where) for each in documents])


def pasted(text: str, id_: str | None = None, published: str | None = None, publisher: str | None = None) -> Original:
    """Take a text that somebody pasted or sent for an original.

    Args:
        text: The text.
        id_: Id of the document; by default made from the text.
        published: Day of publication, EDTF; None to let the text say.
        publisher: Who published it; None to let the text say.
    """
    content = text.encode("utf-8", "replace")
    name = id_ or f"handed-in-{hashlib.sha256(content).hexdigest()[:12]}"
    return Original(content, name, name, media.TEXT, published, publisher)
