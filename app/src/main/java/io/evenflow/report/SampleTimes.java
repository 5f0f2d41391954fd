package io.evenflow.report;

import io.evenflow.study.Row;
import io.evenflow.study.Rows;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Figure 2 of the paper: the time of every sample of a case by every method, samples in the order
 * of what the direct method took; those it did not run come last.
 *
 * @param name the case without folders
 * @param seeds of the samples from the left
 * @param methods in the order of the study
 */
record SampleTimes(String name, List<String> seeds, List<MethodTimes> methods) {
  private static final double LEAST_SECONDS = 1e-3;

  /**
   * The runs of a method.
   *
   * @param name of the method and what tells its settings apart
   * @param method its name alone
   */
  record MethodTimes(String name, String method, List<Point> runs) {}

  /**
   * A run.
   *
   * @param place of its sample, from 0
   * @param seconds wall time. Unit: s
   * @param limitHit whether the time limit ended it: it would have taken longer
   * @param failed whether there is no schedule
   */
  record Point(int place, double seconds, boolean limitHit, boolean failed) {}

  /** Of every case of a study. */
  static List<SampleTimes> of(List<Row> rows) {
    Map<String, List<Rows>> byCase = new LinkedHashMap<>();
    for (Rows group : Rows.groups(rows)) {
      byCase.computeIfAbsent(group.feederCase(), absent -> new ArrayList<>()).add(group);
    }
    return byCase.values().stream().map(SampleTimes::ofCase).toList();
  }

  private static SampleTimes ofCase(List<Rows> groups) {
    List<String> seeds = seeds(groups);
    Map<String, Integer> places = new HashMap<>();
    seeds.forEach(seed -> places.put(seed, places.size()));
    List<MethodTimes> methods = new ArrayList<>();
    for (Rows group : groups) {
      List<Point> runs =
          group.rows().stream()
              .map(row -> point(row, places.getOrDefault(row.text("seed"), 0)))
              .sorted(Comparator.comparingInt(Point::place))
              .toList();
      methods.add(new MethodTimes(group.name(), group.method(), runs));
    }
    return new SampleTimes(groups.getFirst().shortCase(), seeds, methods);
  }

  private static List<String> seeds(List<Rows> groups) {
    Map<String, Double> direct = new TreeMap<>(Comparator.comparingLong(Long::parseLong));
    for (Rows group : groups) {
      for (Row row : group.rows()) {
        boolean counts = group.method().equals("direct");
        double seconds = counts ? row.seconds() : Double.POSITIVE_INFINITY;
        direct.merge(row.text("seed"), seconds, Math::min);
      }
    }
    return direct.entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .toList();
  }

  private static Point point(Row row, int place) {
    boolean limitHit = row.isTrue("limit_hit");
    return new Point(place, Math.max(LEAST_SECONDS, row.seconds()), limitHit, row.isFailure());
  }
}
