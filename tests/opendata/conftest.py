"""The copies of the small handreiking that the tests of the domain and of the site change."""

from __future__ import annotations

from tests.site.conftest import klein

__all__ = ["klein"]
