package io.evenflow.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenflow.market.PeakCharge;
import io.evenflow.settlement.PeakCoupling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Plans of what a master mixes where the highest period has a price. */
class LevelingTest {
  private static final int PERIODS = 3;

  private static Problem problem(List<Resource> resources, double... fixedKw) {
    int[] periods = IntStream.range(0, PERIODS).toArray();
    Coupling peak = new PeakCoupling("peak", periods, periods, fixedKw, new PeakCharge(1, 0));
    return new Problem(
        new Rows(new int[PERIODS], periods, new double[PERIODS]), resources, List.of(peak));
  }

  private static Profile[] level(Problem problem, Profile[] mixed, double believed) {
    Cuts cuts = new Cuts(problem);
    cuts.addKnown(problem.couplings());
    Respondents respondents = new Respondents(problem);
    double[] price = new double[PERIODS];
    respondents.answer(price);
    Regrets regrets = new Regrets(problem, respondents, price);
    regrets.rank(respondents.profiles());
    return new Leveling(problem, respondents, cuts, 1, () -> false)
        .level(mixed, new double[] {believed}, regrets, 1e-6, 300);
  }

  private static Profile unitIn(int period) {
    double[] amounts = new double[PERIODS];
    amounts[period] = 1;
    return new Profile(amounts, 0);
  }

  /**
   * Seven take one unit each in any hour, beside a building of 2 units in the first. A third of
   * each everywhere is what prices say; at a level of 3 one hour draws 3, as 9 units must.
   *
   * <pre>
   * building   2   0   0
   * seven      1   3   3
   * </pre>
   */
  @Test
  void aMixtureIsSpreadOverThePeriods() {
    List<Resource> seven = new ArrayList<>();
    List<Profile> choices = List.of(unitIn(0), unitIn(1), unitIn(2));
    for (int i = 0; i < 7; i++) {
      seven.add(new OneOf("r" + i, new int[] {0, 1, 2}, choices));
    }
    Problem problem = problem(seven, 2, 0, 0);
    Profile third = new Profile(new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0}, 0);
    Profile[] mixed = Collections.nCopies(7, third).toArray(new Profile[0]);

    Profile[] levelled = level(problem, mixed, 3);

    assertThat(new Plan(problem, levelled).amounts()).containsExactly(1, 3, 3);
  }

  /** Whatever is mixed and believed, each resource can do what it is to do. */
  @Test
  void everyProfileIsOneOfItsResource() {
    SplittableRandom random = new SplittableRandom(52);
    int mixtures = 0;
    for (int trial = 0; trial < 100; trial++) {
      List<Resource> resources = new ArrayList<>();
      Profile[] mixed = new Profile[1 + random.nextInt(6)];
      for (int r = 0; r < mixed.length; r++) {
        List<Profile> choices = choices(random);
        resources.add(new OneOf("r" + r, new int[] {0, 1, 2}, choices));
        mixed[r] = mean(choices.get(0), choices.get(random.nextInt(choices.size())));
        mixtures += choices.contains(mixed[r]) ? 0 : 1;
      }
      Problem problem = problem(resources, random.doubles(3, -1, 3).toArray());
      Profile[] levelled = level(problem, mixed, random.nextDouble(4));
      for (int r = 0; r < levelled.length; r++) {
        assertThat(((OneOf) resources.get(r)).choices()).as("trial " + trial).contains(levelled[r]);
      }
    }
    assertThat(mixtures).isGreaterThan(100);
  }

  private static List<Profile> choices(SplittableRandom random) {
    List<Profile> choices = new ArrayList<>();
    int count = 1 + random.nextInt(4);
    for (int c = 0; c < count; c++) {
      choices.add(new Profile(random.doubles(PERIODS, -1, 2).toArray(), random.nextDouble()));
    }
    return choices;
  }

  private static Profile mean(Profile one, Profile other) {
    double[] amounts = new double[PERIODS];
    Arrays.setAll(amounts, i -> (one.amounts()[i] + other.amounts()[i]) / 2);
    return new Profile(amounts, (one.ownCost() + other.ownCost()) / 2);
  }
}
