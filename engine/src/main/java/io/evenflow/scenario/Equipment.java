package io.evenflow.scenario;

import io.evenflow.fleet.Battery;
import io.evenflow.fleet.Group;
import io.evenflow.fleet.Solar;
import io.evenflow.fleet.Vehicle;
import io.evenflow.market.Emissions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a day has beside a grid, stations and sessions.
 *
 * @param substation what holds at the substation
 * @param groups stations that share something
 * @param solar photovoltaic plants
 * @param batteries stationary batteries
 * @param vehicles vehicles with several stays
 * @param emissions CO₂ of what the substation draws, null for none
 */
public record Equipment(
    Substation substation,
    List<Group> groups,
    List<Solar> solar,
    List<Battery> batteries,
    List<Vehicle> vehicles,
    @Nullable Emissions emissions) {
  public static final Equipment NONE =
      new Equipment(Substation.OF_THE_CASE, List.of(), List.of(), List.of(), List.of(), null);

  public Equipment {
    groups = List.copyOf(groups);
    solar = List.copyOf(solar);
    batteries = List.copyOf(batteries);
    vehicles = List.copyOf(vehicles);
  }

  /** With another substation. */
  public Equipment withSubstation(Substation other) {
    return new Equipment(other, groups, solar, batteries, vehicles, emissions);
  }

  /** With other emissions. */
  public Equipment withEmissions(Emissions other) {
    return new Equipment(substation, groups, solar, batteries, vehicles, other);
  }

  /** With other groups. */
  public Equipment withGroups(List<Group> others) {
    return new Equipment(substation, others, solar, batteries, vehicles, emissions);
  }

  /** With other vehicles. */
  public Equipment withVehicles(List<Vehicle> others) {
    return new Equipment(substation, groups, solar, batteries, others, emissions);
  }

  /** Without what stores energy. */
  Equipment withoutStorage() {
    return new Equipment(substation, groups, solar, List.of(), List.of(), emissions);
  }
}
