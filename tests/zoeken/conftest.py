"""The built edition and the Chromium of the tests of the site."""

from __future__ import annotations

from tests.site.conftest import browser, context, edition, edition_build, page, serve

__all__ = ["browser", "context", "edition", "edition_build", "page", "serve"]
