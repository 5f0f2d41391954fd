package io.evenflow.io.exchange;

import io.evenflow.scenario.Scenario;
import java.util.List;

/**
 * A scenario made of what other programs wrote.
 *
 * @param scenario which has the assumptions, too
 * @param assumptions what was assumed and what could not be used, a sentence each
 */
public record Imported(Scenario scenario, List<String> assumptions) {
  public Imported {
    assumptions = List.copyOf(assumptions);
  }

  static Imported of(Scenario scenario, Notes notes) {
    List<String> assumptions = notes.sentences();
    return new Imported(scenario.withAssumptions(assumptions), assumptions);
  }
}
