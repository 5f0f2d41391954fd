package io.evenflow.city.report;

import io.evenflow.city.plan.CityRun;
import io.evenflow.city.plan.FeederOutcome;
import io.evenflow.city.plan.Imports;
import io.evenflow.city.plan.Outcomes;
import io.evenflow.city.plan.Summary;
import io.evenflow.city.portfolio.PlacedFeeder;
import io.evenflow.city.portfolio.Portfolio;
import io.evenflow.city.portfolio.SharedLimit;
import io.evenflow.report.CityReport;
import io.evenflow.report.CityReport.FeederFigures;
import io.evenflow.report.CityReport.Place;
import io.evenflow.report.Origin;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A city's plan as figures of a page; taken while outcomes are there, written in the end. */
public final class CityPage implements CityRun.Reader {
  private final List<FeederFigures> feeders = new ArrayList<>();
  private final List<Place> places = new ArrayList<>();

  @Override
  public void read(Portfolio portfolio, Outcomes outcomes, Imports imports) throws IOException {
    outcomes.forEach(outcome -> feeders.add(figures(portfolio, outcome)));
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
        outcome.message());
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
            feeders,
            summary.objective(),
            summary.bound(),
            summary.gap(),
            summary.status(),
            summary.rounds()),
        origin);
  }
}
