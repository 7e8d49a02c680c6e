"""Anybody looks for an open vacancy by words, place, week and terms.

The index follows every change of a vacancy in the same transaction; only open ones are in it.
"""
