package io.evenflow.coordination;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All cuts found so far, by coupling. */
final class Cuts {
  private final List<List<Cut>> ofCoupling = new ArrayList<>();

  /** By identity: an answer that is given again brings the same cut. */
  private final Set<Cut> known = Collections.newSetFromMap(new IdentityHashMap<>());

  /** By cut the amounts at which its coupling was asked, by the coupling's rows. */
  private final Map<Cut, double[]> askedAt = new IdentityHashMap<>();

  private final List<Coupling> couplings;

  Cuts(Problem problem) {
    couplings = problem.couplings();
    couplings.forEach(coupling -> ofCoupling.add(new ArrayList<>()));
  }

  void add(int coupling, Cut cut) {
    if (known.add(cut)) {
      ofCoupling.get(coupling).add(cut);
    }
  }

  /**
   * Adds what a coupling answered.
   *
   * @param amounts it was asked at, by row of the problem
   */
  void add(int coupling, Cut cut, double[] amounts) {
    if (known.add(cut)) {
      ofCoupling.get(coupling).add(cut);
      askedAt.put(cut, Problem.gather(couplings.get(coupling), amounts));
    }
  }

  /** The amounts at which its coupling was asked, by the coupling's rows; null where unknown. */
  double @Nullable [] askedAt(Cut cut) {
    return askedAt.get(cut);
  }

  /** Adds what couplings know of themselves at the present cost of missing limits. */
  void addKnown(List<Coupling> couplings) {
    for (int c = 0; c < couplings.size(); c++) {
      for (Cut cut : couplings.get(c).cuts()) {
        add(c, cut);
      }
    }
  }

  /** A coupling's cuts in the order they were found; it grows. */
  List<Cut> of(int coupling) {
    return ofCoupling.get(coupling);
  }

  /** The height of the highest cut that holds in a region, −∞ without any. */
  double height(int coupling, double[] amounts, @Nullable Region region) {
    double highest = Double.NEGATIVE_INFINITY;
    for (Cut cut : of(coupling)) {
      if (cut.holdsIn(region)) {
        highest = Math.max(highest, cut.at(amounts));
      }
    }
    return highest;
  }
}
