package io.evenflow.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * The coordination without vehicles or grids: toys that choose, toys that tie.
 *
 * <pre>
 *  OneOf a ──┬── row 0 ──┐
 *  OneOf b ──┼── row 1 ──┼── Capacity, Discount of each row
 *  OneOf …  ─┴── row 2 ──┘
 * </pre>
 */
class CoordinatorTest {
  private static final Listener NONE = (stage, round, objective, bound, resources) -> {};

  private static Coordinator run(Problem problem, double gap) {
    Terms terms = new Terms(gap, Double.POSITIVE_INFINITY, 10, 1000, null);
    Coordinator coordinator = new Coordinator(problem, terms, () -> false, NONE);
    coordinator.run();
    coordinator.runOn(null);
    return coordinator;
  }

  private static Rows rows(double... price) {
    int[] period = new int[price.length];
    for (int row = 0; row < period.length; row++) {
      period[row] = row;
    }
    return new Rows(new int[price.length], period, price);
  }

  private static OneOf oneUnitInEither(String id) {
    return new OneOf(
        id,
        new int[] {0, 1},
        List.of(new Profile(new double[] {1, 0}, 0), new Profile(new double[] {0, 1}, 0)));
  }

  /** Ten want row 1, which is cheaper and has room for seven and a half. */
  @Test
  void asManyAsFitTakeWhatIsCheap() {
    List<Resource> ten = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      ten.add(oneUnitInEither("r" + i));
    }
    Coordinator coordinator =
        run(new Problem(rows(4, 3), ten, List.of(new Capacity(7.5, 1))), 1e-6);
    Plan plan = Objects.requireNonNull(coordinator.plan());
    assertThat(plan.amounts()).containsExactly(3, 7);
    assertThat(plan.objective()).isEqualTo(33);
    assertThat(coordinator.bound()).isCloseTo(33, within(1e-4));
  }

  /** A discount of 0.5·sum² makes all go one way, where prices alone are a tie. */
  @Test
  void whatGetsCheaperTogetherIsDoneTogether() {
    List<Resource> four = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      four.add(oneUnitInEither("r" + i));
    }
    List<Coupling> discounts = List.of(new Discount(0.5, 0), new Discount(0.4, 1));
    Coordinator coordinator = run(new Problem(rows(5, 5), four, discounts), 1e-6);
    Plan plan = Objects.requireNonNull(coordinator.plan());
    assertThat(plan.amounts()).containsExactly(4, 0);
    assertThat(plan.objective()).isEqualTo(20 - 0.5 * 16);
    assertThat(coordinator.bound()).isCloseTo(12, within(1e-4));
  }

  @Test
  void boundAndPlanEncloseTheOptimumOverAllChoices() {
    SplittableRandom random = new SplittableRandom(5);
    for (int trial = 0; trial < 200; trial++) {
      Problem problem = random(random);
      double optimum = byTryingAll(problem);
      Coordinator coordinator = run(problem, 1e-4);
      assertThat(coordinator.bound()).as("trial " + trial).isLessThanOrEqualTo(optimum + 1e-6);
      if (Double.isInfinite(optimum)) {
        assertThat(coordinator.plan()).as("trial " + trial).isNull();
        continue;
      }
      double objective = Objects.requireNonNull(coordinator.plan()).objective();
      double allowed = 1e-4 * Math.max(1, Math.abs(objective));
      assertThat(objective)
          .as("trial " + trial)
          .isBetween(optimum - 1e-9, optimum + 10 * allowed + 1e-6);
      assertThat(objective - coordinator.bound()).as("trial " + trial).isLessThan(20 * allowed);
    }
  }

  private static Problem random(SplittableRandom random) {
    int rows = 2 + random.nextInt(2);
    double[] price = random.doubles(rows, -3, 3).toArray();
    List<Resource> resources = new ArrayList<>();
    int count = 1 + random.nextInt(5);
    for (int r = 0; r < count; r++) {
      resources.add(resource(random, "r" + r, rows));
    }
    List<Coupling> couplings = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      couplings.add(
          random.nextBoolean()
              ? new Discount(random.nextDouble(0.5), row)
              : new Capacity(random.nextDouble(0, 4), row));
    }
    if (random.nextInt(3) == 0) {
      couplings.add(new Capacity(random.nextDouble(1, 6), 0, rows - 1));
    }
    return new Problem(rows(price), resources, couplings);
  }

  private static OneOf resource(SplittableRandom random, String id, int rows) {
    int[] own = new int[rows];
    List<Profile> choices = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      own[row] = row;
    }
    if (random.nextInt(4) > 0) {
      choices.add(new Profile(new double[rows], random.nextDouble(4)));
    }
    int more = 1 + random.nextInt(4);
    for (int c = 0; c < more; c++) {
      choices.add(new Profile(random.doubles(rows, -1, 2).toArray(), random.nextDouble()));
    }
    return new OneOf(id, own, choices);
  }

  private static double byTryingAll(Problem problem) {
    return byTryingAll(problem, new Profile[problem.resources().size()], 0);
  }

  private static double byTryingAll(Problem problem, Profile[] chosen, int next) {
    if (next == chosen.length) {
      Plan plan = new Plan(problem, chosen);
      double cost = 0;
      Region[] whole = problem.wholeRegions();
      for (int c = 0; c < whole.length; c++) {
        Coupling coupling = problem.couplings().get(c);
        Answer answer = coupling.ask(Problem.gather(coupling, plan.amounts()), whole[c]);
        plan.set(c, answer);
        cost += answer.value();
      }
      return plan.isWhole() ? plan.objective() : Double.POSITIVE_INFINITY;
    }
    double best = Double.POSITIVE_INFINITY;
    for (Profile choice : ((OneOf) problem.resources().get(next)).choices()) {
      chosen[next] = choice;
      best = Math.min(best, byTryingAll(problem, chosen, next + 1));
    }
    return best;
  }
}
