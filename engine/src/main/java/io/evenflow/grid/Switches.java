package io.evenflow.grid;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Closed branches without impedance: switches and bus couplers. They join their buses to one.
 *
 * <p>One with a rating stays a branch, with a reactance so small that its rating drops {@link
 * #DROP_PU}, if all that flows between its two sides flows through it. In a ring of switches or
 * beside another one nothing says how much each of them takes: it joins its buses, too, and a
 * warning says that its rating is not checked.
 */
final class Switches {
  /** Far below what any limit, tolerance or meter can tell. Unit: p.u. */
  private static final double DROP_PU = 1e-7;

  private final Network network;

  /** What the file has between two buses. */
  private final Map<BusPair, List<Branch>> pairs = new LinkedHashMap<>();

  private final JoinedBuses joined = new JoinedBuses();
  private final Map<BusPair, Branch> kept = new HashMap<>();
  private final List<String> warnings = new ArrayList<>();

  /**
   * @param closed branches in service; those with an impedance are left alone
   * @param ratings that replace the file's, for all that lies between two buses. Unit: MVA
   * @throws GridException for a switch with a tap ratio, or a rating of {@code ratings} that cannot
   *     be kept
   */
  Switches(Network network, List<Branch> closed, Map<BusPair, Double> ratings) {
    this.network = network;
    for (Branch branch : closed) {
      if (branch.hasNoImpedance()) {
        requireNoRatio(branch);
        pairs.computeIfAbsent(BusPair.of(branch), pair -> new ArrayList<>()).add(branch);
      }
    }
    pairs.forEach((pair, switches) -> place(pair, switches, ratings.get(pair)));
  }

  private void requireNoRatio(Branch branch) {
    if (branch.hasRatio()) {
      throw new GridException(
          "case '%s': branch %s has neither resistance nor reactance, yet a tap ratio or phase shift"
              .formatted(network.name(), branch.label()),
          "Maybe its reactance was left out.");
    }
  }

  private void place(BusPair pair, List<Branch> switches, @Nullable Double replaced) {
    double rating = replaced == null ? leastRating(switches) : replaced;
    boolean alone = switches.size() == 1 || replaced != null;
    if (Double.isInfinite(rating)) {
      joined.join(pair);
    } else if (alone && isOnlyWay(pair)) {
      kept.put(pair, asBranch(switches, rating));
    } else if (replaced != null) {
      throw new GridException(
          "case '%s': no rating (%s MVA) can be kept for branch %s, a switch in a ring of switches"
              .formatted(network.name(), rating, pair),
          "Maybe open one switch of the ring, or rate a branch beside it.");
    } else {
      joined.join(pair);
      warnings.add(
          "branch %s: its rating of %s MVA is not checked; other switches beside it share its flow"
              .formatted(pair, rating));
    }
  }

  private static double leastRating(List<Branch> switches) {
    return switches.stream().mapToDouble(Branch::ratingMva).min().orElse(Double.POSITIVE_INFINITY);
  }

  /** Whether no other switches lead from one bus to the other. */
  private boolean isOnlyWay(BusPair pair) {
    JoinedBuses others = new JoinedBuses();
    pairs.keySet().stream().filter(other -> !other.equals(pair)).forEach(others::join);
    return !others.areOne(pair);
  }

  private Branch asBranch(List<Branch> switches, double rating) {
    Branch first = switches.getFirst();
    return new Branch(
        first.from(),
        first.to(),
        0,
        DROP_PU * network.baseMva() / rating,
        switches.stream().mapToDouble(Branch::chargingPu).sum(),
        rating,
        1,
        0,
        true);
  }

  JoinedBuses joined() {
    return joined;
  }

  /** The branch that stands for a switch with a rating between two buses. */
  Optional<Branch> kept(BusPair pair) {
    return Optional.ofNullable(kept.get(pair));
  }

  List<String> warnings() {
    return warnings;
  }
}
