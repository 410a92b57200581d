"""Every link and anchor of the edition, by LinkChecker."""

from __future__ import annotations

import pytest

from handreiking.links.sitecheck import check_site
from tests.site.conftest import ROOT, Site

pytestmark = pytest.mark.site


def test_every_link_of_the_edition_works(edition: Site) -> None:
    """No problem on any page, and every page that was built was looked at."""
    verslag = check_site(edition.folder, ROOT)
    assert verslag.problems == ()
    assert verslag.paginas == len(edition.pages()) > 20
    assert verslag.adressen > verslag.paginas
