"""Wrong and right answers to the exercises of the notebook `logistic_regression`, collected from two modules."""

from grader.answers import logistic_regression_neuron as neuron
from grader.answers import logistic_regression_training as training

MISCONCEPTIONS = neuron.MISCONCEPTIONS | training.MISCONCEPTIONS
ALTERNATIVES = neuron.ALTERNATIVES | training.ALTERNATIVES
