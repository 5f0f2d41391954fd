package io.evenflow.coordination;

/**
 * What rows may sum up to beyond what a problem's resources do: the part of others, who are planned
 * elsewhere. Cuts and bounds of a problem that knows of it hold for these amounts, too. Arrays are
 * the object's own.
 *
 * @param rows each at most once
 * @param least by these rows, at most 0
 * @param most by these rows, at least 0
 */
public record Reach(int[] rows, double[] least, double[] most) {
  public static final Reach NONE = new Reach(new int[0], new double[0], new double[0]);
}
