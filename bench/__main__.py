"""Run every benchmark, print what each measured, and write it all to `bench/uitslag.md`: `make bench`.

    python -m bench [naam …] [--snel]

One that fails is told at the end, and gives status 1; the file then stays as it was.
"""

from __future__ import annotations

import argparse
import sys
import traceback
from datetime import datetime

from bench import bewaren, bouwen, eerstebeeld, links, pdf, server, zoeken
from bench.meting import ROOT, Doel, Tabel, machine, render_doelen, render_tabellen, render_uitslag

METINGEN = {
    "bouwen": ("Bouwen", bouwen.measure),
    "bewaren": ("Bewaren", bewaren.measure),
    "eerstebeeld": ("Eerste beeld", eerstebeeld.measure),
    "zoeken": ("Zoeken", zoeken.measure),
    "server": ("Server", server.measure),
    "links": ("Links", links.measure),
    "pdf": ("Pdf", pdf.measure),
}


def main() -> int:
    """Run what was asked for; return 1 where one failed. Only a run in which all went well writes the file."""
    parser = argparse.ArgumentParser(prog="python -m bench", description="Meet alles.")
    parser.add_argument("namen", nargs="*", metavar="naam", help=f"een of meer van {', '.join(METINGEN)}")
    parser.add_argument("--snel", action="store_true", help="één ronde, kleine maten: draait het nog?")
    arguments = parser.parse_args()
    if unknown := set(arguments.namen) - set(METINGEN):
        parser.error(f"onbekend: {', '.join(sorted(unknown))}")
    moment, done, failed = datetime.now().astimezone(), dict[str, list[Tabel | Doel]](), list[str]()
    for name in arguments.namen or METINGEN:
        titel, measure = METINGEN[name]
        try:
            done[titel] = list(measure(snel=arguments.snel))
            print(render_tabellen(titel, done[titel]), render_doelen(done[titel]), sep="\n", flush=True)
        except (Exception, SystemExit):  # noqa: BLE001 - the other measurements do not depend on this one
            traceback.print_exc()
            failed.append(name)
    if failed:
        print(f"niet gelukt: {', '.join(failed)}")
    elif not (arguments.namen or arguments.snel):
        (ROOT / "bench" / "uitslag.md").write_text(render_uitslag(done, machine(), moment), encoding="utf-8")
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main())
