package io.evenflow.ocpp;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Transactions of stays of which a schedule does not say them. In 2.0.1 and 2.1 a transaction is
 * called like its session, where that fits in 36 characters and is no other's, else by a UUID made
 * of it; in 1.6 likewise where the session's id is a whole number, else it is numbered. EVSEs of a
 * station are given out in order of arrival, each time the lowest that is free.
 */
public final class Transactions {
  private Transactions() {}

  /** One for each stay, in their order. */
  public static List<Transaction> of(List<PlannedStay> stays, OcppVersion version) {
    int[] evses = evses(stays);
    List<String> ids = version == OcppVersion.V1_6 ? numbers(stays) : texts(stays);
    List<Transaction> transactions = new ArrayList<>();
    for (int i = 0; i < stays.size(); i++) {
      transactions.add(new Transaction(ids.get(i), evses[i]));
    }
    return transactions;
  }

  private static int[] evses(List<PlannedStay> stays) {
    int[] evses = new int[stays.size()];
    // By station, when each EVSE is free again.
    Map<String, List<Integer>> freeFrom = new HashMap<>();
    List<Integer> byArrival = new ArrayList<>();
    for (int i = 0; i < evses.length; i++) {
      byArrival.add(i);
    }
    byArrival.sort(Comparator.comparingInt(i -> stays.get(i).arrival()));
    for (int i : byArrival) {
      PlannedStay stay = stays.get(i);
      List<Integer> there = freeFrom.computeIfAbsent(stay.station(), none -> new ArrayList<>());
      int evse = 0;
      while (evse < there.size() && there.get(evse) > stay.arrival()) {
        evse++;
      }
      if (evse == there.size()) {
        there.add(stay.departure());
      } else {
        there.set(evse, stay.departure());
      }
      evses[i] = evse + 1;
    }
    return evses;
  }

  private static List<String> texts(List<PlannedStay> stays) {
    Set<String> taken = new HashSet<>();
    stays.stream().filter(stay -> stay.number() == 0).forEach(stay -> taken.add(stay.id()));
    List<String> ids = new ArrayList<>();
    for (PlannedStay stay : stays) {
      String name = stay.number() == 0 ? stay.id() : stay.id() + "~" + stay.number();
      boolean isFree = stay.number() == 0 || taken.add(name);
      ids.add(isFree && isIdentifier(name) ? name : uuid(name));
    }
    return ids;
  }

  private static boolean isIdentifier(String name) {
    return name.length() <= Transaction.LONGEST_ID
        && name.chars().allMatch(c -> c > ' ' && c < 0x7F);
  }

  private static String uuid(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static List<String> numbers(List<PlannedStay> stays) {
    Set<String> taken = new HashSet<>();
    stays.stream().filter(Transactions::isNumber).forEach(stay -> taken.add(stay.id()));
    List<String> ids = new ArrayList<>();
    int next = 1;
    for (PlannedStay stay : stays) {
      if (isNumber(stay)) {
        ids.add(stay.id());
        continue;
      }
      while (!taken.add(Integer.toString(next))) {
        next++;
      }
      ids.add(Integer.toString(next));
    }
    return ids;
  }

  private static boolean isNumber(PlannedStay stay) {
    return stay.number() == 0 && stay.id().matches("0|[1-9]\\d{0,8}");
  }
}
