package io.evenflow.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.evenflow.fleet.Charger;
import io.evenflow.fleet.PowerRange;
import io.evenflow.fleet.Session;
import io.evenflow.resource.StorageResource;
import io.evenflow.time.Horizon;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Three vehicles of 9 kW for two hours behind 20 kW. */
class PlansTest {
  private static final Horizon HORIZON =
      new Horizon(OffsetDateTime.parse("2024-05-12T12:00:00+02:00"), 2, 60);

  private static Problem problem() {
    Charger charger = new Charger(new PowerRange(9, 9), 1, null, 1);
    List<Resource> vehicles = new ArrayList<>();
    for (int r = 0; r < 3; r++) {
      Session session = new Session("v" + r, "s", 0, 2, 60, 0, 10, 28, 3.0, charger);
      vehicles.add(new StorageResource(session, HORIZON, new int[] {0, 1}));
    }
    Rows rows = new Rows(new int[2], new int[] {0, 1}, new double[2]);
    return new Problem(rows, vehicles, List.of(new Capacity(20, 0), new Capacity(20, 1)));
  }

  /**
   * Missing a limit costs next to nothing, so that all would draw at once. A plan that keeps limits
   * is found all the same, and nothing of it stays behind:
   *
   * <pre>
   * drawn   18   18      of 27 wanted in either hour, 18 kWh missing at 3
   * </pre>
   */
  @Test
  void filledKeepsLimitsWhateverMissingThemCosts() {
    Problem problem = problem();
    Couplings couplings = new Couplings(problem, 0.01, 50);
    Cuts cuts = new Cuts(problem);
    Plans plans = new Plans(problem, new Respondents(problem), couplings, cuts, Node.root(problem));
    Plan plan = Objects.requireNonNull(plans.filled(() -> false));
    assertThat(plan.isWhole()).isTrue();
    assertThat(plan.amounts()).containsExactly(new double[] {18, 18}, within(1e-9));
    assertThat(plan.objective()).isCloseTo(54, within(1e-9));
    assertThat(couplings.missCost()).isEqualTo(0.01);
    assertThat(IntStream.range(0, 2).map(c -> cuts.of(c).size()).sum()).isZero();
  }
}
