package io.evenflow.service.ocpp;

import io.evenflow.fleet.Charger;
import io.evenflow.live.Here;
import io.evenflow.ocpp.arrival.BatteryNeeds;
import io.evenflow.ocpp.arrival.ChargingNeeds;
import io.evenflow.ocpp.arrival.Measured;
import io.evenflow.ocpp.arrival.TransactionEvent;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A transaction at a charger: where it is, what its car asked for, what its meter said, and what it
 * was told. Several threads look at it.
 *
 * <p>Energies begin at the least that its car wants to keep, so that a plan never goes below it.
 */
final class Running {
  /** The shortest time from one reading that is planned with to the next. */
  private static final Duration BETWEEN_READINGS = Duration.ofSeconds(5);

  private final String id;
  private final Instant began;
  private @Nullable Integer evse;
  private @Nullable ChargingNeeds needs;
  private Measured measured = Measured.NOTHING;

  /** What the meter said when the battery had that much. */
  private Measured base = Measured.NOTHING;

  private double baseKwh;
  private @Nullable Instant planned;
  private @Nullable Steering wanted;
  private @Nullable Steering sent;

  Running(String id, Instant began) {
    this.id = id;
    this.began = began;
  }

  String id() {
    return id;
  }

  Instant began() {
    return began;
  }

  synchronized @Nullable Integer evse() {
    return evse;
  }

  synchronized @Nullable ChargingNeeds needs() {
    return needs;
  }

  /** Its charger said something of it. */
  synchronized void heard(TransactionEvent event) {
    evse = event.evse() == null ? evse : event.evse();
    measured = measured.then(event.measured());
  }

  /** Its car said what it needs at this reading of the meter. */
  synchronized void needs(ChargingNeeds said) {
    needs = said;
    base = measured;
    BatteryNeeds battery = said.energies();
    baseKwh = battery.arrivalKwh() - leastKwh(battery);
  }

  /** Who comes with less than its least begins there. */
  private static double leastKwh(BatteryNeeds battery) {
    return Math.min(battery.leastKwh(), battery.arrivalKwh());
  }

  /** Size of a battery on this scale. Unit: kWh */
  static double batteryKwh(BatteryNeeds battery) {
    return battery.capacityKwh() - leastKwh(battery);
  }

  /** What it wants on this scale. Unit: kWh */
  static double targetKwh(BatteryNeeds battery) {
    return Math.max(battery.targetKwh(), battery.leastKwh()) - leastKwh(battery);
  }

  /** What its battery has by its needs and the meter since. Unit: kWh */
  synchronized double energyKwh(Charger charger) {
    if (base.importKwh() == null) {
      base = measured;
    }
    double in = since(measured.importKwh(), base.importKwh());
    double out = since(measured.exportKwh(), base.exportKwh());
    return baseKwh + charger.chargeEfficiency() * in - out / charger.dischargeEfficiency();
  }

  /** The same of one whose needs nobody here heard: it has what the site has of it. */
  synchronized double energyKwh(Here here) {
    if (needs == null && base.importKwh() == null) {
      baseKwh = here.energyKwh();
    }
    return Math.clamp(energyKwh(here.charger()), 0, here.batteryKwh());
  }

  /**
   * Whether a reading is to be planned with. A meter may say much; what comes within a few seconds
   * of the last that was is kept, and counts with the next.
   */
  synchronized boolean isDue(Instant now) {
    boolean isDue = planned == null || !now.isBefore(planned.plus(BETWEEN_READINGS));
    planned = isDue ? now : planned;
    return isDue;
  }

  /** Registers do not fall: one that does was put in place of another. */
  private static double since(@Nullable Double now, @Nullable Double then) {
    return now == null || then == null ? 0 : Math.max(0, now - then);
  }

  synchronized void want(Steering steering) {
    wanted = steering;
  }

  /** What it shall be told now, null where it does already what is wanted. */
  synchronized @Nullable Steering untold() {
    Steering steering = wanted;
    return steering == null || steering.isSaidBy(sent) ? null : steering;
  }

  synchronized void told(@Nullable Steering steering) {
    sent = steering;
  }
}
