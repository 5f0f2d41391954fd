package io.evenflow.io.matpower;

import io.evenflow.grid.Branch;
import io.evenflow.grid.Bus;
import io.evenflow.grid.GenerationCost;
import io.evenflow.grid.Generator;
import io.evenflow.grid.Network;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.function.Function;

/**
 * Writes networks as MATPOWER case files of format version 2. Reading one back gives the same
 * buses, branches, generators and costs to the last digit; comments, and what {@link Warnings} says
 * of the file they came from, are not in it.
 */
public final class MatpowerWriter {
  private MatpowerWriter() {}

  /** The text of the file. */
  public static String text(Network network) {
    return "function mpc = evenflow_case\n"
        + "mpc.version = '2';\n"
        + "mpc.baseMVA = "
        + network.baseMva()
        + ";\n"
        + table("bus", network.buses(), MatpowerWriter::row)
        + table("gen", network.generators(), MatpowerWriter::row)
        + table("branch", network.branches(), MatpowerWriter::row)
        + costs(network.generators());
  }

  private static <T> String table(String name, List<T> things, Function<T, String> row) {
    StringBuilder text = new StringBuilder("mpc." + name + " = [\n");
    things.forEach(thing -> text.append(row.apply(thing)).append(";\n"));
    return text.append("];\n").toString();
  }

  private static String row(double... numbers) {
    StringJoiner row = new StringJoiner(" ");
    for (double number : numbers) {
      boolean isWhole = number == Math.rint(number) && Math.abs(number) < 1e9;
      row.add(
          Double.isInfinite(number)
              ? number > 0 ? "Inf" : "-Inf"
              : isWhole ? String.format(Locale.ROOT, "%.0f", number) : Double.toString(number));
    }
    return row.toString();
  }

  private static String row(Bus bus) {
    return row(
        bus.number(),
        bus.type().code(),
        bus.activeLoadMw(),
        bus.reactiveLoadMvar(),
        bus.shuntConductanceMw(),
        bus.shuntSusceptanceMvar(),
        1,
        bus.voltageMagnitudePu(),
        bus.voltageAngleDegrees(),
        bus.baseKv(),
        1,
        bus.voltageMaxPu(),
        bus.voltageMinPu());
  }

  private static String row(Generator generator) {
    return row(
        generator.bus(),
        generator.activePowerMw(),
        generator.reactivePowerMvar(),
        generator.reactiveMaxMvar(),
        generator.reactiveMinMvar(),
        generator.voltageSetpointPu(),
        100,
        generator.inService() ? 1 : 0,
        generator.activeMaxMw(),
        generator.activeMinMw());
  }

  private static String row(Branch branch) {
    // MATPOWER writes no limit as 0.
    double rating = Double.isInfinite(branch.ratingMva()) ? 0 : branch.ratingMva();
    return row(
        branch.from(),
        branch.to(),
        branch.resistancePu(),
        branch.reactancePu(),
        branch.chargingPu(),
        rating,
        0,
        0,
        branch.tapRatio(),
        branch.shiftDegrees(),
        branch.inService() ? 1 : 0);
  }

  /** Rows of one table are of one length: zeros fill them up. */
  private static String costs(List<Generator> generators) {
    int most = 3;
    for (Generator generator : generators) {
      if (generator.cost() instanceof GenerationCost.PiecewiseLinear lines) {
        most = Math.max(most, 2 * lines.points().size());
      }
    }
    int width = 4 + most;
    return table("gencost", generators, generator -> row(costRow(generator.cost(), width)));
  }

  private static double[] costRow(GenerationCost cost, int width) {
    double[] row = new double[width];
    switch (cost) {
      case GenerationCost.Polynomial polynomial -> {
        row[0] = 2;
        row[3] = 3;
        row[4] = polynomial.quadratic();
        row[5] = polynomial.linear();
        row[6] = polynomial.constant();
      }
      case GenerationCost.PiecewiseLinear lines -> {
        row[0] = 1;
        row[3] = lines.points().size();
        int at = 4;
        for (GenerationCost.Point point : lines.points()) {
          row[at++] = point.activePowerMw();
          row[at++] = point.costPerHour();
        }
      }
    }
    return row;
  }
}
