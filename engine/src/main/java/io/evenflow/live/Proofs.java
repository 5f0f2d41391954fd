package io.evenflow.live;

import io.evenflow.method.Replanning;
import io.evenflow.scenario.Scenario;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.DoubleAccumulator;

/**
 * What is proven of a day while it is planned: first what {@link Replanning.Begun} says, found on
 * another core while a plan that needs no optimisation is made and checked, which takes longer;
 * then whatever the optimisation proves, for whoever cannot wait for its end.
 */
final class Proofs {
  private final CompletableFuture<Replanning.Begun> day;
  private final DoubleAccumulator bound =
      new DoubleAccumulator(Math::max, Double.NEGATIVE_INFINITY);

  private Proofs(CompletableFuture<Replanning.Begun> day) {
    this.day = day;
  }

  /** On a thread of its own: what others do on all cores is no reason to wait. */
  static Proofs begin(Scenario scenario) {
    CompletableFuture<Replanning.Begun> day = new CompletableFuture<>();
    Thread.ofPlatform()
        .daemon()
        .name("proofs")
        .start(
            () -> {
              try {
                day.complete(Replanning.Begun.of(scenario));
              } catch (RuntimeException | Error problem) {
                day.completeExceptionally(problem);
              }
            });
    return new Proofs(day);
  }

  /** The day taken apart, for one optimisation. */
  Replanning.Begun day() {
    try {
      return day.join();
    } catch (CompletionException problem) {
      if (problem.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw problem;
    }
  }

  /** Hears of a bound; what is no number, or that there is no plan at all, says nothing of one. */
  void raise(double proven) {
    if (Double.isFinite(proven)) {
      bound.accumulate(proven);
    }
  }

  /** No plan that keeps all limits costs less; −∞ where nothing is known. Unit: currency. */
  double bound() {
    double first =
        day.handle((begun, problem) -> begun == null ? Double.NaN : begun.bound()).join();
    raise(first);
    return bound.get();
  }
}
