"""From what was observed to one true sentence: the first source that is certain speaks, the others are silent.

told          all of it together: a report with its words
stops         what stopped a function, in a learner's words: their line and what stood in it
stop          a stop with what stood in its line
sizes         arrays that do not fit
lost          what never reaches the result: a missing `return`, an argument that is not read, a name that nothing changes
missing       names without a value: not known, not imported, set in a branch that did not run
known         known misconceptions: whose result this is, with evidence that chance excludes
two_known     two known misconceptions at once, part by part
numbers       what a look at several cases shows

From here on: the learner's line. Two witnesses: a step that is wrong while all that it reads is right, by the values that come
with the cases; and a small edit of their own function after which more claims hold. The edit is never told, only its place and
its idea. No reference is needed.

search        look for the step, then try edits in the order of how likely they are, within a second
right_step    the step that gives what no right answer has, although all is there that right answers compute it from
right_values  the values that steps of right answers give in a case
steps         a function's steps seen, or replaced by other values, while it runs
candidates    every edit at every place of an answer, the likeliest first
edits         the table of kinds of edits: what each mends, what it breaks, its idea in a sentence
operators, calls, names, additions, statements
              the edits themselves, by what they are made on
scope         what an edit can use: names, texts, sizes
tree          a source as a syntax tree, its places, and another node at one of them
evidence      what else points at a line: which parts of the result are wrong
answer        a learner's function as a tree that can be edited and run: or none, where that is not safe
trial         whether an edited function is better than the answer was
time_limit    an end to calls that take too long
"""

from grader.explaining.told import explain

__all__ = ["explain"]
