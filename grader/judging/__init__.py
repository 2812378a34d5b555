"""What is claimed of a function, and whether it holds. Only plain values are compared; nothing here knows an exercise.

plain          what was returned, printed or raised as plain data of bounded size
values         how exactly plain values are compared, and their description for a person
case           one call as data: inputs, the right result, what known mistakes give
exercise       what an exercise is: claims, hints, a way to draw inputs
drawing        what cases are drawn from: random numbers, the reference, pictures, sizes
claims         the kinds of claims
initialisers   claims about functions that draw initial parameters
trainers       claims about functions that draw parameters and train them
seeds          a seed that a function sets holds for one call
repeatable     every source of random numbers put back to where it was
observe        call a function on a case; plain values leave
judge          from what was observed to a report
explain        the most useful sentence about a wrong value
report         what a check says, as text and as a table
prediction     a question that is asked before a cell is run
public_cases   the cases that every learner's machine has
"""
