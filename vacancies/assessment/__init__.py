"""What a school judges, sees and signs about one person, and the hours it plans with them.

Every record is this school's own; the papers are drafts to sign outside this site.
"""
