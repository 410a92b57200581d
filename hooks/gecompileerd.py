"""The templates, compiled once: most of what a small build would do is compile the same templates again."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import jinja2
from jinja2 import FileSystemBytecodeCache
from jinja2.bccache import Bucket


class Compiled(FileSystemBytecodeCache):
    """The templates as Python keeps modules: compiled in a folder, and compiled anew where they changed.

    How a filter is called is compiled too, so they also are where `filters`, the text of the module that defines
    them, changed. Where nothing can be kept there, every build compiles them.
    """

    def __init__(self, folder: Path, filters: str) -> None:
        with suppress(OSError):
            folder.mkdir(exist_ok=True)
        super().__init__(str(folder))
        self.filters = jinja2.__version__ + filters

    def get_cache_key(self, name: str, filename: str | None = None) -> str:  # noqa: ARG002 - its place does not matter
        """Give one key to a template wherever the folder lies; its checksum says whether it is still the same."""
        return super().get_cache_key(name)

    def get_source_checksum(self, source: str) -> str:
        """Give a text that changes when a template or a filter does."""
        return super().get_source_checksum(self.filters + source)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template; that it cannot be kept is no reason to fail."""
        with suppress(OSError):
            super().dump_bytecode(bucket)
