"""From a submission to a grade: find, read and mend → run → judge → record → explain. Each stage is a module.

gate           what a student made passes here, and is plain data afterwards
released       the notebook as released: which cells it has and what each is for
unpack         what lies in a file: a notebook, an archive of them, or something else
handed_in      what a student handed in, without following any link
chosen         which file is which notebook
conflicts      the marks of a merge
functions      which functions a cell defines
mend           a submitted file → its cells, put back where they belong
plan           which of these cells have to run
not_here       what it asks for that is not there while it is graded
sandbox/       runs them, and calls functions; plain values leave it
secret         the course's key, and which case set it gives a student
secret_cases   the cases that a student is graded on
closed         what of utils is taken away while a notebook is graded
notebook       one notebook → points, reports
reports        what is told of public cases: everything; of secret ones: verdicts
inert          Markdown that shows a student's text, and nothing else
autograded     the notebook that formgrader shows
task           what travels between the coordinator and its workers
workers        one submission on one worker, and many on several
cluster        workers on other machines
tables         the course's own tables beside nbgrader's
lateness       what late work costs, by the course's rule
extensions     who may hand in later
gradebook      nbgrader's gradebook, by one writer
checks_version which checks a grade was given by
assignment     a whole assignment: who is graded, and what the gradebook then holds
command        `grader grade`: progress, stopping, going on
screen         what it shows
preprocessor   the same steps for nbgrader's own commands and formgrader
formgrader     a guard for its pages about one student
marks          what the gradebook holds of each graded cell
feedback       the page that a student gets back
feedback_exporter  the same page for nbgrader's own command and formgrader
class_figures  what it counts
class_report   the page for the instructor
exports        points as tables
"""
