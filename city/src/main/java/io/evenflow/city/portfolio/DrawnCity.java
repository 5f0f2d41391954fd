package io.evenflow.city.portfolio;

import io.evenflow.io.WholeFile;
import io.evenflow.time.Horizon;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Draws a city of feeders. On the disk a feeder is one line, from which its day is drawn anew
 * wherever it is solved; the same setup gives the same lines.
 */
public final class DrawnCity {
  /**
   * Feeders of the literature whose voltages hold at any load below their own. case18 is none: its
   * 10 Mvar of capacitors lift voltages too high at light load.
   */
  private static final List<String> CASES = List.of("case33bw", "case69", "case141");

  /**
   * Loads are a part of the case's, so that a hundred vehicles are to a feeder what they are to a
   * street of a few hundred homes; the greatest case carries most.
   */
  private static final double LEAST_LOAD_KW = 400;

  private static final double MOST_LOAD_KW = 1200;
  private static final int MOST_STATIONS = 20;
  private static final double UNEVEN = 0.5;
  private static final int HOURS_PER_DAY = 24;

  /** Hour of the day from which a limit of the evening holds. */
  private static final int EVENING = 17;

  /** Times the highest load, which no feeder with its vehicles draws. */
  private static final double FREE = 5;

  private final CitySetup setup;
  private final RandomGenerator random;
  private final Horizon horizon;

  private DrawnCity(CitySetup setup) {
    this.setup = setup;
    random = RandomGeneratorFactory.of("L64X128MixRandom").create(setup.seed());
    horizon = FeederDay.pattern(setup.stepMinutes());
  }

  /** Draws a city and writes its portfolio into a folder. */
  public static void write(CitySetup setup, Path folder) throws IOException {
    DrawnCity city = new DrawnCity(setup);
    List<PlacedFeeder> feeders = city.feeders();
    StringBuilder table = new StringBuilder(FeederTable.HEADER).append('\n');
    for (PlacedFeeder f : feeders) {
      table.append(
          "%s,%s,,%s,%s,%d,%d,%d%n"
              .formatted(
                  f.id(),
                  f.substation(),
                  f.feederCase(),
                  f.loadScale(),
                  f.stations(),
                  f.sessions(),
                  f.seed())
              .replace(System.lineSeparator(), "\n"));
    }
    WholeFile.write(folder.resolve(PortfolioFiles.FEEDERS), table.toString());
    city.writeCommuters(feeders, folder.resolve(CommuterTable.FILE));
    String manifest =
        JsonMapper.builder()
            .build()
            .writerWithDefaultPrettyPrinter()
            .writeValueAsString(city.manifest(feeders));
    WholeFile.write(folder.resolve(PortfolioFiles.MANIFEST), manifest + "\n");
  }

  /** A table of an earlier draw must not stay. */
  private void writeCommuters(List<PlacedFeeder> feeders, Path file) throws IOException {
    if (setup.commuterCount() == 0) {
      Files.deleteIfExists(file);
      return;
    }
    DrawnCommuters draws = new DrawnCommuters(random, horizon, feeders);
    StringBuilder table = new StringBuilder(CommuterTable.HEADER).append('\n');
    for (int v = 1; v <= setup.commuterCount(); v++) {
      table.append(DrawnCommuters.rows(draws.draw(v), feeders));
    }
    WholeFile.write(file, table.toString());
  }

  private List<PlacedFeeder> feeders() {
    int[] sessions = sessions();
    List<PlacedFeeder> feeders = new ArrayList<>(setup.feeders());
    for (int f = 0; f < setup.feeders(); f++) {
      String feederCase = CASES.get(random.nextInt(CASES.size()));
      double wantedKw = LEAST_LOAD_KW + random.nextDouble() * (MOST_LOAD_KW - LEAST_LOAD_KW);
      PlacedFeeder whole = new PlacedFeeder(f, "", "", "", feederCase, 1, 1, 0, 0);
      double most = Arrays.stream(FeederDay.loadKw(whole, horizon)).max().orElse(1);
      feeders.add(
          new PlacedFeeder(
              f,
              "feeder" + (f + 1),
              "substation" + (1 + (int) ((long) f * setup.substations() / setup.feeders())),
              "",
              feederCase,
              Math.rint(1000 * wantedKw / most) / 1000,
              Math.clamp(sessions[f] / 4, 1, MOST_STATIONS),
              sessions[f],
              random.nextLong(1L << 40)));
    }
    return feeders;
  }

  /** Uneven parts of all sessions, which sum up to them. */
  private int[] sessions() {
    double[] upTo = new double[setup.feeders() + 1];
    for (int f = 0; f < setup.feeders(); f++) {
      upTo[f + 1] = upTo[f] + 1 - UNEVEN + 2 * UNEVEN * random.nextDouble();
    }
    int[] sessions = new int[setup.feeders()];
    for (int f = 0; f < sessions.length; f++) {
      double share = (setup.sessions() - setup.commuterCount()) / upTo[setup.feeders()];
      sessions[f] = (int) (Math.round(upTo[f + 1] * share) - Math.round(upTo[f] * share));
    }
    return sessions;
  }

  /**
   * @param freeKw limit of all other periods. Unit: kW
   */
  private double[] eveningLimitKw(double[] loadKw, double freeKw) {
    double[] limit = new double[loadKw.length];
    for (int t = 0; t < limit.length; t++) {
      boolean evening = t * horizon.stepHours() % HOURS_PER_DAY >= EVENING;
      limit[t] = Math.rint(evening ? setup.eveningCapacity() * loadKw[t] : freeKw);
    }
    return limit;
  }

  private Map<String, Object> manifest(List<PlacedFeeder> feeders) {
    Map<String, double[]> loads = new LinkedHashMap<>();
    for (PlacedFeeder feeder : feeders) {
      double[] sum = loads.computeIfAbsent(feeder.substation(), s -> new double[horizon.periods()]);
      double[] own = FeederDay.loadKw(feeder, horizon);
      Arrays.setAll(sum, t -> sum[t] + own[t]);
    }
    List<Map<String, Object>> substations = new ArrayList<>();
    loads.forEach(
        (id, kw) -> {
          Map<String, Object> substation = new LinkedHashMap<>();
          substation.put("id", id);
          double highest = Arrays.stream(kw).max().orElse(0);
          if (setup.capacity() > 0) {
            substation.put("importLimitKw", Math.rint(setup.capacity() * highest));
          } else if (setup.eveningCapacity() > 0) {
            substation.put("importLimitKw", eveningLimitKw(kw, FREE * highest));
          }
          substations.add(substation);
        });
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("format", PortfolioFiles.FORMAT);
    root.put(
        "name",
        "city-%d-feeders-%d-sessions-seed%d"
            .formatted(setup.feeders(), setup.sessions(), setup.seed()));
    root.put("currency", "EUR");
    Map<String, Object> day = new LinkedHashMap<>();
    day.put("start", io.evenflow.io.Times.text(horizon.start()));
    day.put("periods", horizon.periods());
    day.put("stepMinutes", horizon.stepMinutes());
    root.put("horizon", day);
    root.put("substations", substations);
    if (setup.peakPerKw() > 0) {
      root.put("peakCharge", Map.of("perKw", setup.peakPerKw()));
    }
    return root;
  }
}
