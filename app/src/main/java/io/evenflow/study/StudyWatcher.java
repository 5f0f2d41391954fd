package io.evenflow.study;

/** Hears how far a study is; called from its workers. */
public interface StudyWatcher {
  /** Hears nothing. */
  StudyWatcher NONE = (done, failures, total) -> {};

  /**
   * Called at the start and after each run.
   *
   * @param done rows there are, those of an earlier start included
   * @param failures how many of them are failures
   * @param total rows there will be
   */
  void progress(int done, int failures, int total);
}
