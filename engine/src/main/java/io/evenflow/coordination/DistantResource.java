package io.evenflow.coordination;

import io.evenflow.mip.MixedIntegerProgram;
import org.jspecify.annotations.Nullable;

/**
 * A resource that answers prices elsewhere, such as a feeder on another machine. The master looks
 * at nothing but its rows; whatever else could be asked of a resource cannot be asked of it.
 */
record DistantResource(String id, int[] rows) implements Resource {
  private UnsupportedOperationException elsewhere() {
    return new UnsupportedOperationException("'" + id + "' answers elsewhere, and prices alone");
  }

  @Override
  public double least(int i) {
    throw elsewhere();
  }

  @Override
  public double most(int i) {
    throw elsewhere();
  }

  @Override
  public double answer(double[] pricePerUnit) {
    throw elsewhere();
  }

  @Override
  public double answer(ConvexCosts costs) {
    throw elsewhere();
  }

  @Override
  public Profile profile() {
    throw elsewhere();
  }

  @Override
  public @Nullable Profile idle() {
    return null;
  }

  @Override
  public Profile priced(double[] amounts) {
    throw elsewhere();
  }

  @Override
  public double unavoidableCost() {
    return 0;
  }

  @Override
  public ResourceModel addTo(MixedIntegerProgram.Builder program) {
    throw elsewhere();
  }
}
