"""How good the checks and the grading are: measured, not believed."""
