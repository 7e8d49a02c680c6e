"""A moderator's work: reading what schools sent in, deciding, and answering reports.

Nothing is edited here; every decision is an action of posting and reaches the school by mail.
"""
