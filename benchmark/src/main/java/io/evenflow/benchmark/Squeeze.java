package io.evenflow.benchmark;

import io.evenflow.check.PowerFlow;
import io.evenflow.check.PowerFlowStatus;
import io.evenflow.fleet.Session;
import io.evenflow.grid.Branch;
import io.evenflow.grid.BranchRating;
import io.evenflow.grid.Feeder;
import io.evenflow.resource.StorageResource;
import io.evenflow.scenario.Limits;
import io.evenflow.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Makes a congested day of an uncongested one. Were every session to follow the market price alone,
 * voltages would sag and a branch that feeds about a quarter of the stations would load up. The
 * least voltage and that branch's rating are put at 0.7 of the way there from the day without
 * vehicles, so that limits bind at every size of fleet.
 */
final class Squeeze {
  private static final double SHARE = 0.7;

  private final Scenario day;
  private final Feeder feeder;
  private final PowerFlow flow;

  private Squeeze(Scenario day) {
    this.day = day;
    feeder = day.feeder();
    flow = new PowerFlow(feeder);
  }

  static Scenario of(Scenario day) {
    return new Scenario(
        day.name() + "-congested",
        day.currency(),
        day.feederCase(),
        day.network(),
        day.horizon(),
        day.prices(),
        day.loads(),
        day.branchScaling(),
        new Squeeze(day).limits(),
        day.substationCostPerMwh(),
        day.stations(),
        day.sessions());
  }

  /** Lowest voltage and highest flow over a day. */
  private record Worst(double voltagePu, double branchMva) {}

  private Limits limits() {
    int branch = branch();
    Worst without = worst(new double[day.periods()][day.stations().size()], branch);
    Worst follow = worst(priceFollowers(), branch);
    double voltage = between(without.voltagePu(), follow.voltagePu());
    double mva = between(without.branchMva(), follow.branchMva());
    Branch rated = feeder.branch(branch);
    List<BranchRating> ratings = new ArrayList<>(day.limits().branchRatings());
    ratings.removeIf(rating -> rating.from() == rated.from() && rating.to() == rated.to());
    ratings.add(new BranchRating(rated.from(), rated.to(), mva));
    return new Limits(voltage, 1.1, null, ratings);
  }

  private static double between(double without, double follow) {
    return without + SHARE * (follow - without);
  }

  /** The branch that feeds nearest to a quarter of the stations. */
  private int branch() {
    int[] below = new int[feeder.busCount()];
    for (int k = 0; k < day.stations().size(); k++) {
      below[day.busOf(k)]++;
    }
    for (int j = below.length - 1; j > 0; j--) {
      below[feeder.parent(j)] += below[j];
    }
    double quarter = day.stations().size() / 4.0;
    int best = 1;
    for (int j = 1; j < below.length; j++) {
      best = Math.abs(below[j] - quarter) < Math.abs(below[best] - quarter) ? j : best;
    }
    return best;
  }

  private double[][] priceFollowers() {
    double[][] stationKw = new double[day.periods()][day.stations().size()];
    double[] price = new double[day.periods()];
    for (int t = 0; t < price.length; t++) {
      price[t] = day.horizon().hours(t) * day.prices().perKwh(t);
    }
    for (int s = 0; s < day.sessions().size(); s++) {
      Session session = day.sessions().get(s);
      int[] periods = IntStream.range(session.arrival(), session.departure()).toArray();
      StorageResource resource = new StorageResource(session, day.horizon(), periods);
      resource.answer(price);
      double[] netKw = resource.profile().amounts();
      for (int k = 0; k < netKw.length; k++) {
        stationKw[session.arrival() + k][day.stationOf(s)] += netKw[k];
      }
    }
    return stationKw;
  }

  private Worst worst(double[][] stationKw, int branch) {
    double voltage = Double.POSITIVE_INFINITY;
    double mva = 0;
    for (int t = 0; t < stationKw.length; t++) {
      solve(t, stationKw[t]);
      for (int i = 1; i < feeder.busCount(); i++) {
        voltage = Math.min(voltage, flow.voltageMagnitudePu(i));
      }
      double parentEnd =
          Math.hypot(flow.parentEndActiveMw(branch), flow.parentEndReactiveMvar(branch));
      mva = Math.max(mva, parentEnd);
    }
    return new Worst(voltage, mva);
  }

  private void solve(int period, double[] stationKw) {
    double[] active = new double[feeder.busCount()];
    double[] reactive = new double[feeder.busCount()];
    for (int i = 0; i < active.length; i++) {
      active[i] = day.activeLoadMw(i, period);
      reactive[i] = day.reactiveLoadMvar(i, period);
    }
    for (int k = 0; k < stationKw.length; k++) {
      active[day.busOf(k)] += stationKw[k] / 1000;
    }
    if (flow.solve(1, active, reactive) != PowerFlowStatus.CONVERGED) {
      throw new IllegalStateException("the feeder cannot carry this fleet in period " + period);
    }
  }
}
