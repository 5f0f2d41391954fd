package io.evenflow.coordination;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A coupling of one of several futures: its cost counts as much as the future is likely. It sees
 * what is drawn in every future and what is drawn in its own, together.
 */
final class LikelyCoupling implements Coupling {
  private final Coupling one;
  private final double weight;
  private final int[] rows;

  /** By its rows: the place in the rows of the coupling in its future. */
  private final int[] placeInOne;

  private final String name;

  /** The curve of the coupling, as it was last seen, and what has been made of it. */
  private @Nullable Curve ofOne;

  private @Nullable Curve weighted;

  private final Map<Region, Seen> seen = new IdentityHashMap<>();

  /**
   * @param weight probability of its future, above 0
   * @param rows ascending
   * @param placeInOne for each of them the row it adds to, by its place in the coupling's rows
   * @param future its name in messages
   */
  LikelyCoupling(Coupling one, double weight, int[] rows, int[] placeInOne, String future) {
    this.one = one;
    this.weight = weight;
    this.rows = rows;
    this.placeInOne = placeInOne;
    name = future + ", " + one.name();
  }

  /** A region of the coupling, whose sums are those of its rows here. */
  private final class Seen implements Region {
    private final Region inOne;
    private final @Nullable Seen parent;

    Seen(Region inOne, @Nullable Seen parent) {
      this.inOne = inOne;
      this.parent = parent;
      seen.put(inOne, this);
    }

    @Override
    public @Nullable Region parent() {
      return parent;
    }

    @Override
    public int direction() {
      return inOne.direction();
    }

    @Override
    public int directions() {
      return inOne.directions();
    }

    @Override
    public int[] members(int direction) {
      int[] members = inOne.members(direction);
      boolean[] isMember = new boolean[one.rows().length];
      for (int member : members) {
        isMember[member] = true;
      }
      return IntStream.range(0, rows.length).filter(i -> isMember[placeInOne[i]]).toArray();
    }

    @Override
    public double min(int direction) {
      return inOne.min(direction);
    }

    @Override
    public double max(int direction) {
      return inOne.max(direction);
    }

    @Override
    public Region part(int along, double least, double most) {
      return new Seen(inOne.part(along, least, most), this);
    }
  }

  private double[] together(double[] byRow) {
    double[] sums = new double[one.rows().length];
    for (int i = 0; i < byRow.length; i++) {
      sums[placeInOne[i]] += byRow[i];
    }
    return sums;
  }

  @Override
  public int[] rows() {
    return rows;
  }

  @Override
  public @Nullable Region whole(double[] least, double[] most) {
    Region whole = one.whole(together(least), together(most));
    return whole == null ? null : new Seen(whole, null);
  }

  @Override
  public Answer ask(double[] amounts, @Nullable Region region) {
    Region inOne = region == null ? null : ((Seen) region).inOne;
    Answer answer = one.ask(together(amounts), inOne);
    return new Answer(
        weight * answer.value(),
        answer.missed(),
        weighted(answer.cut()),
        weight * answer.error(),
        answer.split());
  }

  private Cut weighted(Cut cut) {
    double[] gradient = new double[rows.length];
    Arrays.setAll(gradient, i -> weight * cut.gradient()[placeInOne[i]]);
    Region region = cut.region();
    return new Cut(weight * cut.intercept(), gradient, region == null ? null : seen.get(region));
  }

  @Override
  public List<Cut> cuts() {
    return one.cuts().stream().map(this::weighted).toList();
  }

  @Override
  public @Nullable Curve curve() {
    Curve now = one.curve();
    if (now != ofOne) {
      ofOne = now;
      weighted = now == null ? null : weighted(now);
    }
    return weighted;
  }

  private Curve weighted(Curve curve) {
    double[] slopes = Arrays.stream(curve.slopes()).map(slope -> weight * slope).toArray();
    return new Curve(curve.ends(), slopes, weight * curve.costAtFirst());
  }

  @Override
  public List<Coupling> above(double cost) {
    return one.above(cost / weight).stream().map(this::ofPart).toList();
  }

  /** A coupling of some of the coupling's rows in its future. */
  private Coupling ofPart(Coupling part) {
    int[] placeInPart = new int[one.rows().length];
    for (int i = 0; i < placeInPart.length; i++) {
      placeInPart[i] = Arrays.binarySearch(part.rows(), one.rows()[i]);
    }
    int[] members =
        IntStream.range(0, rows.length).filter(i -> placeInPart[placeInOne[i]] >= 0).toArray();
    int[] own = Arrays.stream(members).map(i -> rows[i]).toArray();
    int[] place = Arrays.stream(members).map(i -> placeInPart[placeInOne[i]]).toArray();
    return new LikelyCoupling(part, weight, own, place, name);
  }

  /** What decides for all futures may gain all of its worth where one of them misses a limit. */
  @Override
  public void missCost(double perUnit) {
    one.missCost(perUnit / weight);
  }

  @Override
  public String name() {
    return name;
  }
}
