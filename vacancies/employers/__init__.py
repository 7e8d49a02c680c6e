"""The own employer of a professional: asked by a link without an account, only by that person.

Who agreed to what is kept for each party, so that a typo asks nobody anew.
"""
