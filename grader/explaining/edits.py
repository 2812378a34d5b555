"""The table of kinds of edits. Each mends a learner's function or breaks the reference, and has its idea in a sentence."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from grader.explaining import expressions as e
from grader.explaining import statements as s
from grader.explaining.scope import Edit, Scope

Edits = Callable[[ast.AST, Scope], Iterator[Edit]]
STATEMENTS = (ast.Assign, ast.AugAssign, ast.Expr, ast.If, ast.For, ast.Return)
VALUES = (ast.Name, ast.Call, ast.BinOp, ast.Subscript, ast.Attribute, ast.UnaryOp)


@dataclass(frozen=True)
class Kind:
    """One kind of edit. on: the nodes it is made on; mends: what may repair a node; breaks: what may spoil it (mutants);
    rank: 1 for what often goes wrong, 3 for what seldom does; idea: said as a hint, without the edit itself.
    """

    name: str
    idea: str
    on: type | tuple[type, ...]
    mends: Edits | None = None
    breaks: Edits | None = None
    rank: float = 1


def both(name: str, idea: str, on: type | tuple[type, ...], edits: Edits, rank: float = 1) -> Kind:
    """A kind whose mistakes are mended by the same edits that make them."""
    return Kind(name, idea, on, edits, edits, rank)


# The order of the kinds that break is the order of the mutants.
KINDS: tuple[Kind, ...] = (
    Kind("operator", "Look at the operators: is each of them the right one?", ast.BinOp,
         e.operators_mended, e.operators_broken),
    both("surplus", "A term or a factor may be too many.", ast.BinOp, e.one_operand),
    both("operands", "Look at the order: what stands left, and what right?", ast.BinOp, e.operands_swapped),
    Kind("comparison", "Look at the comparison: which way round is it, and what about equality?", ast.Compare,
         e.comparisons_mended, e.comparisons_broken),
    both("constant", "Look at the numbers: one of them is another, perhaps by one.", ast.Constant, e.constants_near,
         1.3),
    both("transpose", "Look at the shapes: is a transpose missing, or one too many?", ast.Attribute,
         e.transpose_dropped),
    Kind("function", "Another function belongs here.", ast.Attribute, e.functions_mended, e.functions_broken),
    both("arguments", "Look at the order of the arguments.", ast.Call, e.arguments_swapped),
    both("keyword", "Look at what is passed by name, as `axis=` or `keepdims=` is.", ast.Call, e.keyword_dropped),
    both("call", "A call may be too many.", ast.Call, e.call_dropped, 2),
    both("sign", "Look at the sign.", ast.UnaryOp, e.minus_dropped),
    Kind("name", "Look at the names: another variable belongs in one place.", ast.Name, e.other_names,
         e.next_parameter, 1.6),
    both("left-out", "Does this statement belong here at all?", STATEMENTS, s.dropped, 2),
    both("accumulated", "Is the old value kept, or overwritten?", ast.AugAssign, s.overwritten),
    both("condition", "Look at the condition: when does this happen, and when not?", ast.If, s.always, 2),
    both("order", "Look at the order of the values.", ast.Tuple, e.first_two_swapped),
    both("surplus-value", "There may be a value too many.", ast.Tuple, e.last_dropped, 2),
    both("branches", "Look at the two branches: which belongs to which condition?", ast.IfExp, e.branches_swapped),
    # From here on kinds that only mend.
    Kind("axis", "Along which axis does it run, and are both axes kept?", ast.Call, e.axes),
    Kind("transpose", "Look at the shapes: is a transpose missing, or one too many?", VALUES, e.transposed,
         rank=1.3),
    Kind("sign", "Look at the sign.", VALUES, e.negated, rank=1.6),
    Kind("factor-m", "Look at the number of examples: is it divided by m, and once only?", VALUES, e.factor_m,
         rank=1.6),
    Kind("index", "Look at the index or at the bounds of the loop: they may be one off.",
         (ast.Subscript, ast.Call, ast.FormattedValue), e.one_off),
    Kind("bounds", "Look at the bounds of the loop: where does it begin and end?", ast.Call, e.loop_bounds),
    Kind("axis-of-shape", "Look at the indices: rows or columns, which entry?", ast.Subscript, e.subscripts),
    Kind("text", "Look at the text between quotation marks: is it the right key or name?", ast.Constant, e.texts),
    Kind("order", "Look at the order of the values.", (ast.Tuple, ast.Dict), e.other_orders),
    Kind("missing-value", "Is everything there that should be given back?", (ast.Tuple, ast.Dict, ast.Return),
         e.value_added, rank=2),
    Kind("grouping", "Look at the parentheses: what is computed first?", ast.BinOp, e.regrouped),
    Kind("complement", "Look at the probability: p, or 1 − p?", VALUES, e.complement, rank=1.6),
    Kind("power", "Look at the powers: is a square missing, or one too many?", VALUES, e.powers, rank=1.6),
    Kind("constant", "Look at the numbers: one of them is another.", ast.Constant, e.usual_constants,
         rank=1.3),
    Kind("product", "Which kind of product belongs here: a matrix product, or one place by place?", ast.Call,
         e.products),
    Kind("function", "Another function belongs here.", (ast.Name, ast.Attribute), e.helpers, rank=2),
    Kind("applied", "A function may still have to be applied here.", VALUES, e.applied, rank=3),
    Kind("number-type", "Look at the kind of number: whole, or with decimals?", VALUES, e.number_types, rank=1.6),
    Kind("reshape", "Look at the order in which the numbers are laid out.", ast.Call, e.reshaped, rank=1.3),
    Kind("missing-term", "A factor or a term may be missing.", VALUES, e.unused_added, rank=1.6),
    Kind("missing-term", "A factor or a term may be missing.", VALUES, e.term_added, rank=3),
    Kind("missing-step", "What is computed here is never used: which step is missing?", ast.Assign, s.step_added, rank=1.6),
    Kind("missing-term", "A factor or a term may be missing.", ast.BinOp, e.mirrored, rank=2),
    Kind("missing-term", "A factor or a term may be missing.", VALUES, e.slope_added, rank=3),
    Kind("written-in", "A number stands here for something that can change.", ast.Constant, e.named_instead, rank=1.6),
    Kind("decision", "Is a probability wanted here, or a decision?", (ast.Return, ast.Assign), e.decided, rank=1.6),
    Kind("shape-of-new", "Look at the shape of the new array: how is it passed?", ast.Call, e.sizes_of_new),
    Kind("result", "What does the function give back?", ast.Return, e.other_result, rank=2),
    Kind("copy", "Whose array or dictionary is written into here? A copy may be needed.", (ast.Assign, ast.AugAssign),
         s.copied, rank=1.3),
    Kind("accumulated", "Is the old value kept, or overwritten?", (ast.Assign, ast.AugAssign), s.accumulated),
    Kind("loop", "Does each statement stand where it belongs: inside the loop, or outside?",
         (ast.For, ast.While, ast.If), s.moved_out),
    Kind("loop", "Does each statement stand where it belongs: inside the loop, or outside?",
         (ast.For, ast.While, ast.If), s.moved_in),
    Kind("sequence", "Look at the order of the statements: which has to come first?", ast.stmt, s.swapped_with_next,
         rank=2),
    Kind("return", "What does the function give back?", ast.stmt, s.returned),
    Kind("condition", "Look at the condition: when does this happen, and when not?", (ast.If, ast.While, ast.IfExp),
         s.conditions, rank=2),
)  # fmt: skip
