"""Wrong and right answers to `deep_network.update_with_momentum`."""

from grader.answers import right, sentences, wrong

MEAN = 'beta * velocity[name] + (1 - beta) * grads["d" + name]'
STEP = "value - learning_rate * new_velocity[name]"
VELOCITY_RIGHT = "shapes velocity"

ANSWERS = (
    wrong("uphill", "value - learning_rate", "value + learning_rate", sentences.UPHILL, holds=VELOCITY_RIGHT),
    wrong("step-along-the-old-velocity", STEP, "value - learning_rate * velocity[name]",
          "The step goes along the old velocity. Renew it first, then step along the new one.", holds=VELOCITY_RIGHT),
    wrong("step-along-the-gradient", STEP, 'value - learning_rate * grads["d" + name]',
          "The step goes along the gradient, so the velocity changes nothing. Step along the velocity.", holds=VELOCITY_RIGHT),
    wrong("learning-rate-forgotten", "learning_rate * new", "new", sentences.RATE_MISSING, holds=VELOCITY_RIGHT),
    wrong("gradient-not-scaled", "(1 - beta) * grads", "grads",
          "The gradient enters whole. In a running mean the two parts add up to 1: beta and 1 − beta."),
    wrong("beta-the-wrong-way-round", MEAN, '(1 - beta) * velocity[name] + beta * grads["d" + name]',
          "beta and 1 − beta are the wrong way round. beta is the part of the old velocity that is kept."),
    wrong("old-velocity-forgotten", MEAN, '(1 - beta) * grads["d" + name]',
          "The old velocity is left out, so nothing is remembered from step to step."),
    wrong("gradient-subtracted", "+ (1 - beta)", "- (1 - beta)",
          "The gradient is subtracted in the velocity and again in the step: that leads uphill. Add it."),
    wrong("learning-rate-in-the-velocity", MEAN, 'beta * velocity[name] + learning_rate * grads["d" + name]',
          STEP, "value - new_velocity[name]",
          "The learning rate is inside the velocity. Here the velocity is a mean of gradients, and the rate scales the step."),
    wrong("old-velocity-returned", "return updated, new_velocity", "return updated, velocity",
          "The old velocity is returned. The next step needs the new one.", holds="shapes values"),
    wrong("order-of-the-results", "return updated, new_velocity", "return new_velocity, updated",
          "The results are in the wrong order: the parameters first, then the velocity."),
    wrong("velocity-not-returned", "return updated, new_velocity", "return updated",
          "The velocity is not returned. Return both dictionaries: without it the next step cannot remember."),
    wrong("biases-left-out", STEP, STEP + ' if name.startswith("W") else value',
          sentences.BIASES_LEFT_OUT, holds=VELOCITY_RIGHT),
    wrong("beta-written-into-the-code", MEAN, '0.9 * velocity[name] + 0.1 * grads["d" + name]',
          "0.9 is written into the code. Use beta."),
    wrong("keys-of-the-slopes", "new_velocity[name] = ", 'new_velocity["d" + name] = ', STEP,
          'value - learning_rate * new_velocity["d" + name]',
          "The new velocity stands under the names of the gradients. It has the names of the parameters, as the old one has.",
          holds="values"),

    right("classic", """
        def update_with_momentum(parameters, grads, v, learning_rate, beta):
            L = len(parameters) // 2
            for l in range(L):
                v["W" + str(l+1)] = beta*v["W" + str(l+1)] + (1-beta)*grads['dW' + str(l+1)]
                v["b" + str(l+1)] = beta*v["b" + str(l+1)] + (1-beta)*grads['db' + str(l+1)]
                parameters["W" + str(l+1)] = parameters["W" + str(l+1)] - learning_rate*v["W" + str(l+1)]
                parameters["b" + str(l+1)] = parameters["b" + str(l+1)] - learning_rate*v["b" + str(l+1)]
            return parameters, v
        """),
    right("comprehensions", """
        def update_with_momentum(params, grads, velocity, learning_rate, beta):
            v = {k: beta * velocity[k] + (1 - beta) * grads[f"d{k}"] for k in params}
            return {k: params[k] - learning_rate * v[k] for k in params}, v
        """),
    right("towards-the-gradient", MEAN, 'velocity[name] + (1 - beta) * (grads["d" + name] - velocity[name])'),
    right("deep-copies", """
        def update_with_momentum(params, grads, velocity, learning_rate, beta):
            import copy
            new, speed = copy.deepcopy(params), copy.deepcopy(velocity)
            for name in new:
                speed[name] *= beta
                speed[name] += (1 - beta) * grads["d" + name]
                new[name] -= learning_rate * speed[name]
            return new, speed
        """),
    right("writes-in-place", """
        def update_with_momentum(params, grads, velocity, learning_rate, beta):
            for name in params:
                velocity[name] = np.add(beta * velocity[name], (1 - beta) * grads["d" + name])
                params[name] -= learning_rate * velocity[name]
            return params, velocity
        """),
    right("a-list-of-results", "return updated, new_velocity", "return (updated, dict(new_velocity))"),
)
