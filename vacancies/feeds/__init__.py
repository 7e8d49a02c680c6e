"""Open vacancies for machines: Atom feeds for readers, a sitemap for search engines.

Both show what the site shows to everybody, and nothing else.
"""
