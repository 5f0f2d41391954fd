package io.evenflow.city.plan;

import io.evenflow.city.portfolio.Commuter;
import io.evenflow.city.portfolio.Portfolio;
import io.evenflow.time.Horizon;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * What vehicles do that move between feeders.
 *
 * @param files of their parts, in the order of the portfolio; none where there are none
 * @param ownCost of all: of what is missing. Unit: currency
 */
public record CommuterPlans(List<Path> files, double ownCost) {
  /** Of cities without such vehicles. */
  public static final CommuterPlans NONE = new CommuterPlans(List.of(), 0);

  /** Takes what a vehicle does in one of its stays. */
  public interface Taker {
    /**
     * @param netKw by period of the stay, below 0 while it feeds in. Unit: kW
     * @param missingKwh on departure, on the trip to it, and after the last stay at the end. Unit:
     *     kWh
     */
    void take(Commuter vehicle, Commuter.Stay stay, double[] netKw, double missingKwh);
  }

  /** Hands out all stays, vehicle by vehicle, never more plans than a part's at a time. */
  public void forEach(Portfolio portfolio, Taker taker) throws IOException {
    Horizon horizon = portfolio.horizon();
    int place = 0;
    for (Path file : files) {
      for (CommuterPart.Plan plan : CommuterPart.plans(file)) {
        Commuter vehicle = portfolio.commuters().get(place++);
        double[] hours = Arrays.stream(vehicle.periods()).mapToDouble(horizon::hours).toArray();
        double[] missing = vehicle.missingKwh(plan.netKw(), hours);
        int k = 0;
        for (int i = 0; i < missing.length; i++) {
          Commuter.Stay stay = vehicle.stays().get(i);
          double[] own = Arrays.copyOfRange(plan.netKw(), k, k + stay.periods());
          taker.take(vehicle, stay, own, missing[i]);
          k += stay.periods();
        }
      }
    }
  }
}
