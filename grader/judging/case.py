"""A case is data: inputs, the reference's result, and the result that each misconception would give.

Cases are stored as JSON without any code, so a learner's machine needs NumPy only to be examined.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from grader.judging.plain import Opaque, Raised

PICTURES = "pictures"  # the tag of cases on pictures
CERTAIN = "certain"  # the tag of cases with probabilities of exactly 0 and 1: no claim is about them, a remark is
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
    expected: the reference's result; extra: e.g. the slope, or the reference's own training;
    wrong: for each misconception that differs here, what it gives, or None where that is not kept.
    """

    tag: str
    about: str
    args: tuple
    expected: object
    wrong: Mapping[str, Observation | None] = field(default_factory=dict)
    extra: Mapping[str, object] = field(default_factory=dict)
    spare: tuple = ()


@dataclass(frozen=True)
class CaseSet:
    """The cases of one exercise, and for every misconception its sentence and what has to stand in the source, or may not.

    signature: how the function is called, "propagate(w, b, X, Y)".
    """

    cases: tuple[Case, ...]
    misconceptions: Mapping[str, Mapping[str, object]]
    signature: str = ""


def encode(value: object) -> object:
    """A plain value, Raised or Opaque as JSON data. Of an exception only what tells it from another is kept."""
    if isinstance(value, np.ndarray):
        return _encode_array(value)
    if isinstance(value, tuple):
        return {"$": "tuple", "items": [encode(item) for item in value]}
    if isinstance(value, list):
        return [encode(item) for item in value]
    if isinstance(value, dict):
        return {"$": "dict", "items": {key: encode(item) for key, item in value.items()}}
    if isinstance(value, Raised):
        return {"$": "raised", "kind": value.kind, "place": value.place}
    if isinstance(value, Opaque):
        return {"$": "opaque", "kind": value.kind}
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


def encode_beside(value: object, right: object) -> object:
    """A wrong result as JSON data, short: what is right in it is not stored again, other numbers with seven digits."""
    data = encode(value)
    if data == encode(right):
        return {"$": "right"}
    if isinstance(value, dict):
        return {"$": "dict", "items": {key: encode_beside(item, _part(right, key)) for key, item in value.items()}}
    if isinstance(value, tuple | list):
        items = [encode_beside(item, _part(right, place)) for place, item in enumerate(value)]
        items = [
            {"$": "again"} if i and item == items[i - 1] != {"$": "right"} else item for i, item in enumerate(items)
        ]
        return {"$": "tuple", "items": items} if isinstance(value, tuple) else items
    if isinstance(value, float):
        return float(f"{value:.7g}")
    if isinstance(value, np.ndarray) and value.dtype == np.float64 and value.ndim:
        return _encode_short(value)
    return data


def _encode_short(array: np.ndarray) -> dict:
    data = encode(array)
    with np.errstate(all="ignore"):
        short = array.astype(np.float32)
    if "full" in data or not np.array_equal(np.isfinite(short), np.isfinite(array)):
        return data
    return {"$": "short", "shape": list(array.shape), "base64": _base64(short)}


def _part(right: object, key: object) -> object:
    """The part of a right result at a key or a place, None where there is none."""
    if isinstance(right, dict):
        return right.get(key)
    return right[key] if isinstance(right, tuple | list) and isinstance(key, int) and key < len(right) else None


def decode(data: object, right: object = None) -> object:
    """The inverse of `encode` and, with the right result, of `encode_beside`."""
    if isinstance(data, list):
        return _decode_items(data, right)
    if not isinstance(data, dict):
        return data
    kind = data["$"]
    if kind == "right":
        return right
    if kind == "tuple":
        return tuple(_decode_items(data["items"], right))
    if kind == "dict":
        return {key: decode(item, _part(right, key)) for key, item in data["items"].items()}
    if kind == "raised":
        return Raised(data["kind"], place=data["place"])
    if kind == "opaque":
        return Opaque(data["kind"])
    if kind == "seen":
        return Observation(decode(data["got"], right), tuple(data["changed"]))
    if kind == "pixels":
        return np.frombuffer(base64.b64decode(data["data"]), np.uint8).reshape(data["shape"]) / 255
    if kind == "short":
        return _decode_array(data | {"dtype": "float32"})
    return _decode_array(data)


def _decode_items(items: list, right: object) -> list:
    found = []
    for place, item in enumerate(items):
        found.append(found[-1] if item == {"$": "again"} else decode(item, _part(right, place)))
    return found


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
    lines = []
    for id, known in sets.items():
        cases = ",\n".join(json.dumps(_case_data(case), ensure_ascii=False) for case in known.cases)
        head = {"signature": known.signature, "misconceptions": dict(known.misconceptions)}
        lines.append(f'{json.dumps(id)}: {json.dumps(head, ensure_ascii=False)[:-1]}, "cases": [\n{cases}\n]}}')
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _case_data(case: Case) -> dict:
    return {
        "tag": case.tag,
        "about": case.about,
        "args": encode(case.args),
        "expected": encode(case.expected),
        "wrong": {name: _encode_seen(seen, case.expected) for name, seen in case.wrong.items()},
        "extra": encode(dict(case.extra)),
        "spare": encode(case.spare),
    }


def _encode_seen(seen: Observation | None, right: object) -> dict | None:
    return seen and {"$": "seen", "got": encode_beside(seen.got, right), "changed": list(seen.changed)}


def from_json(text: str) -> dict[str, CaseSet]:
    """The inverse of `to_json`."""
    return {id: CaseSet(tuple(_case(case) for case in entry["cases"]), entry["misconceptions"], entry["signature"])
            for id, entry in json.loads(text).items()}  # fmt: skip


def _case(data: dict) -> Case:
    expected = decode(data["expected"])
    return Case(
        tag=data["tag"],
        about=data["about"],
        args=decode(data["args"]),
        expected=expected,
        wrong={name: decode(seen, expected) for name, seen in data["wrong"].items()},
        extra=decode(data["extra"]),
        spare=decode(data["spare"]),
    )
