package io.evenflow.city.portfolio;

/**
 * What a city is drawn from.
 *
 * @param feeders number of feeders; at least 1
 * @param sessions number of sessions of all together, or of vehicles in their place; at least 0
 * @param seed of everything drawn
 * @param substations number of primary substations; at least 1, at most feeders
 * @param capacity limit of each substation's import as a part of the highest load without vehicles
 *     below it, 0 for no limit
 * @param eveningCapacity limit of each substation's import from 17:00 on, in each period a part of
 *     the load without vehicles below it in that period, 0 for no such limit; not with capacity
 * @param peakPerKw what the highest import of all costs, 0 for nothing. Unit: EUR per kW
 * @param commuters part of the sessions in whose place vehicles move between feeders
 * @param stepMinutes length of a period; 60, 30, 15 or another part of an hour
 */
public record CitySetup(
    int feeders,
    int sessions,
    long seed,
    int substations,
    double capacity,
    double eveningCapacity,
    double peakPerKw,
    double commuters,
    int stepMinutes) {
  public CitySetup {
    require(feeders >= 1, "feeders (" + feeders + ") must be at least 1");
    require(sessions >= 0, "sessions (" + sessions + ") must be at least 0");
    require(
        substations >= 1 && substations <= feeders,
        "substations (%d) must be from 1 to feeders (%d)".formatted(substations, feeders));
    require(capacity >= 0, "capacity (" + capacity + ") must be at least 0");
    require(eveningCapacity >= 0, "evening capacity (" + eveningCapacity + ") must be at least 0");
    require(
        capacity == 0 || eveningCapacity == 0,
        "capacity (%s) and evening capacity (%s) cannot both be given"
            .formatted(capacity, eveningCapacity));
    require(peakPerKw >= 0, "peak charge (" + peakPerKw + ") must be at least 0");
    require(
        commuters >= 0 && commuters <= 1,
        "commuters (" + commuters + ") must be a part from 0 to 1");
    require(
        stepMinutes >= 1 && 60 % stepMinutes == 0,
        "step (" + stepMinutes + " minutes) must be a part of an hour");
  }

  /** How many vehicles move between feeders. */
  int commuterCount() {
    return (int) Math.round(commuters * sessions);
  }

  private static void require(boolean holds, String sentence) {
    if (!holds) {
      throw new IllegalArgumentException(sentence);
    }
  }
}
