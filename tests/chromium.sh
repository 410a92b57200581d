#!/bin/sh
# Make sure there is a Chromium for the browser tests: the system's own, installed where that is allowed.
set -eu
if command -v chromium >/dev/null 2>&1; then
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
        $as_root apt-get update -qq && DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq chromium >/dev/null
        exit 0
    fi
fi
echo "De tests hebben Chromium nodig: installeer het met  sudo apt-get install chromium  en start ze opnieuw." >&2
exit 1
