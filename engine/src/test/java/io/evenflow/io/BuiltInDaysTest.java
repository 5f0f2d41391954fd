package io.evenflow.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evenflow.fleet.Session;
import io.evenflow.fleet.Station;
import io.evenflow.market.Tariff;
import io.evenflow.scenario.Scenario;
import io.evenflow.time.Horizons;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class BuiltInDaysTest {
  @Test
  void everyDayIsNamedAsItSaysAndEveryTargetCanBeReached() {
    assertThat(BuiltInDays.names()).containsExactly("case69-day", "case18-small", "depot-day");
    for (String name : BuiltInDays.names()) {
      Scenario day = BuiltInDays.read(name);
      assertThat(day.name()).isEqualTo(name);
      assertThat(day.sessions().size() + day.vehicles().size()).isPositive();
      for (Session session : day.sessions()) {
        assertThat(session.reachableEnergyKwh(Horizons.ofSteps(1)))
            .isEqualTo(session.targetEnergyKwh());
      }
    }
  }

  @Test
  void theDayOfCase69HasTheSizeOfThePaperAndThePricesOfItsDate() {
    Scenario day = BuiltInDays.read("case69-day");
    assertThat(day.sessions()).hasSize(61);
    assertThat(day.horizon().start()).hasToString("2024-04-09T00:00+02:00");
    assertThat(day.prices().perMwh(7)).isEqualTo(90.9);
    assertThat(day.prices().perMwh(13)).isEqualTo(10.09);
  }

  @Test
  void theDepotHasOneOfEachKind() {
    Scenario day = BuiltInDays.read("depot-day");
    assertThat(day.vehicles()).hasSize(10).allMatch(van -> van.stays().size() >= 2);
    assertThat(day.batteries()).hasSize(1);
    assertThat(day.solar()).hasSize(1);
    Station.Site depot = day.stations().getFirst().site();
    Tariff tariff = Objects.requireNonNull(depot.tariff());
    assertThat(tariff.importPerMwh().at(0)).isEqualTo(193.21);
    assertThat(tariff.exportPerMwh().at(0)).isEqualTo(74.21);
    assertThat(depot.loadKw(11)).isPositive();
    assertThat(depot.connection().mostKw(0)).isEqualTo(80);
    assertThat(depot.peakCharge()).isNotNull();
  }

  @Test
  void aNameThatIsNoneIsAnError() {
    assertThatThrownBy(() -> BuiltInDays.read("case69"))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(
            "there is no built-in day 'case69'; there are case69-day, case18-small, depot-day"
                + "\nMaybe ");
  }
}
