package io.evenflow.study;

import java.util.List;

/**
 * One run of a study.
 *
 * @param study name of the study
 * @param feederCase name or path of the case
 * @param sample counted from 0
 * @param seed of the sample's day
 * @param plan method and settings
 */
public record Task(String study, String feederCase, int sample, long seed, RunPlan plan) {
  /** What tells this run from every other, as the first columns of its row. */
  List<String> key() {
    String engine = plan.engine();
    return List.of(
        study,
        feederCase,
        Integer.toString(sample),
        Long.toString(seed),
        plan.method(),
        Integer.toString(plan.radius()),
        Double.toString(plan.gap()),
        Double.toString(plan.timeLimitSeconds()),
        engine == null ? "" : engine);
  }
}
