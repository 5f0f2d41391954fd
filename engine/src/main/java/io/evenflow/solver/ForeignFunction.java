package io.evenflow.solver;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;

/** Makes method handles of C functions. */
@SuppressWarnings("restricted") // native access is what this is for
final class ForeignFunction {
  private static final Linker LINKER = Linker.nativeLinker();

  private ForeignFunction() {}

  /** A function that may run long or call back; arrays must be off the heap. */
  static MethodHandle of(
      SymbolLookup library, String name, MemoryLayout result, MemoryLayout... arguments) {
    return LINKER.downcallHandle(
        library.findOrThrow(name), FunctionDescriptor.of(result, arguments));
  }

  /**
   * A short function that only moves data: it takes Java arrays as they are, without a copy and
   * without memory to free, because the garbage collector waits while it runs.
   */
  static MethodHandle ofShort(
      SymbolLookup library, String name, MemoryLayout result, MemoryLayout... arguments) {
    return LINKER.downcallHandle(
        library.findOrThrow(name),
        FunctionDescriptor.of(result, arguments),
        Linker.Option.critical(true));
  }

  /** A function without result. */
  static MethodHandle ofVoid(SymbolLookup library, String name, MemoryLayout... arguments) {
    return LINKER.downcallHandle(library.findOrThrow(name), FunctionDescriptor.ofVoid(arguments));
  }

  static MemorySegment array(double[] values) {
    return MemorySegment.ofArray(values);
  }

  static MemorySegment array(int[] values) {
    return MemorySegment.ofArray(values);
  }

  /** What a call through a handle throws, which is never more than the handle's own misuse. */
  static IllegalStateException failure(String function, Throwable cause) {
    return new IllegalStateException(function + " cannot be called", cause);
  }
}
