package io.evenflow.interior;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Nodes that chains tie together, such as the periods of a place: links that see this block alone
 * go out of the normal equations here; what is left is between those that others see, too.
 */
final class Block {
  /** The program's nodes by place. */
  private final int[] nodes;

  private final List<Segment> segments = new ArrayList<>();
  private final List<int[]> boxes = new ArrayList<>();
  private final List<Local> local = new ArrayList<>();
  private final List<Seen> shared = new ArrayList<>();
  private final List<Changing> changing = new ArrayList<>();
  private double[][] between = new double[0][];

  /** Places that rows between blocks see, ascending. */
  private int[] open = new int[0];

  /** Local links, then open places: the factor of the first and what is left of the others. */
  private double[][] factor = new double[0][];

  /** By row between blocks. */
  private @Nullable Seen[] seenBy = new Seen[0];

  /** By open place the rows between blocks that see it, and how. */
  private int[][] rowsAt = new int[0][];

  private double[][] coefficientsAt = new double[0][];

  /** A right-hand side in the same order. */
  private double[] side = new double[0];

  /** What a row sees of this block. */
  private record Seen(int index, int[] places, double[] coefficients) {}

  /** A link that no other block sees. */
  private record Local(Link link, Seen seen) {}

  /** A row whose coefficients are a bundle's. */
  private record Changing(Seen seen, Bundle bundle, int row, int[] own) {
    void read() {
      for (int i = 0; i < own.length; i++) {
        seen.coefficients[i] = bundle.at(row, own[i]);
      }
    }
  }

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
   * @param index among the local links of all blocks
   */
  void seeLocal(int index, Link link, int[] places, double[] coefficients) {
    local.add(new Local(link, new Seen(index, places, coefficients)));
  }

  /** A row of what is between blocks. */
  void seeShared(int row, int[] places, double[] coefficients) {
    shared.add(new Seen(row, places, coefficients));
  }

  /**
   * A row of a bundle, whose coefficients change.
   *
   * @param own which of the bundle's nodes are here
   */
  void seeBundle(Bundle bundle, int row, int[] places, int[] own) {
    Seen seen = new Seen(bundle.firstRow() + row, places, new double[places.length]);
    shared.add(seen);
    changing.add(new Changing(seen, bundle, row, own));
  }

  /** Unknowns of its factor at most. */
  int size() {
    return nodes.length + local.size();
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
    segments.forEach(segment -> segment.reduce(prices, segment.y, byColumn));
    boxes.forEach(box -> byColumn[box[1]] -= prices[box[0]]);
  }

  /** Factors what is its own. */
  void eliminate(double[] theta) {
    if (between.length == 0) {
      makeRoom();
    }
    changing.forEach(Changing::read);
    readCoefficients();
    for (double[] row : between) {
      Arrays.fill(row, 0);
    }
    segments.forEach(segment -> segment.eliminate(between));
    boxes.forEach(box -> between[box[0]][box[0]] += theta[box[1]]);
    int n = local.size();
    for (int i = 0; i < n; i++) {
      for (int j = i; j < n; j++) {
        factor[i][j] = between(local.get(i).seen(), local.get(j).seen());
      }
      for (int p = 0; p < open.length; p++) {
        factor[i][n + p] = seen(local.get(i).seen(), open[p]);
      }
      addColumns(i, theta);
    }
    for (int p = 0; p < open.length; p++) {
      for (int q = p; q < open.length; q++) {
        factor[n + p][n + q] = at(between, open[p], open[q]);
      }
    }
    Cholesky.eliminate(factor, n);
  }

  private void makeRoom() {
    between = triangle(nodes.length);
    open =
        shared.stream()
            .flatMapToInt(seen -> IntStream.of(seen.places))
            .distinct()
            .sorted()
            .toArray();
    for (Seen seen : shared) {
      for (int i = 0; i < seen.places.length; i++) {
        seen.places[i] = Arrays.binarySearch(open, seen.places[i]);
      }
    }
    int[] counts = new int[open.length];
    shared.forEach(seen -> IntStream.of(seen.places).forEach(p -> counts[p]++));
    rowsAt = new int[open.length][];
    coefficientsAt = new double[open.length][];
    for (int p = 0; p < open.length; p++) {
      rowsAt[p] = new int[counts[p]];
      coefficientsAt[p] = new double[counts[p]];
    }
    seenBy = new Seen[shared.stream().mapToInt(Seen::index).max().orElse(-1) + 1];
    shared.forEach(seen -> seenBy[seen.index] = seen);
    int size = local.size() + open.length;
    factor = new double[size][size];
    side = new double[size];
  }

  private void readCoefficients() {
    int[] next = new int[open.length];
    for (Seen seen : shared) {
      for (int i = 0; i < seen.places.length; i++) {
        int p = seen.places[i];
        rowsAt[p][next[p]] = seen.index;
        coefficientsAt[p][next[p]++] = seen.coefficients[i];
      }
    }
  }

  /** What a place's node adds to a link. */
  private double seen(Seen link, int place) {
    double sum = 0;
    for (int i = 0; i < link.places.length; i++) {
      sum += link.coefficients[i] * at(between, link.places[i], place);
    }
    return sum;
  }

  private static double at(double[][] triangle, int p, int q) {
    return p >= q ? triangle[p][q] : triangle[q][p];
  }

  private void addColumns(int i, double[] theta) {
    Link link = local.get(i).link();
    factor[i][i] += link.weight(theta);
    for (int j = i + 1; j < local.size() && link.epigraph() >= 0; j++) {
      if (local.get(j).link().epigraph() == link.epigraph()) {
        factor[i][j] += theta[link.epigraph()];
      }
    }
  }

  private double between(Seen a, Seen b) {
    double sum = 0;
    for (int i = 0; i < b.places.length; i++) {
      sum += b.coefficients[i] * seen(a, b.places[i]);
    }
    return sum;
  }

  private static double[][] triangle(int size) {
    double[][] rows = new double[size][];
    Arrays.setAll(rows, i -> new double[i + 1]);
    return rows;
  }

  /** Adds what it gives one of the shared links to its row of the upper triangle of all. */
  void addGiven(int link, double[] row) {
    Seen seen = link < seenBy.length ? seenBy[link] : null;
    int n = local.size();
    for (int i = 0; seen != null && i < seen.places.length; i++) {
      int p = seen.places[i];
      for (int q = 0; q < open.length; q++) {
        double given = seen.coefficients[i] * factor[n + Math.min(p, q)][n + Math.max(p, q)];
        int[] links = rowsAt[q];
        double[] coefficients = coefficientsAt[q];
        for (int k = 0; k < links.length; k++) {
          row[links[k]] += given * coefficients[k];
        }
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
    int n = local.size();
    Arrays.fill(side, 0);
    for (int i = 0; i < n; i++) {
      side[i] = localRight[local.get(i).seen().index()];
    }
    Cholesky.forward(factor, n, side);
    for (Seen seen : shared) {
      for (int i = 0; i < seen.places.length; i++) {
        sharedRight[seen.index] += seen.coefficients[i] * side[n + seen.places[i]];
      }
    }
  }

  /** The local links' multipliers, of those of the shared ones. */
  void solveLocal(double[] sharedStep, double[] localStep) {
    int n = local.size();
    Arrays.fill(side, n, side.length, 0);
    for (Seen seen : shared) {
      for (int i = 0; i < seen.places.length; i++) {
        side[n + seen.places[i]] += seen.coefficients[i] * sharedStep[seen.index];
      }
    }
    Cholesky.backward(factor, n, side);
    for (int i = 0; i < n; i++) {
      localStep[local.get(i).seen().index()] = side[i];
    }
  }

  /** Ends a step: dx·(−1/theta) by column, and the segments' multipliers. */
  void backward(double[] priceByNode, double[] byColumn, double[][] steps) {
    double[] prices = gather(priceByNode);
    for (int s = 0; s < segments.size(); s++) {
      steps[s] = segments.get(s).backward(prices);
      segments.get(s).reduce(prices, steps[s], byColumn);
    }
    boxes.forEach(box -> byColumn[box[1]] -= prices[box[0]]);
  }
}
