"""Which lines what was observed points at."""

import ast

from grader.explaining.evidence import POSSIBLE, SUSPECT, nearness

SOURCE = """def optimize(w, b, rounds):
    costs = []
    for i in range(rounds):
        cost, dw = propagate(w, b)
        w = w - dw
        if i // 100 == 0:
            costs.append(cost)
    return w, costs
"""


def test_a_condition_is_as_near_as_what_it_decides():
    near = nearness(ast.parse(SOURCE).body[0], ["costs"], ["w"], set())
    assert near[6] == near[7] == near[2] == SUSPECT
    assert near[4] == near[5] == POSSIBLE


def test_a_line_that_stopped_is_suspect_and_what_it_reads_is_possible():
    near = nearness(ast.parse(SOURCE).body[0], ["costs", "w"], [], {5})
    assert near[5] == SUSPECT and near[4] == POSSIBLE
