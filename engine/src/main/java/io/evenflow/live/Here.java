package io.evenflow.live;

import io.evenflow.fleet.Charger;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A vehicle that is plugged in.
 *
 * @param id name of its session
 * @param station id of its station
 * @param charger what it can draw and feed in, as far as is known by now
 * @param batteryKwh what its battery holds. Unit: kWh
 * @param energyKwh energy now: the last measurement and what was commanded since. Unit: kWh
 * @param arrivalKwh energy it came with. Unit: kWh
 * @param targetKwh energy wanted on departure. Unit: kWh
 * @param arrival when it came
 * @param departure when it says it leaves
 * @param told when it said so last, by what it said
 * @param promise what it was promised, null for nothing yet
 * @param command what its charger does, null where it was told nothing yet
 */
public record Here(
    String id,
    String station,
    Charger charger,
    double batteryKwh,
    double energyKwh,
    double arrivalKwh,
    double targetKwh,
    Instant arrival,
    Instant departure,
    Told told,
    @Nullable Promise promise,
    @Nullable Command command) {
  /** When things were said last: an older word does not undo a newer one. */
  public record Told(Instant energy, Instant target, Instant departure, Instant power) {
    static Told all(Instant at) {
      return new Told(at, at, at, at);
    }
  }

  Here withEnergy(double kwh) {
    return withEnergy(kwh, told);
  }

  Here measured(double kwh, Instant at) {
    return withEnergy(kwh, new Told(at, told.target(), told.departure(), told.power()));
  }

  private Here withEnergy(double kwh, Told saidAt) {
    double energy = Math.clamp(kwh, 0, batteryKwh);
    return new Here(
        id,
        station,
        charger,
        batteryKwh,
        energy,
        arrivalKwh,
        targetKwh,
        arrival,
        departure,
        saidAt,
        promise,
        command);
  }

  Here withTarget(double kwh, Instant at) {
    Told saidAt = new Told(told.energy(), at, told.departure(), told.power());
    return new Here(
        id,
        station,
        charger,
        batteryKwh,
        energyKwh,
        arrivalKwh,
        kwh,
        arrival,
        departure,
        saidAt,
        promise,
        command);
  }

  Here withDeparture(Instant other, Instant at) {
    Told saidAt = new Told(told.energy(), told.target(), at, told.power());
    return new Here(
        id,
        station,
        charger,
        batteryKwh,
        energyKwh,
        arrivalKwh,
        targetKwh,
        arrival,
        other,
        saidAt,
        promise,
        command);
  }

  Here drawingAtMost(double kw, Instant at) {
    Told saidAt = new Told(told.energy(), told.target(), told.departure(), at);
    return new Here(
        id,
        station,
        charger.drawingAtMost(kw),
        batteryKwh,
        energyKwh,
        arrivalKwh,
        targetKwh,
        arrival,
        departure,
        saidAt,
        promise,
        command);
  }

  Here promised(Promise other) {
    return new Here(
        id,
        station,
        charger,
        batteryKwh,
        energyKwh,
        arrivalKwh,
        targetKwh,
        arrival,
        departure,
        told,
        other,
        command);
  }

  Here commanded(Command other) {
    return new Here(
        id,
        station,
        charger,
        batteryKwh,
        energyKwh,
        arrivalKwh,
        targetKwh,
        arrival,
        departure,
        told,
        promise,
        other);
  }

  /** What it has after going on as commanded. Unit: kWh. */
  double energyAfter(double hours) {
    double kw = command == null ? 0 : command.netKw();
    double stored = kw > 0 ? charger.chargeEfficiency() * kw : kw / charger.dischargeEfficiency();
    return Math.clamp(energyKwh + hours * stored, 0, batteryKwh);
  }
}
