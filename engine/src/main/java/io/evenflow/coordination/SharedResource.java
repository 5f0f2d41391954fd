package io.evenflow.coordination;

import io.evenflow.mip.AffineBuilder;
import io.evenflow.mip.MixedIntegerProgram;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A resource that decides before it is known which of several futures comes, and does the same in
 * all of them: it answers to the sum of their prices. Its rows are those of the first future, then
 * of the second, and so on.
 */
final class SharedResource implements Resource {
  private final Resource one;
  private final int futures;
  private final int rowsPerFuture;
  private final int[] rows;
  private final double[] price;
  private final ConvexCosts sum = new ConvexCosts();

  /**
   * @param one as it stands in the first future
   * @param rowsPerFuture of the problem of a future
   */
  SharedResource(Resource one, int futures, int rowsPerFuture) {
    this.one = one;
    this.futures = futures;
    this.rowsPerFuture = rowsPerFuture;
    int own = one.rows().length;
    rows = new int[futures * own];
    Arrays.setAll(rows, i -> one.rows()[i % own] + i / own * rowsPerFuture);
    price = new double[rowsPerFuture];
  }

  /** What it does in the first future, as in all others. */
  Profile inOne(Profile profile) {
    double[] amounts = Arrays.copyOf(profile.amounts(), one.rows().length);
    return new Profile(amounts, profile.ownCost());
  }

  private Profile inAll(Profile profile) {
    double[] amounts = new double[rows.length];
    Arrays.setAll(amounts, i -> profile.amounts()[i % one.rows().length]);
    return new Profile(amounts, profile.ownCost());
  }

  private @Nullable Profile inAllOrNull(@Nullable Profile profile) {
    return profile == null ? null : inAll(profile);
  }

  @Override
  public String id() {
    return one.id();
  }

  @Override
  public int[] rows() {
    return rows;
  }

  @Override
  public double least(int i) {
    return one.least(i % one.rows().length);
  }

  @Override
  public double most(int i) {
    return one.most(i % one.rows().length);
  }

  @Override
  public double answer(double[] pricePerUnit) {
    for (int row : one.rows()) {
      double ofAll = 0;
      for (int f = 0; f < futures; f++) {
        ofAll += pricePerUnit[row + f * rowsPerFuture];
      }
      price[row] = ofAll;
    }
    return one.answer(price);
  }

  @Override
  public double answer(ConvexCosts costs) {
    sum.setSums(costs, one.rows().length, futures);
    return one.answer(sum);
  }

  @Override
  public Profile profile() {
    return inAll(one.profile());
  }

  @Override
  public @Nullable Profile blend(List<Profile> profiles, double[] weights) {
    return inAllOrNull(one.blend(profiles.stream().map(this::inOne).toList(), weights));
  }

  @Override
  public @Nullable Profile idle() {
    return inAllOrNull(one.idle());
  }

  @Override
  public Profile priced(double[] amounts) {
    return inAll(one.priced(Arrays.copyOf(amounts, one.rows().length)));
  }

  @Override
  public double unavoidableCost() {
    return one.unavoidableCost();
  }

  @Override
  public ResourceModel addTo(MixedIntegerProgram.Builder program) {
    ResourceModel model = one.addTo(program);
    return new ResourceModel() {
      @Override
      public void addAmount(AffineBuilder sum, int i) {
        model.addAmount(sum, i % one.rows().length);
      }

      @Override
      public Profile profile(double[] x) {
        return inAll(model.profile(x));
      }

      @Override
      public void setPoint(double[] x, Profile profile) {
        model.setPoint(x, inOne(profile));
      }
    };
  }
}
