package io.evenflow.interior;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * What links ask of each other once chains are gone: those of a block go out in the block, what is
 * left is between shared ones. Their rows, of which {@link Bundle}s leave out what is negligible,
 * make a dense factor, which is nearly the inverse for conjugate gradients.
 */
final class LinkSystem {
  private static final int MOST_REFINEMENTS = 8;

  private final Layout layout;

  /** By row, the upper triangle of the factor; rows may be longer. */
  private double[][] all = new double[0][];

  /** Rows of it that count at present. */
  private int rows;

  /** How far each node gives way at present. */
  private final double[] give;

  LinkSystem(Layout layout) {
    this.layout = layout;
    give = new double[layout.nodes];
  }

  /** Factors at the present weights of the layout's columns. */
  void eliminate() {
    forEachBlock(b -> layout.blocks[b].eliminate(layout.columns.theta));
    forEachBlock(b -> layout.blocks[b].readGive(give));
    List<Bundle> bundles = layout.bundles;
    IntStream.range(0, bundles.size())
        .parallel()
        .forEach(i -> bundles.get(i).factor(layout.columns.theta, give));
    rows = layout.plain.length;
    for (Bundle bundle : bundles) {
      bundle.place(rows);
      rows += bundle.rows();
    }
    if (all.length < rows) {
      int room = Math.min(layout.mostRows, rows + rows / 4);
      all = new double[room][room];
    }
    IntStream.range(0, layout.plain.length).parallel().forEach(this::fillPlain);
    IntStream.range(0, bundles.size()).parallel().forEach(this::fillBundle);
    Cholesky.eliminate(all, rows, rows);
  }

  private void fillPlain(int g) {
    double[] row = all[g];
    Arrays.fill(row, 0);
    for (Block block : layout.blocks) {
      block.addToPlain(g, row);
    }
    row[g] += layout.links.get(layout.shared[layout.plain[g]]).weight(layout.columns.theta);
  }

  private void fillBundle(int number) {
    Bundle bundle = layout.bundles.get(number);
    for (int i = 0; i < bundle.rows(); i++) {
      Arrays.fill(all[bundle.firstRow() + i], 0);
    }
    for (Block block : layout.blocks) {
      block.addToBundle(number, all);
    }
    for (int i = 0; i < bundle.rows(); i++) {
      addOwn(bundle, i, all[bundle.firstRow() + i]);
    }
  }

  /** Adds what the slacks and the costs, which bundles may share, give a bundle's row. */
  private void addOwn(Bundle bundle, int i, double[] row) {
    row[bundle.firstRow() + i] += 1;
    double ofCost = Columns.FREE_THETA * bundle.ofCost()[i];
    for (Bundle other : layout.bundlesOf(bundle.epigraph())) {
      double[] cost = other.ofCost();
      for (int j = 0; j < other.rows(); j++) {
        row[other.firstRow() + j] += ofCost * cost[j];
      }
    }
  }

  /**
   * The step of each link's multiplier.
   *
   * @param right by link, what it asks for; chains are gone
   * @param left what may be left of it in shared links, in the norm of the nearly inverse
   */
  double[] solve(double[] right, double left) {
    double[] localRight = pick(right, layout.local);
    double[] atNodes = new double[layout.nodes];
    forEachBlock(b -> layout.blocks[b].reduceRight(localRight, atNodes));
    double[] asked = new double[layout.shared.length];
    Arrays.setAll(
        asked, g -> right[layout.shared[g]] + layout.links.get(layout.shared[g]).nodes(atNodes));
    double[] sharedStep = solveShared(asked, left);
    double[] step = new double[right.length];
    for (int g = 0; g < sharedStep.length; g++) {
      step[layout.shared[g]] = sharedStep[g];
    }
    double[] prices = layout.prices(step);
    double[] localStep = new double[layout.local.length];
    forEachBlock(b -> layout.blocks[b].solveLocal(prices, localStep));
    for (int i = 0; i < localStep.length; i++) {
      step[layout.local[i]] = localStep[i];
    }
    return step;
  }

  /**
   * Conjugate gradients; the factor of the rows is nearly the inverse.
   *
   * @param asked by shared link; overwritten by what is left
   */
  private double[] solveShared(double[] asked, double left) {
    double[] step = new double[asked.length];
    double[] nearly = nearly(asked);
    double[] direction = nearly.clone();
    double product = dot(asked, nearly);
    double little = left * left * product;
    for (int i = 0; i < MOST_REFINEMENTS && product > little; i++) {
      double[] given = given(direction);
      double length = product / dot(direction, given);
      for (int g = 0; g < asked.length; g++) {
        step[g] += length * direction[g];
        asked[g] -= length * given[g];
      }
      nearly = nearly(asked);
      double next = dot(asked, nearly);
      double turn = next / product;
      product = next;
      for (int g = 0; g < asked.length; g++) {
        direction[g] = nearly[g] + turn * direction[g];
      }
    }
    for (int g = 0; g < step.length; g++) {
      step[g] += nearly[g];
    }
    return step;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** What shared links give at a step of theirs, local links and chains gone. */
  private double[] given(double[] sharedStep) {
    double[] prices = new double[layout.nodes];
    double[] ofEpigraph = new double[layout.epigraph.length];
    for (int g = 0; g < sharedStep.length; g++) {
      Link link = layout.links.get(layout.shared[g]);
      link.addTo(prices, sharedStep[g]);
      if (link.epigraph() >= 0) {
        ofEpigraph[link.epigraph()] += Columns.FREE_THETA * sharedStep[g];
      }
    }
    double[] atNodes = new double[layout.nodes];
    forEachBlock(b -> layout.blocks[b].give(prices, atNodes));
    double[] given = new double[sharedStep.length];
    for (int g = 0; g < given.length; g++) {
      Link link = layout.links.get(layout.shared[g]);
      double ofCost = link.epigraph() < 0 ? 0 : ofEpigraph[link.epigraph()];
      given[g] =
          link.nodes(atNodes) + link.ownWeight(layout.columns.theta) * sharedStep[g] + ofCost;
    }
    return given;
  }

  /** The step that shared links take for what they ask, nearly. */
  private double[] nearly(double[] asked) {
    double[] ofRows = new double[rows];
    for (int row = 0; row < layout.plain.length; row++) {
      ofRows[row] = asked[layout.plain[row]];
    }
    layout.bundles.forEach(bundle -> bundle.reduce(asked, ofRows));
    Cholesky.forward(all, rows, ofRows);
    Cholesky.backward(all, rows, ofRows);
    double[] step = new double[asked.length];
    for (int row = 0; row < layout.plain.length; row++) {
      step[layout.plain[row]] = ofRows[row];
    }
    layout.bundles.forEach(bundle -> bundle.expand(ofRows, step));
    return step;
  }

  private static double[] pick(double[] values, int[] chosen) {
    return IntStream.of(chosen).mapToDouble(i -> values[i]).toArray();
  }

  private void forEachBlock(IntConsumer body) {
    IntStream.range(0, layout.blocks.length).parallel().forEach(body);
  }
}
