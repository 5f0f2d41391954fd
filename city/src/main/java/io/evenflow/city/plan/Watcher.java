package io.evenflow.city.plan;

/** Hears how far a city's plan is; called from any thread. */
public interface Watcher {
  /**
   * @param stage a word or two
   * @param round of prices, 0 where there is none
   * @param done part of the stage that is done, 0 to 1
   * @param bound proven so far, −∞ for none. Unit: currency
   */
  void progress(String stage, int round, double done, double bound);
}
