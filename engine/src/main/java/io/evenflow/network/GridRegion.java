package io.evenflow.network;

import io.evenflow.coordination.Region;
import org.jspecify.annotations.Nullable;

/** Intervals of what inputs sum up to, by direction of {@link InputTrees}. */
final class GridRegion implements Region, FlowRange {
  private final @Nullable GridRegion parent;
  private final int direction;
  private final InputTrees trees;
  private final double[] min;
  private final double[] max;

  /** Of the inputs at each direction's own bus. */
  private final double[] ownMin;

  private final double[] ownMax;

  /**
   * All inputs.
   *
   * @param least by input, in its unit
   * @param most by input
   */
  GridRegion(InputTrees trees, double[] least, double[] most) {
    this.trees = trees;
    parent = null;
    direction = -1;
    min = new double[trees.size()];
    max = new double[min.length];
    ownMin = new double[min.length];
    ownMax = new double[min.length];
    for (int d = 0; d < min.length; d++) {
      for (int input : trees.own(d)) {
        ownMin[d] += least[input];
        ownMax[d] += most[input];
      }
      for (int input : trees.members(d)) {
        min[d] += least[input];
        max[d] += most[input];
      }
    }
  }

  private GridRegion(GridRegion parent, int direction, double least, double most) {
    this.parent = parent;
    this.direction = direction;
    trees = parent.trees;
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
      if (trees.parent(d) != InjectionTree.NONE) {
        sumMin[trees.parent(d)] += min[d];
        sumMax[trees.parent(d)] += max[d];
      }
    }
    for (int d = min.length - 1; d >= 0; d--) {
      int whole = trees.parent(d);
      if (whole != InjectionTree.NONE) {
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
  public int[] members(int along) {
    return trees.members(along);
  }

  @Override
  public double min(int along) {
    return min[along];
  }

  @Override
  public double max(int along) {
    return max[along];
  }

  @Override
  public Region part(int along, double least, double most) {
    return new GridRegion(this, along, Math.max(min[along], least), Math.min(max[along], most));
  }

  @Override
  public double minPower(int bus) {
    return power(min, trees.activeDirection(bus));
  }

  @Override
  public double maxPower(int bus) {
    return power(max, trees.activeDirection(bus));
  }

  @Override
  public double minReactive(int bus) {
    return power(min, trees.reactiveDirection(bus));
  }

  @Override
  public double maxReactive(int bus) {
    return power(max, trees.reactiveDirection(bus));
  }

  private double power(double[] end, int along) {
    return along == InjectionTree.NONE ? 0 : trees.grid().powerOfKw(end[along]);
  }

  @Override
  public double minVoltage() {
    return voltage(min, trees.grid().voltageSquaredMin[0]);
  }

  @Override
  public double maxVoltage() {
    return voltage(max, trees.grid().voltageSquaredMax[0]);
  }

  private double voltage(double[] end, double held) {
    int along = trees.voltageDirection();
    return along == InjectionTree.NONE ? held : end[along] / GridInputs.VOLTAGE_PARTS;
  }
}
