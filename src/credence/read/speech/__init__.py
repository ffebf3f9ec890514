"""Who says what in a document: cues, quotation marks, turns of a transcript, headlines."""
