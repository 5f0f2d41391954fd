package io.evenflow.study;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Time saved against the direct method by one engine, averaged over the samples both ran. */
final class TimeReduction {
  /** SCIP with the settings it is fastest with here, and as the paper used it. */
  static final String AT_ITS_BEST = "";

  static final String AS_IT_COMES = "scip-as-it-comes";

  private final Map<List<String>, Row> direct = new HashMap<>();

  TimeReduction(List<Row> rows, String engine) {
    for (Row row : rows) {
      boolean answered = row.isTrue("limit_hit") || !row.isFailure();
      boolean wanted = row.text("method").equals("direct") && row.text("engine").equals(engine);
      if (wanted && answered) {
        direct.putIfAbsent(Optima.sample(row), row);
      }
    }
  }

  /**
   * Where a direct run hit its limit it would have taken longer: then the words say "at least". A
   * run that hit its own limit says nothing of its time and is left out.
   */
  String words(Rows group) {
    double sum = 0;
    int pairs = 0;
    int limits = 0;
    for (Row row : group.rows()) {
      Row other = direct.get(Optima.sample(row));
      if (other != null && !row.isFailure() && !row.isTrue("limit_hit")) {
        sum += 1 - row.seconds() / other.seconds();
        limits += other.isTrue("limit_hit") ? 1 : 0;
        pairs++;
      }
    }
    if (pairs == 0 || group.method().equals("direct")) {
      return "–";
    }
    return (limits > 0 ? "at least " : "") + Figures.percentAtLeast(sum / pairs);
  }
}
