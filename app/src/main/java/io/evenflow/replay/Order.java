package io.evenflow.replay;

import io.evenflow.fleet.Session;
import io.evenflow.fleet.Vehicle;
import io.evenflow.live.Curtailment;
import io.evenflow.live.Promise;
import io.evenflow.live.Rest;
import io.evenflow.live.SiteState;
import io.evenflow.scenario.Equipment;
import io.evenflow.scenario.Scenario;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The policies of chargers that know limits and no future: everybody wants full power until its
 * target is reached, and where that does not hold some wait. As in ACN-Sim (Lee et al., "ACN-Sim:
 * An open-source simulator for data-driven electric vehicle charging research", IEEE Trans. Smart
 * Grid 12(6), 2021, doi:10.1109/TSG.2021.3103156).
 */
final class Order implements Policy {
  /** Who is served first. */
  enum Rule {
    /** Nobody looks at limits. */
    UNCONTROLLED,
    /** By arrival. */
    FIRST_COME,
    /** By the departure that was announced. */
    EARLIEST_DEADLINE,
    /** By the time there is to spare. */
    LEAST_LAXITY,
    /** All at once with the same highest power. */
    EQUAL_SHARE,
    /** As least laxity, but only while energy is cheap or there is no time to spare. */
    PRICE_THRESHOLD
  }

  private final Rule rule;
  private final List<String> arrivals = new ArrayList<>();

  Order(Rule rule) {
    this.rule = rule;
  }

  @Override
  public Decision decide(SiteState state) {
    Scenario rest = withStays(Rest.of(state).scenario());
    state.here().keySet().stream().filter(id -> !arrivals.contains(id)).forEach(arrivals::add);
    rest.sessions().stream()
        .map(Session::id)
        .filter(id -> !arrivals.contains(id))
        .forEach(arrivals::add);
    Curtailment curtailment = new Curtailment(rest);
    double[] wish = new double[rest.sessions().size()];
    for (int s = 0; s < wish.length; s++) {
      wish[s] = waits(rest, s) ? 0 : full(curtailment, rest, s);
    }
    double[] kw =
        switch (rule) {
          case UNCONTROLLED -> wish;
          case EQUAL_SHARE -> curtailment.equally(0, wish);
          case FIRST_COME, EARLIEST_DEADLINE, LEAST_LAXITY, PRICE_THRESHOLD ->
              curtailment.inOrder(0, wish, () -> order(rest));
        };
    Map<String, Double> netKw = new HashMap<>();
    for (int s = 0; s < kw.length; s++) {
      netKw.put(rest.sessions().get(s).id(), kw[s]);
    }
    return new Decision(netKw, promises(state, rest), null);
  }

  /**
   * The same where a vehicle of several stays that is here is one of the others: it wants what its
   * departure, or the trip after it, takes. Batteries rest.
   */
  private static Scenario withStays(Scenario rest) {
    List<Session> all = new ArrayList<>(rest.sessions());
    for (Vehicle vehicle : rest.vehicles()) {
      Vehicle.Stay stay = vehicle.stays().getFirst();
      if (stay.arrival() == 0) {
        boolean isLast = vehicle.stays().size() == 1;
        double next =
            isLast
                ? vehicle.endEnergyKwh()
                : vehicle.stays().get(1).usedKwh() + vehicle.minEnergyKwh();
        double wanted = Math.max(Math.max(stay.departEnergyKwh(), next), vehicle.minEnergyKwh());
        all.add(
            new Session(
                vehicle.id(),
                stay.station(),
                0,
                stay.departure(),
                vehicle.batteryKwh(),
                0,
                vehicle.startEnergyKwh(),
                Math.min(vehicle.batteryKwh(), wanted),
                vehicle.shortfallCostPerKwh(),
                stay.charger()));
      }
    }
    Equipment others = rest.equipment().withVehicles(List.of());
    return rest.withEquipment(others).withSessions(all);
  }

  private static double full(Curtailment curtailment, Scenario rest, int s) {
    Session session = rest.sessions().get(s);
    return session.isPresent(0) ? curtailment.fullKw(s, 0, session.arrivalEnergyKwh()) : 0;
  }

  /** Whether it lets dear hours pass: those above the mean of what is left of its stay. */
  private boolean waits(Scenario rest, int s) {
    if (rule != Rule.PRICE_THRESHOLD) {
      return false;
    }
    double mean = 0;
    Session session = rest.sessions().get(s);
    for (int t = 0; t < session.departure(); t++) {
      mean += rest.prices().perKwh(t) / session.departure();
    }
    boolean isDear = rest.prices().perKwh(0) > mean;
    return isDear && laxity(rest, s) >= rest.horizon().stepHours();
  }

  private int[] order(Scenario rest) {
    List<Integer> order = new ArrayList<>();
    for (int s = 0; s < rest.sessions().size(); s++) {
      order.add(s);
    }
    order.sort(Comparator.comparingDouble(s -> rank(rest, s)));
    return order.stream().mapToInt(Integer::intValue).toArray();
  }

  private double rank(Scenario rest, int s) {
    return switch (rule) {
      case EARLIEST_DEADLINE -> rest.sessions().get(s).departure();
      case LEAST_LAXITY, PRICE_THRESHOLD -> laxity(rest, s);
      case FIRST_COME, UNCONTROLLED, EQUAL_SHARE -> arrivals.indexOf(rest.sessions().get(s).id());
    };
  }

  /** Hours it could wait before it needs full power. */
  private static double laxity(Scenario rest, int s) {
    Session session = rest.sessions().get(s);
    double perHour = session.charger().chargeEfficiency() * session.charger().charge().maxKw();
    double missing = Math.max(0, session.targetEnergyKwh() - session.arrivalEnergyKwh());
    return rest.horizon().hours(0, session.departure()) - missing / Math.max(1e-9, perHour);
  }

  /** What such chargers tell everybody: the target, as far as the charger alone reaches it. */
  private static Map<String, Promise> promises(SiteState state, Scenario rest) {
    Map<String, Promise> promises = new HashMap<>();
    for (Session session : rest.sessions()) {
      var here = state.here().get(session.id());
      if (here != null && here.promise() == null) {
        double kwh =
            Math.min(session.targetEnergyKwh(), session.reachableEnergyKwh(rest.horizon()));
        promises.put(session.id(), new Promise(kwh, here.departure()));
      }
    }
    return promises;
  }
}
