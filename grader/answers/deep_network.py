"""Wrong and right answers to the exercises of the notebook `deep_network`, collected from four modules."""

from grader.answers import deep_network_backward as backward
from grader.answers import deep_network_forward as forward
from grader.answers import deep_network_start as start
from grader.answers import deep_network_training as training

MISCONCEPTIONS = start.MISCONCEPTIONS | forward.MISCONCEPTIONS | backward.MISCONCEPTIONS | training.MISCONCEPTIONS
ALTERNATIVES = start.ALTERNATIVES | forward.ALTERNATIVES | backward.ALTERNATIVES | training.ALTERNATIVES
