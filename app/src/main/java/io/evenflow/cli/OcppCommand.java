package io.evenflow.cli;

import io.evenflow.io.ResultReader;
import io.evenflow.ocpp.ChargingProfile;
import io.evenflow.ocpp.ChargingProfiles;
import io.evenflow.ocpp.ProfileFolder;
import io.evenflow.ocpp.replay.Replay;
import io.evenflow.report.CheckWords;
import io.evenflow.report.Fold;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Result;
import io.evenflow.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ObjectNode;

/** {@code evenflow ocpp}: a schedule as charging profiles of OCPP, a file for each stay. */
@Command(
    name = "ocpp",
    description =
        "Writes a schedule as OCPP charging profiles: a SetChargingProfileRequest for each session,"
            + " and for each stay of a vehicle, named by its id; profiles.csv says which transaction"
            + " and EVSE each is for.",
    abbreviateSynopsis = true,
    sortOptions = false,
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  evenflow ocpp case69-day out/result.json --version 2.1 -o profiles",
      "  evenflow ocpp day.json out/result.json --version 1.6 --unit A -o profiles"
    })
final class OcppCommand implements Callable<Integer> {
  private final Streams streams;

  @Parameters(
      index = "0",
      paramLabel = "SCENARIO",
      description = "A scenario file, or a built-in day.")
  private String scenarioName = "";

  @Parameters(index = "1", paramLabel = "RESULT", description = "A result.json of it.")
  private String resultName = "";

  @Mixin private OcppOptions options = new OcppOptions();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      required = true,
      description = "Folder for the files; made if it is not there.")
  private Path output = Path.of("");

  // Not the standard options: here --version is a version of OCPP.
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help message and exit.")
  @SuppressWarnings("UnusedVariable")
  private boolean help;

  @Spec private CommandSpec spec = CommandSpec.create();

  OcppCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    ChargingProfiles maker = new ChargingProfiles(options.profiles());
    options.requireBelongings(Told.of(spec));
    Scenario scenario = ScenarioArgument.read(scenarioName, streams);
    Result result = ResultReader.read(CaseArgument.path(resultName), scenario).result();
    WritableFolder.require("--output '" + output + "'", output.toAbsolutePath());
    Dispatch dispatch = result.dispatch();
    if (dispatch == null) {
      throw new CommandException(
          ExitCode.FAILURE,
          "'" + resultName + "' has no schedule; its status is " + result.status().word(),
          "Maybe another result was meant.");
    }
    if (result.dispatchIsBestEffort()) {
      streams.warn(List.of("this schedule misses limits; 'evenflow check' says which"));
    }
    streams.warn(options.warnings());
    List<ChargingProfile> profiles = maker.of(scenario, dispatch);
    Double fallbackKw = options.fallbackKw();
    ObjectNode fallback = fallbackKw == null ? null : maker.fallback(fallbackKw);
    write(profiles, fallback);
    streams.print(Fold.lines(written(scenario, profiles)));
    if (!options.check()) {
      return ExitCode.DONE;
    }
    Replay replay = Replay.of(scenario, dispatch, profiles, fallback, options.charger());
    streams.print(Fold.lines(replayed(replay)));
    return CheckWords.holds(replay.scenario(), replay.verification())
        ? ExitCode.DONE
        : ExitCode.FAILURE;
  }

  private static List<String> replayed(Replay replay) {
    Replay.Figures day = replay.figures();
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "Replay    charges %.3f of %.3f kWh, feeds in %.3f of %.3f kWh; no car is further from"
                + " the plan than %.3f kW",
            day.chargeKwh(),
            day.plannedChargeKwh(),
            day.dischargeKwh(),
            day.plannedDischargeKwh(),
            day.largestDifferenceKw()));
    lines.addAll(CheckWords.all(replay.scenario(), replay.verification()));
    return lines;
  }

  private void write(List<ChargingProfile> profiles, @Nullable ObjectNode fallback) {
    try {
      ProfileFolder.write(output, profiles, fallback);
    } catch (IOException e) {
      throw new CommandException(
          ExitCode.FAILURE,
          "the profiles could not be written into '" + output + "': " + e.getMessage(),
          "Maybe the disk is full, or another program has one of the files open.");
    }
  }

  private List<String> written(Scenario scenario, List<ChargingProfile> profiles) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s: %d profile%s of OCPP %s in %s"
            .formatted(
                scenario.name(),
                profiles.size(),
                profiles.size() == 1 ? "" : "s",
                options.profiles().version().word(),
                options.unitWords()));
    lines.add("Files     " + output.resolve(ProfileFolder.INDEX) + " says which is of what");
    return lines;
  }
}
