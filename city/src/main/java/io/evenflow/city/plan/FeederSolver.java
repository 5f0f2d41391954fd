package io.evenflow.city.plan;

import io.evenflow.city.plan.FeederOutcome.PeriodOutcome;
import io.evenflow.city.plan.FeederOutcome.SessionOutcome;
import io.evenflow.city.portfolio.FeederDay;
import io.evenflow.grid.GridException;
import io.evenflow.io.InputException;
import io.evenflow.market.Emissions;
import io.evenflow.method.VisitedDay;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Equipment;
import io.evenflow.scenario.Result;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.ScenarioException;
import io.evenflow.scenario.Substation;
import io.evenflow.scenario.Verification;
import io.evenflow.time.Horizon;
import io.evenflow.time.Series;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Solves orders with the certified method; whatever goes wrong with a feeder is its outcome. */
final class FeederSolver {
  private final Path folder;
  private final Horizon horizon;
  private final Ask ask;

  /**
   * @param folder of the portfolio
   */
  FeederSolver(Path folder, Horizon horizon, Ask ask) {
    this.folder = folder;
    this.horizon = horizon;
    this.ask = ask;
  }

  FeederOutcome solve(Order order) {
    long start = System.nanoTime();
    try {
      Scenario own = FeederDay.of(order.feeder(), folder, horizon);
      requireHorizon(own.horizon());
      Scenario asked = ordered(own, order);
      VisitedDay day = FeederPlan.solve(asked, order.visits(), ask.settings());
      return outcome(order, asked, day, secondsSince(start));
    } catch (InputException e) {
      return failure(order, e.sentence(), secondsSince(start));
    } catch (ScenarioException e) {
      return failure(order, e.sentence(), secondsSince(start));
    } catch (GridException e) {
      return failure(order, e.sentence(), secondsSince(start));
    } catch (RuntimeException | OutOfMemoryError | StackOverflowError | LinkageError e) {
      return failure(order, "this is a bug in evenflow: " + e, secondsSince(start));
    }
  }

  private void requireHorizon(Horizon own) {
    boolean same =
        own.periods() == horizon.periods()
            && own.stepMinutes() == horizon.stepMinutes()
            && own.start().toInstant().equals(horizon.start().toInstant());
    if (!same) {
      throw new ScenarioException(
          "horizon (%d periods of %d minutes from %s) must be the portfolio's (%d of %d from %s)"
              .formatted(
                  own.periods(),
                  own.stepMinutes(),
                  own.start(),
                  horizon.periods(),
                  horizon.stepMinutes(),
                  horizon.start()),
          "Maybe the scenario is of another day.");
    }
  }

  private static double secondsSince(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private static FeederOutcome failure(Order order, String sentence, double seconds) {
    return new FeederOutcome(
        order.feeder().index(),
        "failed",
        Double.NaN,
        Double.NEGATIVE_INFINITY,
        Double.NaN,
        0,
        new double[0],
        seconds,
        false,
        sentence.lines().findFirst().orElse(""),
        List.of(),
        List.of(),
        null,
        null);
  }

  /** The day with what was added to prices and limits. */
  static Scenario ordered(Scenario day, Order order) {
    Equipment equipment = day.equipment();
    double[] added = order.addedPerMwh();
    if (added != null) {
      equipment = withPrices(equipment, added);
    }
    double[] most = order.mostImportKw();
    double[] least = order.leastImportKw();
    if (most != null || least != null) {
      equipment = equipment.withSubstation(limited(day.substation(), most, least));
    }
    return equipment == day.equipment() ? day : day.withEquipment(equipment);
  }

  /**
   * Emissions are a price on what the substation draws, of either sign, whatever its energy costs:
   * prices from above are added to theirs.
   */
  private static Equipment withPrices(Equipment equipment, double[] addedPerMwh) {
    Emissions own = equipment.emissions();
    double[] perMwh = addedPerMwh.clone();
    for (int t = 0; t < perMwh.length && own != null; t++) {
      perMwh[t] += own.perMwh(t);
    }
    return new Equipment(
        equipment.substation(),
        equipment.groups(),
        equipment.solar(),
        equipment.batteries(),
        equipment.vehicles(),
        // 1 g/kWh at 1,000 a tonne is 1 per MWh
        new Emissions(Series.of(perMwh), 1000));
  }

  private static Substation limited(
      Substation own, double @Nullable [] most, double @Nullable [] least) {
    double[] export = least == null ? null : Arrays.stream(least).map(kw -> -kw).toArray();
    return new Substation(
        own.tariff(),
        tighter(own.importLimitKw(), most),
        tighter(own.exportLimitKw(), export),
        own.peakCharge());
  }

  /** A limit of at least 0: more than an import limit of 0 cannot be asked of a substation. */
  private static @Nullable Series tighter(@Nullable Series own, double @Nullable [] other) {
    if (other == null) {
      return own;
    }
    double[] limits = new double[other.length];
    // Not infinite, which a series cannot be; no feeder carries a terawatt.
    Arrays.setAll(
        limits, t -> Math.clamp(Math.min(own == null ? 1e9 : own.at(t), other[t]), 0, 1e9));
    return Series.of(limits);
  }

  private FeederOutcome outcome(Order order, Scenario asked, VisitedDay day, double seconds) {
    Result result = day.result();
    double[][] price = day.pricePerKw();
    Visits.Proof proof = price == null ? null : new Visits.Proof(day.base(), price);
    Dispatch dispatch = result.dispatch();
    Verification check = result.verification();
    Double bound = result.bound();
    double proven =
        switch (result.status()) {
          case INFEASIBLE -> Double.POSITIVE_INFINITY;
          default -> bound == null ? Double.NEGATIVE_INFINITY : bound + day.visitorsCost();
        };
    if (!result.status().hasSchedule() || dispatch == null || check == null) {
      String why =
          check != null && !check.violations().isEmpty()
              ? "no schedule keeps all limits; the nearest one: " + check.violations().getFirst()
              : "no schedule was found (" + result.status().word() + ")";
      return new FeederOutcome(
          order.feeder().index(),
          result.status().word(),
          Double.NaN,
          proven,
          Double.NaN,
          0,
          new double[0],
          seconds,
          false,
          why,
          List.of(),
          List.of(),
          proof,
          null);
    }
    double[] importKw = importKw(asked, dispatch);
    double added = addedCost(order, horizon, importKw);
    Double total = result.objective();
    Double without = result.withoutVehicles();
    return new FeederOutcome(
        order.feeder().index(),
        result.status().word(),
        (total == null ? Double.NaN : total) - added + day.visitorsCost(),
        proven,
        without == null ? Double.NaN : without,
        added,
        importKw,
        seconds,
        check.acFeasible(),
        "",
        order.isFull() ? sessions(asked, dispatch) : List.of(),
        order.isFull() ? periods(order, asked, dispatch, check) : List.of(),
        proof,
        order.isFull() ? new Asked(order, ask) : null);
  }

  private static double[] importKw(Scenario day, Dispatch dispatch) {
    double[] importKw = new double[day.periods()];
    for (int g = 0; g < day.feeder().generators().size(); g++) {
      if (day.feeder().generatorBus(g) == 0) {
        for (int t = 0; t < importKw.length; t++) {
          importKw[t] += dispatch.generatorKw()[g][t];
        }
      }
    }
    return importKw;
  }

  private static double addedCost(Order order, Horizon horizon, double[] importKw) {
    double[] perMwh = order.addedPerMwh();
    double sum = 0;
    for (int t = 0; t < importKw.length && perMwh != null; t++) {
      sum += horizon.hours(t) * perMwh[t] * importKw[t] / 1000;
    }
    return sum;
  }

  /** What prices from above add to the cost of a result, 0 without a schedule. Unit: currency. */
  static double addedCost(Order order, Scenario asked, Result result) {
    Dispatch dispatch = result.dispatch();
    return dispatch == null ? 0 : addedCost(order, asked.horizon(), importKw(asked, dispatch));
  }

  private List<SessionOutcome> sessions(Scenario day, Dispatch dispatch) {
    List<SessionOutcome> sessions = new ArrayList<>(day.sessions().size());
    for (int s = 0; s < day.sessions().size(); s++) {
      var session = day.sessions().get(s);
      sessions.add(
          new SessionOutcome(
              session.id(),
              session.station(),
              session.arrival(),
              session.departure(),
              energyKwh(dispatch.chargeKw()[s]),
              energyKwh(dispatch.dischargeKw()[s]),
              dispatch.shortfallKwh(s, session, day.horizon()),
              dispatch.chargeKw()[s],
              dispatch.dischargeKw()[s]));
    }
    return sessions;
  }

  private double energyKwh(double[] kw) {
    double sum = 0;
    for (int t = 0; t < kw.length; t++) {
      sum += horizon.hours(t) * kw[t];
    }
    return sum;
  }

  private static List<PeriodOutcome> periods(
      Order order, Scenario day, Dispatch dispatch, Verification check) {
    double[] added = order.addedPerMwh();
    List<PeriodOutcome> periods = new ArrayList<>(day.periods());
    for (int t = 0; t < day.periods(); t++) {
      double vehicles = order.visits() == null ? 0 : order.visits().kw(t);
      for (int s = 0; s < day.sessions().size(); s++) {
        vehicles += dispatch.chargeKw()[s][t] - dispatch.dischargeKw()[s][t];
      }
      for (int v = 0; v < day.vehicles().size(); v++) {
        vehicles += dispatch.assets().vehicleChargeKw()[v][t];
        vehicles -= dispatch.assets().vehicleDischargeKw()[v][t];
      }
      Verification.PeriodFlow flow = check.periods().get(t);
      periods.add(
          new PeriodOutcome(
              flow.importKw(),
              flow.lossKw(),
              vehicles,
              flow.minVoltagePu(),
              flow.maxVoltagePu(),
              added == null ? 0 : added[t]));
    }
    return periods;
  }
}
