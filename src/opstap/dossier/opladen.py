"""Files on their way in: each goes straight into the store while the form is still being read.

Before a byte is stored it is known who sends it and that the form is ours (sign-in and CSRF token stand before the
files). What no form took over leaves the store when the request ends, however it ends. What is above the limit, or
finds no room, leaves at once and is read past, so that its sentence comes: a browser that is cut off while it sends
shows its own error page instead of ours, and the other files in the same form would be lost.
"""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler
from django.http import HttpRequest, QueryDict
from django.http.multipartparser import MultiPartParser
from django.middleware.csrf import CsrfViewMiddleware
from django.utils.datastructures import MultiValueDict

from opstap.kern import geheim
from opstap.kern.opslag import Opgeslagen, OpslagFout, Schrijver, TeGroot

SAMEN = 5
UITERSTE = 20


class Aangekomen(UploadedFile):
    """A file that lies in the store already. Who registers it says `houd()`; else it goes when the request ends."""

    def __init__(self, name: str, content_type: str, opgeslagen: Opgeslagen) -> None:
        super().__init__(None, name, content_type, opgeslagen.grootte)
        self.opgeslagen = opgeslagen
        self._blijft = False

    def houd(self) -> None:
        """It is being registered: from now on only the clean-up, which looks at the rows, may remove it."""
        self._blijft = True

    def weg(self) -> None:
        """Nothing refers to it: it goes now."""
        self._blijft = True
        geheim.opslag().verwijder(self.opgeslagen.sleutel)

    def close(self) -> None:
        if not self._blijft:
            self.weg()


class NietBewaard(UploadedFile):
    """Stands for a file of which nothing was kept, and the key of the sentence that says why."""

    def __init__(self, name: str, size: int, content_type: str, reden: str) -> None:
        super().__init__(None, name, content_type, size)
        self.reden = reden

    def close(self) -> None:
        """There is nothing to close."""


class Opladen(FileUploadHandler):
    """Stores files as they come, at most `BESTAND_MAX_BYTES` each and five times that in one form."""

    chunk_size = 256 * 1024  # what the parser reads at once

    def __init__(self, request: HttpRequest | None = None) -> None:
        super().__init__(request)
        self.samen = 0
        self.reden = ""
        self._parser: _Ontleder | None = None
        self._mag: bool | None = None
        self._schrijver: Schrijver | None = None

    def handle_raw_input(
        self,
        input_data: Any,
        META: dict[str, Any],  # noqa: N803  the name Django calls it by
        content_length: int,
        boundary: Any,
        encoding: Any = None,
    ) -> tuple[Any, MultiValueDict[str, UploadedFile]] | None:
        """Parse with Django's own parser, whose fields so far are then known at each file. Nobody sends too much by
        mistake: that is refused before a byte is read. Raises RequestDataTooBig.
        """
        if self._parser is not None:
            return None
        if content_length > UITERSTE * settings.BESTAND_MAX_BYTES:
            raise RequestDataTooBig("more than any form of ours can hold")
        self._parser = _Ontleder(META, input_data, [self], encoding)
        try:
            return self._parser.parse()
        finally:
            self._stop()

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        if self._mag is None:
            self._mag = self._is_ours()
        self.reden = "" if self._mag else "bestand.opnieuw"
        if self._mag:
            self._guarded(self._begin)

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        if self.reden:
            return
        self.samen += len(raw_data)
        if self.samen > SAMEN * settings.BESTAND_MAX_BYTES:
            self._refuse("bestand.te_groot")
        else:
            self._guarded(self._write, raw_data)
        if self.reden:
            self.samen -= start + len(raw_data)

    def file_complete(self, file_size: int) -> UploadedFile | None:
        name, kind = self.file_name or "bestand", self.content_type or ""
        kept = None if self.reden else self._guarded(self._klaar)
        return NietBewaard(name, file_size, kind, self.reden) if kept is None else Aangekomen(name, kind, kept)

    def _begin(self) -> None:
        self._schrijver = geheim.opslag().begin(settings.BESTAND_MAX_BYTES)

    def _write(self, raw_data: bytes) -> None:
        assert self._schrijver is not None
        self._schrijver.write(raw_data)

    def _klaar(self) -> Opgeslagen:
        assert self._schrijver is not None
        return self._schrijver.klaar()

    def _guarded(self, work: Any, *args: Any) -> Any:
        """Do it; what the store refuses is remembered for this file and the form goes on."""
        try:
            return work(*args)
        except TeGroot:
            return self._refuse("bestand.te_groot")
        except OpslagFout:
            return self._refuse("bestand.geen_ruimte")

    def _refuse(self, reden: str) -> None:
        self.reden = reden
        self._stop()

    def _stop(self) -> None:
        if self._schrijver is not None:
            self._schrijver.weg()
            self._schrijver = None

    def _is_ours(self) -> bool:
        """Who sends it is signed in, and the form carries our token before its files."""
        user = getattr(self.request, "user", None)
        if self.request is None or user is None or not user.is_authenticated or self._parser is None:
            return False
        return _Token(_no_view).refusal(self.request, self._parser.velden) is None


class _Ontleder(MultiPartParser):
    """Django's parser; tells which fields came so far."""

    _post: QueryDict

    @property
    def velden(self) -> QueryDict:
        return self._post


class _Token(CsrfViewMiddleware):
    """Django's own judgement of the token, over the fields that came so far."""

    def refusal(self, request: HttpRequest, fields: QueryDict) -> str | None:
        early = HttpRequest()
        early.method, early.META, early.COOKIES = request.method, dict(request.META), request.COOKIES
        early.POST = fields  # type: ignore[assignment]
        early._get_scheme = request._get_scheme  # type: ignore[attr-defined]  # http or https, as the server saw it
        early._dont_enforce_csrf_checks = getattr(request, "_dont_enforce_csrf_checks", False)  # type: ignore[attr-defined]
        self.process_request(early)
        return self.process_view(early, _no_view, (), {})  # type: ignore[return-value]  # what _reject gives

    def _reject(self, request: HttpRequest, reason: str) -> Any:
        return reason


def _no_view(request: HttpRequest) -> Any:
    raise AssertionError("never called")
