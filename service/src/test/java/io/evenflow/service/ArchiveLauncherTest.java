package io.evenflow.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the launcher of the archive with a stand-in for java, which prints what it is asked, or
 * keeps it where it should keep what it learnt.
 */
@DisabledOnOs(OS.WINDOWS)
class ArchiveLauncherTest {
  private static final Path LAUNCHER = Path.of("..", "release", "evenflow");
  private static final long PATIENCE_MILLIS = 20_000;

  @TempDir private Path folder = Path.of("");
  private Path home = Path.of("");

  @BeforeEach
  void unpack() throws IOException {
    home = Files.createDirectories(folder.toRealPath().resolve("opt/evenflow"));
    Files.createDirectories(home.resolve("lib/service"));
    for (String jar : List.of("lib/zebra.jar", "lib/evenflow.jar", "lib/service/own.jar")) {
      Files.writeString(home.resolve(jar), "");
    }
    Files.copy(LAUNCHER, home.resolve("evenflow"));
    java("25.0.1", "echo \"$*\" >\"${option#*=}\"");
  }

  private void java(String version, String learning) throws IOException {
    Path java = Files.createDirectories(folder.resolve("jre/bin")).resolve("java");
    Files.writeString(
        java,
        """
        #!/bin/sh
        for option in "$@"; do case $option in
          -XX:AOTCacheOutput=*) %s; exit ;;
        esac; done
        printf '%%s\\n' "$@"
        """
            .formatted(learning));
    assertThat(java.toFile().setExecutable(true)).isTrue();
    Files.writeString(folder.resolve("jre/release"), "JAVA_VERSION=\"" + version + "\"\n");
  }

  private record Ended(int exitCode, List<String> out, String err) {}

  private Ended launch(Map<String, String> environment, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("bash", home.resolve("evenflow").toString()));
    command.addAll(List.of(arguments));
    Path err = folder.resolve("err");
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(err.toFile());
    Map<String, String> all = new TreeMap<>(environment);
    all.putIfAbsent("JAVA_HOME", folder.resolve("jre").toString());
    all.putIfAbsent("XDG_CACHE_HOME", folder.resolve("user").toString());
    builder.environment().keySet().removeIf(name -> name.startsWith("EVENFLOW_"));
    builder.environment().putAll(all);
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), out.lines().toList(), Files.readString(err));
  }

  /** The memory of a kind in a folder, which is made beside the first start. */
  private static Path memory(Path cache, String name) throws Exception {
    long until = System.currentTimeMillis() + PATIENCE_MILLIS;
    while (System.currentTimeMillis() < until) {
      List<Path> found = names(cache, name + "-\\d+\\.aot");
      if (!found.isEmpty()) {
        return found.getFirst();
      }
      Thread.sleep(20);
    }
    throw new AssertionError("nothing was learnt in " + cache);
  }

  private static List<Path> names(Path cache, String pattern) throws IOException {
    if (!Files.isDirectory(cache)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(cache)) {
      return files.filter(file -> file.getFileName().toString().matches(pattern)).toList();
    }
  }

  @Test
  void whatTheFirstStartLearnsTheNextOnesBeginWith() throws Exception {
    Ended first = launch(Map.of(), "check", "a b");
    assertThat(first.err()).isEmpty();
    assertThat(first.out()).endsWith("io.evenflow.cli.Main", "check", "a b");
    assertThat(first.out())
        .contains(home.resolve("lib/evenflow.jar") + ":" + home.resolve("lib/zebra.jar"))
        .noneMatch(option -> option.contains("AOT"));
    Path memory = memory(home.resolve("cache"), "commands");
    assertThat(memory).content().contains("io.evenflow.cli.Main solve case69-day");
    assertThat(launch(Map.of(), "days").out())
        .contains("-Xlog:disable", "-XX:AOTCache=" + memory)
        .endsWith("days");
    assertThat(launch(Map.of(), "serve", "--port", "0").out())
        .noneMatch(option -> option.contains("AOTCache="));
    Path ofService = memory(home.resolve("cache"), "serve");
    assertThat(ofService)
        .content()
        .contains("lib/service/own.jar io.evenflow.service.Rehearsal ")
        .contains("-XX:+UseG1GC");
    assertThat(launch(Map.of(), "serve", "--port", "0").out())
        .contains("-XX:AOTCache=" + ofService)
        .endsWith("io.evenflow.service.Main", "--port", "0");
  }

  /** A file where the folder should be: nobody can write there, not even root. */
  @Test
  void whatCannotBeBesideTheJarsIsInACacheFolder() throws Exception {
    Files.writeString(home.resolve("cache"), "");
    Path given = folder.resolve("var/cache/evenflow");
    launch(Map.of("CACHE_DIRECTORY", given.toString()), "days");
    assertThat(memory(given, "commands")).exists();
    launch(Map.of(), "days");
    Path own = memory(folder.resolve("user/evenflow"), "commands");
    assertThat(launch(Map.of(), "days").out()).contains("-XX:AOTCache=" + own);
    assertThat(launch(Map.of("EVENFLOW_CACHE", "none"), "days").out())
        .noneMatch(option -> option.contains("AOT"));
    Ended nowhere = launch(Map.of("EVENFLOW_CACHE", "/dev/null/cache"), "days");
    assertThat(nowhere.err()).isEmpty();
    assertThat(nowhere.out()).endsWith("days");
  }

  /** Where learning fails every start works, and not every start tries it again. */
  @Test
  void aMachineThatCannotLearnIsNotAskedAgain() throws Exception {
    java("25.0.1", "echo tried >>" + folder.resolve("tried") + "; echo noise; exit 1");
    Ended prepared = launch(Map.of(), "prepare");
    assertThat(prepared.exitCode()).isZero();
    assertThat(prepared.out()).isEmpty();
    assertThat(prepared.err()).contains("commands could not be prepared").hasLineCount(2);
    assertThat(launch(Map.of(), "days").out()).endsWith("days");
    launch(Map.of(), "prepare");
    assertThat(folder.resolve("tried")).content().hasLineCount(2);
    assertThat(names(home.resolve("cache"), ".*\\.part.*")).isEmpty();
  }

  @Test
  void prepareLearnsBothAndAnotherMachineLearnsAnew() throws Exception {
    assertThat(launch(Map.of(), "prepare").err()).isEmpty();
    Path cache = home.resolve("cache");
    List<Path> first = names(cache, "(commands|serve)-.*\\.aot");
    assertThat(first).hasSize(2);
    java("25.0.2", "echo \"$*\" >\"${option#*=}\"");
    assertThat(launch(Map.of(), "prepare").err()).isEmpty();
    assertThat(names(cache, ".*")).hasSize(2).doesNotContainAnyElementsOf(first);
  }

  @Test
  void anOlderMachineIsNamed() throws Exception {
    java("17.0.2", "exit 1");
    Ended run = launch(Map.of(), "days");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .startsWith("evenflow needs a Java runtime of version 25 or newer, and ")
        .contains("jre/bin/java is of version 17\nMaybe ");
  }
}
