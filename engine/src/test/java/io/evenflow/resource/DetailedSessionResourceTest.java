package io.evenflow.resource;

import io.evenflow.fleet.ChargingCurve;
import io.evenflow.fleet.Storage;
import java.util.List;
import java.util.SplittableRandom;

class DetailedSessionResourceTest extends StorageContract {
  DetailedSessionResourceTest() {
    super(Kind.EVERYTHING, true);
  }

  @Override
  Storage adorned(Storage storage, SplittableRandom random) {
    double most = 1 + 8 * random.nextDouble();
    ChargingCurve curve =
        new ChargingCurve(
            List.of(
                new ChargingCurve.Point(0.2 + 0.6 * random.nextDouble(), most),
                new ChargingCurve.Point(1, most * random.nextDouble())));
    return random.nextInt(3) == 0 ? storage : ChargingCurveTest.withCurve(storage, curve);
  }
}
