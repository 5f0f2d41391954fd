package io.evenflow.city.spark;

import io.evenflow.city.plan.Crew;
import io.evenflow.city.plan.Piece;
import java.io.IOException;
import java.util.List;
import org.apache.spark.SparkException;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** A Spark master, local or a cluster's: every chunk is a task, all of them one stage. */
public final class SparkCrew implements Crew {
  private final @Nullable LocalCluster local;
  private final SparkSession session;
  private final JavaSparkContext context;

  /** As at first: executors come and go, and chunks of another size are another stage. */
  private final int size;

  /**
   * @param master Spark's name of it, such as {@code local[2]}, {@code local-cluster[2,1,1024]} or
   *     {@code spark://host:7077}; empty where spark-submit has said it
   */
  public SparkCrew(String master) {
    SparkSession.Builder builder =
        SparkSession.builder()
            .appName("evenflow city")
            .config("spark.ui.enabled", "false")
            .config("spark.ui.showConsoleProgress", "false")
            .config("spark.sql.parquet.compression.codec", "zstd");
    local = LocalCluster.of(master);
    if (local != null) {
      local.settings(builder);
    }
    session = (master.isEmpty() ? builder : builder.master(master)).getOrCreate();
    context = JavaSparkContext.fromSparkContext(session.sparkContext());
    size = context.defaultParallelism();
  }

  SparkSession session() {
    return session;
  }

  @Override
  public void solve(List<Piece> chunks, Runnable oneDone) throws IOException {
    SparkListener listener =
        new SparkListener() {
          @Override
          public void onTaskEnd(SparkListenerTaskEnd end) {
            if (end.taskInfo().successful()) {
              oneDone.run();
            }
          }
        };
    context.sc().addSparkListener(listener);
    try {
      context.parallelize(chunks, chunks.size()).foreach(Piece::solve);
    } catch (Exception e) {
      if (e instanceof SparkException problem) {
        throw new IOException("Spark gave up: " + problem.getMessage(), problem);
      }
      throw e;
    } finally {
      context.sc().removeSparkListener(listener);
    }
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public void close() {
    String application = context.sc().applicationId();
    session.stop();
    if (local != null) {
      local.remove(application);
    }
  }
}
