package io.evenflow.interior;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Nodes that chains tie together, such as the periods of a place: links that see this block alone
 * go out of the normal equations here; what is left is between those that others see, too.
 */
final class Block {
  /** The program's nodes by place. */
  private final int[] nodes;

  private final List<Segment> segments = new ArrayList<>();
  private final List<int[]> boxes = new ArrayList<>();
  private final List<Seen> local = new ArrayList<>();
  private final List<Seen> shared = new ArrayList<>();
  private double[][] between = new double[0][];
  private double[][] factor = new double[0][];

  /** By shared link L⁻¹ of what ties it to the local ones. */
  private double[][] tie = new double[0][];

  /** By shared link what this block gives it, a lower triangle. */
  double[][] given = new double[0][];

  private double[] half = new double[0];

  /** What a link sees of this block. */
  private record Seen(int index, Link link, int[] places, double[] coefficients) {}

  Block(int[] nodes) {
    this.nodes = nodes;
  }

  void add(Segment segment) {
    segments.add(segment);
  }

  void addBox(int place, int column) {
    boxes.add(new int[] {place, column});
  }

  /**
   * @param index among the local links of all blocks, or among the shared ones
   */
  void see(int index, Link link, boolean isLocal, int[] placeOfNode, int[] blockOfNode, int self) {
    int[] places = new int[link.nodes().length];
    double[] coefficients = new double[places.length];
    int count = 0;
    for (int i = 0; i < places.length; i++) {
      int node = link.nodes()[i];
      if (blockOfNode[node] == self) {
        places[count] = placeOfNode[node];
        coefficients[count++] = link.coefficients()[i];
      }
    }
    Seen seen =
        new Seen(index, link, Arrays.copyOf(places, count), Arrays.copyOf(coefficients, count));
    (isLocal ? local : shared).add(seen);
  }

  List<Segment> segments() {
    return segments;
  }

  /** Adds what its nodes sum up to of values by column. */
  void addNodes(double[] value, double[] byNode) {
    double[] sums = new double[nodes.length];
    segments.forEach(segment -> segment.addPorts(value, sums));
    boxes.forEach(box -> sums[box[0]] += value[box[1]]);
    scatter(sums, byNode);
  }

  private void scatter(double[] sums, double[] byNode) {
    for (int i = 0; i < nodes.length; i++) {
      byNode[nodes[i]] = sums[i];
    }
  }

  private double[] gather(double[] byNode) {
    double[] own = new double[nodes.length];
    for (int i = 0; i < own.length; i++) {
      own[i] = byNode[nodes[i]];
    }
    return own;
  }

  /** Takes Aᵀy off costs by column, for the columns of its segments and boxes. */
  void reduce(double[] priceByNode, double[] byColumn) {
    double[] prices = gather(priceByNode);
    segments.forEach(segment -> segment.reduce(prices, segment.y, byColumn, 1));
    boxes.forEach(box -> byColumn[box[1]] -= prices[box[0]]);
  }

  /** Factors what is its own. */
  void eliminate(double[] theta) {
    if (between.length == 0) {
      between = triangle(nodes.length);
      factor = triangle(local.size());
      tie = new double[shared.size()][local.size()];
      given = triangle(shared.size());
      half = new double[local.size()];
    }
    for (double[] row : between) {
      Arrays.fill(row, 0);
    }
    segments.forEach(segment -> segment.eliminate(between));
    boxes.forEach(box -> between[box[0]][box[0]] += theta[box[1]]);
    for (int i = 0; i < local.size(); i++) {
      for (int j = 0; j <= i; j++) {
        factor[i][j] = between(local.get(i), local.get(j));
      }
      addColumns(i, theta);
    }
    Cholesky.factor(factor);
    for (int g = 0; g < tie.length; g++) {
      for (int i = 0; i < local.size(); i++) {
        tie[g][i] = between(shared.get(g), local.get(i));
      }
      Cholesky.forward(factor, tie[g]);
      for (int h = 0; h <= g; h++) {
        given[g][h] =
            between(shared.get(g), shared.get(h)) - Cholesky.dot(tie[g], tie[h], half.length);
      }
    }
  }

  private void addColumns(int i, double[] theta) {
    Link link = local.get(i).link();
    factor[i][i] += link.weight(theta);
    for (int j = 0; j < i && link.epigraph() >= 0; j++) {
      if (local.get(j).link().epigraph() == link.epigraph()) {
        factor[i][j] += theta[link.epigraph()];
      }
    }
  }

  private double between(Seen a, Seen b) {
    double sum = 0;
    for (int i = 0; i < a.places.length; i++) {
      for (int j = 0; j < b.places.length; j++) {
        int p = a.places[i];
        int q = b.places[j];
        sum += a.coefficients[i] * b.coefficients[j] * (p >= q ? between[p][q] : between[q][p]);
      }
    }
    return sum;
  }

  private static double[][] triangle(int size) {
    double[][] rows = new double[size][];
    Arrays.setAll(rows, i -> new double[i + 1]);
    return rows;
  }

  /** Adds what it gives the shared links to a triangle of all. */
  void addGiven(double[][] all) {
    for (int g = 0; g < given.length; g++) {
      double[] row = all[shared.get(g).index()];
      for (int h = 0; h <= g; h++) {
        row[shared.get(h).index()] += given[g][h];
      }
    }
  }

  /** Begins a step: by node what its segments ask for. */
  void forward(double[] pulled, double[] byNode) {
    double[] sums = new double[nodes.length];
    for (Segment segment : segments) {
      segment.forward(pulled, sums);
    }
    for (int i = 0; i < nodes.length; i++) {
      byNode[nodes[i]] += sums[i];
    }
  }

  /** Eliminates its local links' right-hand sides; what that leaves the shared ones. */
  void reduceRight(double[] localRight, double[] sharedRight) {
    for (int i = 0; i < half.length; i++) {
      half[i] = localRight[local.get(i).index()];
    }
    Cholesky.forward(factor, half);
    for (int g = 0; g < tie.length; g++) {
      sharedRight[shared.get(g).index()] -= Cholesky.dot(tie[g], half, half.length);
    }
  }

  /** The local links' multipliers, of those of the shared ones. */
  void solveLocal(double[] sharedStep, double[] localStep) {
    for (int g = 0; g < tie.length; g++) {
      double step = sharedStep[shared.get(g).index()];
      for (int i = 0; i < half.length; i++) {
        half[i] -= tie[g][i] * step;
      }
    }
    Cholesky.backward(factor, half);
    for (int i = 0; i < half.length; i++) {
      localStep[local.get(i).index()] = half[i];
    }
  }

  /** Ends a step: dx·(−1/theta) by column, and the segments' multipliers. */
  void backward(double[] priceByNode, double[] byColumn, double[][] steps) {
    double[] prices = gather(priceByNode);
    for (int s = 0; s < segments.size(); s++) {
      steps[s] = segments.get(s).backward(prices);
      segments.get(s).reduce(prices, steps[s], byColumn, 1);
    }
    boxes.forEach(box -> byColumn[box[1]] -= prices[box[0]]);
  }
}
