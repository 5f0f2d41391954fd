package io.evenflow.benchmark;

import io.evenflow.fleet.ChargingCurve;
import io.evenflow.fleet.ChargingCurve.Point;
import io.evenflow.fleet.PowerRange;
import io.evenflow.fleet.Session;
import io.evenflow.fleet.SessionDetails;
import io.evenflow.fleet.SessionDetails.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Details of sessions, each on some of them; most may leave short then. */
final class RandomDetails {
  private final SplittableRandom random;

  RandomDetails(SplittableRandom random) {
    this.random = random;
  }

  Session added(Session session) {
    if (random.nextInt(4) == 0) {
      return session;
    }
    Double cost = session.shortfallCostPerKwh();
    boolean soft = cost == null && random.nextInt(4) > 0;
    Session base = soft ? session.withShortfallCost(random.nextDouble(0.1, 3)) : session;
    return base.withDetails(details(base));
  }

  private boolean oneIn(int n) {
    return random.nextInt(n) == 0;
  }

  private double oneIn(int n, double least, double most) {
    return oneIn(n) ? random.nextDouble(least, most) : 0;
  }

  private SessionDetails details(Session session) {
    Double missing = session.shortfallCostPerKwh();
    double above = Math.min(oneIn(3, 0.02, 0.2), missing == null ? 1 : missing);
    List<Double> steps = oneIn(4) ? steps(session.charger().charge()) : List.of();
    return new SessionDetails(
        oneIn(3) ? targets(session) : List.of(),
        above,
        oneIn(4, 0.02, 0.2),
        oneIn(3, 0.002, 0.05),
        oneIn(4, 0.005, 0.05) * session.charger().charge().maxKw(),
        oneIn(4) ? random.nextInt(2, 4) : 1,
        steps,
        steps.isEmpty() && oneIn(3) ? curve(session.charger().charge()) : null,
        oneIn(3));
  }

  private List<Target> targets(Session session) {
    List<Target> targets = new ArrayList<>();
    if (session.periods() > 1) {
      int period = random.nextInt(session.arrival() + 1, session.departure());
      double room = session.batteryKwh() - session.arrivalEnergyKwh();
      double part = random.nextDouble(0, session.hasHardTarget() ? 0.05 : 0.6);
      targets.add(new Target(period, session.arrivalEnergyKwh() + part * room));
    }
    return targets;
  }

  private List<Double> steps(PowerRange range) {
    double middle = range.minKw() + (range.maxKw() - range.minKw()) * random.nextDouble(0.3, 0.8);
    return range.minKw() > 0
        ? List.of(range.minKw(), middle, range.maxKw())
        : List.of(middle, range.maxKw());
  }

  /** Falling from somewhere on; one in four has a dip, so that it is not concave. */
  private ChargingCurve curve(PowerRange range) {
    double knee = random.nextDouble(0.3, 0.8);
    double last = range.maxKw() * random.nextDouble(0.05, 0.6);
    @Nullable Point dip =
        oneIn(4) ? new Point(knee / 2, range.maxKw() * random.nextDouble(0.5, 0.9)) : null;
    List<Point> points = new ArrayList<>(List.of(new Point(0, range.maxKw())));
    if (dip != null) {
      points.add(dip);
    }
    points.add(new Point(knee, range.maxKw()));
    points.add(new Point(1, last));
    return new ChargingCurve(points);
  }
}
