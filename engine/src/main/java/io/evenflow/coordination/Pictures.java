package io.evenflow.coordination;

import io.evenflow.interior.Chain;
import io.evenflow.interior.ChainProgram;
import io.evenflow.interior.ChainSolution;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What resources look like to a linear program: a {@link Reservoir}, or what lies between bounds,
 * or something that stays as it is.
 */
final class Pictures {
  private final Problem problem;

  /** By resource, null for one that lies between bounds or stays as it is. */
  private final @Nullable Reservoir[] reservoirs;

  /** By resource what it does whatever happens, null for one that may move. */
  private final @Nullable Profile[] still;

  /** By resource whether its picture is exact. */
  private final boolean[] isExact;

  private Pictures(Problem problem) {
    this.problem = problem;
    int count = problem.resources().size();
    reservoirs = new @Nullable Reservoir[count];
    still = new @Nullable Profile[count];
    isExact = new boolean[count];
  }

  /** All that resources can do, and more; null where some resource has no linear picture. */
  static @Nullable Pictures relaxed(Problem problem) {
    Pictures pictures = new Pictures(problem);
    for (int r = 0; r < pictures.still.length; r++) {
      if (!pictures.relax(r)) {
        return null;
      }
    }
    return pictures;
  }

  /**
   * Resources draw, feed in and rest when they do in a plan: only how much is open.
   *
   * @param open resources of which all is open; they have linear pictures
   */
  static Pictures held(Problem problem, Profile[] plan, List<Integer> open) {
    Pictures pictures = new Pictures(problem);
    boolean[] isOpen = new boolean[plan.length];
    open.forEach(r -> isOpen[r] = true);
    for (int r = 0; r < plan.length; r++) {
      if (!isOpen[r] || !pictures.relax(r)) {
        pictures.hold(r, plan[r]);
      }
    }
    return pictures;
  }

  /**
   * A part of those that have a linear picture, each for as many neighbours in time at its place;
   * the others rest.
   *
   * @param every how many one stands for, or fewer
   */
  static @Nullable Pictures part(Problem problem, int every) {
    Pictures pictures = relaxed(problem);
    if (pictures == null) {
      return null;
    }
    int[] order =
        IntStream.range(0, pictures.still.length)
            .filter(r -> pictures.reservoirs[r] != null)
            .boxed()
            .sorted(
                Comparator.<Integer>comparingInt(problem::firstPlace)
                    .thenComparingInt(problem::firstPeriod))
            .mapToInt(Integer::intValue)
            .toArray();
    int first = 0;
    for (int i = 1; i <= order.length; i++) {
      boolean isFull = i == order.length || i - first == every;
      if (isFull || problem.firstPlace(order[i]) != problem.firstPlace(order[first])) {
        pictures.stand(Arrays.copyOfRange(order, first, i));
        first = i;
      }
    }
    return pictures;
  }

  /** The one in the middle stands for all. */
  private void stand(int[] neighbours) {
    int chosen = neighbours[neighbours.length / 2];
    Reservoir one = reservoirs[chosen];
    for (int r : neighbours) {
      reservoirs[r] = null;
      still[r] = new Profile(new double[problem.resources().get(r).rows().length], 0);
    }
    if (one != null) {
      reservoirs[chosen] = one.times(neighbours.length);
      still[chosen] = null;
    }
  }

  private boolean relax(int r) {
    Resource resource = problem.resources().get(r);
    isExact[r] = resource.isConvex();
    reservoirs[r] = resource.isConvex() ? null : resource.reservoir();
    return resource.isConvex() || reservoirs[r] != null;
  }

  private void hold(int r, Profile profile) {
    Resource resource = problem.resources().get(r);
    isExact[r] = true;
    if (!resource.isConvex()) {
      Reservoir held = resource.heldTo(profile);
      boolean moves = held != null && held.rows().length > 0;
      reservoirs[r] = moves ? held : null;
      still[r] = moves ? null : profile;
    }
  }

  /** A program of the pictures, without couplings. */
  ChainProgram program(int[] blockOfRow) {
    ChainProgram program = new ChainProgram(blockOfRow, problem.rows().price());
    double[] base = new double[problem.rows().size()];
    for (int r = 0; r < still.length; r++) {
      Reservoir reservoir = reservoirs[r];
      Profile same = still[r];
      if (reservoir != null) {
        program.add(chain(reservoir, base));
      } else if (same != null) {
        add(same.amounts(), problem.resources().get(r).rows(), base);
      } else {
        addBoxes(problem.resources().get(r), program);
      }
    }
    for (int row = 0; row < base.length; row++) {
      if (base[row] != 0) {
        program.addBox(row, base[row], base[row]);
      }
    }
    return program;
  }

  private static void add(double[] amounts, int[] rows, double[] sums) {
    for (int i = 0; i < rows.length; i++) {
      sums[rows[i]] += amounts[i];
    }
  }

  private static void addBoxes(Resource resource, ChainProgram program) {
    int[] rows = resource.rows();
    for (int i = 0; i < rows.length; i++) {
      program.addBox(rows[i], resource.least(i), resource.most(i));
    }
  }

  /** What it must draw or feed in at least goes to the base, and off its levels. */
  private static Chain chain(Reservoir reservoir, double[] base) {
    int n = reservoir.rows().length;
    double[] drawn = new double[n];
    double[] fed = new double[n];
    double[] lowest = new double[n];
    double[] highest = new double[n];
    double[] miss = new double[n];
    double level = 0;
    for (int k = 0; k < n; k++) {
      double own = always(reservoir, k);
      base[reservoir.rows()[k]] += own;
      level += own * (own > 0 ? reservoir.filled()[k] : reservoir.emptied()[k]);
      drawn[k] = own < 0 ? 0 : Math.max(0, reservoir.most()[k] - own);
      fed[k] = own > 0 ? 0 : Math.max(0, own - reservoir.least()[k]);
      miss[k] = Math.max(0, reservoir.wanted()[k] - reservoir.lowest()[k]);
      lowest[k] = Math.max(reservoir.wanted()[k], reservoir.lowest()[k]) - level;
      highest[k] = reservoir.highest()[k] - level;
    }
    double[] missCost = new double[n];
    Arrays.fill(missCost, reservoir.missingCost());
    return new Chain(
        reservoir.rows(),
        drawn,
        fed,
        reservoir.filled(),
        reservoir.emptied(),
        lowest,
        highest,
        reservoir.movingCost(),
        missCost,
        miss,
        reservoir.worth());
  }

  /** What it draws in a step at least; negative what it feeds in. */
  private static double always(Reservoir reservoir, int k) {
    return reservoir.least()[k] > 0 ? reservoir.least()[k] : Math.min(0, reservoir.most()[k]);
  }

  /** What each resource does in a solution, as far as its picture is right; of no cost. */
  Profile[] mixed(ChainSolution solution) {
    Profile[] mixed = new Profile[still.length];
    int chains = 0;
    int boxes = 0;
    for (int r = 0; r < mixed.length; r++) {
      int[] rows = problem.resources().get(r).rows();
      Reservoir reservoir = reservoirs[r];
      Profile same = still[r];
      if (same != null) {
        mixed[r] = same;
        continue;
      }
      double[] amounts = new double[rows.length];
      if (reservoir == null) {
        System.arraycopy(solution.boxes(), boxes, amounts, 0, rows.length);
        boxes += rows.length;
      } else {
        double[] moved = solution.chains()[chains++];
        for (int k = 0; k < moved.length; k++) {
          int place = Arrays.binarySearch(rows, reservoir.rows()[k]);
          amounts[place] = moved[k] + always(reservoir, k);
        }
      }
      mixed[r] = new Profile(amounts, 0);
    }
    return mixed;
  }

  /**
   * The profiles of a solution: of those whose pictures are exact what they can do, of others what
   * is mixed. One that a solver's tolerance keeps from that does what it did.
   *
   * @param mixed by the same pictures
   * @param before the plan that they are held to
   */
  Profile[] profiles(Profile[] mixed, Profile[] before) {
    Profile[] profiles = mixed.clone();
    for (int r = 0; r < profiles.length; r++) {
      Resource resource = problem.resources().get(r);
      Reservoir held = reservoirs[r];
      if (isExact[r] && held != null) {
        Profile mended = resource.mended(held, amounts(held, resource.rows(), mixed[r]));
        profiles[r] = mended == null ? before[r] : mended;
      } else if (isExact[r] && still[r] == null) {
        profiles[r] = resource.priced(mixed[r].amounts());
      }
    }
    return profiles;
  }

  private static double[] amounts(Reservoir held, int[] rows, Profile profile) {
    return Arrays.stream(held.rows())
        .mapToDouble(row -> profile.amounts()[Arrays.binarySearch(rows, row)])
        .toArray();
  }
}
