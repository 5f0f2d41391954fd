package io.evenflow.coordination;

import java.util.Arrays;
import java.util.List;

/**
 * Resources, couplings and the rows between them.
 *
 * <pre>
 * min Σ couplings' cost(amounts) + Σ price·amount + Σ resources' own cost,  amount = Σ of resources
 * </pre>
 *
 * @param beside what others may add to rows
 */
public record Problem(Rows rows, List<Resource> resources, List<Coupling> couplings, Reach beside) {
  public Problem {
    resources = List.copyOf(resources);
    couplings = List.copyOf(couplings);
  }

  /** Without others. */
  public Problem(Rows rows, List<Resource> resources, List<Coupling> couplings) {
    this(rows, resources, couplings, Reach.NONE);
  }

  /** Adds, by row, what all resources and others can do together. */
  void addUpReach(double[] least, double[] most) {
    for (Resource resource : resources) {
      int[] own = resource.rows();
      for (int i = 0; i < own.length; i++) {
        least[own[i]] += resource.least(i);
        most[own[i]] += resource.most(i);
      }
    }
    for (int i = 0; i < beside.rows().length; i++) {
      least[beside.rows()[i]] += beside.least()[i];
      most[beside.rows()[i]] += beside.most()[i];
    }
  }

  /** For each coupling all that resources and others can do together, null for convex ones. */
  public Region[] wholeRegions() {
    double[] least = new double[rows.size()];
    double[] most = new double[rows.size()];
    addUpReach(least, most);
    Region[] whole = new Region[couplings.size()];
    Arrays.setAll(
        whole,
        c ->
            couplings
                .get(c)
                .whole(gather(couplings.get(c), least), gather(couplings.get(c), most)));
    return whole;
  }

  /** A coupling's part of numbers by row. */
  static double[] gather(Coupling coupling, double[] byRow) {
    int[] rows = coupling.rows();
    double[] own = new double[rows.length];
    for (int i = 0; i < own.length; i++) {
      own[i] = byRow[rows[i]];
    }
    return own;
  }

  /** Place of the first row that a resource moves, −1 where it moves none. */
  int firstPlace(int r) {
    int[] own = resources.get(r).rows();
    return own.length == 0 ? -1 : rows.place()[own[0]];
  }

  /** Period of the same, 0 where it moves none. */
  int firstPeriod(int r) {
    int[] own = resources.get(r).rows();
    return own.length == 0 ? 0 : rows.period()[own[0]];
  }
}
