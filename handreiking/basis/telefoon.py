"""Dutch telephone numbers: as people write them, and as a telephone wants them.

Sources: Nummerplan telefoon- en ISDN-diensten (which numbers there are), E.164 (how they are written for a link).
"""

from __future__ import annotations

import re

# A written number as an editor of the data sees it checked: what it begins with, and what may stand in it.
VORM = r"^(\+31|\(?0|14)[0-9 ()-]+$|^1(12|13|44|16 ?[0-9]{3})$"
_WRITTEN = re.compile(r"[+(]?\d(?:[ ()-]*\d)*", re.ASCII)
_BEFORE = re.compile(r"(?:\+|00)310?|0")
# Without what stands before it: area, mobile, personal and company numbers; free and paid ones; a municipality's 14.
_NATIONAL = re.compile(
    r"[1-57]\d{8}|6[1-58]\d{7}|8[4578]\d{7}|91\d{7}|800\d{4}(?:\d{3})?|90[069]\d{4}(?:\d{3})?|140[1-9]\d{1,2}",
    re.ASCII,
)
# Emergency and help numbers, which are dialled as they are and have no form with a country.
_SHORT = re.compile(r"1(?:12|13|44|16 ?\d{3})", re.ASCII)


def kiesnummer(written: str) -> str | None:
    """Return what a telephone dials for a Dutch number: its E.164 form, or a short number as it is; None for others."""
    return written.replace(" ", "") if _SHORT.fullmatch(written) else e164(written)


def e164(written: str) -> str | None:
    """Return a Dutch number as E.164 has it (`+31101234567` for `010 - 123 45 67`), or None where it is none."""
    bare = re.sub(r"[ ()-]", "", written)
    before = _BEFORE.match(bare)
    if not _WRITTEN.fullmatch(written) or not (before or bare.startswith("14")):
        return None
    national = bare[before.end() :] if before else bare
    return f"+31{national}" if _NATIONAL.fullmatch(national) else None
