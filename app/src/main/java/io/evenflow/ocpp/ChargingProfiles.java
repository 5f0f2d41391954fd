package io.evenflow.ocpp;

import io.evenflow.io.Times;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Scenario;
import io.evenflow.time.Horizon;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes charging profiles of schedules.
 *
 * <p>A profile begins with the stay and ends with it, or sooner where it is valid for less: after
 * that a charger does what its next profile says, see {@link #fallback}.
 */
public final class ChargingProfiles {
  private final ProfileOptions options;
  private final ProfileMessage message;

  public ChargingProfiles(ProfileOptions options) {
    this.options = options;
    message = new ProfileMessage(options);
  }

  /**
   * A profile for each stay: sessions, then vehicles, in the order of the scenario.
   *
   * @throws OcppException where the version cannot say what a stay shall do, or only in more
   *     periods than allowed
   */
  public List<ChargingProfile> of(Scenario scenario, Dispatch dispatch) {
    List<PlannedStay> stays = PlannedStay.of(scenario, dispatch);
    return of(stays, Transactions.of(stays, options.version()), scenario.horizon());
  }

  /** The same with transactions that are known, one for each stay. */
  public List<ChargingProfile> of(
      List<PlannedStay> stays, List<Transaction> transactions, Horizon horizon) {
    List<String> names = FileNames.of(stays);
    List<ChargingProfile> profiles = new ArrayList<>();
    for (int i = 0; i < stays.size(); i++) {
      PlannedStay stay = allowed(stays.get(i), horizon);
      Transaction transaction = transactions.get(i);
      ObjectNode request = request(i + 1, stay, transaction, horizon);
      profiles.add(new ChargingProfile(stay, transaction, names.get(i), request));
    }
    return profiles;
  }

  /**
   * The {@code SetChargingProfileRequest} of one stay.
   *
   * @param id of the profile: at its charger, one with the same replaces it
   * @throws OcppException as {@link #of(Scenario, Dispatch)}
   */
  public ObjectNode request(int id, PlannedStay planned, Transaction transaction, Horizon horizon) {
    transaction.require(options.version());
    PlannedStay stay = allowed(planned, horizon);
    int seconds = RatePeriod.secondsUntil(stay, stay.departure(), horizon);
    Integer validMinutes = options.validMinutes();
    if (validMinutes != null) {
      seconds = (int) Math.min(seconds, 60L * validMinutes);
    }
    long[] steps = RoundedRates.of(stay, options.unit(), horizon);
    List<RatePeriod> periods = RatePeriod.of(stay, steps, horizon, seconds);
    if (periods.size() > options.mostPeriods()) {
      throw new OcppException(
          "%s: the schedule has %d periods after equal ones were merged, at most %d are allowed"
              .formatted(stay.name(), periods.size(), options.mostPeriods()),
          "Maybe hand out less of it at once, by a shorter validity, or plan in longer periods.");
    }
    return message.ofTransaction(
        id, transaction, horizon.startOf(stay.arrival()), seconds, periods);
  }

  /** Refuses or clips what feeds in where that cannot be said. */
  private PlannedStay allowed(PlannedStay stay, Horizon horizon) {
    double half = options.unit().stepKw() / 2;
    int first = 0;
    while (first < stay.netKw().length && stay.netKw()[first] > -half) {
      first++;
    }
    if (options.hasSetpoints() || first == stay.netKw().length) {
      return stay;
    }
    if (!options.clipsDischarge()) {
      throw new OcppException(
          "%s: feeds in %s kW from %s on, which %s cannot say"
              .formatted(
                  stay.name(),
                  -stay.netKw()[first],
                  Times.text(horizon.startOf(stay.arrival() + first)),
                  "OCPP "
                      + options.version().word()
                      + (options.chargingOnly() ? " in ChargingOnly" : "")),
          "Maybe use 2.1 with setpoints, or --clip-discharge: the vehicle then pauses instead.");
    }
    return stay.withNetKw(Arrays.stream(stay.netKw()).map(kw -> Math.max(0, kw)).toArray());
  }

  /**
   * A {@code TxDefaultProfile} for all EVSEs of a charger: what holds where a transaction has no
   * profile, or its profile has ended.
   *
   * @param kw greatest power then. Unit: kW; at least 0
   */
  public ObjectNode fallback(double kw) {
    if (!(kw >= 0 && kw <= 1e6)) {
      throw new OcppException(
          "the fallback's power (" + kw + " kW) must be at least 0 and at most 1e6 kW",
          "Maybe 0 is meant, which pauses, or the least that a vehicle shall have.");
    }
    return message.fallback(0, (long) Math.floor(kw / options.unit().stepKw() + 1e-6));
  }
}
