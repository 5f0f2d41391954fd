package io.evenflow.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.evenflow.coordination.ConvexCosts;
import io.evenflow.coordination.Profile;
import io.evenflow.coordination.Resource;
import io.evenflow.coordination.ResourceModel;
import io.evenflow.mip.AffineBuilder;
import io.evenflow.mip.MixedIntegerOptions;
import io.evenflow.mip.MixedIntegerProgram;
import io.evenflow.mip.MixedIntegerResult;
import io.evenflow.mip.Violation;
import io.evenflow.solver.OuterApproximation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** What every {@link Resource} must do. */
abstract class ResourceContract {
  private static final int TRIALS = 60;
  private static final int ROWS = 200;
  private static final double SAME = 1e-9;

  /** A small resource whose rows are below {@link #ROWS}, a profile of which there is. */
  abstract Resource resource(SplittableRandom random);

  /** Profiles that it can have, found in another way than by its answers. */
  abstract List<Profile> profiles(Resource resource, SplittableRandom random);

  abstract void assertFeasible(Resource resource, Profile profile, String words);

  /** How far a mixed-integer program of it may be below its answers. */
  double modelError() {
    return 1e-5;
  }

  /** Whether its profile meets its answer to convex costs, which is a bound in any case. */
  boolean meetsConvexCosts() {
    return true;
  }

  @Test
  void rowsAscend() {
    SplittableRandom random = new SplittableRandom(1);
    for (int trial = 0; trial < TRIALS; trial++) {
      int[] rows = resource(random).rows();
      for (int i = 1; i < rows.length; i++) {
        assertThat(rows[i]).isGreaterThan(rows[i - 1]);
      }
    }
  }

  @Test
  void answersAreBoundsThatItsOwnProfileMeets() {
    SplittableRandom random = new SplittableRandom(2);
    int others = 0;
    for (int trial = 0; trial < TRIALS; trial++) {
      Resource resource = resource(random);
      List<Profile> known = new ArrayList<>(profiles(resource, random));
      others += known.size();
      for (int i = 0; i < 5; i++) {
        resource.answer(prices(random));
        known.add(resource.profile());
      }
      Profile idle = resource.idle();
      if (idle != null) {
        known.add(idle);
      }
      double[] price = prices(random);
      double answer = resource.answer(price);
      String words = "trial " + trial;
      assertProfile(resource, resource.profile(), words);
      assertThat(cost(resource, resource.profile(), price))
          .as(words)
          .isCloseTo(answer, near(answer));
      for (Profile profile : known) {
        assertProfile(resource, profile, words);
        double cost = cost(resource, profile, price);
        assertThat(answer).as(words).isLessThanOrEqualTo(cost + SAME * (1 + Math.abs(cost)));
      }
    }
    assertThat(others).isGreaterThan(5 * TRIALS);
  }

  @Test
  void answersToConvexCostsAreBoundsThatItsOwnProfileMeets() {
    SplittableRandom random = new SplittableRandom(3);
    for (int trial = 0; trial < TRIALS; trial++) {
      Resource resource = resource(random);
      List<Profile> known = profiles(resource, random);
      ConvexCosts costs = convex(random, resource.rows().length);
      double answer = resource.answer(costs);
      String words = "trial " + trial;
      assertProfile(resource, resource.profile(), words);
      double found = costs.of(resource.profile());
      assertThat(answer).as(words).isLessThanOrEqualTo(found + SAME * (1 + Math.abs(found)));
      if (meetsConvexCosts()) {
        assertThat(found).as(words).isCloseTo(answer, near(answer));
      }
      for (Profile profile : known) {
        assertThat(answer).as(words).isLessThanOrEqualTo(costs.of(profile) + SAME);
      }
    }
  }

  @Test
  void shiftedAnswersAreTheAnswersAtTheOtherPrice() {
    SplittableRandom random = new SplittableRandom(4);
    for (int trial = 0; trial < TRIALS; trial++) {
      Resource resource = resource(random);
      int[] rows = resource.rows();
      double[] price = prices(random);
      double[] shift = new double[ROWS];
      for (int row : rows) {
        shift[row] = random.nextInt(4) == 0 ? 0 : random.nextDouble(-0.4, 0.4);
      }
      double[][] least = new double[1][rows.length];
      resource.answerShifted(price, new double[][] {shift}, least);
      for (int i = 0; i < rows.length; i++) {
        double[] other = price.clone();
        other[rows[i]] += shift[rows[i]];
        double answer = shift[rows[i]] == 0 ? Double.NEGATIVE_INFINITY : resource.answer(other);
        assertThat(least[0][i]).as("trial %d, row %d", trial, i).isLessThanOrEqualTo(answer + SAME);
        if (Double.isFinite(answer)) {
          assertThat(least[0][i]).isCloseTo(answer, near(answer));
        }
      }
    }
  }

  @Test
  void blendsAreProfilesWhereThereAreAny() {
    SplittableRandom random = new SplittableRandom(5);
    for (int trial = 0; trial < TRIALS; trial++) {
      Resource resource = resource(random);
      resource.answer(prices(random));
      Profile one = resource.profile();
      resource.answer(prices(random));
      Profile other = resource.profile();
      Profile blend = resource.blend(List.of(one, other), new double[] {0.25, 0.75});
      assertThat(blend != null || !resource.isConvex()).isTrue();
      if (blend != null) {
        assertProfile(resource, blend, "trial " + trial);
        double mean = 0.25 * one.ownCost() + 0.75 * other.ownCost();
        assertThat(blend.ownCost()).isLessThanOrEqualTo(mean + SAME * (1 + Math.abs(mean)));
        for (int i = 0; i < blend.amounts().length; i++) {
          double amount = 0.25 * one.amounts()[i] + 0.75 * other.amounts()[i];
          assertThat(blend.amounts()[i]).isCloseTo(amount, within(SAME * 1e3));
        }
      }
    }
  }

  @Test
  void programHasTheSameOptimum() {
    SplittableRandom random = new SplittableRandom(6);
    for (int trial = 0; trial < TRIALS / 2; trial++) {
      Resource resource = resource(random);
      double[] price = random.doubles(ROWS, 0, 0.85).toArray();
      MixedIntegerProgram.Builder builder = new MixedIntegerProgram.Builder();
      ResourceModel model = resource.addTo(builder);
      int[] rows = resource.rows();
      int[] amounts = new int[rows.length];
      for (int i = 0; i < rows.length; i++) {
        amounts[i] = builder.variable(-1e4, 1e4, price[rows[i]]);
        AffineBuilder amount = new AffineBuilder().add(-1, amounts[i]);
        model.addAmount(amount, i);
        builder.equality(amount.build(), 0);
      }
      MixedIntegerProgram program = builder.build();
      MixedIntegerResult result =
          new OuterApproximation().solve(program, MixedIntegerOptions.defaults());
      String words = "trial " + trial;
      double answer = resource.answer(price);
      assertThat(result.objective())
          .as(words)
          .isBetween(answer - modelError(), answer + 1e-5 * (1 + Math.abs(answer)));
      double[] x = Objects.requireNonNull(result.x());
      Profile profile = model.profile(x);
      assertProfile(resource, profile, words);
      double[] point = x.clone();
      model.setPoint(point, profile);
      for (int i = 0; i < rows.length; i++) {
        point[amounts[i]] = profile.amounts()[i];
      }
      if (modelError() < 1e-4) {
        assertThat(Violation.of(program, point).max()).as(words).isLessThan(1e-5);
      }
    }
  }

  private void assertProfile(Resource resource, Profile profile, String words) {
    for (int i = 0; i < profile.amounts().length; i++) {
      assertThat(profile.amounts()[i])
          .as(words)
          .isBetween(resource.least(i) - SAME, resource.most(i) + SAME);
    }
    double own = resource.priced(profile.amounts()).ownCost();
    assertThat(own).as(words).isCloseTo(profile.ownCost(), within(SAME * (1 + Math.abs(own))));
    assertFeasible(resource, profile, words);
  }

  private static Offset<Double> near(double answer) {
    return within(SAME * (1 + Math.abs(answer)));
  }

  private static double cost(Resource resource, Profile profile, double[] price) {
    double sum = profile.ownCost();
    int[] rows = resource.rows();
    for (int i = 0; i < rows.length; i++) {
      sum += price[rows[i]] * profile.amounts()[i];
    }
    return sum;
  }

  private double[] prices(SplittableRandom random) {
    double least = leastPrice();
    return random.doubles(ROWS, least, 0.85).toArray();
  }

  /** Least price that its rows may have. */
  double leastPrice() {
    return -0.15;
  }

  /** Two slopes with a bend somewhere, nothing at 0. */
  private ConvexCosts convex(SplittableRandom random, int rows) {
    ConvexCosts costs = new ConvexCosts();
    for (int i = 0; i < rows; i++) {
      double[] slope = random.doubles(2, leastPrice(), 0.85).sorted().toArray();
      double bend = random.nextDouble(-3, 3);
      double lift = (slope[0] - slope[1]) * bend;
      costs.beginRow();
      costs.addPiece(-1e4, bend, slope[0], bend < 0 ? -lift : 0);
      costs.addPiece(bend, 1e4, slope[1], bend < 0 ? 0 : lift);
    }
    return costs;
  }
}
