package io.evenflow.ocpp.arrival;

import io.evenflow.fleet.PowerRange;
import io.evenflow.io.JsonObject;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a car asks for: NotifyEVChargingNeeds of 2.0.1 and 2.1.
 *
 * @param evse where it is; at least 1
 * @param said when it said so, null where the message does not say it
 * @param departure when it will leave, null where it does not say
 * @param energies what its battery holds and shall hold
 * @param charge powers it can draw, null where it does not say. Unit: kW
 * @param discharge powers it can feed in, null where it cannot. Unit: kW
 */
public record ChargingNeeds(
    int evse,
    @Nullable Instant said,
    @Nullable Instant departure,
    BatteryNeeds energies,
    @Nullable PowerRange charge,
    @Nullable PowerRange discharge) {
  private static final Set<String> TWO_WAYS =
      Set.of("AC_BPT", "AC_BPT_DER", "DC_BPT", "DC_ACDP_BPT");
  private static final String SWAPPED = "Maybe the two are swapped.";

  /**
   * Reads a request.
   *
   * @param supply of the EVSE: for AC, currents become powers by it
   * @throws io.evenflow.io.InputException where something that is needed is missing or contradicts
   */
  public static ChargingNeeds of(JsonObject request, Supply supply) {
    int evse = request.wholeNumber("evseId");
    if (evse < 1) {
      throw request.error(
          "evseId (" + evse + ") must be at least 1", "Maybe the station is meant.");
    }
    JsonObject needs = request.object("chargingNeeds");
    String mode = needs.text("requestedEnergyTransfer");
    JsonObject both =
        needs.has("v2xChargingParameters") ? needs.object("v2xChargingParameters") : null;
    return new ChargingNeeds(
        evse,
        MessageTime.orNull(request, "timestamp"),
        MessageTime.orNull(needs, "departureTime"),
        BatteryNeeds.of(needs),
        charge(needs, mode, both, supply),
        TWO_WAYS.contains(mode) && both != null ? range(both, "Discharge") : null);
  }

  private static @Nullable PowerRange charge(
      JsonObject needs, String mode, @Nullable JsonObject both, Supply supply) {
    if (both != null && both.has("maxChargePower")) {
      return range(both, "Charge");
    }
    if (needs.has("acChargingParameters")) {
      return alternating(needs.object("acChargingParameters"), mode, supply);
    }
    return needs.has("dcChargingParameters") ? direct(needs.object("dcChargingParameters")) : null;
  }

  private static PowerRange alternating(JsonObject car, String mode, Supply supply) {
    int phases =
        switch (mode) {
          case "AC_single_phase" -> 1;
          case "AC_two_phase" -> 2;
          default -> 3;
        };
    double volts = car.number("evMaxVoltage");
    double least = supply.kw(car.number("evMinCurrent"), phases, volts);
    double most = supply.kw(car.number("evMaxCurrent"), phases, volts);
    return car.build(SWAPPED, () -> new PowerRange(least, most));
  }

  private static PowerRange direct(JsonObject car) {
    double most =
        car.has("evMaxPower")
            ? car.number("evMaxPower")
            : car.number("evMaxCurrent") * car.number("evMaxVoltage");
    return car.build("Maybe a sign error.", () -> new PowerRange(0, most / 1000));
  }

  /** Sums of phases where each has its own. */
  private static @Nullable PowerRange range(JsonObject both, String direction) {
    String most = "max" + direction + "Power";
    if (!both.has(most)) {
      return null;
    }
    double least = sum(both, "min" + direction + "Power") / 1000;
    double greatest = sum(both, most) / 1000;
    return both.build(SWAPPED, () -> new PowerRange(least, greatest));
  }

  private static double sum(JsonObject both, String field) {
    return Stream.of(field, field + "_L2", field + "_L3")
        .mapToDouble(name -> both.numberOr(0, name))
        .sum();
  }
}
