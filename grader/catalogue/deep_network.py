"""Wrong and right answers to the exercises of the notebook `deep_network`."""

MISCONCEPTIONS = {}
ALTERNATIVES = {}
