package io.evenflow.method;

import io.evenflow.fleet.Charger;
import io.evenflow.fleet.Session;
import io.evenflow.fleet.Vehicle;
import io.evenflow.resource.PowerCleaning;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Scenario;
import java.util.List;

/** Rids the powers of sessions, vehicles and batteries in a schedule of a solver's tolerance. */
final class CleanPowers {
  private CleanPowers() {}

  /** Works on the dispatch in place. */
  static void in(Scenario scenario, Dispatch dispatch) {
    for (int s = 0; s < scenario.sessions().size(); s++) {
      clean(scenario.sessions().get(s), dispatch.chargeKw()[s], dispatch.dischargeKw()[s]);
    }
    Dispatch.Assets assets = dispatch.assets();
    for (int v = 0; v < scenario.vehicles().size(); v++) {
      for (Vehicle.Stay stay : scenario.vehicles().get(v).stays()) {
        for (int t = stay.arrival(); t < stay.departure(); t++) {
          clean(stay.charger(), assets.vehicleChargeKw()[v], assets.vehicleDischargeKw()[v], t);
        }
      }
    }
    for (int b = 0; b < scenario.batteries().size(); b++) {
      for (int t = 0; t < scenario.periods(); t++) {
        Charger charger = scenario.batteries().get(b).charger();
        clean(charger, assets.batteryChargeKw()[b], assets.batteryDischargeKw()[b], t);
      }
    }
  }

  private static void clean(Session session, double[] chargeKw, double[] dischargeKw) {
    List<Double> steps = session.details().powerStepsKw();
    for (int t = session.arrival(); t < session.departure(); t++) {
      clean(session.charger(), chargeKw, dischargeKw, t);
      if (!steps.isEmpty()) {
        chargeKw[t] = nearest(steps, chargeKw[t]);
      }
    }
  }

  private static double nearest(List<Double> steps, double kw) {
    double best = 0;
    for (double step : steps) {
      best = Math.abs(step - kw) < Math.abs(best - kw) ? step : best;
    }
    return best;
  }

  private static void clean(Charger charger, double[] chargeKw, double[] dischargeKw, int t) {
    chargeKw[t] = PowerCleaning.within(charger.charge(), chargeKw[t]);
    dischargeKw[t] = PowerCleaning.within(charger.discharge(), dischargeKw[t]);
  }
}
