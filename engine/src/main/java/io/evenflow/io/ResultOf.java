package io.evenflow.io;

import io.evenflow.scenario.Claims;
import io.evenflow.scenario.Result;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Settlement;
import io.evenflow.scenario.Verification;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A result beside the scenario it is of, and how its file tells it.
 *
 * @param claims what a file that was read says beside the powers
 */
record ResultOf(Scenario scenario, Result result, Claims claims) {

  ScheduleFigures schedule() {
    return new ScheduleFigures(scenario, result.dispatch());
  }

  Settlement settlement() {
    Verification check = result.verification();
    return check == null ? Settlement.NONE : check.settlement();
  }

  @Nullable Double emissionsKg() {
    return settlement().emissionsKg();
  }

  List<MeterPowers> meters() {
    double[][] netKw = settlement().stationKw();
    return IntStream.range(0, netKw.length)
        .mapToObj(k -> MeterPowers.of(scenario.stations().get(k).id(), netKw[k]))
        .toList();
  }

  @Nullable CheckFigures check() {
    Verification check = result.verification();
    return check == null ? null : CheckFigures.of(check);
  }
}
