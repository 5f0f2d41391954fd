package io.evenflow.formulation;

import io.evenflow.fleet.Charger;
import io.evenflow.fleet.LeastEnergy;
import io.evenflow.fleet.PowerRange;
import io.evenflow.fleet.Session;
import io.evenflow.mip.Affine;
import io.evenflow.mip.AffineBuilder;
import io.evenflow.mip.MixedIntegerProgram;
import io.evenflow.time.Horizon;

/**
 * One session, (10)–(14) of arXiv 2409.19962. Index k is the k-th period of the stay; powers in kW
 * at the meter, energies in kWh in the battery.
 *
 * <pre>
 * E[k+1] = E[k] + Δt·(η_c·charge − discharge/η_d),  least ≤ E ≤ battery
 * E(departure) + shortfall ≥ target
 * α + β ≤ 1,  c_min·α ≤ charge ≤ c_max·α,  d_min·β ≤ discharge ≤ d_max·β
 * </pre>
 */
public final class SessionModel {
  static final int NONE = -1;

  private final Session session;
  private final MixedIntegerProgram.Builder program;
  private final Horizon horizon;

  /** Variables of charge and discharge by period of the stay; {@link #NONE} where there is none. */
  final int[] chargeKw;

  final int[] dischargeKw;

  /** Binaries α and β by period of the stay; {@link #NONE} where none is needed. */
  final int[] charging;

  final int[] discharging;

  /** Variables of the energy after each period of the stay. */
  final int[] energyKwh;

  /** Variable of the shortfall, {@link #NONE} where the target is hard. */
  final int shortfallKwh;

  public SessionModel(Session session, Horizon horizon, MixedIntegerProgram.Builder program) {
    this.session = session;
    this.program = program;
    this.horizon = horizon;
    LeastEnergy least = session.leastEnergy(horizon);
    double[] leastKw = least.chargeKw();
    int n = session.periods();
    chargeKw = new int[n];
    dischargeKw = new int[n];
    charging = new int[n];
    discharging = new int[n];
    energyKwh = new int[n];
    for (int k = 0; k < n; k++) {
      if (k < least.givenPeriods()) {
        addGiven(k, leastKw[k]);
      } else {
        addPowers(k);
        addEnergy(k, least.kwh(k + 1), mostEnergyKwh());
      }
    }
    shortfallKwh = addTarget();
  }

  /** No choice below the least energy; so no binaries, and no energy that limits leave no room. */
  private void addGiven(int k, double kw) {
    chargeKw[k] = program.variable(kw, kw, 0);
    dischargeKw[k] = NONE;
    charging[k] = NONE;
    discharging[k] = NONE;
    addEnergy(k, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
  }

  private void addPowers(int k) {
    Charger charger = session.charger();
    PowerRange discharge = charger.discharge();
    chargeKw[k] = program.variable(0, charger.charge().maxKw(), 0);
    dischargeKw[k] = discharge == null ? NONE : program.variable(0, discharge.maxKw(), 0);
    boolean exclusive = discharge != null;
    charging[k] = exclusive || charger.charge().minKw() > 0 ? program.binary(0) : NONE;
    discharging[k] = exclusive ? program.binary(0) : NONE;
    if (charging[k] != NONE) {
      addSemiContinuity(chargeKw[k], charging[k], charger.charge());
    }
    if (discharge != null) {
      addSemiContinuity(dischargeKw[k], discharging[k], discharge);
      Affine both = new AffineBuilder().add(1, charging[k]).add(1, discharging[k]).build();
      program.row(Double.NEGATIVE_INFINITY, both, 1);
    }
  }

  /** min·on ≤ power ≤ max·on. */
  private void addSemiContinuity(int power, int on, PowerRange range) {
    Affine most = new AffineBuilder().add(1, power).add(-range.maxKw(), on).build();
    program.row(Double.NEGATIVE_INFINITY, most, 0);
    if (range.minKw() > 0) {
      Affine least = new AffineBuilder().add(1, power).add(-range.minKw(), on).build();
      program.row(0, least, Double.POSITIVE_INFINITY);
    }
  }

  private void addEnergy(int k, double leastKwh, double mostKwh) {
    Charger charger = session.charger();
    energyKwh[k] = program.variable(leastKwh, mostKwh, 0);
    AffineBuilder balance =
        new AffineBuilder()
            .add(1, energyKwh[k])
            .add(-horizon.hours(session.arrival() + k) * charger.chargeEfficiency(), chargeKw[k]);
    if (dischargeKw[k] != NONE) {
      balance.add(
          horizon.hours(session.arrival() + k) / charger.dischargeEfficiency(), dischargeKw[k]);
    }
    if (k == 0) {
      balance.add(-session.arrivalEnergyKwh());
    } else {
      balance.add(-1, energyKwh[k - 1]);
    }
    program.equality(balance.build(), 0);
  }

  /** The battery, or a little above what can be reached where it is far larger than that. */
  private double mostEnergyKwh() {
    double drawn =
        horizon.hours(session.arrival(), session.departure())
            * session.charger().chargeEfficiency()
            * session.charger().charge().maxKw();
    return Math.min(session.batteryKwh(), session.arrivalEnergyKwh() + drawn + 1);
  }

  private int addTarget() {
    AffineBuilder departure = new AffineBuilder().add(1, energyKwh[energyKwh.length - 1]);
    Double cost = session.shortfallCostPerKwh();
    int shortfall = NONE;
    if (cost != null) {
      shortfall = program.variable(0, Double.POSITIVE_INFINITY, cost);
      departure.add(1, shortfall);
    }
    program.row(session.targetEnergyKwh(), departure.build(), Double.POSITIVE_INFINITY);
    return shortfall;
  }

  /** Adds charge − discharge of the k-th period of the stay to a sum. Unit: kW. */
  public void addNetPower(AffineBuilder sum, double coefficient, int k) {
    sum.add(coefficient, chargeKw[k]);
    if (dischargeKw[k] != NONE) {
      sum.add(-coefficient, dischargeKw[k]);
    }
  }

  /** Charging power of the k-th period of the stay at x. Unit: kW. */
  public double chargeKw(double[] x, int k) {
    return x[chargeKw[k]];
  }

  /** Discharging power of the k-th period of the stay at x. Unit: kW. */
  public double dischargeKw(double[] x, int k) {
    return dischargeKw[k] == NONE ? 0 : x[dischargeKw[k]];
  }

  /**
   * Writes the point that powers by period of the stay, in kW, make into x; binaries follow the
   * powers.
   */
  public void setPoint(double[] x, double[] charge, double[] discharge) {
    double energy = session.arrivalEnergyKwh();
    for (int k = 0; k < chargeKw.length; k++) {
      x[chargeKw[k]] = charge[k];
      set(x, dischargeKw[k], discharge[k]);
      set(x, charging[k], charge[k] > 0 ? 1 : 0);
      set(x, discharging[k], discharge[k] > 0 ? 1 : 0);
      energy =
          session.energyAfter(
              energy, charge[k], discharge[k], horizon.hours(session.arrival() + k));
      x[energyKwh[k]] = energy;
    }
    set(x, shortfallKwh, Math.max(0, session.targetEnergyKwh() - energy));
  }

  private static void set(double[] x, int variable, double value) {
    if (variable != NONE) {
      x[variable] = value;
    }
  }
}
