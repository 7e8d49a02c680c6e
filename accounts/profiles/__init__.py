"""The professional's own profile: short steps, each saved as it goes, nothing guessed.

What changes here is told to those who match on it, in the same transaction (`hooks.changed`).
"""
