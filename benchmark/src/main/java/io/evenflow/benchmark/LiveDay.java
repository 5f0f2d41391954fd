package io.evenflow.benchmark;

import io.evenflow.fleet.Session;
import io.evenflow.grid.Network;
import io.evenflow.live.Applied;
import io.evenflow.live.Event;
import io.evenflow.live.LivePlan;
import io.evenflow.live.PastStay;
import io.evenflow.live.SiteState;
import io.evenflow.scenario.Scenario;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A site at noon on a {@link ScaleDay}: so many vehicles are plugged in, and every {@value
 * #SECONDS} s one thing happens to one of them, in turn a measurement, another target, another
 * departure, somebody who leaves and somebody who comes. Whoever came before noon leaves as on that
 * day; half of the fleet, told by its numbers, feeds in.
 */
final class LiveDay {
  private static final int NOON = 48;
  private static final int SECONDS = 20;

  /** Of the sessions of a day about so many are there at noon. */
  private static final double PART_AT_NOON = 0.2;

  private final Random random;
  private final Scenario site;
  private final List<Session> others = new ArrayList<>();
  private final Deque<Session> coming = new ArrayDeque<>();
  private SiteState state;
  private int turn;

  LiveDay(Network network, int stations, int sessions, boolean isCongested, long seed) {
    random = new Random(seed);
    int all = (int) Math.ceil(sessions / PART_AT_NOON);
    Scenario day = new ScaleDay(network, network.name(), stations, all, seed).uncongested();
    List<Session> here = new ArrayList<>();
    for (Session each : day.sessions()) {
      if (each.isPresent(NOON) && here.size() < sessions) {
        here.add(each);
      } else if (each.arrival() > NOON) {
        coming.add(each);
        others.add(each);
      }
    }
    if (here.size() < sessions) {
      throw new IllegalStateException("only " + here.size() + " sessions are there at noon");
    }
    Scenario withAll = day.withSessions(here);
    Scenario limited = isCongested ? Squeeze.of(withAll) : withAll;
    site = limited.withSessions(List.of());
    state = SiteState.of(site);
    hear(new Event.Clock(startOf(NOON)));
    here.forEach(each -> arrive(each, Math.max(each.departure(), NOON + 1)));
  }

  private Instant startOf(int period) {
    return site.horizon().startOf(period).toInstant();
  }

  SiteState state() {
    return state;
  }

  private boolean hear(Event event) {
    Applied applied = state.apply(event);
    state = applied.state();
    return applied.refusal() == null;
  }

  private void arrive(Session session, int departure) {
    hear(
        new Event.Arrived(
            state.now(),
            session.id(),
            session.station(),
            startOf(departure),
            session.batteryKwh(),
            session.arrivalEnergyKwh(),
            session.targetEnergyKwh(),
            session.charger()));
  }

  /** What a plan says is told to chargers and promised to drivers. */
  void told(LivePlan plan) {
    Map<String, Double> netKw = new HashMap<>();
    state
        .here()
        .forEach(
            (id, here) -> {
              boolean isTold = here.command() != null && here.command().period() == state.period();
              if (!isTold) {
                netKw.put(id, plan.kw(id, state.period()));
              }
            });
    state = state.promised(plan.promises()).commanded(netKw);
  }

  /** Time goes on, and one thing happens. */
  String next(LivePlan last) {
    int before = state.period();
    hear(new Event.Clock(state.now().plusSeconds(SECONDS)));
    if (state.period() > before) {
      told(last);
      List.copyOf(state.here().values()).stream()
          .filter(each -> !each.departure().isAfter(state.now()))
          .forEach(each -> replace(each.id()));
      return "period";
    }
    List<String> ids = List.copyOf(state.here().keySet());
    String id = ids.get(random.nextInt(ids.size()));
    var who = java.util.Objects.requireNonNull(state.here().get(id));
    switch (turn++ % 4) {
      case 0 -> {
        double kwh = Math.min(who.batteryKwh(), who.energyKwh() + random.nextDouble());
        hear(new Event.EnergyNow(state.now(), id, kwh));
        return "energy";
      }
      case 1 -> {
        double kwh = Math.min(who.batteryKwh(), who.targetKwh() + 2 * random.nextDouble() - 1);
        hear(new Event.TargetChanged(state.now(), id, kwh));
        return "target";
      }
      case 2 -> {
        Instant other = who.departure().plus(Duration.ofMinutes(15L * (random.nextInt(9) - 4)));
        Instant last15 = startOf(95);
        hear(new Event.DepartureChanged(state.now(), id, other.isAfter(last15) ? last15 : other));
        return "departure";
      }
      default -> {
        replace(id);
        return "arrival";
      }
    }
  }

  private void replace(String id) {
    hear(new Event.Left(state.now(), id));
    Session next = coming.poll();
    if (next != null) {
      int stay = next.departure() - next.arrival();
      arrive(next, Math.min(96, state.period() + 1 + stay));
    }
  }

  /** Earlier days of the site: on each, some of the day's other sessions come after noon. */
  List<PastStay> history(int days, int comers) {
    List<PastStay> history = new ArrayList<>();
    LocalDate today = site.horizon().startOf(0).toLocalDate();
    for (int d = 1; d <= days; d++) {
      for (int i = 0; i < comers; i++) {
        Session each = others.get(random.nextInt(others.size()));
        double minutes = 15.0 * (each.departure() - each.arrival());
        history.add(
            new PastStay(
                today.minusDays(d),
                each.station(),
                15.0 * each.arrival(),
                minutes,
                minutes,
                each.batteryKwh(),
                each.arrivalEnergyKwh(),
                each.targetEnergyKwh(),
                each.charger()));
      }
    }
    return history;
  }
}
