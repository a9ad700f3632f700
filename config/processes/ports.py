"""Whether a site can listen somewhere, and why not."""

import errno
import socket

IN_USE = "in use by another program"


def why_not(host: str, port: int) -> str:
    """A sentence with the remedy; empty when it can. Example: Port 80 may be opened by root only: …"""
    if not 0 <= port < 65536:
        return f"PORT={port}: say a number from 1 to 65534; the desk takes the next one."
    try:
        family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
        with socket.socket(family) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except socket.gaierror:
        return f"HOST={host} is not known: say an address of this machine, or a name that has one."
    except OSError as error:
        return _words(host, port, error)
    return ""


def _words(host: str, port: int, error: OSError) -> str:
    if error.errno == errno.EACCES:
        return (
            f"Port {port} may be opened by root only: choose one above 1023 with `make run PORT=8000`, and let a proxy "
            "take the other."
        )
    if error.errno == errno.EADDRINUSE:
        return f"Port {port} is {IN_USE}: choose with `make run PORT=9000`."
    if error.errno == errno.EADDRNOTAVAIL:
        return f"HOST={host} is no address of this machine: say one that is, or 0.0.0.0 for all."
    return f"Port {port} on {host} cannot be opened: {error.strerror}."
