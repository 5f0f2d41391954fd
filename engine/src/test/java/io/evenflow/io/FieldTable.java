package io.evenflow.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The fields of an object as a table of a page, a row each. */
final class FieldTable {
  private final Set<Shape<?>> apart;
  private final List<String> rows = new ArrayList<>();

  private FieldTable(Set<Shape<?>> apart) {
    this.apart = apart;
  }

  /**
   * A table.
   *
   * @param apart objects that have tables of their own; fields of others stand in the table of the
   *     object they are in
   */
  static List<String> of(Shape<?> shape, Set<Shape<?>> apart) {
    FieldTable table = new FieldTable(apart);
    table.rows.add("| field | unit | default | what it is |");
    table.rows.add("|---|---|---|---|");
    table.addAll("", shape);
    return table.rows;
  }

  private void addAll(String prefix, Shape<?> shape) {
    for (Field<?> field : shape.fields()) {
      String name = "`" + prefix + field.name() + "`" + (field.isSecond() ? " **2**" : "");
      add(name, field.unit(), field.presence().words(), field.says());
      Kind.Inner inner = field.kind().inner();
      if (inner != null && !apart.contains(inner.shape())) {
        addAll(field.name() + inner.mark() + ".", inner.shape());
      }
    }
  }

  private void add(String... cells) {
    rows.add(("| " + String.join(" | ", cells) + " |").replace("|  ", "| ").replace("|  ", "| "));
  }
}
