package io.evenflow.service.http;

import io.evenflow.service.log.Log;
import io.evenflow.service.metrics.Metrics;
import io.evenflow.service.problem.Problem;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** HTTP: a gate, headers and problems around groups of routes. */
public final class Server implements AutoCloseable {
  private static final String BEGAN = "evenflow.began";
  private static final int MOST_CONNECTING = 1024;
  private final Javalin javalin;

  /**
   * Starts listening.
   *
   * @param port 0 for any that is free
   * @param token what must be sent, null where the service listens on the loopback alone
   */
  public Server(
      String host, int port, @Nullable String token, Metrics metrics, List<Routes> groups) {
    Gate gate = new Gate(token);
    javalin =
        Javalin.create(
            config -> {
              settings(config);
              config.jetty.addConnector((jetty, http) -> connector(jetty, http, host, port));
              config.routes.before(
                  context -> {
                    context.attribute(BEGAN, System.nanoTime());
                    SecurityHeaders.add(context);
                    gate.check(context);
                  });
              config.routes.after(context -> count(context, metrics));
              ProblemAnswers.add(config.routes);
              groups.forEach(group -> group.add(config.routes));
            });
    javalin.start();
  }

  /** Clients that connect at the same moment wait here; the usual fifty would turn others away. */
  private static ServerConnector connector(
      org.eclipse.jetty.server.Server jetty, HttpConfiguration http, String host, int port) {
    ServerConnector connector = new ServerConnector(jetty, new HttpConnectionFactory(http));
    connector.setHost(host);
    connector.setPort(port);
    connector.setAcceptQueueSize(MOST_CONNECTING);
    return connector;
  }

  private static void settings(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.concurrency.useVirtualThreads = true;
    config.http.prefer405over404 = true;
    config.router.javaLangErrorHandler(Server::failed);
    config.http.maxRequestSize = BodyReader.MOST_BYTES;
    config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
    config.jetty.modifyServer(server -> server.setErrorHandler(Server::refused));
  }

  /** An error of the virtual machine, such as too little memory for one request. */
  private static void failed(HttpServletResponse response, Error error) {
    Log.error("a request failed", error);
    Problem problem = ProblemAnswers.failure();
    try {
      response.setStatus(problem.kind().status());
      response.setContentType(ProblemAnswers.TYPE);
      String body = Json.text(ProblemAnswers.json(problem, "/"));
      response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    } catch (IOException gone) {
      Log.warning("nobody waits for the answer any more", gone);
    }
  }

  /** What Jetty refuses before any route sees it, such as a malformed address. */
  private static boolean refused(Request request, Response response, Callback callback) {
    Problem problem =
        response.getStatus() >= 500 && !isOfTheClient(request)
            ? ProblemAnswers.failure()
            : ProblemAnswers.badRequest();
    response.setStatus(problem.kind().status());
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, ProblemAnswers.TYPE);
    String body = Json.text(ProblemAnswers.json(problem, "/"));
    Content.Sink.write(response, true, body, callback);
    return true;
  }

  /** Such as a version of HTTP that is none, which Jetty calls an error of the server. */
  private static boolean isOfTheClient(Request request) {
    Object cause = request.getAttribute(ErrorHandler.ERROR_EXCEPTION);
    if (cause instanceof HttpException) {
      return true;
    }
    if (cause instanceof Throwable problem) {
      Log.error("a request failed", problem);
    }
    return false;
  }

  private static void count(Context context, Metrics metrics) {
    Long began = context.attribute(BEGAN);
    if (began != null && !context.path().endsWith("/events")) {
      double seconds = (System.nanoTime() - began) / 1e9;
      metrics.answered(context.method().name(), context.statusCode(), seconds);
    }
  }

  /** The port it listens on. */
  public int port() {
    return javalin.port();
  }

  @Override
  public void close() {
    javalin.stop();
    Log.info("no longer listening");
  }
}
