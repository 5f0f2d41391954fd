package io.evenflow.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evenflow.fleet.Session;
import io.evenflow.io.ScenarioReader;
import io.evenflow.io.ScenarioWriter;
import io.evenflow.io.matpower.BuiltInCases;
import io.evenflow.scenario.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaperDayTest {
  private static Scenario day(String feederCase, long seed) {
    return PaperDay.of(PaperSetup.of(feederCase, BuiltInCases.read(feederCase)), seed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"case18", "case33bw", "case69", "case141"})
  void readsBackEqualAndRepeatsBySeed(String feederCase) {
    String text = ScenarioWriter.text(day(feederCase, 7));
    assertThat(ScenarioWriter.text(ScenarioReader.read("day", text))).isEqualTo(text);
    assertThat(ScenarioWriter.text(day(feederCase, 7))).isEqualTo(text);
    assertThat(ScenarioWriter.text(day(feederCase, 8))).isNotEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void staysWithinThePapersRanges(long seed) {
    Scenario day = day("case69", seed);
    assertThat(day.sessions()).isNotEmpty();
    for (Session session : day.sessions()) {
      assertThat(session.periods()).isBetween(6, 10);
      assertThat(session.arrivalEnergyKwh()).isBetween(20.0, 40.0);
      assertThat(session.targetEnergyKwh()).isEqualTo(100);
      assertThat(session.reachableEnergyKwh(day.horizon())).isEqualTo(100);
    }
    for (int t = 0; t < 14; t++) {
      int period = t;
      assertThat(day.sessions().stream().filter(s -> s.arrival() == period).count())
          .isBetween(1L, 5L);
    }
  }

  @Test
  void noiseOnLoadsLeavesTheFleetAsItWas() {
    PaperSetup paper = PaperSetup.of("case18", BuiltInCases.read("case18"));
    PaperSetup quiet =
        new PaperSetup(
            paper.feederCase(),
            paper.network(),
            paper.stations(),
            paper.vehiclesPerPeriod(),
            24,
            60,
            100,
            paper.arrivalCharge(),
            0,
            0,
            0,
            paper.stayHours(),
            LoadProfile.FLAT,
            LateArrivals.SKIP,
            null);
    Scenario day = PaperDay.of(quiet, 3);
    assertThat(day.sessions()).isEqualTo(PaperDay.of(paper, 3).sessions());
    assertThat(day.branchScaling()).isEmpty();
    assertThat(day.prices().perMwh(13)).isEqualTo(10.09);
  }

  @Test
  void rangesMustGoUpwards() {
    assertThat(Range.parse("6-10")).isEqualTo(new Range(6, 10));
    assertThat(Range.parse("6")).isEqualTo(new Range(6, 6));
    assertThatThrownBy(() -> Range.parse("10-6")).hasMessageContaining("upwards");
    assertThatThrownBy(() -> Range.parse("some")).hasMessageContaining("is not a range");
  }

  @Test
  void largeFleetsFitTheirBatteriesAndReadBackEqual() {
    FleetSetup setup = new FleetSetup("case141", BuiltInCases.read("case141"), 200, 20, true, null);
    Scenario day = FleetDay.of(setup, 1);
    assertThat(day.sessions()).hasSize(200);
    assertThat(day.stations()).hasSize(20);
    assertThat(day.limits().voltageMinPu()).isNotNull();
    String text = ScenarioWriter.text(day);
    assertThat(ScenarioWriter.text(ScenarioReader.read("day", text))).isEqualTo(text);
  }
}
