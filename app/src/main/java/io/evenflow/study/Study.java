package io.evenflow.study;

import java.util.ArrayList;
import java.util.List;

/**
 * A grid of runs: every plan on its samples of every case.
 *
 * @param name what its rows are filed under
 * @param cases built-in names or paths of MATPOWER files
 * @param samples days of each case
 * @param seed of the first sample; each further one has the next
 * @param plans methods with settings
 */
public record Study(String name, List<String> cases, int samples, long seed, List<RunPlan> plans) {
  public Study {
    cases = List.copyOf(cases);
    plans = List.copyOf(plans);
    if (samples < 1) {
      throw new IllegalArgumentException("samples (" + samples + ") must be at least 1");
    }
    if (cases.isEmpty() || plans.isEmpty()) {
      throw new IllegalArgumentException("a study needs at least one case and one run");
    }
  }

  /** All runs in the order of results, sample by sample so that early rows can be compared. */
  public List<Task> tasks() {
    List<Task> tasks = new ArrayList<>();
    for (String feederCase : cases) {
      for (int sample = 0; sample < samples; sample++) {
        for (RunPlan plan : plans) {
          if (sample < plan.samples()) {
            tasks.add(new Task(name, feederCase, sample, seed + sample, plan));
          }
        }
      }
    }
    return tasks;
  }
}
