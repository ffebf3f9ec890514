"""The ledger on a SQL database: tables, what is written, what is derived, and how both are asked."""
