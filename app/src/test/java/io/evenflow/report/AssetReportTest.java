package io.evenflow.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenflow.scenario.Result;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What summary and report show of {@link AssetDay}. */
class AssetReportTest {
  private static final Origin ORIGIN =
      new Origin("1", "evenflow", "S", 2, "25", 1000, OffsetDateTime.parse("2026-01-02T03:04:05Z"));

  private static String page() {
    return SolveReport.html(AssetDay.DAY, AssetDay.result(), null, null, ORIGIN);
  }

  private static JsonNode data() {
    Result result = AssetDay.result();
    String json =
        Page.json(
            SolveData.of(
                AssetDay.DAY,
                Objects.requireNonNull(result.dispatch()),
                Objects.requireNonNull(result.verification()),
                null,
                null));
    return JsonMapper.builder().build().readTree(json);
  }

  private static String numbers(JsonNode list) {
    return list.toString();
  }

  @Test
  void whatIsFedInStacksDownwards() {
    JsonNode powers = data().at("/powers");
    List<String> names =
        StreamSupport.stream(powers.at("/layers").spliterator(), false)
            .map(layer -> layer.at("/name").stringValue())
            .toList();
    assertThat(names)
        .containsExactly(
            "buildings", "charging", "batteries charging", "PV", "batteries feeding in");
    // The van's 20 and 5 and the car's 20 kW on the building's 10.
    assertThat(numbers(powers.at("/layers/1/from"))).isEqualTo("[10.0,10.0,10.0,10.0]");
    assertThat(numbers(powers.at("/layers/1/to"))).isEqualTo("[30.0,35.0,10.0,10.0]");
    // The battery's 20 kW below the roof's 8.
    assertThat(numbers(powers.at("/layers/4/from"))).isEqualTo("[0.0,-5.0,-8.0,-12.0]");
    assertThat(numbers(powers.at("/layers/4/to"))).isEqualTo("[0.0,-5.0,-28.0,-12.0]");
    assertThat(numbers(powers.at("/net"))).isEqualTo("[40.0,30.0,-18.0,-2.0]");
  }

  @Test
  void aMeterIsDrawnBesideWhatItsConnectionCarries() {
    JsonNode meters = data().at("/meters");
    assertThat(meters.size()).isEqualTo(1);
    JsonNode depot = meters.at("/0");
    assertThat(depot.at("/name").stringValue()).isEqualTo("station 'depot'");
    assertThat(numbers(depot.at("/powers/net"))).isEqualTo("[40.0,10.0,-18.0,-2.0]");
    assertThat(numbers(depot.at("/most"))).isEqualTo("[40.0,40.0,40.0,40.0]");
    assertThat(numbers(depot.at("/least"))).isEqualTo("[-30.0,-30.0,-30.0,-30.0]");
    assertThat(depot.at("/peakKw").doubleValue()).isEqualTo(40);
  }

  @Test
  void aVehicleOfSeveralStaysIsOneRowWithItsTrips() {
    JsonNode rows = data().at("/sessions/rows");
    assertThat(rows.at("/2/name").stringValue()).isEqualTo("vehicles");
    JsonNode van = rows.at("/3");
    assertThat(van.at("/name").stringValue()).isEqualTo("van");
    assertThat(van.at("/track/stays").size()).isEqualTo(2);
    assertThat(van.at("/track/stays/0/isShort").booleanValue()).isTrue();
    assertThat(van.at("/track/stays/1/isShort").booleanValue()).isFalse();
    assertThat(van.at("/track/trips").toString())
        .isEqualTo("[{\"from\":2,\"to\":3,\"usedKwh\":15.0}]");
    // 10 kWh and 25 of charging; the trip leaves 20.
    assertThat(numbers(van.at("/track/energy")))
        .isEqualTo("[[0.0,10.0],[1.0,30.0],[2.0,35.0],[3.0,20.0],[4.0,20.0]]");
    assertThat(van.at("/track/cost").isNull()).isTrue();
  }

  @Test
  void aBatteryHasItsEnergyAsACurve() {
    assertThat(numbers(data().at("/batteries/curves/0/energyKwh")))
        .isEqualTo("[20.0,30.0,30.0,10.0,10.0]");
  }

  @Test
  void importAndExportHaveTheirPrices() {
    JsonNode lines = data().at("/prices/lines");
    assertThat(lines.size()).isEqualTo(3);
    assertThat(lines.at("/0/name").stringValue()).isEqualTo("day-ahead");
    assertThat(lines.at("/1/name").stringValue()).isEqualTo("depot import");
    assertThat(lines.at("/2/isExport").booleanValue()).isTrue();
  }

  @Test
  void thePageHasATableOfEachKind() {
    assertThat(page())
        .contains("<h2>Batteries</h2>", "<h2>PV</h2>", "<h2>Peaks</h2>")
        .contains("<h2>What limits are worth over the day</h2>")
        .contains("<dt>Emissions</dt><dd>2,301 kg")
        .contains("<th scope=\"col\">peaks<small>EUR</small></th>")
        .contains("<td>5.00</td>", "station &#39;depot&#39; at its greatest import, 40.0 kW")
        // 37 kWh of sun, of which 2 are not taken
        .contains("<td>27.0</td><td>25.0</td><td>2.0</td>")
        // 10 kW for 1 h at 160, … 0.15·40 + 0.11·10 − 0.005·18 − 0.005·2
        .contains("<td>7.00</td>");
  }

  @Test
  void theSummaryTellsTheSameInText() {
    List<String> lines = ResultSummary.of(AssetDay.DAY, AssetDay.result(), null);
    assertThat(lines).allSatisfy(line -> assertThat(TextWidth.of(line)).isLessThanOrEqualTo(80));
    String text = String.join("\n", lines);
    assertThat(text)
        .startsWith(
            """
            assets: feeder case33bw, 1 session and 1 vehicle at 2 stations, 1 battery, 1 PV
              plant, 4 periods of 60 min from 2024-04-09 08:00

            Short     1 of 2 vehicles leaves short of target, 3.0 kWh in all:
                      all of it by congestion
              vehicle  station  wanted at  missing  target  why
                                               kWh     kWh
              van      depot    10:00          3.0    38.0  congestion
            """);
    assertThat(text)
        .endsWith(
            """
                                this schedule  no vehicle or battery
            cost        EUR            309.66                 295.66
            vehicles    EUR             14.00                      –
            generation  EUR            153.40                      –
            charging    EUR              7.20                      –
            shortfall   EUR             30.00                      –
            peaks       EUR              5.00                      –
            emissions   EUR            115.05                      –
            stored      EUR             -1.00                      –
            missing     kWh               3.0                      –
            broken      limits              0                      –

            Emissions 2,301.1 kg of CO₂ with what the feeder imports.

            peak             highest import  cost
                                         kW   EUR
            station 'depot'            40.0  5.00

            battery  at     charged  fed in  start   end  capacity
                                kWh     kWh    kWh   kWh       kWh
            rack     depot     10.0    20.0   20.0  10.0      40.0

            PV    at     available  fed in  not taken  reactive
                               kWh     kWh        kWh     kvarh
            roof  depot       27.0    25.0        2.0       0.0

            limit                               in           one more  saves from      to
                                                                              EUR     EUR
            station 'depot': connection import  08:00–09:00  kW            0.0100  0.0120
            branch 5-6                          all periods  kVA           0.0000  0.0010

                         08    10
            price        ▅▅▅▁▁▁███▅▅▅  10 … 90 EUR/MWh
                         ▃▃▃███
                         ██████
            coordinated  ██████        0 … 25 kW
            batteries    ▆▆▆           -20 … 10 kW
                               ███
                               ▀▀▀
            PV                         -12 … 0 kW
                            ▀▀▀▀▀▀███
            buildings    ▆▆▆▆▆▆▆▆▆▆▆▆  0 … 10 kW
            limit binds  ▲▲▲

            Limits that bind
              station 'depot' at its greatest import, 40.0 kW  08:00–09:00\
            """);
  }
}
