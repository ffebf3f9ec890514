"""Which addresses are anybody's, and which are this machine's, its network's or nobody's.

After the registries of special addresses that IANA keeps (RFC 6890 and its successors). What is not plainly public is
refused: an address that another one is written into could lead anywhere.
"""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

_PUBLIC_6 = ip_network("2000::/3")
_SPECIAL_6 = tuple(
    map(
        ip_network,
        (
            "2001::/23",  # protocols, Teredo among them
            "2001:db8::/32",  # documents
            "2002::/16",  # 6to4: holds an IPv4 address
            "3fff::/20",  # documents
        ),
    )
)
_SPECIAL_4 = tuple(
    map(
        ip_network,
        (
            "192.31.196.0/24",  # AS112
            "192.52.193.0/24",  # multicast tunnels
            "192.88.99.0/24",  # relays of 6to4
            "192.175.48.0/24",  # AS112
        ),
    )
)


def is_public(address: str) -> bool:
    """Tell whether an IP address is one that anybody may be asked at.

    Args:
        address: As a resolver gives it; what is no address is not public, nor is one with a zone.
    """
    try:
        found = ip_address(address)
    except ValueError:
        return False
    if isinstance(found, IPv6Address):
        if found.ipv4_mapped is not None:
            return _is_public_4(found.ipv4_mapped)
        special = found.scope_id is not None or any(found in network for network in _SPECIAL_6)
        return found in _PUBLIC_6 and not special and found.is_global
    return _is_public_4(found)


def _is_public_4(address: IPv4Address) -> bool:
    special = address.is_multicast or address.is_reserved or any(address in network for network in _SPECIAL_4)
    return address.is_global and not special
