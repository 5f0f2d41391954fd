package io.evenflow.ocpp.arrival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.evenflow.fleet.Charger;
import io.evenflow.fleet.PowerRange;
import io.evenflow.fleet.Session;
import io.evenflow.io.JsonObject;
import io.evenflow.io.JsonSource;
import io.evenflow.ocpp.OcppVersion;
import io.evenflow.ocpp.OfficialSchemas;
import io.evenflow.time.Horizon;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From messages to sessions. */
class ArrivalTest {
  private static final Supply THREE_PHASES = new Supply(3, 230);
  private static final Horizon QUARTERS =
      new Horizon(OffsetDateTime.parse("2024-04-09T08:00:00+02:00"), 16, 15);
  private static final Charger CHARGER =
      new Charger(new PowerRange(4.14, 22), 0.95, new PowerRange(2, 15), 0.95);

  private static JsonObject message(OcppVersion version, String action, String json) {
    JsonObject object = JsonSource.parse("CP1: " + action, json);
    OfficialSchemas.assertValid(version, action, object.node());
    return object;
  }

  private static ChargingNeeds needs(OcppVersion version, String json) {
    return ChargingNeeds.of(message(version, "NotifyEVChargingNeeds", json), THREE_PHASES);
  }

  @ParameterizedTest
  @CsvSource({
    "AC_single_phase, 1.38, 3.68",
    "AC_two_phase, 2.76, 7.36",
    "AC_three_phase, 4.14, 11.04"
  })
  void currentsBecomePowersOfTheirPhases(String mode, double leastKw, double mostKw) {
    ChargingNeeds needs =
        needs(
            OcppVersion.V2_0_1,
            """
            {"evseId":1,"chargingNeeds":{"requestedEnergyTransfer":"%s",
             "acChargingParameters":{"energyAmount":12500,"evMinCurrent":6,"evMaxCurrent":16,
              "evMaxVoltage":400}}}"""
                .formatted(mode));
    PowerRange charge = Objects.requireNonNull(needs.charge());
    assertThat(charge.minKw()).isCloseTo(leastKw, within(1e-9));
    assertThat(charge.maxKw()).isCloseTo(mostKw, within(1e-9));
    assertThat(needs.discharge()).isNull();
    assertThat(needs.energies()).isEqualTo(new BatteryNeeds(12.5, 0, 0, 12.5));
  }

  @Test
  void aBatteryOfWhichAllIsKnown() {
    ChargingNeeds needs =
        needs(
            OcppVersion.V2_0_1,
            """
            {"evseId":2,"chargingNeeds":{"requestedEnergyTransfer":"DC",
             "departureTime":"2024-04-09T09:50:00Z",
             "dcChargingParameters":{"evMaxCurrent":200,"evMaxVoltage":400,
              "evEnergyCapacity":60000,"stateOfCharge":50,"energyAmount":20000}}}""");
    assertThat(needs.energies()).isEqualTo(new BatteryNeeds(60, 0, 30, 50));
    assertThat(needs.charge()).isEqualTo(new PowerRange(0, 80));
    assertThat(needs.departure()).isEqualTo(Instant.parse("2024-04-09T09:50:00Z"));
  }

  /** ISO 15118-20 says distances: 5 kWh above its least, 15 below its target, 25 below full. */
  @Test
  void aBatteryOfWhichOnlyDistancesAreKnown() {
    ChargingNeeds needs =
        needs(
            OcppVersion.V2_1,
            """
            {"evseId":2,"timestamp":"2024-04-09T07:00:00Z","chargingNeeds":{
             "requestedEnergyTransfer":"AC_BPT","v2xChargingParameters":{
              "minChargePower":500,"minChargePower_L2":500,"minChargePower_L3":500,
              "maxChargePower":3680,"maxChargePower_L2":3680,"maxChargePower_L3":3680,
              "minDischargePower":0,"maxDischargePower":3680,
              "evMinEnergyRequest":-5000,"evTargetEnergyRequest":15000,
              "evMaxEnergyRequest":25000}}}""");
    assertThat(needs.energies()).isEqualTo(new BatteryNeeds(30, 0, 5, 20));
    assertThat(needs.charge()).isEqualTo(new PowerRange(1.5, 11.04));
    assertThat(needs.discharge()).isEqualTo(new PowerRange(0, 3.68));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"chargingNeeds\":{}} | evseId is missing",
        "{\"evseId\":0,\"chargingNeeds\":{}} | evseId (0) must be at least 1",
        "{\"evseId\":1,\"chargingNeeds\":{\"requestedEnergyTransfer\":\"DC\"}}"
            + " | chargingNeeds.energyAmount is missing, and so are",
        "{\"evseId\":1,\"chargingNeeds\":{\"requestedEnergyTransfer\":\"DC\",\"departureTime\":"
            + "\"9:00\"}} | chargingNeeds.departureTime ('9:00') must be a time such as",
        "{\"evseId\":1,\"chargingNeeds\":{\"requestedEnergyTransfer\":\"DC\","
            + "\"dcChargingParameters\":{\"evEnergyCapacity\":60000,\"stateOfCharge\":150}}}"
            + " | chargingNeeds.dcChargingParameters.stateOfCharge (150.0) must be from 0 to 100",
      })
  void whatIsWrongIsASentence(String json, String sentence) {
    assertThatThrownBy(() -> ChargingNeeds.of(JsonSource.parse("CP1: Needs", json), THREE_PHASES))
        .hasMessageContaining("CP1: Needs: " + sentence)
        .hasMessageContaining("\nMaybe ");
  }

  /**
   * There from 08:05 to 11:50, so in whole quarters from 08:15 to 11:45.
   *
   * <pre>
   *   08:00 ▏▕08:15 ████████████████████ 11:45▏▕12:00
   * </pre>
   */
  @Test
  void aSessionIsTheWholePeriodsOfItsStayWithWhatBothSidesCanDo() {
    ChargingNeeds needs =
        new ChargingNeeds(
            1,
            null,
            Instant.parse("2024-04-09T09:50:00Z"),
            new BatteryNeeds(60, 0, 30, 50),
            new PowerRange(1.5, 11.04),
            null);
    ArrivedCar car = new ArrivedCar("tx-1", Instant.parse("2024-04-09T06:05:00Z"), needs, 4);
    Session session =
        car.session(QUARTERS, "depot", CHARGER, Instant.parse("2024-04-09T10:00:00Z"), 10.0);
    assertThat(session.arrival()).isEqualTo(1);
    assertThat(session.departure()).isEqualTo(15);
    assertThat(session.arrivalEnergyKwh()).isEqualTo(34);
    assertThat(session.targetEnergyKwh()).isEqualTo(50);
    assertThat(session.charger())
        .isEqualTo(new Charger(new PowerRange(4.14, 11.04), 0.95, null, 0.95));
    ArrivedCar late = new ArrivedCar("tx-2", Instant.parse("2024-04-09T09:40:00Z"), needs, 0);
    assertThatThrownBy(() -> late.session(QUARTERS, "depot", CHARGER, Instant.MAX, null))
        .hasMessageContaining("transaction 'tx-2': the stay from 2024-04-09T09:40:00Z to")
        .hasMessageContaining("has no whole period in the horizon");
  }

  @Test
  void meterValuesHaveUnitsMultipliersAndPhases() {
    TransactionEvent event =
        TransactionEvent.of(
            message(
                OcppVersion.V2_1,
                "TransactionEvent",
                """
                {"eventType":"Updated","timestamp":"2024-04-09T08:15:00+02:00",
                 "triggerReason":"MeterValuePeriodic","seqNo":4,
                 "transactionInfo":{"transactionId":"tx-1"},
                 "meterValue":[{"timestamp":"2024-04-09T06:15:00Z","sampledValue":[
                  {"value":12.5,"unitOfMeasure":{"unit":"Wh","multiplier":3}},
                  {"value":1.5,"measurand":"Energy.Active.Export.Register",
                   "unitOfMeasure":{"unit":"kWh"}},
                  {"value":3500,"measurand":"Power.Active.Import","phase":"L1"},
                  {"value":3750,"measurand":"Power.Active.Import","phase":"L2"},
                  {"value":64,"measurand":"SoC","unitOfMeasure":{"unit":"Percent"}}]}]}"""));
    assertThat(event.kind()).isEqualTo(TransactionEvent.Kind.UPDATED);
    assertThat(event.time()).isEqualTo(Instant.parse("2024-04-09T06:15:00Z"));
    assertThat(event.measured()).isEqualTo(new Measured(12.5, 1.5, 7.25, 0.64));
  }

  @Test
  void messagesOf16SayTheSameInTexts() {
    TransactionEvent event =
        Objects.requireNonNull(
            TransactionEvent.updated(
                JsonSource.parse(
                    "CP1",
                    """
                    {"connectorId":1,"transactionId":7,"meterValue":[
                     {"timestamp":"2024-04-09T06:15:00Z","sampledValue":[
                      {"value":"12500"},{"value":"7.3","unit":"kW",
                       "measurand":"Power.Active.Import"}]}]}"""),
                Instant.EPOCH));
    assertThat(event.transactionId()).isEqualTo("7");
    assertThat(event.measured()).isEqualTo(new Measured(12.5, null, 7.3, null));
    JsonObject wrong =
        JsonSource.parse(
            "CP1",
            """
            {"connectorId":1,"transactionId":7,"meterValue":[
             {"timestamp":"2024-04-09T06:15:00Z","sampledValue":[{"value":"much"}]}]}""");
    assertThatThrownBy(() -> TransactionEvent.updated(wrong, Instant.EPOCH))
        .hasMessageContaining("value ('much') must be a number");
  }
}
