package io.evenflow.ocpp.central;

import io.evenflow.fleet.Session;
import io.evenflow.io.ScenarioReader;
import io.evenflow.method.Methods;
import io.evenflow.method.Settings;
import io.evenflow.method.Watcher;
import io.evenflow.ocpp.ChargingProfile;
import io.evenflow.ocpp.ChargingProfiles;
import io.evenflow.ocpp.PlannedStay;
import io.evenflow.ocpp.ProfileOptions;
import io.evenflow.ocpp.Transaction;
import io.evenflow.ocpp.arrival.ArrivedCar;
import io.evenflow.ocpp.arrival.ChargingNeeds;
import io.evenflow.ocpp.arrival.TransactionEvent;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Result;
import io.evenflow.scenario.Scenario;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.node.ObjectNode;

/** Plans a day of one garage: each car that says what it needs has a profile sent. */
final class PlanningBackEnd implements ChargerEvents {
  /** Four hours; energy is cheap in the second and dear in the last. */
  static final String DAY =
      """
      {"format": "evenflow-scenario/1", "name": "garage", "currency": "EUR",
       "feeder": {"case": "case33bw"},
       "horizon": {"start": "2024-04-09T08:00:00Z", "periods": 4, "stepMinutes": 60},
       "prices": {"perMwh": [80, 10, 60, 300]},
       "loads": {"scale": [0.5, 0.5, 0.5, 0.5]},
       "stations": [{"id": "garage", "bus": 6, "chargePowerKw": {"min": 1, "max": 22},
                     "dischargePowerKw": {"min": 1, "max": 10}}],
       "sessions": []}
      """;

  final Map<String, TransactionEvent> transactions = new ConcurrentHashMap<>();
  final List<String> heard = new CopyOnWriteArrayList<>();

  /**
   * What was heard once it is so much, or in five seconds: chargers answer when they come to it.
   */
  List<String> heard(int count) throws InterruptedException {
    for (int wait = 0; wait < 500 && heard.size() < count; wait++) {
      Thread.sleep(10);
    }
    return heard;
  }

  @Override
  public void booted(OcppSession session, String vendor, String model) {
    heard.add("booted " + vendor + " " + model);
  }

  @Override
  public void status(OcppSession session, int evse, String status) {
    heard.add("status " + evse + " " + status);
  }

  @Override
  public void transaction(OcppSession session, TransactionEvent event) {
    transactions.put(event.transactionId(), event);
    heard.add(event.kind() + " " + event.measured().importKwh() + " kWh");
    if (event.kind() == TransactionEvent.Kind.ENDED) {
      session.clearProfiles(1, "TxProfile");
    }
  }

  @Override
  public void answered(OcppSession session, String action, String status) {
    heard.add(action + " " + status);
  }

  @Override
  public void failed(OcppSession session, String action, RuntimeException problem) {
    heard.add(action + " " + problem);
  }

  @Override
  public void needs(OcppSession session, ChargingNeeds needs) {
    TransactionEvent begun = transactions.values().iterator().next();
    ArrivedCar car = new ArrivedCar(begun.transactionId(), begun.time(), needs, 0);
    // Returned messages need not be sent: the answer to what is handled takes them along.
    session.setProfile(profile(car, session, needs.evse()));
  }

  private static ObjectNode profile(ArrivedCar car, OcppSession session, int evse) {
    Scenario empty = ScenarioReader.read("garage", DAY);
    Session wish =
        car.session(
            empty.horizon(),
            "garage",
            empty.stations().getFirst().charger(),
            empty.horizon().startOf(4).toInstant(),
            10.0);
    Scenario day = empty.withSessions(List.of(wish));
    Result result =
        Objects.requireNonNull(Methods.named("certified"))
            .coordinate(day, Settings.defaults().withTimeLimitSeconds(10), Watcher.NONE);
    Dispatch dispatch = Objects.requireNonNull(result.dispatch());
    List<ChargingProfile> profiles =
        new ChargingProfiles(ProfileOptions.of(session.version()))
            .of(
                PlannedStay.of(day, dispatch),
                List.of(new Transaction(car.transactionId(), evse)),
                day.horizon());
    return profiles.getFirst().request();
  }
}
