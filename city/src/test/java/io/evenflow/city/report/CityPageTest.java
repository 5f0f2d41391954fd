package io.evenflow.city.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenflow.city.plan.Ask;
import io.evenflow.city.plan.CityRun;
import io.evenflow.city.plan.Crew;
import io.evenflow.city.plan.SharedAsk;
import io.evenflow.city.plan.Summary;
import io.evenflow.city.plan.Threads;
import io.evenflow.city.portfolio.CitySetup;
import io.evenflow.city.portfolio.DrawnCity;
import io.evenflow.city.portfolio.Portfolio;
import io.evenflow.city.portfolio.PortfolioFiles;
import io.evenflow.report.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a city's page to those of its feeders. */
class CityPageTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void feedersAreLinkedToPagesWithTheSameSchedules() throws IOException {
    DrawnCity.write(new CitySetup(3, 60, 2, 1, 1.2, 0, 0, 0.2, 60), folder);
    Portfolio portfolio = PortfolioFiles.read(folder);
    Path page = folder.resolve("city.html");
    CityPage figures = new CityPage(page, List.of("feeder2"));
    Origin origin = Origin.here("a test", "evenflow city solve");
    try (Crew crew = new Threads(1)) {
      Summary summary =
          new CityRun(
                  portfolio,
                  new Ask(1e-4, 60),
                  new SharedAsk(1e-3, 5, 60, 1),
                  folder.resolve("out"),
                  crew,
                  (city, outcomes, limits, commuters, where) -> {},
                  (stage, round, done, bound) -> {})
              .run(figures);
      figures.writeFeeders(portfolio, origin);
      assertThat(figures.html(portfolio, summary, origin))
          .contains("<a href=\"city-feeders/feeder2.html\">feeder2</a>")
          .contains("How far feeders are from proven")
          .contains("Nothing that is shared binds");
    }
    assertThat(Files.readString(folder.resolve("city-feeders/feeder2.html")))
        .contains(
            "AC check",
            "vehicles draw that move between feeders",
            portfolio.feeders().get(1).sessions() + " sessions")
        .doesNotContain("another schedule of this feeder");
  }
}
