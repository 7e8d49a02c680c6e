"""From an offer to standing in class: the offer, its answer, the start check, the start, the end.

Hours of a placement are its planned blocks, so that the hours guard of `assessment` counts them.
"""
