package io.evenflow.benchmark;

import com.sun.management.OperatingSystemMXBean;
import io.evenflow.live.Bootstrap;
import io.evenflow.live.Forecast;
import io.evenflow.live.LivePlan;
import io.evenflow.live.Planner;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Plans of a site to which one thing after another happens: wall time of a planner that knows its
 * last plan, and beside it of one that knows nothing, on the same states.
 */
final class LiveBenchmark {
  private static final long SEED = 20240409;
  private static final int DAYS_BEFORE = 28;
  private static final int COMERS = 20;

  /** What the first plan may take; it is not measured. Unit: s */
  private static final double FIRST_SECONDS = 20;

  private LiveBenchmark() {}

  /**
   * Arguments: case, stations, sessions, series, plans measured, then options {@code
   * --scenarios=S}, {@code --deadline=SECONDS}, {@code --cold=N} for a cold plan at every N-th,
   * {@code --warm=N} for plans that are not measured.
   */
  static void run(Path folder, List<String> arguments) {
    Arguments.require(arguments, "--scenarios=", "--deadline=", "--cold=", "--warm=", "--steps");
    Rows rows =
        new Rows(
            folder.resolve("live.csv"),
            "case,series,stations,sessions,scenarios,deadline,planner,plans,p50Ms,p90Ms,p99Ms,mostMs,p50CpuMs,p99CpuMs"
                + ",optimal,feasible,fallback,acFeasible,meanGap,load");
    String feederCase = arguments.get(0);
    int sessions = (int) Arguments.number("SESSIONS", arguments.get(2));
    int scenarios = (int) option(arguments, "--scenarios=", 0);
    double deadline = option(arguments, "--deadline=", Double.POSITIVE_INFINITY);
    int every = (int) option(arguments, "--cold=", 4);
    int warmUp = (int) option(arguments, "--warm=", 30);
    int plans = (int) Arguments.number("PLANS", arguments.get(4));
    LiveDay day =
        new LiveDay(
            Cases.read(feederCase),
            (int) Arguments.number("STATIONS", arguments.get(1)),
            sessions,
            arguments.get(3).equals("congested"),
            SEED + sessions);
    Forecast forecast =
        scenarios == 0
            ? Forecast.NONE
            : new Bootstrap(day.history(DAYS_BEFORE, COMERS), scenarios, SEED);
    Planner planner = new Planner();
    Times warm = new Times();
    Times cold = new Times();
    LivePlan last = planner.plan(day.state(), forecast, FIRST_SECONDS);
    System.err.printf(
        "first %.3f s %s %d sessions%n", last.seconds(), last.status(), last.netKw().size());
    day.told(last);
    for (int i = 0; i < warmUp + plans; i++) {
      String what = day.next(last);
      boolean isMeasured = i >= warmUp;
      LivePlan fresh = null;
      if (i % every == 0) {
        double limit = Math.min(deadline, FIRST_SECONDS);
        long start = cpuNanos();
        fresh = new Planner().plan(day.state(), forecast, limit);
        cold.add(fresh, cpuNanos() - start, isMeasured);
      }
      long start = cpuNanos();
      last = planner.plan(day.state(), forecast, deadline);
      warm.add(last, cpuNanos() - start, isMeasured);
      if (arguments.contains("--steps")) {
        System.err.printf(
            "%4d %-9s %5d warm %7.1f ms %s %s..%s cold %s %s..%s%n",
            i,
            what,
            day.state().here().size(),
            1000 * last.seconds(),
            last.status(),
            last.bound(),
            last.objective(),
            fresh == null ? "" : String.format("%.1f", 1000 * fresh.seconds()),
            fresh == null ? "" : fresh.bound(),
            fresh == null ? "" : fresh.objective());
      }
      day.told(last);
    }
    Object[] of = {feederCase, arguments.get(3), arguments.get(1), sessions, scenarios, deadline};
    warm.write(rows, of, "warm");
    cold.write(rows, of, "cold");
  }

  private static double option(List<String> arguments, String name, double otherwise) {
    return arguments.stream()
        .filter(each -> each.startsWith(name))
        .mapToDouble(each -> Arguments.number(name, each.substring(name.length())))
        .findFirst()
        .orElse(otherwise);
  }

  /** Of the whole process, the compiler's and the collector's part included. */
  private static long cpuNanos() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static final class Times {
    private final List<Double> ms = new ArrayList<>();
    private final List<Double> cpuMs = new ArrayList<>();
    private final int[] statuses = new int[LivePlan.Status.values().length];
    private int acFeasible;
    private double gaps;

    void add(LivePlan plan, long nanosOfCpu, boolean isMeasured) {
      if (!isMeasured) {
        return;
      }
      cpuMs.add(nanosOfCpu / 1e6);
      ms.add(1000 * plan.seconds());
      statuses[plan.status().ordinal()]++;
      acFeasible += plan.acFeasible() ? 1 : 0;
      Double objective = plan.objective();
      Double bound = plan.bound();
      gaps += objective == null || bound == null ? Double.NaN : objective - bound;
    }

    private static double quantile(List<Double> values, double part) {
      List<Double> sorted = values.stream().sorted().toList();
      return sorted.get((int) Math.min(sorted.size() - 1, Math.ceil(part * sorted.size()) - 1));
    }

    void write(Rows rows, Object[] of, String planner) {
      if (ms.isEmpty()) {
        return;
      }
      rows.add(
          of[0],
          of[1],
          of[2],
          of[3],
          of[4],
          of[5],
          planner,
          ms.size(),
          quantile(ms, 0.5),
          quantile(ms, 0.9),
          quantile(ms, 0.99),
          quantile(ms, 1),
          quantile(cpuMs, 0.5),
          quantile(cpuMs, 0.99),
          statuses[LivePlan.Status.OPTIMAL.ordinal()],
          statuses[LivePlan.Status.FEASIBLE.ordinal()],
          statuses[LivePlan.Status.FALLBACK.ordinal()],
          acFeasible,
          gaps / ms.size(),
          ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }
  }
}
