"""From a failing answer to the learner's line: which small edit of their own function makes more claims hold.

The edit is never told, only its place and its idea. No reference is needed.

tree          the places of a function's syntax tree, and another node at one of them
edits         the table of kinds of edits: what each mends, what it breaks, its idea in a sentence
operators, calls, names, additions, statements
              the edits themselves, by what they are made on
scope         what an edit can use: names, texts, sizes
candidates    every edit at every place of an answer, the likeliest first
evidence      what else points at a line: which parts of the result are wrong
answer        a learner's function as a tree that can be edited and run: or none, where that is not safe
trial         whether an edited function is better than the answer was
time_limit    an end to calls that take too long
search        try edits in the order of how likely they are, within a second
"""
