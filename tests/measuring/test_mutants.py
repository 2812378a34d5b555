"""Mutants: every small change of a source once, each of them Python."""

import ast

import pytest

from grader.answers import reference
from grader.measuring.mutants import mutants

SOURCES = [
    pytest.param(source, id=f"{notebook}.{name}")
    for notebook in reference.notebooks()
    for name, source in reference.load(notebook).sources.items()
]


@pytest.mark.parametrize("source", SOURCES)
def test_mutants_are_python_and_differ_from_the_reference_and_from_each_other(source):
    found = [mutant.source for mutant in mutants(source)]
    for text in found:
        compile(text, "<mutant>", "exec")
    tree = ast.parse(source)
    del tree.body[0].body[0]  # the docstring
    assert len(set(found)) == len(found) >= 4
    assert ast.unparse(tree) not in found


@pytest.mark.parametrize(
    ("line", "changed"),
    [
        ("return a + b", "return a - b"),
        ("return a @ b", "return a * b"),
        ("return a @ b", "return b @ a"),
        ("return a > b", "return a >= b"),
        ("return a.T @ b", "return a @ b"),
        ("return -a", "return a"),
        ("return a[0]", "return a[1]"),
        ("return np.sum(a, axis=1, keepdims=True)", "return np.sum(a, axis=1)"),
        ("return np.sum(a, axis=1, keepdims=True)", "return np.sum(a, axis=0, keepdims=True)"),
        ("return np.dot(a, b)", "return np.dot(b, a)"),
        ("return a, b", "return (b, a)"),
        ("return a + 2", "return b + 2"),
    ],
)
def test_what_learners_get_wrong_is_among_the_changes(line, changed):
    found = [mutant.source for mutant in mutants(f"def f(a, b):\n    {line}\n")]
    assert f"def f(a, b):\n    {changed}" in found


def test_a_dropped_statement_is_a_mutant():
    found = [mutant.source for mutant in mutants("def f(a):\n    a = 2 * a\n    return a\n")]
    assert "def f(a):\n    pass\n    return a" in found


def test_the_sign_of_normal_random_numbers_is_no_mutant():
    found = mutants("def f(n):\n    return np.random.randn(n) * 0.01\n")
    assert not [mutant for mutant in found if "-0.01" in mutant.source]
