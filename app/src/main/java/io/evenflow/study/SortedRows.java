package io.evenflow.study;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Rows in the order of a study's tasks, however they ended. */
final class SortedRows {
  private SortedRows() {}

  /** Rows of other studies in the same file are left out, a row that is there twice counts once. */
  static List<Row> of(Study study, List<Row> rows) {
    Map<List<String>, Row> byKey = new HashMap<>();
    rows.forEach(row -> byKey.putIfAbsent(row.key(), row));
    return study.tasks().stream()
        .map(task -> byKey.get(task.key()))
        .filter(Objects::nonNull)
        .toList();
  }
}
