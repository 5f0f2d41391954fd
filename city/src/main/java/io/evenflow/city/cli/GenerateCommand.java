package io.evenflow.city.cli;

import io.evenflow.city.portfolio.CitySetup;
import io.evenflow.city.portfolio.DrawnCity;
import io.evenflow.cli.CommandException;
import io.evenflow.cli.ExitCode;
import io.evenflow.cli.Streams;
import io.evenflow.cli.Version;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code evenflow city generate}: draws a city. */
@Command(
    name = "generate",
    description =
        "Draws a city of feeders: city.json and feeders.csv; the same seed, the same city.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    abbreviateSynopsis = true,
    sortOptions = false)
final class GenerateCommand implements Callable<Integer> {
  private static final int FEEDERS_PER_SUBSTATION = 10;
  private static final int MOST_SUBSTATIONS = 10;
  private static final int SESSIONS_PER_FEEDER = 100;

  private final Streams streams;

  @Option(
      names = "--feeders",
      paramLabel = "N",
      description = "Number of feeders. Default: ${DEFAULT-VALUE}.")
  private int feeders = 100;

  @Option(
      names = "--sessions",
      paramLabel = "M",
      description = "Number of sessions of all together. Default: 100 a feeder.")
  private @Nullable Integer sessions;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "Seed of everything drawn. Default: ${DEFAULT-VALUE}.")
  private long seed = 1;

  @Option(
      names = "--substations",
      paramLabel = "N",
      description = "Number of primary substations. Default: one for ten feeders, at most ten.")
  private @Nullable Integer substations;

  @Option(
      names = "--capacity",
      paramLabel = "SHARE",
      description =
          "Limit of each substation's import, as a part of the highest load without vehicles below"
              + " it. Default: none.")
  private double capacity;

  @Option(
      names = "--evening-capacity",
      paramLabel = "SHARE",
      description =
          "Limit of each substation's import from 17:00 on, as a part of each period's load without"
              + " vehicles below it; in place of --capacity. Default: none.")
  private double eveningCapacity;

  @Option(
      names = "--peak-charge",
      paramLabel = "EUR",
      description = "What each kW of the highest import of all costs. Default: nothing.")
  private double peakPerKw;

  @Option(
      names = "--commuters",
      paramLabel = "SHARE",
      description =
          "Part of the sessions in whose place a vehicle moves between two feeders, as from home to"
              + " work. Default: ${DEFAULT-VALUE}.")
  private double commuters;

  @Option(
      names = "--step-minutes",
      paramLabel = "N",
      description = "Length of a period. Default: ${DEFAULT-VALUE}.")
  private int stepMinutes = 60;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description = "Folder for the files; made if it is not there. Default: ${DEFAULT-VALUE}.")
  private Path output = Path.of("city");

  GenerateCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    CitySetup setup = setup();
    try {
      DrawnCity.write(setup, output);
    } catch (IOException e) {
      throw new CommandException(
          ExitCode.FAILURE,
          "the city could not be written into '" + output + "': " + e.getMessage(),
          "Maybe the disk is full, or a file is in the way.");
    }
    streams.print(
        List.of(
            "City      %,d feeders below %,d substations, %,d sessions"
                .formatted(setup.feeders(), setup.substations(), setup.sessions()),
            "Files     "
                + output.resolve("city.json")
                + ", "
                + output.resolve("feeders.csv")
                + (commuters > 0 ? ", " + output.resolve("commuters.csv") : "")));
    return ExitCode.DONE;
  }

  private CitySetup setup() {
    int stations =
        substations == null
            ? Math.clamp(feeders / FEEDERS_PER_SUBSTATION, 1, MOST_SUBSTATIONS)
            : substations;
    int vehicles = sessions == null ? Math.multiplyExact(SESSIONS_PER_FEEDER, feeders) : sessions;
    try {
      return new CitySetup(
          feeders,
          vehicles,
          seed,
          stations,
          capacity,
          eveningCapacity,
          peakPerKw,
          commuters,
          stepMinutes);
    } catch (IllegalArgumentException e) {
      throw CommandException.badInput(
          String.valueOf(e.getMessage()), "Maybe 'evenflow city generate --help' says more.");
    }
  }
}
