package io.evenflow.method;

import io.evenflow.check.BindingLimit;
import io.evenflow.check.BindingLimits;
import io.evenflow.fleet.Connection;
import io.evenflow.fleet.Group;
import io.evenflow.fleet.Station;
import io.evenflow.grid.Branch;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.LimitValue;
import io.evenflow.scenario.Result;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Verification;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one unit more of each limit that binds saves over the day: the optimum with it and the
 * optimum without it are both proven to lie between a bound and a schedule, so what is saved lies
 * between
 *
 * <pre>
 * bound − schedule with one more  ≤  saved  ≤  schedule − bound with one more
 * </pre>
 *
 * and is never negative. An interval is as wide as both gaps together.
 */
public final class LimitValues {
  /** So many limits are valued, those that bind in most periods first. */
  public static final int MOST_LIMITS = 12;

  /** A power this near to a limit is at it. Unit: kW. */
  private static final double NEAR_KW = 0.01;

  /** Each limit may take so many times what the day itself took, or a second. */
  private static final double TIMES = 2;

  private final Scenario scenario;
  private final Result result;
  private final Settings settings;

  /** By name: the limit and in how many periods it binds. */
  private final Map<String, Binding> binding = new LinkedHashMap<>();

  private record Binding(RaisedLimit limit, int periods) {
    Binding once() {
      return new Binding(limit, periods + 1);
    }
  }

  private LimitValues(Scenario scenario, Result result, Settings settings) {
    this.scenario = scenario;
    this.result = result;
    this.settings = settings;
  }

  /**
   * Values of the limits that a result's schedule uses up; none where it has no proven bound or
   * breaks a limit, as its cost is no upper end then.
   *
   * @param settings as the result was found with
   */
  public static List<LimitValue> of(
      Scenario scenario, Result result, Settings settings, Watcher watcher) {
    Dispatch dispatch = result.dispatch();
    Verification verification = result.verification();
    if (dispatch == null
        || verification == null
        || !verification.acFeasible()
        || result.bound() == null
        || !result.status().hasSchedule()) {
      return List.of();
    }
    LimitValues values = new LimitValues(scenario, result, settings);
    values.collect(dispatch, verification);
    return values.valued(watcher);
  }

  private void collect(Dispatch dispatch, Verification verification) {
    for (BindingLimit limit : BindingLimits.of(scenario, dispatch, verification.grid())) {
      add(raised(limit));
    }
    double[][] netKw = verification.settlement().stationKw();
    for (int t = 0; t < scenario.periods() && netKw.length > 0; t++) {
      for (int k = 0; k < netKw.length; k++) {
        stations(scenario.stations().get(k), t, netKw[k][t]);
      }
      for (Group group : scenario.groups()) {
        double sum = 0;
        for (String station : group.stations()) {
          sum += netKw[scenario.stationIndex(station)][t];
        }
        if (isAtImport(group.connection(), t, sum)) {
          add(RaisedLimit.connection(group, true));
        }
        if (isAtExport(group.connection(), t, sum)) {
          add(RaisedLimit.connection(group, false));
        }
      }
    }
    plugs(dispatch);
  }

  private void stations(Station station, int t, double netKw) {
    if (isAtImport(station.site().connection(), t, netKw)) {
      add(RaisedLimit.connection(station, true));
    }
    if (isAtExport(station.site().connection(), t, netKw)) {
      add(RaisedLimit.connection(station, false));
    }
  }

  private static boolean isAtImport(Connection connection, int t, double kw) {
    return kw >= connection.mostKw(t) - NEAR_KW;
  }

  private static boolean isAtExport(Connection connection, int t, double kw) {
    return kw <= connection.leastKw(t) + NEAR_KW;
  }

  private void plugs(Dispatch dispatch) {
    for (int t = 0; t < scenario.periods(); t++) {
      for (int k = 0; k < scenario.stations().size(); k++) {
        Station station = scenario.stations().get(k);
        Integer plugs = station.site().plugs();
        if (plugs != null && inUse(dispatch, k, t) >= plugs) {
          add(RaisedLimit.plugs(station));
        }
      }
    }
  }

  private int inUse(Dispatch dispatch, int station, int t) {
    int count = 0;
    for (int s = 0; s < scenario.sessions().size(); s++) {
      boolean on = dispatch.chargeKw()[s][t] > 0 || dispatch.dischargeKw()[s][t] > 0;
      count += on && scenario.stationOf(s) == station ? 1 : 0;
    }
    Dispatch.Assets assets = dispatch.assets();
    for (int v = 0; v < scenario.vehicles().size(); v++) {
      boolean on = assets.vehicleChargeKw()[v][t] > 0 || assets.vehicleDischargeKw()[v][t] > 0;
      int period = t;
      boolean isThere =
          scenario.vehicles().get(v).stays().stream()
              .anyMatch(
                  stay ->
                      stay.arrival() <= period
                          && period < stay.departure()
                          && scenario.stationIndex(stay.station()) == station);
      count += on && isThere ? 1 : 0;
    }
    return count;
  }

  private RaisedLimit raised(BindingLimit limit) {
    return switch (limit.kind()) {
      case LOW_VOLTAGE -> RaisedLimit.leastVoltage();
      case HIGH_VOLTAGE -> RaisedLimit.greatestVoltage();
      case BRANCH_RATING -> RaisedLimit.rating(branch(limit.place()));
      case LEAST_ACTIVE_POWER -> generation(limit, false);
      case GREATEST_ACTIVE_POWER -> generation(limit, true);
    };
  }

  private Branch branch(String label) {
    for (int j = 1; j < scenario.feeder().busCount(); j++) {
      if (scenario.feeder().branch(j).label().equals(label)) {
        return scenario.feeder().branch(j);
      }
    }
    throw new IllegalArgumentException("the feeder has no branch " + label);
  }

  private RaisedLimit generation(BindingLimit limit, boolean greatest) {
    for (int g = 0; g < scenario.feeder().generators().size(); g++) {
      var generator = scenario.feeder().generators().get(g);
      if (Integer.toString(generator.bus()).equals(limit.place())) {
        boolean isSubstation = scenario.feeder().generatorBus(g) == 0;
        String way = greatest ? "import" : "export";
        String name =
            isSubstation
                ? "substation: " + way
                : "generator at bus " + limit.place() + (greatest ? ": most" : ": least");
        return RaisedLimit.generation(name, generator, greatest);
      }
    }
    throw new IllegalArgumentException("the feeder has no generator at bus " + limit.place());
  }

  private void add(RaisedLimit limit) {
    Binding known = binding.get(limit.name());
    binding.put(limit.name(), (known == null ? new Binding(limit, 0) : known).once());
  }

  private List<LimitValue> valued(Watcher watcher) {
    List<Binding> ordered = new ArrayList<>(binding.values());
    ordered.sort((a, b) -> Integer.compare(b.periods(), a.periods()));
    List<LimitValue> values = new ArrayList<>();
    for (Binding each : ordered.subList(0, Math.min(MOST_LIMITS, ordered.size()))) {
      if (watcher.stopRequested()) {
        break;
      }
      LimitValue value = value(each.limit(), watcher);
      if (value != null) {
        values.add(value);
      }
    }
    return List.copyOf(values);
  }

  /** Hears nothing, and stops when another would. */
  private static Watcher stoppedBy(Watcher watcher) {
    return new Watcher() {
      @Override
      public void progress(Progress progress) {
        // of a day that nobody asked for
      }

      @Override
      public boolean stopRequested() {
        return watcher.stopRequested();
      }
    };
  }

  private @Nullable LimitValue value(RaisedLimit limit, Watcher watcher) {
    double took = result.seconds().getOrDefault("total", 1.0);
    double seconds = Math.min(settings.timeLimitSeconds(), Math.max(1, TIMES * took));
    Result more =
        new Certified()
            .coordinate(
                limit.raised().apply(scenario),
                settings.withTimeLimitSeconds(seconds),
                stoppedBy(watcher));
    Double objective = result.objective();
    Double bound = result.bound();
    Double boundWithMore = more.bound();
    if (objective == null || bound == null || boundWithMore == null) {
      return null;
    }
    // the schedule at hand keeps the wider limits, too
    Double found = more.status().hasSchedule() ? more.objective() : null;
    double objectiveWithMore = found == null ? objective : Math.min(objective, found);
    double low = Math.max(0, bound - objectiveWithMore);
    double high = Math.max(low, objective - boundWithMore);
    return new LimitValue(limit.name(), null, limit.unit(), low, high);
  }
}
