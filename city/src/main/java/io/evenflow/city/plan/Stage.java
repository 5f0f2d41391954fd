package io.evenflow.city.plan;

import io.evenflow.city.portfolio.Portfolio;
import io.evenflow.io.WholeFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * A stage of a city's plan: one order to every feeder, in chunks whose files stay. A stage that was
 * killed goes on with the chunks that have no file; one whose orders are others begins anew.
 */
final class Stage {
  /** Chunks for each worker: enough to share the work evenly and to lose little when killed. */
  private static final int CHUNKS_PER_WORKER = 40;

  private static final int MOST_PER_CHUNK = 25;
  private static final String ORDERS = "orders.sha256";

  private final Path folder;
  private final List<Piece> chunks = new ArrayList<>();

  private Stage(Path folder) {
    this.folder = folder;
  }

  /**
   * Makes the orders of a stage known.
   *
   * @param folder of this stage alone
   * @param workers how many chunks are solved at a time
   */
  static Stage of(Path folder, Portfolio portfolio, Ask ask, List<Order> orders, int workers)
      throws IOException {
    Stage stage = new Stage(folder);
    int size = Math.clamp(orders.size() / (workers * CHUNKS_PER_WORKER), 1, MOST_PER_CHUNK);
    for (int from = 0; from < orders.size(); from += size) {
      List<Order> own = new ArrayList<>(orders.subList(from, Math.min(orders.size(), from + size)));
      stage.chunks.add(
          new Chunk(
              folder.toAbsolutePath().resolve("chunk-%06d".formatted(from)).toString(),
              portfolio.folder().toAbsolutePath().toString(),
              portfolio.horizon().start(),
              portfolio.horizon().periods(),
              portfolio.horizon().stepMinutes(),
              ask,
              own));
    }
    stage.prepare();
    return stage;
  }

  /** The same of pieces that are no feeders. */
  static Stage of(Path folder, List<? extends Piece> pieces) throws IOException {
    Stage stage = new Stage(folder);
    stage.chunks.addAll(pieces);
    stage.prepare();
    return stage;
  }

  private void prepare() throws IOException {
    Path orders = folder.resolve(ORDERS);
    String hash = hash();
    if (!Files.exists(orders) || !Files.readString(orders).equals(hash)) {
      FolderRemoval.remove(folder);
      WholeFile.write(orders, hash);
    }
  }

  /** Of all that is asked; chunks of another size are another stage. */
  private String hash() throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Piece chunk : chunks) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
          out.writeObject(chunk);
        }
        digest.update(bytes.toByteArray());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Solves what is missing.
   *
   * @param progress hears how many chunks are done, and of how many
   */
  void solve(Crew crew, Progress progress) throws IOException {
    List<Piece> missing = chunks.stream().filter(piece -> !piece.isDone()).toList();
    AtomicInteger done = new AtomicInteger(chunks.size() - missing.size());
    progress.chunks(done.get(), chunks.size());
    if (!missing.isEmpty()) {
      crew.solve(missing, () -> progress.chunks(done.incrementAndGet(), chunks.size()));
    }
  }

  /** Hands out all outcomes, in the order of the portfolio, never more than a chunk at a time. */
  void forEach(Consumer<FeederOutcome> outcomes) throws IOException {
    for (Path file : files()) {
      Chunk.read(file).forEach(outcomes);
    }
  }

  /** The files of its chunks, in the order of the portfolio. */
  List<Path> files() {
    return chunks.stream().map(chunk -> Path.of(chunk.file())).toList();
  }

  /** Hears how far a stage is. */
  interface Progress {
    void chunks(int done, int all);
  }
}
