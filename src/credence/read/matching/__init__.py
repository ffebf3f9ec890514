"""Patterns against clauses: ``find`` gives the sightings of a parsed sentence."""
