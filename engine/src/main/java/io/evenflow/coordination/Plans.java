package io.evenflow.coordination;

import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Makes plans and costs them by what couplings say now; what that teaches of them is kept. */
final class Plans {
  /** What {@link #filled} takes for each resource, on a slow machine. Unit: s */
  private static final double FILLING_SECONDS = 5e-4;

  private final Problem problem;
  private final Respondents respondents;
  private final Couplings couplings;
  private final Cuts cuts;
  private final Node root;

  Plans(Problem problem, Respondents respondents, Couplings couplings, Cuts cuts, Node root) {
    this.problem = problem;
    this.respondents = respondents;
    this.couplings = couplings;
    this.cuts = cuts;
    this.root = root;
  }

  /** The plan of a profile for each resource. */
  Plan of(Profile[] profiles) {
    Plan plan = new Plan(problem, profiles);
    Answer[] answers = couplings.ask(plan, root.regions());
    for (int c = 0; c < answers.length; c++) {
      cuts.add(c, answers[c].cut(), plan.amounts());
    }
    return plan;
  }

  /** The plan of nobody doing anything, null where somebody must. */
  @Nullable Plan idle() {
    Profile[] idle = new Profile[respondents.size()];
    for (int r = 0; r < idle.length; r++) {
      Profile nothing = problem.resources().get(r).idle();
      if (nothing == null) {
        return null;
      }
      idle[r] = nothing;
    }
    return of(idle);
  }

  /**
   * From nobody doing anything to as much as limits hold, without a look at what others would pay;
   * null where somebody must do something. A plan that misses limits where doing nothing does.
   */
  @Nullable Plan filled(BooleanSupplier stop) {
    Plans own = new Plans(problem, respondents, couplings, new Cuts(problem), root);
    return couplings.whereMissesCostMost(() -> own.fill(stop));
  }

  /** What that takes. Unit: s */
  double fillingSeconds() {
    return FILLING_SECONDS * respondents.size();
  }

  private @Nullable Plan fill(BooleanSupplier stop) {
    cuts.addKnown(problem.couplings());
    Plan plan = idle();
    return plan == null || !plan.isWhole() ? plan : responses(stop).fill(plan);
  }

  BestResponses responses(BooleanSupplier stop) {
    return new BestResponses(problem, respondents, couplings, cuts, root, stop);
  }
}
