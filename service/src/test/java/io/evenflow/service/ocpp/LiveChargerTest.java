package io.evenflow.service.ocpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.evenflow.ocpp.replay.ReadProfile;
import io.evenflow.run.Fair;
import io.evenflow.service.ServeOptions;
import io.evenflow.service.http.TestService;
import io.evenflow.service.site.LiveSites;
import io.evenflow.service.site.SiteStore;
import io.evenflow.service.storage.Database;
import io.evenflow.service.storage.DatabaseUrl;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A simulated charger over a real socket, steered by the plans of its site. */
class LiveChargerTest {
  /** Four hours of 37.15 kW of other loads; energy is cheap in the second and dear in the last. */
  private static final String DAY =
      """
      {"format": "evenflow-scenario/1", "name": "depot", "currency": "EUR",
       "feeder": {"case": "case33bw"},
       "horizon": {"start": "2024-04-09T08:00:00Z", "periods": 4, "stepMinutes": 60},
       "prices": {"perMwh": [80, 10, 60, 300]},
       "loads": {"scale": [0.01, 0.01, 0.01, 0.01]},
       "stations": [{"id": "garage", "bus": 6, "chargePowerKw": {"min": 1, "max": 22},
                     "dischargePowerKw": {"min": 1, "max": 10}}],
       "sessions": []}
      """;

  private static final String SITE = "/api/v1/sites/depot";
  private final AtomicReference<Instant> now = new AtomicReference<>(at("08:00:00"));

  private static Instant at(String time) {
    return Instant.parse("2024-04-09T" + time + "Z");
  }

  private static ServeOptions options(Path folder) {
    ServeOptions usual = TestService.options(folder);
    return new ServeOptions(
        usual.host(),
        0,
        folder,
        null,
        null,
        1,
        usual.queue(),
        usual.runLimitSeconds(),
        usual.lease(),
        usual.patience(),
        0);
  }

  private String transaction(String kind, String meters) {
    return """
        {"eventType":"%s","timestamp":"%s","triggerReason":"MeterValuePeriodic","seqNo":0,
         "transactionInfo":{"transactionId":"tx-1"},"evse":{"id":3},
         "meterValue":[{"timestamp":"%s","sampledValue":[%s]}]}"""
        .formatted(kind, now.get(), now.get(), meters);
  }

  private static String registers(double importKwh, double exportKwh) {
    return """
        {"value":%s,"measurand":"Energy.Active.Import.Register","unitOfMeasure":{"unit":"kWh"}},
        {"value":%s,"measurand":"Energy.Active.Export.Register","unitOfMeasure":{"unit":"kWh"}}"""
        .formatted(importKwh, exportKwh);
  }

  private static final String NEEDS =
      """
      {"evseId":3,"chargingNeeds":{"requestedEnergyTransfer":"DC_BPT",
       "departureTime":"2024-04-09T12:00:00Z",
       "dcChargingParameters":{"evMaxCurrent":100,"evMaxVoltage":400,"evMaxPower":20000,
        "evEnergyCapacity":60000,"stateOfCharge":50},
       "v2xChargingParameters":{"maxChargePower":20000,"minChargePower":1000,
        "maxDischargePower":10000,"minDischargePower":1000,"evTargetEnergyRequest":10000}}}""";

  private static double[] kw(ReadProfile profile) {
    return profile.pieces().stream().mapToDouble(ReadProfile.Piece::kw).toArray();
  }

  private static JsonNode sessions(TestService service) {
    return TestService.json(service.get(SITE)).get("sessions");
  }

  /**
   * 30 of 60 kWh, and 40 wanted. In the first hour it feeds in 5 kWh, half of what was planned, so
   * that 5 less are bought in the third; then the substation may draw 3 kW more than the other
   * loads in the third hour.
   *
   * <pre>
   *   EUR/MWh    80    10    60   300
   *   kW        −10   +20   +10   −10
   *   kW         −5   +20    +5   −10
   *   kW         −5   +20    +3    −8
   * </pre>
   */
  @Test
  void aCarIsSteeredFromPlugToPlug(@TempDir Path folder) throws Exception {
    try (TestService service = new TestService(options(folder), now::get)) {
      service.send("PUT", SITE, DAY);
      try (SimulatedCharger charger =
          new SimulatedCharger(service.ocppPort(), "depot", "garage", null)) {
        charger.call(
            "BootNotification",
            """
            {"reason":"PowerUp","chargingStation":{"vendorName":"JDK","model":"socket"}}""");
        charger.call("TransactionEvent", transaction("Started", registers(100, 50)));
        assertThat(sessions(service)).isEmpty();

        charger.call("NotifyEVChargingNeeds", NEEDS);
        ReadProfile first = charger.profile();
        assertThat(first.transactionId()).isEqualTo("tx-1");
        assertThat(first.seconds()).isEqualTo(4 * 3600);
        assertThat(kw(first)).containsExactly(-10, 20, 10, -10);
        assertThat(sessions(service).get(0).get("energyKwh").asDouble()).isEqualTo(30);

        now.set(at("09:00:00"));
        charger.call("TransactionEvent", transaction("Updated", registers(100, 55)));
        ReadProfile second = charger.profile();
        assertThat(sessions(service).get(0).get("energyKwh").asDouble()).isEqualTo(25);
        assertThat(kw(second)).containsExactly(new double[] {20, 5, -10}, within(0.01));

        now.set(at("09:30:00"));
        charger.call("TransactionEvent", transaction("Updated", registers(110, 55)));
        assertThat(charger.hasProfile()).as("all goes on as it was told").isFalse();
        service.send(
            "PUT",
            SITE + "/limits?deadline=20",
            """
            {"from":"2024-04-09T10:00:00Z","to":"2024-04-09T11:00:00Z","importKw":40.15}""");
        ReadProfile third = charger.profile();
        assertThat(third.seconds()).as("from 09:00 on").isEqualTo(3 * 3600);
        assertThat(kw(third)).containsExactly(new double[] {20, 3, -8}, within(0.05));

        now.set(at("09:40:00"));
        charger.call("TransactionEvent", transaction("Ended", registers(113, 55)));
        assertThat(sessions(service)).isEmpty();
      }
    }
  }

  /** A meter that says something each second makes a plan every five. */
  @Test
  void readingsThatFollowFastMakeNoPlanEach(@TempDir Path folder) throws Exception {
    try (TestService service = new TestService(options(folder), now::get)) {
      service.send("PUT", SITE, DAY);
      try (SimulatedCharger charger =
          new SimulatedCharger(service.ocppPort(), "depot", "garage", null)) {
        charger.call("NotifyEVChargingNeeds", NEEDS);
        charger.call("TransactionEvent", transaction("Started", registers(100, 50)));
        for (int second = 0; second <= 10; second++) {
          now.set(at("09:00:00").plusSeconds(second));
          String kwh = registers(100 + second, 50);
          charger.call("TransactionEvent", transaction("Updated", kwh));
        }
        // One of the arrival, then at 0, 5 and 10 seconds.
        JsonNode site = TestService.json(service.get(SITE));
        assertThat(site.get("plans").asInt()).isEqualTo(4);
        assertThat(sessions(service).get(0).get("energyKwh").asDouble()).isEqualTo(40);
      }
    }
  }

  @Test
  void needsMayComeFirstAndAChargerThatReturnsIsToldAgain(@TempDir Path folder) throws Exception {
    try (TestService service = new TestService(options(folder), now::get)) {
      service.send("PUT", SITE, DAY);
      try (SimulatedCharger charger =
          new SimulatedCharger(service.ocppPort(), "depot", "garage", null)) {
        charger.call("NotifyEVChargingNeeds", NEEDS);
        charger.call("TransactionEvent", transaction("Started", registers(100, 50)));
        assertThat(kw(charger.profile())).containsExactly(-10, 20, 10, -10);
      }
      try (SimulatedCharger again =
          new SimulatedCharger(service.ocppPort(), "depot", "garage", null)) {
        assertThat(kw(again.profile())).containsExactly(-10, 20, 10, -10);
      }
    }
  }

  /** Another process knows the car's 20 kW from disk, where the charger could do 22. */
  @Test
  void aTransactionOutlivesTheService(@TempDir Path folder) throws Exception {
    try (TestService service = new TestService(options(folder), now::get)) {
      service.send("PUT", SITE, DAY);
      try (SimulatedCharger charger =
          new SimulatedCharger(service.ocppPort(), "depot", "garage", null)) {
        charger.call("TransactionEvent", transaction("Started", registers(100, 50)));
        charger.call("NotifyEVChargingNeeds", NEEDS);
        charger.profile();
      }
    }
    now.set(at("09:00:00"));
    try (TestService service = new TestService(options(folder), now::get);
        SimulatedCharger charger =
            new SimulatedCharger(service.ocppPort(), "depot", "garage", null)) {
      charger.call("TransactionEvent", transaction("Updated", registers(100, 60)));
      assertThat(kw(charger.profile())).containsExactly(20, 10, -10);
      charger.call("TransactionEvent", transaction("Ended", registers(100, 60)));
      assertThat(sessions(service)).isEmpty();
    }
  }

  /** A site whose day is over hears nothing more; the charger is answered all the same. */
  @Test
  void whatTheSiteRefusesDoesNotEndTheSocket(@TempDir Path folder) throws Exception {
    now.set(at("13:00:00"));
    try (TestService service = new TestService(options(folder), now::get)) {
      service.send("PUT", SITE, DAY);
      try (SimulatedCharger charger =
          new SimulatedCharger(service.ocppPort(), "depot", "garage", null)) {
        charger.call("TransactionEvent", transaction("Started", registers(100, 50)));
        JsonNode answer = charger.call("NotifyEVChargingNeeds", NEEDS);
        assertThat(answer.get(0).intValue()).isEqualTo(3);
        assertThat(charger.call("Heartbeat", "{}").get(0).intValue()).isEqualTo(3);
        assertThat(sessions(service)).isEmpty();
      }
    }
  }

  @Test
  void onlyStationsOfASiteThatKnowTheTokenConnect(@TempDir Path folder) {
    String token = "a-token-of-some-length";
    try (Database database = Database.open(DatabaseUrl.in(folder))) {
      LiveSites sites = new LiveSites(new SiteStore(database));
      sites.put(new SiteStore.Site("depot", DAY, at("08:00:00"), Fair.NONE), false);
      try (OcppPort port =
          new OcppPort("127.0.0.1", 0, token, sites, InstantSource.fixed(at("08:00:00")))) {
        new SimulatedCharger(port.port(), "depot", "garage", token).close();
        assertRefused(port, "depot", "garage", token + "x");
        assertRefused(port, "depot", "garage", null);
        assertRefused(port, "depot", "nowhere", token);
        assertRefused(port, "nowhere", "garage", token);
      }
    }
  }

  /** Pages may open sockets to any host; a browser says whose page it is. */
  @Test
  void noPageOfABrowserConnects(@TempDir Path folder) {
    try (TestService service = new TestService(options(folder), now::get);
        HttpClient http = HttpClient.newHttpClient()) {
      service.send("PUT", SITE, DAY);
      URI charger = URI.create("ws://127.0.0.1:" + service.ocppPort() + "/ocpp/depot/garage");
      WebSocket.Builder page =
          http.newWebSocketBuilder()
              .subprotocols("ocpp2.1")
              .header("Origin", "http://evil.example");
      assertThatThrownBy(() -> page.buildAsync(charger, new WebSocket.Listener() {}).join())
          .hasMessageContaining("WebSocketHandshakeException");
    }
  }

  private static void assertRefused(
      OcppPort port, String site, String station, @Nullable String word) {
    assertThatThrownBy(() -> new SimulatedCharger(port.port(), site, station, word).close())
        .hasMessageContaining("WebSocketHandshakeException");
  }
}
