package io.evenflow.service.ocpp;

import io.evenflow.live.LivePlan;
import io.evenflow.live.SiteState;
import io.evenflow.ocpp.OcppVersion;
import io.evenflow.ocpp.arrival.Supply;
import io.evenflow.ocpp.central.OcppSession;
import io.evenflow.ocpp.central.TransactionNumbers;
import io.evenflow.service.log.Log;
import io.evenflow.service.site.LiveSites;
import io.evenflow.service.site.PlanListener;
import io.javalin.websocket.WsContext;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The chargers that have connected since the start, by site and station. */
final class Chargers implements PlanListener {
  /** What most EVSEs for AC have; messages do not say it. */
  private static final Supply SUPPLY = new Supply(3, 230);

  /** Of numbers with up to nine digits, so that no earlier process gave the same. */
  private static final long NUMBERS = 900_000_000;

  private record Place(String site, String station) {}

  private final LiveSites sites;
  private final InstantSource clock;
  private final TransactionNumbers transactions;
  private final Map<Place, LiveCharger> chargers = new ConcurrentHashMap<>();

  Chargers(LiveSites sites, InstantSource clock) {
    this.sites = sites;
    this.clock = clock;
    transactions = new TransactionNumbers((int) (clock.instant().getEpochSecond() % NUMBERS));
  }

  /** A charger has connected, perhaps again. */
  Connection connect(String site, String station, OcppVersion version, WsContext socket) {
    LiveCharger charger =
        chargers.computeIfAbsent(
            new Place(site, station), place -> new LiveCharger(sites, site, station, clock));
    OcppSession session = new OcppSession(station, version, SUPPLY, transactions, charger, clock);
    Connection connection = new Connection(session, socket, charger);
    charger.connected(connection);
    return connection;
  }

  @Override
  public void planned(String site, SiteState state, LivePlan plan) {
    try {
      chargers.forEach(
          (place, charger) -> {
            if (place.site().equals(site)) {
              charger.planned(state, plan);
            }
          });
    } catch (RuntimeException fault) {
      // The plan is on disk and holds, whether or not chargers hear of it.
      Log.error("a plan could not be told to chargers", fault, "site", site);
    }
  }
}
