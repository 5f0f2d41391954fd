package io.evenflow.cli;

import io.evenflow.scenario.Status;

/** How the process ends. */
public final class ExitCode {
  /** A schedule was written, or what was asked for was printed. */
  public static final int DONE = 0;

  /** Anything that is none of the others, violations found by a check among it. */
  public static final int FAILURE = 1;

  /** A file or an option that makes no sense. */
  public static final int BAD_INPUT = 2;

  /** Proven: no schedule keeps all limits. */
  public static final int INFEASIBLE = 3;

  /** No schedule within the time limit, or before an interrupt. */
  public static final int NO_SCHEDULE = 4;

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
