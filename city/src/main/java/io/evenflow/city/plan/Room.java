package io.evenflow.city.plan;

import io.evenflow.coordination.ConvexCosts;
import io.evenflow.coordination.Profile;
import io.evenflow.fleet.Storage;
import io.evenflow.resource.StorageResource;
import java.io.Serializable;
import java.util.stream.IntStream;

/**
 * What a plan leaves of shared limits for vehicles that move between feeders. One after the other
 * does the best within what those before it have left; what is beyond a limit costs so much that it
 * is less than before at least.
 *
 * <pre>
 * cost of x kW in a step = price·x + miss·max(0, x − most) + miss·max(0, least − x)
 * </pre>
 *
 * @param rows by vehicle and step of its stays the substation and period, as one number
 * @param perKw by vehicle and step what the substation draws more for each kW at the station
 * @param moreKw by row how much more may be drawn, below 0 where too much is drawn; the object's
 *     own, which vehicles change. Unit: kW
 * @param lessKw by row how much less may be drawn, likewise
 * @param missPerKw what missing a limit costs. Unit: currency per kW held for a period
 */
record Room(int[][] rows, double[][] perKw, double[] moreKw, double[] lessKw, double missPerKw)
    implements Serializable {

  /** What a vehicle does best. */
  CommuterPart.Plan answer(int vehicle, Storage storage, double[] price, CommuterPart.Plan now) {
    int[] own = rows[vehicle];
    double[] factor = perKw[vehicle];
    ConvexCosts costs = new ConvexCosts();
    for (int k = 0; k < own.length; k++) {
      double mostKw = now.netKw()[k] + moreKw[own[k]] / factor[k];
      double leastKw = now.netKw()[k] - lessKw[own[k]] / factor[k];
      addRow(costs, price[k], Math.min(leastKw, mostKw), mostKw, missPerKw * factor[k]);
    }
    StorageResource resource =
        new StorageResource(storage, IntStream.range(0, own.length).toArray());
    resource.answer(costs);
    Profile best = resource.profile();
    Profile kept = new Profile(now.netKw(), now.ownCost());
    CommuterPart.Plan next =
        costs.of(best) < costs.of(kept)
            ? new CommuterPart.Plan(best.amounts().clone(), best.ownCost())
            : now;
    for (int k = 0; k < own.length; k++) {
      double kw = factor[k] * (next.netKw()[k] - now.netKw()[k]);
      moreKw[own[k]] -= kw;
      lessKw[own[k]] += kw;
    }
    return next;
  }

  private static void addRow(
      ConvexCosts costs, double price, double least, double most, double miss) {
    double below = Double.isInfinite(least) ? Double.NEGATIVE_INFINITY : miss * least;
    double above = Double.isInfinite(most) ? Double.NEGATIVE_INFINITY : -miss * most;
    double atZero = Math.max(0, Math.max(below, above));
    costs.beginRow();
    if (Double.isFinite(least)) {
      costs.addPiece(Double.NEGATIVE_INFINITY, least, price - miss, below - atZero);
    }
    costs.addPiece(least, most, price, -atZero);
    if (Double.isFinite(most)) {
      costs.addPiece(most, Double.POSITIVE_INFINITY, price + miss, above - atZero);
    }
  }
}
