package io.evenflow.coordination;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A coupling of one of several futures: its cost counts as much as the future is likely. */
final class LikelyCoupling implements Coupling {
  private final Coupling one;
  private final double weight;
  private final int firstRow;
  private final int[] rows;
  private final String future;

  /** The curve of the coupling, as it was last seen, and what has been made of it. */
  private @Nullable Curve ofOne;

  private @Nullable Curve weighted;

  /**
   * @param weight probability of its future, above 0
   * @param firstRow of its future's rows
   * @param future its name in messages
   */
  LikelyCoupling(Coupling one, double weight, int firstRow, String future) {
    this.one = one;
    this.weight = weight;
    this.firstRow = firstRow;
    this.future = future;
    rows = Arrays.stream(one.rows()).map(row -> firstRow + row).toArray();
  }

  @Override
  public int[] rows() {
    return rows;
  }

  @Override
  public @Nullable Region whole(double[] least, double[] most) {
    return one.whole(least, most);
  }

  @Override
  public Answer ask(double[] amounts, @Nullable Region region) {
    Answer answer = one.ask(amounts, region);
    return new Answer(
        weight * answer.value(),
        answer.missed(),
        weighted(answer.cut()),
        weight * answer.error(),
        answer.split());
  }

  private Cut weighted(Cut cut) {
    double[] gradient = Arrays.stream(cut.gradient()).map(each -> weight * each).toArray();
    return new Cut(weight * cut.intercept(), gradient, cut.region());
  }

  @Override
  public List<Cut> cuts() {
    return one.cuts().stream().map(this::weighted).toList();
  }

  @Override
  public synchronized @Nullable Curve curve() {
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
    return one.above(cost / weight).stream()
        .<Coupling>map(period -> new LikelyCoupling(period, weight, firstRow, future))
        .toList();
  }

  /** What decides for all futures may gain all of its worth where one of them misses a limit. */
  @Override
  public void missCost(double perUnit) {
    one.missCost(perUnit / weight);
  }

  @Override
  public String name() {
    return future + ", " + one.name();
  }
}
