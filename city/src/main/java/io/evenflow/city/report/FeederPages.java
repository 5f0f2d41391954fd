package io.evenflow.city.report;

import io.evenflow.city.plan.Asked;
import io.evenflow.city.plan.FeederOutcome;
import io.evenflow.city.plan.FeederPlan;
import io.evenflow.city.portfolio.Portfolio;
import io.evenflow.io.WholeFile;
import io.evenflow.report.Origin;
import io.evenflow.run.ReportPage;
import io.evenflow.scenario.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Pages of single feeders in a folder beside the city's page. Each is solved again as it was asked
 * for, as a city's tables hold less than a page shows.
 */
final class FeederPages {
  /** A cost that differs by more is said to. Unit: currency. */
  private static final double SAME = 1e-4;

  private final Portfolio portfolio;
  private final Path folder;

  /**
   * @param page of the city
   */
  FeederPages(Portfolio portfolio, Path page) {
    this.portfolio = portfolio;
    folder = page.resolveSibling(folderName(page));
  }

  /** Name of the folder of the pages that a city's page links. */
  private static String folderName(Path page) {
    return page.getFileName().toString().replaceFirst("\\.html?$", "") + "-feeders";
  }

  /** Link of a feeder's page from that of the city. */
  static String link(Path page, String feeder) {
    return folderName(page) + "/" + fileName(feeder);
  }

  /** Names of feeders are anything; those of files are letters that every system takes. */
  private static String fileName(String feeder) {
    boolean plain = feeder.matches("[A-Za-z0-9_-]{1,80}");
    String name = feeder.replaceAll("[^A-Za-z0-9_-]", "_");
    name = name.substring(0, Math.min(60, name.length()));
    return (plain ? feeder : name + "-" + Integer.toHexString(feeder.hashCode())) + ".html";
  }

  /** Writes a feeder's page. */
  void write(FeederOutcome outcome, Asked asked, Origin origin) throws IOException {
    FeederPlan plan = FeederPlan.again(portfolio, asked);
    Result result = plan.result();
    List<String> notes = new ArrayList<>(result.notes());
    if (asked.order().visits() != null) {
      notes.add("What buildings draw here is what vehicles draw that move between feeders.");
    }
    if (!(Math.abs(plan.cost() - outcome.objective()) <= SAME)) {
      notes.add(
          String.format(
              Locale.ROOT,
              "The city's plan has another schedule of this feeder, of %.4f %s: a clock ended the"
                  + " search for one of the two.",
              outcome.objective(),
              portfolio.currency()));
    }
    result = result.withNotes(notes);
    String html = ReportPage.html(plan.scenario(), result, null, plan.settings(), origin);
    Files.createDirectories(folder);
    WholeFile.write(folder.resolve(fileName(asked.order().feeder().id())), html);
  }
}
