package io.evenflow.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenflow.coordination.Profile;
import io.evenflow.coordination.Resource;
import io.evenflow.fleet.Charger;
import io.evenflow.fleet.PowerRange;
import io.evenflow.fleet.Storage;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** The contract of storages of a kind, with rows in any order and plugs here and there. */
abstract class StorageContract extends ResourceContract {
  private final Kind kind;
  private final boolean hasPlugs;

  StorageContract(Kind kind, boolean hasPlugs) {
    this.kind = kind;
    this.hasPlugs = hasPlugs;
  }

  @Override
  double leastPrice() {
    return hasPlugs ? 0 : -0.15;
  }

  @Override
  Resource resource(SplittableRandom random) {
    while (true) {
      Storage storage = adorned(kind.random(random, 5).storage(), random);
      int n = storage.steps().size();
      Resource resource = new StorageResource(storage, 0, rows(n, random));
      if (Double.isFinite(resource.answer(new double[200]))) {
        return resource;
      }
    }
  }

  Storage adorned(Storage storage, SplittableRandom random) {
    return storage;
  }

  private StepRows rows(int n, SplittableRandom random) {
    int[] power = new int[n];
    int[] plugs = new int[hasPlugs ? n : 0];
    int swapped = random.nextInt(n + 1);
    for (int k = 0; k < n; k++) {
      power[k] = k < swapped ? 50 + k : k;
      if (hasPlugs) {
        plugs[k] = random.nextInt(3) == 0 ? StepRows.NONE : 100 + (k < swapped ? 50 + k : k);
      }
    }
    return new StepRows(power, plugs);
  }

  /** Random walks that turn out to be allowed. */
  @Override
  List<Profile> profiles(Resource resource, SplittableRandom random) {
    Storage storage = ((StorageResource) resource).storage();
    List<Profile> found = new ArrayList<>();
    for (int trial = 0; trial < 300; trial++) {
      double[] netKw = new double[storage.steps().size()];
      for (int k = 0; k < netKw.length; k++) {
        netKw[k] = power(storage, k, random);
      }
      if (StorageRules.keeps(storage, netKw)) {
        found.add(resource.priced(((StorageResource) resource).amounts(netKw)));
      }
    }
    return found;
  }

  private static double power(Storage storage, int k, SplittableRandom random) {
    Charger charger = storage.steps().get(k).charger();
    PowerRange feed = charger.discharge();
    List<Double> only = storage.details().powerStepsKw();
    return switch (random.nextInt(3)) {
      case 0 -> 0;
      case 1 ->
          only.isEmpty() ? within(charger.charge(), random) : only.get(random.nextInt(only.size()));
      default -> feed == null ? 0 : -within(feed, random);
    };
  }

  private static double within(PowerRange range, SplittableRandom random) {
    return range.minKw() + random.nextDouble() * (range.maxKw() - range.minKw());
  }

  @Override
  void assertFeasible(Resource resource, Profile profile, String words) {
    StorageResource storage = (StorageResource) resource;
    double[] netKw = storage.netKw(profile);
    StorageRules.assertKeeps(storage.storage(), netKw, words);
    assertThat(storage.amounts(netKw)).as(words).containsExactly(profile.amounts());
  }
}
