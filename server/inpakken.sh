#!/bin/sh
# Zet naast elk tekstbestand van een gebouwde site een ingepakte kopie (.gz), zodat de server niet bij elke lezer hoeft
# in te pakken. Dezelfde site geeft dezelfde bytes. Gebruik: sh server/inpakken.sh site
set -eu
find "${1:?geef de map van de site}" -type f -size +1 \
    \( -name '*.html' -o -name '*.css' -o -name '*.js' -o -name '*.json' -o -name '*.jsonld' -o -name '*.csv' \
    -o -name '*.xml' -o -name '*.svg' -o -name '*.txt' \) \
    -exec gzip -9 -n -k -f {} +
