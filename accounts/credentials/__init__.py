"""The papers of a professional: kept, shown to a school that may see them, and renewed in time.

A VOG is dates only; a file is private and never served without asking who wants it.
"""
