package io.evenflow.replay;

import io.evenflow.fleet.Solar;
import io.evenflow.live.Event;
import io.evenflow.scenario.Scenario;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a site knows of its sun: at the start of each period what its plants give in it; of what is
 * to come that the day before was like that.
 *
 * @param thoughtKw by plant, for all periods. Unit: kW
 */
public record SolarNews(Map<String, double[]> thoughtKw) {
  public SolarNews {
    thoughtKw = Map.copyOf(thoughtKw);
  }

  /**
   * The news of a day.
   *
   * @param before plants of the day before, by whose clock the day goes on; a plant that was not
   *     there gives what it will give
   */
  static SolarNews of(Scenario realised, List<Solar> before) {
    Map<String, double[]> thought = new HashMap<>();
    for (Solar plant : realised.solar()) {
      double[] kw = plant.availableKw().toArray();
      before.stream()
          .filter(each -> each.id().equals(plant.id()))
          .forEach(each -> repeat(each.availableKw().toArray(), kw));
      thought.put(plant.id(), kw);
    }
    return new SolarNews(thought);
  }

  private static void repeat(double[] day, double[] all) {
    for (int t = 0; t < all.length; t++) {
      all[t] = day[t % day.length];
    }
  }

  /** What is said before the day begins. */
  List<Event.SolarExpected> atFirst(Instant at) {
    return thoughtKw.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(each -> new Event.SolarExpected(at, each.getKey(), 0, each.getValue()))
        .toList();
  }

  /** What is seen at the start of a period. */
  static List<Event.SolarExpected> seen(Scenario realised, int period, Instant at) {
    return realised.solar().stream()
        .map(
            plant ->
                new Event.SolarExpected(
                    at, plant.id(), period, new double[] {plant.availableKw().at(period)}))
        .toList();
  }
}
