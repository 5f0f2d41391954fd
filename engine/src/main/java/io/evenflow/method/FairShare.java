package io.evenflow.method;

import io.evenflow.check.Verifier;
import io.evenflow.fleet.Session;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The greatest share that all can have of what they want, each kWh of it without fail:
 *
 * <pre>
 * max s,  E(departure of i) ≥ from_i + s·(to_i − from_i) for all i,  on the AC grid
 * </pre>
 *
 * Bisection: whether a share can be had is the day without prices at hard energies on departure.
 * {@link LeastMisses} proves that it cannot, a schedule that passes the check that it can. Where it
 * does neither in time, shares below and above are looked at, so that what is left open is named.
 */
final class FairShare {
  /** Shares that differ by no more are the same. */
  static final double SAME = 1e-3;

  /** How long whether a share can be had is looked at, at most. Unit: s */
  private static final double PROBE_SECONDS = 10;

  private static final String STAGE = "the same share for all";

  private final Scenario scenario;
  private final List<ShareClaim> claims;
  private final double seconds;
  private final Run run;
  private final long start = System.nanoTime();

  /** Greatest share found to be had, and least found to be denied. */
  private double had = Double.NEGATIVE_INFINITY;

  private double denied = 1;

  /** Between these are shares that were looked at to no end. */
  private double openLow = Double.POSITIVE_INFINITY;

  private double openHigh = Double.NEGATIVE_INFINITY;
  private @Nullable Dispatch schedule;
  private boolean isKnown;
  private int probes;

  /**
   * A share and a schedule that gives it.
   *
   * @param day with the share as energies on departure without fail
   * @param share that the day's sessions have
   * @param bound no schedule gives more to all; at most 1
   * @param dispatch a schedule that gives it
   * @param isKnown whether that is the schedule that was known before
   */
  record Found(Scenario day, double share, double bound, Dispatch dispatch, boolean isKnown) {}

  /**
   * @param claims of the sessions, in their order
   * @param run that hears of each share that was looked at and may be stopped
   * @param seconds in which to find it, +∞ for no limit
   */
  FairShare(Scenario scenario, List<ShareClaim> claims, Run run, double seconds) {
    this.scenario = scenario;
    this.claims = claims;
    this.run = run;
    this.seconds = seconds;
  }

  /**
   * Searches.
   *
   * @param known a schedule that keeps all limits, null for none
   * @return null where not even share 0 was found to keep them
   */
  @Nullable Found find(@Nullable Dispatch known) {
    if (known != null && shareOf(known) >= 0 && hasLeast(known)) {
      had = shareOf(known);
      schedule = known;
      isKnown = true;
    }
    if (1 - had > SAME) {
      probe(1);
    }
    if (had < 0) {
      probe(0);
    }
    double next = had >= 0 ? next() : Double.NaN;
    while (!Double.isNaN(next) && secondsLeft() > 0 && !run.stopRequested()) {
      probe(next);
      next = next();
    }
    Dispatch found = schedule;
    return had < 0 || found == null
        ? null
        : new Found(at(had), had, Math.max(had, denied), found, isKnown);
  }

  /** The share to look at next, first below what is not known, then above; NaN for none. */
  private double next() {
    boolean isOpen = openLow <= openHigh;
    double low = isOpen ? openLow : denied;
    if (low - had > SAME) {
      return (had + low) / 2;
    }
    return isOpen && denied - openHigh > SAME ? (openHigh + denied) / 2 : Double.NaN;
  }

  private double secondsLeft() {
    return seconds - (System.nanoTime() - start) / 1e9;
  }

  private boolean hasLeast(Dispatch dispatch) {
    for (int s = 0; s < claims.size(); s++) {
      double[] energy = dispatch.energyKwh(s, scenario.sessions().get(s), scenario.horizon());
      if (energy[energy.length - 1] < claims.get(s).leastKwh() - 1e-6) {
        return false;
      }
    }
    return true;
  }

  private Scenario at(double share) {
    List<Session> sessions = new ArrayList<>();
    for (int s = 0; s < claims.size(); s++) {
      Session session = scenario.sessions().get(s);
      double kwh = Math.clamp(claims.get(s).kwhAt(share), 0, session.batteryKwh());
      sessions.add(session.withDetails(session.details().withMinDepartureEnergy(kwh)));
    }
    return scenario.withSessions(sessions);
  }

  private void probe(double share) {
    Scenario day = at(share);
    double left = Math.min(PROBE_SECONDS, secondsLeft());
    LeastMisses misses = LeastMisses.proofOf(day, left, run::stopRequested);
    ScheduledDispatch found = misses.areNone(day) ? misses.schedule(day) : null;
    if (misses.areProven(day)) {
      denied = share;
    } else if (found != null && Verifier.verify(day, found.dispatch()).acFeasible()) {
      had = Math.max(share, shareOf(found.dispatch()));
      schedule = found.dispatch();
      isKnown = false;
    } else {
      openLow = Math.min(openLow, share);
      openHigh = Math.max(openHigh, share);
    }
    if (openHigh <= had || openLow >= denied) {
      openLow = Double.POSITIVE_INFINITY;
      openHigh = Double.NEGATIVE_INFINITY;
    }
    run.progress(new Watcher.Progress(STAGE, ++probes, null, null, null));
  }

  /** The least share of all; 1 where nobody misses anything but what rounding leaves. */
  private double shareOf(Dispatch dispatch) {
    double least = 1;
    for (int s = 0; s < claims.size(); s++) {
      double[] energy = dispatch.energyKwh(s, scenario.sessions().get(s), scenario.horizon());
      least = Math.min(least, claims.get(s).shareOf(energy[energy.length - 1]));
    }
    return least;
  }
}
