package io.evenflow.formulation;

import io.evenflow.fleet.SessionDetails;
import io.evenflow.fleet.Storage;
import io.evenflow.mip.Affine;
import io.evenflow.mip.AffineBuilder;
import io.evenflow.mip.MixedIntegerProgram;
import java.util.Arrays;

/**
 * Starts of charging and how long it goes on then.
 *
 * <pre>
 * start[k] − stop[k] = α[k] − α[k−1],  α[i] ≥ α[k] − α[k−1] for k &lt; i &lt; k + least run
 * </pre>
 */
final class ModelRuns {
  private static final int NONE = StorageModel.NONE;
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  private final StorageModel model;
  private final SessionDetails details;

  /** Variable of each step's start; none where starts cost nothing. */
  private final int[] start;

  /** Variable of each step's end of charging, {@link #NONE} where its start is none of its own. */
  private final int[] stop;

  ModelRuns(StorageModel model, MixedIntegerProgram.Builder program) {
    this.model = model;
    Storage storage = model.storage;
    details = storage.details();
    int n = storage.steps().size();
    start = new int[details.startCost() > 0 ? n : 0];
    stop = new int[start.length];
    Arrays.fill(stop, NONE);
    for (int k = 0; k < n && storage.hasRuns(); k++) {
      if (start.length > 0) {
        start[k] = addStart(k, program);
      }
      for (int i = k + 1; i < Math.min(n, k + details.minimumRunPeriods()); i++) {
        AffineBuilder goesOn = new AffineBuilder();
        model.addCharging(goesOn, 1, i);
        addBegun(goesOn, -1, k);
        program.row(0, goesOn.build(), INFINITY);
      }
    }
  }

  /**
   * Where nothing can charge before, α itself is the start. A variable above it and nothing else is
   * what SCIP's presolving has set to 0 beside α = 1.
   */
  private int addStart(int k, MixedIntegerProgram.Builder program) {
    AffineBuilder sum = new AffineBuilder();
    addBegun(sum, 1, k);
    Affine begun = sum.build();
    boolean isCharging = begun.variables().length == 1 && begun.coefficients()[0] == 1;
    if (isCharging && begun.constant() == 0) {
      program.addCost(begun.variables()[0], details.startCost());
      return begun.variables()[0];
    }
    int variable = program.variable(0, 1, details.startCost());
    // an equality: with a row of one side SCIP's presolving has fixed starts at 0, and cut them off
    stop[k] = program.variable(0, 1, 0);
    AffineBuilder change = new AffineBuilder().add(1, variable).add(-1, stop[k]);
    addBegun(change, -1, k);
    program.equality(change.build(), 0);
    return variable;
  }

  /** Adds α[k] − α[k−1] to a sum. */
  private void addBegun(AffineBuilder sum, double coefficient, int k) {
    model.addCharging(sum, coefficient, k);
    if (k > 0) {
      model.addCharging(sum, -coefficient, k - 1);
    } else if (details.chargingNow()) {
      sum.add(-coefficient);
    }
  }

  /** What starts cost at x. Unit: currency. */
  double startCost(double[] x) {
    double sum = 0;
    for (int variable : start) {
      sum += details.startCost() * x[variable];
    }
    return sum;
  }

  void setPoint(double[] x, double[] charge) {
    boolean on = details.chargingNow();
    for (int k = 0; k < start.length; k++) {
      boolean charges = charge[k] > 0;
      x[start[k]] = charges && !on ? 1 : 0;
      if (stop[k] != NONE) {
        x[stop[k]] = on && !charges ? 1 : 0;
      }
      on = charges;
    }
  }
}
