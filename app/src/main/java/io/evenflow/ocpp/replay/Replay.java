package io.evenflow.ocpp.replay;

import io.evenflow.check.Verifier;
import io.evenflow.fleet.Charger;
import io.evenflow.fleet.PowerRange;
import io.evenflow.fleet.Session;
import io.evenflow.fleet.SessionDetails;
import io.evenflow.fleet.Station;
import io.evenflow.fleet.Vehicle;
import io.evenflow.ocpp.ChargingProfile;
import io.evenflow.ocpp.PlannedStay;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Verification;
import io.evenflow.scenario.Verification.PeriodFlow;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A day on which every charger does what its profile says. Batteries of buildings, PV and
 * generators do what was planned; the substation gives what the AC power flow needs.
 *
 * <p>Powers are averages over periods, so one that begins late in its period may be below what its
 * charger can hold: that it holds it while it is on is kept by {@link ReplayedStay}, and the day is
 * checked without least powers, power steps and runs.
 *
 * @param scenario the day, without what averages cannot keep
 * @param dispatch what was done
 * @param verification what an AC power flow of every period makes of it
 * @param figures of the whole day
 */
public record Replay(
    Scenario scenario, Dispatch dispatch, Verification verification, Figures figures) {

  /**
   * What the day was beside the plan. Unit: kWh at the meter; kW
   *
   * @param largestDifferenceKw of a car's average power over a period to the plan's
   */
  public record Figures(
      double plannedChargeKwh,
      double chargeKwh,
      double plannedDischargeKwh,
      double dischargeKwh,
      double largestDifferenceKw) {}

  /**
   * Replays a day.
   *
   * @param planned the schedule the profiles were made of
   * @param profiles one for each stay, in the order of {@link PlannedStay#of}
   * @param fallback the message of what holds where a profile has ended, null for none: then cars
   *     charge with all they can
   */
  public static Replay of(
      Scenario scenario,
      Dispatch planned,
      List<ChargingProfile> profiles,
      @Nullable ObjectNode fallback,
      ChargerModel model) {
    Double fallbackKw =
        fallback == null
            ? null
            : (Double) ReadProfile.limitKw("fallback", fallback.toString(), model);
    Scenario day = withoutLeastPowers(scenario);
    Dispatch done = idle(scenario, planned);
    new ReplayedFleet(scenario, model, fallbackKw, done).follow(profiles);
    Verification first = Verifier.verify(day, done);
    importAsFound(day, done, first.periods());
    return new Replay(day, done, Verifier.verify(day, done), figures(scenario, planned, done));
  }

  private static Dispatch idle(Scenario scenario, Dispatch planned) {
    Dispatch.Assets assets = planned.assets();
    int periods = scenario.periods();
    return new Dispatch(
        new double[scenario.sessions().size()][periods],
        new double[scenario.sessions().size()][periods],
        copy(planned.generatorKw()),
        copy(planned.generatorKvar()),
        planned.substationVoltagePu().clone(),
        new Dispatch.Assets(
            new double[scenario.vehicles().size()][periods],
            new double[scenario.vehicles().size()][periods],
            assets.batteryChargeKw(),
            assets.batteryDischargeKw(),
            assets.solarKw(),
            assets.solarKvar()));
  }

  private static double[][] copy(double[][] rows) {
    return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
  }

  /** The plan's import was the plan's: of the replay it is what the power flow finds. */
  private static void importAsFound(Scenario day, Dispatch done, List<PeriodFlow> flows) {
    for (int t = 0; t < flows.size(); t++) {
      double left = flows.get(t).converged() ? flows.get(t).importKw() : 0;
      int first = -1;
      for (int g = 0; g < done.generatorKw().length; g++) {
        if (day.feeder().generatorBus(g) == 0) {
          first = first < 0 ? g : first;
          left -= done.generatorKw()[g][t];
        }
      }
      if (first >= 0 && flows.get(t).converged()) {
        done.generatorKw()[first][t] += left;
      }
    }
  }

  private static Scenario withoutLeastPowers(Scenario scenario) {
    return scenario
        .withStations(scenario.stations().stream().map(Replay::anyPower).toList())
        .withSessions(scenario.sessions().stream().map(Replay::anyPower).toList())
        .withEquipment(
            scenario
                .equipment()
                .withVehicles(scenario.vehicles().stream().map(Replay::anyPower).toList()));
  }

  private static Station anyPower(Station station) {
    return new Station(station.id(), station.bus(), anyPower(station.charger()), station.site());
  }

  private static Session anyPower(Session session) {
    SessionDetails of = session.details();
    return new Session(
        session.id(),
        session.station(),
        session.arrival(),
        session.departure(),
        session.batteryKwh(),
        session.minEnergyKwh(),
        session.arrivalEnergyKwh(),
        session.targetEnergyKwh(),
        session.shortfallCostPerKwh(),
        anyPower(session.charger()),
        new SessionDetails(
            of.targets(),
            of.valueAboveTargetPerKwh(),
            of.valueAtEndPerKwh(),
            of.throughputCostPerKwh(),
            of.startCost(),
            1,
            List.of(),
            of.chargingCurve(),
            of.chargingNow()));
  }

  private static Vehicle anyPower(Vehicle vehicle) {
    return new Vehicle(
        vehicle.id(),
        vehicle.batteryKwh(),
        vehicle.minEnergyKwh(),
        vehicle.startEnergyKwh(),
        vehicle.endEnergyKwh(),
        vehicle.shortfallCostPerKwh(),
        vehicle.stays().stream()
            .map(
                stay ->
                    new Vehicle.Stay(
                        stay.station(),
                        stay.arrival(),
                        stay.departure(),
                        stay.departEnergyKwh(),
                        stay.usedKwh(),
                        anyPower(stay.charger())))
            .toList());
  }

  private static Charger anyPower(Charger charger) {
    PowerRange out = charger.discharge();
    return new Charger(
        new PowerRange(0, charger.charge().maxKw()),
        charger.chargeEfficiency(),
        out == null ? null : new PowerRange(0, out.maxKw()),
        charger.dischargeEfficiency());
  }

  private static Figures figures(Scenario scenario, Dispatch planned, Dispatch done) {
    List<PlannedStay> before = PlannedStay.of(scenario, planned);
    List<PlannedStay> after = PlannedStay.of(scenario, done);
    double[] kwh = new double[4];
    double largest = 0;
    for (int i = 0; i < before.size(); i++) {
      for (int k = 0; k < before.get(i).netKw().length; k++) {
        double hours = scenario.horizon().hours(before.get(i).arrival() + k);
        double plan = before.get(i).netKw()[k];
        double kw = after.get(i).netKw()[k];
        kwh[0] += hours * Math.max(0, plan);
        kwh[1] += hours * Math.max(0, kw);
        kwh[2] += hours * Math.max(0, -plan);
        kwh[3] += hours * Math.max(0, -kw);
        largest = Math.max(largest, Math.abs(plan - kw));
      }
    }
    return new Figures(kwh[0], kwh[1], kwh[2], kwh[3], largest);
  }
}
