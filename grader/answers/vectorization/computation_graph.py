"""Wrong and right answers to `vectorization.computation_graph`."""

from grader.answers import right, wrong

ANSWERS = (
    wrong("db-and-dc-swapped", "db = du * c", "db = du * b", "dc = du * b", "dc = du * c",
          "dJ/db and dJ/dc are swapped. "
          "b is multiplied by c, so a nudge of b arrives multiplied by c: at (5, 3, 2) dJ/db is 6, and 9 is dJ/dc.",
          holds="cost"),
    wrong("factor-3-forgotten", "dv = 3 ", "dv = 1 ",
          "The last box multiplies by 3, and so must every derivative that passes through it.", holds="cost"),
    wrong("bracket-forgotten-in-j", "J = 3 * v", "J = 3 * a + u",
          "J = 3(a + bc): the 3 multiplies the whole bracket, not a alone.", holds="grads slope"),
    wrong("da-multiplied-by-a", "da = dv * 1", "da = dv * a",
          "dJ/da says how fast J changes with a: v = a + u changes by 1 for each 1 of a, whatever a is.", holds="cost"),
    wrong("derivative-of-u-only", "db = du * c", "db = c", "dc = du * b", "dc = b",
          "db = c and dc = b are the derivatives of u = bc. The chain rule multiplies them by dJ/du.", holds="cost"),
    wrong("slopes-before-j", 'return J, {"da": da, "db": db, "dc": dc}', 'return {"da": da, "db": db, "dc": dc}, J',
          "The two results are in the wrong order: J first, then the slopes."),
    wrong("db-multiplied-by-b", "db = du * c", "db = du * b",
          "The slope along b is 3c, not 3b: in a product it is the other factor. "
          "A well-known note says dJ/db = 9 here; nudge b and see.", holds="cost"),
    wrong("dc-multiplied-by-c", "dc = du * b", "dc = du * c",
          "The slope along c is 3b, not 3c: in a product it is the other factor.", holds="cost"),
    wrong("da-is-one", "da = dv * 1", "da = 1",
          "1 is the slope of v along a. The last box, J = 3v, triples it.", holds="cost"),
    wrong("db-tripled-twice", "db = du * c", "db = 3 * du * c",
          "du holds the 3 already. In db it was multiplied in twice.", holds="cost"),
    wrong("dv-is-v", "dv = 3 ", "dv = v ",
          "dv is the slope of J = 3v along v. It does not depend on v's value.", holds="cost"),
    wrong("dv-is-j", "dv = 3 ", "dv = J ",
          "The way back starts with J itself. It should start with the slope of J = 3v along v.", holds="cost"),
    wrong("sum-instead-of-product", "u = b * c", "u = b + c", "bc means b times c, not b plus c.", holds="grads slope"),

    right("by-formula", """
        def computation_graph(a, b, c):
            return 3 * (a + b * c), dict(da=3.0, db=3.0 * c, dc=3.0 * b)
        """),
    right("a-list-of-results",
          'return J, {"da": da, "db": db, "dc": dc}', 'return [J, {"dc": dc, "db": db, "da": da}]'),
    right("numpy-numbers", "J = 3 * v", "J = np.float64(3) * v"),
    right("with-prints-and-leftovers", "return J,", "print('J =', J, 'dv =', dv)\n    unused = dv * du\n    return J,"),
)
