package io.evenflow.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.evenflow.fleet.Station;
import io.evenflow.market.DayAheadPrices;
import io.evenflow.market.Tariff;
import io.evenflow.scenario.Scenario;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class SiteStateTest {
  private static final double[] PRICES = {50, 40, 30, 20, 30, 40, 50, 60};

  private static SiteState empty() {
    return SiteState.of(Sites.day(PRICES));
  }

  private static Here here(SiteState state, String id) {
    return Objects.requireNonNull(state.here().get(id));
  }

  @Test
  void batteriesFillAsCommandedUntilTheyAreMeasured() {
    SiteState plugged = Sites.after(empty(), Sites.arrived(0, "ev", "a", 8, 10, 100));

    SiteState later =
        Sites.after(plugged.commanded(Map.of("ev", 40.0)), new Event.Clock(Sites.at(0.5)));
    assertThat(here(later, "ev").energyKwh()).isCloseTo(30, within(1e-9));

    SiteState measured = Sites.after(later, new Event.EnergyNow(Sites.at(0.5), "ev", 29));
    assertThat(here(measured, "ev").energyKwh()).isEqualTo(29);
  }

  @Test
  void theRestOfTheDayBeginsWithWhatIsLeftOfThePeriod() {
    SiteState state =
        Sites.after(
            empty(), new Event.Clock(Sites.at(2.75)), Sites.arrived(2.75, "ev", "b", 6, 10, 100));

    Scenario rest = Rest.of(state).scenario();
    assertThat(rest.periods()).isEqualTo(6);
    assertThat(rest.horizon().firstPeriodMinutes()).isEqualTo(15);
    assertThat(rest.prices().toArray()).containsExactly(30, 20, 30, 40, 50, 60);
    assertThat(rest.sessions().getFirst().departure()).isEqualTo(4);
  }

  @Test
  void whatWasCommandedForThePeriodIsLoadUntilItEnds() {
    SiteState state =
        Sites.after(empty(), Sites.arrived(0, "ev", "a", 3, 10, 100)).commanded(Map.of("ev", 40.0));
    SiteState half = Sites.after(state, new Event.Clock(Sites.at(0.5)));

    Scenario rest = Rest.of(half).scenario();
    assertThat(rest.activeLoadMw(rest.busOf(0), 0)).isCloseTo(0.14, within(1e-9));
    assertThat(rest.activeLoadMw(rest.busOf(0), 1)).isCloseTo(0.10, within(1e-9));
    assertThat(rest.sessions().getFirst().arrival()).isEqualTo(1);
    assertThat(rest.sessions().getFirst().arrivalEnergyKwh()).isCloseTo(50, within(1e-9));
  }

  @Test
  void refusalsSayWhyAndChangeNothing() {
    SiteState state =
        Sites.after(empty(), Sites.arrived(0, "ev", "a", 8, 10, 100), new Event.Clock(Sites.at(1)));
    refuses(state, Sites.arrived(1, "ev", "a", 8, 10, 100), "session 'ev': is here already");
    refuses(state, new Event.Left(Sites.at(1), "who"), "session 'who': is not here");
    refuses(state, Sites.arrived(1, "x", "c", 8, 10, 100), "station 'c' does not exist");
    refuses(state, Sites.arrived(1, "x", "a", 0.5, 10, 100), "is not after the site's time");
    refuses(state, Sites.arrived(1, "x", "a", 8, Double.NaN, 100), "energyKwh (NaN)");
    refuses(state, new Event.EnergyNow(Sites.at(1), "ev", 2), "falls from 10");
    refuses(state, new Event.EnergyNow(Sites.at(3), "ev", 20), "ahead of the site's clock");
    refuses(state, new Event.Clock(Sites.at(0.5)), "time does not go back");
    refuses(state, new Event.Clock(Sites.at(9)), "the end of the day");
    refuses(state, new Event.TargetChanged(Sites.at(0), "ev", 50), "is no newer than");
    refuses(
        state, new Event.PricesPublished(Sites.at(1), 7, new double[] {1, 2}), "periods from 7");
    refuses(state, new Event.ExportLimitChanged(Sites.at(1), 2, 3, -1), "exportKw (-1.0)");
    refuses(state, new Event.ExportLimitChanged(Sites.at(1), 3, 3, 1), "periods from 3");
    refuses(
        state,
        new Event.EmissionsExpected(Sites.at(1), 2, new double[] {-1}),
        "gramsPerKwh (-1.0)");
    SiteState gone = Sites.after(state, new Event.Left(Sites.at(1), "ev"));
    refuses(gone, Sites.arrived(0, "ev", "a", 8, 10, 100), "has left already");
    refuses(gone, new Event.Left(Sites.at(1), "ev"), "has left already");
  }

  private static void refuses(SiteState state, Event event, String part) {
    Applied applied = state.apply(event);
    assertThat(applied.refusal()).contains(part).doesNotContain("\n");
    assertThat(applied.state()).isSameAs(state);
  }

  /**
   * Ten thousand sequences of thirty events, seeds 1 to 10000: of three vehicles, in any order,
   * with times from before the day to after it and numbers that are none. Each leaves a state whose
   * rest of the day is a scenario; that of every hundredth is planned, too.
   */
  @Test
  void tenThousandSequencesEndInAValidState() {
    SiteState empty = empty();
    for (long seed = 1; seed <= 10_000; seed++) {
      RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
      SiteState state = empty;
      for (int i = 0; i < 30; i++) {
        SiteState before = state;
        Applied applied = before.apply(anything(random));
        state = applied.state();
        requireValid(before, applied);
        if (random.nextInt(4) == 0) {
          state = state.commanded(Map.of("ev" + random.nextInt(3), random.nextDouble(-20, 50)));
        }
      }
      assertThat(Rest.of(state).scenario().periods()).isPositive();
      if (seed % 100 == 0) {
        assertThat(new Planner().plan(state, Double.POSITIVE_INFINITY).acFeasible()).isTrue();
      }
    }
  }

  /**
   * Three thousand sequences of thirty events, seeds 1 to 3000, of a site with a battery, a van and
   * a roof beside its sessions: energies that fall, are none or of nothing here, and forecasts of
   * all kinds.
   */
  @Test
  void whatStaysHasAValidStateToo() {
    SiteState fresh = SiteState.of(Sites.withAssets(30, 20, 60, 80, 30, 20, 60, 80));
    for (long seed = 1; seed <= 3_000; seed++) {
      RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
      SiteState state = fresh;
      for (int i = 0; i < 30; i++) {
        SiteState before = state;
        Applied applied =
            before.apply(random.nextInt(3) == 0 ? ofAssets(random) : anything(random));
        state = applied.state();
        requireValid(before, applied);
        if (random.nextInt(4) == 0) {
          String id = List.of("van", "store", "ev1", "nobody").get(random.nextInt(4));
          state = state.commanded(Map.of(id, random.nextDouble(-60, 60)));
        }
      }
      assertThat(Rest.of(state).scenario().batteries()).hasSize(1);
      if (seed % 100 == 0) {
        assertThat(new Planner().plan(state, Double.POSITIVE_INFINITY).acFeasible()).isTrue();
      }
    }
  }

  private static Event ofAssets(RandomGenerator random) {
    var at = Sites.at(random.nextDouble(-1, 9));
    if (random.nextInt(4) > 0) {
      String id = List.of("van", "store", "ev0", "").get(random.nextInt(4));
      return new Event.AssetEnergy(at, id, number(random, 80));
    }
    double[] kw = random.doubles(random.nextInt(4), -5, 40).toArray();
    if (kw.length > 0 && random.nextInt(5) == 0) {
      kw[0] = Double.NaN;
    }
    String plant = random.nextInt(5) == 0 ? "cellar" : "roof";
    int from = random.nextInt(-1, 9);
    return switch (random.nextInt(4)) {
      case 0 -> new Event.LoadExpected(at, random.nextInt(5) == 0 ? "c" : "b", from, kw);
      case 1 -> new Event.LoadsExpected(at, from, kw.length == 0 ? kw : new double[] {kw[0] / 40});
      default -> new Event.SolarExpected(at, plant, from, kw);
    };
  }

  private static void requireValid(SiteState before, Applied applied) {
    SiteState state = applied.state();
    String refusal = applied.refusal();
    if (refusal != null && (state != before || refusal.isBlank() || refusal.contains("\n"))) {
      throw new AssertionError("refused in a wrong way: " + refusal);
    }
    if (state.now().isBefore(before.now())) {
      throw new AssertionError("time went back to " + state.now());
    }
    for (Here each : state.here().values()) {
      boolean isWithin = each.energyKwh() >= 0 && each.energyKwh() <= each.batteryKwh();
      boolean wants = each.targetKwh() >= 0 && each.targetKwh() <= each.batteryKwh();
      if (!isWithin || !wants || state.hasLeft(each.id())) {
        throw new AssertionError("a wrong state: " + each);
      }
    }
    for (Asset each : state.assets().values()) {
      if (!(each.energyKwh() >= 0 && each.energyKwh() <= each.capacityKwh(state.day()))) {
        throw new AssertionError("a wrong state: " + each);
      }
    }
  }

  private static Event anything(RandomGenerator random) {
    String id = "ev" + random.nextInt(3);
    double hour = random.nextInt(10) == 0 ? random.nextDouble(-100, 100) : random.nextDouble(0, 8);
    var at = Sites.at(hour);
    return switch (random.nextInt(14)) {
      case 0, 1, 2 ->
          new Event.Arrived(
              at,
              random.nextInt(30) == 0 ? " " : id,
              List.of("a", "b", "c").get(random.nextInt(20) == 0 ? 2 : random.nextInt(2)),
              Sites.at(hour + random.nextDouble(-1, 8)),
              number(random, 100),
              number(random, 60),
              number(random, 100),
              null);
      case 3, 4 -> new Event.EnergyNow(at, id, number(random, 100));
      case 5 -> new Event.TargetChanged(at, id, number(random, 100));
      case 6 -> new Event.DepartureChanged(at, id, Sites.at(number(random, 10)));
      case 7 -> new Event.DrawsLess(at, id, number(random, 60));
      case 8 -> new Event.Left(at, id);
      case 9 ->
          new Event.LimitChanged(
              at, random.nextInt(-1, 9), random.nextInt(-1, 10), 200 + number(random, 500));
      case 10 -> {
        double[] prices = random.doubles(random.nextInt(4), -100, 200).toArray();
        if (prices.length > 0 && random.nextInt(5) == 0) {
          prices[0] = Double.NaN;
        }
        yield new Event.PricesPublished(at, random.nextInt(-1, 9), prices);
      }
      case 11 ->
          new Event.ExportLimitChanged(
              at, random.nextInt(-1, 9), random.nextInt(-1, 10), number(random, 500));
      case 12 -> {
        double[] grams = random.doubles(random.nextInt(4), -10, 900).toArray();
        yield new Event.EmissionsExpected(at, random.nextInt(-1, 9), grams);
      }
      default -> new Event.Clock(Sites.at(number(random, 8)));
    };
  }

  /** A number, or what should be one. */
  private static double number(RandomGenerator random, double most) {
    return switch (random.nextInt(25)) {
      case 0 -> Double.NaN;
      case 1 -> Double.POSITIVE_INFINITY;
      case 2 -> -1;
      case 3 -> 0;
      case 4 -> 1e300;
      default -> random.nextDouble(most);
    };
  }

  /** Station a pays the day's prices as its tariff does, b as it always did. */
  @Test
  void aTariffThatIsTheDaysPricesFollowsThem() {
    Scenario day = Sites.withAssets(30, 20, 60, 80, 1, 2, 3, 4);
    Tariff daily = Tariff.of(day.prices());
    Station a = day.stations().getFirst().withTariff(daily);
    Station b = day.stations().getLast();
    SiteState state =
        Sites.after(
            SiteState.of(day.withStations(List.of(a, b))),
            new Event.PricesPublished(Sites.at(0), 2, new double[] {5, 6}));

    List<Station> stations = state.day().stations();
    assertThat(stations.getFirst().site().tariff())
        .isEqualTo(Tariff.of(DayAheadPrices.of(30, 20, 5, 6, 1, 2, 3, 4)));
    assertThat(stations.getLast().site().tariff()).isEqualTo(b.site().tariff());
  }
}
