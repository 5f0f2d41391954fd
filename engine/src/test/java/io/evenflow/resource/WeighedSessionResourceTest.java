package io.evenflow.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenflow.coordination.Profile;
import io.evenflow.coordination.Resource;
import io.evenflow.fleet.Charger;
import io.evenflow.fleet.PowerRange;
import io.evenflow.fleet.SessionDetails;
import io.evenflow.fleet.Storage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sessions whose binaries are penalised, or counted where they are turned. */
class WeighedSessionResourceTest extends ResourceContract {
  private static final int ROW = 199;

  @Override
  double leastPrice() {
    return 0;
  }

  /** Of its weight it looks at the slopes alone. */
  @Override
  boolean meetsConvexCosts() {
    return false;
  }

  @Override
  Resource resource(SplittableRandom random) {
    while (true) {
      Storage storage = Kind.SESSION.random(random, 5).storage();
      int n = storage.steps().size();
      StorageResource powers =
          new StorageResource(storage, 0, new StepRows(StepRows.upTo(n), new int[0]));
      WeighedStorage resource = new WeighedStorage(powers, ROW);
      Modes anywhere = anywhere(storage, random);
      if (random.nextBoolean()) {
        resource.penalise(anywhere, random.nextDouble(0.5));
      } else {
        resource.countTurned(anywhere, 0.1);
      }
      if (Double.isFinite(resource.answer(new double[200]))) {
        return resource;
      }
    }
  }

  /** Binaries of any value, many of them 0 or 1. */
  private static Modes anywhere(Storage storage, SplittableRandom random) {
    Modes modes = Modes.of(storage, new double[storage.steps().size()]);
    for (double[] kind : List.of(modes.charging(), modes.discharging())) {
      for (int k = 0; k < kind.length; k++) {
        double z = Math.clamp(random.nextDouble(-0.5, 1.5), 0, 1);
        kind[k] = Double.isNaN(kind[k]) ? kind[k] : z;
      }
    }
    return modes;
  }

  @Override
  List<Profile> profiles(Resource resource, SplittableRandom random) {
    Storage storage = ((WeighedStorage) resource).storage();
    List<Profile> found = new ArrayList<>();
    for (int trial = 0; trial < 300; trial++) {
      double[] netKw = new double[storage.steps().size()];
      for (int k = 0; k < netKw.length; k++) {
        netKw[k] = power(storage.steps().get(k).charger(), random);
      }
      if (StorageRules.keeps(storage, netKw)) {
        found.add(resource.priced(Arrays.copyOf(netKw, netKw.length + 1)));
      }
    }
    return found;
  }

  private static double power(Charger charger, SplittableRandom random) {
    PowerRange feed = charger.discharge();
    return switch (random.nextInt(3)) {
      case 0 -> 0;
      case 1 -> within(charger.charge(), random);
      default -> feed == null ? 0 : -within(feed, random);
    };
  }

  private static double within(PowerRange range, SplittableRandom random) {
    return range.minKw() + random.nextDouble() * (range.maxKw() - range.minKw());
  }

  @Override
  void assertFeasible(Resource resource, Profile profile, String words) {
    WeighedStorage storage = (WeighedStorage) resource;
    StorageRules.assertKeeps(storage.storage(), storage.netKw(profile), words);
  }

  /**
   * One hour of a session that charges with 4 to 8 kW and feeds in with 2 to 6 kW; α₀ = 1, β₀ = 0:
   * to charge turns nothing, to rest turns α, to feed in turns both.
   */
  @ParameterizedTest
  @CsvSource({"5, 0", "0, 1", "-3, 2"})
  void countsWhatIsTurned(double netKw, double turned) {
    WeighedStorage session = hour(4, 2);
    session.countTurned(new Modes(new double[] {1}, new double[] {0}), 0.01);
    assertThat(session.priced(new double[] {netKw, 0}).amounts()[1]).isEqualTo(turned);
  }

  /** With a least power of 0 it may rest with α = 1, so that resting turns nothing. */
  @Test
  void restsAsOneThatChargesWhereItsLeastPowerIsNothing() {
    WeighedStorage session = hour(0, 2);
    session.countTurned(new Modes(new double[] {1}, new double[] {0}), 0.01);
    assertThat(session.priced(new double[2]).amounts()[1]).isZero();
  }

  /** μ·(1 − 2z₀)·z with μ = 2: α₀ = ¼ costs 1, β₀ = 1 brings 2. */
  @ParameterizedTest
  @CsvSource({"5, 1", "0, 0", "-3, -2"})
  void penalisesWhatIsNearNothing(double netKw, double penalty) {
    WeighedStorage session = hour(4, 2);
    session.penalise(new Modes(new double[] {0.25}, new double[] {1}), 2);
    assertThat(session.priced(new double[] {netKw, 0}).amounts()[1]).isEqualTo(penalty);
  }

  /** The greatest binaries of mean powers: 3 kW of at least 4 are ¾ of charging. */
  @ParameterizedTest
  @CsvSource({"3, 0.75, 0", "4, 1, 0", "7, 1, 0", "0, 0, 0", "-1, 0, 0.5", "-2, 0, 1"})
  void greatestBinariesOfAMean(double netKw, double charging, double discharging) {
    Modes modes = Modes.of(hour(4, 2).storage(), new double[] {netKw});
    assertThat(modes.charging()).containsExactly(charging);
    assertThat(modes.discharging()).containsExactly(discharging);
  }

  private static WeighedStorage hour(double chargeMinKw, double dischargeMinKw) {
    Charger charger =
        new Charger(new PowerRange(chargeMinKw, 8), 1, new PowerRange(dischargeMinKw, 6), 1);
    Storage.Step step = new Storage.Step(0, 1, 0, 0, charger);
    Storage storage =
        new Storage("ev", 50, 0, 20, List.of(step), List.of(), null, SessionDetails.NONE);
    return new WeighedStorage(
        new StorageResource(storage, 0, new StepRows(new int[] {0}, new int[0])), 1);
  }
}
