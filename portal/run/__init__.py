"""`make run`: the whole site on one machine, under one supervisor that leaves nothing behind.

Imports no Django beyond `portal.env`: the supervisor stays small.
"""
