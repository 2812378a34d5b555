"""From a failing answer to the learner's line: which small edit of their own function makes more claims hold.

The edit is never told, only its place and its idea. No reference is needed.

tree          the places of a function's syntax tree, and another node at one of them
edits         the table of kinds of edits: what each mends, what it breaks, its idea in a sentence
expressions   the edits of operators, numbers, names, calls …
statements    the edits of whole statements: left out, moved out of a loop, returned …
answer        a learner's function as a tree that can be edited and run: or none, where that is not safe
search        try edits in the order of how likely they are, within a second
"""
