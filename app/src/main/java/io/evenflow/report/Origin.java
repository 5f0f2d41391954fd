package io.evenflow.report;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/**
 * Where a page comes from; what differs between two pages of the same figures is in here.
 *
 * @param version of the program
 * @param command the command line
 * @param system name, version and processor family of the operating system
 * @param cores processors the program may use
 * @param java version and vendor of the Java runtime
 * @param memory the most memory the program may use. Unit: MiB
 * @param written when the page was made
 */
public record Origin(
    String version,
    String command,
    String system,
    int cores,
    String java,
    long memory,
    OffsetDateTime written) {
  private static final int MEBIBYTE = 1 << 20;

  /** This machine, now. */
  public static Origin here(String version, String command) {
    Runtime runtime = Runtime.getRuntime();
    return new Origin(
        version,
        command,
        "%s %s, %s"
            .formatted(
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                System.getProperty("os.arch")),
        runtime.availableProcessors(),
        System.getProperty("java.version") + ", " + System.getProperty("java.vendor"),
        runtime.maxMemory() / MEBIBYTE,
        OffsetDateTime.now(Clock.systemDefaultZone()).truncatedTo(ChronoUnit.SECONDS));
  }

  /** Rows of a table of facts. */
  Table facts() {
    return new Table()
        .row("Evenflow", version)
        .row("command", command)
        .row("machine", "%s; %s".formatted(system, Figures.count(cores, "core")))
        .row("Java", "%s; at most %s MiB".formatted(java, Figures.decimals(memory, 0)))
        .row("page made", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(written));
  }
}
