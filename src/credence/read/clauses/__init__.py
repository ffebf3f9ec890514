"""Plain predicate–argument clauses out of a tree: who does what to whom, also where an earlier clause says it."""
