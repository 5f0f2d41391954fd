package io.evenflow.method;

import io.evenflow.fleet.PowerRange;
import io.evenflow.fleet.SessionDetails;
import io.evenflow.fleet.Storage;
import io.evenflow.resource.StepRows;

/**
 * What a storage costs at least at prices, without its dynamic program: stored energy is bought and
 * sold at one price λ all along, and how full it is matters in the end alone.
 *
 * <pre>
 * φ(λ) = Σₖ min(0, least cost of charging, of discharging in step k, stored energy at λ)
 *        + min over E and missed trips of (own cost of E + λ·E + …) − λ·(E₀ − Σ trips)
 * </pre>
 *
 * By weak duality each φ(λ) is a lower bound: least powers, steps of power, charging curves,
 * starts, what is wanted before the end, and limits of energy in between can only cost more. φ is
 * concave; its greatest value is looked for by halving, and what is found is true wherever that
 * ends.
 */
final class AtOnePrice {
  private static final int HALVINGS = 14;

  /** What rounding may have added, as a part of the sizes of what was added up. */
  private static final double ROUNDING = 1e-12;

  /** Energy that must be there may miss this. Unit: kWh. */
  private static final double THERE_KWH = 1e-6;

  private final Storage storage;
  private final int[] power;
  private final int[] plugs;
  private final double[] price;

  /** Energies in the end at which its own cost has a kink, and what it is there. */
  private final double[] kinkKwh;

  private final double[] kinkCost;
  private int kinks;

  private double value;
  private double size;

  /** Energy in the end less what its moves bring there: where it rises φ falls. */
  private double slope;

  private AtOnePrice(Storage storage, int[] power, int[] plugs, double[] price) {
    this.storage = storage;
    this.power = power;
    this.plugs = plugs;
    this.price = price;
    kinkKwh = new double[storage.wanted().size() + 2];
    kinkCost = new double[kinkKwh.length];
    findKinks();
  }

  /**
   * The bound.
   *
   * @param power row of each step's power
   * @param plugs row of each step's plug, {@link StepRows#NONE} for none; empty where there are
   *     none
   * @param price by row. Unit: currency per unit
   */
  static double least(Storage storage, int[] power, int[] plugs, double[] price) {
    return new AtOnePrice(storage, power, plugs, price).least();
  }

  private double least() {
    SessionDetails details = storage.details();
    Double missing = storage.missingCostPerKwh();
    double low = 0;
    double high =
        (missing == null ? 0 : missing)
            + details.valueAboveTargetPerKwh()
            + details.valueAtEndPerKwh();
    for (int k = 0; k < power.length; k++) {
      Storage.Step step = storage.steps().get(k);
      double wear = details.throughputCostPerKwh() * step.hours();
      high = Math.max(high, (price[power[k]] + wear) / step.kwhPerKw());
      low = Math.min(low, (price[power[k]] - wear) / step.kwhPerKwOut());
    }
    double best = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = i == 0 ? high : (low + high) / 2;
      evaluate(middle);
      best = Math.max(best, value - ROUNDING * size);
      if (slope == 0 || (i == 0 && slope > 0)) {
        return best;
      }
      if (i > 0 && slope > 0) {
        low = middle;
      } else if (i > 0) {
        high = middle;
      }
    }
    return best;
  }

  /** φ and one of its slopes. */
  private void evaluate(double lambda) {
    value = 0;
    size = 0;
    slope = -storage.startKwh();
    add(-lambda * storage.startKwh());
    Double missing = storage.missingCostPerKwh();
    SessionDetails details = storage.details();
    for (int k = 0; k < power.length; k++) {
      Storage.Step step = storage.steps().get(k);
      double wear = details.throughputCostPerKwh() * step.hours();
      double kw = price[power[k]];
      double chargeKw = step.charger().charge().maxKw();
      PowerRange range = step.charger().discharge();
      double dischargeKw = range == null ? 0 : range.maxKw();
      double charge = (kw + wear - lambda * step.kwhPerKw()) * chargeKw;
      double discharge = (wear - kw + lambda * step.kwhPerKwOut()) * dischargeKw;
      double plug = plugs.length == 0 || plugs[k] == StepRows.NONE ? 0 : price[plugs[k]];
      double least = Math.min(0, Math.min(charge, discharge)) + plug;
      if (least < 0) {
        add(least);
        slope +=
            charge <= discharge ? -step.kwhPerKw() * chargeKw : step.kwhPerKwOut() * dischargeKw;
      }
      if (step.usedKwh() > 0) {
        double left = missing == null || missing >= lambda ? step.usedKwh() : 0;
        add(lambda * left + (missing == null ? 0 : missing * (step.usedKwh() - left)));
        slope += left;
      }
    }
    addEnd(lambda);
  }

  /** The best energy in the end: one at which its cost has a kink. */
  private void addEnd(double lambda) {
    double best = Double.POSITIVE_INFINITY;
    double energy = 0;
    for (int i = 0; i < kinks; i++) {
      double cost = lambda * kinkKwh[i] + kinkCost[i];
      energy = cost < best ? kinkKwh[i] : energy;
      best = Math.min(best, cost);
    }
    add(best);
    slope += energy;
  }

  private void findKinks() {
    double from = 0;
    for (Storage.Wanted at : storage.wanted()) {
      if (isAtEnd(at) && storage.isHard(at)) {
        double must = Math.min(at.kwh(), storage.reachableKwh()) - THERE_KWH;
        from = Math.clamp(must, from, storage.capacityKwh());
      }
    }
    addKink(from);
    addKink(storage.capacityKwh());
    for (Storage.Wanted at : storage.wanted()) {
      if (isAtEnd(at) && at.kwh() > from && at.kwh() < storage.capacityKwh()) {
        addKink(at.kwh());
      }
    }
  }

  private void addKink(double kwh) {
    kinkKwh[kinks] = kwh;
    kinkCost[kinks++] = own(kwh);
  }

  private boolean isAtEnd(Storage.Wanted at) {
    return at.afterSteps() == storage.steps().size();
  }

  /** What it costs, or is worth, to end with an energy. */
  private double own(double kwh) {
    Double missing = storage.missingCostPerKwh();
    double cost = -storage.details().valueAtEndPerKwh() * kwh;
    for (Storage.Wanted at : storage.wanted()) {
      if (missing != null && isAtEnd(at) && !at.isHard()) {
        cost += missing * Math.max(0, at.kwh() - kwh);
      }
    }
    double target = storage.wanted().isEmpty() ? kwh : storage.wanted().getLast().kwh();
    return cost - storage.details().valueAboveTargetPerKwh() * Math.max(0, kwh - target);
  }

  private void add(double term) {
    value += term;
    size += Math.abs(term);
  }
}
