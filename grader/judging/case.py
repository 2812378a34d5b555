"""A case is data: inputs, the reference's result, and the result that each misconception would give.

Cases are stored as JSON without any code, so a learner's machine needs NumPy only to be examined.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from grader.judging.codec import decode, encode, short, special, stored
from grader.judging.plain import Raised

PICTURES = "pictures"  # the tag of cases on pictures
CERTAIN = "certain"  # the tag of cases with probabilities of exactly 0 and 1: no claim is about them, a remark is
BULKY = (PICTURES, "large")  # tags of cases whose wrong results are kept only where nothing smaller shows the difference
RIGHT = {"$right": 0}  # in a wrong result: this part is right
AGAIN = {"$again": 0}  # the same as the item before


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
    wrong: for each misconception that differs here, what it gives, or None where that is not kept; steps: for each step of right
    answers that is kept, by a number that is the same in every case, what it gives here, one value after the other.
    """

    tag: str
    about: str
    args: tuple
    expected: object
    wrong: Mapping[str, Observation | None] = field(default_factory=dict)
    extra: Mapping[str, object] = field(default_factory=dict)
    spare: tuple = ()
    steps: Mapping[str, Sequence[object]] = field(default_factory=dict)


@dataclass(frozen=True)
class CaseSet:
    """The cases of one exercise, and for every misconception its sentence and what has to stand in the source, or may not.

    signature: how the function is called, "propagate(w, b, X, Y)"; unread: the positions of the arguments that the result does
    not depend on; needs: for each step of right answers, the others that it is computed from, in all ways that are known.
    """

    cases: tuple[Case, ...]
    misconceptions: Mapping[str, Mapping[str, object]]
    signature: str = ""
    unread: Sequence[int] = ()
    needs: Mapping[str, Sequence[Sequence[str]]] = field(default_factory=dict)

    @property
    def needed(self) -> set[int]:
        """The positions of the arguments that the result depends on."""
        return set(range(len(self.cases[0].args) if self.cases else 0)) - set(self.unread)


def encode_beside(value: object, right: object) -> object:
    """A wrong result as JSON data, short: what is right in it is not stored again, other numbers with seven digits."""
    data = encode(value)
    if data == encode(right):
        return RIGHT
    if isinstance(value, tuple):
        return {"$tuple": _items_beside(value, right)}
    if isinstance(value, list):
        return _items_beside(value, right)
    if isinstance(value, dict) and not special(data)[0]:
        return {key: encode_beside(item, _part(right, key)) for key, item in value.items()}
    if isinstance(value, float):
        return float(f"{value:.7g}")
    if isinstance(value, np.ndarray) and value.dtype == np.float64 and value.ndim:
        return short(value)
    return data


def _items_beside(value: tuple | list, right: object) -> list:
    items = [encode_beside(item, _part(right, place)) for place, item in enumerate(value)]
    return [AGAIN if i and item == items[i - 1] != RIGHT else item for i, item in enumerate(items)]


def decode_beside(data: object, right: object) -> object:
    """The inverse of `encode_beside`, with the right result."""
    tag, body = special(data)
    if data == RIGHT:
        return right
    if tag == "$tuple":
        return tuple(_decode_items(body, right))
    if isinstance(data, list):
        return _decode_items(data, right)
    if isinstance(data, dict) and not tag:
        return {key: decode_beside(item, _part(right, key)) for key, item in data.items()}
    return decode(data)


def _decode_items(items: list, right: object) -> list:
    found = []
    for place, item in enumerate(items):
        found.append(found[-1] if item == AGAIN else decode_beside(item, _part(right, place)))
    return found


def _part(right: object, key: object) -> object:
    """The part of a right result at a key or a place, None where there is none."""
    if isinstance(right, dict):
        return right.get(key)
    return right[key] if isinstance(right, tuple | list) and isinstance(key, int) and key < len(right) else None


def to_json(sets: Mapping[str, CaseSet]) -> str:
    """Case sets by exercise id as JSON text, one case a line."""
    lines = []
    for id, known in sets.items():
        cases = ",\n".join(_compact(_case_data(case)) for case in known.cases)
        head = {"signature": known.signature, **({"unread": list(known.unread)} if known.unread else {}),
                "misconceptions": dict(known.misconceptions), "needs": dict(known.needs)}  # fmt: skip
        lines.append(f'{json.dumps(id)}: {json.dumps(head, ensure_ascii=False)[:-1]}, "cases": [\n{cases}\n]}}')
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _compact(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _case_data(case: Case) -> dict:
    data = {
        "tag": case.tag,
        "about": case.about,
        "args": encode(list(case.args)),
        "expected": encode(case.expected),
        "wrong": _encode_wrong(case.wrong, case.expected),
        "extra": encode(dict(case.extra)),
        "spare": encode(list(case.spare)),
        "steps": encode({number: list(values) for number, values in case.steps.items()}, _briefly),
    }
    return {key: what for key, what in data.items() if what or key not in ("wrong", "extra", "spare", "steps")}


def _briefly(value: np.ndarray | Raised) -> dict:
    return short(value) if isinstance(value, np.ndarray) and value.dtype == np.float64 else stored(value)


def _encode_wrong(wrong: Mapping[str, Observation | None], right: object) -> dict:
    """For each misconception null where nothing is kept, the name of an earlier one that gives the same, or [result, changed]."""
    found, first = {}, {}
    for name, seen in wrong.items():
        data = None if seen is None else [encode_beside(seen.got, right), *([list(seen.changed)] if seen.changed else [])]
        found[name] = data if data is None else first.setdefault(json.dumps(data), name)
        found[name] = data if found[name] == name else found[name]
    return found


def _decode_wrong(data: dict, right: object) -> dict[str, Observation | None]:
    wrong = {}
    for name, seen in data.items():
        if isinstance(seen, list):
            got, changed = seen if len(seen) == 2 else (seen[0], ())
            wrong[name] = Observation(decode_beside(got, right), tuple(changed))
        else:
            wrong[name] = wrong[seen] if seen else None
    return wrong


def from_json(text: str) -> dict[str, CaseSet]:
    """The inverse of `to_json`."""
    return {id: CaseSet(tuple(_case(case) for case in entry["cases"]), entry["misconceptions"], entry["signature"],
                        entry.get("unread", ()), entry.get("needs", {}))
            for id, entry in json.loads(text).items()}  # fmt: skip


def _case(data: dict) -> Case:
    expected = decode(data["expected"])
    return Case(
        tag=data["tag"],
        about=data["about"],
        args=tuple(decode(data["args"])),
        expected=expected,
        wrong=_decode_wrong(data.get("wrong", {}), expected),
        extra=decode(data.get("extra", {})),
        spare=tuple(decode(data.get("spare", []))),
        steps=_doubled(decode(data.get("steps", {}))),
    )


def _doubled(value: object) -> object:
    """With numbers of single precision as double ones, as a function computes with them."""
    if isinstance(value, dict):
        return {key: _doubled(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(map(_doubled, value))
    return value.astype(float) if isinstance(value, np.ndarray) and value.dtype == np.float32 else value
