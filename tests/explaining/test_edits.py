"""The table of kinds of edits: each mends what learners get wrong, and says its idea without the edit."""

import ast

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.explaining.candidates import candidates
from grader.explaining.edits import KINDS, VALUE
from grader.explaining.ideas import IDEAS
from grader.explaining.operators import BROKEN_COMPARISONS, BROKEN_OPERATORS, COMPARISONS, OPERATORS
from grader.explaining.scope import scope_of
from grader.explaining.tree import places, replaced


def mended(source, texts=(), signatures=None):
    """Every text that one edit makes of a function with this body, with the kind of the edit."""
    tree = ast.parse(source)
    found = {}
    suspected = {kind.name for kind in KINDS if kind.needs_symptom}
    for candidate in candidates(tree.body[0], scope_of(tree.body[0], texts, signatures), {}, suspected):
        with candidate.applied():
            found.setdefault(ast.unparse(tree), candidate.kind.name)
    return found


@pytest.mark.parametrize(
    ("wrong", "right", "kind"),
    [
        ("return a + b", "return a - b", "operator"),
        ("return a * b", "return a @ b", "operator"),
        ("return np.sum(a, axis=0)", "return np.sum(a, axis=1, keepdims=True)", "axis"),
        ("return np.dot(a, b)", "return np.dot(a.T, b)", "transpose"),
        ("return np.dot(a, b)", "return a * b", "product"),
        ("return np.sum(a * b)", "return -np.sum(a * b)", "sign"),
        ("m = a.shape[1]\n    return np.sum(a * b)", "m = a.shape[1]\n    return np.sum(a * b) / m", "factor-m"),
        ("return np.log(a)", "return np.log(1 - a)", "complement"),
        ("return 1 - np.tanh(a)", "return 1 - np.tanh(a) ** 2", "power"),
        ("return (1 - a) ** 2", "return 1 - a ** 2", "grouping"),
        ("return 1 / 1 + np.exp(a)", "return 1 / (1 + np.exp(a))", "grouping"),
        ("return a[b]", "return a[b - 1]", "index"),
        ("return a['W']", "return a['b']", "text"),
        ("return a['W' + str(b)]", "return a['W' + str(b + 1)]", "index"),
        ("return (a, b)", "return (b, a)", "order"),
        ("return np.zeros(a)", "return np.zeros((a, 1))", "shape-of-new"),
        ("return (a > b) * 0.05", "return (a > b) * 0.5", "constant"),
        ("c = a\n    c += b\n    return c", "c = __deepcopy(a)\n    c += b\n    return c", "copy"),
        ("print(a)", "return a", "return"),
    ],
)
def test_what_learners_get_wrong_is_mended_by_one_edit_of_its_kind(wrong, right, kind):
    head = "def f(a, b):\n    "
    assert mended(f"{head}{wrong}\n", texts=("b",))[f"{head}{right}"] == kind


def test_a_return_inside_the_loop_is_moved_out_of_it():
    inside = "def f(a):\n    s = 0\n    for x in a:\n        s += x\n        return s\n"
    outside = "def f(a):\n    s = 0\n    for x in a:\n        s += x\n    return s"
    assert mended(inside)[outside] == "loop"


def test_the_same_mistake_in_two_lines_is_mended_in_both():
    wrong = "def f(w, b, dw, db, rate):\n    w = w + rate * dw\n    b = b + rate * db\n    return (w, b)\n"
    assert mended(wrong)[wrong.replace(" + ", " - ").strip()] == "operator"


def test_a_name_that_is_given_back_is_not_itself_changed():
    """A factor, a sign or a transpose there would only undo what went wrong further up."""
    last = {
        text.splitlines()[-1].strip() for text in mended("def f(a):\n    m = len(a)\n    c = a * 2\n    return c, m\n")
    }
    assert not last & {"return (c / m, m)", "return (-c, m)", "return (c.T, m)", "return (1 - c, m)"}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: f"{kind.name}-{(kind.mends or kind.breaks).__name__}")
def test_an_idea_is_a_sentence_that_tells_no_edit(kind):
    assert kind.idea[-1] in ".?" and kind.idea[0].isupper()
    assert not any(sign in kind.idea for sign in ("→", ".T", "np.", "+ 1", "keepdims=True"))


@pytest.mark.parametrize(("broken", "mending"), [(BROKEN_OPERATORS, OPERATORS), (BROKEN_COMPARISONS, COMPARISONS)])
def test_whatever_a_mutant_breaks_is_mended_by_the_same_table(broken, mending):
    assert all(right in mending[wrong] for right, others in broken.items() for wrong in others)


NAMES = st.sampled_from(["a", "b", "np.exp(a)", "a.T", "b[0]", "3"])
SUMS = st.recursive(
    NAMES, lambda inner: st.builds("({} {} {})".format, inner, st.sampled_from("+-*/@"), inner), max_leaves=6
)


@settings(deadline=None, max_examples=20)
@given(SUMS, st.sampled_from(["x = {}\n    return x", "return {}", "for i in range(3):\n        b = {}\n    return b"]))
def test_after_every_edit_the_tree_is_what_it_was_and_edits_are_python(value, body):
    tree = ast.parse(f"def f(a, b):\n    {body.format(value)}\n")
    before = ast.dump(tree)
    for candidate in candidates(tree.body[0], scope_of(tree.body[0]), {}):
        with candidate.applied():
            ast.unparse(tree)
        assert ast.dump(tree) == before


def test_a_statement_can_be_replaced_by_several_and_stands_there_again_afterwards():
    tree = ast.parse("def f(a):\n    a = 1\n    return a\n")
    place = next(iter(places(tree.body[0])))
    with replaced(place, [ast.Pass(), ast.Pass()]):
        assert ast.unparse(tree) == "def f(a):\n    pass\n    pass\n    return a"
        namespace = {"np": np}
        exec(compile(tree, "<test>", "exec"), namespace)
    assert ast.unparse(tree) == "def f(a):\n    a = 1\n    return a"


def test_each_kind_has_its_idea_for_a_class_and_no_other_has():
    assert set(IDEAS) == {kind.name for kind in (*KINDS, VALUE)}
