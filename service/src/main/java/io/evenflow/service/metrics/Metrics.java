package io.evenflow.service.metrics;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.LongSupplier;

/** What is counted, in a registry of its own. */
public final class Metrics {
  /** Type of the text. */
  public static final String TYPE = PrometheusTextFormatWriter.CONTENT_TYPE;

  /** Weight of the latest run in the mean of how long runs take. */
  private static final double LATEST = 0.2;

  private static final int LONGEST_WAIT_SECONDS = 60;
  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final int workers;
  private double meanSeconds = 1;

  private final Counter accepted =
      Counter.builder()
          .name("evenflow_runs_accepted")
          .help("Runs put into the queue.")
          .register(registry);
  private final Counter rejected =
      Counter.builder()
          .name("evenflow_runs_rejected")
          .help("Submissions turned away because the queue was full.")
          .register(registry);
  private final Counter ended =
      Counter.builder()
          .name("evenflow_runs_ended")
          .help("Runs this process ended, by the status of their result.")
          .labelNames("outcome")
          .register(registry);
  private final Histogram seconds =
      Histogram.builder()
          .name("evenflow_run_seconds")
          .help("How long a run was solved.")
          .classicOnly()
          .classicUpperBounds(0.1, 0.3, 1, 3, 10, 30, 100, 300, 1000)
          .register(registry);
  private final Histogram requests =
      Histogram.builder()
          .name("evenflow_request_seconds")
          .help("How long a request took, by method and status; events are not among them.")
          .labelNames("method", "status")
          .classicOnly()
          .classicUpperBounds(0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10)
          .register(registry);

  /**
   * @param workers how many runs are solved at once
   */
  public Metrics(int workers) {
    this.workers = workers;
  }

  /**
   * What is looked at when it is asked for.
   *
   * @param waiting how many runs wait
   * @param running how many this process solves
   */
  public void watch(LongSupplier waiting, LongSupplier running) {
    gauge("evenflow_runs_waiting", "Runs that wait in the queue.", waiting);
    gauge("evenflow_runs_running", "Runs that this process solves.", running);
  }

  private void gauge(String name, String help, LongSupplier value) {
    GaugeWithCallback.builder()
        .name(name)
        .help(help)
        .callback(gauge -> gauge.call((double) value.getAsLong()))
        .register(registry);
  }

  /** A run was put into the queue. */
  public void accepted() {
    accepted.inc();
  }

  /** A submission was turned away. */
  public void rejected() {
    rejected.inc();
  }

  /** A run ended. */
  public void ended(String outcome, double runSeconds) {
    ended.labelValues(outcome).inc();
    seconds.observe(runSeconds);
    synchronized (this) {
      meanSeconds += LATEST * (runSeconds - meanSeconds);
    }
  }

  /** A request was answered. */
  public void answered(String method, int status, double requestSeconds) {
    requests.labelValues(method, Integer.toString(status)).observe(requestSeconds);
  }

  /** When the queue has room again, going by the runs so far. Unit: s, 1 to 60 */
  public synchronized int secondsToNextSlot() {
    double next = Math.ceil(meanSeconds / workers);
    return (int) Math.clamp(next, 1, LONGEST_WAIT_SECONDS);
  }

  /** All of it in Prometheus's text format. */
  public String text() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      PrometheusTextFormatWriter.create().write(out, registry.scrape());
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
