package io.evenflow.service.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenflow.live.Change;
import io.evenflow.live.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two plans in one answer are one change from the last that was published. */
class ForeseenTest {
  private static Change change(String session, int period, double from, double to, Reason reason) {
    return new Change(session, period, from, to, reason);
  }

  /**
   * <pre>
   *            published  first  second
   *   a, 0         0        5      7      0 to 7
   *   a, 1         3        6      3      none
   *   b, 0         2        0      0      2 to 0
   *   b, 1         4        4      1      4 to 1
   * </pre>
   */
  @Test
  void changesAreOfThePlanThatWasPublished() {
    List<Change> first =
        List.of(
            change("a", 0, 0, 5, Reason.ARRIVAL),
            change("a", 1, 3, 6, Reason.ARRIVAL),
            change("b", 0, 2, 0, Reason.LIMIT));
    List<Change> second =
        List.of(
            change("a", 0, 5, 7, Reason.BETTER),
            change("a", 1, 6, 3, Reason.BETTER),
            change("b", 1, 4, 1, Reason.BETTER));
    assertThat(Foreseen.changes(first, second))
        .containsExactly(
            change("a", 0, 0, 7, Reason.ARRIVAL),
            change("b", 0, 2, 0, Reason.LIMIT),
            change("b", 1, 4, 1, Reason.BETTER));
  }
}
