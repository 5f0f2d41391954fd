package io.evenflow.coordination;

import io.evenflow.mip.AffineBuilder;
import io.evenflow.mip.MixedIntegerProgram;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A resource of one of several futures: its own cost counts as much as the future is likely. */
final class LikelyResource implements Resource {
  private final Resource one;
  private final double weight;
  private final int firstRow;
  private final int[] rows;
  private final double[] price;
  private final ConvexCosts unweighted = new ConvexCosts();

  /**
   * @param weight probability of its future, above 0
   * @param firstRow of its future's rows
   * @param rowsPerFuture of the problem of a future
   */
  LikelyResource(Resource one, double weight, int firstRow, int rowsPerFuture) {
    this.one = one;
    this.weight = weight;
    this.firstRow = firstRow;
    rows = Arrays.stream(one.rows()).map(row -> firstRow + row).toArray();
    price = new double[rowsPerFuture];
  }

  /** What it does, at what that costs in its future. */
  private Profile inOne(Profile profile) {
    return new Profile(profile.amounts(), profile.ownCost() / weight);
  }

  private Profile weighted(Profile profile) {
    return new Profile(profile.amounts(), weight * profile.ownCost());
  }

  private @Nullable Profile weightedOrNull(@Nullable Profile profile) {
    return profile == null ? null : weighted(profile);
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
    return one.least(i);
  }

  @Override
  public double most(int i) {
    return one.most(i);
  }

  @Override
  public double answer(double[] pricePerUnit) {
    for (int row : one.rows()) {
      price[row] = pricePerUnit[firstRow + row] / weight;
    }
    return weight * one.answer(price);
  }

  @Override
  public double answer(ConvexCosts costs) {
    unweighted.setScaled(costs, rows.length, 1 / weight);
    return weight * one.answer(unweighted);
  }

  @Override
  public boolean isSameInAllRows() {
    return one.isSameInAllRows();
  }

  @Override
  public Profile profile() {
    return weighted(one.profile());
  }

  @Override
  public @Nullable Profile blend(List<Profile> profiles, double[] weights) {
    return weightedOrNull(one.blend(profiles.stream().map(this::inOne).toList(), weights));
  }

  @Override
  public @Nullable Profile idle() {
    return weightedOrNull(one.idle());
  }

  @Override
  public Profile priced(double[] amounts) {
    return weighted(one.priced(amounts));
  }

  @Override
  public double unavoidableCost() {
    return weight * one.unavoidableCost();
  }

  @Override
  public boolean isConvex() {
    return one.isConvex();
  }

  @Override
  public @Nullable Reservoir reservoir() {
    return weightedOrNull(one.reservoir());
  }

  @Override
  public @Nullable Reservoir heldTo(Profile profile) {
    return weightedOrNull(one.heldTo(inOne(profile)));
  }

  @Override
  public @Nullable Profile mended(Reservoir held, double[] found) {
    return weightedOrNull(one.mended(moved(held, -firstRow, 1 / weight), found));
  }

  private @Nullable Reservoir weightedOrNull(@Nullable Reservoir picture) {
    return picture == null ? null : moved(picture, firstRow, weight);
  }

  /** The same of other rows, with costs times a factor. */
  private static Reservoir moved(Reservoir picture, int byRows, double factor) {
    return new Reservoir(
        Arrays.stream(picture.rows()).map(row -> row + byRows).toArray(),
        picture.least(),
        picture.most(),
        picture.filled(),
        picture.emptied(),
        picture.lowest(),
        picture.highest(),
        picture.wanted(),
        Arrays.stream(picture.movingCost()).map(cost -> factor * cost).toArray(),
        factor * picture.missingCost(),
        factor * picture.worth());
  }

  @Override
  public ResourceModel addTo(MixedIntegerProgram.Builder program) {
    ResourceModel model = program.weighted(weight, () -> one.addTo(program));
    return new ResourceModel() {
      @Override
      public void addAmount(AffineBuilder sum, int i) {
        model.addAmount(sum, i);
      }

      @Override
      public Profile profile(double[] x) {
        return weighted(model.profile(x));
      }

      @Override
      public void setPoint(double[] x, Profile profile) {
        model.setPoint(x, inOne(profile));
      }
    };
  }
}
