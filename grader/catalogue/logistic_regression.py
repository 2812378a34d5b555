"""Wrong and right answers."""

MISCONCEPTIONS = {}
ALTERNATIVES = {}
