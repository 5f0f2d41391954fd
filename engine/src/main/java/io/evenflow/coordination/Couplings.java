package io.evenflow.coordination;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * All couplings, answering to amounts on all cores; and what missing a limit costs: a little more
 * than what limits are worth on most days at first, so that answers stay mild, and more where that
 * does not keep them.
 */
final class Couplings {
  private static final double GROWTH = 6;

  private final List<Coupling> all;
  private final int[] every;
  private final AnswerMemory[] memory;
  private final double mostMissCost;
  private double missCost;

  /**
   * @param missCost what missing a limit by one unit costs at first. Unit: currency per unit
   * @param mostMissCost above every marginal value, so that more makes no difference
   */
  Couplings(Problem problem, double missCost, double mostMissCost) {
    all = problem.couplings();
    every = IntStream.range(0, all.size()).toArray();
    memory = new AnswerMemory[all.size()];
    Arrays.setAll(memory, c -> new AnswerMemory());
    this.missCost = Math.min(missCost, mostMissCost);
    this.mostMissCost = mostMissCost;
    all.forEach(coupling -> coupling.missCost(this.missCost));
  }

  /** What it costs to miss a limit by one unit. Unit: currency per unit. */
  double missCost() {
    return missCost;
  }

  /**
   * Raises the cost of missing limits; false where it is above every marginal value already. Cuts
   * found before stay true, as missing limits costs no less.
   */
  boolean raiseMissCost() {
    if (missCost >= mostMissCost) {
      return false;
    }
    setMissCost(Math.min(mostMissCost, GROWTH * missCost));
    return true;
  }

  /** Does something while missing limits costs as much as it ever will. */
  <T> T whereMissesCostMost(Supplier<T> action) {
    double before = missCost;
    setMissCost(mostMissCost);
    try {
      return action.get();
    } finally {
      setMissCost(before);
    }
  }

  private void setMissCost(double perUnit) {
    missCost = perUnit;
    all.forEach(coupling -> coupling.missCost(perUnit));
    Arrays.stream(memory).forEach(AnswerMemory::forget);
  }

  int[] every() {
    return every;
  }

  /** Answers of some couplings to amounts by row. */
  Answer[] ask(int[] which, double[] amounts, @Nullable Region[] regions) {
    Answer[] answers = new Answer[which.length];
    Parallel.forEach(
        which.length,
        i -> {
          int c = which[i];
          answers[i] = ask(c, Problem.gather(all.get(c), amounts), regions[c]);
        });
    return answers;
  }

  private Answer ask(int c, double[] own, @Nullable Region region) {
    Answer known = memory[c].find(own, region);
    if (known != null) {
      return known;
    }
    Answer answer = all.get(c).ask(own, region);
    memory[c].keep(own, region, answer);
    return answer;
  }

  /** Asks all what a plan costs. */
  Answer[] ask(Plan plan, @Nullable Region[] regions) {
    Answer[] answers = ask(every, plan.amounts(), regions);
    Arrays.stream(every).forEach(c -> plan.set(c, answers[c]));
    return answers;
  }
}
