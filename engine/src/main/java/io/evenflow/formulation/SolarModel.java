package io.evenflow.formulation;

import io.evenflow.fleet.Solar;
import io.evenflow.mip.Affine;
import io.evenflow.mip.AffineBuilder;
import io.evenflow.mip.MixedIntegerProgram;
import io.evenflow.mip.RotatedCone;

/**
 * One plant of PV: its active power p where it may be curtailed, and its reactive power q where the
 * grid has a variable of it, both fed in.
 *
 * <pre>
 * 0 ≤ p ≤ what the sun gives and the inverter passes
 * p² + q² ≤ rating²                    reactive power free
 * q = −tan φ·p                         fixed
 * </pre>
 */
final class SolarModel {
  private final Solar plant;
  private final MixedIntegerProgram.Builder program;

  /** Variable of p by period, {@link BranchFlow#NONE} where all the sun gives is fed in. */
  private final int[] activeKw;

  /** Variable of q by period, {@link BranchFlow#NONE} where it is given. */
  private final int[] reactiveKvar;

  /** The plant of an index in the scenario. */
  SolarModel(Solar plant, int index, BranchFlow[] flows, MixedIntegerProgram.Builder program) {
    this.plant = plant;
    this.program = program;
    activeKw = new int[flows.length];
    reactiveKvar = new int[flows.length];
    for (int t = 0; t < flows.length; t++) {
      activeKw[t] = plant.curtailable() ? program.variable(0, plant.mostKw(t), 0) : BranchFlow.NONE;
      reactiveKvar[t] = flows[t].solarKvar[index];
      if (reactiveKvar[t] != BranchFlow.NONE) {
        addReactive(t);
      }
    }
  }

  private void addReactive(int t) {
    Double rating = plant.ratingKva();
    if (plant.reactive() == Solar.Reactive.FREE && rating != null) {
      addRating(t, rating);
      return;
    }
    double most = Math.abs(plant.drawnKvarPerKw()) * plant.mostKw(t);
    program.setBounds(reactiveKvar[t], -most, most);
    if (most > 0) {
      AffineBuilder drawn = new AffineBuilder().add(1, reactiveKvar[t]);
      program.equality(drawn.add(plant.drawnKvarPerKw(), activeKw[t]).build(), 0);
    }
  }

  /** A cone where there is a choice of p; else what the rating leaves beside it. */
  private void addRating(int t, double rating) {
    double given = plant.curtailable() ? 0 : plant.availableKw().at(t);
    double most = Math.sqrt(Math.max(0, rating * rating - given * given));
    program.setBounds(reactiveKvar[t], -most, most);
    if (plant.curtailable() && plant.mostKw(t) > 0) {
      program.cone(
          RotatedCone.norm(
              Affine.constant(1),
              Affine.of(1 / rating, activeKw[t]),
              Affine.of(1 / rating, reactiveKvar[t])));
    }
  }

  boolean isCurtailable() {
    return plant.curtailable();
  }

  /** Adds the power that is drawn, −p, of what may be curtailed. Unit: kW. */
  void addNetPower(AffineBuilder sum, int period) {
    sum.add(-1, activeKw[period]);
  }

  /** Power fed in at x. Unit: kW. */
  double kw(double[] x, int period) {
    double most = plant.mostKw(period);
    return plant.curtailable() ? Math.clamp(x[activeKw[period]], 0, most) : most;
  }

  /** Reactive power fed in at x. Unit: kvar. */
  double kvar(double[] x, int period) {
    double kw = kw(x, period);
    Double rating = plant.ratingKva();
    if (plant.reactive() != Solar.Reactive.FREE || rating == null) {
      return 0 - plant.drawnKvarPerKw() * kw; // never −0
    }
    double most = Math.sqrt(Math.max(0, rating * rating - kw * kw));
    return Math.clamp(x[reactiveKvar[period]], -most, most);
  }
}
