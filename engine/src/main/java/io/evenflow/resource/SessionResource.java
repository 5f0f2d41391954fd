package io.evenflow.resource;

import io.evenflow.coordination.ConvexCosts;
import io.evenflow.coordination.Profile;
import io.evenflow.coordination.Resource;
import io.evenflow.coordination.ResourceModel;
import io.evenflow.fleet.PowerRange;
import io.evenflow.fleet.Session;
import io.evenflow.formulation.StorageModel;
import io.evenflow.mip.AffineBuilder;
import io.evenflow.mip.MixedIntegerProgram;
import io.evenflow.time.Horizon;
import org.jspecify.annotations.Nullable;

/**
 * A session as a resource: its rows are the net power of its station in the periods of its stay.
 */
public final class SessionResource implements Resource {
  private final Session session;
  private final Horizon horizon;
  private final int[] rows;
  private final SessionOracle oracle;
  private final ConvexCosts linear = new ConvexCosts();

  /**
   * @param rows the row of its station's power in each period of the stay
   */
  public SessionResource(Session session, Horizon horizon, int[] rows) {
    this.session = session;
    this.horizon = horizon;
    this.rows = rows;
    oracle = new SessionOracle(session, horizon);
  }

  @Override
  public String id() {
    return session.id();
  }

  @Override
  public int[] rows() {
    return rows;
  }

  @Override
  public double least(int i) {
    PowerRange discharge = session.charger().discharge();
    return discharge == null ? 0 : -discharge.maxKw();
  }

  @Override
  public double most(int i) {
    return session.charger().charge().maxKw();
  }

  @Override
  public double answer(double[] pricePerUnit) {
    linear.setLinear(pricePerUnit, rows);
    return oracle.solve(linear);
  }

  @Override
  public double answer(ConvexCosts costs) {
    return oracle.solve(costs);
  }

  @Override
  public void answerShifted(double[] pricePerUnit, double[][] shifts, double[][] least) {
    double[][] own = new double[shifts.length][rows.length];
    for (int n = 0; n < own.length; n++) {
      for (int k = 0; k < rows.length; k++) {
        own[n][k] = shifts[n][rows[k]];
      }
    }
    linear.setLinear(pricePerUnit, rows);
    oracle.solve(linear);
    ShiftedAnswers.room().solve(oracle, linear, own, least);
  }

  @Override
  public Profile profile() {
    double[] netKw = new double[rows.length];
    oracle.netKw(netKw);
    return new Profile(netKw, oracle.cost() - oracle.gridCost());
  }

  @Override
  public @Nullable Profile idle() {
    return session.hasHardTarget() ? null : priced(session.leastEnergy(horizon).chargeKw());
  }

  @Override
  public double unavoidableCost() {
    return session.unavoidableShortfallCost(horizon);
  }

  /** Net powers with what their energy leaves missing on departure. */
  @Override
  public Profile priced(double[] netKw) {
    double energy = session.arrivalEnergyKwh();
    for (int k = 0; k < netKw.length; k++) {
      double hours = horizon.hours(session.arrival() + k);
      energy = session.energyAfter(energy, Math.max(0, netKw[k]), Math.max(0, -netKw[k]), hours);
    }
    Double perKwh = session.shortfallCostPerKwh();
    double missing = Math.max(0, session.targetEnergyKwh() - energy);
    return new Profile(netKw, perKwh == null ? 0 : perKwh * missing);
  }

  @Override
  public ResourceModel addTo(MixedIntegerProgram.Builder program) {
    return new InProgram(new StorageModel(session, horizon, program));
  }

  /** The session in a mixed-integer program. */
  private final class InProgram implements ResourceModel {
    private final StorageModel model;

    InProgram(StorageModel model) {
      this.model = model;
    }

    @Override
    public void addAmount(AffineBuilder sum, int i) {
      model.addNetPower(sum, 1, i);
    }

    @Override
    public Profile profile(double[] x) {
      double[] netKw = new double[rows.length];
      for (int k = 0; k < netKw.length; k++) {
        double charge = PowerCleaning.chargeKw(session, model.chargeKw(x, k));
        netKw[k] = charge - PowerCleaning.dischargeKw(session, model.dischargeKw(x, k));
      }
      return priced(netKw);
    }

    @Override
    public void setPoint(double[] x, Profile profile) {
      double[] charge = new double[rows.length];
      double[] discharge = new double[rows.length];
      for (int k = 0; k < charge.length; k++) {
        charge[k] = Math.max(0, profile.amounts()[k]);
        discharge[k] = Math.max(0, -profile.amounts()[k]);
      }
      model.setPoint(x, charge, discharge);
    }
  }
}
