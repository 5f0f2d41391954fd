package io.evenflow.live;

import io.evenflow.check.TrueImport;
import io.evenflow.check.Verifier;
import io.evenflow.fleet.Session;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Verification;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Brings forward, into the period that begins, what a plan charges later for next to nothing. What
 * a plan saves by waiting it may lose to somebody who comes meanwhile and needs the same grid;
 * capacity that lets pass is lost, and no few scenarios show who comes in a certain quarter of an
 * hour. So waiting must earn at least {@value #WAITING_PER_KWH} per kWh.
 *
 * <p>Nobody gets less and all limits hold in each future, by AC power flow; what it costs is known.
 */
final class Sooner {
  /** What waiting must earn. Unit: currency per kWh. */
  static final double WAITING_PER_KWH = 0.002;

  /** Less is not brought forward. Unit: kWh. */
  private static final double LEAST_KWH = 0.01;

  /** More sessions are not looked at one by one where not all can charge at once. */
  private static final int MOST_IN_TURN = 60;

  private static final int HALVINGS = 6;

  private final Scenario scenario;
  private final double[][] netKw;
  private final Curtailment curtailment;
  private double broughtKwh;

  /**
   * A plan whose energy comes sooner.
   *
   * @param dispatches by future
   * @param costChange of the mean over futures. Unit: currency
   */
  record Brought(List<Dispatch> dispatches, double costChange) {}

  private Sooner(Scenario scenario, double[][] netKw) {
    this.scenario = scenario;
    this.netKw = netKw;
    curtailment = new Curtailment(scenario);
  }

  /**
   * The plan itself where nothing is gained.
   *
   * @param scenario those who are here
   * @param futures all as likely; they come first in each
   * @param dispatches by future, with the same powers of those who are here
   */
  static Brought of(Scenario scenario, List<Scenario> futures, List<Dispatch> dispatches) {
    Brought plan = new Brought(dispatches, 0);
    int here = scenario.sessions().size();
    Sooner sooner = new Sooner(scenario, Schedules.netKw(dispatches.getFirst(), here));
    sooner.bring();
    if (sooner.broughtKwh < LEAST_KWH) {
      return plan;
    }
    List<Dispatch> others = new ArrayList<>();
    double change = 0;
    for (int f = 0; f < futures.size(); f++) {
      Scenario future = futures.get(f);
      Dispatch other = sooner.in(future, dispatches.get(f));
      Verification check = Verifier.verify(future, other);
      if (!check.acFeasible()) {
        return plan;
      }
      double before = Verifier.verify(future, dispatches.get(f)).cost().total();
      change += (check.cost().total() - before) / futures.size();
      others.add(other);
    }
    return change <= WAITING_PER_KWH * sooner.broughtKwh ? new Brought(others, change) : plan;
  }

  private void bring() {
    double[] now = new double[netKw.length];
    double[] wish = new double[netKw.length];
    for (int s = 0; s < now.length; s++) {
      now[s] = netKw[s][0];
      wish[s] = now[s] + moreKw(s);
    }
    if (!curtailment.holds(0, wish)) {
      fit(now, wish);
    }
    for (int s = 0; s < now.length; s++) {
      take(s, wish[s] - now[s]);
    }
  }

  /** As much of the wishes as holds, those first who leave first. */
  private void fit(double[] now, double[] wish) {
    double[] kw = now.clone();
    List<Integer> waiting =
        IntStream.range(0, now.length)
            .filter(s -> wish[s] > now[s])
            .boxed()
            .sorted(Comparator.comparingInt(s -> scenario.sessions().get(s).departure()))
            .limit(MOST_IN_TURN)
            .toList();
    for (int s : waiting) {
      double share = 1;
      for (int i = 0; i <= HALVINGS; i++) {
        double more = i == HALVINGS ? 0 : fitting(s, share * (wish[s] - now[s]));
        kw[s] = now[s] + more;
        if (more == 0 || curtailment.holds(0, kw)) {
          break;
        }
        share /= 2;
      }
    }
    System.arraycopy(kw, 0, wish, 0, kw.length);
  }

  /** How much more a session can draw now of what it draws later at much the same price. */
  private double moreKw(int s) {
    Session session = scenario.sessions().get(s);
    if (!session.isPresent(0) || netKw[s][0] < 0) {
      return 0;
    }
    double room = session.charger().charge().maxKw() - netKw[s][0];
    double later = 0;
    for (int t = 1; t < session.departure(); t++) {
      later += isWorth(s, t) ? removable(s, t, Double.POSITIVE_INFINITY) * hours(t) : 0;
    }
    return fitting(s, Math.min(Math.min(room, later / hours(0)), roomInBattery(s)));
  }

  private double hours(int t) {
    return scenario.horizon().hours(t);
  }

  /** What is more in the battery from now on must fit into it until it is taken from later. */
  private double roomInBattery(int s) {
    Session session = scenario.sessions().get(s);
    double energy = session.arrivalEnergyKwh();
    double most = energy;
    for (int t = 0; t < session.departure(); t++) {
      double kw = netKw[s][t];
      energy = session.energyAfter(energy, Math.max(0, kw), Math.max(0, -kw), hours(t));
      most = Math.max(most, energy);
    }
    double spare = Math.max(0, session.batteryKwh() - most);
    boolean onlyCharges = IntStream.range(0, session.departure()).allMatch(t -> netKw[s][t] >= 0);
    return onlyCharges
        ? Double.POSITIVE_INFINITY
        : spare / (hours(0) * session.charger().chargeEfficiency());
  }

  /** A power on top of what it draws now that its charger can do, at most so much. */
  private double fitting(int s, double kw) {
    double least = scenario.sessions().get(s).charger().charge().minKw();
    return kw > 0 && netKw[s][0] + kw >= least ? kw : 0;
  }

  /** Whether waiting for a period earns too little. */
  private boolean isWorth(int s, int t) {
    return netKw[s][t] > 0 && perKwh(s, t) >= perKwh(s, 0) - WAITING_PER_KWH;
  }

  private double perKwh(int s, int t) {
    var tariff = scenario.stations().get(scenario.stationOf(s)).site().tariff();
    return tariff == null ? scenario.prices().perKwh(t) : tariff.importPerMwh().at(t) / 1000;
  }

  /** What can be taken from a later period's power, which ends at 0 or no lower than its least. */
  private double removable(int s, int t, double wishKw) {
    double least = scenario.sessions().get(s).charger().charge().minKw();
    double all = netKw[s][t];
    return wishKw >= all ? all : Math.min(wishKw, all - least);
  }

  private void take(int s, double moreKw) {
    double[] before = netKw[s].clone();
    double left = moreKw * hours(0);
    int departure = scenario.sessions().get(s).departure();
    for (int t = 1; t < departure && left > 1e-9; t++) {
      double kw = isWorth(s, t) ? Math.max(0, removable(s, t, left / hours(t))) : 0;
      netKw[s][t] -= kw;
      left -= kw * hours(t);
    }
    double brought = Math.max(0, moreKw * hours(0) - Math.max(0, left));
    double kw = fitting(s, brought / hours(0));
    if (kw == 0) {
      netKw[s] = before;
    } else {
      netKw[s][0] += kw;
      broughtKwh += kw * hours(0);
    }
  }

  private Dispatch in(Scenario future, Dispatch dispatch) {
    double[][] charge = dispatch.chargeKw().clone();
    double[][] discharge = dispatch.dischargeKw().clone();
    for (int s = 0; s < netKw.length; s++) {
      charge[s] = new double[netKw[s].length];
      discharge[s] = new double[netKw[s].length];
      for (int t = 0; t < netKw[s].length; t++) {
        charge[s][t] = Math.max(0, netKw[s][t]);
        discharge[s][t] = Math.max(0, -netKw[s][t]);
      }
    }
    Dispatch other =
        new Dispatch(
            charge,
            discharge,
            copy(dispatch.generatorKw()),
            copy(dispatch.generatorKvar()),
            dispatch.substationVoltagePu(),
            dispatch.assets());
    TrueImport.setIn(future, other);
    return other;
  }

  private static double[][] copy(double[][] rows) {
    double[][] copy = new double[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      copy[i] = rows[i].clone();
    }
    return copy;
  }
}
