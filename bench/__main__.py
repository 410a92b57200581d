"""Run every benchmark, print what each measured, and write it all to `bench/uitslag.md`: `make bench`.

    python -m bench [naam …] [--snel]

One that fails is told at the end, and gives status 1; the file then stays as it was.
"""

from __future__ import annotations

import argparse
import sys
import traceback
from collections.abc import Callable
from datetime import datetime

from bench import bewaren, bouwen, eerstebeeld, links, pdf, server, zoeken
from bench.meting import Meting
from bench.uitslag import BESTAND, machine, print_meting, render_uitslag

# By name: the whole measurement, and a quick one that says whether it still runs.
METINGEN: dict[str, tuple[Callable[[], Meting], Callable[[], Meting]]] = {
    "bouwen": (bouwen.measure, lambda: bouwen.measure(1, [22])),
    "bewaren": (bewaren.measure, lambda: bewaren.measure(1)),
    "eerstebeeld": (eerstebeeld.measure, lambda: eerstebeeld.measure(rounds=1)),
    "zoeken": (zoeken.measure, lambda: zoeken.measure(sizes=[22])),
    "server": (server.measure, lambda: server.measure(rounds=1, seconds=1)),
    "links": (links.measure, links.measure),
    "pdf": (pdf.measure, lambda: pdf.measure([1], 1)),
}


def main() -> int:
    """Run what was asked for; give 1 where one failed. Only a run in which all went well writes the file."""
    parser = argparse.ArgumentParser(prog="python -m bench", description="Meet alles.")
    parser.add_argument("namen", nargs="*", metavar="naam", help=f"een of meer van {', '.join(METINGEN)}")
    parser.add_argument("--snel", action="store_true", help="één ronde, kleine maten: draait het nog?")
    arguments = parser.parse_args()
    unknown = set(arguments.namen) - set(METINGEN)
    if unknown:
        parser.error(f"onbekend: {', '.join(sorted(unknown))}")
    moment, done, failed = datetime.now().astimezone(), list[Meting](), list[str]()
    for name in arguments.namen or METINGEN:
        whole, quick = METINGEN[name]
        try:
            done.append((quick if arguments.snel else whole)())
            print_meting(done[-1])
        except (Exception, SystemExit):  # noqa: BLE001 - the other measurements do not depend on this one
            traceback.print_exc()
            failed.append(name)
    if not (arguments.namen or arguments.snel or failed):
        BESTAND.write_text(render_uitslag(done, machine(), moment), encoding="utf-8")
    if failed:
        print(f"\nniet gelukt: {', '.join(failed)}")
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main())
