package io.evenflow.coordination;

import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Work on all cores that gives the same answer on any number of them. */
final class Parallel {
  private Parallel() {}

  /** Runs body(0) … body(count − 1), each exactly once; bodies must not touch what others write. */
  static void forEach(int count, IntConsumer body) {
    if (count > 1) {
      IntStream.range(0, count).parallel().forEach(body);
    } else if (count == 1) {
      body.accept(0);
    }
  }
}
