"""Sentences about arrays that do not fit: products, broadcasting, reshaping, unpacking, indices."""

from __future__ import annotations

import re
from math import prod

from grader.explaining.stop import Stop, counted, listed, none, shape, type_of


def product(stop: Stop) -> str:
    shapes = [shape(what) for _, what in stop.operands]
    if len(shapes) == 2 and all(shape and len(shape) == 2 for shape in shapes) and shapes[0][1] != shapes[1][0]:
        (left, first), (right, second) = stop.operands
        columns, rows = shapes[0][1], shapes[1][0]
        return (
            f"`{left}` is {first} and `{right}` is {second}. "
            f"The {counted(str(columns), 'column')} of the first must meet the rows of the second, and there "
            f"{'is' if rows == 1 else 'are'} {rows}."
        )
    dot = stop.search(r"not aligned: (\d+) \(dim \d+\) != (\d+)")
    matmul = stop.search(r"size (\d+) is different from (\d+)")
    if not dot and not matmul:
        return ""
    columns, rows = dot or matmul[::-1]
    return (
        f"the left factor of a matrix product has {counted(columns, 'column')} and the right one {counted(rows, 'row')}. "
        f"These must agree.{stop.here}"
    )


def broadcast(stop: Stop) -> str:
    into = stop.search(r"from shape \(([\d,]*)\) into shape \(([\d,]*)\)")
    if into:
        return f"an array of shape ({into[0]}) does not fit into a place of shape ({into[1]}).{stop.here}"
    shapes = re.findall(r"\([\d,]*\)", stop.message)
    if len(shapes) < 2:
        return ""
    known = [shape(what) for _, what in stop.operands]
    rule = "Along each axis, from the last one on, the sizes must be equal or one of them 1."
    if stop.action == "Mult":
        rule += " (`*` multiplies place by place; the product of matrices is `@`.)"
    if len(known) == 2 and all(shape is not None for shape in known):
        return f"{listed([f'`{text}` is {what}' for text, what in stop.operands])}. {rule}"
    return f"arrays of the shapes {listed([shape.replace(',', ', ') for shape in shapes[:2]])} meet. {rule}{stop.here}"


def reshape(stop: Stop) -> str:
    found = stop.search(r"array of size (\d+) into shape \(([^)]*)\)")
    if not found:
        return ""
    sizes = [size for size in found[1].split(",") if size]
    fixed = prod(int(size) for size in sizes if size.isdigit())
    if len(sizes) > sum(map(str.isdigit, sizes)) or any("-1" in operand for operand, _ in stop.operands):
        return f"{found[0]} numbers cannot be shared out among {fixed} places: {found[0]} is not divisible by {fixed}.{stop.here}"
    return f"there are {found[0]} numbers, and the shape ({', '.join(sizes)}) has places for {fixed}.{stop.here}"


def unpack(stop: Stop) -> str:
    single = stop.search(r"non-iterable (\S+) object")
    if single:
        what = type_of(single[0])
        return f"several names stand on the left, and {stop.first(what)}: there is nothing to share out.{none(what)}"
    names_there = stop.search(r"expected (?:at least )?(\d+)")
    got = stop.search(r"got (\d+)")
    text, what = stop.operands[0] if stop.operands else ("", "")
    if not names_there:
        return ""
    rows = " An array is unpacked row by row." if not what and text.endswith(")") else ""
    many = f"{got[0]} values come" if got else f"`{text}` gives more" if rows else "more values come"
    right = f"`{text}` is {what}" if what else many
    return f"{counted(names_there[0], 'name')} stand{'s' if names_there[0] == '1' else ''} on the left, and {right}.{rows}"


def truth(stop: Stop) -> str:
    return f"Python needs one yes or no here, and an array has one for each of its numbers.{stop.here}"


def one_number(stop: Stop) -> str:
    name = stop.raised.part.split("(")[0] if stop.action.startswith("call ") else ""
    takes = f"`{name}` takes one number" if name else "one number is needed"
    numpy = " NumPy's function of that name takes arrays." if name in ("math.exp", "math.log", "math.sqrt", "math.tanh") else ""
    return f"{takes}, and {stop.first('an array')}.{numpy}"


def element(stop: Stop) -> str:
    return f"one place of an array takes one number, and several come.{stop.here}"


def axis(stop: Stop) -> str:
    """A second array where np.max and its like are told an axis."""
    found = re.match(r"np\.(max|min|amax|amin|sum|mean|argmax|any|all)\(", stop.raised.part)
    if not found:
        return ""
    pairwise = {"max": "np.maximum", "amax": "np.maximum", "min": "np.minimum", "amin": "np.minimum"}.get(found[1])
    instead = f" `{pairwise}` compares two things, entry by entry." if pairwise else ""
    return f"`np.{found[1]}` takes one array; its second argument is an axis.{instead}{stop.here}"


def join(stop: Stop) -> str:
    each = r"the array at index (\d+) has size (\d+)"
    found = stop.search(rf"along dimension (\d+), {each} and {each}")
    if not found:
        return f"arrays can be joined only if all have the same number of axes.{stop.here}"
    unit = {"0": "row", "1": "column"}.get(found[0])
    alike = f"the same number of {unit}s" if unit else f"the same size along axis {found[0]}"
    (first, size), (second, other) = ((int(place) + 1, size) for place, size in (found[1:3], found[3:5]))
    has = f"Number {first} has {counted(size, unit or 'place')}, number {second} has {other}."
    return f"arrays joined in this way need {alike}. {has}{stop.here}"


def indices(stop: Stop) -> str:
    found = stop.search(r"array is (\d+)-dimensional, but (\d+) were indexed")
    if not found:
        return ""
    number = "axis" if found[0] == "1" else "axes"
    return f"the array has {found[0]} {number}, and the brackets choose along {found[1]}.{stop.here}"


def places(stop: Stop) -> str:
    found = stop.search(r"index (-?\d+) is out of bounds for axis (\d+) with size (\d+)")
    if found:
        last = int(found[2]) - 1
        places = f"{found[2]} places, 0 to {last}" if last > 0 else "one place, 0" if last == 0 else "no places"
        return f"axis {found[1]} has {places}, and place {found[0]} is asked for.{stop.here}"
    return f"there are fewer places than that (they are counted from 0).{stop.here}"
