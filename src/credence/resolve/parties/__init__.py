"""Who is who: names as of the document's day, persons, offices, descriptions, pronouns; ``mentions`` gives them all."""
