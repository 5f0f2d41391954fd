package io.evenflow.live;

import io.evenflow.fleet.Session;
import java.time.Instant;
import java.util.List;

/** What may still come: who is not here yet, and when those who are here really leave. */
public interface Forecast {
  /** Nobody comes, and everybody leaves when it said. */
  Forecast NONE =
      new Forecast() {
        @Override
        public List<List<Session>> newcomers(SiteState state, Rest rest) {
          return List.of();
        }

        @Override
        public List<Instant> departures(Here here, Instant now) {
          return List.of();
        }
      };

  /**
   * Scenarios of equal weight, each the sessions that come after the period that runs; none where
   * nothing is foreseen.
   *
   * @param rest whose periods and stations they have
   */
  List<List<Session>> newcomers(SiteState state, Rest rest);

  /** Equally likely departures of a vehicle, besides the one it said; the same for equal states. */
  List<Instant> departures(Here here, Instant now);
}
