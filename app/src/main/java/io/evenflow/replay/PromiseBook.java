package io.evenflow.replay;

import io.evenflow.fleet.Session;
import io.evenflow.live.Promise;
import io.evenflow.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What was promised and what became of it. A promise is broken where a vehicle that stayed at least
 * as long as it said leaves with less than it was promised, by more than {@value #METER_KWH} kWh,
 * and could have taken more. Who leaves earlier than said breaks the promise itself; who cannot
 * take more, as its battery is full, misses nothing.
 *
 * @param promisedKwh energy promised beyond what was there on arrival. Unit: kWh
 * @param broken a sentence for each broken promise
 * @param missingKwh energy missing of what vehicles wanted in the end, promised or not. Unit: kWh
 * @param leastShare the least part that anybody has of what it wanted in the end and its charger
 *     alone could give it in its stay; 1 where nobody misses anything
 */
public record PromiseBook(
    double promisedKwh, List<String> broken, double missingKwh, double leastShare) {
  /** What meters and batteries leave open. Unit: kWh. */
  static final double METER_KWH = 0.1;

  PromiseBook(Scenario realised, Map<String, Promise> promises, double[] energyKwh) {
    this(
        promised(realised, promises),
        broken(realised, promises, energyKwh),
        missing(realised, energyKwh),
        leastShare(realised, energyKwh));
  }

  private static double leastShare(Scenario realised, double[] energyKwh) {
    double least = 1;
    for (int s = 0; s < energyKwh.length; s++) {
      Session session = realised.sessions().get(s);
      double most = session.reachableEnergyKwh(realised.horizon());
      double wanted = Math.min(session.targetEnergyKwh(), most) - session.arrivalEnergyKwh();
      if (wanted > METER_KWH) {
        least = Math.min(least, (energyKwh[s] - session.arrivalEnergyKwh()) / wanted);
      }
    }
    return least;
  }

  private static double promised(Scenario realised, Map<String, Promise> promises) {
    double sum = 0;
    for (Session session : realised.sessions()) {
      Promise promise = promises.get(session.id());
      sum += promise == null ? 0 : Math.max(0, promise.energyKwh() - session.arrivalEnergyKwh());
    }
    return sum;
  }

  private static List<String> broken(
      Scenario realised, Map<String, Promise> promises, double[] energyKwh) {
    List<String> broken = new ArrayList<>();
    for (int s = 0; s < energyKwh.length; s++) {
      Session session = realised.sessions().get(s);
      Promise promise = promises.get(session.id());
      if (promise == null) {
        continue;
      }
      boolean stayed =
          !realised
              .horizon()
              .startOf(session.departure())
              .toInstant()
              .isBefore(promise.departure());
      double could = Math.min(promise.energyKwh(), session.batteryKwh());
      if (stayed && energyKwh[s] < could - METER_KWH) {
        broken.add(
            "session '%s': %.2f kWh of the %.2f promised"
                .formatted(session.id(), energyKwh[s], promise.energyKwh()));
      }
    }
    return broken;
  }

  private static double missing(Scenario realised, double[] energyKwh) {
    double sum = 0;
    for (int s = 0; s < energyKwh.length; s++) {
      sum += Math.max(0, realised.sessions().get(s).targetEnergyKwh() - energyKwh[s]);
    }
    return sum;
  }
}
