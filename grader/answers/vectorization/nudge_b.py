"""Wrong and right answers to `vectorization.nudge_b`."""

from grader.answers import right, wrong

ANSWERS = (
    wrong("nudges-c", "(b + step) * c", "b * (c + step)",
          "This is 3b, the slope along c: what nudging c gives, and where the note's 9 comes from. Nudge b."),
    wrong("not-divided-by-step", "(J_after - J_before) / step", "J_after - J_before",
          "This is the change of J. The slope is the change for each unit of b: divide by the step."),
    wrong("believes-the-note", "return (J_after - J_before) / step", "return 9.0",
          "9 is what the note says. Measure it: nudge b, see how much J changes."),
    wrong("difference-the-wrong-way-round", "(J_after - J_before)", "(J_before - J_after)",
          "The difference is taken the wrong way round: after minus before."),
    wrong("bracket-forgotten", "3 * (a + (b + step) * c)", "3 * a + (b + step) * c",
          "The 3 multiplies the whole bracket, before the nudge and after it."),
    wrong("nudges-a", "(a + (b + step) * c)", "(a + step + b * c)", "This nudges a. The exercise asks for the slope along b."),
    wrong("factor-3-forgotten", "(J_after - J_before) / step", "(J_after - J_before) / 3 / step",
          "The factor 3 is missing: J is three times the bracket."),
    wrong("divided-by-b", "/ step", "/ b", "Divide by how far b has moved, which is the step, not by b."),
    wrong("nudged-by-a-share", "(b + step)", "(b * (1 + step))",
          "b was moved by a share of itself. The step is to be added."),
    wrong("derivative", "return (J_after - J_before) / step", "return 3 * c",
          "This is the derivative, not a measurement: it is 3c for any step, even one that is too small to change b.",
          holds="values"),
    wrong("size-of-the-step", "/ step", "/ abs(step)",
          "The step may be negative: divide by the step itself, not by its size.", holds="tiny"),

    right("both-sides",
          "return (J_after - J_before) / step", "return (J_after - 3 * (a + (b - step) * c)) / (2 * step)"),
)
