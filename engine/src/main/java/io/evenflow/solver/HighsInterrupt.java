package io.evenflow.solver;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** HiGHS asks this between iterations and nodes whether to stop. */
@SuppressWarnings("restricted") // native access is what this is for
final class HighsInterrupt {
  /** Interrupts of simplex, interior point and branch and bound. */
  private static final int[] CALLBACKS = {1, 2, 6};

  private static final MethodHandle ASK = ask();

  private final BooleanSupplier interrupted;
  private volatile @Nullable RuntimeException thrown;

  HighsInterrupt(BooleanSupplier interrupted) {
    this.interrupted = interrupted;
  }

  /** Registers with a model; the arena must outlive the model's runs. */
  void register(MemorySegment highs, Arena arena) {
    MemorySegment stub =
        Linker.nativeLinker()
            .upcallStub(
                ASK.bindTo(this),
                FunctionDescriptor.ofVoid(JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS),
                arena);
    HighsLibrary.setCallback(highs, stub, MemorySegment.NULL);
    for (int callback : CALLBACKS) {
      HighsLibrary.startCallback(highs, callback);
    }
  }

  /** Throws on what the supplier threw: an exception must not unwind through C. */
  void rethrow() {
    RuntimeException exception = thrown;
    if (exception != null) {
      thrown = null;
      throw exception;
    }
  }

  @SuppressWarnings("unused") // through the stub
  private void ask(
      int callback,
      MemorySegment message,
      MemorySegment out,
      MemorySegment in,
      MemorySegment data) {
    boolean stop = true;
    try {
      stop = interrupted.getAsBoolean();
    } catch (RuntimeException e) {
      thrown = e;
    }
    if (stop && in.address() != 0) {
      // user_interrupt is the first field of HighsCallbackDataIn
      in.reinterpret(JAVA_INT.byteSize()).set(JAVA_INT, 0, 1);
    }
  }

  private static MethodHandle ask() {
    try {
      return MethodHandles.lookup()
          .findVirtual(
              HighsInterrupt.class,
              "ask",
              MethodType.methodType(
                  void.class,
                  int.class,
                  MemorySegment.class,
                  MemorySegment.class,
                  MemorySegment.class,
                  MemorySegment.class));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
