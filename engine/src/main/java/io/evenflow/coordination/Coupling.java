package io.evenflow.coordination;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What ties resources together: a cost of their rows' sums, such as that of the grid of one period.
 * Limits are elastic: missing one by a unit costs {@link #missCost}, so that there is an answer to
 * everything.
 *
 * <p>Not safe for threads; different couplings may be asked by different threads.
 */
public interface Coupling {
  /** The rows it sees, ascending. The coupling's own array. */
  int[] rows();

  /**
   * All amounts that resources can sum up to, as a region; null where the coupling is convex, so
   * that its cuts hold everywhere.
   *
   * @param least by the coupling's rows
   * @param most by the coupling's rows
   */
  @Nullable Region whole(double[] least, double[] most);

  /**
   * What amounts cost.
   *
   * @param amounts by the coupling's rows, within the region
   * @param region where the cut shall hold, null for everywhere
   */
  Answer ask(double[] amounts, @Nullable Region region);

  /**
   * Cuts that are known beside those of answers, at the present cost of missing limits: all there
   * are where the cost is the highest of a few lines; what was found on the way to an answer.
   */
  default List<Cut> cuts() {
    return List.of();
  }

  /**
   * Its cost as a function of the sum of its rows, at the present cost of missing limits, where it
   * is one; null for all others. The same object until that cost changes.
   */
  default @Nullable Curve curve() {
    return null;
  }

  /**
   * Where its cost is that of a maximum over periods, what each period alone costs above a cost, as
   * couplings of single periods: their sum shows every move what it is worth, where the maximum
   * itself hides what is only second. Empty where it is no maximum.
   */
  default List<Coupling> above(double cost) {
    return List.of();
  }

  /** From now on, missing a limit by one unit costs this. Unit: currency per unit. */
  void missCost(double perUnit);

  /** Names the coupling in messages, such as its period. */
  String name();
}
