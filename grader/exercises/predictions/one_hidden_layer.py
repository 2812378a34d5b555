"""Predictions of the notebook `one_hidden_layer`: each asked before the cell that shows the answer."""

from grader.judging.prediction import Prediction

PREDICTIONS = (
    Prediction(
        id="one_hidden_layer.one_neuron",
        question='What share of the flower does one neuron get right: "A" about 50 %, "B" about 75 %, "C" about 95 %?',
        answer="A",
        reply="Its border is a straight line, and the one of lowest cost goes through the middle. Petals of one colour lie "
        "opposite each other, so it has as much of each colour on both sides.",
    ),
    Prediction(
        id="one_hidden_layer.count",
        question="How many numbers must a network with 2 features, 4 hidden units and 1 output learn?",
        answer=17,
        reply="4 · 2 weights and 4 biases in the hidden layer, 1 · 4 weights and 1 bias in the output layer.",
    ),
    Prediction(
        id="one_hidden_layer.slope_at_10",
        question='About what is the slope of the sigmoid at z = 10: "A" 0.1, "B" 0.01, "C" 0.00005?',
        answer="C",
        reply="The curve is all but level there: a step of 1 in z changes the output by less than a ten-thousandth.",
    ),
    Prediction(
        id="one_hidden_layer.start_cost",
        question="What is the cost of a network with tiny weights that has learned nothing yet?",
        answer=0.69,
        within=0.02,
        reply="All sums are near 0, so all probabilities are near 0.5, and the loss of each example is -log 0.5 = log 2.",
    ),
    Prediction(
        id="one_hidden_layer.linear_units",
        question='20 hidden units without a bend: "A" about 50 % right, "B" about 75 %, "C" about 90 %?',
        answer="A",
        reply="Without a bend, 20 units and one output unit multiply out to a single neuron.",
    ),
    Prediction(
        id="one_hidden_layer.zero_start",
        question='All weights and biases are 0. Which slope is not zero: "dW1", "db1", "dW2" or "db2"?',
        answer="db2",
        reply="Every other slope contains a factor A1 = 0 or W2 = 0.",
    ),
    Prediction(
        id="one_hidden_layer.one_unit",
        question='The border of a network with one hidden tanh unit: "A" a straight line, or "B" bent once?',
        answer="A",
        reply="The output depends on the single number w·x + b alone, so the border is where that number has a certain value.",
    ),
    Prediction(
        id="one_hidden_layer.ring",
        question="What is the smallest number of hidden units that can separate a disc from the ring around it?",
        answer=3,
        reply="Each unit contributes one line, and it takes three lines to close off a piece of the plane: a triangle.",
    ),
    Prediction(
        id="one_hidden_layer.overfit",
        question="Trained on 100 points, which has the highest cost on new points: 1, 4 or 20 hidden units?",
        answer=20,
        reply="It has learned single points by heart, and is very sure of itself where they mislead it.",
    ),
)
