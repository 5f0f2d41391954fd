package io.evenflow.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenflow.grid.Branch;
import io.evenflow.grid.Bus;
import io.evenflow.grid.BusType;
import io.evenflow.grid.Feeder;
import io.evenflow.grid.GenerationCost;
import io.evenflow.grid.Generator;
import io.evenflow.grid.Network;
import io.evenflow.io.matpower.BuiltInCases;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Feeders of one-digit buses, drawn as their numbers stand in columns and lanes. */
class FeederLayoutTest {
  private static Feeder feeder(String branches) {
    Set<Integer> numbers = new TreeSet<>();
    List<Branch> lines = new ArrayList<>();
    for (String branch : branches.split(" ", -1)) {
      int from = branch.charAt(0) - '0';
      int to = branch.charAt(2) - '0';
      numbers.addAll(List.of(from, to));
      lines.add(new Branch(from, to, 0.01, 0.02, 0, Double.POSITIVE_INFINITY, 1, 0, true));
    }
    List<Bus> buses = numbers.stream().map(FeederLayoutTest::bus).toList();
    GenerationCost cost = new GenerationCost.Polynomial(0, 20, 0);
    Generator substation = new Generator(1, 0, 0, -10, 10, 1, 0, 10, true, cost);
    return Feeder.of(new Network("drawn", 1, buses, List.of(substation), lines, List.of()));
  }

  private static Bus bus(int number) {
    BusType type = number == 1 ? BusType.SUBSTATION : BusType.LOAD;
    return new Bus(number, type, 0, 0, 0, 0, 1, 0, 12.66, 0.9, 1.1);
  }

  private static String drawn(String branches) {
    Feeder feeder = feeder(branches);
    FeederLayout layout = FeederLayout.of(feeder);
    char[][] lanes = new char[9][9];
    for (char[] lane : lanes) {
      Arrays.fill(lane, ' ');
    }
    for (int i = 0; i < feeder.busCount(); i++) {
      lanes[layout.lane(i) + 4][layout.column(i)] = (char) ('0' + feeder.bus(i).number());
    }
    StringBuilder picture = new StringBuilder();
    for (char[] lane : lanes) {
      String line = new String(lane).stripTrailing();
      picture.append(line.isEmpty() ? "" : line + "\n");
    }
    return picture.toString();
  }

  @Test
  void aLineStaysOne() {
    assertThat(drawn("1-2 2-3 3-4")).isEqualTo("1234\n");
  }

  @Test
  void theLongestPathGoesStraightOn() {
    assertThat(drawn("1-2 2-5 2-3 3-4"))
        .isEqualTo(
            """
            1234
              5
            """);
  }

  @Test
  void branchesTakeBothSides() {
    assertThat(drawn("1-2 2-3 3-4 4-5 2-6 6-7 2-8"))
        .isEqualTo(
            """
              67
            12345
              8
            """);
  }

  /** 4 and 6 share a side; the line from 2 to 6 does not cross that from 3 to 4. */
  @Test
  void aBranchPassesInFrontOfLaterOnes() {
    assertThat(drawn("1-2 2-3 3-5 5-8 8-9 3-4 2-6 2-7"))
        .isEqualTo(
            """
              7
            123589
               4
              6
            """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"case18", "case33bw", "case69", "case141"})
  void noTwoBusesShareAPlace(String name) {
    Feeder feeder = Feeder.of(BuiltInCases.read(name));
    FeederLayout layout = FeederLayout.of(feeder);
    Set<List<Integer>> places = new HashSet<>();
    for (int i = 0; i < feeder.busCount(); i++) {
      assertThat(places.add(List.of(layout.column(i), layout.lane(i)))).isTrue();
    }
  }

  /** A line leaves its bus across lanes; what it passes there must be nobody's. */
  @ParameterizedTest
  @ValueSource(strings = {"case18", "case33bw", "case69", "case141"})
  void noLineCrossesAnother(String name) {
    Feeder feeder = Feeder.of(BuiltInCases.read(name));
    FeederLayout layout = FeederLayout.of(feeder);
    for (int i = 1; i < feeder.busCount(); i++) {
      int column = layout.column(feeder.parent(i));
      int from = Math.min(layout.lane(feeder.parent(i)), layout.lane(i));
      int to = Math.max(layout.lane(feeder.parent(i)), layout.lane(i));
      for (int j = 1; j < feeder.busCount(); j++) {
        boolean inside = from < layout.lane(j) && layout.lane(j) < to;
        boolean passes = layout.column(feeder.parent(j)) <= column && column <= layout.column(j);
        boolean sameBus = feeder.parent(j) == feeder.parent(i);
        assertThat(inside && passes && !sameBus)
            .as("%s: line to %d over line to %d", name, i, j)
            .isFalse();
      }
    }
  }
}
