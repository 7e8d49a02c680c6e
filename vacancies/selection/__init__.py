"""How a school works through everybody who said yes: one list, answers, dossiers, opinions.

Nobody waits unseen: what comes next stands on top, and a promised day is kept or told honestly.
"""
