"""The words of the trades and the map: competences, domains and places, found while typing.

A name is found with or without accents, by part of a word and by the other words people use.
"""
