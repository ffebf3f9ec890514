"""Pages: one module a view, each with a router of its own and a template of its name; ``routes`` puts them together.

Takes: a request with both times in its address.
Gives: HTML that is whole without scripts; scripts and styles come from ``static`` alone.

A view asks ``asking``, puts what it shows into a frozen dataclass, and hands that to ``PageQuestion.show``. In a
template, ``frame`` has the two times, ``frame.to(path, name=value)`` gives an address that carries them on, and
everything is escaped: documents are hostile.
"""
