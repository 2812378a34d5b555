"""From solutions/ to what is handed out.

course          the course as nbgrader sees it: configuration, folders, gradebook
moments         what a due date means, in UTC
submitted       who has submitted
release         student notebooks and public cases
draw_cases      inputs from a seed, the reference's results, and what known mistakes give
draw_steps      what the single steps of right answers give in each case, and from what
other_sizes     other sizes and numbers than those of the public cases
bundle          the zip that a learner is handed
wheel           the whole course for a learner, as pip installs it
preprocessors   what release does to a notebook beside nbgrader's own steps
doubled_ids     an id that two cells share is refused
keep_work       nbgrader's Generate never overwrites somebody's work
"""
