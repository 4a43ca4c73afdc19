"""One HTTP exchange with a speech server: bounded in every time and size, and cut off from another thread at once.

No environment variable and no proxy has a say in it, and it goes nowhere but to the server that was named.
"""

from __future__ import annotations

import http.client
import socket
import ssl
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import urljoin, urlsplit

from voice.errors import SynthesisFault, VoiceError
from voice.speech_server.address import host_of, is_usable, same_origin

LARGEST: Final = 64 << 20
"""Bytes of an answer: a quarter of an hour of speech."""

PIECE: Final = 1 << 16
HOPS: Final = 3
REMEDY: Final = "Check the speech server in the settings, or choose her own voice, espeak."
START_IT: Final = "Start the speech server, check its address, or choose her own voice, espeak."


@dataclass(frozen=True, slots=True)
class Deadlines:
    """Seconds: to connect, until the answer begins, between two pieces of it, in all."""

    connect: float = 4.0
    first: float = 20.0
    gap: float = 8.0
    total: float = 40.0


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of a server, in the words of its faults: ``The {server} at …``."""

    server: str = "speech server"
    fault: type[VoiceError] = SynthesisFault
    remedy: str = REMEDY
    start_it: str = START_IT
    stopped: str = "The sentence was stopped."


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back."""

    status: int
    kind: str
    """Content type, lower case, without parameters."""
    body: bytes


class Exchange:
    """One request, in a thread of its own so that even a look-up of a name can be walked away from."""

    def __init__(
        self, method: str, url: str, headers: Mapping[str, str], body: bytes | None, deadlines: Deadlines, largest: int = LARGEST,
        *, asked: Asked = Asked(),
    ) -> None:
        self._method, self._url, self._headers, self._body = method, url, dict(headers), body
        self._deadlines, self._largest, self._asked = deadlines, largest, asked
        self._stirred = threading.Event()
        self._ended = threading.Event()
        self._dropped = False
        self._result: Reply | VoiceError | None = None
        self._socket: socket.socket | None = None

    def run(self) -> Reply:
        """The answer. Raises the fault of `asked`, as a rule `SynthesisFault`; of kind ``cancelled`` after `drop`."""
        if not is_usable(self._url):
            raise self._asked.fault(f"{host_of(self._url) or 'That'} is no address of a server.", self._asked.remedy)
        threading.Thread(target=self._work, name="speech-server", daemon=True).start()
        in_time = self._stirred.wait(self._deadlines.total)
        self._cut()
        if self._dropped:
            raise self._asked.fault(self._asked.stopped, kind="cancelled")
        if not in_time or self._result is None:
            raise self._fault("did not finish its answer in time")
        if isinstance(self._result, VoiceError):
            raise self._result
        return self._result

    def drop(self) -> None:
        """Walk away, from any thread: `run` raises at once."""
        self._dropped = True
        self._stirred.set()

    # --- in the thread

    def _work(self) -> None:
        try:
            self._result = self._followed()
        except VoiceError as fault:
            self._result = fault
        except TimeoutError:
            self._result = self._fault("does not answer", self._asked.start_it)
        except ssl.SSLCertVerificationError as refused:
            self._result = self._fault(f"has no certificate that can be trusted ({refused.verify_message})")
        except ssl.SSLError:
            self._result = self._fault("does not speak HTTPS", "Write its address with http:// if it is on your own network.")
        except ConnectionRefusedError:
            self._result = self._fault("is not running", self._asked.start_it)
        except socket.gaierror:
            self._result = self._fault("is not known on the network", self._asked.start_it)
        except (OSError, http.client.HTTPException, EOFError) as broken:
            self._result = self._fault(f"broke off its answer ({type(broken).__name__})")
        except (ValueError, UnicodeError):
            self._result = self._fault("cannot be asked: its address holds characters that cannot be sent")
        except Exception as mistake:  # noqa: BLE001 - the top of a thread; told without the trace, which would hold her words
            self._result = self._fault(f"cannot be asked ({type(mistake).__name__})")
        finally:
            self._ended.set()
            self._stirred.set()

    def _followed(self) -> Reply:
        url = self._url
        for _ in range(HOPS):
            answer = self._once(url)
            if isinstance(answer, Reply):
                return answer
            if not same_origin(url, answer):
                raise self._asked.fault(
                    f"The {self._asked.server} at {host_of(url)} sends on to {host_of(answer)}.",
                    "If you trust that one, enter its address in the settings.",
                )
            url = answer
        raise self._fault("sends from one address to the next")

    def _once(self, url: str) -> Reply | str:
        """The answer, or where it sends us."""
        parts = urlsplit(url)
        connection = self._connection(url)
        try:
            connection.connect()
            self._socket = connection.sock
            connection.sock.settimeout(self._deadlines.first)
            path = parts.path + (f"?{parts.query}" if parts.query else "")
            connection.request(self._method, path, self._body, self._headers)
            answer = connection.getresponse()
            if answer.status in (301, 302, 303, 307, 308):
                return urljoin(url, answer.headers.get("Location", ""))
            kind = answer.headers.get_content_type() if answer.headers.get("Content-Type") else ""
            return Reply(answer.status, kind.lower(), self._body_of(answer))
        finally:
            connection.close()

    def _connection(self, url: str) -> http.client.HTTPConnection:
        parts = urlsplit(url)
        host = (parts.hostname or "").encode("idna").decode()
        if parts.scheme == "https":
            return http.client.HTTPSConnection(
                host, parts.port, timeout=self._deadlines.connect, context=ssl.create_default_context()
            )
        return http.client.HTTPConnection(host, parts.port, timeout=self._deadlines.connect)

    def _body_of(self, answer: http.client.HTTPResponse) -> bytes:
        """All of it. An endless one, or one that drips, is a fault."""
        pieces: list[bytes] = []
        size, began = 0, time.monotonic()
        if self._socket is not None:
            self._socket.settimeout(self._deadlines.gap)
        while piece := answer.read1(PIECE):
            size += len(piece)
            if size > self._largest or time.monotonic() - began > self._deadlines.total or self._dropped:
                raise self._fault("does not end its answer")
            pieces.append(piece)
        if answer.length:
            raise self._fault("broke off its answer")
        return b"".join(pieces)

    def _cut(self) -> None:
        """End what the thread still does with the network."""
        line = self._socket
        if line is not None and not self._ended.is_set():
            try:
                line.shutdown(socket.SHUT_RDWR)
            except OSError:
                return  # closed in this moment

    def _fault(self, what: str, remedy: str = "") -> VoiceError:
        return self._asked.fault(f"The {self._asked.server} at {host_of(self._url)} {what}.", remedy or self._asked.remedy)
