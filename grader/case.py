"""A case is data: inputs, the reference's result, and the result that each misconception would give.

Cases are stored as JSON without any code, so a learner's machine needs NumPy only to be examined.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from grader.values import Opaque, Raised

PICTURES = "pictures"  # the tag of cases on pictures
BULKY = (
    PICTURES,
    "large",
)  # tags of cases whose wrong results are kept only where nothing smaller shows the difference
SHORT = 16  # arrays up to this many numbers are stored readably


@dataclass(frozen=True)
class Observation:
    """What calling a function gave: a plain value or Raised, and the positions of the arguments that were changed."""

    got: object
    changed: tuple[int, ...] = ()


@dataclass(frozen=True)
class Case:
    """One call. tag: the kind of case a claim asks for ("ordinary", "single", "extreme", "pictures", …);
    about: the case in a few words; args: positional arguments; spare: further ones for signatures that want more;
    expected: the reference's result; wrong: what each misconception gives, where it differs; extra: e.g. the slope.
    """

    tag: str
    about: str
    args: tuple
    expected: object
    wrong: Mapping[str, Observation] = field(default_factory=dict)
    extra: Mapping[str, object] = field(default_factory=dict)
    spare: tuple = ()


@dataclass(frozen=True)
class CaseSet:
    """The cases of one exercise and the sentence (and hint) of every misconception that occurs in them."""

    cases: tuple[Case, ...]
    misconceptions: Mapping[str, Mapping[str, str]]


def encode(value: object) -> object:
    """A plain value, Raised, Opaque or Observation as JSON data."""
    if isinstance(value, np.ndarray):
        return _encode_array(value)
    if isinstance(value, tuple):
        return {"$": "tuple", "items": [encode(item) for item in value]}
    if isinstance(value, list):
        return [encode(item) for item in value]
    if isinstance(value, dict):
        return {"$": "dict", "items": {key: encode(item) for key, item in value.items()}}
    if isinstance(value, Raised):
        return {"$": "raised", "kind": value.kind, "message": value.message[:80]}
    if isinstance(value, Opaque):
        return {"$": "opaque", "kind": value.kind}
    if isinstance(value, Observation):
        return {"$": "seen", "got": encode(value.got), "changed": list(value.changed)}
    return value


def _encode_array(array: np.ndarray) -> dict:
    head = {"$": "array", "dtype": str(array.dtype), "shape": list(array.shape)}
    if array.size <= SHORT:
        return head | {"data": array.ravel().tolist()}
    if np.all(array == array.flat[0]):
        return head | {"full": array.flat[0].item()}
    if array.dtype == np.float64:
        with np.errstate(all="ignore"):
            grey = np.rint(array * 255)
            if np.all((grey >= 0) & (grey <= 255)) and np.array_equal(grey / 255, array):
                return {"$": "pixels", "shape": list(array.shape), "data": _base64(grey.astype(np.uint8))}
    return head | {"base64": _base64(array.astype(array.dtype.newbyteorder("<")))}


def _base64(array: np.ndarray) -> str:
    return base64.b64encode(np.ascontiguousarray(array).tobytes()).decode("ascii")


def decode(data: object) -> object:
    """The inverse of `encode`."""
    if isinstance(data, list):
        return [decode(item) for item in data]
    if not isinstance(data, dict):
        return data
    kind = data["$"]
    if kind == "tuple":
        return tuple(decode(item) for item in data["items"])
    if kind == "dict":
        return {key: decode(item) for key, item in data["items"].items()}
    if kind == "raised":
        return Raised(data["kind"], data["message"])
    if kind == "opaque":
        return Opaque(data["kind"])
    if kind == "seen":
        return Observation(decode(data["got"]), tuple(data["changed"]))
    if kind == "pixels":
        return np.frombuffer(base64.b64decode(data["data"]), np.uint8).reshape(data["shape"]) / 255
    return _decode_array(data)


def _decode_array(data: dict) -> np.ndarray:
    dtype = np.dtype(data["dtype"])
    if "full" in data:
        return np.full(data["shape"], data["full"], dtype)
    if "base64" in data:
        stored = np.frombuffer(base64.b64decode(data["base64"]), dtype.newbyteorder("<"))
        return stored.astype(dtype).reshape(data["shape"])
    return np.array(data["data"], dtype=dtype).reshape(data["shape"])


def to_json(sets: Mapping[str, CaseSet]) -> str:
    """Case sets by exercise id as JSON text, one case a line."""
    data = {id: {"misconceptions": dict(cases.misconceptions), "cases": [_case_data(case) for case in cases.cases]}
            for id, cases in sets.items()}  # fmt: skip
    lines = []
    for id, entry in data.items():
        cases = ",\n".join(json.dumps(case, ensure_ascii=False) for case in entry["cases"])
        names = json.dumps(entry["misconceptions"], ensure_ascii=False)
        lines.append(f'{json.dumps(id)}: {{"misconceptions": {names}, "cases": [\n{cases}\n]}}')
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _case_data(case: Case) -> dict:
    return {
        "tag": case.tag,
        "about": case.about,
        "args": encode(case.args),
        "expected": encode(case.expected),
        "wrong": {name: encode(seen) for name, seen in case.wrong.items()},
        "extra": encode(dict(case.extra)),
        "spare": encode(case.spare),
    }


def from_json(text: str) -> dict[str, CaseSet]:
    """The inverse of `to_json`."""
    return {id: CaseSet(tuple(_case(case) for case in entry["cases"]), entry["misconceptions"])
            for id, entry in json.loads(text).items()}  # fmt: skip


def _case(data: dict) -> Case:
    return Case(
        tag=data["tag"],
        about=data["about"],
        args=decode(data["args"]),
        expected=decode(data["expected"]),
        wrong={name: decode(seen) for name, seen in data["wrong"].items()},
        extra=decode(data["extra"]),
        spare=decode(data["spare"]),
    )
