package io.evenflow.formulation;

import io.evenflow.fleet.Connection;
import io.evenflow.market.PeakCharge;
import io.evenflow.market.Tariff;
import io.evenflow.mip.Affine;
import io.evenflow.mip.AffineBuilder;
import io.evenflow.mip.MixedIntegerProgram;
import io.evenflow.time.Horizon;
import org.jspecify.annotations.Nullable;

/**
 * What holds and what is paid at a meter: a station's, a group's or the substation's. With n the
 * net power in kW and Δt the hours of a period
 *
 * <pre>
 * −export ≤ n ≤ import                                        connection
 * Δt·(import price·n + (import price − export price)·e),  e ≥ −n,  e ≥ 0    tariff
 * perKw·m,  m ≥ n − soFar,  m ≥ 0                             peak charge
 * </pre>
 */
final class MeterModel {
  private static final double FREE = Double.POSITIVE_INFINITY;

  private final Affine[] netKw;
  private final Horizon horizon;
  private final MixedIntegerProgram.Builder program;
  private @Nullable Tariff tariff;
  private @Nullable PeakCharge peakCharge;

  /** Of net powers by period, in kW. */
  MeterModel(Affine[] netKw, Horizon horizon, MixedIntegerProgram.Builder program) {
    this.netKw = netKw;
    this.horizon = horizon;
    this.program = program;
  }

  void limit(Connection connection) {
    for (int t = 0; t < netKw.length && !connection.isUnlimited(); t++) {
      program.row(connection.leastKw(t), netKw[t], connection.mostKw(t));
    }
  }

  void settle(@Nullable Tariff prices) {
    tariff = prices;
    for (int t = 0; t < netKw.length && prices != null; t++) {
      double perKw = horizon.hours(t) / 1000;
      double drawn = perKw * prices.importPerMwh().at(t);
      addCost(drawn, netKw[t]);
      double less = drawn - perKw * prices.exportPerMwh().at(t);
      if (less > 0) {
        int fedIn = program.variable(0, FREE, less);
        program.row(0, plus(netKw[t], 1, fedIn), FREE);
      }
    }
  }

  private void addCost(double perKw, Affine kw) {
    program.addConstant(perKw * kw.constant());
    for (int i = 0; i < kw.variables().length; i++) {
      program.addCost(kw.variables()[i], perKw * kw.coefficients()[i]);
    }
  }

  void charge(@Nullable PeakCharge charge) {
    peakCharge = charge;
    if (charge == null || charge.perKw() == 0) {
      return;
    }
    int above = program.variable(0, FREE, charge.perKw());
    for (Affine net : netKw) {
      program.row(-FREE, plus(net, -1, above), charge.soFarKw());
    }
  }

  private static Affine plus(Affine sum, double coefficient, int variable) {
    AffineBuilder more = new AffineBuilder().add(sum.constant()).add(coefficient, variable);
    for (int i = 0; i < sum.variables().length; i++) {
      more.add(sum.coefficients()[i], sum.variables()[i]);
    }
    return more.build();
  }

  /** What the tariff makes of the net energy at x, 0 without one. Unit: currency. */
  double energyCost(double[] x) {
    double sum = 0;
    for (int t = 0; t < netKw.length && tariff != null; t++) {
      sum += tariff.cost(t, horizon.hours(t) * netKw[t].at(x));
    }
    return sum;
  }

  /** What the highest import at x costs, 0 where it costs nothing. Unit: currency. */
  double peakCost(double[] x) {
    double highest = Double.NEGATIVE_INFINITY;
    for (Affine net : netKw) {
      highest = Math.max(highest, net.at(x));
    }
    return peakCharge == null ? 0 : peakCharge.cost(highest);
  }
}
