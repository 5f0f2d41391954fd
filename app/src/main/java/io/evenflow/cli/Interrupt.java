package io.evenflow.cli;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * While open, the first Ctrl-C (or SIGTERM) only asks for an end, so that the best schedule so far
 * is still written; a second one ends the process at once.
 *
 * <p>A shutdown hook would do for the first, but then the process could no longer choose its exit
 * code, nor a second Ctrl-C end it.
 */
@SuppressWarnings("sunapi")
final class Interrupt implements BooleanSupplier, AutoCloseable {
  private static final List<Signal> SIGNALS = List.of(new Signal("INT"), new Signal("TERM"));

  /** As shells report a process that Ctrl-C ended. */
  private static final int INTERRUPTED = 130;

  private final AtomicBoolean requested = new AtomicBoolean();
  private final List<SignalHandler> before;

  Interrupt() {
    before = SIGNALS.stream().map(signal -> Signal.handle(signal, this::handle)).toList();
  }

  private void handle(Signal signal) {
    if (!requested.compareAndSet(false, true)) {
      Runtime.getRuntime().exit(INTERRUPTED);
    }
  }

  @Override
  public boolean getAsBoolean() {
    return requested.get();
  }

  @Override
  public void close() {
    for (int i = 0; i < before.size(); i++) {
      Signal.handle(SIGNALS.get(i), before.get(i));
    }
  }
}
