"""The covered working copy: what staff see of a paper. Black boxes burned into a picture, nothing underneath."""

from __future__ import annotations

from opstap.lezen.afdekken.kopie import werkkopie
from opstap.lezen.afdekken.leesbaar import wat_leesbaar_moet_blijven

__all__ = ["wat_leesbaar_moet_blijven", "werkkopie"]
