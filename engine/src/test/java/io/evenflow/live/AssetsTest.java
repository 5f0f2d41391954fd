package io.evenflow.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * What stays at a site, of {@link Sites#withAssets}: energy costs 2 cents in hour 1 and 30 in hours
 * 2 and 3, in which the building needs 20 kWh in all.
 */
class AssetsTest {
  private static final double[] PRICES = {100, 20, 300, 300, 100, 100, 100, 100};

  private static SiteState site() {
    return SiteState.of(Sites.withAssets(PRICES));
  }

  private static LivePlan plan(Planner planner, SiteState state) {
    LivePlan plan = planner.plan(state, Double.POSITIVE_INFINITY);
    assertThat(plan.status()).isEqualTo(LivePlan.Status.OPTIMAL);
    assertThat(plan.acFeasible()).isTrue();
    return plan;
  }

  @Test
  void aBatteryServesTheBuildingInDearHours() {
    LivePlan plan = plan(new Planner(), site());

    assertThat(plan.kw("store", 1)).isCloseTo(20, within(1e-3));
    assertThat(plan.kw("store", 2)).isCloseTo(-10, within(0.01));
    assertThat(plan.kw("store", 3)).isCloseTo(-10, within(0.01));
  }

  /** 5 kWh are there after the trip if nothing is charged: 25 are charged, as cheap as can be. */
  @Test
  void aVanChargesForItsTripsWhereItIsCheap() {
    LivePlan plan = plan(new Planner(), site());

    assertThat(plan.kw("van", 1)).isCloseTo(20, within(1e-3));
    assertThat(plan.kw("van", 2)).isZero();
    assertThat(plan.kw("van", 3)).isZero();
    double later = 0;
    for (int t = 4; t < 8; t++) {
      later += plan.kw("van", t);
    }
    assertThat(plan.kw("van", 0) + later).isCloseTo(15, within(1e-3));
  }

  @Test
  void energiesGoOnAsCommandedAndTripsUseThem() {
    SiteState told =
        Sites.after(site(), new Event.Clock(Sites.at(1)))
            .commanded(Map.of("van", 20.0, "store", 8.0));
    SiteState onTheRoad = Sites.after(told, new Event.Clock(Sites.at(3.5)));
    SiteState back = Sites.after(onTheRoad, new Event.Clock(Sites.at(4.5)));

    assertThat(energy(onTheRoad, "van")).isCloseTo(10 + 2 * 20, within(1e-9));
    assertThat(energy(onTheRoad, "store")).isCloseTo(20, within(1e-9));
    assertThat(energy(back, "van")).isCloseTo(50 - 15, within(1e-9));
    assertThat(Rest.of(back).scenario().vehicles().getFirst().stays()).hasSize(1);
    assertThat(Rest.of(back).scenario().vehicles().getFirst().stays().getFirst().usedKwh())
        .isZero();
  }

  private static double energy(SiteState state, String id) {
    return Objects.requireNonNull(state.assets().get(id)).energyKwh();
  }

  /** Half of what was charged is gone: the plan is another, and says why. */
  @Test
  void energyThatFallsIsAReason() {
    Planner planner = new Planner();
    LivePlan first = plan(planner, site());
    SiteState told =
        Sites.after(
            site().commanded(Map.of("store", first.kw("store", 0))), new Event.Clock(Sites.at(1)));
    LivePlan second = plan(planner, told);
    SiteState later =
        Sites.after(
            told.commanded(Map.of("store", second.kw("store", 1), "van", second.kw("van", 1))),
            new Event.Clock(Sites.at(2)),
            new Event.AssetEnergy(Sites.at(2), "store", 10));

    LivePlan plan = plan(planner, later);

    assertThat(plan.kw("store", 2) + plan.kw("store", 3)).isCloseTo(-10, within(0.01));
    assertThat(plan.changes())
        .anyMatch(each -> each.session().equals("store") && each.reason() == Reason.ENERGY);
  }

  /** The roof gives the building what it needs in hour 2; the battery fills hour 3 alone. */
  @Test
  void expectedSunIsAReason() {
    Planner planner = new Planner();
    plan(planner, site());
    SiteState sunny =
        Sites.after(site(), new Event.SolarExpected(Sites.at(0), "roof", 2, new double[] {10}));

    LivePlan plan = plan(planner, sunny);

    // what the battery gives the van is nobody else's business
    assertThat(plan.kw("store", 2) + plan.kw("van", 2)).isCloseTo(0, within(0.1));
    assertThat(plan.kw("store", 3)).isCloseTo(-10, within(0.01));
    assertThat(plan.changes())
        .anyMatch(each -> each.session().equals("store") && each.reason() == Reason.FORECAST);
  }

  @Test
  void sessionsShareTheSiteWithThem() {
    SiteState state = Sites.after(site(), Sites.arrived(0, "ev", "a", 4, 10, 50));

    LivePlan plan = plan(new Planner(), state);

    assertThat(plan.kw("ev", 1)).isCloseTo(40, within(0.1));
    assertThat(plan.netKw()).containsOnlyKeys("ev", "store", "van");
  }

  /** Whoever has no time goes on as planned: no optimiser is needed for that. */
  @Test
  void withoutTimeTheyGoOnAsPlanned() {
    Planner planner = new Planner();
    LivePlan first = plan(planner, site());

    LivePlan plan = planner.plan(site(), 1e-6);

    assertThat(plan.status()).isEqualTo(LivePlan.Status.FALLBACK);
    assertThat(plan.acFeasible()).isTrue();
    assertThat(plan.kw("store", 2)).isEqualTo(first.kw("store", 2));
    assertThat(plan.kw("van", 1)).isEqualTo(first.kw("van", 1));
  }
}
