package io.evenflow.city.spark;

import io.evenflow.city.plan.FolderRemoval;
import io.evenflow.io.InputException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import scala.util.Properties;

/**
 * A cluster on this machine: a master and workers within this process, an executor of each worker
 * as a process of its own. What Spark's own scripts would tell them is said here.
 *
 * @param workers number of executors
 * @param cores threads of each
 * @param memoryMb memory of each. Unit: MiB
 */
record LocalCluster(int workers, int cores, int memoryMb) {
  private static final Pattern NAME =
      Pattern.compile("local-cluster\\[\\s*(\\d{1,3})\\s*,\\s*(\\d{1,3})\\s*,\\s*(\\d{1,6})\\s*]");

  /** Null where a master's name is of another kind. */
  static @Nullable LocalCluster of(String master) {
    Matcher matcher = NAME.matcher(master);
    return matcher.matches()
        ? new LocalCluster(number(matcher, 1), number(matcher, 2), number(matcher, 3))
        : null;
  }

  /** Removes the folder of an application that is over: its executors worked in it. */
  void remove(String application) {
    Path work = Path.of(String.valueOf(System.getenv("SPARK_HOME")), "work", application);
    try {
      FolderRemoval.remove(work);
    } catch (IOException e) {
      // Logs of executors that stay harm nobody.
    }
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }

  /** Executors run what this process runs, with all of their worker, and all are there at first. */
  SparkSession.Builder settings(SparkSession.Builder builder) {
    requireHome();
    return builder
        .config("spark.executor.memory", memoryMb + "m")
        .config("spark.cores.max", (long) workers * cores)
        .config("spark.scheduler.minRegisteredResourcesRatio", 1.0)
        .config("spark.executorEnv.SPARK_SCALA_VERSION", scalaVersion())
        .config("spark.executor.extraClassPath", classPath())
        .config(
            "spark.executor.extraJavaOptions",
            "--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow");
  }

  /** Workers know their home from the environment alone. */
  private static void requireHome() {
    String home = System.getenv("SPARK_HOME");
    if (home == null || !Files.isDirectory(Path.of(home, "jars"))) {
      throw new InputException(
          "the environment's SPARK_HOME (%s) must be a folder with a folder 'jars'"
              .formatted(home == null ? "none" : "'" + home + "'"),
          "Maybe start it by the launcher evenflow, which says so, or take local[2].");
    }
  }

  /** As in 2.13, which Spark would guess from folders that only its own builds have. */
  private static String scalaVersion() {
    return String.join(
        ".", Arrays.asList(Properties.versionNumberString().split("\\.")).subList(0, 2));
  }

  /** Absolute: executors work in folders of their own. */
  private static String classPath() {
    String[] entries = System.getProperty("java.class.path").split(File.pathSeparator);
    for (int i = 0; i < entries.length; i++) {
      entries[i] = new File(entries[i]).getAbsolutePath();
    }
    return String.join(File.pathSeparator, entries);
  }
}
