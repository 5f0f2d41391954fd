package io.evenflow.city.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * All that feeders answered, in rounds and to each other. It is kept as if commuters drew what they
 * drew in the rounds, and told as it is with what they draw now.
 */
final class FeederAnswers {
  private final List<List<FeederAnswer>> answers = new ArrayList<>();

  /** Feeders that take part. */
  private final List<Integer> active = new ArrayList<>();

  /** By feeder with what commuters draw now; empty for those that take no part. Unit: kW. */
  private final double[][] least;

  private final double[][] most;

  /** By feeder what commuters add to its import now; empty for nothing. Unit: kW. */
  private double[][] shifts;

  /**
   * @param feeders how many there are
   */
  FeederAnswers(int feeders) {
    least = new double[feeders][0];
    most = new double[feeders][0];
    shifts = new double[feeders][0];
    for (int f = 0; f < feeders; f++) {
      answers.add(new ArrayList<>());
    }
  }

  /** Lets a feeder take part. */
  void begin(int feeder, double[] importKw) {
    active.add(feeder);
    least[feeder] = importKw.clone();
    most[feeder] = importKw.clone();
  }

  /** Adds what a feeder answered in a round. */
  void add(int feeder, FeederAnswer answer) {
    answers.get(feeder).add(answer);
    widen(feeder, answer.profile().amounts());
  }

  /**
   * Adds what a feeder answered with what commuters draw now, if it is another answer.
   *
   * @param answer as it was in the rounds but for its imports and limits, which are those of now
   */
  void addOfNow(int feeder, FeederAnswer answer) {
    double[] back = Arrays.stream(shifts[feeder]).map(kw -> -kw).toArray();
    FeederAnswer own = back.length == 0 ? answer : answer.movedBy(back);
    if (answers.get(feeder).stream()
        .noneMatch(old -> ColumnChoice.areAlike(old.profile(), own.profile()))) {
      answers.get(feeder).add(own);
    }
    widen(feeder, answer.profile().amounts());
  }

  private void widen(int feeder, double[] importKw) {
    for (int t = 0; t < importKw.length; t++) {
      least[feeder][t] = Math.min(least[feeder][t], importKw[t]);
      most[feeder][t] = Math.max(most[feeder][t], importKw[t]);
    }
  }

  /**
   * Commuters draw something else.
   *
   * @param next by feeder what they add to its import; empty for nothing. Unit: kW
   */
  void shift(double[][] next) {
    for (int f : active) {
      least[f] = sum(unshifted(f, least[f]), next[f]);
      most[f] = sum(unshifted(f, most[f]), next[f]);
    }
    shifts = next;
  }

  /** Imports of a feeder as they would be in the rounds. Unit: kW. */
  double[] unshifted(int feeder, double[] importKw) {
    return sum(importKw, Arrays.stream(shifts[feeder]).map(kw -> -kw).toArray());
  }

  /** Imports of a feeder in the rounds as they are with what commuters draw now. Unit: kW. */
  double[] shifted(int feeder, double[] importKw) {
    return sum(importKw, shifts[feeder]);
  }

  private static double[] sum(double[] kw, double[] more) {
    double[] sum = kw.clone();
    for (int t = 0; t < sum.length && more.length > 0; t++) {
      sum[t] += more[t];
    }
    return sum;
  }

  /** An answer with what commuters draw now. */
  FeederAnswer moved(int feeder, FeederAnswer answer) {
    return shifts[feeder].length == 0 ? answer : answer.movedBy(shifts[feeder]);
  }

  /** All a feeder answered, none where it takes no part. */
  List<FeederAnswer> of(int feeder) {
    return answers.get(feeder).stream().map(answer -> moved(feeder, answer)).toList();
  }

  /** Of each feeder all it answered, as it was in the rounds; the object's own. */
  List<List<FeederAnswer>> ofRounds() {
    return answers;
  }

  /** How many there are of all feeders. */
  int count() {
    return answers.stream().mapToInt(List::size).sum();
  }

  /** Feeders that take part; the object's own. */
  List<Integer> active() {
    return active;
  }

  /** By feeder the least imports of all its answers; the object's own. Unit: kW. */
  double[][] least() {
    return least;
  }

  /** By feeder the greatest imports of all its answers; the object's own. Unit: kW. */
  double[][] most() {
    return most;
  }
}
