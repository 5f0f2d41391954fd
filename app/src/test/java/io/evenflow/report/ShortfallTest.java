package io.evenflow.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.evenflow.check.BindingLimit;
import io.evenflow.check.BindingLimit.Kind;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Settlement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Vehicles of 15 kWh that want 30 kWh; an hour at full power brings 11 kWh, at least power 5. */
class ShortfallTest {
  private static final BindingLimit LOW = new BindingLimit(1, Kind.LOW_VOLTAGE, "18", 0.9);
  private static final BindingLimit HIGH = new BindingLimit(1, Kind.HIGH_VOLTAGE, "2", 1.05);

  private static final String SESSION =
      """
      "arrival": 0, "departure": 3,
                     "batteryKwh": 40, "arrivalEnergyKwh": 15, "targetEnergyKwh": 20""";

  /** A day of one session, present from one period to another. */
  private static Scenario day(int arrival, int departure) {
    return TinyDay.with(
        SESSION,
        "\"arrival\": %d, \"departure\": %d, \"batteryKwh\": 40, \"arrivalEnergyKwh\": 15,"
                .formatted(arrival, departure)
            + "\"targetEnergyKwh\": 30");
  }

  private static Dispatch charging(double... kw) {
    return new Dispatch(
        new double[][] {kw},
        new double[1][3],
        new double[1][3],
        new double[1][3],
        new double[] {1, 1, 1});
  }

  private static SiteLimits sites(Scenario day, Dispatch dispatch) {
    return SiteLimits.of(day, dispatch, Settlement.NONE);
  }

  private static Shortfalls all(Scenario day, Dispatch dispatch, BindingLimit binding) {
    return Shortfalls.of(day, dispatch, List.of(binding), sites(day, dispatch));
  }

  private static Shortfall one(Scenario day, Dispatch dispatch, BindingLimit... binding) {
    List<Shortfall> all =
        ShortfallSearch.all(day, dispatch, List.of(binding), sites(day, dispatch));
    assertThat(all).hasSize(1);
    return all.getFirst();
  }

  @Test
  void aStayThatIsTooShortIsOutOfReachWhateverTheGrid() {
    Shortfall found = one(day(1, 2), charging(0, 11, 0), LOW);
    assertThat(found.missingKwh()).isCloseTo(4, within(1e-9));
    assertThat(found.avoidableKwh()).isCloseTo(0, within(1e-9));
    assertThat(found.why()).isEqualTo("out of reach at full power");
  }

  @Test
  void aLongEnoughStayBesideALimitIsCongestion() {
    Shortfall found = one(day(0, 3), charging(11, 0, 0), LOW);
    assertThat(found.missingKwh()).isCloseTo(4, within(1e-9));
    assertThat(found.why()).isEqualTo("congestion");
  }

  @Test
  void whatTheStayLacksAndWhatTheGridTakesAreToldApart() {
    Shortfall found = one(day(1, 2), charging(0, 5, 0), LOW);
    assertThat(found.missingKwh()).isCloseTo(10, within(1e-9));
    assertThat(found.avoidableKwh()).isCloseTo(6, within(1e-9));
    assertThat(found.why()).isEqualTo("congestion + out of reach");
  }

  @Test
  void aLimitAtAnotherTimeOrAgainstFeedingBackIsNoCongestion() {
    assertThat(one(day(2, 3), charging(0, 0, 5), LOW).why()).startsWith("no limit binds");
    assertThat(one(day(0, 3), charging(11, 0, 0), HIGH).why()).isEqualTo("no limit binds");
  }

  @Test
  void aTargetBelowTheLeastPowerIsOutOfReachWithIt() {
    // An hour at 5 kW would bring 20 kWh, for which the battery has no room.
    Scenario full =
        TinyDay.with(
            SESSION,
            """
            "arrival": 1, "departure": 2,
            "batteryKwh": 19, "arrivalEnergyKwh": 15, "targetEnergyKwh": 19""");
    assertThat(one(full, charging(0, 0, 0)).why()).isEqualTo("out of reach with its least power");
  }

  @Test
  void theTotalNamesItsCauses() {
    Scenario day = day(1, 2);
    assertThat(String.join("\n", all(day, charging(0, 5, 0), LOW).lines()))
        .isEqualTo(
            """
            Short     1 of 1 session leaves short of target, 10.0 kWh in all:
                      6.0 kWh by congestion, 4.0 kWh out of reach at full power
              session  station  leaves  missing  target  why
                                            kWh     kWh
              ev1      garage   02:00      10.0    30.0  congestion + out of reach
            """);
    assertThat(all(day, charging(0, 15, 0), LOW).lines()).isEmpty();
  }
}
