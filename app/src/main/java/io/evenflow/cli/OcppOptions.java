package io.evenflow.cli;

import io.evenflow.io.exchange.Belongings;
import io.evenflow.ocpp.OcppVersion;
import io.evenflow.ocpp.ProfileOptions;
import io.evenflow.ocpp.RateUnit;
import io.evenflow.ocpp.replay.ChargerModel;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How {@code evenflow ocpp} makes profiles. */
final class OcppOptions {
  /** Of AC chargers by IEC 61851. */
  private static final double LEAST_AMPERES = 6;

  @Option(
      names = "--version",
      paramLabel = "2.1|2.0.1|1.6",
      required = true,
      description = "The version of OCPP. Only 2.1 can say that vehicles feed in.")
  private String version = "";

  @Option(
      names = "--unit",
      paramLabel = "W|A",
      description =
          "Whole watts, or tenths of an ampere on each phase, rounded towards zero. Default:"
              + " ${DEFAULT-VALUE}.")
  private String unit = "W";

  @Option(
      names = "--phases",
      paramLabel = "N",
      description = "Phases the chargers use; 3 for --unit A unless told.")
  private @Nullable Integer phases;

  @Option(
      names = "--voltage",
      paramLabel = "V",
      description = "Nominal voltage between a phase and neutral. Default: ${DEFAULT-VALUE}.")
  private double voltage = 230;

  @Option(
      names = "--charging-only",
      description = "Limits in place of setpoints in 2.1, for chargers that cannot feed in.")
  private boolean chargingOnly;

  @Option(
      names = "--clip-discharge",
      description = "Pause where a vehicle would feed in and the version cannot say it.")
  private boolean clipsDischarge;

  @Option(
      names = "--valid-minutes",
      paramLabel = "MIN",
      description =
          "A profile ends so long after its start, also where nobody sends a new one. Default:"
              + " with the stay.")
  private @Nullable Integer validMinutes;

  @Option(
      names = "--max-periods",
      paramLabel = "N",
      description = "Most periods of a schedule that the chargers take. Default: ${DEFAULT-VALUE}.")
  private int mostPeriods = ProfileOptions.MOST_PERIODS;

  @Option(
      names = "--max-offline-minutes",
      paramLabel = "MIN",
      description = "How long a charger follows its profile without a connection. 2.1 only.")
  private @Nullable Integer maxOfflineMinutes;

  @Option(
      names = "--fallback-kw",
      paramLabel = "KW",
      description =
          "Also write a TxDefaultProfile of so much power, for when no profile holds any more.")
  private @Nullable Double fallbackKw;

  @Option(
      names = "--check",
      description =
          "Replay the profiles on a model of chargers and check the day by AC power flow, as"
              + " 'evenflow check' does.")
  private boolean check;

  @Option(
      names = "--pause-delay",
      paramLabel = "S",
      description = "Of --check: how long a charger goes on when told to stop. Default: 0.")
  private int pauseSeconds;

  @Option(
      names = "--resume-delay",
      paramLabel = "S",
      description = "Of --check: how long a charger takes to begin. Default: 0.")
  private int resumeSeconds;

  @Option(
      names = "--least-amperes",
      paramLabel = "A",
      description = "Of --check: least current of every charger. Default: 6 with --unit A, else 0.")
  private @Nullable Double leastAmperes;

  /** What is of the check alone, or of amperes, says nothing without them. */
  void requireBelongings(Set<String> told) {
    for (String flag : List.of("--pause-delay", "--resume-delay", "--least-amperes")) {
      Belongings.require(flag, told, "--check");
    }
    if (told.contains("--voltage") && !rateUnit().isCurrent() && !check) {
      throw Belongings.alone("--voltage", "--unit A", "--check");
    }
  }

  boolean check() {
    return check;
  }

  ChargerModel charger() {
    RateUnit rates = rateUnit();
    Integer carrying = rates.phases();
    double least = rates.isCurrent() ? LEAST_AMPERES : 0;
    return new ChargerModel(
        leastAmperes == null ? least : leastAmperes,
        carrying == null ? 3 : carrying,
        voltage,
        pauseSeconds,
        resumeSeconds);
  }

  ProfileOptions profiles() {
    return new ProfileOptions(
        OcppVersion.named(version),
        rateUnit(),
        chargingOnly,
        clipsDischarge,
        validMinutes,
        mostPeriods,
        maxOfflineMinutes);
  }

  private RateUnit rateUnit() {
    return switch (unit) {
      case "W" -> new RateUnit(false, phases, voltage);
      case "A" -> RateUnit.amperes(phases == null ? 3 : phases, voltage);
      default ->
          throw CommandException.badInput(
              "--unit ('" + unit + "') must be W or A", "Maybe leave it out: then it is W.");
    };
  }

  /** What rates are, for people. */
  String unitWords() {
    RateUnit rates = rateUnit();
    Integer carrying = rates.phases();
    return !rates.isCurrent() || carrying == null
        ? "watts"
        : "amperes on %d phase%s of %s V"
            .formatted(carrying, carrying == 1 ? "" : "s", Double.toString(rates.volts()));
  }

  @Nullable Double fallbackKw() {
    return fallbackKw;
  }

  /** What can hardly be meant. */
  List<String> warnings() {
    double leastKw = charger().leastAmperes() * rateUnit().stepKw() * 10;
    return fallbackKw != null && fallbackKw > 0 && rateUnit().isCurrent() && fallbackKw < leastKw
        ? List.of(
            "--fallback-kw (%s) is below what these chargers can hold (%.2f kW): they will pause\nMaybe 0 is meant, or --phases 1."
                .formatted(fallbackKw, leastKw))
        : List.of();
  }
}
