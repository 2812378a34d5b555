"""Wrong and right answers to the exercises of the notebook `one_hidden_layer`, collected from three modules."""

from grader.answers import one_hidden_layer_activations as activations
from grader.answers import one_hidden_layer_passes as passes
from grader.answers import one_hidden_layer_training as training

MISCONCEPTIONS = activations.MISCONCEPTIONS | passes.MISCONCEPTIONS | training.MISCONCEPTIONS
ALTERNATIVES = activations.ALTERNATIVES | passes.ALTERNATIVES | training.ALTERNATIVES
