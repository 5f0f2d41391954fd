package io.evenflow.report;

import io.evenflow.check.PowerFlow;
import io.evenflow.check.PowerFlowStatus;
import io.evenflow.grid.Feeder;
import io.evenflow.grid.Generator;
import java.util.List;
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
 */
public record BasePowerFlow(
    boolean converged,
    @Nullable Double lossMw,
    @Nullable Double importMw,
    @Nullable Double minVoltagePu,
    @Nullable Integer minVoltageBus) {

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
      return new BasePowerFlow(false, null, null, null, null);
    }
    int lowest = flow.lowestVoltageBus();
    return new BasePowerFlow(
        true,
        flow.totalLossMw(),
        flow.substationActiveMw(),
        flow.voltageMagnitudePu(lowest),
        feeder.bus(lowest).number());
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
