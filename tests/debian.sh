#!/bin/sh
# Make sure that the programs of Debian that the tests start are there, installed where that is allowed:
# a Chromium to read the site with, the two servers that server/ has a configuration for, and for the checker of HTML
# a Java to run it and npm to install it. What is named after it (wrk, npm: for the benchmarks) is looked for and
# installed instead.
set -eu
missing=
for name in "$@"; do
    command -v "$name" >/dev/null 2>&1 || missing="$missing $name"
done
if [ $# = 0 ]; then
    command -v chromium >/dev/null 2>&1 || missing="$missing chromium"
    [ -x /usr/sbin/nginx ] || command -v nginx >/dev/null 2>&1 || missing="$missing nginx-light"
    command -v caddy >/dev/null 2>&1 || missing="$missing caddy"
    command -v java >/dev/null 2>&1 || missing="$missing default-jre-headless"
    command -v npm >/dev/null 2>&1 || missing="$missing npm"
fi
if [ -z "$missing" ]; then
    exit 0
fi
if command -v apt-get >/dev/null 2>&1; then
    if [ "$(id -u)" = 0 ]; then
        as_root=
    elif sudo -n true 2>/dev/null; then
        as_root=sudo
    else
        as_root=no
    fi
    if [ "$as_root" != no ]; then
        $as_root apt-get update -qq
        # shellcheck disable=SC2086 - a list of names
        $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
        exit 0
    fi
fi
echo "De tests hebben nog iets nodig: installeer het met  sudo apt-get install$missing  en start ze opnieuw." >&2
exit 1
