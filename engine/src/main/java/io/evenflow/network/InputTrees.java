package io.evenflow.network;

import io.evenflow.formulation.PerUnit;
import io.evenflow.grid.Feeder;
import io.evenflow.network.GridInputs.Quantity;
import java.util.stream.IntStream;

/**
 * The directions of a period's inputs: sums of active powers, then of reactive powers, below the
 * buses of the feeder, and the substation's voltage.
 */
public final class InputTrees {
  private final GridInputs inputs;
  private final PerUnit grid;
  private final int[] activeInputs;
  private final int[] reactiveInputs;
  private final int[] voltageInput;
  private final InjectionTree active;
  private final InjectionTree reactive;

  public InputTrees(Feeder feeder, PerUnit grid, GridInputs inputs) {
    this.inputs = inputs;
    this.grid = grid;
    activeInputs = of(Quantity.ACTIVE_POWER);
    reactiveInputs = of(Quantity.REACTIVE_POWER);
    voltageInput = of(Quantity.VOLTAGE_SQUARED);
    active = new InjectionTree(feeder, buses(activeInputs));
    reactive = new InjectionTree(feeder, buses(reactiveInputs));
  }

  private int[] of(Quantity quantity) {
    return IntStream.range(0, inputs.size())
        .filter(i -> inputs.get(i).quantity() == quantity)
        .toArray();
  }

  private int[] buses(int[] some) {
    return IntStream.of(some).map(i -> inputs.get(i).bus()).toArray();
  }

  GridInputs inputs() {
    return inputs;
  }

  PerUnit grid() {
    return grid;
  }

  /** Number of directions. */
  int size() {
    return active.size() + reactive.size() + voltageInput.length;
  }

  /**
   * Direction of the active power into a bus, {@link InjectionTree#NONE} where nobody draws any.
   */
  int activeDirection(int bus) {
    return active.directionOf(bus);
  }

  /** Direction of the reactive power into a bus likewise. */
  int reactiveDirection(int bus) {
    int direction = reactive.directionOf(bus);
    return direction == InjectionTree.NONE ? direction : active.size() + direction;
  }

  /** Direction of the substation's voltage, {@link InjectionTree#NONE} where it is held. */
  int voltageDirection() {
    return voltageInput.length == 0 ? InjectionTree.NONE : active.size() + reactive.size();
  }

  /** Direction of all active power, {@link InjectionTree#NONE} where nobody draws any. */
  int outermost() {
    return active.size() == 0 ? InjectionTree.NONE : active.size() - 1;
  }

  /** The direction that carries this one and others, {@link InjectionTree#NONE} for none. */
  int parent(int direction) {
    if (direction < active.size()) {
      return active.parent(direction);
    }
    int within = direction - active.size();
    int parent = within < reactive.size() ? reactive.parent(within) : InjectionTree.NONE;
    return parent == InjectionTree.NONE ? parent : active.size() + parent;
  }

  /** Inputs that a direction sums up. */
  int[] members(int direction) {
    if (direction < active.size()) {
      return pick(activeInputs, active.members(direction));
    }
    int within = direction - active.size();
    return within < reactive.size()
        ? pick(reactiveInputs, reactive.members(within))
        : voltageInput.clone();
  }

  /** Those of them that no direction below sums up. */
  int[] own(int direction) {
    if (direction < active.size()) {
      return pick(activeInputs, active.own(direction));
    }
    int within = direction - active.size();
    return within < reactive.size()
        ? pick(reactiveInputs, reactive.own(within))
        : voltageInput.clone();
  }

  private static int[] pick(int[] from, int[] places) {
    return IntStream.of(places).map(place -> from[place]).toArray();
  }
}
