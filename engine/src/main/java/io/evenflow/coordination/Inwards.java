package io.evenflow.coordination;

import org.jspecify.annotations.Nullable;

/**
 * Makes plans of the points of a {@link Relaxation} whose resources are all held, so that all
 * between two points is a plan, too. Early points lie within the limits, later ones cost less but
 * miss some by a few watts, as couplings have more to say; a step from these towards an early one
 * keeps all limits and costs next to nothing, where further points would take long to say so.
 */
final class Inwards implements Relaxation.Teacher {
  /** Of the allowance, what a step back may cost. */
  private static final double STEP_SHARE = 0.3;

  private final Problem problem;
  private final Plans plans;
  private final Incumbent incumbent;
  private final Profile[] held;
  private final Relaxation relaxation;
  private final Relaxation.Teacher teacher;

  /** The latest point that keeps all limits. */
  private @Nullable Prices inner;

  private Profile[] within = new Profile[0];
  private boolean isKept;

  /**
   * @param held the plan that resources are held to
   * @param teacher who asks couplings
   */
  Inwards(
      Problem problem,
      Plans plans,
      Incumbent incumbent,
      Profile[] held,
      Relaxation relaxation,
      Relaxation.Teacher teacher) {
    this.problem = problem;
    this.plans = plans;
    this.incumbent = incumbent;
    this.held = held;
    this.relaxation = relaxation;
    this.teacher = teacher;
  }

  @Override
  public double teach(Prices prices) {
    double more = teacher.teach(prices);
    isKept = teacher.missed() <= Answer.WHOLE;
    Prices before = inner;
    if (isKept) {
      Profile[] profiles = relaxation.profiles(prices, held);
      isKept = keepsLimits(profiles);
      if (isKept) {
        inner = prices;
        within = profiles;
      }
    } else if (before != null) {
      double dearer = before.objective() - prices.objective();
      double share = STEP_SHARE * incumbent.leastAllowance() / dearer;
      isKept = keepsLimits(between(prices, share > 0 && share < 1 ? share : 1));
    }
    return more;
  }

  @Override
  public double missed() {
    return isKept ? 0 : Math.max(teacher.missed(), 2 * Answer.WHOLE);
  }

  private boolean keepsLimits(Profile[] profiles) {
    Plan plan = plans.of(profiles);
    incumbent.keep(plan);
    return plan.isWhole();
  }

  /** All do what they do within by this part, and what they do at a point by the rest. */
  private Profile[] between(Prices prices, double share) {
    Profile[] profiles = relaxation.profiles(prices, held);
    for (int r = 0; r < profiles.length; r++) {
      double[] amounts = profiles[r].amounts().clone();
      double[] other = within[r].amounts();
      for (int i = 0; i < amounts.length; i++) {
        amounts[i] += share * (other[i] - amounts[i]);
      }
      profiles[r] = problem.resources().get(r).priced(amounts);
    }
    return profiles;
  }
}
