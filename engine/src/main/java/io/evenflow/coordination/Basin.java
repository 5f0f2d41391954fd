package io.evenflow.coordination;

import io.evenflow.mip.AffineBuilder;
import io.evenflow.mip.MixedIntegerProgram;
import java.util.List;

/**
 * Reservoirs at one place as a single one: amounts and levels are sums. Where the levels of those
 * that have not come yet, or have left, stand still, sums of bounds are bounds of sums.
 */
final class Basin {
  private final int[] rows;
  private final double[] least;
  private final double[] most;
  private final double[] filled;
  private final double[] emptied;
  private final double[] lowest;
  private final double[] highest;
  private final double[] wanted;
  private final double[] movingCost;
  private double missingCost;
  private double worth;

  /**
   * @param rows that any of them moves, in order of time
   */
  Basin(int[] rows, List<Reservoir> members) {
    this.rows = rows;
    int n = rows.length;
    least = new double[n];
    most = new double[n];
    filled = new double[n];
    emptied = new double[n];
    lowest = new double[n];
    highest = new double[n];
    wanted = new double[n];
    movingCost = new double[n];
    members.forEach(this::add);
    for (int i = 0; i < n; i++) {
      movingCost[i] = most[i] == 0 ? 0 : movingCost[i] / most[i];
      filled[i] = most[i] == 0 ? 1 : filled[i] / most[i];
      emptied[i] = least[i] == 0 ? 1 : emptied[i] / -least[i];
    }
    missingCost /= members.size();
    worth /= members.size();
  }

  private void add(Reservoir member) {
    double low = 0;
    double high = 0;
    double want = 0;
    int next = 0;
    for (int i = 0; i < rows.length; i++) {
      if (next < member.rows().length && member.rows()[next] == rows[i]) {
        least[i] += member.least()[next];
        most[i] += member.most()[next];
        filled[i] += member.most()[next] * member.filled()[next];
        movingCost[i] += member.most()[next] * member.movingCost()[next];
        emptied[i] -= member.least()[next] * member.emptied()[next];
        low = member.lowest()[next];
        high = member.highest()[next];
        want = member.wanted()[next];
        next++;
      }
      lowest[i] += low;
      highest[i] += high;
      wanted[i] += want;
    }
    missingCost += member.missingCost();
    worth += member.worth();
  }

  /**
   * Adds it to a program.
   *
   * @param sums by row of the problem: what is drawn there
   */
  void addTo(MixedIntegerProgram.Builder program, AffineBuilder[] sums) {
    int level = -1;
    int missing = -1;
    for (int i = 0; i < rows.length; i++) {
      int drawn = program.variable(0, most[i], movingCost[i]);
      int fed = least[i] < 0 ? program.variable(0, -least[i], movingCost[i]) : -1;
      boolean isLast = i == rows.length - 1;
      int after = program.variable(lowest[i], highest[i], isLast ? -worth : 0);
      AffineBuilder balance = new AffineBuilder().add(1, after).add(-filled[i], drawn);
      sums[rows[i]].add(1, drawn);
      if (fed >= 0) {
        balance.add(emptied[i], fed);
        sums[rows[i]].add(-1, fed);
      }
      if (level >= 0) {
        balance.add(-1, level);
      }
      program.equality(balance.build(), 0);
      level = after;
      if (wanted[i] > lowest[i]) {
        missing = addMissing(program, level, missing, wanted[i]);
      }
    }
  }

  /** What is missing so far never falls: it is paid once. */
  private int addMissing(MixedIntegerProgram.Builder program, int level, int before, double want) {
    double free = Double.POSITIVE_INFINITY;
    int more = program.variable(0, free, missingCost);
    int total = program.variable(0, free, 0);
    AffineBuilder sum = new AffineBuilder().add(1, total).add(-1, more);
    if (before >= 0) {
      sum.add(-1, before);
    }
    program.equality(sum.build(), 0);
    program.row(want, new AffineBuilder().add(1, level).add(1, total).build(), free);
    return total;
  }
}
