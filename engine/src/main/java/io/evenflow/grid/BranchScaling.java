package io.evenflow.grid;

/**
 * Multiplies the impedance of the branch between two buses, in whichever direction the file lists
 * it.
 *
 * @param from number of the bus at one end
 * @param to number of the bus at the other end
 * @param resistance factor on the resistance, at least 0
 * @param reactance factor on the reactance, at least 0
 */
public record BranchScaling(int from, int to, double resistance, double reactance) {
  /**
   * @throws GridException for a factor that is negative or not finite
   */
  public BranchScaling {
    Check check = new Check("scaling of branch " + from + "-" + to);
    check.finite("resistance factor", resistance);
    check.finite("reactance factor", reactance);
    check.notNegative("resistance factor", resistance);
    check.notNegative("reactance factor", reactance);
  }
}
