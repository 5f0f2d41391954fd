package io.evenflow.replay;

import io.evenflow.live.SiteState;
import io.evenflow.method.Certified;
import io.evenflow.method.Settings;
import io.evenflow.method.Watcher;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Result;
import io.evenflow.scenario.Scenario;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Does what the certified method finds for the whole day as it came: the bound of all others. */
final class Clairvoyant implements Policy {
  private final Scenario realised;
  private final Result result;

  Clairvoyant(Scenario realised, Result result) {
    this.realised = realised;
    this.result = result;
  }

  static Result solve(Scenario realised, double gap, double seconds) {
    Settings settings = Settings.defaults().withGap(gap).withTimeLimitSeconds(seconds);
    return new Certified().coordinate(realised, settings, Watcher.NONE);
  }

  @Override
  public Decision decide(SiteState state) {
    @Nullable Dispatch dispatch = result.dispatch();
    Map<String, Double> netKw = new HashMap<>();
    int t = state.period();
    for (int s = 0; dispatch != null && s < realised.sessions().size(); s++) {
      double kw = dispatch.chargeKw()[s][t] - dispatch.dischargeKw()[s][t];
      netKw.put(realised.sessions().get(s).id(), kw);
    }
    if (dispatch != null) {
      Dispatch.Assets assets = dispatch.assets();
      for (int v = 0; v < realised.vehicles().size(); v++) {
        double kw = assets.vehicleChargeKw()[v][t] - assets.vehicleDischargeKw()[v][t];
        netKw.put(realised.vehicles().get(v).id(), kw);
      }
      for (int b = 0; b < realised.batteries().size(); b++) {
        double kw = assets.batteryChargeKw()[b][t] - assets.batteryDischargeKw()[b][t];
        netKw.put(realised.batteries().get(b).id(), kw);
      }
    }
    return new Decision(netKw, Map.of(), null);
  }
}
