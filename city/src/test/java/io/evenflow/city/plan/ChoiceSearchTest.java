package io.evenflow.city.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.evenflow.mip.AffineBuilder;
import io.evenflow.mip.MixedIntegerProgram;
import io.evenflow.solver.HighsModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Choices by the search beside those of a solver. */
class ChoiceSearchTest {
  private static final int PERIODS = 4;
  private static final double MOST_KW = 20;
  private final List<int[]> groups = new ArrayList<>();

  /** Some draw, some feed in; beyond 20 kW costs, below 0 too, the highest sum of all as well. */
  private MixedIntegerProgram program(Random random, boolean isHard) {
    MixedIntegerProgram.Builder builder = new MixedIntegerProgram.Builder();
    List<AffineBuilder> sums = new ArrayList<>();
    List<AffineBuilder> peaks = new ArrayList<>();
    for (int t = 0; t < PERIODS; t++) {
      sums.add(new AffineBuilder());
      peaks.add(new AffineBuilder());
    }
    AffineBuilder firsts = new AffineBuilder();
    for (int g = 0; g < 4; g++) {
      AffineBuilder one = new AffineBuilder();
      int[] group = {-1, 2 + random.nextInt(6)};
      for (int i = 0; i < group[1]; i++) {
        int z = builder.binary(random.nextInt(50));
        group[0] = i == 0 ? z : group[0];
        one.add(1, z);
        for (int t = 0; t < PERIODS; t++) {
          double kw = random.nextInt(16) - 4;
          sums.get(t).add(kw, z);
          peaks.get(t).add(kw, z);
        }
      }
      builder.equality(one.build(), 1);
      firsts.add(1, group[0]);
      groups.add(group);
    }
    int highest = builder.variable(8, Double.POSITIVE_INFINITY, 3);
    double none = Double.NEGATIVE_INFINITY;
    for (AffineBuilder peak : peaks) {
      builder.row(none, peak.add(-1, highest).build(), 0);
    }
    for (AffineBuilder sum : sums) {
      sum.add(-1, builder.variable(0, Double.POSITIVE_INFINITY, 2));
      sum.add(1, builder.variable(0, Double.POSITIVE_INFINITY, 2));
      builder.row(0, sum.build(), MOST_KW);
    }
    if (isHard) {
      builder.row(none, firsts.build(), 1);
    }
    return builder.build();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void noChoiceCostsLess(long seed) {
    MixedIntegerProgram program = program(new Random(seed), seed % 2 == 0);
    ChoiceSearch search = new ChoiceSearch(program, groups, 0);
    assertThat(search.isComplete()).isTrue();
    double[] x = search.point();
    try (HighsModel model = new HighsModel(program)) {
      model.gaps(0, 1e-6);
      model.solve();
      assertThat(program.objective(x)).isCloseTo(model.objective(), within(1e-5));
    }
    for (int[] group : groups) {
      double sum = 0;
      for (int z = group[0]; z < group[0] + group[1]; z++) {
        sum += x[z];
      }
      assertThat(sum).isEqualTo(1);
    }
  }

  /** Of two groups that must differ from their only choice there is none. */
  @Test
  void whereNothingIsAllowedNothingIsChosen() {
    MixedIntegerProgram.Builder builder = new MixedIntegerProgram.Builder();
    AffineBuilder both = new AffineBuilder();
    for (int g = 0; g < 2; g++) {
      int z = builder.binary(1);
      builder.equality(new AffineBuilder().add(1, z).build(), 1);
      both.add(1, z);
      groups.add(new int[] {z, 1});
    }
    builder.row(Double.NEGATIVE_INFINITY, both.build(), 1);
    ChoiceSearch search = new ChoiceSearch(builder.build(), groups, 0);
    search.isComplete();
    assertThat(search.point()).isEmpty();
  }
}
