package io.evenflow.interior;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

  /** Rows between blocks that do not change, by their numbers; null for those of other blocks. */
  private final List<@Nullable Seen> plain = new ArrayList<>();

  /** By bundle; null for those of other blocks. */
  private final List<@Nullable Sight> sights = new ArrayList<>();

  private double[][] between = new double[0][];

  /** Places that rows between blocks see, ascending. */
  private int[] open = new int[0];

  /** Local links, then open places: the factor of the first and what is left of the others. */
  private double[][] factor = new double[0][];

  /** A right-hand side in the same order. */
  private double[] side = new double[0];

  /** What a row sees of this block. */
  private record Seen(int index, int[] places, double[] coefficients) {}

  /** A link that no other block sees. */
  private record Local(Link link, Seen seen) {}

  /**
   * What a bundle sees of this block.
   *
   * @param own which of the bundle's nodes are at the places
   */
  private record Sight(Bundle bundle, int[] places, int[] own) {}

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
    set(plain, row, new Seen(row, places, coefficients));
  }

  /**
   * @param number among all bundles
   * @param own which of the bundle's nodes are here
   */
  void seeBundle(int number, Bundle bundle, int[] places, int[] own) {
    set(sights, number, new Sight(bundle, places, own));
  }

  private static <T extends @Nullable Object> void set(List<T> list, int i, T value) {
    while (list.size() <= i) {
      list.add(null);
    }
    list.set(i, value);
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
    Cholesky.eliminate(factor, n, factor.length);
  }

  private void makeRoom() {
    between = triangle(nodes.length);
    open =
        Stream.concat(
                plain.stream().filter(Objects::nonNull).map(Seen::places),
                sights.stream().filter(Objects::nonNull).map(Sight::places))
            .flatMapToInt(IntStream::of)
            .distinct()
            .sorted()
            .toArray();
    plain.stream().filter(Objects::nonNull).forEach(seen -> findOpen(seen.places));
    sights.stream().filter(Objects::nonNull).forEach(sight -> findOpen(sight.places));
    int size = local.size() + open.length;
    factor = new double[size][size];
    side = new double[size];
  }

  private void findOpen(int[] places) {
    for (int i = 0; i < places.length; i++) {
      places[i] = Arrays.binarySearch(open, places[i]);
    }
  }

  /** Writes how far its open nodes give way. */
  void readGive(double[] byNode) {
    int n = local.size();
    for (int p = 0; p < open.length; p++) {
      byNode[nodes[open[p]]] = Math.max(0, factor[n + p][n + p]);
    }
  }

  /** How far its open nodes give way at prices, once its local links are gone. */
  void give(double[] priceByNode, double[] byNode) {
    int n = local.size();
    double[] price = new double[open.length];
    double[] given = new double[open.length];
    for (int p = 0; p < open.length; p++) {
      price[p] = priceByNode[nodes[open[p]]];
    }
    for (int p = 0; p < open.length; p++) {
      double[] row = factor[n + p];
      double own = price[p];
      double sum = row[n + p] * own;
      for (int q = p + 1; q < open.length; q++) {
        sum += row[n + q] * price[q];
        given[q] += row[n + q] * own;
      }
      given[p] += sum;
    }
    for (int p = 0; p < open.length; p++) {
      byNode[nodes[open[p]]] = given[p];
    }
  }

  /** How far the open place p gives way at a price of q. */
  private double give(int p, int q) {
    int n = local.size();
    return factor[n + Math.min(p, q)][n + Math.max(p, q)];
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

  /** Adds what it gives a plain row to that row of the upper triangle of all. */
  void addToPlain(int g, double[] row) {
    Seen seen = g < plain.size() ? plain.get(g) : null;
    if (seen == null) {
      return;
    }
    for (int h = g; h < plain.size(); h++) {
      Seen other = plain.get(h);
      for (int k = 0; other != null && k < other.places.length; k++) {
        row[h] += other.coefficients[k] * give(seen.places, seen.coefficients, other.places[k]);
      }
    }
    for (Sight sight : sights) {
      for (int k = 0; sight != null && k < sight.places.length; k++) {
        addTo(row, sight, k, give(seen.places, seen.coefficients, sight.places[k]));
      }
    }
  }

  /**
   * The same for all rows of a bundle.
   *
   * @param number of the bundle
   */
  void addToBundle(int number, double[][] all) {
    Sight seeing = number < sights.size() ? sights.get(number) : null;
    if (seeing == null) {
      return;
    }
    int first = seeing.bundle.firstRow();
    int count = seeing.bundle.rows();
    for (int b = number; b < sights.size(); b++) {
      Sight sight = sights.get(b);
      if (sight == null) {
        continue;
      }
      for (int k = 0; k < sight.places.length; k++) {
        for (int m = 0; m < seeing.places.length; m++) {
          double given = give(seeing.places[m], sight.places[k]);
          double[] own = seeing.bundle.ofNode(seeing.own[m]);
          for (int i = 0; i < count; i++) {
            addTo(all[first + i], sight, k, given * own[i]);
          }
        }
      }
    }
  }

  private double give(int[] places, double[] coefficients, int to) {
    double sum = 0;
    for (int i = 0; i < places.length; i++) {
      sum += coefficients[i] * give(places[i], to);
    }
    return sum;
  }

  private static void addTo(double[] row, Sight sight, int k, double given) {
    double[] ofNode = sight.bundle.ofNode(sight.own[k]);
    int first = sight.bundle.firstRow();
    int count = sight.bundle.rows();
    for (int j = 0; j < count; j++) {
      row[first + j] += given * ofNode[j];
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

  /** Eliminates its local links' right-hand sides; what that leaves of its open nodes. */
  void reduceRight(double[] localRight, double[] byNode) {
    int n = local.size();
    Arrays.fill(side, 0);
    for (int i = 0; i < n; i++) {
      side[i] = localRight[local.get(i).seen().index()];
    }
    Cholesky.forward(factor, n, side);
    for (int p = 0; p < open.length; p++) {
      byNode[nodes[open[p]]] = side[n + p];
    }
  }

  /** The local links' multipliers, where those between blocks make prices. */
  void solveLocal(double[] priceByNode, double[] localStep) {
    int n = local.size();
    for (int p = 0; p < open.length; p++) {
      side[n + p] = priceByNode[nodes[open[p]]];
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
