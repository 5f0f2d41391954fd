package io.evenflow.cli;

import io.evenflow.scenario.Status;

/** How the process ends. */
final class ExitCode {
  /** A schedule was written, or what was asked for was printed. */
  static final int DONE = 0;

  /** Anything that is none of the others, violations found by a check among it. */
  static final int FAILURE = 1;

  /** A file or an option that makes no sense. */
  static final int BAD_INPUT = 2;

  /** Proven: no schedule keeps all limits. */
  static final int INFEASIBLE = 3;

  /** No schedule within the time limit, or before an interrupt. */
  static final int NO_SCHEDULE = 4;

  private ExitCode() {}

  static int of(Status status) {
    return switch (status) {
      case OPTIMAL, FEASIBLE -> DONE;
      case INFEASIBLE -> INFEASIBLE;
      case TIME_LIMIT -> NO_SCHEDULE;
      case FAILED -> FAILURE;
    };
  }
}
