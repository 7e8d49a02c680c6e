"""Which legal route into the classroom is open to whom, and what opens the others.

It signposts, with the article and the day of every rule; the board of the school decides.
"""
