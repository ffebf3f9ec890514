"""Replies: an answer that is made once a transaction, or 304 where the asker has it already."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from fastapi import Request, Response

from credence.serve.answers import has_it
from credence.serve.desk import Desk
from credence.serve.moments import Moment


def reply(  # noqa: PLR0913 - a question, its answer, and how it is sent
    request: Request,
    desk: Desk,
    moment: Moment,
    make: Callable[[], bytes],
    media_type: str,
    more: Mapping[str, str],
) -> Response:
    """Answer with bytes that are the same as long as the moment is.

    Args:
        request: The request.
        desk: What requests share.
        moment: The two times of the question.
        make: Makes the bytes; called only where nobody has asked the same before.
        media_type: What they are.
        more: Headers beside those by which the asker may keep the answer.
    """
    headers = {"ETag": moment.tag, "Cache-Control": "private, no-cache", **more}
    if has_it(request, moment.tag):
        return Response(status_code=304, headers=headers)
    question = f"{request.url.path}?{request.url.query}"
    return Response(desk.answers.give(moment.tag, question, make), headers=headers, media_type=media_type)
