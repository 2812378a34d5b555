"""`make bench`: every measurement, its table, and all figures in benchmarks/results.json."""

import json
from pathlib import Path

from benchmarks import checks, grading, train

RESULTS = Path(__file__).parent / "results.json"

figures: dict[str, float] = {}
for module in (train, checks, grading):
    measured = module.measure()
    print(module.table(measured), end="\n\n", flush=True)
    figures |= measured
RESULTS.write_text(json.dumps(figures, indent=1), encoding="utf-8")
print(f"All figures: {RESULTS}")
