"""What a learner types, and where a learner's work lies.

checks           check, examine, hint, guess
progress         the last result of every exercise, in a file of the learner's own
progress_table   the table of the start page
notebook_file    the cells of a notebook, and what its checks examine
self_check       a whole notebook: points, and what is missing
cell             what a cell means, and how it runs
ipython          what only IPython understands, as Python
beside           Python files that lie beside a notebook
workspace        the copies in my-course/, and JupyterLab on them
printing         texts on any console
files            writing files that others read meanwhile
fingerprint      whether somebody has worked in a released notebook
"""
