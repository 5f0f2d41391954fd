package io.evenflow.city.report;

import io.evenflow.city.plan.Asked;
import io.evenflow.city.plan.CityRun;
import io.evenflow.city.plan.FeederOutcome;
import io.evenflow.city.plan.Imports;
import io.evenflow.city.plan.LimitUse;
import io.evenflow.city.plan.Outcomes;
import io.evenflow.city.plan.Summary;
import io.evenflow.city.portfolio.PlacedFeeder;
import io.evenflow.city.portfolio.Portfolio;
import io.evenflow.city.portfolio.SharedLimit;
import io.evenflow.report.CityReport;
import io.evenflow.report.CityReport.FeederFigures;
import io.evenflow.report.CityReport.Place;
import io.evenflow.report.CityReport.Worth;
import io.evenflow.report.Origin;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A city's plan as figures of a page; taken while outcomes are there, written in the end. */
public final class CityPage implements CityRun.Reader {
  private final List<FeederFigures> feeders = new ArrayList<>();
  private final List<Place> places = new ArrayList<>();
  private final List<Worth> worths = new ArrayList<>();

  /** Outcomes that may have a page of their own, by the feeder's name. */
  private final Map<String, FeederOutcome> detailed = new LinkedHashMap<>();

  private final @Nullable Path page;
  private final List<String> wanted;

  /**
   * @param page where it will be, null for nowhere
   * @param wanted names of feeders with a page of their own, beside those with most left open
   */
  public CityPage(@Nullable Path page, List<String> wanted) {
    this.page = page;
    this.wanted = List.copyOf(wanted);
  }

  @Override
  public void read(Portfolio portfolio, Outcomes outcomes, Imports imports, List<LimitUse> limits)
      throws IOException {
    limits.stream()
        .filter(use -> use.pricePerMwh() > 0)
        .map(use -> worth(portfolio, use))
        .forEach(worths::add);
    outcomes.forEach(outcome -> feeders.add(figures(portfolio, outcome)));
    if (page != null) {
      Set<String> shown = new HashSet<>(wanted);
      CityReport.mostOpen(feeders).forEach(figures -> shown.add(figures.id()));
      outcomes.forEach(
          outcome -> {
            String id = portfolio.feeders().get(outcome.index()).id();
            if (shown.contains(id) && outcome.asked() != null) {
              detailed.put(id, outcome);
            }
          });
    }
    for (SharedLimit limit : portfolio.limits()) {
      int periods = portfolio.horizon().periods();
      double[] kw = new double[periods];
      double[] most = new double[periods];
      for (int t = 0; t < periods; t++) {
        kw[t] = imports.kw(limit, t);
        most[t] = limit.mostKw(t);
      }
      places.add(new Place(limit.id(), kw, most));
    }
  }

  private static Worth worth(Portfolio portfolio, LimitUse use) {
    String time = portfolio.horizon().startOf(use.period()).toLocalTime().toString();
    Double limitKw = use.limitKw();
    return new Worth(
        use.id(),
        use.kind(),
        time,
        limitKw == null ? Double.NaN : limitKw,
        use.usedKw(),
        use.pricePerMwh());
  }

  private static FeederFigures figures(Portfolio portfolio, FeederOutcome outcome) {
    PlacedFeeder feeder = portfolio.feeders().get(outcome.index());
    return new FeederFigures(
        feeder.id(),
        feeder.substation(),
        outcome.sessions().size(),
        outcome.status(),
        outcome.objective(),
        outcome.objective() + outcome.addedCost() - outcome.withoutVehicles(),
        outcome.objective() + outcome.addedCost() - outcome.bound(),
        outcome.message(),
        "");
  }

  /** Writes the pages of single feeders that the page links. */
  public void writeFeeders(Portfolio portfolio, Origin origin) throws IOException {
    Path of = page;
    if (of == null) {
      return;
    }
    FeederPages pages = new FeederPages(portfolio, of);
    for (FeederOutcome outcome : detailed.values()) {
      Asked asked = outcome.asked();
      if (asked != null) {
        pages.write(outcome, asked, origin);
      }
    }
  }

  private FeederFigures linked(FeederFigures f) {
    Path of = page;
    return of == null || !detailed.containsKey(f.id())
        ? f
        : new FeederFigures(
            f.id(),
            f.substation(),
            f.sessions(),
            f.status(),
            f.objective(),
            f.vehicleCost(),
            f.open(),
            f.message(),
            FeederPages.link(of, f.id()));
  }

  /** The page. */
  public String html(Portfolio portfolio, Summary summary, Origin origin) {
    List<String> times = new ArrayList<>();
    for (int t = 0; t < portfolio.horizon().periods(); t++) {
      times.add(portfolio.horizon().startOf(t).toLocalTime().toString());
    }
    return CityReport.html(
        new CityReport.City(
            portfolio.name(),
            portfolio.currency(),
            times,
            places,
            worths,
            feeders.stream().map(this::linked).toList(),
            summary.objective(),
            summary.bound(),
            summary.gap(),
            summary.status(),
            summary.rounds()),
        origin);
  }
}
