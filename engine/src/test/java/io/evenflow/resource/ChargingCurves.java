package io.evenflow.resource;

import io.evenflow.fleet.Charger;
import io.evenflow.fleet.ChargingCurve;
import io.evenflow.fleet.PowerRange;
import io.evenflow.fleet.Session;
import io.evenflow.fleet.SessionDetails;
import io.evenflow.fleet.Storage;
import io.evenflow.time.Horizons;
import java.util.List;

/** Sessions of one hour on a charging curve. */
final class ChargingCurves {
  private ChargingCurves() {}

  /** The greatest power of a lossless charger that a curve lets be held for an hour. */
  static double hour(ChargingCurve curve, double maxKw, double energyKwh, double batteryKwh) {
    SessionDetails details = new SessionDetails(List.of(), 0, 0, 0, 0, 1, List.of(), curve, false);
    Charger charger = new Charger(new PowerRange(0, maxKw), 1, null, 1);
    Session session =
        new Session("ev", "s", 0, 1, batteryKwh, 0, energyKwh, 0, 1.0, charger, details);
    return Storage.of(session, Horizons.ofSteps(1)).greatestChargeKw(0, energyKwh);
  }
}
