"""The API: one module a subject, each with a router of its own; ``routes`` puts them together."""
