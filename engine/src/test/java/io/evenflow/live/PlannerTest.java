package io.evenflow.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.evenflow.fleet.Charger;
import io.evenflow.fleet.PowerRange;
import io.evenflow.fleet.Session;
import io.evenflow.market.Emissions;
import io.evenflow.scenario.Fairness;
import io.evenflow.scenario.Limits;
import io.evenflow.scenario.Scenario;
import io.evenflow.time.Series;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * Energy is cheapest in hour 3; the branch to the chargers carries 200 kVA beside 150 kW of load.
 */
class PlannerTest {
  private static final double[] PRICES = {50, 40, 30, 20, 30, 40, 50, 60};
  private static final double NO_DEADLINE = Double.POSITIVE_INFINITY;

  private static SiteState site() {
    return SiteState.of(Sites.day(PRICES));
  }

  private static SiteState crowded() {
    return SiteState.of(Sites.rated(0.2, PRICES));
  }

  private static double energyAtTheEnd(LivePlan plan, String id, double now) {
    double kwh = now;
    for (double kw : Objects.requireNonNull(plan.netKw().get(id))) {
      kwh += kw;
    }
    return kwh;
  }

  @Test
  void chargesWhenItIsCheapAndPromisesTheTarget() {
    SiteState state = Sites.after(site(), Sites.arrived(0, "ev", "a", 8, 10, 60));

    LivePlan plan = new Planner().plan(state, NO_DEADLINE);

    assertThat(plan.status()).isEqualTo(LivePlan.Status.OPTIMAL);
    assertThat(plan.kw("ev", 3)).isCloseTo(50, within(0.1));
    assertThat(plan.kw("ev", 0)).isZero();
    assertThat(plan.promises().get("ev")).isEqualTo(new Promise(60, Sites.at(8)));
    assertThat(Objects.requireNonNull(plan.bound()))
        .isLessThanOrEqualTo(Objects.requireNonNull(plan.objective()));
  }

  /** 40 kW for three hours are 120 kWh; who comes later wants as much, and gets what is left. */
  @Test
  void aPromiseComesBeforeWhoComesLater() {
    Planner planner = new Planner();
    SiteState first = Sites.after(crowded(), Sites.arrived(0, "early", "a", 3, 0, 100));
    LivePlan before = planner.plan(first, NO_DEADLINE);
    SiteState promised = first.promised(before.promises());
    SiteState second = Sites.after(promised, Sites.arrived(0, "late", "a", 3, 0, 100));

    LivePlan after = planner.plan(second, NO_DEADLINE);

    double promisedKwh = Objects.requireNonNull(before.promises().get("early")).energyKwh();
    assertThat(promisedKwh).isCloseTo(100, within(0.01));
    assertThat(energyAtTheEnd(after, "early", 0)).isGreaterThan(promisedKwh - 0.02);
    double left = Objects.requireNonNull(after.promises().get("late")).energyKwh();
    assertThat(left).isBetween(10.0, 60.0);
    assertThat(after.acFeasible()).isTrue();
    assertThat(after.notes()).isEmpty();
    assertThat(after.changes()).isNotEmpty();
    assertThat(after.changes())
        .allSatisfy(change -> assertThat(change.reason()).isEqualTo(Reason.ARRIVAL));
  }

  /** What is promised and out of reach is named, with what is missing. */
  @Test
  void aPromiseThatCannotBeKeptIsNamed() {
    SiteState state =
        Sites.after(site(), Sites.arrived(0, "ev", "a", 2, 0, 100))
            .promised(Map.of("ev", new Promise(100, Sites.at(2))));
    SiteState slow = Sites.after(state, new Event.DrawsLess(Sites.at(0.001), "ev", 20));

    LivePlan plan = new Planner().plan(slow, NO_DEADLINE);

    assertThat(energyAtTheEnd(plan, "ev", 0)).isCloseTo(40, within(0.01));
    assertThat(plan.notes().getFirst())
        .startsWith("session 'ev': 60.00 of the 100.00 kWh promised");
  }

  @Test
  void newPricesAreTheReason() {
    Planner planner = new Planner();
    SiteState state = Sites.after(site(), Sites.arrived(0, "ev", "a", 8, 10, 60));
    planner.plan(state, NO_DEADLINE);
    SiteState dearer =
        Sites.after(
            state, new Event.PricesPublished(Sites.at(0), 3, new double[] {90, 10, 40, 50, 60}));

    LivePlan plan = planner.plan(dearer, NO_DEADLINE);

    assertThat(plan.kw("ev", 4)).isCloseTo(50, within(0.1));
    assertThat(plan.changes())
        .extracting(Change::period, Change::reason)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple(3, Reason.PRICE),
            org.assertj.core.groups.Tuple.tuple(4, Reason.PRICE));
  }

  /** A deadline that leaves no time: the plan keeps all limits all the same. */
  @Test
  void withoutTimeThereIsAPlanThatKeepsLimits() {
    SiteState state =
        Sites.after(
            crowded(),
            Sites.arrived(0, "a1", "a", 8, 0, 100),
            Sites.arrived(0, "a2", "a", 8, 0, 100),
            Sites.arrived(0, "b1", "b", 8, 0, 100));

    LivePlan plan = new Planner().plan(state, 1e-6);

    assertThat(plan.acFeasible()).isTrue();
    assertThat(plan.status()).isEqualTo(LivePlan.Status.FALLBACK);
    assertThat(energyAtTheEnd(plan, "a1", 0)).isPositive();
    double best = Objects.requireNonNull(new Planner().plan(state, NO_DEADLINE).objective());
    assertThat(plan.bound()).isBetween(best / 2, best);
  }

  /**
   * In hours 1 and 2 energy that is drawn emits 900 g/kWh, and a tonne costs 100: 90 EUR/MWh more
   * than the prices say. The car was to be charged in the cheapest hours, 1 and 2 among them.
   */
  @Test
  void whatEnergyEmitsMovesThePlanWhereItCosts() {
    Planner planner = new Planner();
    Scenario day = Sites.day(50, 20, 20, 50, 60, 60, 60, 60);
    Emissions priced = new Emissions(Series.constant(8, 0), 100);
    SiteState state =
        Sites.after(
            SiteState.of(day.withEquipment(day.equipment().withEmissions(priced))),
            Sites.arrived(0, "ev", "a", 8, 10, 100));
    LivePlan before = planner.plan(state, NO_DEADLINE);
    assertThat(before.kw("ev", 1)).isCloseTo(45, within(5.1));

    LivePlan plan =
        planner.plan(
            Sites.after(
                state, new Event.EmissionsExpected(Sites.at(0), 1, new double[] {900, 900})),
            NO_DEADLINE);

    assertThat(plan.kw("ev", 1) + plan.kw("ev", 2)).isCloseTo(0, within(0.1));
    assertThat(plan.changes()).extracting(Change::reason).containsOnly(Reason.EMISSIONS);
  }

  /**
   * In hour 1 a bus at b could feed in with 180 kW for 900 EUR/MWh, 30 kW more than the loads take,
   * of which the substation may give back 5.
   */
  @Test
  void whatTheSubstationMayGiveBackIsKept() {
    Limits takesBack = new Limits(null, null, 1.0, List.of());
    Scenario day = Sites.day(40, 900, 40, 40, 40, 40, 40, 40).withLimits(takesBack);
    Charger strong = new Charger(new PowerRange(0, 50), 1, new PowerRange(0, 180), 1);
    SiteState state =
        Sites.after(
            SiteState.of(day),
            new Event.Arrived(Sites.at(0), "bus", "b", Sites.at(2), 200, 180, 0, strong));
    assertThat(new Planner().plan(state, NO_DEADLINE).kw("bus", 1)).isCloseTo(-180, within(0.1));

    SiteState limited = Sites.after(state, new Event.ExportLimitChanged(Sites.at(0), 1, 2, 5));
    LivePlan plan = new Planner().plan(limited, NO_DEADLINE);

    assertThat(plan.acFeasible()).isTrue();
    assertThat(plan.kw("bus", 1)).as("and losses").isCloseTo(-155, within(0.5));
  }

  /** The load alone is too much for what the substation may draw in hours 1 and 2. */
  @Test
  void whereNothingKeepsLimitsThePlanSaysSo() {
    SiteState state =
        Sites.after(
            site(),
            Sites.arrived(0, "ev", "a", 8, 10, 60),
            new Event.LimitChanged(Sites.at(0), 1, 3, 100));

    LivePlan plan = new Planner().plan(state, NO_DEADLINE);

    assertThat(plan.acFeasible()).isFalse();
    assertThat(plan.status()).isEqualTo(LivePlan.Status.BEST_EFFORT);
    assertThat(plan.notes()).anyMatch(note -> note.startsWith("no plan was found"));
    assertThat(plan.kw("ev", 1) + plan.kw("ev", 2)).isCloseTo(0, within(0.1));
  }

  /**
   * It says it leaves after eight hours, and may leave after two: then it is charged by then,
   * though hour 3 is cheaper.
   */
  @Test
  void whoMayLeaveEarlyIsNotCaughtEmpty() {
    Forecast early =
        new Forecast() {
          @Override
          public List<List<Session>> newcomers(SiteState state, Rest rest) {
            return List.of();
          }

          @Override
          public List<Instant> departures(Here here, Instant now) {
            return List.of(Sites.at(2));
          }
        };
    SiteState state = Sites.after(site(), Sites.arrived(0, "ev", "a", 8, 10, 60));

    LivePlan plan = new Planner().plan(state, early, NO_DEADLINE);

    assertThat(plan.kw("ev", 0) + plan.kw("ev", 1)).isCloseTo(50, within(0.1));
  }

  /** The next hour is cheaper by a tenth of a cent: not worth what might come in between. */
  @Test
  void nobodyWaitsForNextToNothing() {
    SiteState state =
        Sites.after(
            SiteState.of(Sites.day(30, 29, 60, 60, 60, 60, 60, 60)),
            Sites.arrived(0, "ev", "a", 2, 10, 70));

    LivePlan plan = new Planner().plan(state, NO_DEADLINE);

    assertThat(plan.kw("ev", 0)).isCloseTo(50, within(1e-6));
    assertThat(plan.kw("ev", 1)).isCloseTo(10, within(1e-3));
    assertThat(Objects.requireNonNull(plan.bound()))
        .isLessThanOrEqualTo(Objects.requireNonNull(plan.objective()));
    assertThat(plan.promises().get("ev")).isEqualTo(new Promise(70, Sites.at(2)));
  }

  /** For a cent it is. */
  @Test
  void butForMoreThanThat() {
    SiteState state =
        Sites.after(
            SiteState.of(Sites.day(40, 30, 60, 60, 60, 60, 60, 60)),
            Sites.arrived(0, "ev", "a", 2, 10, 70));

    LivePlan plan = new Planner().plan(state, NO_DEADLINE);

    assertThat(plan.kw("ev", 0)).isCloseTo(10, within(1e-3));
  }

  /** The branch carries 200 kVA: as much comes sooner as it carries beside 150 kW of load. */
  @Test
  void soonerAsFarAsLimitsHold() {
    SiteState state =
        Sites.after(
            SiteState.of(Sites.rated(0.2, 30, 29, 60, 60, 60, 60, 60, 60)),
            Sites.arrived(0, "a1", "a", 2, 10, 60),
            Sites.arrived(0, "a2", "a", 2, 10, 50));

    LivePlan plan = new Planner().plan(state, NO_DEADLINE);

    assertThat(plan.acFeasible()).isTrue();
    assertThat(plan.kw("a1", 0) + plan.kw("a2", 0)).isBetween(44.0, 50.0);
    assertThat(energyAtTheEnd(plan, "a1", 10)).isCloseTo(60, within(0.01));
    assertThat(energyAtTheEnd(plan, "a2", 10)).isCloseTo(50, within(0.01));
  }

  /**
   * Two hours of some 49 kW for 100 and 60 kWh: 0.61 of it for both, where cost alone does not care
   * who of them has it.
   */
  @Test
  void whereEnergyIsShortAllHaveTheSameShare() {
    SiteState state =
        Sites.after(
            SiteState.of(Sites.rated(0.2, 30, 29, 60, 60, 60, 60, 60, 60)),
            Sites.arrived(0, "a1", "a", 2, 10, 110),
            Sites.arrived(0, "a2", "a", 2, 20, 80));

    LivePlan plan = new Planner(1e-3, 0, true).plan(state, NO_DEADLINE);

    Fairness fairness = Objects.requireNonNull(plan.fairness());
    assertThat(plan.acFeasible()).isTrue();
    assertThat(fairness.sessions()).containsExactly("a1", "a2");
    assertThat(fairness.shareBound() - fairness.share()).isLessThan(1.1e-3);
    assertThat(energyAtTheEnd(plan, "a1", 10)).isGreaterThan(10 + 100 * fairness.share() - 0.01);
    assertThat(energyAtTheEnd(plan, "a2", 20)).isGreaterThan(20 + 60 * fairness.share() - 0.01);
    double all = energyAtTheEnd(plan, "a1", 0) + energyAtTheEnd(plan, "a2", 0);
    assertThat(fairness.share()).isCloseTo(all / 160, within(0.02));
  }

  /** Shares are of what is left beside promises. */
  @Test
  void aPromiseComesBeforeShares() {
    Planner planner = new Planner(1e-3, 0, true);
    SiteState first = Sites.after(crowded(), Sites.arrived(0, "early", "a", 3, 0, 100));
    SiteState promised = first.promised(planner.plan(first, NO_DEADLINE).promises());
    SiteState second = Sites.after(promised, Sites.arrived(0, "late", "a", 3, 0, 100));

    LivePlan after = planner.plan(second, NO_DEADLINE);

    assertThat(energyAtTheEnd(after, "early", 0)).isGreaterThan(99.9);
    assertThat(energyAtTheEnd(after, "late", 0)).isBetween(10.0, 60.0);
    assertThat(after.notes()).isEmpty();
  }

  /**
   * The branch carries 49 kW beside its load and the three need all of it: the last plan stands on
   * its limit, reaches targets with full power to the last digit, and goes on as it is.
   */
  @Test
  void aPlanThatJustFitsGoesOn() {
    Planner planner = new Planner();
    SiteState state =
        Sites.after(
            crowded(),
            Sites.arrived(0, "a1", "a", 3, 0, 90),
            Sites.arrived(0, "a2", "a", 3, 0, 40),
            Sites.arrived(0, "b1", "b", 2, 30, 20));
    LivePlan plan = planner.plan(state, NO_DEADLINE);

    LivePlan again = planner.plan(state.promised(plan.promises()), 1e-6);

    assertThat(again.status()).isEqualTo(LivePlan.Status.FALLBACK);
    assertThat(again.acFeasible()).isTrue();
    plan.netKw()
        .forEach(
            (id, kw) ->
                assertThat(Objects.requireNonNull(again.netKw().get(id)))
                    .containsExactly(kw, within(1e-9)));
  }

  @Test
  void theSameEventsAreThesamePlans() {
    assertThat(decisions()).isEqualTo(decisions());
  }

  private static String decisions() {
    Planner planner = new Planner();
    SiteState state = Sites.after(crowded(), Sites.arrived(0, "a1", "a", 6, 0, 100));
    StringBuilder said = new StringBuilder();
    for (int hour = 0; hour < 5; hour++) {
      state =
          Sites.after(
              state,
              new Event.Clock(Sites.at(hour)),
              Sites.arrived(hour, "b" + hour, "b", hour + 3, 20, 60));
      LivePlan plan = planner.plan(state, NO_DEADLINE);
      state = state.promised(plan.promises());
      plan.netKw().forEach((id, kw) -> said.append(id).append(java.util.Arrays.toString(kw)));
    }
    return said.toString();
  }
}
