"""Files on their way in: what is above the limit leaves the disk at once and is read past, so that its sentence comes.

The rest of the form is still read: a browser that is cut off while it sends shows its own error page instead of ours,
and the other files in the same form would be lost.
"""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import TemporaryFileUploadHandler
from django.utils.datastructures import MultiValueDict

SAMEN = 5
UITERSTE = 20


class TeGrootBestand(UploadedFile):
    """Stands for a file that was above the limit: its name and how many bytes came, none of them kept."""

    def __init__(self, name: str, size: int, content_type: str) -> None:
        super().__init__(None, name, content_type, size)


class Opladen(TemporaryFileUploadHandler):
    """Writes files beside the store as they come, at most `BESTAND_MAX_BYTES` each and five times that in one form."""

    def __init__(self, request: Any = None) -> None:
        super().__init__(request)
        self.samen = 0
        self.is_te_groot = False

    def handle_raw_input(
        self,
        input_data: Any,
        META: dict[str, Any],  # noqa: N803  the name Django calls it by
        content_length: int,
        boundary: Any,
        encoding: Any = None,
    ) -> tuple[Any, MultiValueDict[str, UploadedFile]] | None:
        """Nobody sends this much by mistake: refused before a byte is read. Raises RequestDataTooBig."""
        if content_length > UITERSTE * settings.BESTAND_MAX_BYTES:
            raise RequestDataTooBig("more than any form of ours can hold")
        return None

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.is_te_groot = False

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        if self.is_te_groot:
            return
        self.samen += len(raw_data)
        limit = settings.BESTAND_MAX_BYTES
        if start + len(raw_data) > limit or self.samen > SAMEN * limit:
            self.is_te_groot = True
            self.samen -= start + len(raw_data)
            self.file.close()  # a temporary file goes when it is closed
        else:
            super().receive_data_chunk(raw_data, start)

    def file_complete(self, file_size: int) -> UploadedFile | None:
        if self.is_te_groot:
            return TeGrootBestand(self.file_name or "bestand", file_size, self.content_type or "")
        return super().file_complete(file_size)
