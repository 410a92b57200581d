"""A copy of the small handreiking, the built edition and the Chromium of the tests of the site."""

from __future__ import annotations

from tests.conftest import iconen, werkmap
from tests.site.conftest import browser, context, edition, edition_build, klein, page, serve

__all__ = ["browser", "context", "edition", "edition_build", "iconen", "klein", "page", "serve", "werkmap"]
