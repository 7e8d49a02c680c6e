"""What may break in mid-run, broken on purpose: real processes, a real mail server, real kills.

`python -m bench.faults` runs every fault against every database and prints one row for each.
`bench/README.md` explains.
"""
