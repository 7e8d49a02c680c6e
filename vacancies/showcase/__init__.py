"""What everybody sees of the open vacancies: the list, one vacancy, the blocks of the home page.

Stands above search, posting, matching and applications, and joins what they know on one page.
"""
