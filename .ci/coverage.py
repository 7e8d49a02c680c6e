"""Hold the suite to 95 % of the lines and 90 % of the branches."""

import json
import sys
from pathlib import Path

LINES, BRANCHES = 95, 90
totals = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))["summary"]
lines = 100 * totals["covered_lines"] / (totals["covered_lines"] + totals["missing_lines"])
branches = (
    100 * totals["covered_branches"] / (totals["covered_branches"] + totals["missing_branches"])
)
print(f"covered: {lines:.1f} % of the lines, {branches:.1f} % of the branches")
sys.exit(lines < LINES or branches < BRANCHES)
