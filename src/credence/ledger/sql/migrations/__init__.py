"""Steps from the tables of older ledgers to those of today, run by Alembic when such a ledger is opened.

One file a step under ``versions``, never changed once it was released. Steps are about what was recorded; derived
tables are made anew after them (``upgrading.py``).
"""
