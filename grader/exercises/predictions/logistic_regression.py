"""Predictions of the notebook `logistic_regression` whose answers do not depend on the pictures."""

from grader.judging.prediction import Prediction

PREDICTIONS = (
    Prediction(
        "logistic_regression.mirror",
        question="σ(4) = 0.982. What is σ(−4)?",
        answer=0.018,
        within=0.15,
        reply="σ(−z) = 1 − σ(z): being as sure of the opposite.",
    ),
    Prediction(
        "logistic_regression.surer",
        question="A cat. At ŷ = 0.01 the loss is 4.61. What is it at ŷ = 0.0001?",
        answer=9.21,
        within=0.02,
        reply="log(0.01 · 0.01) = log 0.01 + log 0.01: a hundred times surer costs twice as much, not a hundred times.",
    ),
    Prediction(
        "logistic_regression.cost_at_zero",
        question="What is the cost when the neuron says 0.5 for every picture?",
        answer=0.693,
        within=0.015,
        reply="Each loss is −log 0.5 = log 2, cat or not, and so is their mean.",
    ),
    Prediction(
        "logistic_regression.large_rate",
        question='Learning rate 1.1: "A" sooner at the bottom, "B" to and fro for ever, or "C" farther away each step?',
        answer="C",
        reply="Each step jumps over the bottom and lands higher on the other side, where the slope is steeper still.",
    ),
    Prediction(
        "logistic_regression.strongest_pull",
        question='What corrects most: "A" a cat with a = 0.9, "B" no cat with a = 0.9, or "C" a cat with a = 0.4?',
        answer="B",
        reply="dz = a − y is −0.1 for A, 0.9 for B and −0.6 for C: the largest mistake pulls hardest.",
    ),
    Prediction(
        "logistic_regression.product",
        question='Which product gives a column (n, 1): "A" X @ dZ, "B" X.T @ dZ, "C" X @ dZ.T or "D" dZ @ X.T?',
        answer="C",
        reply="(n, m) times (m, 1) gives (n, 1). A and B do not fit, and D gives the same numbers as a row, (1, n).",
    ),
)
