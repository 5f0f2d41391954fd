package io.evenflow.scenario;

import java.util.List;

/**
 * The same share for all, where it was asked for: each session has at least its energy on arrival
 * and this share of what it wants more, of that what its stay alone allows.
 *
 * @param share that every session has, 0 to 1
 * @param shareBound proven: no schedule gives a greater share to all
 * @param sessions ids of those that have hardly more than the share, which are those that keep it
 *     from being greater; none where it is 1
 */
public record Fairness(double share, double shareBound, List<String> sessions) {
  public Fairness {
    sessions = List.copyOf(sessions);
  }
}
