"""Wrong and right answers to the exercises of the notebook `one_hidden_layer`."""

MISCONCEPTIONS = {}
ALTERNATIVES = {}
