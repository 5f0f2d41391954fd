package io.evenflow.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A whole city on one page: places over hours, feeders by gap and those without a schedule. */
public final class CityReport {
  /** So many feeders are shown, those with most left open. */
  public static final int SHOWN = 25;

  private CityReport() {}

  /**
   * What the page shows.
   *
   * @param name of the city
   * @param currency of all costs
   * @param times start of each period, such as 18:00
   * @param places substations and groups
   * @param worths of the next kWh of what is shared, in any order
   * @param feeders in any order
   * @param objective unit: currency
   * @param bound proven. Unit: currency
   * @param gap of what the vehicles cost, null where unknown
   * @param status of the whole
   * @param rounds of prices between feeders
   */
  public record City(
      String name,
      String currency,
      List<String> times,
      List<Place> places,
      List<Worth> worths,
      List<FeederFigures> feeders,
      double objective,
      double bound,
      @Nullable Double gap,
      String status,
      int rounds) {}

  /**
   * A substation, or a group of them.
   *
   * @param importKw by period. Unit: kW
   * @param limitKw by period, infinite for none. Unit: kW
   */
  public record Place(String id, double[] importKw, double[] limitKw) {}

  /**
   * What the next kWh of something shared would save in a period.
   *
   * @param kind import, export, energy, emissions or peak
   * @param limitKw NaN where the limit is one of all periods. Unit: kW
   * @param perMwh unit: currency per MWh, above 0
   */
  public record Worth(
      String place, String kind, String time, double limitKw, double usedKw, double perMwh) {}

  /**
   * A feeder.
   *
   * @param vehicleCost what its vehicles cost, NaN where unknown. Unit: currency
   * @param open objective − bound of what was asked of it, NaN without a schedule. Unit: currency
   * @param message why it has no schedule, empty where it has
   * @param page link of its own page, empty for none
   */
  public record FeederFigures(
      String id,
      String substation,
      int sessions,
      String status,
      double objective,
      double vehicleCost,
      double open,
      String message,
      String page) {}

  /** Feeders with a schedule, those first with most left open. */
  public static List<FeederFigures> mostOpen(List<FeederFigures> feeders) {
    return feeders.stream()
        .filter(f -> f.message().isEmpty())
        .sorted(Comparator.comparingDouble(FeederFigures::open).reversed())
        .limit(SHOWN)
        .toList();
  }

  /** What the chart draws: kW, and the part of the limit, by place and period. */
  private record Data(
      List<String> times,
      List<String> places,
      List<List<@Nullable Double>> importKw,
      List<List<@Nullable Double>> share) {}

  /** The page. */
  public static String html(City city, Origin origin) {
    Table made = new Table();
    origin.facts().rows().forEach(row -> made.row(row.toArray(String[]::new)));
    return new Page("city", city.name(), "charts.js", "city.js")
        .withText("subtitle", subtitle(city))
        .with("keyFigures", tiles(city))
        .with("failures", failures(city))
        .with("limits", limits(city))
        .with("worths", worths(city))
        .with("gaps", gaps(city))
        .with("feeders", feeders(city))
        .with("made", Html.facts(made.rows()))
        .with("height", String.valueOf(80 + 26 * city.places().size()))
        .withData(data(city))
        .html();
  }

  private static String subtitle(City city) {
    int sessions = city.feeders().stream().mapToInt(FeederFigures::sessions).sum();
    return Figures.count(city.feeders().size(), "feeder")
        + ", "
        + Figures.count(sessions, "session");
  }

  private static String tiles(City city) {
    long without = city.feeders().stream().filter(f -> !f.message().isEmpty()).count();
    long optimal = city.feeders().stream().filter(f -> f.status().equals("optimal")).count();
    Double gap = city.gap();
    Tiles.Mood mood = city.status().equals("failed") ? Tiles.Mood.BAD : Tiles.Mood.GOOD;
    return new Tiles()
        .add("Status", city.status(), Figures.count(city.rounds(), "round") + " of prices", mood)
        .add("Cost", Figures.money(city.objective()), city.currency())
        .add("Bound", Figures.money(city.bound()), city.currency() + ", proven")
        .add("Gap", gap == null ? "–" : Figures.percent(gap), "of what the vehicles cost")
        .add(
            "Feeders",
            Figures.decimals(optimal, 0),
            "optimal; " + Figures.decimals(without, 0) + " without a schedule",
            without > 0 ? Tiles.Mood.BAD : Tiles.Mood.PLAIN)
        .html();
  }

  private static String failures(City city) {
    List<String> sentences =
        city.feeders().stream()
            .filter(f -> !f.message().isEmpty())
            .map(f -> f.id() + ": " + f.message())
            .toList();
    return sentences.isEmpty()
        ? ""
        : "<section>\n<h2>Feeders without a schedule</h2>\n%s</section>\n"
            .formatted(Html.list("violations", Html.first(sentences, SHOWN)));
  }

  private static String limits(City city) {
    List<List<String>> rows = new ArrayList<>();
    for (Place place : city.places()) {
      double highest = Double.NEGATIVE_INFINITY;
      double nearest = 0;
      int full = 0;
      for (int t = 0; t < place.importKw().length; t++) {
        double share = place.importKw()[t] / place.limitKw()[t];
        highest = Math.max(highest, place.importKw()[t]);
        nearest = Math.max(nearest, share);
        full += share > 0.995 ? 1 : 0;
      }
      boolean isLimited = Arrays.stream(place.limitKw()).anyMatch(Double::isFinite);
      rows.add(
          List.of(
              place.id(),
              Figures.decimals(highest, 0),
              isLimited ? Figures.percent(nearest) : "–",
              isLimited ? String.valueOf(full) : "–"));
    }
    return Html.numbers(
        List.of("place", "highest import", "of its limit", "periods at the limit"),
        List.of("", "kW", "", ""),
        rows);
  }

  /** The costliest first. */
  private static String worths(City city) {
    List<List<String>> rows =
        city.worths().stream()
            .sorted(Comparator.comparingDouble(Worth::perMwh).reversed())
            .limit(SHOWN)
            .map(
                w ->
                    List.of(
                        w.place(),
                        w.kind(),
                        w.time(),
                        Double.isNaN(w.limitKw()) ? "–" : Figures.decimals(w.limitKw(), 0),
                        Figures.decimals(w.usedKw(), 0),
                        Figures.money(w.perMwh())))
            .toList();
    return rows.isEmpty()
        ? "<p class=\"note\">Nothing that is shared binds: more of it would save nothing.</p>\n"
        : Html.numbers(
            List.of("place", "limit of", "from", "limit", "used", "worth of more"),
            List.of("", "", "", "kW", "kW", city.currency() + "/MWh"),
            rows);
  }

  /** How many feeders are how far from proven: their own regret at most. */
  private static String gaps(City city) {
    double[] edges = {0, 1e-6, 1e-5, 1e-4, 1e-3, 1e-2, Double.POSITIVE_INFINITY};
    String[] words = {"up to 1e-6", "1e-6 to 1e-5", "1e-5 to 1e-4", "1e-4 to 1e-3", "1e-3 to 1e-2"};
    int[] counts = new int[edges.length - 1];
    double[] open = new double[counts.length];
    int known = 0;
    for (FeederFigures feeder : city.feeders()) {
      double gap = feeder.open() / Math.max(1, Math.abs(feeder.vehicleCost()));
      if (!Double.isNaN(gap)) {
        int i = 0;
        while (gap > edges[i + 1]) {
          i++;
        }
        counts[i]++;
        open[i] += Math.max(0, feeder.open());
        known++;
      }
    }
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      rows.add(
          List.of(
              i < words.length ? words[i] : "above 1e-2",
              Figures.decimals(counts[i], 0),
              counts[i] == 0 ? "–" : Figures.percent((double) counts[i] / known),
              Figures.decimals(open[i], 4)));
    }
    return Html.numbers(
        List.of("open, of what its vehicles cost", "feeders", "of all", "open in all"),
        List.of("", "", "", city.currency()),
        rows);
  }

  private static String feeders(City city) {
    List<FeederFigures> shown = mostOpen(city.feeders());
    List<List<String>> rows =
        shown.stream()
            .map(
                f ->
                    List.of(
                        f.id(),
                        f.substation(),
                        f.status(),
                        Figures.decimals(f.sessions(), 0),
                        Figures.money(f.objective()),
                        Figures.money(f.vehicleCost()),
                        Figures.decimals(f.open(), 4)))
            .toList();
    return Html.numbers(
        List.of("feeder", "substation", "status", "sessions", "cost", "vehicles", "open"),
        List.of("", "", "", "", city.currency(), city.currency(), city.currency()),
        rows,
        shown.stream().map(FeederFigures::page).toList());
  }

  private static Data data(City city) {
    return new Data(
        city.times(),
        city.places().stream().map(Place::id).toList(),
        city.places().stream().map(place -> Series.of(place.importKw(), 1)).toList(),
        city.places().stream()
            .map(
                place ->
                    Series.of(
                        place.importKw().length, 4, t -> place.importKw()[t] / place.limitKw()[t]))
            .toList());
  }
}
