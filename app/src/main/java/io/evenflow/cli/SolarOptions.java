package io.evenflow.cli;

import io.evenflow.io.exchange.ProfileOptions;
import io.evenflow.io.exchange.TableText;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of a table of solar power. */
final class SolarOptions {
  @Option(names = "--solar", paramLabel = "CSV", description = "PV with its times.")
  private @Nullable Path table;

  @Option(
      names = "--solar-column",
      paramLabel = "NAME",
      description = "The one column of --solar to use.")
  private @Nullable String column;

  @Option(names = "--solar-unit", paramLabel = "kW|W|kWh", description = "Unit of --solar.")
  private @Nullable String unit;

  @Option(
      names = "--solar-at",
      paramLabel = "BUS|STATION",
      description = "Where PV is whose column does not say it.")
  private @Nullable String at;

  @Option(
      names = "--solar-kw",
      paramLabel = "KW",
      description = "Installed power, where --solar has shares of it.")
  private @Nullable Double kw;

  /** What was asked for, null for no table. */
  @Nullable ProfileOptions profile() {
    return table == null ? null : new ProfileOptions(TableText.read(table), column, unit, at, kw);
  }
}
