"""When somebody can: the week grid of free day-parts, the hours and the period.

A saved week is told to those who match on it, in the same transaction (`hooks.changed`).
"""
