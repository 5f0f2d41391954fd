package io.evenflow.report;

import io.evenflow.check.PowerFlow;
import io.evenflow.check.PowerFlowStatus;
import io.evenflow.grid.Bus;
import io.evenflow.grid.Feeder;
import io.evenflow.grid.Generator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * AC power flow of a case as its file states it: loads and generators at the file's powers, the
 * substation at its generator's voltage. Figures are null where it does not converge.
 *
 * @param converged whether the feeder has such a state
 * @param lossMw loss in branches. Unit: MW
 * @param importMw power from the substation. Unit: MW
 * @param minVoltagePu lowest voltage. Unit: p.u.
 * @param minVoltageBus number of its bus
 * @param voltagesPu of every bus of the file in service, by number; empty if not converged. Unit:
 *     p.u.
 */
public record BasePowerFlow(
    boolean converged,
    @Nullable Double lossMw,
    @Nullable Double importMw,
    @Nullable Double minVoltagePu,
    @Nullable Integer minVoltageBus,
    Map<Integer, Double> voltagesPu) {

  public static BasePowerFlow of(Feeder feeder) {
    double[] active = new double[feeder.busCount()];
    double[] reactive = new double[feeder.busCount()];
    for (int i = 0; i < active.length; i++) {
      active[i] = feeder.bus(i).activeLoadMw();
      reactive[i] = feeder.bus(i).reactiveLoadMvar();
    }
    double voltage = feeder.substation().voltageMagnitudePu();
    for (int g = 0; g < feeder.generators().size(); g++) {
      Generator generator = feeder.generators().get(g);
      int bus = feeder.generatorBus(g);
      if (bus == 0) {
        voltage = generator.voltageSetpointPu();
      } else {
        active[bus] -= generator.activePowerMw();
        reactive[bus] -= generator.reactivePowerMvar();
      }
    }
    PowerFlow flow = new PowerFlow(feeder);
    if (flow.solve(voltage, active, reactive) != PowerFlowStatus.CONVERGED) {
      return new BasePowerFlow(false, null, null, null, null, Map.of());
    }
    int lowest = flow.lowestVoltageBus();
    return new BasePowerFlow(
        true,
        flow.totalLossMw(),
        flow.substationActiveMw(),
        flow.voltageMagnitudePu(lowest),
        feeder.bus(lowest).number(),
        voltages(feeder, flow));
  }

  private static Map<Integer, Double> voltages(Feeder feeder, PowerFlow flow) {
    Map<Integer, Double> voltages = new TreeMap<>();
    for (int i = 0; i < feeder.busCount(); i++) {
      for (Bus bus : feeder.fileBuses(i)) {
        voltages.put(bus.number(), flow.voltageMagnitudePu(i));
      }
    }
    return voltages;
  }

  /** Lines of text. */
  public List<String> lines() {
    Double loss = lossMw;
    Double imported = importMw;
    Double lowest = minVoltagePu;
    if (loss == null || imported == null || lowest == null) {
      return List.of("AC power flow of the file's loads: no solution was found");
    }
    return List.of(
        "AC power flow of the file's loads: import %s MW, losses %s kW,"
            .formatted(Figures.decimals(imported, 4), Figures.decimals(1000 * loss, 3)),
        "  lowest voltage %s p.u. at bus %d".formatted(Figures.decimals(lowest, 5), minVoltageBus));
  }
}
