package io.evenflow.solver;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A C function of a library. It is called with as many arguments as it was made with, of the types
 * that stand for their layouts; anything else is a mistake of the caller's.
 */
@SuppressWarnings("restricted") // native access is what this is for
final class ForeignFunction {
  private static final Linker LINKER = Linker.nativeLinker();
  private static final MethodType GENERIC = MethodType.methodType(Object.class, Object[].class);

  private final String name;
  private final MethodHandle handle;

  private ForeignFunction(
      SymbolLookup library,
      String name,
      FunctionDescriptor descriptor,
      MemoryLayout[] arguments,
      Linker.Option... options) {
    this.name = name;
    MethodHandle typed = LINKER.downcallHandle(library.findOrThrow(name), descriptor, options);
    handle = typed.asSpreader(Object[].class, arguments.length).asType(GENERIC);
  }

  /** A function that may run long or call back; arrays must be off the heap. */
  static ForeignFunction of(
      SymbolLookup library, String name, MemoryLayout result, MemoryLayout... arguments) {
    return new ForeignFunction(library, name, FunctionDescriptor.of(result, arguments), arguments);
  }

  /**
   * A short function that only moves data: it takes Java arrays as they are, without a copy and
   * without memory to free, because the garbage collector waits while it runs.
   */
  static ForeignFunction ofShort(
      SymbolLookup library, String name, MemoryLayout result, MemoryLayout... arguments) {
    return new ForeignFunction(
        library,
        name,
        FunctionDescriptor.of(result, arguments),
        arguments,
        Linker.Option.critical(true));
  }

  /** A function without result. */
  static ForeignFunction ofVoid(SymbolLookup library, String name, MemoryLayout... arguments) {
    return new ForeignFunction(library, name, FunctionDescriptor.ofVoid(arguments), arguments);
  }

  static MemorySegment array(double[] values) {
    return MemorySegment.ofArray(values);
  }

  static MemorySegment array(int[] values) {
    return MemorySegment.ofArray(values);
  }

  /** Calls it; null where it has no result. */
  @Nullable Object call(Object... arguments) {
    try {
      return handle.invokeExact(arguments);
    } catch (Throwable e) {
      // a downcall itself throws nothing: these are the wrong arguments
      throw new IllegalStateException(name + " cannot be called", e);
    }
  }

  int asInt(Object... arguments) {
    return (Integer) result(arguments);
  }

  long asLong(Object... arguments) {
    return (Long) result(arguments);
  }

  double asDouble(Object... arguments) {
    return (Double) result(arguments);
  }

  MemorySegment asAddress(Object... arguments) {
    return (MemorySegment) result(arguments);
  }

  private Object result(Object... arguments) {
    return Objects.requireNonNull(call(arguments), name);
  }
}
