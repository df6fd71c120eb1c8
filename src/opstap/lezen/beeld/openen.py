"""Decode pictures: upright as displayed (EXIF), within a pixel limit, never with their metadata."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from opstap.lezen.fouten import LeesFout
from opstap.lezen.noten import ZINNEN

Beeld = NDArray[Any]
MAX_PIXELS = 120_000_000
MAX_LANGE_ZIJDE = 4200
MAX_BLADEN = 200

STUK = ZINNEN["foto_beschadigd"]
TE_GROOT = ZINNEN["foto_te_groot"]


def open_beelden(inhoud: bytes) -> Iterator[Beeld]:
    """The pictures in one file (a TIFF may hold several) as RGB, upright as displayed, longest side at most 4200
    pixels.

    Raises LeesFout (beschadigd, te_groot).
    """
    from PIL import Image, ImageSequence

    _know_heic()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(inhoud)) as picture:
                for number, frame in enumerate(ImageSequence.Iterator(picture)):
                    if number >= MAX_BLADEN or (number and picture.format not in ("TIFF", "MPO")):
                        break
                    if number and picture.format == "MPO":
                        break
                    yield _as_rgb(frame)
    except LeesFout:
        raise
    except Exception as error:  # a decoder may fail in any way on a bad file
        raise LeesFout("beschadigd", STUK) from error


def _know_heic() -> None:
    try:
        import pi_heif
    except ImportError:
        return
    pi_heif.register_heif_opener()


def _as_rgb(frame: Any) -> Beeld:
    from PIL import Image, ImageOps

    if frame.width * frame.height > MAX_PIXELS:
        raise LeesFout("te_groot", TE_GROOT)
    if frame.format == "JPEG" and max(frame.size) > MAX_LANGE_ZIJDE:
        frame.draft("RGB", (MAX_LANGE_ZIJDE, MAX_LANGE_ZIJDE))
    frame = _kleiner(frame)
    upright = ImageOps.exif_transpose(frame) or frame
    if upright.mode in ("RGBA", "LA", "PA") or "transparency" in upright.info:
        white = Image.new("RGBA", upright.size, "white")
        upright = Image.alpha_composite(white, upright.convert("RGBA"))
    elif upright.mode.startswith("I;16") or upright.mode in ("I", "F"):
        upright = _stretch(upright)
    upright = upright.convert("RGB")
    longest = max(upright.size)
    if longest > MAX_LANGE_ZIJDE:
        scale = MAX_LANGE_ZIJDE / longest
        size = (max(1, round(upright.width * scale)), max(1, round(upright.height * scale)))
        upright = upright.resize(size, Image.Resampling.LANCZOS)
    return np.asarray(upright, dtype=np.uint8)


def _kleiner(frame: Any) -> Any:
    """A very large picture brought down by whole steps before anything else is done with it: that saves memory."""
    factor = max(frame.size) // MAX_LANGE_ZIJDE
    if factor < 2 or frame.mode not in ("L", "LA", "RGB", "RGBA", "CMYK"):
        return frame
    from PIL import Image

    turned = frame.getexif().get(0x0112, 1)
    small = frame.reduce(factor)
    exif = Image.Exif()
    exif[0x0112] = turned
    small.info["exif"] = exif.tobytes()
    return small


def _stretch(deep: Any) -> Any:
    """Pictures with more than eight bits a channel, brought back to eight."""
    from PIL import Image

    values = np.asarray(deep, dtype=np.float64)
    top = float(values.max()) or 1.0
    return Image.fromarray((values / top * 255).clip(0, 255).astype(np.uint8))
