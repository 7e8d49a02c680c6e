"""The law on personal data as a feature: see who looked, take it along, take it back, be forgotten.

Features above register what they keep about a person; a house test finds what nobody classified.
"""
