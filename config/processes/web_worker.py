"""A web worker that slow clients cannot stop: a thread is given to a request only when all of it has arrived.

gunicorn's own takes a thread when the first byte is there, so that eight half-sent requests stop a site of eight
threads. Here the loop that accepts connections gathers each request, under limits of time and size.
"""

from __future__ import annotations

import os
import re
import selectors
import socket
import struct
import tempfile
import time
from functools import partial
from typing import IO, Any

from gunicorn.http.unreader import SocketUnreader
from gunicorn.workers.gthread import TConn, ThreadWorker

HEADER_LIMIT = 10.0  # seconds for the lines of a request
BODY_LIMIT = 30.0  # seconds for its body, and
SLOWEST = 10_000  # bytes a second beyond
SEND_LIMIT = 30  # seconds in which a reader must take something of the answer
MOST_HEADER = 65_536  # bytes; within, gunicorn's own limits answer
IN_MEMORY = 65_536  # bytes of a request; a longer one is kept in a file meanwhile
TOGETHER = 1_000_000_000  # bytes of all requests that have not arrived yet, in one process
# bytes of a body that is waited for; a larger one is not read: its header alone is answered, by a refusal
MOST_BODY = {"public": 1_000_000, "desk": 300_000_000}
PIECE = 65_536
END = b"\r\n\r\n"
LENGTH = re.compile(rb"^content-length:[ \t]*(\d{1,15})[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)
CHUNKED = re.compile(rb"^transfer-encoding:", re.IGNORECASE | re.MULTILINE)
EXPECTS = re.compile(rb"^expect:[ \t]*100-continue", re.IGNORECASE | re.MULTILINE)
REFUSAL = b"HTTP/1.1 %s\r\nConnection: close\r\nContent-Type: text/plain\r\nContent-Length: 0\r\n\r\n"


class Arriving:
    """What has come of one request. `wanted` is its size, known once its header is whole."""

    def __init__(self) -> None:
        self.begun = time.monotonic()
        self.data: IO[bytes] = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 - until it is served
        self.header = b""
        self.size = 0
        self.wanted: int | None = None
        self.is_chunked = self.expects_word = False

    def add(self, piece: bytes) -> None:
        """The next bytes, whichever part they belong to."""
        self.data.write(piece)
        self.size += len(piece)
        if self.wanted is None:
            self.header += piece
            self._look_for_end()

    def _look_for_end(self) -> None:
        end = self.header.find(END)
        if end < 0:
            return
        self.header = self.header[: end + len(END)]
        length = LENGTH.search(self.header)
        self.wanted = len(self.header) + (int(length[1]) if length else 0)
        self.is_chunked = bool(CHUNKED.search(self.header))
        self.expects_word = bool(EXPECTS.search(self.header))

    @property
    def whole(self) -> bool:
        """Whether nothing is left to wait for."""
        return self.wanted is not None and self.size >= self.wanted

    @property
    def late(self) -> bool:
        """Whether its time is over."""
        limit = HEADER_LIMIT if self.wanted is None else BODY_LIMIT + self.size / SLOWEST
        return time.monotonic() - self.begun > limit


class Gathered(SocketUnreader):  # type: ignore[misc]
    """Reads from what has arrived first."""

    def __init__(self, sock: socket.socket, arriving: Arriving) -> None:
        super().__init__(sock)
        self.data, self.size = arriving.data, arriving.size
        self.data.seek(0)

    def chunk(self, size_hint: int | None = None) -> bytes:
        """The next piece; the socket's when nothing else is left."""
        piece = self.data.read(max(size_hint or 0, self.mxchunk))
        if not piece:
            self.data.close()
            self.chunk = super().chunk  # type: ignore[method-assign]
            return bytes(self.chunk(size_hint))
        return bytes(piece)

    @property
    def has_more(self) -> bool:
        """Whether the next request has begun to arrive with the last one."""
        if self.buf.getvalue():
            return True
        return not self.data.closed and self.data.tell() < self.size

    def rest(self) -> bytes:
        """What came after the request just served."""
        buffered = bytes(self.take_buffered())
        return buffered if self.data.closed else buffered + self.data.read()


class GatheringWorker(ThreadWorker):  # type: ignore[misc]
    """gthread, with requests gathered before they get a thread."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.arriving: dict[TConn, Arriving] = {}
        self.most_body = MOST_BODY.get(os.environ.get("DOCKET_SITE", ""), MOST_BODY["desk"])

    def enqueue_req(self, conn: TConn) -> None:
        """In place of a thread at once."""
        conn.sock.setblocking(False)
        arriving = self.arriving[conn] = Arriving()
        if conn.parser and isinstance(unreader := conn.parser.unreader, Gathered) and (rest := unreader.rest()):
            arriving.add(rest)
        elif not conn.initialized:
            _limit_waiting(conn.sock)
        self._drop_one_if_full()
        self.poller.register(conn.sock, selectors.EVENT_READ, partial(self._more, conn))
        self._more(conn, conn.sock)

    def finish_request(self, conn: TConn, fs: Any) -> None:
        """A request that came together with the last one does not make the socket readable again."""
        super().finish_request(conn, fs)
        unreader = conn.parser.unreader if conn.parser else None
        if isinstance(unreader, Gathered) and unreader.has_more and conn in self.keepalived_conns:
            self.on_client_socket_readable(conn, conn.sock)

    def _more(self, conn: TConn, sock: socket.socket) -> None:
        """Take what has come, and hand the request over when that was the last of it."""
        arriving = self.arriving[conn]
        if not arriving.whole and not self._took_some(conn, arriving):
            return
        if refusal := self._refusal(arriving):
            self._drop(conn, REFUSAL % refusal)
            return
        if arriving.whole or (arriving.wanted or 0) > self.most_body:
            self._hand_over(conn, arriving)
        elif arriving.expects_word:
            arriving.expects_word = False
            _send(sock, b"HTTP/1.1 100 Continue\r\n\r\n")

    def _refusal(self, arriving: Arriving) -> bytes:
        """The status of what is not waited for: too long, of unknown length, or too much with what others send."""
        if arriving.wanted is None and arriving.size > MOST_HEADER:
            return b"431 Request Header Fields Too Large"
        if arriving.is_chunked:
            return b"411 Length Required"
        if sum(each.size for each in self.arriving.values()) > TOGETHER:
            return b"503 Service Unavailable"
        return b""

    def _took_some(self, conn: TConn, arriving: Arriving) -> bool:
        try:
            piece = conn.sock.recv(PIECE)
        except (BlockingIOError, InterruptedError):
            return False
        except OSError:
            piece = b""
        if piece:
            arriving.add(piece)
        else:
            self._drop(conn)
        return bool(piece)

    def _hand_over(self, conn: TConn, arriving: Arriving) -> None:
        self._forget(conn)
        conn.init()
        conn.parser.unreader = Gathered(conn.sock, arriving)
        super().enqueue_req(conn)

    def _forget(self, conn: TConn) -> None:
        del self.arriving[conn]
        self.poller.unregister(conn.sock)

    def _drop(self, conn: TConn, words: bytes = b"") -> None:
        arriving = self.arriving[conn]
        self._forget(conn)
        arriving.data.close()
        self.nr_conns -= 1
        if words:
            _send(conn.sock, words)
        conn.close()

    def _drop_one_if_full(self) -> None:
        """The oldest gives way, or those who never finish would keep everyone else from being accepted."""
        if len(self.arriving) > self.worker_connections * 3 // 4:
            oldest = next(iter(self.arriving))
            self._drop(oldest)

    def murder_pending(self) -> None:
        """Called about once a second: those whose time is over, and when the worker stops all that are not whole."""
        super().murder_pending()
        for conn, arriving in list(self.arriving.items()):
            if arriving.late and arriving.size:
                self._drop(conn, REFUSAL % b"408 Request Timeout")
            elif arriving.late or not self.alive:
                self._drop(conn)


def _send(sock: socket.socket, words: bytes) -> None:
    try:
        sock.send(words)
    except OSError:
        return


def _limit_waiting(sock: socket.socket) -> None:
    """Whoever takes or sends nothing for so long loses the connection, and the thread is free again."""
    for option in (socket.SO_SNDTIMEO, socket.SO_RCVTIMEO):
        sock.setsockopt(socket.SOL_SOCKET, option, struct.pack("ll", SEND_LIMIT, 0))
