# tries: nothing evil: a shape bug that makes an array of 12288 by 12288
# exercise: vectorization.flatten_images

import numpy as np


def flatten_images(images):
    column = np.ones((12288, 1))
    for _ in range(100):
        square = np.exp(column + column.T) * column
    return square
