"""Mutants that are no mistakes: exercise id → change → why the result is the same. Each is tried on 500 fresh cases."""

REASONS: dict[str, dict[str, str]] = {}
