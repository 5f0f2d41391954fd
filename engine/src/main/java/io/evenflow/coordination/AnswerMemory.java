package io.evenflow.coordination;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The last few answers of a coupling. From one round to the next most couplings are asked the same
 * again: only few amounts move, and only one region is halved.
 */
final class AnswerMemory {
  private static final int KEPT = 4;

  private final double[][] amounts = new double[KEPT][0];
  private final @Nullable Region[] regions = new @Nullable Region[KEPT];
  private final @Nullable Answer[] answers = new @Nullable Answer[KEPT];
  private int next;

  @Nullable Answer find(double[] asked, @Nullable Region region) {
    for (int i = 0; i < KEPT; i++) {
      if (answers[i] != null && regions[i] == region && Arrays.equals(amounts[i], asked)) {
        return answers[i];
      }
    }
    return null;
  }

  void keep(double[] asked, @Nullable Region region, Answer answer) {
    amounts[next] = asked;
    regions[next] = region;
    answers[next] = answer;
    next = (next + 1) % KEPT;
  }

  void forget() {
    Arrays.fill(answers, null);
  }
}
