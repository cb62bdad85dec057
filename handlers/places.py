"""Where a shared location lies."""

from __future__ import annotations


def zone_at(latitude: float, longitude: float) -> str | None:
    """The IANA zone of a point on earth; None at sea or where nobody agreed on one."""
    from tzfpy import get_tz  # here, since its map takes memory that most users never need

    zone = str(get_tz(longitude, latitude))
    return zone if "/" in zone and not zone.startswith("Etc/") else None
