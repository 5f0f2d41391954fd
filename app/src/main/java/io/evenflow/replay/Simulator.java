package io.evenflow.replay;

import io.evenflow.check.TrueImport;
import io.evenflow.check.Verifier;
import io.evenflow.fleet.PowerRange;
import io.evenflow.fleet.Session;
import io.evenflow.live.Applied;
import io.evenflow.live.Event;
import io.evenflow.live.LivePlan;
import io.evenflow.live.Promise;
import io.evenflow.live.Schedules;
import io.evenflow.live.SiteState;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Verification;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A day in closed loop: at the start of each period the site hears who left, who came and what each
 * battery holds, a policy decides, and vehicles do of that what they can. The grid is the AC power
 * flow of the check, which costs the day in the end.
 *
 * <p>A vehicle takes no more than its battery holds; a charger that then draws less than told says
 * so. Stays and energies are those that came, whatever was said.
 */
public final class Simulator {
  /** A battery that is this full is full. Unit: kWh. */
  private static final double FULL_KWH = 1e-6;

  private final ReplayDay day;
  private final Scenario realised;
  private final Policy policy;
  private final Dispatch dispatch;
  private final double[] energy;
  private final Assets assets;
  private final Map<String, Promise> promises = new HashMap<>();
  private final List<Double> seconds = new ArrayList<>();
  private final List<@Nullable LivePlan> plans = new ArrayList<>();
  private final List<String> refusals = new ArrayList<>();
  private final Deque<Event.PricesPublished> news;
  private SiteState state;

  private Simulator(ReplayDay day, Policy policy) {
    this.day = day;
    this.policy = policy;
    realised = day.realised();
    dispatch = Schedules.idle(realised);
    energy = realised.sessions().stream().mapToDouble(Session::arrivalEnergyKwh).toArray();
    assets = new Assets(realised, dispatch.assets());
    Scenario site = realised.withSessions(List.of());
    news = new ArrayDeque<>(day.news().published());
    state = SiteState.of(site);
    hear(new Event.PricesPublished(state.now(), 0, day.news().atFirst().toArray()));
    day.sun().atFirst(state.now()).forEach(this::hear);
  }

  /** Replays a day. */
  public static Outcome run(ReplayDay day, Policy policy) {
    Simulator simulator = new Simulator(day, policy);
    for (int t = 0; t < simulator.realised.periods(); t++) {
      simulator.period(t);
    }
    return simulator.outcome();
  }

  private void hear(Event event) {
    Applied applied = state.apply(event);
    state = applied.state();
    if (applied.refusal() != null) {
      refusals.add(applied.refusal());
    }
  }

  private void period(int t) {
    Instant at = realised.horizon().startOf(t).toInstant();
    hear(new Event.Clock(at));
    while (!news.isEmpty() && !news.getFirst().at().isAfter(at)) {
      hear(news.removeFirst());
    }
    SolarNews.seen(realised, t, at).forEach(this::hear);
    assets.arrive(t);
    if (t > 0) {
      assets.measured(t, at).forEach(this::hear);
    }
    for (int s = 0; s < energy.length; s++) {
      Session session = realised.sessions().get(s);
      if (session.departure() == t) {
        hear(new Event.Left(at, session.id()));
      } else if (session.arrival() == t) {
        arrive(s, session, at);
      } else if (session.isPresent(t)) {
        hear(new Event.EnergyNow(at, session.id(), energy[s]));
        if (energy[s] >= session.batteryKwh() - FULL_KWH) {
          hear(new Event.DrawsLess(at, session.id(), 0));
        }
      }
    }
    long start = System.nanoTime();
    Decision decision = policy.decide(state);
    seconds.add((System.nanoTime() - start) / 1e9);
    plans.add(decision.plan());
    promises.putAll(decision.promises());
    state = state.promised(decision.promises()).commanded(decision.netKw());
    assets.move(t, decision.netKw());
    for (int s = 0; s < energy.length; s++) {
      if (realised.sessions().get(s).isPresent(t)) {
        move(s, t, decision.netKw().getOrDefault(realised.sessions().get(s).id(), 0.0));
      }
    }
  }

  private void arrive(int s, Session session, Instant at) {
    ReplayDay.Said said = day.said().get(s);
    hear(
        new Event.Arrived(
            at,
            session.id(),
            session.station(),
            said.departure(),
            said.batteryKwh(),
            session.arrivalEnergyKwh(),
            said.targetKwh(),
            session.charger()));
  }

  /** A vehicle does of what it is told what battery and charger let it. */
  private void move(int s, int t, double toldKw) {
    Session session = realised.sessions().get(s);
    double hours = realised.horizon().hours(t);
    double kw = toldKw;
    if (kw > 0) {
      PowerRange range = session.charger().charge();
      double room = session.batteryKwh() - energy[s];
      double fits = room / (session.charger().chargeEfficiency() * hours);
      kw = Math.min(Math.min(kw, range.maxKw()), fits);
      kw = kw < range.minKw() ? 0 : kw;
    } else if (kw < 0) {
      PowerRange range = session.charger().discharge();
      double most = range == null ? 0 : range.maxKw();
      double holds = energy[s] * session.charger().dischargeEfficiency() / hours;
      double fed = Math.min(Math.min(-kw, most), holds);
      kw = range == null || fed < range.minKw() ? 0 : -fed;
    }
    dispatch.chargeKw()[s][t] = Math.max(0, kw);
    dispatch.dischargeKw()[s][t] = Math.max(0, -kw);
    double after = session.energyAfter(energy[s], Math.max(0, kw), Math.max(0, -kw), hours);
    energy[s] = Math.clamp(after, 0, session.batteryKwh());
  }

  private Outcome outcome() {
    TrueImport.setIn(realised, dispatch);
    Verification check = Verifier.verify(realised, dispatch);
    return new Outcome(
        dispatch,
        check,
        new PromiseBook(realised, promises, energy),
        List.copyOf(seconds),
        plans,
        refusals);
  }
}
