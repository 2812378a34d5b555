"""What several notebooks ask for again: the claims of their costs, steps, predictions, and how an answer's source is read."""

from __future__ import annotations

import ast

from grader.explaining.tree import parsed
from grader.judging.claims import any_size, shapes, slope, untouched, values
from grader.judging.exercise import Claim


def propagate_claims(cost: str, *further: Claim) -> tuple[Claim, ...]:
    """Of one neuron's ({"dw", "db"}, cost)."""
    return (
        shapes("dw has the shape of w; db and the cost are plain numbers"),
        values(cost, 2, only=("cost",), name="cost"),
        values("dw and db are right", 2, only=("grads",), name="grads"),
        slope(),
        any_size("one picture is enough, and n = m is no problem"),
        *further,
        untouched("w, X and Y are left as they were"),
    )


def cost_claims(probabilities: str, *further: Claim) -> tuple[Claim, ...]:
    """Of the mean cross-entropy. probabilities: what they are called."""
    return (
        shapes("the cost is one number"),
        values("it is the mean cross-entropy", 3),
        any_size("one example is enough", tags=("single",)),
        *further,
        untouched(f"{probabilities} and Y are left as they were"),
    )


def update_claims(any_sizes: str) -> tuple[Claim, ...]:
    """Of one step of gradient descent."""
    return (
        shapes("every parameter keeps its shape"),
        values("each parameter moves by the learning rate times its gradient, downhill", 3),
        any_size(any_sizes, tags=("sizes",)),
    )


def predict_claims(any_sizes: str, given: str) -> tuple[Claim, ...]:
    """Of predictions 0 and 1. given: what the arguments are called."""
    return (
        shapes("the result has shape (1, m)"),
        values("1 where the probability is above 0.5, else 0", 3),
        any_size(any_sizes),
        untouched(f"{given} are left as they were"),
    )


def seed_remark(source: str) -> str | None:
    """Says so if an answer that should draw anew in each call sets the seed of global numbers."""
    found = nodes(source)
    if any(isinstance(node, ast.Call) and _name(node.func) == "seed" for node in found):
        return (
            "It sets the seed inside: every call would draw the same weights. No points are lost for that. "
            "Set the seed once, in a cell of the notebook, not in the function."
        )
    return None


def _name(node: ast.expr) -> str:
    return getattr(node, "attr", getattr(node, "id", ""))


def nodes(source: str) -> list[ast.AST]:
    """All nodes of an answer's syntax tree; none where the source is unknown or is not Python."""
    return [node for statement in parsed(source).body for node in ast.walk(statement)]
