package io.evenflow.coordination;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A coupling whose missed limits are nothing but a cost: what a search for the plan that misses
 * least optimises.
 */
public final class MissesAsCost implements Coupling {
  private final Coupling coupling;

  public MissesAsCost(Coupling coupling) {
    this.coupling = coupling;
  }

  @Override
  public int[] rows() {
    return coupling.rows();
  }

  @Override
  public @Nullable Region whole(double[] least, double[] most) {
    return coupling.whole(least, most);
  }

  @Override
  public Answer ask(double[] amounts, @Nullable Region region) {
    Answer answer = coupling.ask(amounts, region);
    double missed = Double.isFinite(answer.value()) ? 0 : answer.missed();
    return new Answer(answer.value(), missed, answer.cut(), answer.error(), answer.split());
  }

  @Override
  public List<Cut> cuts() {
    return coupling.cuts();
  }

  @Override
  public void missCost(double perUnit) {
    coupling.missCost(perUnit);
  }

  @Override
  public String name() {
    return coupling.name();
  }
}
