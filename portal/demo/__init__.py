"""The demo: invented people and vacancies at real schools, made through the real actions.

Seeding is all or nothing, happens once, and never in production.
"""
