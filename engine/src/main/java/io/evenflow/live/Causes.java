package io.evenflow.live;

import io.evenflow.market.Emissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What happened between two states, and which of it changed a session's plan. */
final class Causes {
  /** Energies that differ by less are as planned. Unit: kWh. */
  private static final double AS_PLANNED_KWH = 0.05;

  /** Powers that differ by less are the same. Unit: kW. */
  private static final double SAME_KW = 0.01;

  private final Map<String, Reason> own = new HashMap<>();
  private final Set<Reason> all = EnumSet.noneOf(Reason.class);

  Causes(SiteState before, SiteState after) {
    if (!before.day().prices().equals(after.day().prices())) {
      all.add(Reason.PRICE);
    }
    Emissions emissions = after.day().emissions();
    if (emissions != null
        && emissions.pricePerTonne() > 0
        && !emissions.equals(before.day().emissions())) {
      all.add(Reason.EMISSIONS);
    }
    if (!before.day().substation().equals(after.day().substation())) {
      all.add(Reason.LIMIT);
    }
    if (!before.day().solar().equals(after.day().solar())
        || !before.day().stations().equals(after.day().stations())
        || !Arrays.equals(before.day().loads().scale(), after.day().loads().scale())) {
      all.add(Reason.FORECAST);
    }
    before
        .assets()
        .forEach(
            (id, was) -> {
              double from = before.minute(before.now());
              Asset is = Objects.requireNonNull(after.assets().get(id));
              Command told = is.command();
              Asset going = told == null ? was : was.commanded(told);
              if (!is.told().equals(was.told())) {
                double to = after.minute(after.now());
                expect(id, going.after(before.day(), from, to).energyKwh(), is.energyKwh());
              }
            });
    before.here().forEach((id, was) -> compare(was, after.here().get(id)));
    after.here().keySet().stream()
        .filter(id -> !before.here().containsKey(id))
        .forEach(id -> book(id, Reason.ARRIVAL));
  }

  private void book(String id, Reason reason) {
    own.put(id, reason);
    all.add(reason);
  }

  private void compare(Here was, @Nullable Here is) {
    if (is == null || !is.departure().equals(was.departure())) {
      book(was.id(), Reason.DEPARTURE);
    } else if (is.targetKwh() != was.targetKwh()) {
      book(was.id(), Reason.TARGET);
    } else if (!is.charger().equals(was.charger())) {
      book(was.id(), Reason.ENERGY);
    }
  }

  /** A battery that holds something else than the last plan would have brought it to. */
  void expect(String id, double expectedKwh, double foundKwh) {
    if (Math.abs(expectedKwh - foundKwh) > AS_PLANNED_KWH && !own.containsKey(id)) {
      book(id, Reason.ENERGY);
    }
  }

  /**
   * Why a session's plan changed: by what happened to itself; else by what happened to all, the
   * rarest first; else by what happened to others.
   */
  private Reason of(String id, boolean drawn) {
    Reason itself = own.get(id);
    if (itself != null) {
      return itself;
    }
    for (Reason each : Reason.values()) {
      if (all.contains(each)) {
        return each;
      }
    }
    return drawn ? Reason.FORECAST : Reason.BETTER;
  }

  /** The changes from one plan to the next, from its first period on. */
  List<Change> changes(LivePlan last, int firstPeriod, Map<String, double[]> netKw, boolean drawn) {
    List<Change> changes = new ArrayList<>();
    for (Map.Entry<String, double[]> each : netKw.entrySet()) {
      double[] kw = each.getValue();
      double[] was = last.kw(each.getKey(), firstPeriod, kw.length);
      for (int t = 0; t < kw.length; t++) {
        double before = was[t];
        if (Math.abs(before - kw[t]) > SAME_KW) {
          Reason reason = of(each.getKey(), drawn);
          changes.add(new Change(each.getKey(), firstPeriod + t, before, kw[t], reason));
        }
      }
    }
    return changes;
  }
}
