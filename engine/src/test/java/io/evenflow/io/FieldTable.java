package io.evenflow.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The fields of an object as a table of a page, a row each. */
final class FieldTable {
  private final Set<Shape<?>> apart;
  private final boolean hasDefaults;
  private final List<String> rows = new ArrayList<>();

  private FieldTable(Set<Shape<?>> apart, boolean hasDefaults) {
    this.apart = apart;
    this.hasDefaults = hasDefaults;
  }

  /**
   * A table.
   *
   * @param apart objects that have tables of their own; fields of others stand in the table of the
   *     object they are in
   */
  static List<String> ofScenario(Shape<?> shape, Set<Shape<?>> apart) {
    FieldTable table = new FieldTable(apart, true);
    table.rows.add("| field | unit | default | what it is |");
    table.rows.add("|---|---|---|---|");
    table.addAll("", shape);
    return table.rows;
  }

  /** The same for a result, in which nothing has a default and few fields must be there. */
  static List<String> ofResult(Shape<?> shape, Set<Shape<?>> apart) {
    FieldTable table = new FieldTable(apart, false);
    table.rows.add("| field | unit | what it is |");
    table.rows.add("|---|---|---|");
    table.addAll("", shape);
    return table.rows;
  }

  private void addAll(String prefix, Shape<?> shape) {
    for (Field<?> field : shape.fields()) {
      String name = "`" + prefix + field.name() + "`";
      if (hasDefaults) {
        name += field.isSecond() ? " **2**" : "";
        add(name, field.unit(), field.presence().words(), field.says());
      } else {
        name += field.presence().isRequired() ? " **must**" : "";
        add(name, field.unit(), field.says());
      }
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
