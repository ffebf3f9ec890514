"""Serving a ledger over HTTP: an API for programs under ``/api/v1``, pages for people, and what keeps both safe.

Takes: an open ledger, settings, a clock.
Gives: an ASGI application; ``credence serve`` runs it.
Touches: the ledger, the file of tokens beside it, the network.

    app          puts it together           desk         what requests share
    api/         one module a subject       page/        one module a view
    moments      as known when, on which day; every question is pinned to one transaction
    answers      bytes, kept by transaction
    replies      these with their ETag, or 304
    paging       cursors                    problems     errors of ours, as application/problem+json
    access       who may do what            tokens       names, roles, and hashes of secrets
    limits       size, time, how often      security     headers, host names, other sites
    log          a line a request           metrics      figures for Prometheus
"""
