"""Reference data: the files in `accounts/reference` and `vacancies/reference`, loaded into the tables.

Loading again changes nothing, adds what is new, and never touches a row that a person changed.
"""
