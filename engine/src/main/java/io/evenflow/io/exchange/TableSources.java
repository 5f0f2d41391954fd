package io.evenflow.io.exchange;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tables to make a scenario of; each but the feeder may be missing.
 *
 * @param feeder where the stations are
 * @param sessions table of sessions
 * @param sessionOptions how it is to be read
 * @param prices file of prices and how it is to be read
 * @param pricePerMwh price in all periods where there is no file. Unit: currency per MWh
 * @param loads table of loads
 * @param solar table of PV
 * @param stations table of stations
 * @param buses where stations are that no table says it of; empty for the case's loaded buses
 * @param power what chargers can do of which nothing else is known
 * @param day which days are planned
 * @param currency of all prices
 * @param substationCostPerMwh replaces the case's cost, null to keep it. Unit: currency per MWh
 */
public record TableSources(
    FeederSource feeder,
    @Nullable TableText sessions,
    SessionOptions sessionOptions,
    @Nullable PriceOptions prices,
    @Nullable Double pricePerMwh,
    @Nullable ProfileOptions loads,
    @Nullable ProfileOptions solar,
    @Nullable TableText stations,
    List<Integer> buses,
    ChargerPower power,
    ImportedDay day,
    String currency,
    @Nullable Double substationCostPerMwh) {
  public TableSources {
    buses = List.copyOf(buses);
  }
}
