"""Which words may date a clause, how far its words reach, and what of it is told as done, or as news."""
