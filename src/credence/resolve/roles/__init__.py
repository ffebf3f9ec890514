"""Roles filled: from a sighting to claims; ``claims`` builds them."""
