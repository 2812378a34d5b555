"""Predictions of the notebook `vectorization`: each asked before the cell that shows the answer."""

from grader.judging.prediction import Prediction

PREDICTIONS = (
    Prediction(
        id="vectorization.uint8",
        question="What is 200 + 100 in numbers of the type uint8?",
        answer=44,
        reply="Eight bits can say 0 to 255. After 255 comes 0 again, so 300 becomes 300 - 256 = 44. Nothing warns you.",
    ),
    Prediction(
        id="vectorization.features",
        question="How many numbers describe one colour picture of 64 rows and 64 columns?",
        answer=12288,
        reply="64 · 64 = 4096 pixels, with three numbers each: red, green and blue.",
    ),
    Prediction(
        id="vectorization.fifth_number",
        question='Which value of the toy picture comes fifth in the line? (In quotation marks, such as "B11".)',
        answer="G01",
        reply="The first three belong to the first pixel. Then come red and green of the pixel to its right.",
    ),
    Prediction(
        id="vectorization.nudge_a",
        question="The postage a rises from 5 to 5.001. To what does the bill J rise from 33?",
        answer=33.003,
        within=1e-6,
        reply="Each of the three parcels costs 0.001 more.",
    ),
    Prediction(
        id="vectorization.transpose",
        question='v has the shape (4,). What is the shape of v.T? "A" (1, 4), "B" (4, 1), "C" (4,), "D" an error.',
        answer="C",
        reply="v has only one direction, so there is nothing to turn over: v.T is v.",
    ),
    Prediction(
        id="vectorization.surprise",
        question="How many numbers are in the difference of a column (4, 1) and an array of shape (4,)?",
        answer=16,
        reply="(4, 1) meets (1, 4), as a missing size counts as 1 on the left. Both are stretched, to (4, 4).",
    ),
)
