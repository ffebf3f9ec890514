"""Which day: dates in words, worked out to EDTF, and which of them dates a predicate; ``dating`` decides."""
