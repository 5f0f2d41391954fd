package io.evenflow.resource;

import io.evenflow.fleet.SessionDetails;
import io.evenflow.fleet.Storage;
import io.evenflow.fleet.Storage.Step;

/**
 * How large what is summed up can be: what rounding of sums is relative to.
 *
 * @param kw powers of a step, up and down. Unit: kW
 * @param kwPerKwh the most power that a kWh in the battery stands for. Unit: kW/kWh
 * @param ownCost own costs in all. Unit: currency
 * @param wearPerKwh throughput cost of a kWh in the battery. Unit: currency per kWh
 * @param ownPerKwh the most that own costs change by with a kWh. Unit: currency per kWh
 * @param inwardsKwh how far whole numbers can be on the inner side of what they stand for. Unit:
 *     kWh
 */
record CostSizes(
    double kw,
    double kwPerKwh,
    double ownCost,
    double wearPerKwh,
    double ownPerKwh,
    double inwardsKwh) {
  static CostSizes of(Storage storage, StorageMoves moves) {
    SessionDetails details = storage.details();
    int n = storage.steps().size();
    Double perKwh = storage.missingCostPerKwh();
    double missing = perKwh == null ? 0 : perKwh;
    double worth = details.valueAtEndPerKwh() + details.valueAboveTargetPerKwh();
    double own = n * details.startCost() + worth * storage.capacityKwh();
    double perOwnKwh = worth + missing * storage.wanted().size();
    for (Storage.Wanted wanted : storage.wanted()) {
      own += missing * wanted.kwh();
    }
    double kw = 0;
    double moved = 0;
    double kwPerKwh = 0;
    double wearPerKwh = 0;
    for (int k = 0; k < n; k++) {
      Step step = storage.steps().get(k);
      double upKw = moves.unit.kwh(moves.farthestUp(k)) / step.kwhPerKw();
      double downKw = -moves.unit.kwh(moves.farthestDown(k)) / step.kwhPerKwOut();
      double powers = upKw + downKw;
      kw = Math.max(kw, powers);
      kwPerKwh = Math.max(kwPerKwh, 1 / step.kwhPerKw());
      wearPerKwh = Math.max(wearPerKwh, moves.wearPerKw[k] / step.kwhPerKw());
      own += moves.wearPerKw[k] * powers + missing * step.usedKwh();
      perOwnKwh += step.usedKwh() > 0 ? missing : 0;
      moved += moves.farthestUp(k) - moves.farthestDown(k) + moves.unit.nearest(step.usedKwh());
    }
    double astray = moves.unit.kwh(moves.slack(n)) + (moves.isPlain() ? 0 : moves.unit.kwh(n));
    int limits = Math.max(3, 2 + storage.wanted().size());
    return new CostSizes(
        kw, kwPerKwh, own, wearPerKwh, perOwnKwh, moves.unit.inwardsKwh(limits, moved) + astray);
  }
}
