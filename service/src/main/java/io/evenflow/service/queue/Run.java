package io.evenflow.service.queue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A run as the database has it, without its large texts.
 *
 * @param id never changes and is never given again
 * @param number order of acceptance, from 1
 * @param scenario name of the scenario
 * @param attempt how often a worker took it
 * @param cancel whether somebody asked for its end
 * @param outcome status of its result, null before there is one
 * @param why why it failed or has no schedule, null where there is nothing to say
 */
public record Run(
    String id,
    long number,
    RunStatus status,
    String scenario,
    Asked asked,
    Instant acceptedAt,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    int attempt,
    boolean cancel,
    RunProgress progress,
    @Nullable String outcome,
    @Nullable Why why) {

  /**
   * A sentence, and a line that begins "Maybe".
   *
   * @param sentence what is wrong
   * @param maybe what to try
   */
  public record Why(String sentence, String maybe) {}
}
