"""The wings of the house, from top to bottom: each imports only from wings above it, and from `utils`.

What a learner gets is listed here and nowhere else: the bundle, the wheel and what a sandbox sees follow from it.
"""

LEARNER = ("judging", "explaining", "exercises", "learning")
INSTRUCTOR = ("answers", "releasing", "grading", "measuring")
TOP = ("__init__.py", "__main__.py", "cli", "wings.py", "public_cases")  # beside the wings, and a learner's, too

LEARNERS_PART = (*TOP, *LEARNER)  # of the folder grader/
LEARNERS_FOLDERS = ("datasets", "notebooks", "utils")  # beside grader/
