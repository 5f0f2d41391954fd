package io.evenflow.mip;

/** An engine for {@link MixedIntegerProgram}s. All engines pass one contract test. */
public interface MixedIntegerSolver {
  /** Name as the command line has it, such as {@code scip}. */
  String name();

  MixedIntegerResult solve(MixedIntegerProgram program, MixedIntegerOptions options);
}
