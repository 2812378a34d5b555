"""The exercises of the notebook `one_hidden_layer`, part by part."""

from grader.exercises.one_hidden_layer import activations, passes, start, training

EXERCISES = (*start.EXERCISES, *activations.EXERCISES, *passes.EXERCISES, *training.EXERCISES)
