package io.evenflow.io.exchange;

import io.evenflow.scenario.Scenario;
import java.util.List;

/**
 * A scenario made of what other programs wrote.
 *
 * @param assumptions what was assumed and what could not be used, a sentence each
 */
public record Imported(Scenario scenario, List<String> assumptions) {
  public Imported {
    assumptions = List.copyOf(assumptions);
  }
}
