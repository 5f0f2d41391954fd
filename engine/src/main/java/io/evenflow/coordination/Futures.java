package io.evenflow.coordination;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One problem of several possible futures, the deterministic equivalent of a two-stage stochastic
 * program (Birge and Louveaux, doi:10.1007/978-1-4614-0237-4): the mean of their costs, where some
 * resources decide before it is known which of them comes and do the same in all, and all others do
 * what is best in their own.
 *
 * <p>It is a problem as any other, so that bound and plan come from the same methods.
 */
public final class Futures {
  private final List<Problem> futures;
  private final Problem problem;

  /** By future and by resource of it: its index in the whole. */
  private final int[][] indexInWhole;

  /**
   * @param futures their rows mean the same by number
   * @param probability of each, above 0; they sum to 1
   * @param shared by future, indices of the resources that decide before, in the same order in all
   */
  public Futures(List<Problem> futures, double[] probability, int[][] shared) {
    this.futures = List.copyOf(futures);
    int rows = futures.getFirst().rows().size();
    indexInWhole = new int[futures.size()][];
    List<Resource> resources = new ArrayList<>();
    List<Coupling> couplings = new ArrayList<>();
    for (int index : shared[0]) {
      Resource one = futures.getFirst().resources().get(index);
      resources.add(new SharedResource(one, futures.size(), rows));
    }
    for (int f = 0; f < indexInWhole.length; f++) {
      Problem future = futures.get(f);
      if (future.rows().size() != rows) {
        throw new IllegalArgumentException(
            "future %d has %d rows, the first %d".formatted(f, future.rows().size(), rows));
      }
      addResources(f, probability[f], shared[f], resources);
      for (Coupling one : future.couplings()) {
        couplings.add(new LikelyCoupling(one, probability[f], f * rows, "scenario " + f));
      }
    }
    problem = new Problem(rows(probability), resources, couplings);
  }

  private void addResources(int f, double weight, int[] shared, List<Resource> whole) {
    List<Resource> own = futures.get(f).resources();
    int rows = futures.get(f).rows().size();
    Map<Integer, Integer> placeOf = new HashMap<>();
    for (int i = 0; i < shared.length; i++) {
      placeOf.put(shared[i], i);
    }
    indexInWhole[f] = new int[own.size()];
    for (int r = 0; r < own.size(); r++) {
      Integer place = placeOf.get(r);
      indexInWhole[f][r] = place == null ? whole.size() : place;
      if (place == null) {
        whole.add(new LikelyResource(own.get(r), weight, f * rows, rows));
      }
    }
  }

  private Rows rows(double[] probability) {
    int count = futures.getFirst().rows().size();
    int places = 1 + Arrays.stream(futures.getFirst().rows().place()).max().orElse(0);
    int[] place = new int[futures.size() * count];
    int[] period = new int[place.length];
    double[] price = new double[place.length];
    for (int row = 0; row < place.length; row++) {
      int f = row / count;
      Rows own = futures.get(f).rows();
      place[row] = f * places + own.place()[row % count];
      period[row] = own.period()[row % count];
      price[row] = probability[f] * own.price()[row % count];
    }
    return new Rows(place, period, price);
  }

  /** All futures as one problem. */
  public Problem problem() {
    return problem;
  }

  /** What a plan of the whole does in a future; its couplings have not been asked. */
  public Plan planOf(int future, Plan whole) {
    Profile[] profiles = new Profile[indexInWhole[future].length];
    for (int r = 0; r < profiles.length; r++) {
      int index = indexInWhole[future][r];
      profiles[r] =
          switch (problem.resources().get(index)) {
            case SharedResource shared -> shared.inOne(whole.profile(index));
            case LikelyResource likely -> likely.inOne(whole.profile(index));
            default -> throw new IllegalStateException("resource " + index + " is of no future");
          };
    }
    return new Plan(futures.get(future), profiles);
  }
}
