package io.evenflow.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.evenflow.coordination.Profile;
import io.evenflow.coordination.Resource;
import io.evenflow.grid.GenerationCost;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** A generator that costs 30 per MWh and a little more the more it gives; a number all day long. */
class IntervalResourceTest extends ResourceContract {
  private static final GenerationCost CURVED = new GenerationCost.Polynomial(5, 30, 0);

  /** Tangents are below the curve. */
  @Override
  double modelError() {
    return 1e-3;
  }

  @Override
  Resource resource(SplittableRandom random) {
    IntervalResource.OwnCost cost =
        random.nextBoolean()
            ? IntervalResource.OwnCost.NONE
            : new IntervalResource.OwnCost(0.5, CURVED);
    int[] rows = random.nextBoolean() ? new int[] {3} : new int[] {3, 7, 9};
    return new IntervalResource("g", rows, -40 * random.nextDouble(), 0, 0, cost);
  }

  @Override
  List<Profile> profiles(Resource resource, SplittableRandom random) {
    List<Profile> found = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      double[] amounts = new double[resource.rows().length];
      Arrays.fill(amounts, resource.least(0) * random.nextDouble());
      found.add(resource.priced(amounts));
    }
    return found;
  }

  @Override
  void assertFeasible(Resource resource, Profile profile, String words) {
    for (double amount : profile.amounts()) {
      assertThat(amount).as(words).isCloseTo(profile.amounts()[0], within(0.0));
    }
  }
}
