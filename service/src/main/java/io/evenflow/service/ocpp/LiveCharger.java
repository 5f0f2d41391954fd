package io.evenflow.service.ocpp;

import io.evenflow.live.Event;
import io.evenflow.live.Here;
import io.evenflow.live.LivePlan;
import io.evenflow.live.SiteState;
import io.evenflow.ocpp.OcppException;
import io.evenflow.ocpp.OcppVersion;
import io.evenflow.ocpp.arrival.ChargingNeeds;
import io.evenflow.ocpp.arrival.TransactionEvent;
import io.evenflow.ocpp.central.ChargerEvents;
import io.evenflow.ocpp.central.OcppSession;
import io.evenflow.service.log.Log;
import io.evenflow.service.problem.Problem;
import io.evenflow.service.site.LiveSites;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A charger of a live site, connected or not: its transactions are sessions of the site, and plans
 * of the site are told to it.
 *
 * <p>Its messages wait for their plan, so what was answered is on disk. Plans are told from another
 * thread: whoever holds the site must not wait for a charger.
 */
final class LiveCharger implements ChargerEvents {
  private static final double DEADLINE_SECONDS = 2;

  private final LiveSites sites;
  private final String site;
  private final String station;
  private final InstantSource clock;
  private final Map<String, Running> transactions = new ConcurrentHashMap<>();

  /** Needs, by EVSE, whose transaction has not begun yet. */
  private final Map<Integer, ChargingNeeds> early = new ConcurrentHashMap<>();

  private volatile @Nullable Connection connection;

  LiveCharger(LiveSites sites, String site, String station, InstantSource clock) {
    this.sites = sites;
    this.site = site;
    this.station = station;
    this.clock = clock;
  }

  /** What it was told before it may have forgotten. */
  void connected(Connection now) {
    Log.info("charger is connected", "site", site, "station", station);
    Connection before = connection;
    connection = now;
    if (before != null) {
      before.close();
    }
    transactions.values().forEach(each -> each.told(null));
    Thread.ofVirtual().start(this::tell);
  }

  void disconnected(Connection ended) {
    if (connection == ended) {
      connection = null;
      Log.info("charger is no longer connected", "site", site, "station", station);
    }
  }

  @Override
  public void booted(OcppSession session, String vendor, String model) {
    Log.info("charger has started", "site", site, "station", station, "model", model);
  }

  @Override
  public void status(OcppSession session, int evse, String status) {
    if (status.equals("Available")) {
      early.remove(evse);
    }
  }

  @Override
  public void needs(OcppSession session, ChargingNeeds needs) {
    orRefused(() -> needed(session.version(), needs));
  }

  @Override
  public void transaction(OcppSession session, TransactionEvent event) {
    orRefused(() -> happened(session.version(), event));
  }

  /** What does not fit the site is no fault of the message: the charger goes on. */
  private void orRefused(Runnable hearing) {
    try {
      hearing.run();
    } catch (Problem refused) {
      refused(refused.sentence());
    } catch (OcppException refused) {
      refused(refused.sentence());
    }
  }

  private void needed(OcppVersion version, ChargingNeeds needs) {
    for (Running each : transactions.values()) {
      Integer evse = each.evse();
      if (evse != null && evse == needs.evse()) {
        Instant at = time(needs.said());
        Here here = here(each.id());
        if (here == null) {
          each.needs(needs);
          arrive(version, each, at);
        } else {
          hear(state -> CarEvents.wishes(here(state, each.id()), each, needs, at));
        }
        return;
      }
    }
    early.put(needs.evse(), needs);
  }

  private void happened(OcppVersion version, TransactionEvent event) {
    Instant at = time(event.time());
    if (event.kind() == TransactionEvent.Kind.ENDED) {
      end(event.transactionId(), at);
      return;
    }
    Running running =
        transactions.computeIfAbsent(event.transactionId(), id -> new Running(id, at));
    running.heard(event);
    Integer evse = running.evse();
    if (event.kind() == TransactionEvent.Kind.STARTED && evse != null) {
      endOthers(running.id(), evse, at);
    }
    ChargingNeeds said = evse == null ? null : early.remove(evse);
    if (said != null) {
      running.needs(said);
    }
    Here here = here(running.id());
    if (here == null) {
      arrive(version, running, at);
    } else if (event.measured().importKwh() != null && running.isDue(clock.instant())) {
      hear(state -> CarEvents.measured(here(state, running.id()), running, at));
    }
  }

  private void end(String id, Instant at) {
    transactions.remove(id);
    if (here(id) != null) {
      hear(state -> List.of(new Event.Left(at, id)));
    }
  }

  /** Whose end was lost: an EVSE has one transaction. */
  private void endOthers(String id, int evse, Instant at) {
    for (Running each : transactions.values()) {
      Integer other = each.evse();
      if (other != null && other == evse && !each.id().equals(id)) {
        end(each.id(), at);
      }
    }
  }

  /** The session of a transaction; another station may have one of the same name. */
  private @Nullable Here here(String id) {
    return here(sites.required(site).state(), id);
  }

  private @Nullable Here here(SiteState state, String id) {
    Here here = state.here().get(id);
    return here == null || !here.station().equals(station) ? null : here;
  }

  /** A clock that is ahead of the site's tells no time. */
  private Instant time(@Nullable Instant said) {
    Instant now = clock.instant();
    return said == null || said.isAfter(now) ? now : said;
  }

  /** Once both its transaction and its needs are known. */
  private void arrive(OcppVersion version, Running running, Instant at) {
    ChargingNeeds needs = running.needs();
    if (needs != null && !sites.required(site).state().hasLeft(running.id())) {
      hear(state -> List.of(CarEvents.arrived(state, station, version, running, needs, at)));
    }
  }

  private void hear(Function<SiteState, List<Event>> said) {
    sites.required(site).hear(clock.instant(), said, DEADLINE_SECONDS);
  }

  private void refused(String sentence) {
    Log.warning("a charger was not heard", "site", site, "station", station, "why", sentence);
  }

  /** Keeps what a plan has for its transactions, and tells them soon. */
  void planned(SiteState state, LivePlan plan) {
    for (Running each : transactions.values()) {
      Here here = here(state, each.id());
      double[] netKw = plan.netKw().get(each.id());
      if (here != null && netKw != null) {
        each.want(Steering.of(here, state.day().horizon(), plan.firstPeriod(), netKw));
      }
    }
    Thread.ofVirtual().start(this::tell);
  }

  private synchronized void tell() {
    Connection to = connection;
    for (Running each : transactions.values()) {
      Steering steering = each.untold();
      Integer evse = each.evse();
      if (to == null || steering == null || evse == null) {
        continue;
      }
      try {
        to.setProfile(steering.request(to.version(), evse));
        each.told(steering);
      } catch (OcppException impossible) {
        refused(impossible.sentence());
      }
    }
  }

  @Override
  public void answered(OcppSession session, String action, String status) {
    Connection now = connection;
    if (now != null) {
      now.answered();
    }
    if (!status.equals("Accepted")) {
      Log.warning(
          "a charger did not accept " + action, "site", site, "station", station, "said", status);
      // The next plan is told again, even where it is the same.
      transactions.values().forEach(each -> each.told(null));
    }
  }

  @Override
  public void failed(OcppSession session, String action, RuntimeException problem) {
    Log.error("a message of a charger failed", problem, "site", site, "station", station);
  }
}
