package io.evenflow.service.http;

import io.evenflow.io.InputException;
import io.evenflow.live.Event;
import io.evenflow.live.SiteState;
import io.evenflow.market.Emissions;
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
import java.util.stream.Collectors;

/**
 * Events of OpenADR 3 as events of a site: PRICE are prices, GHG is what energy emits,
 * IMPORT_CAPACITY_LIMIT what the substation may draw, EXPORT_CAPACITY_LIMIT what it may give back.
 * What moves nothing in a site's plans is said beside the plan.
 */
final class SiteSignals {
  private final List<Signal> signals;
  private final List<String> others;
  private final Instant at;

  private SiteSignals(EventReader.Said said, Instant at) {
    signals = said.signals();
    others = said.others();
    this.at = at;
  }

  /** What a body says at a time. */
  static SiteRequest.Said of(String text, Instant at) {
    try {
      SiteSignals said = new SiteSignals(EventReader.said("body", text, at), at);
      return new SiteRequest.Said(at, said::events, known -> known, said::notes);
    } catch (InputException problem) {
      throw new InvalidScenario(problem.sentence(), problem.maybe());
    }
  }

  private List<Event> events(SiteState state) {
    SignalSeries series = new SignalSeries(state.day().horizon(), signals);
    List<Event> events = new ArrayList<>();
    double[] price = values(series, SignalType.PRICE, Double.NaN);
    for (int[] run : runs(price)) {
      double[] perMwh = Arrays.copyOfRange(price, run[0], run[1]);
      events.add(new Event.PricesPublished(at, run[0], perMwh));
    }
    double[] grams = values(series, SignalType.GHG, Double.NaN);
    for (int[] run : runs(grams)) {
      double[] perKwh = Arrays.copyOfRange(grams, run[0], run[1]);
      events.add(new Event.EmissionsExpected(at, run[0], perKwh));
    }
    double[] most = limits(series, SignalType.IMPORT_CAPACITY_LIMIT);
    for (int t : said(most)) {
      events.add(new Event.LimitChanged(at, t, t + 1, most[t]));
    }
    double[] back = limits(series, SignalType.EXPORT_CAPACITY_LIMIT);
    for (int t : said(back)) {
      events.add(new Event.ExportLimitChanged(at, t, t + 1, back[t]));
    }
    if (events.isEmpty()) {
      throw new Refused(
          "no PRICE, GHG, IMPORT_CAPACITY_LIMIT or EXPORT_CAPACITY_LIMIT holds within the site's day"
              + notes(state).stream().map(note -> "; " + note).collect(Collectors.joining()),
          "Maybe the event is of another day, or of a payload that changes no plan.");
    }
    return events;
  }

  private List<String> notes(SiteState state) {
    List<String> notes = new ArrayList<>();
    for (SignalType type : SignalType.values()) {
      if (signals.stream().anyMatch(signal -> signal.type() == type)) {
        String note = note(type, state);
        if (!note.isEmpty()) {
          notes.add(type + note);
        }
      }
    }
    others.forEach(type -> notes.add(type + " moves no plan and was left out"));
    return notes;
  }

  /** Why a signal moves nothing; empty where it may move something. */
  private String note(SignalType type, SiteState state) {
    if (!new SignalSeries(state.day().horizon(), signals).has(type)) {
      return " does not hold within the site's day and was left out";
    }
    Emissions emissions = state.day().emissions();
    boolean isFree = emissions == null || emissions.pricePerTonne() == 0;
    boolean hasOwnPrices =
        state.day().stations().stream().allMatch(station -> station.site().tariff() != null);
    return switch (type) {
      case GHG ->
          isFree
              ? " is kept and moves no plan: the site's scenario has no emissions.pricePerTonne"
              : "";
      case PRICE ->
          hasOwnPrices
              ? " is kept and moves no plan: each station of the site has import prices of its own"
              : "";
      case EXPORT_PRICE ->
          " was left out: energy fed in earns the price of energy drawn, or its station's own";
      case IMPORT_CAPACITY_LIMIT, EXPORT_CAPACITY_LIMIT -> "";
    };
  }

  /** By period; not finite where nothing is said. */
  private static double[] values(SignalSeries series, SignalType type, double unsaid) {
    return series.has(type) ? series.values(type, unsaid) : new double[0];
  }

  private static double[] limits(SignalSeries series, SignalType type) {
    return values(series, type, Double.POSITIVE_INFINITY);
  }

  /** Periods with something said. */
  private static List<Integer> said(double[] values) {
    List<Integer> periods = new ArrayList<>();
    for (int t = 0; t < values.length; t++) {
      if (Double.isFinite(values[t])) {
        periods.add(t);
      }
    }
    return periods;
  }

  /** Periods that follow each other with something said: from, and before. */
  private static List<int[]> runs(double[] values) {
    List<int[]> runs = new ArrayList<>();
    for (int t : said(values)) {
      if (!runs.isEmpty() && runs.getLast()[1] == t) {
        runs.getLast()[1] = t + 1;
      } else {
        runs.add(new int[] {t, t + 1});
      }
    }
    return runs;
  }
}
