package io.evenflow.coordination;

import io.evenflow.mip.MixedIntegerProgram;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that decides for itself: a session, a battery, a roof. It answers prices with the best
 * it can do.
 *
 * <p>Not safe for threads; different resources may be asked by different threads.
 */
public interface Resource {
  /** Name, unique among its kind. */
  String id();

  /** The rows it can move, ascending. The resource's own array. */
  int[] rows();

  /** Least amount of its i-th row, at most 0. */
  double least(int i);

  /** Greatest amount of its i-th row, at least 0. */
  double most(int i);

  /**
   * Does the best at prices.
   *
   * @param pricePerUnit by row of the problem
   * @return a proven lower bound of its own cost and what its amounts cost, which {@link
   *     #profile()} meets up to rounding; +∞ where it has no profile at all
   */
  double answer(double[] pricePerUnit);

  /** The same where the amount of each of its rows has a convex cost. */
  double answer(ConvexCosts costs);

  /**
   * What it could not do without at least, if the price of one of its rows alone were another.
   *
   * @param shifts several of them, by row of the problem: what is added to the price
   * @param least for each of them, by its own rows: the proven lower bound of {@link
   *     #answer(double[])} at that price; −∞ where there is no shift
   */
  default void answerShifted(double[] pricePerUnit, double[][] shifts, double[][] least) {
    int[] own = rows();
    double[] price = pricePerUnit.clone();
    for (int n = 0; n < shifts.length; n++) {
      for (int i = 0; i < own.length; i++) {
        double shift = shifts[n][own[i]];
        price[own[i]] += shift;
        least[n][i] = shift == 0 ? Double.NEGATIVE_INFINITY : answer(price);
        price[own[i]] = pricePerUnit[own[i]];
      }
    }
  }

  /** Whether the amount is the same in all its rows, whatever it does. */
  default boolean isSameInAllRows() {
    return false;
  }

  /** What it would do, after its last answer. */
  Profile profile();

  /**
   * The weighted mean of some of its profiles, null where that may be none of its profiles.
   *
   * @param weights sum to 1
   */
  default @Nullable Profile blend(List<Profile> profiles, double[] weights) {
    return null;
  }

  /** The profile of doing nothing, or as little as it can; null where it must do something. */
  @Nullable Profile idle();

  /** Its profile of amounts that it can do, such as those of another answer. */
  Profile priced(double[] amounts);

  /** Own cost that it has whatever it does, such as a shortfall that nothing avoids. */
  double unavoidableCost();

  /** Whether all between two of its profiles are profiles too, at no more than between costs. */
  default boolean isConvex() {
    return false;
  }

  /** A linear picture of it, null where it has none; resources that are convex need none. */
  default @Nullable Reservoir reservoir() {
    return null;
  }

  /**
   * All it can do while it draws, feeds in and rests when a profile does, exactly; null where that
   * is not linear.
   */
  default @Nullable Reservoir heldTo(Profile profile) {
    return null;
  }

  /**
   * The profile that a solver found in such a picture, but for its tolerance; null where there is
   * none so near.
   *
   * @param found amounts by the picture's rows
   */
  default @Nullable Profile mended(Reservoir held, double[] found) {
    return null;
  }

  /** Adds all it can do to a mixed-integer program. */
  ResourceModel addTo(MixedIntegerProgram.Builder program);
}
