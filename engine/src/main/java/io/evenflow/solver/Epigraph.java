package io.evenflow.solver;

import io.evenflow.mip.Affine;
import io.evenflow.mip.MixedIntegerProgram;
import io.evenflow.mip.RotatedCone;
import java.util.Arrays;

/**
 * Moves quadratic costs into cones: q·x² becomes q·t with x² ≤ t·1. The new variables follow the
 * program's own.
 */
final class Epigraph {
  private Epigraph() {}

  /** The program itself if it has no quadratic costs. */
  static MixedIntegerProgram of(MixedIntegerProgram program) {
    double[] quadratic = program.quadraticCost();
    if (Arrays.stream(quadratic).allMatch(q -> q == 0)) {
      return program;
    }
    MixedIntegerProgram.Builder builder = program.toBuilder();
    for (int j = 0; j < quadratic.length; j++) {
      if (quadratic[j] < 0) {
        throw new IllegalArgumentException(
            "variable %d: quadratic cost %s must not be negative".formatted(j, quadratic[j]));
      }
      if (quadratic[j] > 0) {
        int square = builder.variable(0, largestSquare(program, j), quadratic[j]);
        builder.addQuadraticCost(j, -quadratic[j]);
        builder.cone(
            new RotatedCone(new Affine[] {Affine.of(j)}, Affine.of(square), Affine.constant(1)));
      }
    }
    return builder.build();
  }

  /** The same feasible points, all at objective 0. */
  static MixedIntegerProgram withoutCosts(MixedIntegerProgram program) {
    MixedIntegerProgram.Builder builder = program.toBuilder();
    builder.addConstant(-program.constant());
    for (int j = 0; j < program.variables(); j++) {
      builder.addCost(j, -program.cost()[j]);
      builder.addQuadraticCost(j, -program.quadraticCost()[j]);
    }
    return builder.build();
  }

  private static double largestSquare(MixedIntegerProgram program, int variable) {
    double largest =
        Math.max(Math.abs(program.lower()[variable]), Math.abs(program.upper()[variable]));
    return largest * largest;
  }

  /** A point of the epigraph's program from one of the program's own. */
  static double[] extend(MixedIntegerProgram program, MixedIntegerProgram epigraph, double[] x) {
    double[] extended = Arrays.copyOf(x, epigraph.variables());
    int next = x.length;
    for (int j = 0; j < x.length; j++) {
      if (program.quadraticCost()[j] > 0) {
        extended[next++] = x[j] * x[j];
      }
    }
    return extended;
  }
}
