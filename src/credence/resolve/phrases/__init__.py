"""What phrases hold: a mission, an envoy, a list, a sum, each with whose and where."""
