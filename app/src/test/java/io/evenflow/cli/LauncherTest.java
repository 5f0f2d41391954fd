package io.evenflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs the launcher with stand-ins for java and mvn, which print what they are asked. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
  private static final Path LAUNCHER = Path.of("..", "evenflow").toAbsolutePath().normalize();
  @TempDir private Path folder = Path.of("");

  /** A copy of the launcher in a project that looks built. */
  private Path project() throws IOException {
    Path project = Files.createDirectories(folder.resolve("project"));
    for (String part :
        List.of(
            "engine/src/main",
            "app/src/main",
            "app/target/lib",
            "service/src/main",
            "service/target",
            "city/src/main",
            "city/target")) {
      Files.createDirectories(project.resolve(part));
    }
    for (String pom :
        List.of("pom.xml", "engine/pom.xml", "app/pom.xml", "service/pom.xml", "city/pom.xml")) {
      Files.writeString(project.resolve(pom), "");
    }
    Files.copy(LAUNCHER, project.resolve("evenflow"));
    Path jar = Files.writeString(project.resolve("app/target/evenflow.jar"), "");
    assertThat(jar.toFile().setLastModified(System.currentTimeMillis() + 60_000)).isTrue();
    return project;
  }

  private Path jdk(String version) throws IOException {
    Path jdk = folder.resolve("jdk-" + version);
    script(jdk.resolve("bin/java"), "printf '%s\\n' \"" + version + " in $PWD:\" \"$@\"");
    script(jdk.resolve("bin/javac"), "exit 1");
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    return jdk;
  }

  private static void script(Path file, String body) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + body + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private record Ended(int exitCode, List<String> out, String err) {}

  private Ended launch(Path launcher, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("bash", launcher.toString()));
    command.addAll(List.of(arguments));
    Path caller = Files.createDirectories(folder.resolve("caller"));
    Path err = folder.resolve("err");
    ProcessBuilder builder = new ProcessBuilder(command).directory(caller.toFile());
    builder.redirectError(err.toFile()).environment().putAll(environment);
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), out.lines().toList(), Files.readString(err));
  }

  @Test
  void runsInTheCallersFolderThroughALink() throws IOException, InterruptedException {
    Path link = Files.createSymbolicLink(folder.resolve("ef"), Path.of("project", "evenflow"));
    project();
    Ended run = launch(link, Map.of("JAVA_HOME", jdk("25.0.1").toString()), "check", "a b", "c");
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(run.out().getFirst()).endsWith("/caller:").startsWith("25.0.1 in ");
    assertThat(run.out()).endsWith("io.evenflow.cli.Main", "check", "a b", "c");
  }

  @Test
  void buildsBeforeRunningWhereSourcesAreNewer() throws IOException, InterruptedException {
    Path project = project();
    script(
        folder.resolve("tools/mvn"),
        "echo noise; echo built >> built; touch app/target/evenflow.jar");
    Path source = Files.writeString(project.resolve("engine/src/main/New.java"), "");
    assertThat(source.toFile().setLastModified(System.currentTimeMillis() + 120_000)).isTrue();
    Ended run = launch(project.resolve("evenflow"), tools());
    assertThat(run.err()).startsWith("building evenflow").hasLineCount(1);
    assertThat(run.out()).contains("io.evenflow.cli.Main").doesNotContain("noise");
    assertThat(project.resolve("built")).hasContent("built");
  }

  /** The virtual machine's memory of a day, which the first run after a build makes. */
  /** A machine that keeps what it was asked where it should keep what it learnt. */
  private Map<String, String> rememberingTools() throws IOException {
    Map<String, String> tools = tools();
    script(
        Path.of(tools.get("JAVA_HOME")).resolve("bin/java"),
        """
        for option in "$@"; do case $option in
          -XX:AOTCacheOutput=*) echo "$*" >"${option#*=}" ;;
        esac; done
        printf '%s\\n' "$@"\
        """);
    return tools;
  }

  @Test
  void remembersWhichClassesTheServiceTakes() throws IOException, InterruptedException {
    Path project = project();
    String jar = "service/target/evenflow-service.jar";
    Map<String, String> tools = rememberingTools();
    script(folder.resolve("tools/mvn"), "touch " + jar);
    Ended first = launch(project.resolve("evenflow"), tools, "serve");
    Path memory = project.resolve("service/target/evenflow-service.aot");
    assertThat(memory)
        .content()
        .contains("-cp " + project.resolve(jar) + " io.evenflow.service.Rehearsal ");
    assertThat(first.out()).contains("-Xlog:disable", "-XX:AOTCache=" + memory);
    Files.delete(memory);
    assertThat(launch(project.resolve("evenflow"), tools, "serve").out())
        .noneMatch(option -> option.contains("AOTCache"));
  }

  @Test
  void remembersWhichClassesADayTakes() throws IOException, InterruptedException {
    Path project = project();
    Files.delete(project.resolve("app/target/evenflow.jar"));
    Map<String, String> tools = rememberingTools();
    script(folder.resolve("tools/mvn"), "touch app/target/evenflow.jar");
    Ended first = launch(project.resolve("evenflow"), tools, "cases");
    Path memory = project.resolve("app/target/evenflow.aot");
    assertThat(memory).content().contains("io.evenflow.cli.Main solve case69-day");
    assertThat(first.out()).contains("-Xlog:disable", "-XX:AOTCache=" + memory).endsWith("cases");
    Ended second = launch(project.resolve("evenflow"), tools, "days");
    assertThat(second.err()).isEmpty();
    assertThat(second.out()).contains("-XX:AOTCache=" + memory).endsWith("days");
    Files.delete(memory);
    assertThat(launch(project.resolve("evenflow"), tools, "days").out())
        .noneMatch(option -> option.contains("AOTCache"));
  }

  /** Its own jar, built only when it is asked for, and nothing of it for any other command. */
  @ParameterizedTest
  @CsvSource({"city, city", "serve, service"})
  void aModuleRunsFromAJarOfItsOwn(String command, String module)
      throws IOException, InterruptedException {
    Path project = project();
    Map<String, String> tools = tools();
    String jar = module + "/target/evenflow-" + module + ".jar";
    script(folder.resolve("tools/mvn"), "echo \"$@\" >>built; touch " + jar);
    Ended other = launch(project.resolve("evenflow"), tools, "cases");
    assertThat(other.out()).endsWith("cases").noneMatch(option -> option.contains(module));
    assertThat(project.resolve("built")).doesNotExist();
    Ended own = launch(project.resolve("evenflow"), tools, command, "--flag", "a b");
    assertThat(own.out()).endsWith("-jar", project.resolve(jar).toString(), "--flag", "a b");
    assertThat(project.resolve("built")).content().contains("-pl " + module + " -am package");
  }

  @Test
  void aBuildThatFailsShowsWhatMavenSaid() throws IOException, InterruptedException {
    Path project = project();
    Files.delete(project.resolve("app/target/evenflow.jar"));
    script(folder.resolve("tools/mvn"), "echo no such symbol; exit 1");
    Ended run = launch(project.resolve("evenflow"), tools());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("no such symbol", "could not be built", "\nMaybe ");
  }

  private Map<String, String> tools() throws IOException {
    String path = folder.resolve("tools") + ":" + System.getenv("PATH");
    return Map.of("JAVA_HOME", jdk("25").toString(), "PATH", path);
  }

  @Test
  void anOlderJdkIsPassedOver() throws IOException, InterruptedException {
    Path project = project();
    Path newer = jdk("26-ea");
    String path = newer.resolve("bin") + ":" + System.getenv("PATH");
    Ended run =
        launch(
            project.resolve("evenflow"),
            Map.of("JAVA_HOME", jdk("17.0.2").toString(), "PATH", path));
    assertThat(run.out().getFirst()).startsWith("26-ea in ");
  }

  @Test
  void withoutANewEnoughJdkItSaysSo() throws IOException, InterruptedException {
    Path project = project();
    Path launcher = project.resolve("evenflow");
    Files.writeString(launcher, Files.readString(launcher).replace("needed=25", "needed=9999"));
    Ended run = launch(launcher, Map.of());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).startsWith("evenflow needs a JDK of version 9999").hasLineCount(2);
    assertThat(run.err()).contains("\nMaybe ");
  }
}
