package io.evenflow.city.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evenflow.fleet.Session;
import io.evenflow.io.InputException;
import io.evenflow.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cities that are drawn, and what a portfolio's files may say. */
class DrawnCityTest {
  @TempDir private Path folder = Path.of("");

  private Portfolio draw(int feeders, int sessions, long seed) throws IOException {
    DrawnCity.write(new CitySetup(feeders, sessions, seed, 2, 1.1, 0, 0.5, 0, 60), folder);
    return PortfolioFiles.read(folder);
  }

  @Test
  void sessionsAddUpAndFeedersLieBelowTheirSubstations() throws IOException {
    Portfolio city = draw(7, 333, 1);
    assertThat(city.feeders()).hasSize(7);
    assertThat(city.feeders().stream().mapToInt(PlacedFeeder::sessions).sum()).isEqualTo(333);
    assertThat(city.feeders().stream().map(PlacedFeeder::substation).distinct())
        .containsExactly("substation1", "substation2");
    assertThat(city.isCoupled()).isTrue();
    assertThat(city.limits().getFirst().mostKw(0)).isGreaterThan(400);
  }

  @Test
  void theSameSeedGivesTheSameFilesAndAnotherDoesNot() throws IOException {
    draw(5, 100, 7);
    String first = Files.readString(folder.resolve("feeders.csv"));
    draw(5, 100, 7);
    assertThat(folder.resolve("feeders.csv")).hasContent(first);
    draw(5, 100, 8);
    assertThat(Files.readString(folder.resolve("feeders.csv"))).isNotEqualTo(first);
  }

  @Test
  void tenThousandFeedersTakeLessThanAMegabyte() throws IOException {
    DrawnCity.write(new CitySetup(10_000, 1_000_000, 1, 10, 0, 0, 0, 0, 60), folder);
    assertThat(Files.size(folder.resolve("feeders.csv"))).isLessThan(1_000_000);
  }

  /** At full power every session could charge what it wants, so nobody is short by the draw. */
  @Test
  void everySessionCanReachItsTarget() throws IOException {
    Portfolio city = draw(3, 600, 3);
    for (PlacedFeeder feeder : city.feeders()) {
      Scenario day = FeederDay.of(feeder, folder, city.horizon());
      assertThat(day.sessions()).hasSize(feeder.sessions());
      for (Session session : day.sessions()) {
        double hours = day.horizon().hours(session.arrival(), session.departure());
        double reach = session.charger().charge().maxKw() * 0.92 * hours;
        assertThat(session.targetEnergyKwh() - session.arrivalEnergyKwh())
            .isBetween(0.0, reach + 0.011);
      }
    }
  }

  private Portfolio drawCommuters() throws IOException {
    DrawnCity.write(new CitySetup(4, 200, 6, 1, 0, 0, 0, 0.1, 60), folder);
    return PortfolioFiles.read(folder);
  }

  /** Without charging it would miss something; at full power from the start on it does not. */
  @Test
  void commutersTakeThePlaceOfSessionsAndCanReachWhatTheyWant() throws IOException {
    Portfolio city = drawCommuters();
    assertThat(city.feeders().stream().mapToInt(PlacedFeeder::sessions).sum()).isEqualTo(180);
    assertThat(city.commuters()).hasSize(20);
    for (Commuter vehicle : city.commuters()) {
      int steps = vehicle.periods().length;
      double[] hours = new double[steps];
      double[] full = new double[steps];
      Arrays.fill(hours, 1);
      Arrays.fill(full, 11);
      assertThat(vehicle.missingKwh(full, hours)).containsOnly(0);
      assertThat(Arrays.stream(vehicle.missingKwh(new double[steps], hours)).sum()).isPositive();
      assertThat(vehicle.stays().getFirst().feeder()).isEqualTo(vehicle.stays().getLast().feeder());
    }
    draw(2, 10, 1);
    assertThat(folder.resolve("commuters.csv")).doesNotExist();
  }

  @Test
  void aStayAtAFeederThatIsNoneIsNamed() throws IOException {
    drawCommuters();
    Path table = folder.resolve("commuters.csv");
    String text = Files.readString(table);
    Files.writeString(table, text.replaceFirst("feeder\\d,bus", "feder1,bus"));
    assertThatThrownBy(() -> PortfolioFiles.read(folder))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("commuters.csv, line 2: feeder ('feder1') is none of feeders.csv")
        .hasMessageContaining("Maybe 'feeder1' is meant");
    Files.writeString(table, text.replaceFirst(",0,\\d+,", ",9,3,"));
    assertThatThrownBy(() -> PortfolioFiles.read(folder))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("vehicle 'commuter1': departure (period 3) must come after arrival");
  }

  @Test
  void aFieldThatIsNoneIsNamed() throws IOException {
    draw(2, 10, 1);
    Path manifest = folder.resolve("city.json");
    Files.writeString(manifest, Files.readString(manifest).replace("importLimitKw", "importKw"));
    assertThatThrownBy(() -> PortfolioFiles.read(folder))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("substations[0].importKw is not a field")
        .hasMessageContaining("Maybe ");
  }

  @Test
  void aBudgetOfEmissionsNeedsToKnowThem() throws IOException {
    draw(2, 10, 1);
    Path manifest = folder.resolve("city.json");
    String text = Files.readString(manifest);
    Files.writeString(
        manifest, text.replace("\"substations\"", "\"emissionsBudgetKg\" : 5,\n  \"substations\""));
    assertThatThrownBy(() -> PortfolioFiles.read(folder))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("emissionsBudgetKg needs the city's emissions.gramsPerKwh")
        .hasMessageContaining("Maybe ");
    Files.writeString(
        manifest,
        text.replace(
            "\"substations\"",
            "\"emissionsBudgetKg\" : 5, \"energyBudgetMwh\": 7,"
                + " \"emissions\": {\"gramsPerKwh\": 400},\n  \"substations\""));
    assertThat(PortfolioFiles.read(folder).budgets())
        .extracting(budget -> budget.most() + " " + budget.kind().unit() + " " + budget.id())
        .containsExactly("7.0 MWh city", "5.0 kg city");
  }

  @Test
  void aSubstationThatIsNoneIsNamed() throws IOException {
    draw(2, 10, 1);
    Path table = folder.resolve("feeders.csv");
    Files.writeString(table, Files.readString(table).replace("feeder2,substation2", "feeder2,sub"));
    assertThatThrownBy(() -> PortfolioFiles.read(folder))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("line 3: substation ('sub') is none of city.json");
  }
}
