package io.evenflow.decomposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.evenflow.OneBranchDay;
import io.evenflow.oracle.StayCosts;
import io.evenflow.scenario.Scenario;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BestResponsesTest {
  private static final int VEHICLES = 10;

  private final Scenario day = OneBranchDay.of(VEHICLES);

  /** Missing a limit costs more than anything a session can gain. */
  private final GridSide grid = new GridSide(day);

  private final FleetSide fleet = new FleetSide(day);
  private final List<Cut> cuts = new ArrayList<>();
  private final List<Integer> all = IntStream.range(0, VEHICLES).boxed().toList();

  /** The plan in which all charge in the cheap hour, which is more than the branch carries. */
  private Plan crowded() {
    double[][] price = new double[2][];
    Arrays.fill(price, new double[] {0.08, 0.06});
    fleet.answer(price);
    Plan plan = new Plan(day, fleet.schedules());
    for (GridSide.Answer answer : plan.ask(grid)) {
      cuts.add(answer.cut());
    }
    for (GridSide.Answer answer : grid.answer(new int[] {0, 1}, new double[2][2])) {
      cuts.add(answer.cut());
    }
    return plan;
  }

  private static long inTheCheapHour(Plan plan) {
    return Arrays.stream(plan.schedules).filter(schedule -> schedule.netKw(1) > 0).count();
  }

  @Test
  void sessionsMakeRoomUntilTheBranchCarriesThem() {
    Plan crowded = crowded();
    assertThat(inTheCheapHour(crowded)).isEqualTo(10);
    assertThat(crowded.isWhole()).isFalse();

    BestResponses responses = new BestResponses(day, fleet, grid, cuts, () -> false);
    Plan plan = responses.descend(crowded, all, 1e-6);

    // 7 vehicles and the losses of 350 kW are below 400 kW, 8 vehicles are not
    assertThat(inTheCheapHour(plan)).isEqualTo(7);
    assertThat(plan.isWhole()).isTrue();
    assertThat(plan.objective()).isCloseTo(33.059, within(1e-3));
  }

  @Test
  void fillingFromNobodyKeepsAllLimitsWheneverItIsStopped() {
    crowded();
    Plan idle = Plan.idle(day, grid);
    Plan plan = new BestResponses(day, fleet, grid, cuts, () -> false).fill(idle);
    assertThat(plan.isWhole()).isTrue();
    assertThat(plan.objective()).isCloseTo(33.059, within(1e-3));

    int[] asked = {0};
    Plan stopped = new BestResponses(day, fleet, grid, cuts, () -> asked[0]++ > 0).fill(idle);
    assertThat(stopped.isWhole()).isTrue();
    assertThat(stopped.objective()).isLessThanOrEqualTo(idle.objective());
  }

  @Test
  void believedCostsAreTheHighestCutAndItsPartsAlongAStation() {
    Plan plan = crowded();
    BelievedCosts believed = new BelievedCosts(day, cuts);
    believed.moveTo(plan.stationKw);
    assertThat(believed.gridCost(1)).isCloseTo(plan.gridCost[1], within(1e-9));

    StayCosts costs = new StayCosts();
    believed.addTo(costs, 1, 0, -300, 60);
    for (double kw : new double[] {-300, -200, -100, -50, -1, 30, 60}) {
      double before = believed.gridCost(1);
      believed.move(1, 0, kw);
      double more = believed.gridCost(1) - before + 0.04 * kw;
      believed.move(1, 0, -kw);
      assertThat(costs.at(0, kw)).as(kw + " kW").isCloseTo(more, within(1e-8));
    }
  }
}
