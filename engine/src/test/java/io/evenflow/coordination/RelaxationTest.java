package io.evenflow.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.evenflow.fleet.Charger;
import io.evenflow.fleet.PowerRange;
import io.evenflow.fleet.Session;
import io.evenflow.market.PeakCharge;
import io.evenflow.resource.StorageResource;
import io.evenflow.settlement.MeterCoupling;
import io.evenflow.settlement.PeakCoupling;
import io.evenflow.time.Horizon;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Vehicles at two meters over four hours, as reservoirs. */
class RelaxationTest {
  private static final int HOURS = 4;
  private static final double MISS_COST = 20;
  private static final Horizon HORIZON =
      new Horizon(OffsetDateTime.parse("2024-05-12T12:00:00+02:00"), HOURS, 60);

  private static int[] rows(int place, int from, int to) {
    return IntStream.range(place * HOURS + from, place * HOURS + to).toArray();
  }

  private static Rows rows() {
    int[] place = IntStream.range(0, 2 * HOURS).map(row -> row / HOURS).toArray();
    int[] period = IntStream.range(0, 2 * HOURS).map(row -> row % HOURS).toArray();
    return new Rows(place, period, new double[2 * HOURS]);
  }

  /** What is missing costs 3 a kWh, so that there is a plan. */
  private static Resource vehicle(
      String id, int place, int arrival, int departure, double wantedKwh, Charger charger) {
    Session session =
        new Session(id, "s", arrival, departure, 60, 0, 10, 10 + wantedKwh, 3.0, charger);
    return new StorageResource(session, HORIZON, rows(place, arrival, departure));
  }

  private static Charger charger(double least, double most, boolean bothWays) {
    PowerRange range = new PowerRange(least, most);
    return new Charger(range, 0.9, bothWays ? range : null, 0.9);
  }

  private static Coupling meter(int row, double price, double mostKw) {
    MeterCoupling.Prices prices = new MeterCoupling.Prices(price, 0.8 * price);
    return new MeterCoupling("m" + row, new int[] {row}, 0, prices, -mostKw, mostKw, 1);
  }

  private static Coupling peak(int place, double perKw) {
    int[] periods = IntStream.range(0, HOURS).toArray();
    PeakCharge charge = new PeakCharge(perKw, 5);
    return new PeakCoupling("peak", rows(place, 0, HOURS), periods, new double[HOURS], charge);
  }

  private static Problem random(SplittableRandom random) {
    List<Resource> vehicles = new ArrayList<>();
    int count = 2 + random.nextInt(6);
    for (int r = 0; r < count; r++) {
      int arrival = random.nextInt(2);
      Charger charger =
          charger(random.nextInt(2) * 4, random.nextDouble(7, 22), random.nextBoolean());
      vehicles.add(
          vehicle(
              "ev" + r,
              random.nextInt(2),
              arrival,
              arrival + 2 + random.nextInt(HOURS - arrival - 1),
              random.nextDouble(40),
              charger));
    }
    List<Coupling> couplings = new ArrayList<>();
    for (int row = 0; row < 2 * HOURS; row++) {
      couplings.add(meter(row, random.nextDouble(0.5), random.nextDouble(20, 60)));
    }
    couplings.add(peak(0, random.nextDouble(2)));
    couplings.add(peak(1, random.nextDouble(2)));
    return new Problem(rows(), vehicles, couplings);
  }

  /** What resources answer to the relaxation's prices is a bound. Unit: currency */
  private static double bound(Problem problem) {
    problem.couplings().forEach(coupling -> coupling.missCost(MISS_COST));
    Cuts cuts = new Cuts(problem);
    cuts.addKnown(problem.couplings());
    return bound(problem, cuts, Node.root(problem));
  }

  private static double bound(Problem problem, Cuts cuts, Node node) {
    Relaxation relaxation = Objects.requireNonNull(Relaxation.of(problem, cuts, node, () -> false));
    Prices prices = Objects.requireNonNull(solve(relaxation, 60));
    return prices.intercept() + new Respondents(problem).answer(prices.pricePerUnit());
  }

  private static @Nullable Prices solve(Relaxation relaxation, double seconds) {
    return relaxation.solve(seconds, 1e-6, Double.POSITIVE_INFINITY, teacher(prices -> 0));
  }

  private static Relaxation.Teacher teacher(ToDoubleFunction<Prices> teaching) {
    return new Relaxation.Teacher() {
      @Override
      public double teach(Prices prices) {
        return teaching.applyAsDouble(prices);
      }

      @Override
      public double missed() {
        return 0;
      }
    };
  }

  private static double optimum(Problem problem) {
    Terms terms = new Terms(1e-5, Double.POSITIVE_INFINITY, MISS_COST, 1000, null);
    Coordinator coordinator =
        new Coordinator(
            problem, terms, () -> false, (stage, round, objective, bound, resources) -> {});
    coordinator.run();
    coordinator.runOn(null);
    return Objects.requireNonNull(coordinator.plan()).objective();
  }

  @Test
  void itsPricesNeverProveMoreThanTheOptimumAndNearlyAllOfIt() {
    SplittableRandom random = new SplittableRandom(51);
    double bounds = 0;
    double optima = 0;
    for (int trial = 0; trial < 15; trial++) {
      Problem problem = random(random);
      double optimum = optimum(problem);
      double bound = bound(problem);
      assertThat(bound).as("trial " + trial).isLessThan(optimum + 1e-6 * (1 + Math.abs(optimum)));
      bounds += bound;
      optima += optimum;
    }
    assertThat(bounds).isGreaterThan(0.95 * optima);
  }

  /**
   * What is drawn in the first two hours together earns a discount of sum²/100. A cut that holds
   * between 0 and 1 kW only would prove too much of all a vehicle of 20 kW can draw.
   */
  @Test
  void cutsOfPartsOfARegionSayNothingOfTheWhole() {
    Discount discount = new Discount(0.01, 0, 1);
    Resource car = vehicle("a", 0, 0, HOURS, 30, charger(0, 20, false));
    Problem problem = new Problem(rows(), List.of(car), List.of(discount, meter(2, 0.5, 100)));
    problem.couplings().get(1).missCost(MISS_COST);
    Cuts cuts = new Cuts(problem);
    Node root = Node.root(problem);
    Region whole = Objects.requireNonNull(root.regions()[0]);
    cuts.add(0, discount.ask(new double[] {1, 1}, whole).cut());
    double honest = bound(problem, cuts, root);
    cuts.add(0, discount.ask(new double[] {0, 0}, whole.part(0, 0, 1)).cut());
    assertThat(bound(problem, cuts, root)).isCloseTo(honest, within(1e-4));
    assertThat(honest).isLessThanOrEqualTo(optimum(problem) + 1e-6);
  }

  /**
   * 18 kWh into the vehicle of 9 to 10 in four hours, 20 kW drawn, at most 4 kW in the first two:
   *
   * <pre>
   * price   0.10   0.20   0.30   0.90
   * drawn   4      4      12     0         0.4 + 0.8 + 3.6 = 4.8
   * </pre>
   *
   * The limits are found on the way, and the prices are those of the third hour then.
   */
  @Test
  void learnsOfLimitsOnTheWay() {
    List<Coupling> couplings = new ArrayList<>(List.of(new Capacity(4, 0), new Capacity(4, 1)));
    double[] price = {0.1, 0.2, 0.3, 0.9, 0, 0, 0, 0};
    Rows priced = new Rows(rows().place(), rows().period(), price);
    Resource car = vehicle("a", 0, 0, HOURS, 18, charger(0, 20, false));
    Problem problem = new Problem(priced, List.of(car), couplings);
    couplings.forEach(coupling -> coupling.missCost(MISS_COST));
    Cuts cuts = new Cuts(problem);
    for (int c = 0; c < 2; c++) {
      cuts.add(c, couplings.get(c).ask(new double[] {0}, null).cut());
    }
    Relaxation relaxation =
        Objects.requireNonNull(Relaxation.of(problem, cuts, Node.root(problem), () -> false));
    Relaxation.Teacher teacher =
        teacher(
            prices -> {
              double more = 0;
              for (int c = 0; c < 2; c++) {
                double[] amounts = {prices.amounts()[c]};
                Cut cut = couplings.get(c).ask(amounts, null).cut();
                cuts.add(c, cut);
                more += Math.max(0, cut.at(amounts) - prices.couplingCost()[c]);
              }
              return more;
            });
    Prices prices =
        Objects.requireNonNull(relaxation.solve(60, 1e-5, Double.POSITIVE_INFINITY, teacher));
    assertThat(prices.objective()).isCloseTo(4.8, within(1e-3));
    assertThat(prices.amounts()[0]).isCloseTo(4, within(1e-3));
    assertThat(prices.pricePerUnit()[0]).isCloseTo(0.3, within(1e-2));
    double bound = prices.intercept() + new Respondents(problem).answer(prices.pricePerUnit());
    assertThat(bound).isBetween(4.79, 4.8 + 1e-9);
  }

  /**
   * To feed in earns 4, what is missing at departure costs 3; of 10 kWh on arrival 5 must stay:
   *
   * <pre>
   * level   10  …  5      fed in at 0.9: 4.5 kWh
   * wanted     15
   * </pre>
   */
  @Test
  void noMoreIsMissedThanTheLeastLevelLeaves() {
    List<Coupling> meters = new ArrayList<>();
    for (int row = 0; row < 2 * HOURS; row++) {
      meters.add(meter(row, 5, 100));
    }
    Session session = new Session("a", "s", 0, HOURS, 60, 5, 10, 15, 3.0, charger(0, 11, true));
    Resource car = new StorageResource(session, HORIZON, rows(0, 0, HOURS));
    Problem problem = new Problem(rows(), List.of(car), meters);
    meters.forEach(coupling -> coupling.missCost(MISS_COST));
    Cuts cuts = new Cuts(problem);
    cuts.addKnown(meters);
    Relaxation relaxation =
        Objects.requireNonNull(Relaxation.of(problem, cuts, Node.root(problem), () -> false));
    Prices prices = Objects.requireNonNull(solve(relaxation, 60));
    double drawn = Arrays.stream(prices.mixed()[0].amounts()).sum();
    assertThat(drawn).isCloseTo(-4.5, within(1e-3));
  }

  /**
   * One of three alike stands for all of them, and what is left over for itself:
   *
   * <pre>
   * at the first meter   a a a | a a     9 kWh each       at the second   b     18 kWh
   *                        3      2                                       1
   * </pre>
   */
  @Test
  void aPartOfAlikeOnesIsTheWhole() {
    List<Resource> cars = new ArrayList<>();
    for (int r = 0; r < 5; r++) {
      cars.add(vehicle("a" + r, 0, 0, HOURS, 9, charger(0, 6, true)));
    }
    cars.add(vehicle("b", 1, 1, HOURS, 18, charger(0, 11, true)));
    List<Coupling> couplings = new ArrayList<>();
    for (int row = 0; row < 2 * HOURS; row++) {
      couplings.add(meter(row, 0.1 + 0.1 * (row % HOURS), 22));
    }
    couplings.add(peak(0, 0.3));
    Problem problem = new Problem(rows(), cars, couplings);
    couplings.forEach(coupling -> coupling.missCost(MISS_COST));
    Cuts cuts = new Cuts(problem);
    cuts.addKnown(couplings);
    Node root = Node.root(problem);
    Relaxation whole = Objects.requireNonNull(Relaxation.of(problem, cuts, root, () -> false));
    Relaxation part =
        Objects.requireNonNull(Relaxation.ofPart(problem, cuts, root, 3, () -> false));
    Prices all = Objects.requireNonNull(solve(whole, 60));
    Prices some = Objects.requireNonNull(solve(part, 60));
    assertThat(some.objective()).isCloseTo(all.objective(), within(1e-3));
    Relaxation after =
        Objects.requireNonNull(Relaxation.after(part, problem, cuts, root, () -> false));
    Prices again = Objects.requireNonNull(solve(after, 60));
    assertThat(again.objective()).isCloseTo(all.objective(), within(1e-3));
  }

  /** A cost of which nothing is known may be anything. */
  @Test
  void withoutAnyCutThereIsNoPrice() {
    Problem problem =
        new Problem(
            rows(),
            List.of(vehicle("a", 0, 0, HOURS, 30, charger(0, 20, false))),
            List.of(new Discount(0.01, 0, 1)));
    Node root = Node.root(problem);
    Relaxation relaxation =
        Objects.requireNonNull(Relaxation.of(problem, new Cuts(problem), root, () -> false));
    assertThat(solve(relaxation, 60)).isNull();
  }

  @Test
  void doesNotBeginWhatTheTimeLeftIsTooShortFor() {
    Problem problem = random(new SplittableRandom(1));
    Cuts cuts = new Cuts(problem);
    cuts.addKnown(problem.couplings());
    Relaxation relaxation =
        Objects.requireNonNull(Relaxation.of(problem, cuts, Node.root(problem), () -> false));
    assertThat(solve(relaxation, 1e-9)).isNull();
  }

  /**
   * Two vehicles that take 9 of 10 kWh, 9 kWh wanted each, up to 20 kW, 2 EUR a kW above 5:
   *
   * <pre>
   * price   0.10   0.20   0.90   0.90      5 kW in every hour are free of a peak
   * </pre>
   *
   * 20 kWh are drawn, 5 in every hour: 0.5 + 1 + 4.5 + 4.5 = 10.5. One kW more in both cheap hours
   * saves 0.80 + 0.70 of the 2 EUR it costs; and nothing is left to prove.
   */
  @Test
  void ofTwoEqualVehicles() {
    Charger charger = charger(0, 20, false);
    List<Coupling> couplings = new ArrayList<>();
    double[] price = {0.1, 0.2, 0.9, 0.9};
    for (int t = 0; t < HOURS; t++) {
      couplings.add(meter(t, price[t], 100));
    }
    couplings.add(peak(0, 2));
    List<Resource> two =
        List.of(vehicle("a", 0, 0, HOURS, 9, charger), vehicle("b", 0, 0, HOURS, 9, charger));
    Problem problem = new Problem(rows(), two, couplings);
    assertThat(optimum(problem)).isCloseTo(10.5, within(1e-3));
    assertThat(bound(problem)).isCloseTo(10.5, within(1e-5));
  }
}
