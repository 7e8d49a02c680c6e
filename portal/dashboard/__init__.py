"""The signed-in home of a professional, of an institution and of a moderator.

The one place that reads both apps; it changes nothing.
"""
