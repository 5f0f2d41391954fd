package io.evenflow.io;

import io.evenflow.fleet.Charger;
import io.evenflow.scenario.Scenario;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a file by the time one of its objects is read.
 *
 * @param file how errors name it
 * @param folder where its paths start from
 * @param isFirst whether it is of the first version of its format
 * @param periods of the horizon, 0 before that is known
 * @param chargers of the stations by id
 * @param scenario that a result is of, null where the file is none
 */
record Reading(
    String file,
    SourceFolder folder,
    boolean isFirst,
    int periods,
    Map<String, Charger> chargers,
    @Nullable Scenario scenario) {
  static Reading of(String file) {
    return new Reading(file, new SourceFolder(null), false, 0, Map.of(), null);
  }

  Reading in(SourceFolder other) {
    return new Reading(file, other, isFirst, periods, chargers, scenario);
  }

  Reading version(boolean first) {
    return new Reading(file, folder, first, periods, chargers, scenario);
  }

  Reading over(int count) {
    return new Reading(file, folder, isFirst, count, chargers, scenario);
  }

  Reading about(Scenario other) {
    return new Reading(file, folder, isFirst, periods, chargers, other);
  }

  Reading at(Map<String, Charger> stations) {
    return new Reading(file, folder, isFirst, periods, stations, scenario);
  }

  /**
   * What a station that an object names says of its charger.
   *
   * @throws InputException where there is no such station
   */
  Charger charger(JsonObject object, String station) {
    Charger charger = chargers.get(station);
    if (charger == null) {
      throw object.error(
          "station '" + station + "' does not exist",
          chargers.isEmpty()
              ? "Maybe the scenario's stations were left out."
              : Suggestion.of(station, chargers.keySet().stream().sorted().toArray(String[]::new)));
    }
    return charger;
  }
}
