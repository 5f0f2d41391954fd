package io.evenflow.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenflow.OneBranchDay;
import io.evenflow.method.Certified;
import io.evenflow.method.Settings;
import io.evenflow.method.Watcher;
import io.evenflow.scenario.Result;
import io.evenflow.scenario.Status;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroupTest {
  @ParameterizedTest
  @CsvSource({"0, 0", "10, 1", "1500, 1", "1501, 2", "4000, 3"})
  void everyResourceIsInOneGroupOfOnePlace(int sessions, int most) {
    List<Resource> all = new ArrayList<>();
    for (int r = 0; r < sessions; r++) {
      int row = r % 2 == 0 ? r % 3 : 3 + r % 3;
      all.add(new OneOf("r" + r, new int[] {row}, List.of(new Profile(new double[1], 0))));
    }
    int[] place = {0, 0, 0, 1, 1, 1};
    Rows rows = new Rows(place, new int[] {0, 1, 2, 0, 1, 2}, new double[6]);
    List<Group> groups = Group.of(new Problem(rows, all, List.of()));
    int[] sorted = groups.stream().flatMapToInt(g -> Arrays.stream(g.members())).sorted().toArray();
    assertThat(sorted).isEqualTo(IntStream.range(0, sessions).toArray());
    for (Group group : groups) {
      assertThat(group.members().length).isBetween(1, most);
      assertThat(Arrays.stream(group.rows()).map(row -> place[row]).distinct().count()).isOne();
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
