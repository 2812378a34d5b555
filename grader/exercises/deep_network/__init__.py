"""The exercises of the notebook `deep_network`, part by part."""

from grader.exercises.deep_network import backward, forward, start, training

EXERCISES = (*start.EXERCISES, *forward.EXERCISES, *backward.EXERCISES, *training.EXERCISES)
