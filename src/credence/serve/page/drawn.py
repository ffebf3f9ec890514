"""How pictures of a page look: the styles of map and charts, which stand within a picture that is a file of its own."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from credence.catalog.atlas import load_atlas
from credence.catalog.charts import load_chart_style
from credence.serve.answers import has_it
from credence.serve.build import build

router = APIRouter()


@router.get("/drawn.css")
def drawn(request: Request) -> Response:
    """Give the stylesheet."""
    tag = f'W/"{build()}"'
    headers = {"ETag": tag, "Cache-Control": "public, max-age=3600"}
    if has_it(request, tag):
        return Response(status_code=304, headers=headers)
    return Response(load_atlas().style + load_chart_style(), headers=headers, media_type="text/css")
