package io.evenflow.grid;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Branches between the same two buses as one: their admittances and charging add up,
 *
 * <pre>
 * y = Σ yₖ,  b = Σ bₖ,  and branch k carries yₖ/y of the current
 * </pre>
 *
 * besides the charging that is its own. Its rating is such that none of them is overloaded.
 */
final class ParallelBranches {
  /** Voltage assumed where a bus has no upper limit. Unit: p.u. */
  private static final double HIGH_PU = 1.5;

  private final Network network;
  private final List<Branch> parts;
  private final Branch first;
  private double conductance;
  private double susceptance;
  private double charging;

  private ParallelBranches(Network network, List<Branch> parts) {
    this.network = network;
    this.parts = parts;
    this.first = parts.getFirst();
    for (Branch part : parts) {
      conductance += conductance(part);
      susceptance += susceptance(part);
      charging += part.chargingPu();
    }
  }

  /**
   * @param parts all of the same direction
   * @param greatestPu upper voltage limit of their buses. Unit: p.u.
   * @throws GridException where a current would flow round in them, or their admittances cancel
   */
  static Branch merged(Network network, List<Branch> parts, double greatestPu) {
    return parts.size() == 1
        ? parts.getFirst()
        : new ParallelBranches(network, parts).merged(greatestPu);
  }

  private Branch merged(double greatestPu) {
    for (Branch part : parts) {
      if (part.tapRatio() != first.tapRatio() || part.shiftDegrees() != first.shiftDegrees()) {
        throw unlike(network, parts);
      }
    }
    double square = conductance * conductance + susceptance * susceptance;
    if (!(square > 0)) {
      throw new GridException(
          "case '%s': the admittances of parallel branches %s cancel"
              .formatted(network.name(), labels(parts)),
          "Maybe the sign of a reactance is wrong.");
    }
    double behindTap = Math.min(greatestPu, HIGH_PU) * Math.max(1, 1 / first.tapRatio());
    return new Branch(
        first.from(),
        first.to(),
        conductance / square,
        -susceptance / square,
        charging,
        rating(Math.sqrt(square), behindTap),
        first.tapRatio(),
        first.shiftDegrees(),
        true);
  }

  /** The most that may flow at an end in all: |S|·|yₖ/y| + |bₖ − b·yₖ/y|/2·V² ≤ ratingₖ for all. */
  private double rating(double admittance, double voltagePu) {
    double rating = Double.POSITIVE_INFINITY;
    for (Branch part : parts) {
      if (Double.isFinite(part.ratingMva())) {
        double share = Math.hypot(conductance(part), susceptance(part)) / admittance;
        double own = ownCharging(part) / 2 * voltagePu * voltagePu * network.baseMva();
        rating = Math.min(rating, (part.ratingMva() - own) / share);
      }
    }
    if (!(rating > 0)) {
      throw new GridException(
          "case '%s': the charging of parallel branches %s alone is above one of their ratings"
              .formatted(network.name(), labels(parts)),
          "Maybe the unit of a charging susceptance or of a rating is wrong.");
    }
    return rating;
  }

  /** |bₖ − b·yₖ/y|: charging that a branch does not share as it shares the current. */
  private double ownCharging(Branch part) {
    double square = conductance * conductance + susceptance * susceptance;
    double g = conductance(part);
    double s = susceptance(part);
    double shareRe = (g * conductance + s * susceptance) / square;
    double shareIm = (s * conductance - g * susceptance) / square;
    return Math.hypot(part.chargingPu() - charging * shareRe, charging * shareIm);
  }

  private static double conductance(Branch branch) {
    return branch.resistancePu() / square(branch);
  }

  private static double susceptance(Branch branch) {
    return -branch.reactancePu() / square(branch);
  }

  private static double square(Branch branch) {
    double r = branch.resistancePu();
    double x = branch.reactancePu();
    return r * r + x * x;
  }

  static GridException unlike(Network network, List<Branch> parts) {
    return new GridException(
        "case '%s': parallel branches %s have not the same tap ratio and phase shift at the same end"
            .formatted(network.name(), labels(parts)),
        "Maybe open all but one, or give all the same ratio; a current flows round in them.");
  }

  private static String labels(List<Branch> parts) {
    return parts.stream().map(Branch::label).collect(Collectors.joining(" and "));
  }
}
