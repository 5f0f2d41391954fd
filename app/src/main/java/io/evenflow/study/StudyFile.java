package io.evenflow.study;

import io.evenflow.io.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads study files, format {@code evenflow-study/1}: {@code {"format": …, "name": …, "cases": […],
 * "samples": 80, "seed": 1, "runs": [{"method": "two-stage", "radius": 5, "gap": 1e-4,
 * "limitSeconds": 300, "samples": 8, "engine": "scip"}]}}; of a run only the method is needed.
 */
public final class StudyFile {
  /** Names of the studies that come with the program. */
  public static final List<String> BUILT_IN = List.of("quick", "table1", "table2", "table3");

  private static final String FORMAT = "evenflow-study/1";
  private static final double DEFAULT_LIMIT_SECONDS = 300;

  private StudyFile() {}

  /**
   * A built-in study or a file.
   *
   * @throws InputException where it is neither
   */
  public static Study read(String nameOrFile) {
    try {
      return BUILT_IN.contains(nameOrFile)
          ? parse(nameOrFile, builtIn(nameOrFile))
          : parse(nameOrFile, Files.readString(Path.of(nameOrFile)));
    } catch (IOException | InvalidPathException e) {
      throw new InputException(
          "study '" + nameOrFile + "' is neither built in nor a file that can be read",
          "Maybe one of " + String.join(", ", BUILT_IN) + " is meant.");
    }
  }

  private static String builtIn(String name) throws IOException {
    String path = "/io/evenflow/studies/" + name + ".json";
    try (InputStream stream = StudyFile.class.getResourceAsStream(path)) {
      if (stream == null) {
        throw new IllegalStateException("the program was packed without " + path);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Reads a text; {@code file} is how errors name it. */
  static Study parse(String file, String json) {
    try {
      StudyJson root =
          JsonMapper.builder()
              .build()
              .readerFor(StudyJson.class)
              .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
              .readValue(json);
      return study(root);
    } catch (JacksonException e) {
      throw new InputException(
          file + ": " + e.getOriginalMessage().lines().findFirst().orElse("not JSON"),
          "Maybe a field is misspelt: format, name, cases, samples, seed, runs.");
    } catch (IllegalArgumentException e) {
      throw new InputException(
          file + ": " + e.getMessage(), "Maybe compare it with a built-in study.");
    }
  }

  private static Study study(StudyJson root) {
    if (!FORMAT.equals(root.format())) {
      throw new IllegalArgumentException("format must be '" + FORMAT + "'");
    }
    if (root.name() == null || root.cases() == null || root.runs() == null) {
      throw new IllegalArgumentException("name, cases and runs must be there");
    }
    int samples = root.samples() == null ? 1 : root.samples();
    List<RunPlan> plans = new ArrayList<>();
    for (StudyJson.RunJson run : root.runs()) {
      if (run.method() == null) {
        throw new IllegalArgumentException("runs[" + plans.size() + "].method is missing");
      }
      plans.add(
          new RunPlan(
              run.method(),
              run.samples() == null ? samples : run.samples(),
              run.radius() == null ? 5 : run.radius(),
              run.gap() == null ? 1e-4 : run.gap(),
              run.limitSeconds() == null ? DEFAULT_LIMIT_SECONDS : run.limitSeconds(),
              run.engine()));
    }
    return new Study(
        root.name(), root.cases(), samples, root.seed() == null ? 1 : root.seed(), plans);
  }
}
