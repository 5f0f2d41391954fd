package io.evenflow.coordination;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A toy: an interval of the sum of all rows, and its parts. */
record Interval(@Nullable Interval parent, int rows, double from, double to) implements Region {
  @Override
  public int direction() {
    return parent == null ? -1 : 0;
  }

  @Override
  public int[] members(int direction) {
    int[] all = new int[rows];
    Arrays.setAll(all, i -> i);
    return all;
  }

  @Override
  public double min(int direction) {
    return from;
  }

  @Override
  public double max(int direction) {
    return to;
  }

  @Override
  public int directions() {
    return 1;
  }

  @Override
  public Region part(int along, double least, double most) {
    return new Interval(this, rows, Math.max(from, least), Math.min(to, most));
  }
}
