package io.evenflow.city.plan;

import io.evenflow.time.Horizon;
import java.io.IOException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * A few feeders that one worker solves one after the other, and the file their outcomes are kept
 * in.
 *
 * @param file where outcomes are kept, in a folder that every worker sees
 * @param portfolio folder of the portfolio, which every worker sees, too
 * @param start of the horizon
 */
public record Chunk(
    String file,
    String portfolio,
    OffsetDateTime start,
    int periods,
    int stepMinutes,
    Ask ask,
    List<Order> orders)
    implements Piece {

  @Override
  public void solve() throws IOException {
    FeederSolver solver =
        new FeederSolver(Path.of(portfolio), new Horizon(start, periods, stepMinutes), ask);
    ArrayList<FeederOutcome> outcomes = new ArrayList<>(orders.size());
    for (Order order : orders) {
      outcomes.add(solver.solve(order));
    }
    write(outcomes);
  }

  /** The outcomes that a chunk's file holds. */
  @SuppressWarnings("unchecked")
  public static List<FeederOutcome> read(Path file) throws IOException {
    return (List<FeederOutcome>) Piece.read(file, 0);
  }
}
