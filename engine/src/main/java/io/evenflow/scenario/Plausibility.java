package io.evenflow.scenario;

import java.util.List;

/**
 * Numbers that can hardly be meant as they stand, most often because they are in another unit. They
 * are no errors: who means them may go on.
 *
 * <p>Thresholds lie so that a real day never warns and a factor of 1000 does. What is real is wide:
 * a bicycle of 0.4 kWh, a ferry of 10 MWh at 10 MW, days whose prices are below 1 EUR/MWh.
 */
public final class Plausibility {
  private Plausibility() {}

  /**
   * A sentence for each kind of doubt that names object, field and value of the first, and how many
   * more there are, then a line that begins "Maybe".
   */
  public static List<String> warnings(Scenario scenario) {
    Doubts doubts = new Doubts();
    FleetDoubts.collect(scenario, doubts);
    PriceDoubts.collect(scenario, doubts);
    GridDoubts.collect(scenario, doubts);
    return doubts.warnings();
  }
}
