"""Money and parts of a course within a trajectory: what can be asked until when, and what is done.

Promises that nobody loses a grant because a last day passed unseen.
"""
