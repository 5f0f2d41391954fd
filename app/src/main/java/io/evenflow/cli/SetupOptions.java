package io.evenflow.cli;

import io.evenflow.grid.Network;
import io.evenflow.study.LateArrivals;
import io.evenflow.study.LoadProfile;
import io.evenflow.study.PaperSetup;
import io.evenflow.study.Range;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of {@code scenario generate}: the paper's setup and what it leaves open. */
final class SetupOptions {
  @Option(
      names = "--case",
      paramLabel = "CASE",
      required = true,
      description = "A built-in case or a MATPOWER file.")
  private String feederCase = "";

  @Option(
      names = "--stations",
      paramLabel = "BUS",
      split = ",",
      description = "Buses with a station. Default: 6.")
  private List<Integer> stations = List.of(6);

  @Option(
      names = "--vehicles-per-period",
      paramLabel = "RANGE",
      description = "Arrivals in each period. Default: ${DEFAULT-VALUE}.")
  private String vehicles = "1-5";

  @Option(
      names = "--periods",
      paramLabel = "T",
      description = "Number of periods. Default: ${DEFAULT-VALUE}.")
  private int periods = 24;

  @Option(
      names = "--step-minutes",
      paramLabel = "MIN",
      description = "Length of a period. Default: ${DEFAULT-VALUE}.")
  private int stepMinutes = 60;

  @Option(
      names = "--battery",
      paramLabel = "KWH",
      description = "What each battery holds; full is the target. Default: ${DEFAULT-VALUE}.")
  private double batteryKwh = 100;

  @Option(
      names = "--arrival-charge",
      paramLabel = "RANGE",
      description = "State of charge on arrival. Default: ${DEFAULT-VALUE}.")
  private String arrivalCharge = "0.2-0.4";

  @Option(
      names = "--price-noise",
      paramLabel = "EUR",
      description = "Standard deviation of prices, EUR/MWh. Default: ${DEFAULT-VALUE}.")
  private double priceNoise = 0.5;

  @Option(
      names = "--load-noise",
      paramLabel = "KW",
      description = "Standard deviation of each bus's load, kW. Default: ${DEFAULT-VALUE}.")
  private double loadNoiseKw = 1;

  @Option(
      names = "--branch-noise",
      paramLabel = "SHARE",
      description = "Standard deviation of the factor on impedances. Default: ${DEFAULT-VALUE}.")
  private double branchNoise = 0.1;

  @Option(
      names = "--stay",
      paramLabel = "RANGE",
      description = "Whole hours vehicles stay; open in the paper. Default: ${DEFAULT-VALUE}.")
  private String stayHours = "6-10";

  @Option(
      names = "--late",
      paramLabel = "skip|cut",
      description =
          "A stay beyond the horizon: does not come, or ends there. Default: ${DEFAULT-VALUE}.")
  private String late = "skip";

  @Option(
      names = "--load-profile",
      paramLabel = "flat|bdew",
      description =
          "Load over the day. Default: flat for case18, whose capacitors allow no light load; bdew otherwise.")
  private @Nullable String profile;

  @Option(
      names = "--substation-cost",
      paramLabel = "EUR",
      description = "Cost at the substation, EUR/MWh. Default: the case's.")
  private @Nullable Double substationCost;

  /**
   * @param output the file to be written, null for none: paths in it start from its folder
   */
  PaperSetup setup(@Nullable Path output) {
    Network network = CaseArgument.read(feederCase);
    try {
      return new PaperSetup(
          CaseArgument.fromFolder(feederCase, output),
          network,
          stations,
          Range.parse(vehicles),
          periods,
          stepMinutes,
          batteryKwh,
          Range.parse(arrivalCharge),
          priceNoise,
          loadNoiseKw,
          branchNoise,
          Range.parse(stayHours),
          profile(),
          LateArrivals.valueOf(late.toUpperCase(Locale.ROOT)),
          substationCost);
    } catch (IllegalArgumentException e) {
      throw CommandException.badInput(
          String.valueOf(e.getMessage()), "Maybe 'evenflow scenario generate --help' says more.");
    }
  }

  private LoadProfile profile() {
    return profile == null
        ? LoadProfile.defaultOf(feederCase)
        : LoadProfile.valueOf(profile.toUpperCase(Locale.ROOT));
  }
}
