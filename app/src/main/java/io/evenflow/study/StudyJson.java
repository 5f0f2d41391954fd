package io.evenflow.study;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A study file as it stands; {@link StudyFile} fills in what is left out. */
record StudyJson(
    @Nullable String format,
    @Nullable String name,
    @Nullable List<String> cases,
    @Nullable Integer samples,
    @Nullable Long seed,
    @Nullable List<RunJson> runs) {
  /** One entry of {@code runs}. */
  record RunJson(
      @Nullable String method,
      @Nullable Integer samples,
      @Nullable Integer radius,
      @Nullable Double gap,
      @Nullable Double limitSeconds,
      @Nullable String engine) {}
}
