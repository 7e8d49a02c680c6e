"""Institutions and their colleagues: who may act for a school, and where it teaches.

An address at the school's own mail domain joins at once; all others wait for an owner or admin.
"""
