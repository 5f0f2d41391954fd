package io.evenflow.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.evenflow.coordination.Answer;
import io.evenflow.coordination.Region;
import io.evenflow.formulation.PerUnit;
import io.evenflow.grid.Branch;
import io.evenflow.grid.Bus;
import io.evenflow.grid.BusType;
import io.evenflow.grid.GenerationCost;
import io.evenflow.grid.Generator;
import io.evenflow.grid.Network;
import io.evenflow.method.OptimalPowerFlow;
import io.evenflow.scenario.Limits;
import io.evenflow.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The second worked example of docs/certified.md: an hour at −30 EUR/MWh on one branch.
 *
 * <pre>
 *   [1] ─── r = 0.1 p.u. ─── 2  station, 0 … 1 MW       1 MVA
 * </pre>
 */
class NegativePriceExampleTest {
  private static final double HALF_MW = 500;

  private static Scenario hour() {
    List<Bus> buses = List.of(bus(1, BusType.SUBSTATION, 1, 1), bus(2, BusType.LOAD, 0.5, 1.5));
    Branch branch = new Branch(1, 2, 0.1, 0, 0, Double.POSITIVE_INFINITY, 1, 0, true);
    GenerationCost paid = new GenerationCost.Polynomial(0, -30, 0);
    Generator grid = new Generator(1, 0, 0, -10, 10, 1, -10, 10, true, paid);
    Network network = new Network("hour", 1, buses, List.of(grid), List.of(branch), List.of());
    return TinyFeeders.scenario(network, Limits.OF_THE_CASE, 2);
  }

  private static Bus bus(int number, BusType type, double least, double most) {
    return new Bus(number, type, 0, 0, 0, 0, 1, 0, 12.66, least, most);
  }

  private static GridCoupling grid(Scenario scenario) {
    PerUnit perUnit = new PerUnit(scenario.feeder());
    InputTrees trees = new InputTrees(scenario.feeder(), perUnit, new GridInputs(scenario));
    return new GridCoupling(scenario, trees, 0, new int[] {0});
  }

  private static String row(String what, double cost) {
    return String.format(Locale.ROOT, "| %s | %.3f |", what, cost);
  }

  /** Tables are of a whole hour, the period is half of one. */
  private static double perHour(double cost) {
    return cost / TinyFeeders.HOURS;
  }

  /**
   * With n = 0.5 MW at its end the branch has l = (0.5 + 0.1·l)², so 0.2786, and imports 0.52786
   * MW. The row between n̲ and n̄ is l = (P̲ + P̄)·(0.5 + 0.1·l) − P̲·P̄ with P of the same
   * equation at the ends.
   */
  @ParameterizedTest
  @CsvSource({
    "rows for 0 … 1 MW, 0, 1000, -16.905",
    "rows for 0.25 … 0.75 MW, 250, 750, -16.099",
    "rows for 0.375 … 0.625 MW, 375, 625, -15.902"
  })
  void boundsOfThePage(String what, double least, double most, double cost) throws IOException {
    GridCoupling grid = grid(hour());
    Region region = grid.whole(new double[] {0}, new double[] {1000}).part(0, least, most);
    Answer answer = grid.ask(new double[] {HALF_MW}, region);
    assertThat(perHour(answer.value())).isCloseTo(-15.836, within(5e-4));
    assertThat(perHour(answer.cut().at(new double[] {HALF_MW}))).isCloseTo(cost, within(1e-3));
    assertThat(page()).contains(row(what, cost)).contains(row("AC power flow", -15.836));
  }

  @Test
  void theRelaxationBurnsAllItMay() throws IOException {
    OptimalPowerFlow.Outcome relaxed = OptimalPowerFlow.solve(hour(), 0, new double[] {HALF_MW});
    assertThat(perHour(relaxed.objective())).isCloseTo(-210.000, within(1e-2));
    assertThat(page()).contains(row("relaxation", -210.000));
  }

  private static String page() throws IOException {
    return Files.readString(Path.of("..", "docs", "certified.md"));
  }
}
