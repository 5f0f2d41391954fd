package io.evenflow.cli;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/**
 * While open, what C libraries print to the standard output goes nowhere: HiGHS 1.12 has a {@code
 * printf} that no option turns off, and scripts read our output. Java must print nothing meanwhile.
 * Does nothing where the C library has no {@code dup2}.
 */
public final class QuietLibraries implements AutoCloseable {
  private static final int STANDARD_OUTPUT = 1;
  private static final int WRITE_ONLY = 1;
  private static final String NOWHERE = "/dev/null";
  private int saved = -1;

  /** Quiet from here on. */
  public QuietLibraries() {
    try (Arena arena = Arena.ofConfined()) {
      flush();
      int nowhere = call("open", arena.allocateFrom(NOWHERE), WRITE_ONLY);
      if (nowhere >= 0) {
        saved = call("dup", STANDARD_OUTPUT);
        call("dup2", nowhere, STANDARD_OUTPUT);
        call("close", nowhere);
      }
    }
  }

  @Override
  public void close() {
    if (saved >= 0) {
      // What C still buffers would come out after the redirection has ended.
      flush();
      call("dup2", saved, STANDARD_OUTPUT);
      call("close", saved);
      saved = -1;
    }
  }

  private static void flush() {
    call("fflush", MemorySegment.NULL);
  }

  /** Calls a function of the C library that returns an int; −1 where there is none. */
  private static int call(String name, Object... arguments) {
    Linker linker = Linker.nativeLinker();
    Optional<MemorySegment> function = linker.defaultLookup().find(name);
    if (function.isEmpty()) {
      return -1;
    }
    MemoryLayout[] layouts = new MemoryLayout[arguments.length];
    for (int i = 0; i < layouts.length; i++) {
      layouts[i] = arguments[i] instanceof MemorySegment ? ADDRESS : JAVA_INT;
    }
    MethodHandle handle =
        linker.downcallHandle(function.get(), FunctionDescriptor.of(JAVA_INT, layouts));
    try {
      return (int) handle.invokeWithArguments(arguments);
    } catch (Throwable e) {
      throw new IllegalStateException(name + " cannot be called", e);
    }
  }
}
