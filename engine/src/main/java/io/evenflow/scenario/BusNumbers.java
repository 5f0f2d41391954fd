package io.evenflow.scenario;

import io.evenflow.grid.Bus;
import io.evenflow.grid.Feeder;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Names the buses of a feeder in an error: the first and the last few. */
final class BusNumbers {
  private static final int SHOWN = 8;

  private BusNumbers() {}

  static String summary(Feeder feeder) {
    int[] numbers =
        IntStream.range(0, feeder.busCount())
            .flatMap(i -> feeder.fileBuses(i).stream().mapToInt(Bus::number))
            .sorted()
            .toArray();
    String first =
        IntStream.of(numbers)
            .limit(SHOWN)
            .mapToObj(Integer::toString)
            .collect(Collectors.joining(", "));
    return numbers.length <= SHOWN ? first : first + ", … " + numbers[numbers.length - 1];
  }
}
