package io.evenflow.grid;

/**
 * Replaces the rating of the branch between two buses, in whichever direction the file lists it.
 *
 * @param from number of the bus at one end
 * @param to number of the bus at the other end
 * @param mva apparent power allowed at each end, MVA, above 0; may be infinite
 */
public record BranchRating(int from, int to, double mva) {
  /**
   * @throws GridException for a rating that is not above 0
   */
  public BranchRating {
    new Check("rating of branch " + from + "-" + to).positive("rating (MVA)", mva);
  }
}
