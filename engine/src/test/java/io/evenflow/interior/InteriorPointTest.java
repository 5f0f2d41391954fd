package io.evenflow.interior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.evenflow.mip.AffineBuilder;
import io.evenflow.mip.MixedIntegerProgram;
import io.evenflow.solver.HighsModel;
import io.evenflow.solver.HighsStatus;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Chains over four steps in two blocks, against HiGHS. */
class InteriorPointTest {
  private static final int STEPS = 4;
  private static final double FREE = Double.POSITIVE_INFINITY;
  private static final double GAP = 1e-6;
  private static final double MISS = 1e-7;

  private static double[] constant(int n, double value) {
    double[] all = new double[n];
    Arrays.fill(all, value);
    return all;
  }

  /**
   * One chain that needs 10 in two steps of at most 8, at prices 1 and 3, one unit of it for free:
   *
   * <pre>
   * drawn  8  2      8·1 + 2·3 = 14
   * </pre>
   *
   * and with a curve of 2 more per unit above 6 in the first: 6·1 + 4·3 = 18, at a slope of 2.
   */
  @Test
  void oneChain() {
    ChainProgram program = new ChainProgram(new int[] {0, 0}, new double[] {1, 3});
    program.add(
        new Chain(
            new int[] {0, 1},
            constant(2, 8),
            constant(2, 0),
            constant(2, 1),
            constant(2, 1),
            new double[] {0, 10},
            constant(2, 20),
            constant(2, 0),
            constant(2, 0),
            constant(2, 0),
            0));
    assertThat(new InteriorPoint(program, () -> false).solve(GAP, MISS).objective())
        .isCloseTo(14, within(1e-5));
    program.addCurve(new int[] {0}, new double[] {6}, new double[] {0, 5});
    ChainSolution curved = new InteriorPoint(program, () -> false).solve(GAP, MISS);
    assertThat(curved.isNear()).isTrue();
    assertThat(curved.objective()).isCloseTo(18, within(1e-5));
    assertThat(curved.slope()[0]).isCloseTo(2, within(1e-5));
    assertThat(curved.chains()[0]).containsExactly(new double[] {6, 4}, within(1e-4));
  }

  @Test
  void asGoodAsHighs() {
    SplittableRandom random = new SplittableRandom(7);
    for (int trial = 0; trial < 60; trial++) {
      Random program = new Random(random);
      ChainSolution solution = new InteriorPoint(program.chains, () -> false).solve(GAP, MISS);
      double optimum = program.optimum();
      assertThat(solution.isNear()).as("trial " + trial).isTrue();
      assertThat(solution.objective())
          .as("trial " + trial)
          .isCloseTo(optimum, within(1e-5 * (1 + Math.abs(optimum))));
    }
  }

  /**
   * A third of the cuts at first, the others once it is half-way, and no restart from nothing: the
   * same optimum, whichever were known before.
   */
  @Test
  void cutsOnTheWay() {
    SplittableRandom random = new SplittableRandom(11);
    for (int trial = 0; trial < 40; trial++) {
      Random program = new Random(random);
      List<ChainProgram.Cutting> all = List.copyOf(program.chains.cuts());
      program.chains.clearCuts();
      int[] former = new int[all.size()];
      Arrays.fill(former, -1);
      boolean[] isSeen = new boolean[program.chains.epigraphs()];
      int known = 0;
      for (int i = 0; i < all.size(); i++) {
        ChainProgram.Cutting cut = all.get(i);
        if (i % 3 == 0 || !isSeen[cut.epigraph()]) {
          former[i] = known++;
          isSeen[cut.epigraph()] = true;
          program.chains.addCut(cut.epigraph(), cut.intercept(), cut.nodes(), cut.gradient());
        }
      }
      InteriorPoint method = new InteriorPoint(program.chains, () -> false);
      method.solve(1, FREE);
      program.chains.clearCuts();
      all.forEach(
          cut ->
              program.chains.addCut(cut.epigraph(), cut.intercept(), cut.nodes(), cut.gradient()));
      ChainSolution solution = method.next(program.chains, former).solve(GAP, MISS);
      double optimum = program.optimum();
      assertThat(solution.isNear()).as("trial " + trial).isTrue();
      assertThat(solution.objective())
          .as("trial " + trial)
          .isCloseTo(optimum, within(1e-5 * (1 + Math.abs(optimum))));
    }
  }

  @Test
  void endsWhenAsked() {
    Random program = new Random(new SplittableRandom(3));
    assertThat(new InteriorPoint(program.chains, () -> true).solve(GAP, MISS).isNear()).isFalse();
  }

  /** A random program, twice. */
  private static final class Random {
    final ChainProgram chains;
    private final MixedIntegerProgram.Builder linear = new MixedIntegerProgram.Builder();
    private final int[] node = new int[2 * STEPS];
    private final AffineBuilder[] sums = new AffineBuilder[node.length];

    Random(SplittableRandom random) {
      double[] price = random.doubles(node.length, -0.5, 2).toArray();
      int[] block = IntStream.range(0, node.length).map(i -> i / STEPS).toArray();
      chains = new ChainProgram(block, price);
      for (int i = 0; i < node.length; i++) {
        node[i] = linear.variable(-FREE, FREE, price[i]);
        sums[i] = new AffineBuilder().add(-1, node[i]);
      }
      int count = 1 + random.nextInt(6);
      for (int c = 0; c < count; c++) {
        addChain(random);
      }
      addBox(random);
      for (int i = 0; i < node.length; i++) {
        linear.equality(sums[i].build(), 0);
        if (random.nextInt(2) == 0) {
          addCurve(new int[] {i}, random);
        }
      }
      addCurve(new int[] {0, STEPS}, random);
      addEpigraph(IntStream.range(0, STEPS).toArray(), random);
      addEpigraph(IntStream.range(0, node.length).toArray(), random);
      addEpigraph(new int[] {1, STEPS + 2}, random);
      addPeak(random);
    }

    /** In one block, or from one to the other. */
    private void addChain(SplittableRandom random) {
      int first = random.nextInt(2) * STEPS;
      int second = random.nextInt(2) * STEPS;
      int[] nodes = {first, first + 1, second + 2, second + 3};
      double[] mostDrawn = random.doubles(STEPS, 0, 10).toArray();
      double[] mostFed = constant(STEPS, random.nextInt(2) * random.nextDouble(8));
      double[] gain = constant(STEPS, 0.9);
      double[] loss = constant(STEPS, 1.1);
      double[] lowest = {-3, -3, -3, random.nextDouble(30)};
      double[] highest = constant(STEPS, 40);
      double[] moving = constant(STEPS, 0.01);
      double[] miss = {0, 0, 0, 5};
      double[] mostMissed = {0, 0, 0, lowest[STEPS - 1] + random.nextInt(2)};
      double worth = random.nextDouble();
      chains.add(
          new Chain(
              nodes,
              mostDrawn,
              mostFed,
              gain,
              loss,
              lowest,
              highest,
              moving,
              miss,
              mostMissed,
              worth));
      int before = -1;
      for (int k = 0; k < STEPS; k++) {
        int drawn = linear.variable(0, mostDrawn[k], moving[k]);
        int fed = linear.variable(0, mostFed[k], moving[k]);
        int level = linear.variable(lowest[k], highest[k], k == STEPS - 1 ? -worth : 0);
        AffineBuilder balance =
            new AffineBuilder().add(1, level).add(-gain[k], drawn).add(loss[k], fed);
        if (before >= 0) {
          balance.add(-1, before);
        }
        if (k == STEPS - 1) {
          balance.add(-1, linear.variable(0, mostMissed[k], miss[k]));
        }
        linear.equality(balance.build(), 0);
        sums[nodes[k]].add(1, drawn).add(-1, fed);
        before = level;
      }
    }

    private void addBox(SplittableRandom random) {
      int at = random.nextInt(node.length);
      double least = random.nextDouble(-20, 0);
      chains.addBox(at, least, 0);
      sums[at].add(1, linear.variable(least, 0, 0));
    }

    private void addCurve(int[] nodes, SplittableRandom random) {
      double[] ends = random.doubles(2, -10, 20).sorted().toArray();
      double[] slopes = random.doubles(3, -1, 4).sorted().toArray();
      chains.addCurve(nodes, ends, slopes);
      AffineBuilder sum = new AffineBuilder();
      IntStream.of(nodes).forEach(i -> sum.add(1, node[i]));
      sum.add(-1, linear.variable(-FREE, 0, slopes[0]));
      sum.add(-1, linear.variable(0, ends[1] - ends[0], slopes[1]));
      sum.add(-1, linear.variable(0, FREE, slopes[2]));
      linear.equality(sum.build(), ends[0]);
    }

    private void addEpigraph(int[] nodes, SplittableRandom random) {
      int epigraph = chains.addEpigraph();
      int theta = linear.variable(-FREE, FREE, 1);
      int count = 1 + random.nextInt(12);
      for (int i = 0; i < count; i++) {
        double[] gradient = random.doubles(nodes.length, -0.2, 1).toArray();
        double intercept = random.nextDouble(-10, 10);
        chains.addCut(epigraph, intercept, nodes, gradient);
        AffineBuilder row = new AffineBuilder().add(1, theta);
        for (int k = 0; k < nodes.length; k++) {
          row.add(-gradient[k], node[nodes[k]]);
        }
        linear.row(intercept, row.build(), FREE);
      }
    }

    /** At least 0; what both blocks draw in the same step counts, and no step sees another. */
    private void addPeak(SplittableRandom random) {
      int epigraph = chains.addEpigraph();
      int peak = linear.variable(0, FREE, 1);
      chains.addCut(epigraph, 0, new int[0], new double[0]);
      for (int k = 0; k < STEPS; k++) {
        double fixed = random.nextDouble(-2, 2);
        double perUnit = random.nextDouble(0.5);
        int[] both = {k, STEPS + k};
        chains.addCut(epigraph, perUnit * fixed, both, new double[] {perUnit, perUnit});
        AffineBuilder row = new AffineBuilder().add(1, peak);
        row.add(-perUnit, node[k]).add(-perUnit, node[STEPS + k]);
        linear.row(perUnit * fixed, row.build(), FREE);
      }
    }

    double optimum() {
      try (HighsModel model = new HighsModel(linear.build())) {
        assertThat(model.solve()).isEqualTo(HighsStatus.OPTIMAL);
        return model.objective();
      }
    }
  }
}
