"""Whether a clause is said to be so, and in which mood."""
