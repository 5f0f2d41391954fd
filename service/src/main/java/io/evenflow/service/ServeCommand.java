package io.evenflow.service;

import io.evenflow.run.QuietLibraries;
import io.evenflow.service.storage.DatabaseUrl;
import io.evenflow.service.storage.FileClaim;
import io.evenflow.service.storage.StorageException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import sun.misc.Signal;

/** {@code evenflow serve}: runs over HTTP until it is told to end. */
@Command(
    name = "evenflow serve",
    description = {
      "Solves days that are sent over HTTP, and shows them on a page for a browser.",
      "Runs that were accepted are on disk; after a crash those that had not ended run again."
    },
    mixinStandardHelpOptions = true,
    versionProvider = ServeVersion.class,
    sortOptions = false,
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  evenflow serve",
      "  evenflow serve --port 9000 --data /var/lib/evenflow",
      "  EVENFLOW_TOKEN=… evenflow serve --host 0.0.0.0"
    })
@SuppressWarnings("sunapi")
final class ServeCommand implements Callable<Integer> {
  private static final int FAILURE = 1;
  private static final int BAD_INPUT = 2;

  /** As shells report a process that a signal ended. */
  private static final int INTERRUPTED = 130;

  private static final int MOST_PORT = 65535;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Where to listen; 0 for any port that is free. Default: ${DEFAULT-VALUE}.")
  private int port = 8080;

  @Option(
      names = "--host",
      paramLabel = "HOST",
      description =
          "Address to listen on. One that others reach needs a token in the environment variable"
              + " EVENFLOW_TOKEN. Default: ${DEFAULT-VALUE}.")
  private String host = "127.0.0.1";

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Folder of the SQLite database; made if it is not there. Default: ${DEFAULT-VALUE}.")
  private Path data = Path.of("evenflow-data");

  @Option(
      names = "--database",
      paramLabel = "URL",
      description =
          "Another database, such as jdbc:postgresql://localhost/evenflow?user=…; the variable"
              + " EVENFLOW_DATABASE does the same and keeps a password out of sight.")
  private @Nullable String database = System.getenv("EVENFLOW_DATABASE");

  @Option(
      names = "--workers",
      paramLabel = "N",
      description = "How many runs are solved at once. Default: the cores, ${DEFAULT-VALUE}.")
  private int workers = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--queue",
      paramLabel = "N",
      description = "How many runs may wait. Default: ${DEFAULT-VALUE}.")
  private int queue = 100;

  @Option(
      names = "--run-limit",
      paramLabel = "SECONDS",
      description = "The most time a run may take. Default: ${DEFAULT-VALUE}.")
  private double runLimit = 600;

  @Option(
      names = "--grace",
      paramLabel = "SECONDS",
      description =
          "How long runs may go on when the service is told to end; then they wait for its next"
              + " start. Default: ${DEFAULT-VALUE}.")
  private int grace = 10;

  @Option(
      names = "--lease",
      paramLabel = "SECONDS",
      description =
          "After how long without a word another process takes over a run, where several share a"
              + " database. Default: ${DEFAULT-VALUE}.")
  private int lease = 20;

  @Option(
      names = "--ocpp-port",
      paramLabel = "PORT",
      description =
          "Where chargers of live sites connect by OCPP over WebSocket, at /ocpp/SITE/STATION; 0 for"
              + " nowhere, which is the default.")
  private int ocppPort;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException, InterruptedException {
    ServeOptions options = options();
    if (database != null && spec.commandLine().getParseResult().hasMatchedOption("--data")) {
      PrintWriter err = spec.commandLine().getErr();
      err.println("evenflow: --data '" + data + "' keeps nothing: runs are in " + options.url());
      err.flush();
    }
    DatabaseUrl url = options.url();
    Optional<FileClaim> claim = claim(url);
    PrintWriter out = spec.commandLine().getOut();
    CountDownLatch end = new CountDownLatch(1);
    for (String name : List.of("INT", "TERM")) {
      Signal.handle(new Signal(name), signal -> endOrExit(end));
    }
    try (Service service = start(options)) {
      out.println("evenflow listens on http://" + shown() + ":" + service.port());
      service
          .ocppPort()
          .ifPresent(
              bound ->
                  out.println(
                      "chargers connect to ws://" + shown() + ":" + bound + "/ocpp/SITE/STATION"));
      out.flush();
      // What engines print would come between the lines that programs read.
      try (QuietLibraries quiet = new QuietLibraries()) {
        service.start();
        end.await();
      }
    } finally {
      claim.ifPresent(FileClaim::close);
    }
    return 0;
  }

  /** The first signal asks for the end, a second one does not wait for it. */
  private static void endOrExit(CountDownLatch end) {
    if (end.getCount() == 0) {
      Runtime.getRuntime().halt(INTERRUPTED);
    }
    end.countDown();
  }

  private String shown() {
    return host.contains(":") ? "[" + host + "]" : host;
  }

  private Service start(ServeOptions options) {
    try {
      return new Service(options);
    } catch (StorageException problem) {
      Throwable cause = problem.getCause();
      throw new CannotServe(
          FAILURE,
          problem.getMessage() + ": " + firstLine(cause == null ? problem : cause),
          "Maybe the database is not started, or its address or password has a typing error.");
    } catch (io.javalin.util.JavalinException problem) {
      throw new CannotServe(
          FAILURE,
          "cannot listen on " + host + ", port " + ports() + ": " + firstLine(problem),
          "Maybe another program listens there; choose another with --port or --ocpp-port.");
    }
  }

  private String ports() {
    return ocppPort == 0 ? Integer.toString(port) : port + " or " + ocppPort;
  }

  private static String firstLine(Throwable problem) {
    return String.valueOf(problem.getMessage()).lines().findFirst().orElse("").strip();
  }

  private static Optional<FileClaim> claim(DatabaseUrl url) {
    Optional<Path> file = url.file();
    if (file.isEmpty()) {
      return Optional.empty();
    }
    try {
      Optional<FileClaim> claim = FileClaim.of(file.get());
      if (claim.isEmpty()) {
        throw new CannotServe(
            FAILURE,
            "another evenflow serve has '" + file.get() + "' open",
            "Maybe end it first, or choose another folder with --data.");
      }
      return claim;
    } catch (IOException problem) {
      throw new CannotServe(
          BAD_INPUT,
          "--data '" + file.get().getParent() + "' cannot be written: " + problem.getMessage(),
          "Maybe choose a folder that is yours.");
    }
  }

  private ServeOptions options() {
    require(port >= 0 && port <= MOST_PORT, "--port (" + port + ") must be from 0 to " + MOST_PORT);
    require(
        ocppPort >= 0 && ocppPort <= MOST_PORT,
        "--ocpp-port (" + ocppPort + ") must be from 0 to " + MOST_PORT);
    require(workers >= 1, "--workers (" + workers + ") must be at least 1");
    require(queue >= 1, "--queue (" + queue + ") must be at least 1");
    require(runLimit > 0, "--run-limit (" + runLimit + " s) must be above 0");
    require(grace >= 0, "--grace (" + grace + " s) must be at least 0");
    require(lease >= 1, "--lease (" + lease + " s) must be at least 1");
    ServeOptions options =
        new ServeOptions(
            host,
            port,
            data,
            database,
            Token.of(host),
            workers,
            queue,
            runLimit,
            Duration.ofSeconds(lease),
            Duration.ofSeconds(grace),
            ocppPort == 0 ? null : ocppPort);
    require(
        options.url().isKnown(),
        "--database '" + options.url() + "' must begin jdbc:sqlite: or jdbc:postgresql:");
    return options;
  }

  private static void require(boolean holds, String sentence) {
    if (!holds) {
      throw new CannotServe(BAD_INPUT, sentence, "Maybe 'evenflow serve --help' helps.");
    }
  }
}
