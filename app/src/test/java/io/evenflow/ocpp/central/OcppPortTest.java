package io.evenflow.ocpp.central;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evenflow.ocpp.OcppVersion;
import io.evenflow.ocpp.OfficialSchemas;
import io.evenflow.ocpp.StandardRules;
import io.evenflow.ocpp.replay.ReadProfile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Frames over a socket, against two chargers: one of the JDK's WebSocket, one of npm's ocpp-rpc.
 */
class OcppPortTest {
  private final PlanningBackEnd backEnd = new PlanningBackEnd();
  private final OcppPort port =
      new OcppPort(new BasicAuthorization(Map.of("CP1", "a-long-password")), backEnd);

  @AfterEach
  void close() {
    port.close();
  }

  private SimulatedCharger charger() {
    return new SimulatedCharger(port.port(), "CP1", "a-long-password", "ocpp2.1");
  }

  /**
   * 30 of 60 kWh, and 40 wanted: it feeds in what it can buy back for less an hour later.
   *
   * <pre>
   *   EUR/MWh    80    10    60   300
   *   kW        −10   +20   +10   −10
   *   kWh   30    20    40    50    40
   * </pre>
   */
  @Test
  void aCarThatSaysWhatItNeedsIsSteered() throws InterruptedException {
    try (SimulatedCharger charger = charger()) {
      JsonNode boot =
          charger.call(
              "BootNotification",
              """
              {"reason":"PowerUp","chargingStation":{"vendorName":"JDK","model":"socket"}}""");
      assertThat(boot.get(0).intValue()).isEqualTo(3);
      assertThat(boot.get(2).get("status").stringValue()).isEqualTo("Accepted");
      assertThat(charger.call("Heartbeat", "{}").get(2).has("currentTime")).isTrue();
      charger.call(
          "TransactionEvent",
          """
          {"eventType":"Started","timestamp":"2024-04-09T08:00:00Z","triggerReason":"EVDetected",
           "seqNo":0,"transactionInfo":{"transactionId":"tx-1"},"evse":{"id":3}}""");
      JsonNode answer =
          charger.call(
              "NotifyEVChargingNeeds",
              """
              {"evseId":3,"chargingNeeds":{"requestedEnergyTransfer":"DC_BPT",
               "departureTime":"2024-04-09T12:00:00Z",
               "dcChargingParameters":{"evMaxCurrent":100,"evMaxVoltage":400,"evMaxPower":20000,
                "evEnergyCapacity":60000,"stateOfCharge":50},
               "v2xChargingParameters":{"maxChargePower":20000,"minChargePower":1000,
                "maxDischargePower":10000,"minDischargePower":1000,
                "evTargetEnergyRequest":10000}}}""");
      assertThat(answer.get(2).get("status").stringValue()).isEqualTo("Accepted");
      ReadProfile profile = charger.profile();
      assertThat(profile.transactionId()).isEqualTo("tx-1");
      assertThat(profile.seconds()).isEqualTo(4 * 3600);
      assertThat(profile.pieces())
          .extracting(piece -> piece.startSeconds() / 3600 + " h: " + piece.kw())
          .containsExactly("0 h: -10.0", "1 h: 20.0", "2 h: 10.0", "3 h: -10.0");
      assertThat(backEnd.heard(3))
          .containsExactly("booted JDK socket", "STARTED null kWh", "SetChargingProfile Accepted");
    }
  }

  @Test
  void whatCannotBeReadIsRefusedWithASentenceAndTheConnectionStays() throws InterruptedException {
    try (SimulatedCharger charger = charger()) {
      assertThat(charger.send("nonsense").toString())
          .isEqualTo(
              "[4,\"-1\",\"RpcFrameworkError\",\"a message of OCPP-J could not be read: it is not"
                  + " JSON\",{}]");
      assertThat(charger.call("StatusNotification", "{\"evseId\":1}").toString())
          .contains("\"FormatViolation\",\"CP1: StatusNotification: connectorStatus is missing\"");
      assertThat(charger.call("FlyAway", "{}").toString()).contains("\"NotImplemented\"");
      assertThat(charger.call("Heartbeat", "{}").get(0).intValue()).isEqualTo(3);
    }
  }

  @Test
  void whoDoesNotKnowThePasswordIsNotConnected() {
    for (String password : List.of("", "a-long-passwore", "a-long-password2")) {
      assertThatThrownBy(
              () -> new SimulatedCharger(port.port(), "CP1", password, "ocpp2.1").close())
          .hasMessageContaining("WebSocketHandshakeException");
    }
    assertThatThrownBy(
            () -> new SimulatedCharger(port.port(), "CP2", "a-long-password", "ocpp2.1").close())
        .hasMessageContaining("WebSocketHandshakeException");
  }

  @ParameterizedTest
  @EnumSource
  void anotherImplementationInStrictMode(OcppVersion version) throws Exception {
    String said =
        run(
            60,
            "node",
            script().toString(),
            client().toString(),
            Integer.toString(port.port()),
            version.word(),
            "a-long-password");
    assertThat(said).contains("boot Accepted", "cleared ", "done").doesNotContain("INVALID");
    assertThat(backEnd.heard)
        .startsWith("booted npm ocpp-rpc", "status 1 " + status(version), "STARTED 5.0 kWh")
        .contains("UPDATED 7.5 kWh");
    if (version != OcppVersion.V1_6) {
      assertThat(backEnd.heard).contains("SetChargingProfile Accepted");
      String line =
          said.lines().filter(each -> each.startsWith("profile ")).findFirst().orElseThrow();
      JsonNode profile = JsonMapper.shared().readTree(line.substring("profile ".length()));
      StandardRules.assertProfile(version, profile);
      OfficialSchemas.assertValid(version, "SetChargingProfile", profile);
    }
    String cleared =
        said.lines().filter(each -> each.startsWith("cleared ")).findFirst().orElseThrow();
    OfficialSchemas.assertValid(
        version,
        "ClearChargingProfile",
        JsonMapper.shared().readTree(cleared.substring("cleared ".length())));
  }

  private static String status(OcppVersion version) {
    return version == OcppVersion.V1_6 ? "Preparing" : "Occupied";
  }

  private static Path script() throws IOException {
    Path file = Path.of("target/charger.cjs").toAbsolutePath();
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    try (InputStream script = OcppPortTest.class.getResourceAsStream("charger.cjs")) {
      Files.write(file, Objects.requireNonNull(script).readAllBytes());
    }
    return file;
  }

  /** Installs the client once; without node and npm there is no such test. */
  private static Path client() throws Exception {
    Path folder = Path.of("target/ocpp-rpc").toAbsolutePath();
    Path client = folder.resolve("node_modules/ocpp-rpc");
    if (!Files.exists(client)) {
      Files.createDirectories(folder);
      try {
        run(
            120,
            "npm",
            "install",
            "--prefix",
            folder.toString(),
            "--no-audit",
            "--no-fund",
            "ocpp-rpc@2.2.1");
      } catch (IOException noNpm) {
        Assumptions.abort("skipped: no npm");
      }
      Assumptions.assumeTrue(Files.exists(client), "skipped: npm could not install ocpp-rpc");
    }
    return client;
  }

  private static String run(int seconds, String... command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(seconds, TimeUnit.SECONDS)).as(output).isTrue();
    return output;
  }
}
