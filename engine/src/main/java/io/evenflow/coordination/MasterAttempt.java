package io.evenflow.coordination;

import io.evenflow.solver.HighsModel;

/**
 * Ways to solve the master, in the order they are tried: a linear program that fails numerically
 * one way does not fail in all of them.
 */
enum MasterAttempt {
  /** From the basis of the last solve. */
  WARM {
    @Override
    void prepare(HighsModel model) {}
  },
  /** From no basis. */
  COLD {
    @Override
    void prepare(HighsModel model) {
      model.forget();
    }
  },
  /** By the primal simplex method, scaled otherwise. */
  PRIMAL {
    @Override
    void prepare(HighsModel model) {
      model.forget();
      model.option("simplex_strategy", 4);
      model.option("simplex_scale_strategy", 4);
    }

    @Override
    void restore(HighsModel model) {
      model.option("simplex_strategy", 1);
      model.option("simplex_scale_strategy", 2);
    }
  },
  /** By an interior-point method. */
  INTERIOR {
    @Override
    void prepare(HighsModel model) {
      model.forget();
      model.option("solver", "ipm");
    }

    @Override
    void restore(HighsModel model) {
      model.option("solver", "choose");
    }
  };

  abstract void prepare(HighsModel model);

  void restore(HighsModel model) {}
}
