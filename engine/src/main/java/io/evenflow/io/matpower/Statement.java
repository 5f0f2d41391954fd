package io.evenflow.io.matpower;

import java.util.List;

/** A statement of a case file. */
sealed interface Statement {
  int line();

  /** {@code name = value}. */
  record Assign(int line, String name, Expression value) implements Statement {}

  /** {@code name(indices) = value}. */
  record AssignElements(int line, String name, List<Expression> indices, Expression value)
      implements Statement {}

  /** {@code [names] = value}; the name {@code ~} drops its output. */
  record AssignSeveral(int line, List<String> names, Expression value) implements Statement {}

  /** A function called by its name alone: {@code define_constants}. */
  record Command(int line, String name) implements Statement {}
}
