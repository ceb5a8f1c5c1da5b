"""Addresses on the web that alerts are posted to."""

from urllib.parse import urlsplit


def is_web_address(address: str) -> bool:
    """Whether an address starts with http:// or https://, names a host, and has a port that there is, if any."""
    try:
        parts = urlsplit(address)
        return parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:  # a port that is none, for example
        return False
