#!/bin/sh
# The system's Chromium without two things that a page sees nothing of and that cost more than the page itself: the
# suggestions below the address bar of each new window, and a process kept ready for a next site. Chromium heeds only
# the last list of features to leave out, so they are added to that of Playwright.
for word; do
    case $word in
        --disable-features=*) word=$word,WebUIOmniboxPopup,WebUIOmniboxAimPopup,SpareRendererForSitePerProcess ;;
    esac
    shift
    set -- "$@" "$word"
done
exec chromium "$@"
