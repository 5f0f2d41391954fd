package io.evenflow.city.plan;

import io.evenflow.city.portfolio.Commuter;
import io.evenflow.city.portfolio.Portfolio;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Vehicles that move between feeders, and prices between them and feeders. Each feeder proves what
 * it costs whatever they draw there, F(y) ≥ base + price·y; a vehicle proves the least it can cost
 * at these prices. So of all together
 *
 * <pre>
 * cost ≥ Σ feeders' bases + Σ vehicles' least costs at the prices
 * </pre>
 *
 * and a mean of several proofs of a feeder is one as well.
 */
final class Commuters {
  /** What missing a limit adds to a price where a feeder has no schedule with what is drawn. */
  private static final double PENALTY_PER_KWH = 0.2;

  /** So many parts at least, so that a mean of what parts do is near to what one of them does. */
  private static final int PARTS = 100;

  private static final int MOST_PER_PART = 500;

  private final Portfolio portfolio;
  private final int periods;

  /** By feeder; null for those that nobody visits. */
  private final @Nullable Visits[] visits;

  /** By feeder what is proven, null before anything was. */
  private final Visits.@Nullable Proof[] proofs;

  private final double[] penalty;

  private final int perPart;
  private List<Path> parts = List.of();
  private double ownCost;
  private int count;

  /** How stages of vehicles are solved. */
  interface Solver {
    Stage solve(String name, Path folder, List<CommuterPart> parts) throws IOException;
  }

  Commuters(Portfolio portfolio) {
    this.portfolio = portfolio;
    periods = portfolio.horizon().periods();
    visits = new @Nullable Visits[portfolio.feeders().size()];
    proofs = new Visits.@Nullable Proof[visits.length];
    penalty = new double[visits.length];
    perPart = Math.clamp(portfolio.commuters().size() / PARTS, 1, MOST_PER_PART);
    StationSums least = new StationSums(periods);
    StationSums most = new StationSums(periods);
    for (Commuter vehicle : portfolio.commuters()) {
      for (Commuter.Stay stay : vehicle.stays()) {
        for (int t = stay.arrival(); t < stay.departure(); t++) {
          least.of(stay.feeder(), stay.station())[t] -= stay.powers().mostBackKw();
          most.of(stay.feeder(), stay.station())[t] += stay.powers().mostKw();
        }
      }
    }
    for (int f = 0; f < visits.length; f++) {
      Map<String, double[]> stations = most.ofFeeder(f);
      if (!stations.isEmpty()) {
        visits[f] =
            new Visits(
                new ArrayList<>(stations.keySet()),
                new double[stations.size()][periods],
                least.ofFeeder(f).values().toArray(double[][]::new),
                stations.values().toArray(double[][]::new));
      }
    }
  }

  boolean areNone() {
    return portfolio.commuters().isEmpty();
  }

  /** What they draw at a feeder now, null where they never are. */
  @Nullable Visits at(int feeder) {
    return visits[feeder];
  }

  /** What their missing energy costs now. Unit: currency. */
  double ownCost() {
    return ownCost;
  }

  /** How often they were asked. */
  int count() {
    return count;
  }

  /** Files of their plans now. */
  List<Path> parts() {
    return parts;
  }

  /**
   * Learns what feeders proved.
   *
   * @param weight of the new proof in the mean with those before
   */
  void learn(int feeder, Visits.@Nullable Proof proof, boolean hasSchedule, double weight) {
    if (visits[feeder] == null) {
      return;
    }
    penalty[feeder] =
        hasSchedule || proof != null ? 0 : Math.max(PENALTY_PER_KWH, 2 * penalty[feeder]);
    Visits.Proof old = proofs[feeder];
    if (proof != null) {
      proofs[feeder] = old == null ? proof : mean(old, proof, weight);
    }
  }

  private static Visits.Proof mean(Visits.Proof old, Visits.Proof other, double weight) {
    double[][] price = new double[old.pricePerKw().length][];
    for (int k = 0; k < price.length; k++) {
      double[] a = old.pricePerKw()[k];
      double[] b = other.pricePerKw()[k];
      price[k] = new double[a.length];
      Arrays.setAll(price[k], t -> (1 - weight) * a[t] + weight * b[t]);
    }
    return new Visits.Proof((1 - weight) * old.base() + weight * other.base(), price);
  }

  /** What is known of a feeder's prices, null for nothing. */
  Visits.@Nullable Proof proof(int feeder) {
    return proofs[feeder];
  }

  /**
   * What is proven of a feeder at the prices of now, whatever is drawn there: −∞ for nothing. Unit:
   * currency.
   */
  double base(int feeder) {
    Visits.Proof proof = proofs[feeder];
    return proof == null || penalty[feeder] > 0 ? Double.NEGATIVE_INFINITY : proof.base();
  }

  /**
   * Lets all answer to the prices of now.
   *
   * @param folder of the stage
   * @param switching part of them that do what they answer
   * @return Σ of the least costs at these prices, proven. Unit: currency
   */
  double answer(Solver solver, Path folder, double switching) throws IOException {
    ask(parts, solver, folder, switching, null);
    return take();
  }

  /**
   * Lets all answer, and do so, whatever they do now; with what they pay for other plans at the
   * same prices.
   *
   * @param kept files of the parts with these plans
   */
  void answerFrom(List<Path> kept, Solver solver, Path folder) throws IOException {
    ask(kept, solver, folder, 1, null);
  }

  /**
   * Lets each part answer as if the others kept to their plans, within what these leave.
   *
   * @param kept files of the parts with plans of now
   * @param left by row of a substation in a period
   */
  void answerWithin(Left left, List<Path> kept, Solver solver, Path folder) throws IOException {
    ask(kept, solver, folder, 1, left);
  }

  /**
   * What is left of shared limits.
   *
   * @param firstRow by feeder the row of its substation in the first period
   * @param perKw by feeder, station and period what the substation draws more for each kW
   * @param moreKw by row how much more may be drawn. Unit: kW
   * @param lessKw by row how much less may be drawn. Unit: kW
   * @param missPerKw what missing a limit costs. Unit: currency per kW held for a period
   */
  record Left(
      int[] firstRow, double[][][] perKw, double[] moreKw, double[] lessKw, double missPerKw) {}

  /** Takes plans of some stages, a part's of one and another's of another. */
  void settle(List<Path> files) throws IOException {
    parts = files;
    take();
  }

  private void ask(
      List<Path> kept, Solver solver, Path folder, double switching, @Nullable Left left)
      throws IOException {
    count++;
    String name = "commuters-%03d".formatted(count);
    List<CommuterPart> asked = new ArrayList<>();
    List<Commuter> all = portfolio.commuters();
    for (int from = 0; from < all.size(); from += perPart) {
      List<Commuter> own = all.subList(from, Math.min(all.size(), from + perPart));
      Path file = folder.resolve(name).resolve("chunk-%06d".formatted(from));
      asked.add(
          new CommuterPart(
              file.toAbsolutePath().toString(),
              kept.isEmpty() ? null : kept.get(from / perPart).toString(),
              portfolio.horizon().start(),
              periods,
              portfolio.horizon().stepMinutes(),
              count,
              from,
              new ArrayList<>(own),
              own.stream().map(this::price).toArray(double[][]::new),
              switching,
              left == null ? null : room(own, left)));
    }
    Stage stage = solver.solve(name, folder.resolve(name), asked);
    parts = stage.files();
  }

  private Room room(List<Commuter> own, Left left) {
    int[][] rows = new int[own.size()][];
    double[][] perKw = new double[rows.length][];
    for (int v = 0; v < rows.length; v++) {
      rows[v] = own.get(v).periods();
      perKw[v] = new double[rows[v].length];
      int k = 0;
      for (Commuter.Stay stay : own.get(v).stays()) {
        Visits there = visits[stay.feeder()];
        int station = there == null ? -1 : there.stations().indexOf(stay.station());
        for (int t = stay.arrival(); t < stay.departure(); t++, k++) {
          rows[v][k] = left.firstRow()[stay.feeder()] + t;
          perKw[v][k] = station < 0 ? 1 : left.perKw()[stay.feeder()][station][t];
        }
      }
    }
    return new Room(rows, perKw, left.moreKw().clone(), left.lessKw().clone(), left.missPerKw());
  }

  /** Reads sums, not plans of single vehicles. */
  private double take() throws IOException {
    StationSums sums = new StationSums(periods);
    double least = 0;
    ownCost = 0;
    for (Path file : parts) {
      CommuterPart.Answer answer = CommuterPart.answer(file);
      least += answer.least();
      ownCost += answer.ownCost();
      for (CommuterPart.Sum sum : answer.sums()) {
        double[] all = sums.of(sum.feeder(), sum.station());
        Arrays.setAll(all, t -> all[t] + sum.kw()[t]);
      }
    }
    for (int f = 0; f < visits.length; f++) {
      Visits own = visits[f];
      if (own != null) {
        int feeder = f;
        visits[f] =
            own.with(own.stations().stream().map(s -> sums.of(feeder, s)).toArray(double[][]::new));
      }
    }
    return least;
  }

  /** Prices of a vehicle's stays, one after the other. */
  private double[] price(Commuter vehicle) {
    double[] price = new double[vehicle.stays().stream().mapToInt(Commuter.Stay::periods).sum()];
    int k = 0;
    for (Commuter.Stay stay : vehicle.stays()) {
      int f = stay.feeder();
      Visits own = visits[f];
      Visits.Proof proof = proofs[f];
      int station = own == null ? -1 : own.stations().indexOf(stay.station());
      for (int t = stay.arrival(); t < stay.departure(); t++, k++) {
        if (station >= 0 && proof != null) {
          price[k] += proof.pricePerKw()[station][t];
        }
        if (station >= 0 && own != null && penalty[f] > 0) {
          price[k] += Math.signum(own.kw()[station][t]) * penalty[f] * portfolio.horizon().hours(t);
        }
      }
    }
    return price;
  }
}
