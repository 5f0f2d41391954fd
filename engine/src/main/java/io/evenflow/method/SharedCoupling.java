package io.evenflow.method;

import io.evenflow.coordination.Answer;
import io.evenflow.coordination.Coupling;
import io.evenflow.coordination.Curve;
import io.evenflow.coordination.Cut;
import io.evenflow.coordination.Region;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A coupling of one of several scenarios, at its weight: it sees the sum of what those do who do
 * the same in all of them, and of what is done in this one alone.
 *
 * <pre>
 * cost(shared, own) = weight·cost of the coupling at (shared + own)
 * </pre>
 *
 * Limits are as hard as in one scenario alone: a missed unit costs the same at any weight.
 */
final class SharedCoupling implements Coupling {
  private final Coupling coupling;
  private final double weight;
  private final String name;

  /** Those of the shared, then those of the scenario's own. */
  private final int[] rows;

  private @Nullable Curve curveBefore;
  private @Nullable Curve curve;

  /**
   * @param coupling with the rows of the scenario alone
   * @param offset by how much these come after the shared ones; at least their number
   */
  SharedCoupling(Coupling coupling, int offset, double weight, String scenario) {
    this.coupling = coupling;
    this.weight = weight;
    name = coupling.name() + " of " + scenario;
    int[] own = coupling.rows();
    rows = new int[2 * own.length];
    for (int i = 0; i < own.length; i++) {
      rows[i] = own[i] - offset;
      rows[own.length + i] = own[i];
    }
  }

  @Override
  public int[] rows() {
    return rows;
  }

  private double[] sums(double[] amounts) {
    int n = amounts.length / 2;
    double[] sums = new double[n];
    Arrays.setAll(sums, i -> amounts[i] + amounts[n + i]);
    return sums;
  }

  @Override
  public @Nullable Region whole(double[] least, double[] most) {
    Region whole = coupling.whole(sums(least), sums(most));
    return whole == null ? null : new SharedRegion(whole, null);
  }

  /** A region of the sums. */
  private final class SharedRegion implements Region {
    private final Region ofSums;
    private final @Nullable SharedRegion parent;

    SharedRegion(Region ofSums, @Nullable SharedRegion parent) {
      this.ofSums = ofSums;
      this.parent = parent;
    }

    @Override
    public @Nullable Region parent() {
      return parent;
    }

    @Override
    public int direction() {
      return ofSums.direction();
    }

    @Override
    public int directions() {
      return ofSums.directions();
    }

    @Override
    public int[] members(int direction) {
      int[] own = ofSums.members(direction);
      int[] both = Arrays.copyOf(own, 2 * own.length);
      for (int i = 0; i < own.length; i++) {
        both[own.length + i] = rows.length / 2 + own[i];
      }
      return both;
    }

    @Override
    public double min(int direction) {
      return ofSums.min(direction);
    }

    @Override
    public double max(int direction) {
      return ofSums.max(direction);
    }

    @Override
    public Region part(int along, double least, double most) {
      return new SharedRegion(ofSums.part(along, least, most), this);
    }
  }

  @Override
  public Answer ask(double[] amounts, @Nullable Region region) {
    Region ofSums = region instanceof SharedRegion shared ? shared.ofSums : null;
    Answer answer = coupling.ask(sums(amounts), ofSums);
    return new Answer(
        weight * answer.value(),
        answer.missed(),
        weighed(answer.cut(), region),
        weight * answer.error(),
        answer.split());
  }

  private Cut weighed(Cut cut, @Nullable Region region) {
    int n = cut.gradient().length;
    double[] gradient = new double[2 * n];
    Arrays.setAll(gradient, i -> weight * cut.gradient()[i % n]);
    return new Cut(weight * cut.intercept(), gradient, cut.region() == null ? null : region);
  }

  @Override
  public List<Cut> cuts() {
    return coupling.cuts().stream().map(cut -> weighed(cut, null)).toList();
  }

  @Override
  public @Nullable Curve curve() {
    Curve now = coupling.curve();
    if (now == null) {
      return null;
    }
    Curve known = curve;
    if (known == null || now != curveBefore) {
      double[] slopes = Arrays.stream(now.slopes()).map(slope -> weight * slope).toArray();
      known = new Curve(now.ends(), slopes, weight * now.costAtFirst());
      curveBefore = now;
      curve = known;
    }
    return known;
  }

  @Override
  public List<Coupling> above(double cost) {
    int offset = rows.length == 0 ? 0 : rows[rows.length / 2] - rows[0];
    return coupling.above(cost / weight).stream()
        .map(each -> (Coupling) new SharedCoupling(each, offset, weight, name))
        .toList();
  }

  @Override
  public void missCost(double perUnit) {
    coupling.missCost(perUnit / weight);
  }

  @Override
  public String name() {
    return name;
  }
}
