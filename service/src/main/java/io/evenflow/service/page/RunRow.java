package io.evenflow.service.page;

import io.evenflow.report.Figures;
import io.evenflow.run.Fair;
import io.evenflow.service.queue.Run;
import io.evenflow.service.queue.RunProgress;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A run as the page shows it: text alone.
 *
 * @param mood a style: good, bad, or busy
 * @param accepted as programs read it
 */
public record RunRow(
    String id,
    long number,
    String scenario,
    String status,
    String mood,
    boolean isFinal,
    boolean hasResult,
    boolean hasSchedule,
    String cost,
    String gap,
    String method,
    String accepted,
    String acceptedShown,
    @Nullable String sentence,
    @Nullable String maybe) {
  private static final DateTimeFormatter SHOWN =
      DateTimeFormatter.ofPattern("d MMM HH:mm:ss", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  static RunRow of(Run run) {
    String outcome = run.outcome();
    RunProgress progress = run.progress();
    return new RunRow(
        run.id(),
        run.number(),
        run.scenario(),
        outcome == null || run.status().word().equals(outcome)
            ? run.status().word()
            : run.status().word() + ", " + outcome,
        mood(run),
        run.status().isFinal(),
        outcome != null,
        outcome != null && progress.objective() != null,
        progress.objective() == null ? "–" : Figures.money(progress.objective()),
        progress.gap() == null ? "–" : Figures.percent(Math.max(0, progress.gap())),
        run.asked().fair() == Fair.MAX_MIN
            ? run.asked().method() + ", same share for all"
            : run.asked().method(),
        run.acceptedAt().toString(),
        SHOWN.format(run.acceptedAt()),
        run.why() == null ? null : run.why().sentence(),
        run.why() == null ? null : run.why().maybe());
  }

  private static String mood(Run run) {
    return switch (run.status()) {
      case QUEUED -> "waits";
      case RUNNING -> "busy";
      case DONE -> run.why() == null ? "good" : "bad";
      case FAILED -> "bad";
      case CANCELLED -> "waits";
    };
  }
}
