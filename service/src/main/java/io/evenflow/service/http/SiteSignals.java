package io.evenflow.service.http;

import io.evenflow.io.InputException;
import io.evenflow.live.Event;
import io.evenflow.live.SiteState;
import io.evenflow.openadr.EventReader;
import io.evenflow.openadr.Signal;
import io.evenflow.openadr.SignalSeries;
import io.evenflow.openadr.SignalType;
import io.evenflow.service.problem.InvalidScenario;
import io.evenflow.service.problem.Refused;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Events of OpenADR 3 as events of a site: PRICE are prices, IMPORT_CAPACITY_LIMIT what the
 * substation may draw. The rest changes no live plan.
 */
final class SiteSignals {
  private SiteSignals() {}

  /** What a body says at a time. */
  static SiteRequest.Said of(String text, Instant at) {
    List<Signal> signals;
    try {
      signals = EventReader.read("body", text, at);
    } catch (InputException problem) {
      throw new InvalidScenario(problem.sentence(), problem.maybe());
    }
    return new SiteRequest.Said(at, state -> events(state, signals, at));
  }

  private static List<Event> events(SiteState state, List<Signal> signals, Instant at) {
    SignalSeries series = new SignalSeries(state.day().horizon(), signals);
    List<Event> events = new ArrayList<>();
    double[] price = values(series, SignalType.PRICE, Double.NaN);
    for (int[] run : runs(price)) {
      double[] perMwh = Arrays.copyOfRange(price, run[0], run[1]);
      events.add(new Event.PricesPublished(at, run[0], perMwh));
    }
    double[] limit = values(series, SignalType.IMPORT_CAPACITY_LIMIT, Double.POSITIVE_INFINITY);
    for (int[] run : runs(limit)) {
      for (int t = run[0]; t < run[1]; t++) {
        events.add(new Event.LimitChanged(at, t, t + 1, limit[t]));
      }
    }
    if (events.isEmpty()) {
      throw new Refused(
          "no PRICE and no IMPORT_CAPACITY_LIMIT holds within the site's day",
          "Maybe the event is of another day, or of a payload that changes no plan.");
    }
    return events;
  }

  /** By period; not finite where nothing is said. */
  private static double[] values(SignalSeries series, SignalType type, double unsaid) {
    return series.has(type) ? series.values(type, unsaid) : new double[0];
  }

  /** Periods that follow each other with something said: from, and before. */
  private static List<int[]> runs(double[] values) {
    List<int[]> runs = new ArrayList<>();
    int from = -1;
    for (int t = 0; t <= values.length; t++) {
      boolean isSaid = t < values.length && Double.isFinite(values[t]);
      if (isSaid && from < 0) {
        from = t;
      } else if (!isSaid && from >= 0) {
        runs.add(new int[] {from, t});
        from = -1;
      }
    }
    return runs;
  }
}
