"""Credence: a sourced, dated, bitemporal ledger of diplomatic relations, read from news and official documents."""

__version__ = "0.1.0"
