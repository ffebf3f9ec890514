"""Trees put right where the parser is known to err; ``mended`` does it all, one kind of error a module."""
