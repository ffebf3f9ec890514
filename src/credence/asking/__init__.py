"""Asking a ledger, for whoever asks: the command line, and programs and people over HTTP.

Takes: an open ledger, and what is asked for in names that people use.
Gives: findings, differences, counts and steps of the ladder, as known when they are asked for; records decisions.
Touches: the ledger it is handed; never the clock.
"""
