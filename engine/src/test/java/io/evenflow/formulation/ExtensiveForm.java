package io.evenflow.formulation;

import io.evenflow.mip.Affine;
import io.evenflow.mip.AffineBuilder;
import io.evenflow.mip.MixedIntegerProgram;
import io.evenflow.mip.RotatedCone;
import io.evenflow.scenario.Scenario;
import java.util.Arrays;
import java.util.List;

/**
 * Several futures as one program: the programs of all side by side, costs weighted, and for the
 * sessions that are here the same powers in all. It shares nothing with the decomposed day.
 */
public final class ExtensiveForm {
  private final MixedIntegerProgram.Builder builder = new MixedIntegerProgram.Builder();

  private ExtensiveForm() {}

  /**
   * @param here the first so many sessions of each are the same
   */
  public static MixedIntegerProgram of(List<Scenario> futures, double[] probability, int here) {
    ExtensiveForm whole = new ExtensiveForm();
    DayProgram first = new DayProgram(futures.getFirst());
    whole.add(first.program(), 0, probability[0]);
    int offset = first.program().variables();
    for (int f = 1; f < futures.size(); f++) {
      DayProgram day = new DayProgram(futures.get(f));
      whole.add(day.program(), offset, probability[f]);
      whole.tie(futures.get(f), first, day, here, offset);
      offset += day.program().variables();
    }
    return whole.builder.build();
  }

  /**
   * The same with the conditional value at risk as its cost (Rockafellar and Uryasev 2000):
   *
   * <pre>
   * min η + Σ probability/(1 − level)·s,  s ≥ cost of the future − η,  s ≥ 0
   * </pre>
   *
   * for days whose costs are linear.
   */
  public static MixedIntegerProgram ofTail(
      List<Scenario> futures, double[] probability, int here, double level) {
    double[] nothing = new double[probability.length];
    MixedIntegerProgram.Builder builder = of(futures, nothing, here).toBuilder();
    double free = Double.POSITIVE_INFINITY;
    int eta = builder.variable(-free, free, 1);
    int offset = 0;
    for (int f = 0; f < probability.length; f++) {
      MixedIntegerProgram day = new DayProgram(futures.get(f)).program();
      int beyond = builder.variable(0, free, probability[f] / (1 - level));
      AffineBuilder row = new AffineBuilder().add(1, beyond).add(1, eta).add(-day.constant());
      for (int j = 0; j < day.variables(); j++) {
        if (day.cost()[j] != 0) {
          row.add(-day.cost()[j], offset + j);
        }
      }
      builder.row(0, row.build(), free);
      offset += day.variables();
    }
    return builder.build();
  }

  private void add(MixedIntegerProgram program, int offset, double weight) {
    builder.addConstant(weight * program.constant());
    for (int j = 0; j < program.variables(); j++) {
      builder.variable(program.lower()[j], program.upper()[j], weight * program.cost()[j]);
      builder.addQuadraticCost(offset + j, weight * program.quadraticCost()[j]);
      builder.setInteger(offset + j, program.integer()[j]);
    }
    for (int i = 0; i < program.rows(); i++) {
      int from = program.rowStart()[i];
      int to = program.rowStart()[i + 1];
      int[] variables = Arrays.copyOfRange(program.rowVariable(), from, to);
      double[] values = Arrays.copyOfRange(program.rowValue(), from, to);
      Affine row = shifted(new Affine(variables, values, 0), offset);
      builder.row(program.rowLower()[i], row, program.rowUpper()[i]);
    }
    for (RotatedCone cone : program.cones()) {
      Affine[] squares =
          Arrays.stream(cone.squares()).map(each -> shifted(each, offset)).toArray(Affine[]::new);
      Affine left = shifted(cone.left(), offset);
      Affine right = cone.isNorm() ? left : shifted(cone.right(), offset);
      builder.cone(new RotatedCone(squares, left, right, cone.isEquality()));
    }
  }

  private static Affine shifted(Affine affine, int offset) {
    int[] variables = Arrays.stream(affine.variables()).map(j -> offset + j).toArray();
    return new Affine(variables, affine.coefficients(), affine.constant());
  }

  /** The same net power of each session that is here, in each of its periods. */
  private void tie(Scenario scenario, DayProgram first, DayProgram other, int here, int offset) {
    for (int s = 0; s < here; s++) {
      for (int k = 0; k < scenario.sessions().get(s).periods(); k++) {
        AffineBuilder one = new AffineBuilder();
        first.addNetPower(one, s, k);
        AffineBuilder two = new AffineBuilder();
        other.addNetPower(two, s, k);
        Affine ofOther = shifted(two.build(), offset);
        AffineBuilder difference = new AffineBuilder();
        Affine ofFirst = one.build();
        for (int i = 0; i < ofFirst.variables().length; i++) {
          difference.add(ofFirst.coefficients()[i], ofFirst.variables()[i]);
        }
        for (int i = 0; i < ofOther.variables().length; i++) {
          difference.add(-ofOther.coefficients()[i], ofOther.variables()[i]);
        }
        builder.equality(difference.build(), 0);
      }
    }
  }
}
