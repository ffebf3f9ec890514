"""Noun phrases of a tree: what hangs on a noun, whose it is, what stands for it, how many there are."""
