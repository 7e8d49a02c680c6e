"""Courses on the way into class and the grants for them: a dated catalogue for everybody.

It says what fits the reader's own week and distance, and of every fact where it comes from.
"""
