package io.evenflow.benchmark;

import io.evenflow.grid.Feeder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The ends of a feeder that are electrically farthest from its substation. */
final class FarEnds {
  private FarEnds() {}

  /** Numbers of so many buses without children, the one behind most resistance first. */
  static List<Integer> of(Feeder feeder, int count) {
    double[] resistance = new double[feeder.busCount()];
    List<Integer> ends = new ArrayList<>();
    for (int i = 1; i < resistance.length; i++) {
      resistance[i] = resistance[feeder.parent(i)] + feeder.branch(i).resistancePu();
      if (feeder.children(i).length == 0) {
        ends.add(i);
      }
    }
    ends.sort(Comparator.comparingDouble(i -> -resistance[i]));
    return ends.stream().limit(count).map(i -> feeder.bus(i).number()).toList();
  }
}
