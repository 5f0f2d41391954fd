package io.evenflow.decomposition;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenflow.OneBranchDay;
import io.evenflow.method.Certified;
import io.evenflow.method.Settings;
import io.evenflow.method.Watcher;
import io.evenflow.scenario.Result;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Status;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionGroupsTest {
  @ParameterizedTest
  @CsvSource({"0, 0", "10, 1", "1500, 1", "1501, 2", "4000, 3"})
  void everySessionIsInOneGroupOfOneStation(int sessions, int most) {
    Scenario day =
        OneBranchDay.of(Math.max(1, sessions))
            .withSessions(OneBranchDay.of(Math.max(1, sessions)).sessions().subList(0, sessions));
    int[][] groups = SessionGroups.of(day);
    int[] sorted = Arrays.stream(groups).flatMapToInt(Arrays::stream).sorted().toArray();
    assertThat(sorted).isEqualTo(IntStream.range(0, sessions).toArray());
    for (int[] group : groups) {
      assertThat(group.length).isBetween(1, most);
      assertThat(Arrays.stream(group).map(day::stationOf).distinct().count()).isOne();
    }
  }

  /** 2,000 vehicles, groups of two: as many as fit charge in the cheap hour, and it is proven. */
  @Test
  void groupsProveAsMuchAsSessions() {
    Result result =
        new Certified().coordinate(OneBranchDay.of(2000), Settings.defaults(), Watcher.NONE);
    assertThat(result.status()).isEqualTo(Status.OPTIMAL);
    assertThat(Objects.requireNonNull(result.verification()).violations()).isEmpty();
    // 1,587.2 vehicles and their losses fill 80 MW
    long cheap =
        Arrays.stream(Objects.requireNonNull(result.dispatch()).chargeKw())
            .filter(charge -> charge[1] > 0)
            .count();
    assertThat(cheap).isBetween(1585L, 1587L);
  }
}
