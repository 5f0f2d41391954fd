package io.evenflow.coordination;

import io.evenflow.mip.AffineBuilder;

/** A resource in a mixed-integer program: its own cost is part of the program's objective. */
public interface ResourceModel {
  /** Adds the amount of its i-th row to a sum. */
  void addAmount(AffineBuilder sum, int i);

  /** What it does at a point of the program, rid of the solver's tolerances. */
  Profile profile(double[] x);

  /** Writes a profile into a point of the program. */
  void setPoint(double[] x, Profile profile);
}
