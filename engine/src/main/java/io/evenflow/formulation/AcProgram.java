package io.evenflow.formulation;

import io.evenflow.mip.MixedIntegerProgram;
import io.evenflow.scenario.Scenario;
import java.util.Arrays;

/**
 * A day or a period on the AC grid itself: its program with the equality (4), P² + Q² = ṽᵢ·l, in
 * place of the cone (5), and with finite bounds on P, Q, l and v ({@link FlowIntervals}), which
 * branching on an equality that is not convex needs. Variables and rows stay as they are, so that
 * what the day's or the period's program says of a point holds here too.
 *
 * <p>A grid may have two power flows for the same loads, one of high and one of low voltage. The
 * limits (8) leave the high one alone, unless a least voltage is far below what any grid is run at.
 */
public final class AcProgram {
  private AcProgram() {}

  public static MixedIntegerProgram of(DayProgram day) {
    Scenario scenario = day.scenario();
    MixedIntegerProgram.Builder builder = day.program().toBuilder();
    PlaceIntervals within = new PlaceIntervals(scenario);
    for (int t = 0; t < scenario.periods(); t++) {
      tighten(builder, day.flows[t], within.kw(t), within.kvar(t));
    }
    return builder.build();
  }

  /** Nothing moves, as in the period's program itself. */
  public static MixedIntegerProgram of(PeriodProgram period) {
    MixedIntegerProgram.Builder builder = period.program().toBuilder();
    tighten(
        builder, period.flow, none(period.flow.placeKw.length), none(period.flow.solarKvar.length));
    return builder.build();
  }

  private static Interval[] none(int size) {
    Interval[] none = new Interval[size];
    Arrays.fill(none, Interval.ZERO);
    return none;
  }

  private static void tighten(
      MixedIntegerProgram.Builder builder,
      BranchFlow flow,
      Interval[] placeKw,
      Interval[] solarKvar) {
    FlowIntervals within =
        new FlowIntervals(flow.scenario, flow.perUnit, flow.period, placeKw, solarKvar);
    set(builder, flow.voltageSquared[0], within.voltage[0]);
    for (int j = 1; j < flow.scale.length; j++) {
      builder.makeEquality(flow.relaxedCurrent[j]);
      double unit = 1 / flow.scale[j];
      set(builder, flow.voltageSquared[j], within.voltage[j]);
      set(builder, flow.activeFlow[j], within.active[j].times(unit));
      set(builder, flow.reactiveFlow[j], within.reactive[j].times(unit));
      set(builder, flow.currentSquared[j], within.current[j].times(unit * unit));
    }
    for (int k = 0; k < placeKw.length; k++) {
      set(builder, flow.placeKw[k], placeKw[k]);
    }
  }

  private static void set(MixedIntegerProgram.Builder builder, int variable, Interval within) {
    builder.setBounds(variable, within.least(), within.most());
  }
}
