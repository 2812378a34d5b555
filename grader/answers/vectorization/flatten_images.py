"""Wrong and right answers to `vectorization.flatten_images`."""

from grader.answers import right, wrong

ANSWERS = (
    wrong("reshaped-straight-to-columns", "X = rows.T", "X = images.reshape(-1, m)",
          "The shape is right and the content is not: reshaping straight to (h·w·c, m) deals the numbers out in rows, "
          "so every column mixes all the pictures. Lay out one picture a row first, then transpose."),
    wrong("one-picture-a-row", "X = rows.T", "X = rows",
          "The pictures stand in rows. In this course every example is a column: one step is missing."),
    wrong("divided-by-255", "X = rows.T", "X = rows.T / 255",
          "The values were divided by 255. That is a good next step, but flattening must not change the numbers."),
    wrong("channels-as-planes", "rows = images.reshape(m, -1)", "rows = images.transpose(0, 3, 1, 2).reshape(m, -1)",
          "The colours come as three planes, first all the reds, then the greens, then the blues. "
          "NumPy stores them interleaved, pixel by pixel: reshape without moving the axes."),
    wrong("fortran-order", "images.reshape(m, -1)", 'images.reshape(m, -1, order="F")',
          "The numbers are read column by column (order F). NumPy's own order is row by row."),
    wrong("only-the-first-picture", "X = rows.T", "X = rows[:1].T",
          "Only the first picture is there. All m of them belong in X, one a column."),
    wrong("sizes-written-into-the-code", "images.reshape(m, -1)", "images.reshape(m, 64 * 64 * 3)",
          "64·64·3 is written into the code, so it works for pictures of that size only. "
          "Let NumPy work out the second size: -1."),
    wrong("m-written-into-the-code", "m = images.shape[0]", "m = 209",
          "The number of pictures is written into the code. Take it from images.shape."),
    wrong("one-long-column", "X = rows.T", "X = rows.reshape(-1, 1)",
          "All pictures have ended up in one long column. Each needs a column of its own."),

    right("reshape-and-transpose", "X = rows.T", "X = np.transpose(rows)"),
    right("stacked-columns", """
        def flatten_images(images):
            return np.stack([image.ravel() for image in images], axis=1)
        """),
    right("loop", """
        def flatten_images(images):
            m, h, w, c = images.shape
            X = np.empty((h * w * c, m), dtype=images.dtype)
            for i in range(m):
                X[:, i] = images[i].flatten()
            return X
        """),
    right("reshape-given-sizes", "images.reshape(m, -1)", "images.reshape(m, int(np.prod(images.shape[1:])))"),
    right("axes-moved", "X = rows.T", "X = np.moveaxis(images, 0, -1).reshape(-1, m)"),
    right("classic", "X = rows.T", "X = images.reshape(images.shape[0], -1).T"),
    right("concatenated", """
        def flatten_images(images):
            return np.concatenate([picture.reshape(-1, 1) for picture in images], axis=1)
        """),
    right("contiguous", "X = rows.T", "X = np.ascontiguousarray(rows.T)"),
)
