"""Add up the tests of all runs: a failure, a skip or no test at all ends with 1."""

import sys
from pathlib import Path
from xml.etree import ElementTree as ET

failed_stages, files = int(sys.argv[1]), [Path(name) for name in sys.argv[2:]]
suites = [suite for file in files if file.exists() for suite in ET.parse(file).iter("testsuite")]
total = {
    key: sum(int(suite.get(key, 0)) for suite in suites)
    for key in ("tests", "failures", "errors", "skipped")
}
broken = total["failures"] + total["errors"]
passed = total["tests"] - broken - total["skipped"]
if failed_stages:
    print(f"{failed_stages} of the stages above failed")
if total["skipped"]:
    print(f"{total['skipped']} tests were skipped: here every test must run")
bad = bool(broken or failed_stages or total["skipped"] or not passed)
print(f"{passed} passed, {max(broken, int(bad))} failed")
sys.exit(bad)
