package io.evenflow.coordination;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Makes a plan of prices and a mixture of profiles. All resources are rounded; those that lose
 * nothing by it keep to when they draw and feed in from then on, the others are relaxed again, and
 * all find the best sums anew. So each time fewer are left, and what rounding does to sums all the
 * others make up for.
 */
final class Diving {
  /** Resources that together lose less than this part of the allowance are rounded well. */
  private static final double LOST_SHARE = 0.1;

  /** What all may lose in the end. */
  private static final double MOST_LOST_SHARE = 0.6;

  /** Couplings are believed that cost more than is believed by less than this part of it. */
  private static final double BELIEVED_SHARE = 0.5;

  private static final double LAST_BELIEVED_SHARE = 0.2;

  /**
   * Couplings' slopes are believed within this part of the mean price about the prices: what one
   * resource's rounding does to a sum, others make up for at the price. With no bounds sums keep to
   * limits and resources lose a hundred times as much; with prices alone all crowd where it is
   * cheap, and others cannot make up for it. Where the first does not do, the second may.
   */
  private static final double[] BANDS = {0.02, 0.05};

  /** Where a meter's price turns at a sum, others do not make up for it at the price. */
  private static final double[] BANDS_WITH_METERS = {0.02, 0.15};

  private static final int MOST_DIVES = 8;

  /** Part of the time left. */
  private static final double TIME = 0.75;

  /**
   * Resources are opened once more where they lose this part of all that a plan loses: those of
   * them that lose this part of it.
   */
  private static final double REOPENED_SHARE = 0.8;

  /** The last program takes about so many times as long as the dive before. */
  private static final double TIME_FOR_LAST = 3;

  /** A dive takes about this part of what the relaxation took. */
  private static final double DIVE_SHARE = 0.25;

  private final Problem problem;
  private final Respondents respondents;
  private final Plans plans;
  private final Couplings couplings;
  private final Cuts cuts;
  private final Node root;
  private final Incumbent incumbent;
  private final Clock clock;

  /** Of the dives: some time is left to mend what they end with. */
  private final Clock diving;

  /** How long the last dive took. Unit: s */
  private double took;

  private final double[] bands;
  private boolean isScarce;

  /**
   * Whether a program of all held has ended: a plan of its kind is there, as far as there is one.
   */
  private boolean hasHeld;

  Diving(
      Problem problem,
      Respondents respondents,
      Plans plans,
      Couplings couplings,
      Cuts cuts,
      Node root,
      Incumbent incumbent,
      Clock clock) {
    this.problem = problem;
    this.respondents = respondents;
    this.plans = plans;
    this.couplings = couplings;
    this.cuts = cuts;
    this.root = root;
    this.incumbent = incumbent;
    this.clock = clock;
    diving = clock.part(TIME);
    bands = FirstColumns.hasMeters(problem) ? BANDS_WITH_METERS : BANDS;
  }

  /**
   * Dives; every plan on the way is kept where it is the best.
   *
   * @param relaxed to whose prices resources have answered last
   * @param relaxation that it is the solution of
   * @param relaxationTook how long. Unit: s
   * @param isScarce whether time may not do for all dives: a plan comes first then
   */
  void dive(
      Prices relaxed,
      Relaxation relaxation,
      double relaxationTook,
      boolean isScarce,
      Relaxation.Teacher teacher) {
    this.isScarce = isScarce;
    took = DIVE_SHARE * relaxationTook;
    for (double band : bands) {
      if (mayGoOn()) {
        dive(band, relaxed, relaxation, teacher);
      }
    }
    int failures = 0;
    for (int turn = 0; failures < bands.length && mayGoOn(); turn++) {
      Plan before = incumbent.whole();
      if (before == null
          || !reopen(before, bands[turn % bands.length], relaxed, relaxation, teacher)) {
        return;
      }
      failures = incumbent.whole() == before ? failures + 1 : 0;
    }
  }

  /**
   * Those that lose most in a plan where all are held, which others than before may be, are relaxed
   * and rounded once more.
   *
   * @return false where resources are not what loses most of what is lost
   */
  private boolean reopen(
      Plan plan, double band, Prices relaxed, Relaxation relaxation, Relaxation.Teacher teacher) {
    double[] loss = losses(plan.profiles(), relaxed.pricePerUnit());
    double lost = Arrays.stream(loss).sum();
    if (lost < REOPENED_SHARE * (plan.objective() - incumbent.bound())) {
      return false;
    }
    List<Integer> open = losing(loss, REOPENED_SHARE * lost);
    Relaxation last =
        Relaxation.held(problem, cuts, root, plan.profiles(), open, relaxation, diving::mustStop);
    double worth = BELIEVED_SHARE * incumbent.leastAllowance();
    Prices found = last.solve(diving.secondsLeft(), worth, Double.POSITIVE_INFINITY, teacher);
    if (found == null) {
      return false;
    }
    Profile[] mixed = last.profiles(found, plan.profiles());
    Profile[] rounded = round(mixed, found, open, band);
    hold(rounded, last, false, () -> incumbent.isClosed() || diving.mustStop(), teacher);
    return true;
  }

  private void dive(
      double band, Prices relaxed, Relaxation relaxation, Relaxation.Teacher teacher) {
    double allowance = incumbent.leastAllowance();
    double[] price = relaxed.pricePerUnit();
    Prices prices = relaxed;
    Relaxation last = relaxation;
    Profile[] mixed = relaxed.mixed();
    List<Integer> open = IntStream.range(0, mixed.length).boxed().toList();
    double lostBefore = Double.POSITIVE_INFINITY;
    for (int dive = 0; dive < MOST_DIVES && mayGoOn(); dive++) {
      double left = diving.secondsLeft();
      Profile[] rounded = round(mixed, prices, open, band);
      Plan plan = plans.of(rounded);
      incumbent.keep(plan);
      double[] loss = losses(rounded, price);
      double lost = Arrays.stream(loss).sum();
      List<Integer> next = losing(loss, lost - LOST_SHARE * allowance);
      boolean isDone = lost <= MOST_LOST_SHARE * allowance || lost > lostBefore;
      lostBefore = lost;
      boolean isLate = diving.secondsLeft() < TIME_FOR_LAST * took;
      if (isDone || isLate || dive == MOST_DIVES - 1) {
        boolean isChoosy = band < bands[bands.length - 1] && !isLate;
        hold(rounded, last, isChoosy, () -> incumbent.isClosed() || diving.mustStop(), teacher);
        return;
      }
      if (dive == 0 && isScarce && !hasHeld) {
        boolean isHopeless = incumbent.cheapest() != plan;
        double safe = Double.POSITIVE_INFINITY;
        holdOnce(isHopeless ? round(mixed, prices, open, safe) : rounded, last, teacher);
      }
      open = next;
      last = Relaxation.held(problem, cuts, root, rounded, open, last, diving::mustStop);
      double worth = BELIEVED_SHARE * allowance;
      Prices found = last.solve(diving.secondsLeft(), worth, Double.POSITIVE_INFINITY, teacher);
      if (found == null) {
        return;
      }
      prices = found;
      mixed = last.profiles(found, rounded);
      took = left - diving.secondsLeft();
    }
  }

  /**
   * All are held.
   *
   * @param isChoosy whether it ends early where there is no plan that is near enough
   * @param isEnough whether it may end
   */
  private void hold(
      Profile[] rounded,
      Relaxation before,
      boolean isChoosy,
      BooleanSupplier isEnough,
      Relaxation.Teacher teacher) {
    Relaxation held = Relaxation.held(problem, cuts, root, rounded, List.of(), before, isEnough);
    double allowance = incumbent.leastAllowance();
    double worth = LAST_BELIEVED_SHARE * allowance;
    double most = isChoosy ? incumbent.avoidableBound() + allowance : Double.MAX_VALUE;
    Relaxation.Teacher inwards = new Inwards(problem, plans, incumbent, rounded, held, teacher);
    Prices found = held.solve(clock.secondsLeft(), worth, most, inwards);
    hasHeld |= found != null;
    if (found != null && !incumbent.isClosed()) {
      incumbent.keep(plans.of(held.profiles(found, rounded)));
    }
  }

  /** The first plan that keeps limits; it need not be good. */
  private void holdOnce(Profile[] rounded, Relaxation before, Relaxation.Teacher teacher) {
    Plan known = incumbent.whole();
    Clock first = clock.sparing(plans.fillingSeconds());
    hold(rounded, before, false, () -> incumbent.whole() != known || first.mustStop(), teacher);
  }

  private boolean mayGoOn() {
    return !incumbent.isClosed() && !diving.mustStop();
  }

  private Profile[] round(Profile[] mixed, Prices prices, List<Integer> open, double band) {
    double[] price = prices.pricePerUnit();
    double width = band * Arrays.stream(price).map(Math::abs).average().orElse(0);
    Leveling leveling =
        new Leveling(problem, respondents, cuts, couplings.missCost(), diving::mustStop);
    return leveling.round(mixed, prices.couplingCost(), open, price, width);
  }

  /** What each costs at the prices above the least it could. */
  private double[] losses(Profile[] profiles, double[] price) {
    double[] loss = new double[profiles.length];
    for (int r = 0; r < loss.length; r++) {
      int[] rows = problem.resources().get(r).rows();
      loss[r] = Math.max(0, profiles[r].cost(price, rows) - respondents.least(r));
    }
    return loss;
  }

  /** Those that lose most, until they have lost so much together. */
  private static List<Integer> losing(double[] loss, double much) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, loss.length).boxed().toList());
    order.sort(Comparator.comparingDouble(r -> -loss[r]));
    double sum = 0;
    int count = 0;
    while (count < loss.length && sum < much) {
      sum += loss[order.get(count++)];
    }
    return order.subList(0, count);
  }
}
