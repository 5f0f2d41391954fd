package io.evenflow.network;

import io.evenflow.coordination.Region;
import io.evenflow.formulation.PerUnit;
import org.jspecify.annotations.Nullable;

/** Intervals of the power that stations draw together, by direction of a {@link StationTree}. */
final class GridRegion implements Region, FlowRange {
  private final @Nullable GridRegion parent;
  private final int direction;
  private final StationTree tree;
  private final PerUnit grid;
  private final double[] min;
  private final double[] max;

  /** Of the stations at each direction's own bus. */
  private final double[] ownMin;

  private final double[] ownMax;

  /**
   * All powers.
   *
   * @param least by station. Unit: kW
   * @param most by station. Unit: kW
   */
  GridRegion(StationTree tree, PerUnit grid, double[] least, double[] most) {
    this.tree = tree;
    this.grid = grid;
    parent = null;
    direction = -1;
    min = new double[tree.size()];
    max = new double[tree.size()];
    ownMin = new double[min.length];
    ownMax = new double[min.length];
    for (int d = 0; d < min.length; d++) {
      for (int station : tree.own(d)) {
        ownMin[d] += least[station];
        ownMax[d] += most[station];
      }
      for (int station : tree.members(d)) {
        min[d] += least[station];
        max[d] += most[station];
      }
    }
  }

  private GridRegion(GridRegion parent, int direction, double least, double most) {
    this.parent = parent;
    this.direction = direction;
    tree = parent.tree;
    grid = parent.grid;
    ownMin = parent.ownMin;
    ownMax = parent.ownMax;
    min = parent.min.clone();
    max = parent.max.clone();
    min[direction] = least;
    max[direction] = most;
    narrow();
  }

  /** What sums allow their parts and parts their sum, from the leaves inwards and back. */
  private void narrow() {
    double[] sumMin = ownMin.clone();
    double[] sumMax = ownMax.clone();
    for (int d = 0; d < min.length; d++) {
      min[d] = Math.max(min[d], sumMin[d]);
      max[d] = Math.min(max[d], sumMax[d]);
      if (tree.parent(d) != StationTree.NONE) {
        sumMin[tree.parent(d)] += min[d];
        sumMax[tree.parent(d)] += max[d];
      }
    }
    for (int d = min.length - 1; d >= 0; d--) {
      int whole = tree.parent(d);
      if (whole != StationTree.NONE) {
        double othersMin = sumMin[whole] - min[d];
        double othersMax = sumMax[whole] - max[d];
        min[d] = Math.max(min[d], min[whole] - othersMax);
        max[d] = Math.min(max[d], max[whole] - othersMin);
      }
    }
  }

  @Override
  public @Nullable Region parent() {
    return parent;
  }

  @Override
  public int direction() {
    return direction;
  }

  @Override
  public int directions() {
    return min.length;
  }

  @Override
  public Region part(int along, double least, double most) {
    return new GridRegion(this, along, Math.max(min[along], least), Math.min(max[along], most));
  }

  @Override
  public int[] members(int along) {
    return tree.members(along);
  }

  /** Unit: kW. */
  @Override
  public double min(int along) {
    return min[along];
  }

  @Override
  public double max(int along) {
    return max[along];
  }

  @Override
  public double minPower(int bus) {
    int along = tree.directionOf(bus);
    return along == StationTree.NONE ? 0 : grid.powerOfKw(min[along]);
  }

  @Override
  public double maxPower(int bus) {
    int along = tree.directionOf(bus);
    return along == StationTree.NONE ? 0 : grid.powerOfKw(max[along]);
  }
}
