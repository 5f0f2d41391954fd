package io.evenflow.ocpp.central;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenflow.ocpp.OcppVersion;
import io.evenflow.ocpp.arrival.Supply;
import io.evenflow.ocpp.arrival.TransactionEvent;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Texts in, texts out. */
class OcppSessionTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2024-04-09T08:00:00Z"));
  private static final ObjectNode PROFILE = JsonNodeFactory.instance.objectNode();
  private static final List<String> VALID =
      List.of(
          """
          [2,"1","BootNotification",{"reason":"PowerUp",\
          "chargingStation":{"vendorName":"A","model":"B"}}]""",
          """
          [2,"2","TransactionEvent",{"eventType":"Started","timestamp":"2024-04-09T08:00:00Z",\
          "seqNo":0,"transactionInfo":{"transactionId":"tx-1"},"evse":{"id":1},"meterValue":[\
          {"timestamp":"2024-04-09T08:00:00Z","sampledValue":[{"value":5,"phase":"L1"}]}]}]""",
          """
          [2,"3","NotifyEVChargingNeeds",{"evseId":1,"chargingNeeds":{\
          "requestedEnergyTransfer":"AC_three_phase","departureTime":"2024-04-09T12:00:00Z",\
          "acChargingParameters":{"energyAmount":12500,"evMinCurrent":6,"evMaxCurrent":16,\
          "evMaxVoltage":400}}}]""",
          "[3,\"evenflow-1\",{\"status\":\"Accepted\"}]",
          "[4,\"evenflow-1\",\"InternalError\",\"\",{}]");

  private final List<String> heard = new ArrayList<>();
  private final ChargerEvents events =
      new ChargerEvents() {
        @Override
        public void transaction(OcppSession session, TransactionEvent event) {
          assertThat(session.setProfile(PROFILE)).as("the answer goes first").isEmpty();
        }

        @Override
        public void answered(OcppSession session, String action, String status) {
          heard.add(action + " " + status);
        }

        @Override
        public void failed(OcppSession session, String action, RuntimeException problem) {
          throw problem;
        }
      };

  private OcppSession session(OcppVersion version) {
    return new OcppSession(
        "CP1", version, new Supply(3, 230), new TransactionNumbers(41), events, CLOCK);
  }

  @Test
  void callsGoOneAfterTheOther() {
    OcppSession session = session(OcppVersion.V2_1);
    assertThat(session.setProfile(PROFILE))
        .containsExactly("[2,\"evenflow-1\",\"SetChargingProfile\",{}]");
    assertThat(session.clearProfiles(2, "TxProfile")).isEmpty();
    assertThat(session.setProfile(PROFILE)).isEmpty();
    assertThat(session.onMessage("[3,\"another\",{}]")).isEmpty();
    assertThat(session.onMessage("[3,\"evenflow-1\",{\"status\":\"Rejected\"}]"))
        .containsExactly(
            """
            [2,"evenflow-2","ClearChargingProfile",{"chargingProfileCriteria":\
            {"evseId":2,"chargingProfilePurpose":"TxProfile"}}]""");
    assertThat(session.onTimeout()).containsExactly("[2,\"evenflow-3\",\"SetChargingProfile\",{}]");
    assertThat(session.onMessage("[4,\"evenflow-3\",\"NotSupported\",\"\",{}]")).isEmpty();
    assertThat(heard)
        .containsExactly(
            "SetChargingProfile Rejected",
            "ClearChargingProfile Timeout",
            "SetChargingProfile NotSupported");
  }

  @Test
  void aProfileGoesOutBehindTheAnswerToWhatAskedForIt() {
    assertThat(session(OcppVersion.V2_1).onMessage(VALID.get(1)))
        .containsExactly("[3,\"2\",{}]", "[2,\"evenflow-1\",\"SetChargingProfile\",{}]");
    String start =
        """
        [2,"7","StartTransaction",{"connectorId":1,"idTag":"card","meterStart":0,\
        "timestamp":"2024-04-09T08:00:00Z"}]""";
    assertThat(session(OcppVersion.V1_6).onMessage(start))
        .containsExactly(
            "[3,\"7\",{\"idTagInfo\":{\"status\":\"Accepted\"},\"transactionId\":42}]",
            "[2,\"evenflow-1\",\"SetChargingProfile\",{}]");
  }

  /** Bytes changed, left out or doubled in valid messages: always an answer, never an exception. */
  @Test
  void nothingThatArrivesBreaksIt() {
    Random random = new Random(13);
    for (int i = 0; i < 5000; i++) {
      StringBuilder text = new StringBuilder(VALID.get(random.nextInt(VALID.size())));
      for (int k = random.nextInt(4); k >= 0; k--) {
        int at = random.nextInt(text.length());
        switch (random.nextInt(3)) {
          case 0 -> text.setCharAt(at, (char) (32 + random.nextInt(95)));
          case 1 -> text.deleteCharAt(at);
          default -> text.insert(at, text.charAt(at));
        }
      }
      OcppSession session = session(OcppVersion.V2_1);
      for (String reply : session.onMessage(text.toString())) {
        JsonNode list = JsonMapper.shared().readTree(reply);
        assertThat(list.get(0).intValue()).as(text.toString()).isBetween(2, 4);
      }
    }
  }
}
