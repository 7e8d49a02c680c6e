"""Who fits which vacancy, why and why not: one tuple of criteria answers everywhere.

The only writer of facts and matches; a person is told of a match once, and people decide.
"""
