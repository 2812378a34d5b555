"""The exercises of the notebook `logistic_regression`, part by part."""

from grader.exercises.logistic_regression import counting, neuron, training

EXERCISES = (*neuron.EXERCISES, *training.EXERCISES, *counting.EXERCISES)
