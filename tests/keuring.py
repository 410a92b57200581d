"""What check-jsonschema, a validator that is not ours, says of files; in this process, so that none has to start."""

from __future__ import annotations

import json
from typing import Any


def check_jsonschema(*arguments: str) -> dict[str, Any]:
    """Run the command as from a shell, and return its report.

    It is imported where it is used: its rules for addresses are built at each import, for seconds.
    """
    from check_jsonschema import main  # type: ignore[import-untyped]  # noqa: PLC0415
    from click.testing import CliRunner  # noqa: PLC0415

    run = CliRunner().invoke(main, ["-o", "json", *arguments])
    report: dict[str, Any] = json.loads(run.stdout)
    assert run.exit_code == (report["status"] != "ok"), run.output
    return report
