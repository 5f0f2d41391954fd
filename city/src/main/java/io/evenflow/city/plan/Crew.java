package io.evenflow.city.plan;

import java.io.IOException;
import java.util.List;

/** Who solves chunks: threads of this process, or a cluster. */
public interface Crew extends AutoCloseable {
  /**
   * Solves all chunks, in any order, each at least once.
   *
   * @param oneDone called after each, from any thread
   * @throws IOException where outcomes could not be kept
   */
  void solve(List<Piece> chunks, Runnable oneDone) throws IOException;

  /** About how many chunks it solves at a time. */
  int size();

  @Override
  void close();
}
