package io.evenflow.city.portfolio;

import java.io.Serializable;

/**
 * A row of a portfolio's table of feeders: a feeder below a substation, and where its day comes
 * from, which is a scenario file or a draw.
 *
 * @param index place in the table, from 0
 * @param id unique in the portfolio
 * @param substation id of the primary substation above it
 * @param scenario path of a scenario file, relative to the portfolio's folder; empty for a draw
 * @param feederCase built-in case of a draw
 * @param loadScale factor on the case's loads at their highest, of a draw
 * @param stations number of stations, of a draw
 * @param sessions number of sessions, of a draw
 * @param seed of a draw
 */
public record PlacedFeeder(
    int index,
    String id,
    String substation,
    String scenario,
    String feederCase,
    double loadScale,
    int stations,
    int sessions,
    long seed)
    implements Serializable {
  /** Whether its day is drawn. */
  public boolean isDrawn() {
    return scenario.isEmpty();
  }
}
