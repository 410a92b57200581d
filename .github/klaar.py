"""Whether every job that this one waits for succeeded: 0, else 1. Reads the jobs as JSON from UITKOMSTEN."""

from __future__ import annotations

import json
import os
import sys


def main(environment: dict[str, str]) -> int:
    """Give 0 where there is a job and each succeeded; a job that was skipped did not look at anything."""
    jobs = json.loads(environment["UITKOMSTEN"])
    for name, job in sorted(jobs.items()):
        print(f"{name}: {job['result']}")
    return int(not jobs or any(job["result"] != "success" for job in jobs.values()))


if __name__ == "__main__":
    sys.exit(main(dict(os.environ)))
