"""The table of kinds of edits. Each mends a learner's function or breaks the reference, and has its idea in a sentence."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from grader.explaining import additions, calls, names, operators, statements
from grader.explaining.scope import Edit, Scope

Edits = Callable[[ast.AST, Scope], Iterator[Edit]]
STATEMENTS = (ast.Assign, ast.AugAssign, ast.Expr, ast.If, ast.For, ast.Return)
VALUES = (ast.Name, ast.Call, ast.BinOp, ast.Subscript, ast.Attribute, ast.UnaryOp)


@dataclass(frozen=True)
class Kind:
    """One kind of edit. on: the nodes it is made on; mends: what may repair a node; breaks: what may spoil it (mutants);
    rank: 1 for what often goes wrong, 3 for what seldom does; idea: said as a hint, without the edit itself;
    needs_symptom: it is tried only where what was observed speaks for it.
    """

    name: str
    idea: str
    on: type | tuple[type, ...]
    mends: Edits | None = None
    breaks: Edits | None = None
    rank: float = 1
    needs_symptom: bool = False


def both(name: str, idea: str, on: type | tuple[type, ...], edits: Edits, rank: float = 1) -> Kind:
    """A kind whose mistakes are mended by the same edits that make them."""
    return Kind(name, idea, on, edits, edits, rank)


# The order of the kinds that break is the order of the mutants.
KINDS: tuple[Kind, ...] = (
    Kind("operator", "Look at the operators: is each of them the right one?", ast.BinOp,
         operators.operators_mended, operators.operators_broken),
    both("surplus", "A term or a factor may be too many.", ast.BinOp, operators.one_operand),
    both("operands", "Look at the order: what stands left, and what right?", ast.BinOp, operators.operands_swapped),
    Kind("comparison", "Look at the comparison: which way round is it, and what about equality?", ast.Compare,
         operators.comparisons_mended, operators.comparisons_broken),
    both("constant", "Look at the numbers: one of them is another, perhaps by one.", ast.Constant, operators.constants_near,
         1.3),
    both("transpose", "Look at the shapes: is a transpose missing, or one too many?", ast.Attribute,
         calls.transpose_dropped),
    Kind("function", "Another function belongs here.", ast.Attribute, calls.functions_mended, calls.functions_broken),
    both("arguments", "Look at the order of the arguments.", ast.Call, calls.arguments_swapped),
    both("keyword", "Look at what is passed by name, as `axis=` or `keepdims=` is.", ast.Call, calls.keyword_dropped),
    both("call", "A call may be too many.", ast.Call, calls.call_dropped, 2),
    both("sign", "Look at the sign.", ast.UnaryOp, operators.minus_dropped),
    Kind("name", "Look at the names: another variable belongs in one place.", ast.Name, names.other_names,
         names.next_parameter, 1.6),
    both("left-out", "Does this statement belong here at all?", STATEMENTS, statements.dropped, 1.6),
    both("accumulated", "Is the old value kept, or overwritten?", ast.AugAssign, statements.overwritten),
    both("condition", "Look at the condition: when does this happen, and when not?", ast.If, statements.always, 2),
    both("order", "Look at the order of the values.", ast.Tuple, names.first_two_swapped),
    both("surplus-value", "There may be a value too many.", ast.Tuple, names.last_dropped, 2),
    both("branches", "Look at the two branches: which belongs to which condition?", ast.IfExp, operators.branches_swapped),
    # From here on kinds that only mend.
    Kind("axis", "Along which axis does it run, and are both axes kept?", ast.Call, calls.axes),
    Kind("transpose", "Look at the shapes: is a transpose missing, or one too many?", VALUES, calls.transposed,
         rank=1.3),
    Kind("transpose", "Look at the shapes: which factor stands left, and which is transposed?", (ast.BinOp, ast.Call),
         calls.factors, rank=1.3),
    Kind("written-in", "A number or a text stands here for something that the function is given.", ast.Constant,
         operators.unused_instead),
    Kind("result", "Is this the value that should be given back?", (ast.Tuple, ast.Dict), names.other_value, rank=1.6),
    Kind("sign", "Look at the sign.", VALUES, additions.negated, rank=1.6),
    Kind("factor-m", "Look at the number of examples: is it divided by m, and once only?", VALUES, additions.factor_m,
         rank=1.6),
    Kind("factor-m", "Look at the number of examples: is it divided by m, and once only?", VALUES, additions.unused_m),
    Kind("index", "Look at the index or at the bounds of the loop: they may be one off.",
         (ast.Subscript, ast.Call, ast.FormattedValue), names.one_off),
    Kind("bounds", "Look at the bounds of the loop: where does it begin and end?", ast.Call, names.loop_bounds),
    Kind("axis-of-shape", "Look at the indices: rows or columns, which entry?", ast.Subscript, names.subscripts),
    Kind("axis-of-shape", "Look at the indices: rows or columns, which entry?", ast.Call, names.lengths, rank=0.9),
    Kind("text", "Look at the text between quotation marks: is it the right key or name?", ast.Constant, names.texts),
    Kind("order", "Look at the order of the values.", (ast.Tuple, ast.Dict), names.other_orders),
    Kind("missing-value", "Is everything there that should be given back?", (ast.Tuple, ast.Dict, ast.Return),
         names.value_added, rank=2, needs_symptom=True),
    Kind("container", "In what are the values given back: in a tuple, or in a dictionary?", (ast.Tuple, ast.Dict),
         names.other_container, rank=1.3),
    Kind("condition", "Look at the condition: when does this happen, and when not?", ast.For, statements.now_and_then),
    Kind("grouping", "Look at the parentheses: what is computed first?", ast.BinOp, operators.regrouped),
    Kind("complement", "Look at the probability: p, or 1 − p?", VALUES, additions.complement, rank=1.6),
    Kind("power", "Look at the powers: is a square missing, or one too many?", VALUES, additions.powers, rank=1.6),
    Kind("constant", "Look at the numbers: one of them is another.", ast.Constant, operators.usual_constants,
         rank=1.3),
    Kind("product", "Which kind of product belongs here: a matrix product, or one place by place?", ast.Call,
         calls.products),
    Kind("function", "Another function belongs here.", (ast.Name, ast.Attribute), calls.helpers, rank=2),
    Kind("applied", "A function may still have to be applied here.", VALUES, additions.applied, rank=2),
    Kind("number-type", "Look at the kind of number: whole, or with decimals?", VALUES, additions.number_types, rank=2),
    Kind("reshape", "Look at the order in which the numbers are laid out.", ast.Call, calls.reshaped, rank=1.3),
    Kind("missing-term", "A factor or a term may be missing.", VALUES, additions.unused_added),
    Kind("missing-term", "A factor or a term may be missing.", VALUES, additions.one_added, rank=1.6),
    Kind("missing-term", "A factor or a term may be missing.", VALUES, additions.term_added, rank=2.5),
    Kind("missing-step", "What is computed here is never used: which step is missing?", ast.Assign,
         statements.step_added),
    Kind("missing-term", "A factor or a term may be missing.", ast.BinOp, additions.mirrored, rank=2),
    Kind("missing-term", "A factor or a term may be missing.", VALUES, additions.slope_added, rank=3),
    Kind("written-in", "A number stands here for something that can change.", ast.Constant, operators.named_instead, rank=1.6),
    Kind("decision", "Is a probability wanted here, or a decision?", (ast.Return, ast.Assign), additions.decided, rank=1.6),
    Kind("shape-of-new", "Look at the shape of the new array: how is it passed?", ast.Call, calls.sizes_of_new),
    Kind("result", "What does the function give back?", ast.Return, names.other_result, rank=2),
    Kind("copy", "Whose array or dictionary is written into here? A copy may be needed.", (ast.Assign, ast.AugAssign),
         statements.copied, rank=1.3, needs_symptom=True),
    Kind("accumulated", "Is the old value kept, or overwritten?", (ast.Assign, ast.AugAssign), statements.accumulated),
    Kind("loop", "Does each statement stand where it belongs: inside the loop, or outside?",
         (ast.For, ast.While, ast.If), statements.moved_out),
    Kind("loop", "Does each statement stand where it belongs: inside the loop, or outside?",
         (ast.For, ast.While, ast.If), statements.moved_in),
    Kind("sequence", "Look at the order of the statements: which has to come first?", ast.stmt, statements.swapped_with_next,
         rank=2),
    Kind("return", "What does the function give back?", ast.stmt, statements.returned),
    Kind("condition", "Look at the condition: when does this happen, and when not?", (ast.If, ast.While, ast.IfExp),
         statements.conditions, rank=2),
)  # fmt: skip

# Where no edit is known, and the line is.
VALUE = Kind("value", "All that this line needs is right. Work out by hand what should come out of it.", ())
