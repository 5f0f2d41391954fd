package io.evenflow.resource;

import io.evenflow.coordination.ConvexCosts;
import io.evenflow.coordination.Profile;
import io.evenflow.coordination.Reservoir;
import io.evenflow.coordination.Resource;
import io.evenflow.coordination.ResourceModel;
import io.evenflow.fleet.PowerRange;
import io.evenflow.fleet.Session;
import io.evenflow.fleet.Storage;
import io.evenflow.formulation.StorageModel;
import io.evenflow.mip.AffineBuilder;
import io.evenflow.mip.MixedIntegerProgram;
import io.evenflow.time.Horizon;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A session, a vehicle or a battery as a resource. Its rows are the net power of its place in each
 * of its steps, and where plugs are scarce whether it charges or discharges there, which is 1 then.
 */
public final class StorageResource implements Resource {
  /** Wanted energy that misses less than this is there. Unit: kWh. */
  private static final double THERE_KWH = 1e-9;

  private final Storage storage;
  private final double unavoidableCost;
  private final StepRows rows;
  private final StorageOracle oracle;

  /** Answers to prices in the oracle's place, null where it cannot. */
  private final @Nullable CheapestSteps cheapest;

  private final ConvexCosts linear = new ConvexCosts();
  private final ConvexCosts ordered = new ConvexCosts();

  /** Powers of the last answer by step, whoever gave it; of no use where there is none. */
  private double[] answered;

  private boolean hasAnswer;

  /**
   * @param rows the row of its station's power in each period of the stay
   */
  public StorageResource(Session session, Horizon horizon, int[] rows) {
    this(
        Storage.of(session, horizon),
        session.unavoidableShortfallCost(horizon),
        new StepRows(rows, new int[0]));
  }

  /** A vehicle or a battery, likewise. */
  public StorageResource(Storage storage, int[] rows) {
    this(storage, 0, new StepRows(rows, new int[0]));
  }

  /**
   * @param unavoidableCost own cost that it has whatever it does. Unit: currency
   * @param rows the rows that it moves
   */
  public StorageResource(Storage storage, double unavoidableCost, StepRows rows) {
    this.storage = storage;
    this.unavoidableCost = unavoidableCost;
    this.rows = rows;
    oracle = new StorageOracle(storage, rows.hasPlugs() ? OnCosts.EITHER : OnCosts.NONE);
    cheapest = rows.hasPlugs() ? null : CheapestSteps.of(storage);
    answered = oracle.netKw();
  }

  public Storage storage() {
    return storage;
  }

  /** Net powers of a profile by step. Unit: kW. */
  public double[] netKw(Profile profile) {
    return rows.netKw(profile.amounts());
  }

  /** Amounts by row of net powers by step. Unit: kW, plugs. */
  public double[] amounts(double[] netKw) {
    return rows.amounts(netKw);
  }

  @Override
  public String id() {
    return storage.id();
  }

  @Override
  public int[] rows() {
    return rows.ascending();
  }

  @Override
  public double least(int i) {
    PowerRange discharge = storage.steps().get(rows.step(i)).charger().discharge();
    return rows.isPlug(i) || discharge == null ? 0 : -discharge.maxKw();
  }

  @Override
  public double most(int i) {
    return rows.isPlug(i) ? 1 : storage.steps().get(rows.step(i)).charger().charge().maxKw();
  }

  @Override
  public double answer(double[] pricePerUnit) {
    if (cheapest != null) {
      return answeredBy(cheapest.netKw(), cheapest.solve(pricePerUnit, rows.power()));
    }
    rows.setLinear(linear, pricePerUnit);
    return answeredBy(oracle.netKw(), oracle.solve(linear));
  }

  @Override
  public double answer(ConvexCosts costs) {
    return answeredBy(oracle.netKw(), oracle.solve(rows.inOrderOfSteps(costs, ordered)));
  }

  private double answeredBy(double[] netKw, double value) {
    answered = netKw;
    hasAnswer = value < Double.POSITIVE_INFINITY;
    return value;
  }

  @Override
  public void answerShifted(double[] pricePerUnit, double[][] shifts, double[][] least) {
    if (!oracle.isPlain()) {
      Resource.super.answerShifted(pricePerUnit, shifts, least);
      return;
    }
    double[][] own = new double[shifts.length][];
    for (int i = 0; i < own.length; i++) {
      own[i] = rows.inOrderOfSteps(shifts[i]);
    }
    double[][] found = new double[shifts.length][rows.count()];
    rows.setLinear(linear, pricePerUnit);
    oracle.solveWhole(linear);
    ShiftedAnswers.room().solve(oracle, linear, own, found);
    for (int i = 0; i < own.length; i++) {
      rows.ascending(found[i], least[i]);
    }
  }

  @Override
  public Profile profile() {
    double ownCost = hasAnswer ? storage.ownCost(answered).total() : Double.POSITIVE_INFINITY;
    return new Profile(rows.amounts(answered), ownCost);
  }

  @Override
  public @Nullable Profile idle() {
    double[] netKw = storage.leastEnergy().chargeKw();
    if (storage.details().minimumRunPeriods() > 1 && isMoving(netKw)) {
      StorageOracle lazy = new StorageOracle(storage.withoutWishes(), OnCosts.NONE);
      ConvexCosts nothing = new ConvexCosts();
      nothing.setLinear(new double[netKw.length], StepRows.upTo(netKw.length));
      if (Double.isInfinite(lazy.solve(nothing))) {
        return null;
      }
      netKw = lazy.netKw().clone();
    }
    boolean mustMove = storage.mostMissingOfHardKwh(storage.energiesKwh(netKw)) > THERE_KWH;
    return mustMove ? dutiful() : profileOf(netKw);
  }

  /** As little energy as what is wanted without fail takes; null where that is out of reach. */
  private @Nullable Profile dutiful() {
    StorageOracle dear = new StorageOracle(storage, OnCosts.NONE);
    ConvexCosts constant = new ConvexCosts();
    double[] price = new double[storage.steps().size()];
    Arrays.fill(price, 1);
    constant.setLinear(price, StepRows.upTo(price.length));
    return Double.isInfinite(dear.solve(constant)) ? null : profileOf(dear.netKw().clone());
  }

  private static boolean isMoving(double[] netKw) {
    for (double kw : netKw) {
      if (kw != 0) {
        return true;
      }
    }
    return false;
  }

  private Profile profileOf(double[] netKw) {
    return new Profile(rows.amounts(netKw), storage.ownCost(netKw).total());
  }

  /** Without least powers, steps, runs and curves; energies in the battery are its level. */
  @Override
  public Reservoir reservoir() {
    return StoragePicture.of(storage, rows.power());
  }

  @Override
  public @Nullable Reservoir heldTo(Profile profile) {
    return HeldPicture.of(storage, rows.power(), rows.netKw(profile.amounts()), rows.hasPlugs());
  }

  @Override
  public @Nullable Profile mended(Reservoir held, double[] found) {
    double[] moving = HeldPicture.mended(held, found);
    if (moving == null || !HeldPicture.isKept(held, moving)) {
      return null;
    }
    double[] netKw = new double[storage.steps().size()];
    int next = 0;
    for (int k = 0; k < netKw.length && next < moving.length; k++) {
      if (rows.power()[k] == held.rows()[next]) {
        netKw[k] = moving[next++];
      }
    }
    return profileOf(netKw);
  }

  @Override
  public double unavoidableCost() {
    return unavoidableCost;
  }

  /** Amounts with what they cost the storage itself. */
  @Override
  public Profile priced(double[] amounts) {
    return new Profile(amounts, storage.ownCost(rows.netKw(amounts)).total());
  }

  @Override
  public ResourceModel addTo(MixedIntegerProgram.Builder program) {
    return inProgram(new StorageModel(storage, program));
  }

  ResourceModel inProgram(StorageModel model) {
    return new InProgram(model);
  }

  /** The storage in a mixed-integer program. */
  private final class InProgram implements ResourceModel {
    private final StorageModel model;

    InProgram(StorageModel model) {
      this.model = model;
    }

    @Override
    public void addAmount(AffineBuilder sum, int i) {
      if (rows.isPlug(i)) {
        model.addInUse(sum, 1, rows.step(i));
      } else {
        model.addNetPower(sum, 1, rows.step(i));
      }
    }

    @Override
    public Profile profile(double[] x) {
      double[] netKw = new double[storage.steps().size()];
      double energy = storage.startKwh();
      for (int k = 0; k < netKw.length; k++) {
        double charge = PowerCleaning.chargeKw(storage, k, model.chargeKw(x, k));
        double discharge = PowerCleaning.dischargeKw(storage, k, model.dischargeKw(x, k));
        double arrived = storage.energyAfterTrip(k, energy);
        charge = charge == 0 ? 0 : storage.limitedByCurveKw(k, arrived, charge);
        energy = storage.steps().get(k).energyAfter(arrived, charge, discharge);
        netKw[k] = charge - discharge;
      }
      return profileOf(netKw);
    }

    @Override
    public void setPoint(double[] x, Profile profile) {
      double[] netKw = rows.netKw(profile.amounts());
      double[] charge = new double[netKw.length];
      double[] discharge = new double[netKw.length];
      for (int k = 0; k < charge.length; k++) {
        charge[k] = Math.max(0, netKw[k]);
        discharge[k] = Math.max(0, -netKw[k]);
      }
      model.setPoint(x, charge, discharge);
    }
  }
}
