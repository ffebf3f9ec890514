"""The types everything is made of: frozen, inert, explained field by field."""
