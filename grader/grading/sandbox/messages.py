"""Messages between a sandbox and its outside: two lengths, JSON, and the bytes of its arrays. Nothing is ever unpickled."""

from __future__ import annotations

import json
import math
import socket
import struct
import time
from dataclasses import asdict, fields

import numpy as np

from grader.judging.codec import decode, encode
from grader.judging.plain import Opaque, Raised
from grader.judging.values import NUMBERS

LARGEST = 16 * 2**20  # bytes of one message
DTYPES = {np.dtype(code).str for code in np.typecodes["All"] if np.dtype(code).kind in NUMBERS}
_HEAD = struct.Struct(">II")
UNREADABLE = Opaque("unreadable value")
_BYTES = "$bytes"  # stands in the JSON for an array: its type and shape. Its bytes come after the JSON, in the same order


class Closed(Exception):
    """The other side has ended."""


class Late(Exception):
    """Nothing came in time."""


def send(sock: socket.socket, message: object) -> None:
    """Send one message: JSON data, in which arrays may stand. Closed: nobody listens any more."""
    try:
        sock.sendall(b"".join(written(message)))
    except OSError as error:
        raise Closed(str(error)) from error


def receive(sock: socket.socket, deadline: float | None = None) -> object:
    """The next message. deadline: on time.monotonic's clock. Late, Closed; ValueError: not a message."""
    sizes = _HEAD.unpack(_exactly(sock, _HEAD.size, deadline))
    if sum(sizes) > LARGEST:
        raise ValueError(f"a message of {sum(sizes)} bytes; {LARGEST} is the limit")
    text, beside = (_exactly(sock, size, deadline) for size in sizes)
    return read(text, beside)


def _exactly(sock: socket.socket, size: int, deadline: float | None) -> bytes:
    data = bytearray()
    while len(data) < size:
        left = None if deadline is None else deadline - time.monotonic()
        if left is not None and left <= 0:
            raise Late
        sock.settimeout(left)
        try:
            piece = sock.recv(min(size - len(data), 2**20))
        except TimeoutError as error:
            raise Late from error
        except OSError as error:
            raise Closed(str(error)) from error
        if not piece:
            raise Closed("the connection ended")
        data += piece
    return bytes(data)


def written(message: object) -> tuple[bytes, bytes, bytes]:
    """A message as it travels: the two lengths, the JSON, and the bytes of its arrays."""
    arrays: list[bytes] = []

    def aside(array: np.ndarray) -> dict:
        arrays.append(array.tobytes())
        return {_BYTES: [array.dtype.str, array.shape]}

    text = json.dumps(message, default=aside).encode()
    beside = b"".join(arrays)
    return _HEAD.pack(len(text), len(beside)), text, beside


def read(text: bytes, beside: bytes) -> object:
    """The inverse of `written`. ValueError: not JSON. What is said to be an array and is none becomes Opaque.

    Each array starts where the one before it ends: no byte counts twice, so a message is never larger than it was sent.
    """
    left = memoryview(beside)

    def array(data: dict) -> object:
        nonlocal left
        if _BYTES not in data:
            return data
        try:
            found = _array(*data[_BYTES], left)
        except (TypeError, ValueError, OverflowError):
            return UNREADABLE
        left = left[found.nbytes :]
        return found

    return json.loads(text, object_hook=array)


def _array(dtype: str, shape: list, data: memoryview) -> np.ndarray:
    if dtype not in DTYPES or not all(type(length) is int and length >= 0 for length in shape):
        raise ValueError("not an array of numbers")
    return np.frombuffer(data, dtype, math.prod(shape)).reshape(shape).copy()


def pack(value: object) -> object:
    """A plain value (see grader.judging.plain.plain) as what `send` takes."""
    return encode(value, _whole)


def _whole(value: np.ndarray | Raised) -> object:
    return {"$raised": asdict(value)} if isinstance(value, Raised) else value


def unpack(data: object) -> object:
    """The inverse of `pack`, for data from a process that is not trusted. What is not well made becomes Opaque.

    How large, deep and long the parts are is for `grader.grading.gate` to bound.
    """
    try:
        return decode(data, _raised)
    except (AttributeError, KeyError, IndexError, TypeError, ValueError, OverflowError, RecursionError):
        return UNREADABLE


def _raised(tag: str, data: dict) -> Raised:
    if tag != "$raised":
        raise ValueError(f"no value is called {tag}")
    seen = tuple((name, what) for name, what in data["seen"])
    return Raised(**{field.name: data[field.name] for field in fields(Raised)} | {"seen": seen, "near": tuple(data["near"])})
