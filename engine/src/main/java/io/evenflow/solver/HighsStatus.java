package io.evenflow.solver;

/** How a run of HiGHS ended; numbers as in the C interface of HiGHS 1.12. */
public enum HighsStatus {
  OPTIMAL,
  INFEASIBLE,
  UNBOUNDED,
  /** Presolve saw that there is no optimum, not why. */
  INFEASIBLE_OR_UNBOUNDED,
  TIME_LIMIT,
  INTERRUPTED,
  /** Iterations, solutions, an objective bound or target. */
  OTHER_LIMIT,
  FAILED;

  static HighsStatus of(int code) {
    return switch (code) {
      case 6, 7 -> OPTIMAL; // 6: a model without columns
      case 8 -> INFEASIBLE;
      case 9 -> INFEASIBLE_OR_UNBOUNDED;
      case 10 -> UNBOUNDED;
      case 11, 12, 14, 16 -> OTHER_LIMIT;
      case 13 -> TIME_LIMIT;
      case 17 -> INTERRUPTED;
      default -> FAILED;
    };
  }
}
