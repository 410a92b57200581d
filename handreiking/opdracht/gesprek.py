"""Questions and answers on a terminal, or on whatever takes its place in a test."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from typing import TextIO


class GestoptError(Exception):
    """There are no more answers."""


@dataclass(frozen=True)
class Gesprek:
    """Somebody who is asked things, and where the questions go."""

    invoer: TextIO = field(default_factory=lambda: sys.stdin)
    uitvoer: TextIO = field(default_factory=lambda: sys.stdout)

    def say(self, text: str = "") -> None:
        """Say something on lines of its own; a letter that a terminal would obey is shown by its number."""
        visible = (c if c.isprintable() or c == "\n" else c.encode("unicode_escape").decode() for c in text)
        print("".join(visible), file=self.uitvoer)

    def ask(self, default: str = "") -> str:
        """Give the next answer without the spaces around it, or the default where it is empty; raises GestoptError."""
        print(f"[{default}] > " if default else "> ", end="", file=self.uitvoer, flush=True)
        try:
            line = self.invoer.readline()
        except UnicodeDecodeError:
            raise GestoptError("het antwoord is geen UTF-8") from None
        if not line:
            self.say()
            raise GestoptError("er komt geen antwoord meer")
        return line.strip() or default

    def confirm(self, question: str) -> bool:
        """Say whether the answer to a question is yes; asks on until it is yes or no."""
        while True:
            self.say(f"{question} (ja of nee)")
            answer = self.ask().casefold()
            if answer in ("j", "ja"):
                return True
            if answer in ("n", "nee", ""):
                return False
            self.say("Antwoord met ja of nee.")
