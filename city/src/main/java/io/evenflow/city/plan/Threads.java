package io.evenflow.city.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Threads of this process, without anything between. */
public final class Threads implements Crew {
  private final int count;
  private final ExecutorService pool;

  public Threads(int count) {
    this.count = count;
    pool = Executors.newFixedThreadPool(count);
  }

  @Override
  public void solve(List<Piece> chunks, Runnable oneDone) throws IOException {
    List<Future<?>> ends = new ArrayList<>();
    for (Piece chunk : chunks) {
      ends.add(
          pool.submit(
              () -> {
                try {
                  chunk.solve();
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
                oneDone.run();
              }));
    }
    for (Future<?> end : ends) {
      await(end);
    }
  }

  private static void await(Future<?> end) throws IOException {
    try {
      end.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UncheckedIOException problem) {
        throw problem.getCause();
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  @Override
  public int size() {
    return count;
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
