package io.evenflow.grid;

/**
 * A line or transformer in MATPOWER's branch model: an ideal transformer at the <em>from</em> end,
 * then a π circuit of series impedance r + jx and half of the charging susceptance at each end.
 *
 * @param from number of the bus at the transformer's end
 * @param to number of the bus at the other end
 * @param resistancePu series resistance r, p.u. on the system base
 * @param reactancePu series reactance x, p.u.
 * @param chargingPu total line charging susceptance b, p.u.
 * @param ratingMva apparent power allowed at each end, MVA; infinite where there is no limit
 * @param tapRatio off-nominal turns ratio at the <em>from</em> end, above 0; 1 for a line
 * @param shiftDegrees phase shift, degrees; positive delays the <em>to</em> end
 * @param inService false for an open branch
 */
public record Branch(
    int from,
    int to,
    double resistancePu,
    double reactancePu,
    double chargingPu,
    double ratingMva,
    double tapRatio,
    double shiftDegrees,
    boolean inService) {

  /**
   * @throws GridException for a branch from a bus to itself, a quantity that is not finite, or a
   *     rating or tap ratio that is not above 0
   */
  public Branch {
    Check check = new Check("branch " + label(from, to));
    check.finite("resistance (p.u.)", resistancePu);
    check.finite("reactance (p.u.)", reactancePu);
    check.finite("line charging (p.u.)", chargingPu);
    check.positive("rating (MVA)", ratingMva);
    check.finite("tap ratio", tapRatio);
    check.positive("tap ratio", tapRatio);
    check.finite("phase shift (degrees)", shiftDegrees);
    if (from == to) {
      throw new GridException(
          "branch " + label(from, to) + " joins a bus to itself",
          "Maybe one of its two bus numbers is a typing error.");
    }
  }

  /** How errors and reports name the branch: {@code 50-51}. */
  public String label() {
    return label(from, to);
  }

  /** Whether the branch joins these two buses, in either direction. */
  public boolean joins(int oneBus, int otherBus) {
    return (from == oneBus && to == otherBus) || (from == otherBus && to == oneBus);
  }

  /** Whether nothing of the voltage is lost over it: a closed switch or bus coupler. */
  public boolean hasNoImpedance() {
    return resistancePu == 0 && reactancePu == 0;
  }

  /** Whether there is a transformer in it, with a tap ratio or a phase shift. */
  boolean hasRatio() {
    return tapRatio != 1 || shiftDegrees != 0;
  }

  /** The same branch seen from its other end; without a transformer that is no other branch. */
  Branch reversed() {
    return new Branch(
        to,
        from,
        resistancePu,
        reactancePu,
        chargingPu,
        ratingMva,
        tapRatio,
        shiftDegrees,
        inService);
  }

  /** A copy with resistance and reactance multiplied by factors (1 leaves them). */
  public Branch withScaledImpedance(double resistanceFactor, double reactanceFactor) {
    return new Branch(
        from,
        to,
        resistancePu * resistanceFactor,
        reactancePu * reactanceFactor,
        chargingPu,
        ratingMva,
        tapRatio,
        shiftDegrees,
        inService);
  }

  /** A copy with another rating, MVA. */
  public Branch withRating(double mva) {
    return new Branch(
        from, to, resistancePu, reactancePu, chargingPu, mva, tapRatio, shiftDegrees, inService);
  }

  private static String label(int from, int to) {
    return from + "-" + to;
  }
}
