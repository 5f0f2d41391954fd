package io.evenflow.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evenflow.fleet.Session;
import io.evenflow.scenario.Scenario;
import io.evenflow.time.Horizons;
import org.junit.jupiter.api.Test;

class BuiltInDaysTest {
  @Test
  void everyDayIsNamedAsItSaysAndEveryTargetCanBeReached() {
    assertThat(BuiltInDays.names()).containsExactly("case69-day", "case18-small");
    for (String name : BuiltInDays.names()) {
      Scenario day = BuiltInDays.read(name);
      assertThat(day.name()).isEqualTo(name);
      assertThat(day.sessions()).isNotEmpty();
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
  void aNameThatIsNoneIsAnError() {
    assertThatThrownBy(() -> BuiltInDays.read("case69"))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(
            "there is no built-in day 'case69'; there are case69-day, case18-small\nMaybe ");
  }
}
