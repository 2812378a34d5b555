"""The predictions of each notebook, one module a notebook."""
