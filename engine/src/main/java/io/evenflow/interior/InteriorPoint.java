package io.evenflow.interior;

import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Mehrotra's predictor-corrector method (doi:10.1137/0802028) for a {@link ChainProgram}. Every
 * step solves the normal equations in three layers: chains by a recursion over their steps, the
 * links of a block by a small dense factor, what ties blocks together by another one.
 */
public final class InteriorPoint {
  private static final int MOST_STEPS = 80;
  private static final int USUAL_STEPS = 30;

  /** Rows that are left of a bundle, where it is not small. */
  private static final int USUAL_ROWS = 4;

  /** First distance from bounds, and first multiplier. */
  private static final double SIZE = 10;

  private static final double MULTIPLIER = 0.1;

  /**
   * A start near another point takes so many steps to its middle first: a cut that is new rises
   * high above the old ones, and steps that aim farther at once end at the nearest bound.
   */
  private static final int MIDDLE_STEPS = 2;

  /**
   * The next program begins where products were so many times the gap that this one ended at: its
   * end is so near to bounds that what is new keeps steps from getting anywhere.
   */
  private static final double BEFORE_END = 10;

  /** What is left of what shared links ask, in the norm of the nearly inverse. */
  private static final double LEFT = 1e-8;

  /** The same where a step only shows how far it would get. */
  private static final double LEFT_BY_PREDICTOR = 1e-3;

  private final Layout layout;
  private final Columns columns;
  private final BooleanSupplier stop;

  /** Multiplier of each link. */
  private final double[] y;

  /** Sum of products of distances and multipliers at the present point. */
  private double products;

  /** Where the next program may begin, null where that is the present point. */
  private @Nullable Waypoint waypoint;

  /** Whether it begins where another one was. */
  private boolean isWarm;

  /** What links ask of each other at the present point. */
  private final LinkSystem system;

  private double[] reduced = new double[0];
  private double[] pull = reduced;
  private double[] pulled = reduced;
  private double[][][] steps = new double[0][][];
  private double[] linkStep = new double[0];

  /** What each node draws at the present point. */
  private double[] present = new double[0];

  public InteriorPoint(ChainProgram program, BooleanSupplier stop) {
    this.stop = stop;
    layout = new Layout(program);
    columns = layout.columns;
    y = new double[layout.links.size()];
    system = new LinkSystem(layout);
  }

  /**
   * Multiplications in dense factors that a solve takes, about: they grow with the third power of
   * the periods, and of the links between blocks.
   */
  public double multiplications() {
    double sum = cube(usualRows());
    for (Block block : layout.blocks) {
      sum += cube(block.size());
    }
    return USUAL_STEPS * sum / 3;
  }

  private int usualRows() {
    int sum = layout.plain.length;
    for (Bundle bundle : layout.bundles) {
      sum += Math.min(USUAL_ROWS, bundle.mostRows());
    }
    return sum;
  }

  private static double cube(double size) {
    return size * size * size;
  }

  /**
   * Goes on from where it is until it is near.
   *
   * @param gap between the cost and its bound, where rows hold. Unit: that of costs
   * @param miss of rows, in their units, as a part of {@value #SIZE}, and of the multipliers' rows;
   *     +∞ where any point on the way will do
   */
  public ChainSolution solve(double gap, double miss) {
    waypoint = null;
    int middle = isWarm ? MIDDLE_STEPS : 0;
    if (reduced.length == 0) {
      start();
    }
    boolean isNear = false;
    for (int step = 0; step < MOST_STEPS && !stop.getAsBoolean(); step++) {
      reduce();
      products = columns.weigh(reduced);
      present = nodes(columns.x, true);
      if (waypoint == null && products < BEFORE_END * gap) {
        waypoint = new Waypoint(layout, y);
      }
      if (step >= middle && products < gap && misses(miss)) {
        isNear = true;
        break;
      }
      system.eliminate();
      double mean = products / columns.ends();
      direct(step < middle ? mean : predict(mean), LEFT);
      move(columns.longestPrimal(), columns.longestDual());
    }
    isWarm = false;
    return solution(isNear);
  }

  private boolean misses(double miss) {
    return miss == Double.POSITIVE_INFINITY
        || (mostMissed() < miss * SIZE && columns.mostLack() < miss);
  }

  /** What the products may be after a step: little where one that aims at 0 gets far. */
  private double predict(double mean) {
    direct(0, LEFT_BY_PREDICTOR);
    double left = columns.firstHalf() / columns.ends() / Math.max(1e-300, mean);
    return Math.min(1, left * left * left) * mean;
  }

  private void start() {
    makeRoom();
    weighEpigraphs();
    reduce();
    columns.start(reduced, SIZE, MULTIPLIER);
  }

  private void makeRoom() {
    reduced = new double[columns.count()];
    pull = new double[columns.count()];
    pulled = new double[columns.count()];
  }

  /**
   * The same program with other cuts, begun near where this one is, or was before its end where
   * cuts rise above costs by more than that is near. This one is of no use any more.
   *
   * @param former by cut its number in this program, -1 for one that is new
   */
  public InteriorPoint next(ChainProgram program, int[] former) {
    InteriorPoint next = new InteriorPoint(program, stop);
    next.isWarm = true;
    next.startFrom(this);
    if (waypoint != null && next.risen() > products) {
      waypoint.restore(layout, y);
      next.startFrom(this);
    }
    next.startCuts(this, former);
    return next;
  }

  private void startFrom(InteriorPoint before) {
    makeRoom();
    columns.startFrom(before.columns, layout.columnsBeforeCuts);
    System.arraycopy(before.y, 0, y, 0, layout.linksBeforeCuts);
    for (int c = 0; c < layout.segments.size(); c++) {
      for (int s = 0; s < layout.segments.get(c).size(); s++) {
        double[] own = layout.segments.get(c).get(s).y;
        System.arraycopy(before.layout.segments.get(c).get(s).y, 0, own, 0, own.length);
      }
    }
  }

  /** By how much cuts lie above their costs, the highest of each. */
  private double risen() {
    double[] byNode = nodes(columns.x, true);
    double[] above = new double[layout.epigraph.length];
    for (int i = 0; i < layout.cuts; i++) {
      Link cut = layout.links.get(layout.linksBeforeCuts + i);
      int cost = cut.epigraph();
      double height = cut.right() - cut.nodes(byNode);
      above[cost] = Math.max(above[cost], height - columns.x[cost]);
    }
    return Arrays.stream(above).sum();
  }

  /** Costs rise above their cuts; old cuts keep their weights, new ones begin with little. */
  private void startCuts(InteriorPoint before, int[] former) {
    double mean = columns.meanOfFirst(layout.columnsBeforeCuts);
    double[] byNode = nodes(columns.x, true);
    double[] height = new double[layout.cuts];
    int[] count = new int[layout.epigraph.length];
    for (int i = 0; i < height.length; i++) {
      Link cut = layout.links.get(layout.linksBeforeCuts + i);
      height[i] = cut.right() - cut.nodes(byNode);
      count[cut.epigraph()]++;
    }
    for (int i = 0; i < height.length; i++) {
      int cost = layout.links.get(layout.linksBeforeCuts + i).epigraph();
      columns.x[cost] = Math.max(columns.x[cost], height[i] + mean * count[cost]);
    }
    for (int i = 0; i < height.length; i++) {
      int link = layout.linksBeforeCuts + i;
      double slack = columns.x[layout.links.get(link).epigraph()] - height[i];
      int old = former[i];
      boolean isNew = old < 0;
      y[link] = isNew ? mean / slack : before.y[before.layout.linksBeforeCuts + old];
      int column = before.layout.columnsBeforeCuts + old;
      double multiplier = isNew ? mean / slack : before.columns.multiplier(column);
      columns.begin(layout.columnsBeforeCuts + i, slack, multiplier);
    }
  }

  /** Cuts of an epigraph begin with equal weights, which sum to its cost of 1. */
  private void weighEpigraphs() {
    int[] cuts = new int[columns.count()];
    layout.links.stream().filter(link -> link.epigraph() >= 0).forEach(l -> cuts[l.epigraph()]++);
    for (int i = 0; i < y.length; i++) {
      int epigraph = layout.links.get(i).epigraph();
      y[i] = epigraph < 0 ? 0 : 1.0 / cuts[epigraph];
    }
  }

  /** Costs less Aᵀy. */
  private void reduce() {
    System.arraycopy(columns.cost, 0, reduced, 0, reduced.length);
    double[] prices = layout.prices(y);
    forEachBlock(b -> layout.blocks[b].reduce(prices, reduced));
    reduceLinks(y, reduced);
  }

  private void reduceLinks(double[] multipliers, double[] byColumn) {
    for (int i = 0; i < multipliers.length; i++) {
      Link link = layout.links.get(i);
      for (int k = 0; k < link.own().length; k++) {
        byColumn[link.own()[k]] -= link.sign()[k] * multipliers[i];
      }
      if (link.epigraph() >= 0) {
        byColumn[link.epigraph()] -= multipliers[i];
      }
    }
  }

  private double[] nodes(double[] value, boolean withFixed) {
    double[] sums = withFixed ? layout.fixed.clone() : new double[layout.nodes];
    double[] moved = new double[layout.nodes];
    forEachBlock(b -> layout.blocks[b].addNodes(value, moved));
    for (int i = 0; i < sums.length; i++) {
      sums[i] += moved[i];
    }
    return sums;
  }

  private double miss(int link, double[] byNode) {
    Link row = layout.links.get(link);
    return row.right() - row.nodes(byNode) - row.columns(columns.x);
  }

  private double mostMissed() {
    double most = 0;
    for (int i = 0; i < y.length; i++) {
      most = Math.max(most, Math.abs(miss(i, present)));
    }
    for (Block block : layout.blocks) {
      for (Segment segment : block.segments()) {
        most = Math.max(most, segment.mostMissed());
      }
    }
    return most;
  }

  /** A Newton step towards products of a target, of which so much is left in shared links. */
  private void direct(double target, double left) {
    columns.pulls(target, pull, pulled);
    double[] asked = nodes(pulled, false);
    forEachBlock(b -> layout.blocks[b].forward(pulled, asked));
    double[] right = new double[y.length];
    for (int i = 0; i < right.length; i++) {
      Link link = layout.links.get(i);
      right[i] = miss(i, present) + link.nodes(asked) + link.columns(pulled);
    }
    linkStep = system.solve(right, left);
    double[] prices = layout.prices(linkStep);
    steps = new double[layout.blocks.length][][];
    forEachBlock(
        b -> {
          steps[b] = new double[layout.blocks[b].segments().size()][];
          layout.blocks[b].backward(prices, pull, steps[b]);
        });
    reduceLinks(linkStep, pull);
    columns.complete(target, pull);
  }

  private void move(double primal, double dual) {
    columns.move(primal, dual);
    for (int i = 0; i < y.length; i++) {
      y[i] += dual * linkStep[i];
    }
    for (int b = 0; b < steps.length; b++) {
      List<Segment> segments = layout.blocks[b].segments();
      for (int s = 0; s < segments.size(); s++) {
        double[] own = segments.get(s).y;
        for (int k = 0; k < own.length; k++) {
          own[k] += dual * steps[b][s][k];
        }
      }
    }
  }

  private void forEachBlock(IntConsumer body) {
    IntStream.range(0, layout.blocks.length).parallel().forEach(body);
  }

  private ChainSolution solution(boolean isNear) {
    double[][] amounts = new double[layout.segments.size()][];
    for (int c = 0; c < amounts.length; c++) {
      amounts[c] = layout.segments.get(c).stream().flatMapToDouble(Segment::amounts).toArray();
    }
    int ties = layout.links.size() - layout.curves - layout.cuts;
    double[] slope = new double[layout.curves];
    Arrays.setAll(slope, i -> -y[ties + i]);
    double[] weight = new double[layout.cuts];
    Arrays.setAll(weight, i -> y[ties + slope.length + i]);
    double[] epigraph = Arrays.stream(layout.epigraph).mapToDouble(e -> columns.x[e]).toArray();
    return new ChainSolution(
        isNear,
        columns.objective() + layout.constant,
        nodes(columns.x, true),
        amounts,
        layout.boxes(),
        slope,
        weight,
        epigraph);
  }
}
