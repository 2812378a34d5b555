"""Predictions of the notebook `deep_network`: each asked before the cell that shows the answer."""

from grader.judging.prediction import Prediction

PREDICTIONS = (
    Prediction(
        id="deep_network.learned_numbers",
        question="How many numbers does 20-7-5 have to learn, with 12,288 inputs?",
        answer=245973,
        within=0.1,
        reply="20 · 12288 weights in the first layer alone; everything else together has 213 numbers.",
    ),
    Prediction(
        id="deep_network.parity_detectors",
        question="How many detectors does the parity of eight bits need, one for each odd pattern?",
        answer=128,
        reply="Half of the 2⁸ = 256 patterns are odd. Each further bit doubles that.",
    ),
    Prediction(
        id="deep_network.pieces_after_folds",
        question="How many straight pieces does the curve have after three folds?",
        answer=8,
        reply="2 · 2 · 2: a fold of a folded interval doubles all that is there.",
    ),
    Prediction(
        id="deep_network.sure_and_right",
        question="What is the cost of one example with y = 1 and a = 1?",
        answer=0,
        reply="−log 1 = 0: the right answer got all the probability. Now see what the formula does in NumPy.",
    ),
    Prediction(
        id="deep_network.asleep",
        question="How many of the four entries of dW1 are 0?",
        answer=2,
        reply="The whole first row: the first unit was asleep (z = −1), so nothing it does matters for this example.",
    ),
    Prediction(
        id="deep_network.five_bends",
        question="Behind five tanh layers with sums near 0, by what factor is the gradient of the wrong slope too small?",
        answer=1024,
        reply="Each bend gives a quarter of what it should, and the slope is multiplied by each of the five: 4⁵.",
    ),
    Prediction(
        id="deep_network.gram_numbers",
        question="With 209 pictures, how many numbers does the Gram matrix hold?",
        answer=43681,
        within=0.01,
        reply="209 · 209: one for each pair of pictures. That is 59 times fewer than X holds.",
    ),
    Prediction(
        id="deep_network.small_start",
        question='20-7-5 starts with weights 0.01 · N(0, 1). After 2,500 steps it answers "a", "b" or "c"?',
        answer="c",
        reply="The same answer for every picture. The next cell shows it, and the text below says why.",
    ),
    Prediction(
        id="deep_network.parity_found",
        question='Training for parity: which does worst, "a" one wide layer, "b" two layers or "c" five narrow ones?',
        answer="c",
        reply="Depth lets a network say parity with few units, and makes it harder to find: see the next cell.",
    ),
)
