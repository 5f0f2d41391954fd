package io.evenflow.io;

import io.evenflow.fleet.Station;
import io.evenflow.scenario.Claims;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Settlement;
import io.evenflow.scenario.Settlement.Peak;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what a result says that meters show. */
final class MeterReader {
  private final JsonObject root;
  private final Scenario scenario;

  MeterReader(JsonObject root, Scenario scenario) {
    this.root = root;
    this.scenario = scenario;
  }

  /** What the result says of each station that it names. */
  Map<String, Claims.Meter> meters() {
    List<MeterPowers> entries = root.orNull(ResultShape.STATIONS);
    Map<String, Claims.Meter> meters = new LinkedHashMap<>();
    if (entries != null) {
      ById<MeterPowers> byId = new ById<>(root, "station", entries, MeterPowers::id);
      byId.requireKnown(scenario.stations().stream().map(Station::id).toList(), scenario.name());
      entries.forEach(
          meter ->
              meters.put(
                  meter.id(), new Claims.Meter(meter.netKw(), meter.importKw(), meter.exportKw())));
    }
    return meters;
  }

  @Nullable List<Peak> peaks() {
    return root.orNull(ResultShape.PEAKS);
  }

  @Nullable Double emissionsKg() {
    return root.orNull(ResultShape.EMISSIONS_KG);
  }

  /** Net powers are known where the result says those of all stations. */
  Settlement settlement() {
    List<Peak> peaks = peaks();
    return new Settlement(netKw(), peaks == null ? List.of() : peaks, emissionsKg());
  }

  private double[][] netKw() {
    Map<String, Claims.Meter> meters = meters();
    double[][] netKw = new double[scenario.stations().size()][];
    for (int k = 0; k < netKw.length; k++) {
      Claims.Meter meter = meters.get(scenario.stations().get(k).id());
      double[] kw = meter == null ? null : meter.netKw();
      if (kw == null) {
        return new double[0][];
      }
      netKw[k] = kw;
    }
    return netKw;
  }
}
