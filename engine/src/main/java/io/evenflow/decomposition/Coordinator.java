package io.evenflow.decomposition;

import io.evenflow.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Brings the grid's and the sessions' answers together: prices from the master, answers to them,
 * and from both a plan and a bound, until the two are near enough.
 *
 * <p>Dantzig–Wolfe rounds first: they raise the bound, and each master gives a plan by its leading
 * schedules. What is left open then are few sessions in hours where a limit binds; their best
 * responses, and growing neighbourhoods around those that lose most against the prices, close it.
 * Anytime: whenever it is stopped the plan and the bound are the best so far; a plan that keeps all
 * limits, where none was found in time, may take {@value #GRACE_SECONDS} s from each of two starts
 * more. Deterministic, but for where the clock ends it.
 */
public final class Coordinator {
  /** Rounds end when columns cannot raise the bound by more than this part of the asked gap. */
  private static final double COLUMNS_SHARE = 0.1;

  private static final int MOST_ROUNDS = 200;

  /**
   * Rounds pause for better plans where columns can raise the bound by less than the gap asked and
   * so many of them raised it by less than this part of it.
   */
  private static final int TAIL = 4;

  private static final double TAIL_SHARE = 0.1;

  /** Part of the time after which plans come first, where none keeps all limits yet. */
  private static final double COLUMNS_TIME = 0.6;

  /** What a plan that keeps all limits may take in the end, from each start. Unit: s. */
  private static final double GRACE_SECONDS = 4;

  /** Limit of one neighbourhood. Unit: s. */
  private static final double MOST_SECONDS = 60;

  /** Sessions are taken out and answer anew until this many times in a row nothing is saved. */
  private static final int TRIALS = 300;

  private final Scenario scenario;
  private final double gap;
  private final double seconds;
  private final double endSeconds;
  private final BooleanSupplier stopRequested;
  private final Listener listener;
  private final GridSide grid;
  private final FleetSide fleet;
  private final List<Cut> cuts = new ArrayList<>();
  private final int[] allPeriods;

  /** Prices the fleet answered to last, by station and period. Unit: currency per kW. */
  private double[][] price = new double[0][];

  private int rounds;
  private boolean columnsAreDone;
  private boolean improving;

  private double bound = Double.NEGATIVE_INFINITY;
  private @Nullable Double withoutVehicles;
  private @Nullable Plan best;
  private @Nullable Plan bestWhole;

  /** The master's last plan, null once sessions have answered to it. */
  private @Nullable Plan latest;

  /** Cost of the last mixture of schedules the master found, an upper end for the bound. */
  private double relaxed;

  /** What the grid costs more at the powers the master would like than it believes. */
  private double underestimated;

  /** By how much the powers the master would like miss a limit. Unit: kW */
  private double desiredViolationKw;

  /** Hears of each round. */
  public interface Listener {
    /** Objective is null before the first plan. */
    void round(String stage, int round, @Nullable Double objective, double bound, int fractional);
  }

  /**
   * @param gap asked: objective − bound as a part of the vehicles' cost
   * @param seconds wall time, +∞ for none
   */
  public Coordinator(
      Scenario scenario,
      double gap,
      double seconds,
      BooleanSupplier stopRequested,
      Listener listener) {
    this.scenario = scenario;
    this.gap = gap;
    this.stopRequested = stopRequested;
    this.listener = listener;
    this.seconds = seconds;
    endSeconds = now() + seconds;
    grid = GridSide.mild(scenario);
    fleet = new FleetSide(scenario);
    allPeriods = IntStream.range(0, scenario.periods()).toArray();
  }

  private static double now() {
    return System.nanoTime() / 1e9;
  }

  private boolean mustStop() {
    return stopRequested.getAsBoolean() || now() > endSeconds;
  }

  /** Runs to the asked gap, or as far as it gets. */
  public void run() {
    startWithoutVehicles();
    try (PriceMaster master = new PriceMaster(scenario)) {
      master.interruptedBy(stopRequested);
      master.addCuts(cuts);
      firstAnswers(master);
      if (bound < Double.POSITIVE_INFINITY) {
        raiseBoundByColumns(master);
        improve(master);
      }
    } finally {
      fallBack();
    }
  }

  /**
   * Where the best plan misses a limit: the best that does not, or what sessions make of it, or of
   * nobody charging, where missing limits costs more than anything. A poor schedule with an honest
   * gap beats none, so this may take a little longer than was asked.
   */
  private void fallBack() {
    if (isWhole() || bound == Double.POSITIVE_INFINITY) {
      return;
    }
    if (bestWhole == null) {
      repair();
    }
    if (bestWhole != null) {
      best = bestWhole;
    }
  }

  private void repair() {
    double end = now() + GRACE_SECONDS;
    raiseToDearest();
    Plan near = best;
    if (near != null) {
      List<Integer> all = IntStream.range(0, fleet.size()).boxed().toList();
      keep(responses(() -> now() > end).descend(near, all, 1e-3 * allowance()));
    }
    if (bestWhole == null && mayIdle()) {
      fill(() -> now() > end + GRACE_SECONDS);
    }
  }

  private boolean mayIdle() {
    return withoutVehicles != null
        && scenario.sessions().stream().noneMatch(session -> session.hasHardTarget());
  }

  /** From nobody charging to as much as limits hold. */
  private void fill(BooleanSupplier stop) {
    raiseToDearest();
    Plan idle = Plan.idle(scenario, grid);
    keep(idle);
    keep(responses(stop).fill(idle));
  }

  private BestResponses responses(BooleanSupplier stop) {
    return new BestResponses(scenario, fleet, grid, cuts, stop);
  }

  private void raiseToDearest() {
    boolean raised = false;
    while (grid.raiseElasticCost()) {
      raised = true;
    }
    if (raised && best != null) {
      best = costed(best);
    }
  }

  /** A plan's schedules at what the grid costs now. */
  private Plan costed(Plan plan) {
    Plan same = new Plan(scenario, plan.schedules.clone());
    for (GridSide.Answer answer : same.ask(grid)) {
      cuts.add(answer.cut());
    }
    return same;
  }

  private void startWithoutVehicles() {
    double[][] none = new double[scenario.periods()][scenario.stations().size()];
    double sum = 0;
    boolean whole = true;
    for (GridSide.Answer answer : grid.answer(allPeriods, none)) {
      cuts.add(answer.cut());
      sum += answer.value();
      whole &= answer.isWhole();
    }
    withoutVehicles = whole ? sum : null;
  }

  /** What sessions would like where the grid has no limits; a bound of +∞ if that is nothing. */
  private void firstAnswers(PriceMaster master) {
    price = firstPrices();
    raiseBound(sumOfIntercepts() + fleet.answer(price));
    if (bound < Double.POSITIVE_INFINITY) {
      master.offer(fleet.schedules());
      consider(fleet.schedules(), master);
    }
  }

  /** Dantzig–Wolfe rounds until columns cannot raise the bound, or hardly do. */
  private void raiseBoundByColumns(PriceMaster master) {
    double[] lately = new double[TAIL];
    for (int i = 0; !columnsAreDone && !isClosed() && !mustStop(); i++) {
      boolean slow = i >= TAIL && bound - lately[i % TAIL] < TAIL_SHARE * allowance();
      boolean hurry =
          !improving && bestWhole == null && secondsLeft() < (1 - COLUMNS_TIME) * seconds;
      if (hurry || (slow && relaxed - bound < allowance())) {
        return;
      }
      lately[i % TAIL] = bound;
      columnsAreDone = !priceRound(master) || ++rounds == MOST_ROUNDS;
    }
  }

  /** One round: prices from the master, answers to them; whether there is more to come. */
  private boolean priceRound(PriceMaster master) {
    PriceMaster.Prices prices = master.solve(secondsLeft());
    if (prices == null) {
      return true;
    }
    price = prices.pricePerKw();
    raiseBound(prices.intercept() + fleet.answer(price));
    consider(prices.leading(), master);
    listener.round("prices", rounds + 1, objective(), bound, prices.fractional());
    double worth = COLUMNS_SHARE * allowance() / Math.max(1, fleet.size());
    boolean more = master.offerWhereBetter(fleet.schedules(), price, worth);
    more |= askGrid(prices.stationKw(), master, prices.gridCost());
    relaxed = prices.objective() + underestimated;
    if (more && relaxed - bound > COLUMNS_SHARE * allowance()) {
      return true;
    }
    double missed = grid.elasticCostPerKw() * desiredViolationKw;
    return missed > COLUMNS_SHARE * allowance() && raiseElasticCost(master);
  }

  /** Prices at which no station draws anything: of the cuts there are so far, one per period. */
  private double[][] firstPrices() {
    double[][] first = new double[scenario.stations().size()][scenario.periods()];
    for (Cut cut : cuts) {
      for (int k = 0; k < first.length; k++) {
        first[k][cut.period()] = Market.kwPrice(scenario, cut.period()) + cut.gradient()[k];
      }
    }
    return first;
  }

  private double sumOfIntercepts() {
    double sum = 0;
    for (Cut cut : cuts) {
      sum += cut.intercept();
    }
    return sum;
  }

  private void raiseBound(double value) {
    bound = Math.max(bound, value);
  }

  /** Raises the cost of missing limits, if it can be, and costs the best plan anew. */
  private boolean raiseElasticCost(PriceMaster master) {
    if (!grid.raiseElasticCost()) {
      return false;
    }
    Plan plan = best;
    best = null;
    if (plan != null) {
      consider(plan.schedules, master);
    }
    return true;
  }

  /** Costs a plan on the true grid and keeps it where it is the best. */
  private void consider(Schedule[] schedules, PriceMaster master) {
    Plan plan = new Plan(scenario, schedules.clone());
    latest = plan;
    List<Cut> fresh = new ArrayList<>();
    for (GridSide.Answer answer : plan.ask(grid)) {
      fresh.add(answer.cut());
    }
    cuts.addAll(fresh);
    master.addCuts(fresh);
    keep(plan);
  }

  private void keep(Plan plan) {
    if (plan.isWhole() && (bestWhole == null || plan.objective() < bestWhole.objective())) {
      bestWhole = plan;
    }
    if (best == null || plan.objective() < best.objective()) {
      best = plan;
    }
  }

  /** Asks the grid at the powers the master would like; whether it believed too little. */
  private boolean askGrid(double[][] stationKw, PriceMaster master, double[] believed) {
    double worth = COLUMNS_SHARE * allowance() / scenario.periods();
    List<Cut> fresh = new ArrayList<>();
    GridSide.Answer[] answers = grid.answer(allPeriods, stationKw);
    desiredViolationKw = 0;
    underestimated = 0;
    for (int t = 0; t < answers.length; t++) {
      underestimated += Math.max(0, answers[t].value() - believed[t]);
      desiredViolationKw = Math.max(desiredViolationKw, answers[t].violationKw());
      if (answers[t].value() - believed[t] > worth) {
        fresh.add(answers[t].cut());
      }
    }
    cuts.addAll(fresh);
    master.addCuts(fresh);
    return !fresh.isEmpty();
  }

  /**
   * Sessions' best responses to what the grid is believed to cost; then what is left of the price
   * rounds, then growing neighbourhoods around the sessions that lose most against the last prices.
   */
  private void improve(PriceMaster master) {
    BestResponses responses = responses(this::mustStop);
    Neighbourhood neighbourhood = new Neighbourhood(scenario, grid, cuts, this::mustStop);
    int size = 12;
    boolean filled = false;
    improving = true;
    for (int turn = 1; best != null && !isClosed() && !mustStop(); turn++) {
      Regrets regrets = new Regrets(scenario, fleet, price);
      respond(latest == null ? best : latest, responses, regrets, turn);
      latest = null;
      if (isClosed() || mustStop()) {
        return;
      }
      if (!isWhole()) {
        if (turn == 1 && raiseElasticCost(master)) {
          continue;
        }
        raiseToDearest();
        if (bestWhole == null && mayIdle() && !filled) {
          filled = true;
          fill(this::mustStop);
          listener.round("filling", turn, objective(), bound, 0);
          continue;
        }
      }
      if (!columnsAreDone) {
        raiseBoundByColumns(master);
        continue;
      }
      regrets.rank(best.schedules);
      List<Integer> chosen = regrets.choose(size, new Random(turn - 1));
      double before = best.objective();
      Neighbourhood.Outcome outcome =
          neighbourhood.improve(
              best, chosen, 0.1 * allowance(), Math.min(MOST_SECONDS, secondsLeft()));
      keep(outcome.plan());
      raiseBound(outcome.bound());
      listener.round("neighbourhoods", turn, objective(), bound, chosen.size());
      if (!(before - best.objective() >= 0.1 * allowance())) {
        if (chosen.size() == fleet.size()) {
          return;
        }
        size = Math.min(fleet.size(), size + Math.max(4, size / 4));
      }
    }
  }

  private void respond(Plan from, BestResponses responses, Regrets regrets, int turn) {
    double worth = 1e-3 * allowance();
    regrets.rank(from.schedules);
    Plan descended = responses.descend(from, regrets.ranked(), worth);
    keep(descended);
    listener.round("responses", turn, objective(), bound, 0);
    if (!isClosed()) {
      double target = bound + allowance();
      keep(responses.search(best == null ? descended : best, regrets, worth, target, TRIALS, turn));
      listener.round("recreation", turn, objective(), bound, 0);
    }
  }

  private double secondsLeft() {
    return Math.max(0, endSeconds - now());
  }

  /** What objective and bound may differ by. Unit: currency. */
  private double allowance() {
    Double known = objective();
    double objective = known == null ? bound : known;
    double vehicles = withoutVehicles == null ? objective : objective - withoutVehicles;
    return gap * Math.max(1, Math.abs(vehicles));
  }

  private boolean isClosed() {
    return best != null && isWhole() && best.objective() - bound <= allowance();
  }

  private @Nullable Double objective() {
    return best == null || Double.isInfinite(best.objective()) ? null : best.objective();
  }

  /** Whether the plan keeps all limits. */
  public boolean isWhole() {
    return best != null && best.isWhole();
  }

  /** Proven lower bound of the day. Unit: currency. */
  public double bound() {
    return bound;
  }

  /** Optimum without any vehicle, null where limits cannot hold then. Unit: currency. */
  public @Nullable Double withoutVehicles() {
    return withoutVehicles;
  }

  /** The best schedules, one per session, null where there are none. */
  public Schedule @Nullable [] schedules() {
    return best == null ? null : best.schedules.clone();
  }

  /** The grid, for its generators' powers at schedules. */
  public GridSide grid() {
    return grid;
  }
}
