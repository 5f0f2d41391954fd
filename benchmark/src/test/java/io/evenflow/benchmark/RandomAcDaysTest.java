package io.evenflow.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenflow.scenario.Scenario;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RandomAcDaysTest {
  private static final List<Scenario> DAYS =
      LongStream.rangeClosed(1, 300).mapToObj(RandomAcDays::day).toList();

  @Test
  void aSeedIsAlwaysTheSameDay() {
    assertThat(DayDigest.of(RandomAcDays.day(7))).isEqualTo(DayDigest.of(DAYS.get(6)));
    assertThat(DAYS.stream().map(DayDigest::of).distinct()).hasSameSizeAs(DAYS);
  }

  @Test
  void everyTraitIsInManyOfThem() {
    Map<String, Long> traits =
        DAYS.stream()
            .flatMap(day -> Arrays.stream(RandomAcDays.traits(day).split(" ", -1)))
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    assertThat(traits)
        .containsOnlyKeys(
            "negative",
            "sun",
            "shunt",
            "generators",
            "voltage",
            "rating",
            "export",
            "discharge",
            "least",
            "hard")
        .allSatisfy((trait, count) -> assertThat(count).as(trait).isGreaterThan(60));
  }

  @Test
  void everyFeederIsInSomeOfThem() {
    Map<String, Long> feeders =
        DAYS.stream().collect(Collectors.groupingBy(Scenario::feederCase, Collectors.counting()));
    assertThat(feeders)
        .hasSize(9)
        .allSatisfy((feeder, count) -> assertThat(count).as(feeder).isGreaterThan(5));
  }
}
