"""Batch grading: read and mend → run → judge → record → explain. Each stage is a module.

template    the notebook as released: which cells it has and what each is for
mend        a submitted file → its cells, put back where they belong
plan        which of these cells have to run
inside      the sandboxed side: runs cells and calls functions, returns plain values
sandbox     the outside of the sandbox: starts it, talks to it, ends it
judging     one notebook → points, reports, and a notebook that formgrader shows
shown       the notebook that formgrader shows
work        one submission on one worker, and many on several
record      nbgrader's gradebook, by one writer
feedback    the page that a student gets back
"""
