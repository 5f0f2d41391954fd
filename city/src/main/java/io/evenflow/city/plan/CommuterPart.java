package io.evenflow.city.plan;

import io.evenflow.city.portfolio.Commuter;
import io.evenflow.coordination.Profile;
import io.evenflow.fleet.Storage;
import io.evenflow.resource.StorageResource;
import io.evenflow.time.Horizon;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A part of the vehicles that move between feeders, and prices they answer to. What leaves it for
 * others are sums by station and period; plans of single vehicles stay in its file.
 *
 * @param file where its answer is kept
 * @param before file of the same part's plans so far, null for none
 * @param round counted from 1
 * @param from place of its first vehicle among all
 * @param pricePerKw by vehicle and period of its stays. Unit: currency per kW held for the period
 * @param switching part of the vehicles that do what they answer where that is better at these
 *     prices; the others keep to their plans
 * @param room what others leave, which one vehicle after the other keeps within; null for prices
 *     alone. What is proven then nobody knows
 */
record CommuterPart(
    String file,
    @Nullable String before,
    OffsetDateTime start,
    int periods,
    int stepMinutes,
    int round,
    int from,
    ArrayList<Commuter> vehicles,
    double[][] pricePerKw,
    double switching,
    @Nullable Room room)
    implements Piece {

  /**
   * What others are told.
   *
   * @param least Σ of the least costs at the prices, proven. Unit: currency
   * @param ownCost of all plans. Unit: currency
   * @param payment of all plans at the prices. Unit: currency
   * @param keptPayment of the plans before at the prices, 0 without any. Unit: currency
   * @param sums what plans draw
   */
  record Answer(
      double least, double ownCost, double payment, double keptPayment, ArrayList<Sum> sums)
      implements Serializable {}

  /**
   * What some vehicles draw at a station. Unit: kW.
   *
   * @param feeder place in the portfolio
   */
  record Sum(int feeder, String station, double[] kw) implements Serializable {}

  /**
   * What a vehicle does.
   *
   * @param netKw by period of its stays, below 0 while it feeds in. Unit: kW
   * @param ownCost of what is missing. Unit: currency
   */
  record Plan(double[] netKw, double ownCost) implements Serializable {}

  @Override
  public void solve() throws IOException {
    Horizon horizon = new Horizon(start, periods, stepMinutes);
    List<Plan> old = before == null ? List.of() : plans(Path.of(before));
    if (room != null) {
      write(answerWithin(room, old, horizon));
      return;
    }
    ArrayList<Plan> plans = new ArrayList<>();
    double least = 0;
    double ownCost = 0;
    double payment = 0;
    double keptPayment = 0;
    for (int v = 0; v < vehicles.size(); v++) {
      double[] price = pricePerKw[v];
      Storage storage = Storage.of(vehicles.get(v).vehicle(), horizon);
      StorageResource resource =
          new StorageResource(storage, IntStream.range(0, price.length).toArray());
      least += resource.answer(price);
      Profile best = resource.profile();
      Plan plan = new Plan(best.amounts().clone(), best.ownCost());
      Plan kept = old.isEmpty() ? null : old.get(v);
      boolean stays = kept != null && !(isAsked(v) && isBetter(plan, kept, price));
      Plan next = kept != null && stays ? kept : plan;
      ownCost += next.ownCost();
      payment += payment(next, price);
      keptPayment += kept == null ? 0 : payment(kept, price);
      plans.add(next);
    }
    write(new Answer(least, ownCost, payment, keptPayment, sums(plans)), plans);
  }

  private Object[] answerWithin(Room left, List<Plan> old, Horizon horizon) {
    ArrayList<Plan> plans = new ArrayList<>(old);
    double ownCost = 0;
    double payment = 0;
    for (int i = 0; i < vehicles.size(); i++) {
      int v = (i + round) % vehicles.size();
      Storage storage = Storage.of(vehicles.get(v).vehicle(), horizon);
      Plan next = left.answer(v, storage, pricePerKw[v], old.get(v));
      plans.set(v, next);
      ownCost += next.ownCost();
      payment += payment(next, pricePerKw[v]);
    }
    Answer answer = new Answer(Double.NEGATIVE_INFINITY, ownCost, payment, 0, sums(plans));
    return new Object[] {answer, plans};
  }

  /** Some in one round, others in the next. */
  private boolean isAsked(int vehicle) {
    long seed = 1_000_003L * (from + vehicle) + round;
    return switching >= 1 || new Random(seed).nextDouble() < switching;
  }

  private static boolean isBetter(Plan one, Plan other, double[] price) {
    return one.ownCost() + payment(one, price) < other.ownCost() + payment(other, price);
  }

  private static double payment(Plan plan, double[] price) {
    double sum = 0;
    for (int k = 0; k < price.length; k++) {
      sum += price[k] * plan.netKw()[k];
    }
    return sum;
  }

  private ArrayList<Sum> sums(List<Plan> plans) {
    StationSums sums = new StationSums(periods);
    for (int v = 0; v < plans.size(); v++) {
      int k = 0;
      for (Commuter.Stay stay : vehicles.get(v).stays()) {
        for (int t = stay.arrival(); t < stay.departure(); t++, k++) {
          sums.of(stay.feeder(), stay.station())[t] += plans.get(v).netKw()[k];
        }
      }
    }
    ArrayList<Sum> all = new ArrayList<>();
    sums.forEach((feeder, station, kw) -> all.add(new Sum(feeder, station, kw)));
    return all;
  }

  /** What a part's file tells others. */
  static Answer answer(Path file) throws IOException {
    return (Answer) Piece.read(file, 0);
  }

  /** What its vehicles do. */
  @SuppressWarnings("unchecked")
  static List<Plan> plans(Path file) throws IOException {
    return (List<Plan>) Piece.read(file, 1);
  }
}
