"""A small first step together: a day-part along, a guest lesson, a talk.

Promises: only days on which the school works are suggested, both sides always see the same state,
and what was agreed, moved or cancelled reaches the calendars of both.
"""
