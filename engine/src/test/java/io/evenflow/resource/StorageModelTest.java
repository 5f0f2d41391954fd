package io.evenflow.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.evenflow.fleet.Storage;
import io.evenflow.formulation.StorageModel;
import io.evenflow.mip.AffineBuilder;
import io.evenflow.mip.MixedIntegerOptions;
import io.evenflow.mip.MixedIntegerProgram;
import io.evenflow.mip.MixedIntegerResult;
import io.evenflow.mip.MixedIntegerStatus;
import io.evenflow.mip.Violation;
import io.evenflow.solver.OuterApproximation;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The mixed-integer model of a storage against all whole moves. */
class StorageModelTest {
  @ParameterizedTest
  @EnumSource(Kind.class)
  void equalsTheOptimumOverAllWholeMoves(Kind kind) {
    SplittableRandom random = new SplittableRandom(20261127 + kind.ordinal());
    int schedules = 0;
    for (int trial = 0; trial < 40; trial++) {
      LatticeStorage lattice = kind.random(random, 5);
      int n = lattice.storage().steps().size();
      double[] price = random.doubles(n, -0.15, 0.85).toArray();
      double optimum = lattice.optimum((k, kw) -> price[k] * kw);

      MixedIntegerProgram.Builder builder = new MixedIntegerProgram.Builder();
      StorageModel model = priced(lattice.storage(), price, builder);
      MixedIntegerProgram program = builder.build();
      MixedIntegerResult result =
          new OuterApproximation().solve(program, MixedIntegerOptions.defaults());

      String words = kind + ", trial " + trial;
      if (Double.isInfinite(optimum)) {
        assertThat(result.status()).as(words).isEqualTo(MixedIntegerStatus.INFEASIBLE);
        continue;
      }
      schedules++;
      assertThat(result.objective()).as(words).isCloseTo(optimum, within(1e-5));
      assertPointOfItsPowers(lattice, model, program, result, words);
    }
    assertThat(schedules).isGreaterThan(20);
  }

  private static StorageModel priced(
      Storage storage, double[] price, MixedIntegerProgram.Builder builder) {
    StorageModel model = new StorageModel(storage, builder);
    for (int k = 0; k < price.length; k++) {
      AffineBuilder amount = new AffineBuilder().add(-1, builder.variable(-1e3, 1e3, price[k]));
      model.addNetPower(amount, 1, k);
      builder.equality(amount.build(), 0);
    }
    return model;
  }

  /** The model's optimum at prices by step; +∞ where there is no schedule. */
  static double optimum(Storage storage, double[] price) {
    MixedIntegerProgram.Builder builder = new MixedIntegerProgram.Builder();
    priced(storage, price, builder);
    return new OuterApproximation()
        .solve(builder.build(), MixedIntegerOptions.defaults())
        .objective();
  }

  /** The powers alone make the whole point again. */
  private static void assertPointOfItsPowers(
      LatticeStorage lattice,
      StorageModel model,
      MixedIntegerProgram program,
      MixedIntegerResult result,
      String words) {
    double[] x = Objects.requireNonNull(result.x());
    double[] charge = new double[model.steps()];
    double[] discharge = new double[model.steps()];
    double[] netKw = new double[model.steps()];
    for (int k = 0; k < charge.length; k++) {
      charge[k] = PowerCleaning.chargeKw(lattice.storage(), k, model.chargeKw(x, k));
      discharge[k] = PowerCleaning.dischargeKw(lattice.storage(), k, model.dischargeKw(x, k));
      netKw[k] = charge[k] - discharge[k];
    }
    double[] point = x.clone();
    model.setPoint(point, charge, discharge);
    assertThat(Violation.of(program, point).max()).as(words).isLessThan(1e-5);
    assertThat(model.ownCost(point).total())
        .as(words)
        .isCloseTo(lattice.storage().ownCost(netKw).total(), within(1e-9));
    assertThat(program.objective(point)).as(words).isCloseTo(result.objective(), within(1e-4));
  }
}
