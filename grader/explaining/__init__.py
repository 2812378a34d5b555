"""From what was observed to one true sentence: the first source that is certain speaks, the others are silent.

stops     what stopped a function, in a learner's words: their line and what stood in it
stop      a stop with what stood in its line
sizes     arrays that do not fit
missing   names without a value: not known, not imported, set in a branch that did not run
known     known misconceptions: whose result this is, with evidence that chance excludes
numbers   what a look at several cases shows
told      all of it together: a report with its words
"""

from grader.explaining.told import explain

__all__ = ["explain"]
