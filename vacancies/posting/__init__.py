"""HR writes, previews, submits, copies, pauses, extends and closes a vacancy.

The only writer of vacancies; who matches or indexes them listens to `hooks.changed`.
"""
