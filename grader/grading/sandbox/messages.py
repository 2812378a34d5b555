"""Messages between a sandbox and its outside: a length, then JSON. Arrays travel as bytes. Nothing is ever unpickled."""

from __future__ import annotations

import base64
import json
import math
import socket
import struct
import time
from dataclasses import asdict, fields

import numpy as np

from grader.judging.plain import Opaque, Raised
from grader.judging.values import NUMBERS

LARGEST = 16 * 2**20  # bytes of one message
DTYPES = {np.dtype(code).str for code in np.typecodes["All"] if np.dtype(code).kind in NUMBERS}
_HEAD = struct.Struct(">I")


class Closed(Exception):
    """The other side has ended."""


class Late(Exception):
    """Nothing came in time."""


def send(sock: socket.socket, message: object) -> None:
    """Send one message. Closed: nobody listens any more."""
    data = json.dumps(message).encode()
    try:
        sock.sendall(_HEAD.pack(len(data)) + data)
    except OSError as error:
        raise Closed(str(error)) from error


def receive(sock: socket.socket, deadline: float | None = None) -> object:
    """The next message. deadline: on time.monotonic's clock. Late, Closed; ValueError: not a message."""
    (size,) = _HEAD.unpack(_exactly(sock, _HEAD.size, deadline))
    if size > LARGEST:
        raise ValueError(f"a message of {size} bytes; {LARGEST} is the limit")
    return json.loads(_exactly(sock, size, deadline))


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


def pack(value: object) -> object:
    """A plain value (see grader.judging.plain.plain) as JSON data."""
    if isinstance(value, np.ndarray):
        body = base64.b64encode(value.tobytes()).decode("ascii")
        return {"$": "array", "dtype": value.dtype.str, "shape": value.shape, "base64": body}
    if isinstance(value, tuple):
        return {"$": "tuple", "items": [pack(item) for item in value]}
    if isinstance(value, list):
        return [pack(item) for item in value]
    if isinstance(value, dict):
        return {"$": "dict", "items": [[key, pack(item)] for key, item in value.items()]}
    if isinstance(value, Raised):
        return {"$": "raised", **asdict(value)}
    if isinstance(value, Opaque):
        return {"$": "opaque", "kind": value.kind}
    return value


def unpack(data: object) -> object:
    """The inverse of `pack`, for data from a process that is not trusted. What is not well made becomes Opaque.

    How large, deep and long the parts are is for `grader.grading.gate` to bound.
    """
    try:
        return _unpack(data)
    except (KeyError, TypeError, ValueError, OverflowError, RecursionError):
        return Opaque("unreadable value")


def _unpack(data: object) -> object:
    if isinstance(data, list):
        return [_unpack(item) for item in data]
    if not isinstance(data, dict):
        return data
    kind = data["$"]
    if kind == "array":
        return _array(data)
    if kind == "tuple":
        return tuple(_unpack(item) for item in data["items"])
    if kind == "dict":
        return {key: _unpack(item) for key, item in data["items"]}
    if kind == "raised":
        return _raised(data)
    return Opaque(data["kind"])


def _raised(data: dict) -> Raised:
    seen = tuple((name, what) for name, what in data["seen"])
    return Raised(**{field.name: data[field.name] for field in fields(Raised)} | {"seen": seen, "near": tuple(data["near"])})


def _array(data: dict) -> np.ndarray:
    dtype, shape = data["dtype"], data["shape"]
    if dtype not in DTYPES or not all(type(length) is int and length >= 0 for length in shape):
        raise ValueError("not an array of numbers")
    body = base64.b64decode(data["base64"], validate=True)
    if len(body) != np.dtype(dtype).itemsize * math.prod(shape):
        raise ValueError("an array of another size")
    return np.frombuffer(body, dtype).reshape(shape)
