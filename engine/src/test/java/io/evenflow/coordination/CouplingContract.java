package io.evenflow.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.assertj.core.api.Assertions;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link Coupling} must do. */
public abstract class CouplingContract {
  private static final int TRIALS = 100;
  private static final int DRAWS = 20;

  /**
   * A small coupling and what it should say, found in another way.
   *
   * @param missCost that the cost is told with
   * @param least by its rows
   * @param most by its rows
   * @param cost of amounts by its rows, +∞ for no operation
   * @param isWhole whether amounts keep all limits
   */
  public record Subject(
      Coupling coupling,
      double missCost,
      double[] least,
      double[] most,
      ToDoubleFunction<double[]> cost,
      Predicate<double[]> isWhole) {
    double[] draw(SplittableRandom random) {
      double[] amounts = new double[least.length];
      for (int i = 0; i < amounts.length; i++) {
        amounts[i] = least[i] + random.nextDouble() * (most[i] - least[i]);
      }
      return amounts;
    }

    /** The whole, or a part around amounts. */
    @Nullable Region region(double[] around, SplittableRandom random) {
      Region region = coupling.whole(least.clone(), most.clone());
      int parts = region == null ? 0 : random.nextInt(3);
      for (int part = 0; region != null && part < parts; part++) {
        int along = random.nextInt(region.directions());
        double sum = sum(region, along, around);
        double width = random.nextDouble(100);
        region = region.part(along, sum - width, sum + random.nextDouble() * width);
      }
      return region;
    }
  }

  protected abstract Subject subject(SplittableRandom random);

  /** Least part of all answers' cuts that meet the cost. */
  protected double exactPart() {
    return 1;
  }

  private static double sum(Region region, int along, double[] amounts) {
    double sum = 0;
    for (int member : region.members(along)) {
      sum += amounts[member];
    }
    return sum;
  }

  private static boolean contains(@Nullable Region region, double[] amounts) {
    for (int along = 0; region != null && along < region.directions(); along++) {
      double sum = sum(region, along, amounts);
      if (sum < region.min(along) || sum > region.max(along)) {
        return false;
      }
    }
    return true;
  }

  /** Nearer and nearer to amounts of the region until it is one, too. */
  private static double[] inside(@Nullable Region region, double[] from, double[] to) {
    double[] amounts = to.clone();
    while (!contains(region, amounts)) {
      for (int i = 0; i < amounts.length; i++) {
        amounts[i] = (from[i] + amounts[i]) / 2;
      }
    }
    return amounts;
  }

  @Test
  public void rowsAscend() {
    SplittableRandom random = new SplittableRandom(1);
    for (int trial = 0; trial < TRIALS; trial++) {
      assertThat(subject(random).coupling().rows()).doesNotHaveDuplicates().isSorted();
    }
  }

  @Test
  public void cutsLieBelowTheCostEverywhereInTheirRegions() {
    SplittableRandom random = new SplittableRandom(2);
    for (int trial = 0; trial < TRIALS; trial++) {
      Subject subject = subject(random);
      Coupling coupling = subject.coupling();
      coupling.missCost(random.nextDouble(1000)); // of no meaning after the next
      coupling.cuts();
      coupling.missCost(subject.missCost());
      for (int asked = 0; asked < 3; asked++) {
        double[] at = subject.draw(random);
        Region region = subject.region(at, random);
        List<Cut> cuts = new ArrayList<>(List.of(coupling.ask(at, region).cut()));
        cuts.addAll(coupling.cuts());
        for (Cut cut : cuts) {
          assertThat(cut.holdsIn(region)).isTrue();
          assertBelow(cut, subject, at, random, "trial " + trial);
        }
      }
    }
  }

  private static void assertBelow(
      Cut cut, Subject subject, double[] from, SplittableRandom random, String words) {
    for (int draw = 0; draw < DRAWS; draw++) {
      double[] other = inside(cut.region(), from, subject.draw(random));
      double cost = subject.cost().applyAsDouble(other);
      if (Double.isFinite(cost)) {
        assertThat(cut.at(other)).as(words).isLessThanOrEqualTo(cost + near(cost).value);
      }
    }
  }

  /** An operation was not found again once it had been asked for amounts far beyond all limits. */
  @Test
  public void whatWasAskedBeforeSaysNothing() {
    SplittableRandom random = new SplittableRandom(7);
    for (int trial = 0; trial < TRIALS; trial++) {
      Subject subject = subject(random);
      Coupling coupling = subject.coupling();
      coupling.missCost(subject.missCost());
      coupling.cuts();
      double[] at = subject.draw(random);
      Region region = coupling.whole(subject.least().clone(), subject.most().clone());
      Answer before = coupling.ask(at, region);
      double[] far = Arrays.stream(subject.most()).map(most -> 1e5 * most).toArray();
      Region beyond = coupling.whole(subject.least().clone(), far.clone());
      coupling.ask(far, beyond);
      Answer after = coupling.ask(at, region);
      if (Double.isFinite(before.value())) {
        assertThat(after.value())
            .as("trial %d", trial)
            .isCloseTo(before.value(), near(before.value()));
      }
      assertThat(after.isWhole()).isEqualTo(before.isWhole());
    }
  }

  @Test
  public void answersAreTheCostAndTheirCutsMeetItButForAnError() {
    SplittableRandom random = new SplittableRandom(3);
    int exact = 0;
    int all = 0;
    for (int trial = 0; trial < TRIALS; trial++) {
      Subject subject = subject(random);
      subject.coupling().missCost(subject.missCost());
      for (int asked = 0; asked < DRAWS; asked++) {
        double[] at = subject.draw(random);
        Answer answer = subject.coupling().ask(at, subject.region(at, random));
        double cost = subject.cost().applyAsDouble(at);
        String words = "trial " + trial;
        if (Double.isFinite(cost)) {
          assertThat(answer.value()).as(words).isCloseTo(cost, near(cost));
          assertThat(answer.cut().at(at) + answer.error()).as(words).isCloseTo(cost, near(cost));
          assertThat(answer.error()).as(words).isGreaterThan(-near(cost).value);
          assertThat(answer.missed() == 0).as(words).isEqualTo(subject.isWhole().test(at));
          exact += answer.error() < near(cost).value ? 1 : 0;
          all++;
        }
      }
    }
    assertThat(exact).isGreaterThanOrEqualTo((int) (exactPart() * all));
    assertThat(all).isGreaterThan(TRIALS * DRAWS / 2);
  }

  /** A coupling that is a function of the sum of its rows says so truly, and so does any slope. */
  @Test
  public void itsCurveIsTheCostAndLinesOfAnySlopeLieBelow() {
    SplittableRandom random = new SplittableRandom(5);
    for (int trial = 0; trial < TRIALS; trial++) {
      Subject subject = subject(random);
      subject.coupling().missCost(random.nextDouble(1000)); // of no meaning after the next
      subject.coupling().missCost(subject.missCost());
      Curve curve = subject.coupling().curve();
      for (int draw = 0; draw < DRAWS && curve != null; draw++) {
        double[] amounts = subject.draw(random);
        double sum = Arrays.stream(amounts).sum();
        double cost = subject.cost().applyAsDouble(amounts);
        assertThat(curve.at(sum)).as("trial " + trial).isCloseTo(cost, near(cost));
        double slope = curve.slopeNear(random.nextDouble(-100, 100));
        double line = curve.intercept(slope) + slope * sum;
        assertThat(line).as("trial " + trial).isLessThanOrEqualTo(cost + near(cost).value);
        assertThat(curve.slopeNear(slope)).isEqualTo(slope);
      }
    }
  }

  /** What is above a level in each period sums up to no less than the maximum is above it. */
  @Test
  public void partsAboveALevelAreNoLessThanTheCostAboveIt() {
    SplittableRandom random = new SplittableRandom(4);
    for (int trial = 0; trial < TRIALS; trial++) {
      Subject subject = subject(random);
      Coupling coupling = subject.coupling();
      coupling.missCost(subject.missCost());
      coupling.whole(subject.least().clone(), subject.most().clone());
      double level = Math.max(0, subject.cost().applyAsDouble(subject.draw(random)));
      coupling.ask(subject.draw(random), subject.region(subject.draw(random), random));
      List<Coupling> parts = coupling.above(level);
      for (int draw = 0; draw < DRAWS && !parts.isEmpty(); draw++) {
        double[] amounts = subject.draw(random);
        double sum = 0;
        for (Coupling part : parts) {
          double[] own = part(coupling, part, amounts);
          Answer answer = part.ask(own, null);
          double value = answer.value();
          assertThat(answer.cut().at(own) + answer.error()).isCloseTo(value, near(value));
          assertLinesBelow(coupling, part, answer, subject, random);
          assertThat(value).isNotNegative();
          sum += value;
        }
        double cost = subject.cost().applyAsDouble(amounts);
        assertThat(sum).as("trial " + trial).isGreaterThan(cost - level - near(cost).value);
      }
    }
  }

  private static void assertLinesBelow(
      Coupling coupling, Coupling part, Answer answer, Subject subject, SplittableRandom random) {
    double[] other = part(coupling, part, subject.draw(random));
    double value = part.ask(other, null).value();
    List<Cut> cuts = new ArrayList<>(part.cuts());
    cuts.add(answer.cut());
    for (Cut cut : cuts) {
      assertThat(cut.at(other)).isLessThanOrEqualTo(value + near(value).value);
    }
  }

  /** Amounts by the rows of a part of a coupling. */
  private static double[] part(Coupling coupling, Coupling part, double[] amounts) {
    double[] byRow = new double[1 + max(coupling.rows())];
    for (int i = 0; i < amounts.length; i++) {
      byRow[coupling.rows()[i]] = amounts[i];
    }
    return Problem.gather(part, byRow);
  }

  private static int max(int[] rows) {
    return rows.length == 0 ? 0 : rows[rows.length - 1];
  }

  private static Offset<Double> near(double cost) {
    return Assertions.within(1e-8 * Math.max(1, Math.abs(cost)));
  }
}
