package io.evenflow.coordination;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One problem of several possible futures, the deterministic equivalent of a two-stage stochastic
 * program (Birge and Louveaux, doi:10.1007/978-1-4614-0237-4): the mean of their costs, where some
 * resources decide before it is known which of them comes and do the same in all, and all others do
 * what is best in their own.
 *
 * <p>It is a problem as any other, so that bound and plan come from the same methods. Its rows are
 * those of the resources that decide before, then those of each future; a coupling sees its
 * future's and the first ones together, so that those who decide before answer to the mean of the
 * futures' prices.
 */
public final class Futures {
  private final List<Problem> futures;
  private final double[] probability;
  private final int rowsOfOne;
  private final Problem problem;

  /** By future and by resource of it: its index in the whole. */
  private final int[][] indexInWhole;

  /** Number of the resources that decide before: the first ones of the whole. */
  private final int before;

  /**
   * @param futures their rows mean the same by number
   * @param probability of each, above 0; they sum to 1
   * @param shared by future, indices of the resources that decide before, the same ones in the same
   *     order in all
   */
  public Futures(List<Problem> futures, double[] probability, int[][] shared) {
    this.futures = List.copyOf(futures);
    this.probability = probability.clone();
    rowsOfOne = futures.getFirst().rows().size();
    before = shared[0].length;
    indexInWhole = new int[futures.size()][];
    List<Resource> resources = new ArrayList<>();
    for (int index : shared[0]) {
      resources.add(futures.getFirst().resources().get(index));
    }
    for (int f = 0; f < indexInWhole.length; f++) {
      if (futures.get(f).rows().size() != rowsOfOne) {
        throw new IllegalArgumentException(
            "future %d has %d rows, the first %d"
                .formatted(f, futures.get(f).rows().size(), rowsOfOne));
      }
      addResources(f, shared[f], resources);
    }
    problem = new Problem(rows(), resources, couplings(resources));
  }

  private int firstRow(int future) {
    return (1 + future) * rowsOfOne;
  }

  private void addResources(int f, int[] shared, List<Resource> whole) {
    List<Resource> own = futures.get(f).resources();
    indexInWhole[f] = new int[own.size()];
    Arrays.fill(indexInWhole[f], -1);
    for (int i = 0; i < shared.length; i++) {
      indexInWhole[f][shared[i]] = i;
    }
    for (int r = 0; r < own.size(); r++) {
      if (indexInWhole[f][r] < 0) {
        indexInWhole[f][r] = whole.size();
        whole.add(new LikelyResource(own.get(r), probability[f], firstRow(f), rowsOfOne));
      }
    }
  }

  private Rows rows() {
    int places = 1 + Arrays.stream(futures.getFirst().rows().place()).max().orElse(0);
    int[] place = new int[firstRow(futures.size())];
    int[] period = new int[place.length];
    double[] price = new double[place.length];
    for (int row = 0; row < rowsOfOne; row++) {
      for (int f = 0; f < probability.length; f++) {
        Rows own = futures.get(f).rows();
        int of = firstRow(f) + row;
        place[row] = own.place()[row];
        place[of] = (1 + f) * places + own.place()[row];
        period[row] = own.period()[row];
        period[of] = own.period()[row];
        price[of] = probability[f] * own.price()[row];
        price[row] += price[of];
      }
    }
    return new Rows(place, period, price);
  }

  /** Couplings see only rows that somebody moves. */
  private List<Coupling> couplings(List<Resource> resources) {
    Set<Integer> moved = new HashSet<>();
    resources.forEach(resource -> Arrays.stream(resource.rows()).forEach(moved::add));
    List<Coupling> couplings = new ArrayList<>();
    for (int f = 0; f < probability.length; f++) {
      for (Coupling one : futures.get(f).couplings()) {
        List<Integer> rows = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (int first : new int[] {0, firstRow(f)}) {
          for (int i = 0; i < one.rows().length; i++) {
            if (moved.contains(first + one.rows()[i])) {
              rows.add(first + one.rows()[i]);
              places.add(i);
            }
          }
        }
        int[] own = rows.stream().mapToInt(Integer::intValue).toArray();
        int[] place = places.stream().mapToInt(Integer::intValue).toArray();
        couplings.add(new LikelyCoupling(one, probability[f], own, place, "scenario " + f));
      }
    }
    return couplings;
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
      Profile found = whole.profile(index);
      profiles[r] =
          index < before
              ? found
              : new Profile(found.amounts(), found.ownCost() / probability[future]);
    }
    return new Plan(futures.get(future), profiles);
  }
}
