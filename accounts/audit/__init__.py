"""The memory of the house: every action records itself, in its own transaction.

Codes and numbers only; a timeline of any row can be read back.
"""
