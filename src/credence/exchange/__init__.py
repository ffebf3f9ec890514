"""Exchange: claims in the forms other programs read and write, one module a form.

Takes: claims; or lines that another program wrote.
Gives: lines to print; or claims.
Touches: nothing; opening files is left to the edges.
"""
