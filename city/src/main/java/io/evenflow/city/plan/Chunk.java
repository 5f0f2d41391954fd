package io.evenflow.city.plan;

import io.evenflow.method.Settings;
import io.evenflow.time.Horizon;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A few feeders that one worker solves one after the other, and the file their outcomes are kept
 * in. The file appears whole or not at all, whoever is killed meanwhile; whoever solves the chunk a
 * second time writes the same.
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
    implements Serializable {

  /** Whether its outcomes are there. */
  boolean isDone() {
    return Files.exists(Path.of(file));
  }

  /** Solves its feeders and keeps their outcomes. */
  public void solve() throws IOException {
    Settings settings =
        Settings.defaults()
            .withGap(ask.gap())
            .withTimeLimitSeconds(ask.feederSeconds())
            .withBestEffort(false);
    FeederSolver solver =
        new FeederSolver(Path.of(portfolio), new Horizon(start, periods, stepMinutes), settings);
    ArrayList<FeederOutcome> outcomes = new ArrayList<>(orders.size());
    for (Order order : orders) {
      outcomes.add(solver.solve(order));
    }
    write(outcomes);
  }

  private void write(ArrayList<FeederOutcome> outcomes) throws IOException {
    Path target = Path.of(file);
    // Two workers may have the same chunk, where the first was believed to be dead.
    Path draft =
        target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".part");
    try {
      try (FileChannel channel =
              FileChannel.open(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
          ObjectOutputStream out =
              new ObjectOutputStream(
                  new GZIPOutputStream(
                      new BufferedOutputStream(Channels.newOutputStream(channel))))) {
        out.writeObject(outcomes);
        out.flush();
        channel.force(true);
      }
      Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /** The outcomes that a chunk's file holds. */
  @SuppressWarnings("unchecked")
  public static List<FeederOutcome> read(Path file) throws IOException {
    try (ObjectInputStream in =
        new ObjectInputStream(
            new GZIPInputStream(new BufferedInputStream(Files.newInputStream(file))))) {
      return (List<FeederOutcome>) in.readObject();
    } catch (ClassNotFoundException e) {
      throw new IOException(file + " was written by another version", e);
    }
  }
}
