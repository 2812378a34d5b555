"""Wrong and right answers to `logistic_regression.model`."""

from grader.answers import right, wrong

ANSWERS = (
    wrong("trained-on-the-test-set", "optimize(w, b, X_train, Y_train,", "optimize(w, b, X_test, Y_test,",
          "It learns from the test pictures. They are kept to see how well it does on pictures it has never seen."),
    wrong("trained-on-both-sets", "optimize(w, b, X_train, Y_train,",
          "optimize(w, b, np.hstack([X_train, X_test]), np.hstack([Y_train, Y_test]),",
          "It learns from the test pictures, too. They are kept to see how well it does on pictures it has never seen."),
    wrong("predicted-with-the-start", "predict(w, b, X_train)", "predict(*initialize_with_zeros(len(X_train)), X_train)",
          "predict(w, b, X_test)", "predict(*initialize_with_zeros(len(X_test)), X_test)",
          "The predictions are made with the starting weights. Make them with the learned ones.",
          holds="shapes params costs untouched"),
    wrong("test-predicted-with-the-start", "predict(w, b, X_test)", "predict(*initialize_with_zeros(len(X_test)), X_test)",
          "The test pictures are predicted with the starting weights. Use the learned ones.",
          holds="shapes params costs untouched"),
    wrong("test-predictions-from-training-pictures",
          '"Y_prediction_test": predict(w, b, X_test)', '"Y_prediction_test": predict(w, b, X_train)',
          "Y_prediction_test was predicted from the training pictures.", holds="params costs untouched"),
    wrong("predictions-swapped",
          '"Y_prediction_train": predict(w, b, X_train)', '"Y_prediction_train": predict(w, b, X_test)',
          '"Y_prediction_test": predict(w, b, X_test)', '"Y_prediction_test": predict(w, b, X_train)',
          "The predictions for the training and the test pictures are swapped.", holds="params costs untouched"),
    wrong("initial-weights-used", '    w, b = params["w"], params["b"]\n', "",
          "The weights are still zero: optimize returns the learned ones, and they have to be taken from params.",
          holds="shapes costs untouched"),
    wrong("settings-ignored", "num_iterations, learning_rate)\n    w, b", "2000, 0.005)\n    w, b",
          "num_iterations and learning_rate are not passed on: 2000 and 0.005 stand in the code."),
    wrong("sized-by-the-pictures", "initialize_with_zeros(X_train.shape[0])", "initialize_with_zeros(X_train.shape[1])",
          "w has one entry for each picture. It needs one for each feature: the rows of X."),
    wrong("costs-forgotten", '"costs": costs} |', "} |",
          'The key "costs" is missing from the result.', holds="params predictions untouched"),
    wrong("labels-for-predictions", "predict(w, b, X_test)", "Y_test",
          "Y_prediction_test holds the right answers. Predict them from the test pictures.",
          holds="shapes params costs untouched"),
    wrong("random-start",
          "w, b = initialize_with_zeros(X_train.shape[0])", "w, b = np.random.randn(X_train.shape[0], 1), 0.0",
          "It starts from random weights. This model starts from zeros: initialize_with_zeros."),

    right("classic", """
        def model(X_train, Y_train, X_test, Y_test, num_iterations=2000, learning_rate=0.5, print_cost=False):
            w, b = np.zeros((X_train.shape[0], 1)), 0
            parameters, grads, costs = optimize(w, b, X_train, Y_train, num_iterations, learning_rate)
            w = parameters["w"]
            b = parameters["b"]
            Y_prediction_test = predict(w, b, X_test)
            Y_prediction_train = predict(w, b, X_train)
            print("train accuracy: {} %".format(100 - np.mean(np.abs(Y_prediction_train - Y_train)) * 100))
            d = {"costs": costs, "Y_prediction_test": Y_prediction_test, "Y_prediction_train": Y_prediction_train, "w": w,
                 "b": b, "learning_rate": learning_rate, "num_iterations": num_iterations}
            return d
        """),
    right("everything-inside", """
        def model(X_train, Y_train, X_test, Y_test, num_iterations, learning_rate):
            w, b, costs = np.zeros((X_train.shape[0], 1)), 0.0, []
            for i in range(num_iterations):
                A = 1 / (1 + np.exp(-(w.T @ X_train + b)))
                if i % 100 == 0:
                    costs.append(-np.mean(Y_train * np.log(A) + (1 - Y_train) * np.log(1 - A)))
                w = w - learning_rate * X_train @ (A - Y_train).T / X_train.shape[1]
                b = b - learning_rate * np.mean(A - Y_train)
            return {"w": w, "b": b, "costs": costs, "Y_prediction_train": 1.0 * (w.T @ X_train + b > 0),
                    "Y_prediction_test": 1.0 * (w.T @ X_test + b > 0)}
        """),
    right("unpacked", "params, _, costs = optimize", "params, grads, costs = optimize"),
    right("started-by-hand", "initialize_with_zeros(X_train.shape[0])", "np.zeros(shape=(X_train.shape[0], 1)), 0"),
)
