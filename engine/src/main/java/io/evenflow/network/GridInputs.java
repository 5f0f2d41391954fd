package io.evenflow.network;

import io.evenflow.fleet.Solar;
import io.evenflow.grid.Feeder;
import io.evenflow.grid.Generator;
import io.evenflow.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;

/**
 * What decides the power flow of a period: the powers drawn at buses, by what moves at the
 * scenario's places and by generators (as negative ones), the reactive power of PV, and the voltage
 * of the substation where it has a range. The first generator at the substation gives whatever is
 * left; generators without a range are part of the load.
 *
 * <p>Inputs are in order: places, then active and reactive power of the other generators, then
 * reactive power of PV, then the voltage.
 */
public final class GridInputs {
  /** Unit of the voltage as an input: thousandths of v = |V|². */
  public static final double VOLTAGE_PARTS = 1000;

  /**
   * A generator that a file says is unlimited gives no more than this many times the base power.
   */
  private static final double MOST_OF_BASE = 100;

  /** What an input is. */
  public enum Quantity {
    /** Drawn at a bus. Unit: kW */
    ACTIVE_POWER,
    /** Drawn at a bus. Unit: kvar */
    REACTIVE_POWER,
    /** v of the substation. Unit: p.u./{@link #VOLTAGE_PARTS} */
    VOLTAGE_SQUARED
  }

  /**
   * One input.
   *
   * @param bus index in the feeder
   * @param generator index in the feeder's generators, −1 where it is none
   * @param plant index in the scenario's PV, −1 where it is none
   * @param least least amount, NaN for a place
   * @param most greatest amount
   */
  public record Input(
      Quantity quantity, int bus, int generator, int plant, double least, double most) {
    public boolean isGenerator() {
      return generator >= 0;
    }

    /** Whether it is drawn at a bus. */
    boolean isPower() {
      return quantity == Quantity.ACTIVE_POWER || quantity == Quantity.REACTIVE_POWER;
    }
  }

  private final List<Input> inputs = new ArrayList<>();
  private final int places;
  private final int slack;
  private final double[] fixedKw;
  private final double[] fixedKvar;

  /** Generators other than the slack whose active power has no range. */
  private final List<Integer> fixed = new ArrayList<>();

  public GridInputs(Scenario scenario) {
    Feeder feeder = scenario.feeder();
    slack = slackOf(feeder);
    fixedKw = new double[feeder.busCount()];
    fixedKvar = new double[feeder.busCount()];
    places = scenario.places().size();
    for (int place = 0; place < places; place++) {
      int bus = scenario.places().bus(place);
      add(Quantity.ACTIVE_POWER, bus, -1, Double.NaN, Double.NaN);
    }
    for (int g = 0; g < feeder.generators().size(); g++) {
      if (g != slack) {
        addGenerator(feeder.generators().get(g), feeder.generatorBus(g), g, feeder.baseMva());
      }
    }
    for (int i = 0; i < scenario.solar().size(); i++) {
      addReactive(scenario.solar().get(i), scenario, i);
    }
    double least = Math.pow(feeder.bus(0).voltageMinPu(), 2) * VOLTAGE_PARTS;
    double most = Math.pow(feeder.bus(0).voltageMaxPu(), 2) * VOLTAGE_PARTS;
    if (least < most) {
      add(Quantity.VOLTAGE_SQUARED, 0, -1, least, most);
    }
  }

  private void addReactive(Solar plant, Scenario scenario, int index) {
    Double rating = plant.ratingKva();
    double most = 0;
    if (plant.reactive() == Solar.Reactive.FREE && rating != null) {
      most = rating;
    } else if (plant.curtailable()) {
      for (int t = 0; t < scenario.periods(); t++) {
        most = Math.max(most, Math.abs(plant.drawnKvarPerKw()) * plant.mostKw(t));
      }
    }
    if (most > 0) {
      int bus = scenario.busIndexOf(plant.location());
      inputs.add(new Input(Quantity.REACTIVE_POWER, bus, -1, index, -most, most));
    }
  }

  private static int slackOf(Feeder feeder) {
    for (int g = 0; g < feeder.generators().size(); g++) {
      if (feeder.generatorBus(g) == 0) {
        return g;
      }
    }
    throw new IllegalStateException("a feeder has a generator at its substation");
  }

  private void addGenerator(Generator generator, int bus, int g, double baseMva) {
    double cap = 1000 * MOST_OF_BASE * baseMva;
    double least = Math.max(-cap, -1000 * generator.activeMaxMw());
    double most = Math.min(cap, -1000 * generator.activeMinMw());
    if (least < most) {
      add(Quantity.ACTIVE_POWER, bus, g, least, most);
    } else {
      fixedKw[bus] += least;
      fixed.add(g);
    }
    double leastKvar = Math.max(-cap, -1000 * generator.reactiveMaxMvar());
    double mostKvar = Math.min(cap, -1000 * generator.reactiveMinMvar());
    if (leastKvar < mostKvar) {
      add(Quantity.REACTIVE_POWER, bus, g, leastKvar, mostKvar);
    } else {
      fixedKvar[bus] += leastKvar;
    }
  }

  private void add(Quantity quantity, int bus, int generator, double least, double most) {
    inputs.add(new Input(quantity, bus, generator, -1, least, most));
  }

  public int size() {
    return inputs.size();
  }

  public Input get(int i) {
    return inputs.get(i);
  }

  /** The generator at the substation that gives what is left. */
  public int slack() {
    return slack;
  }

  /** Whether what moves at places alone decides. */
  boolean arePlaces() {
    return inputs.size() == places;
  }

  /** Number of places, the first inputs. */
  public int places() {
    return places;
  }

  /** What generators without a range cost. Unit: currency per hour. */
  double fixedCost(Scenario scenario, int period) {
    double sum = 0;
    for (int g : fixed) {
      double mw = scenario.feeder().generators().get(g).activeMaxMw();
      sum += scenario.generationCost(g, period).perHour(mw);
    }
    return sum;
  }

  /** Drawn at a bus by generators without a range. Unit: kW. */
  double fixedKw(int bus) {
    return fixedKw[bus];
  }

  /** Likewise. Unit: kvar. */
  double fixedKvar(int bus) {
    return fixedKvar[bus];
  }
}
