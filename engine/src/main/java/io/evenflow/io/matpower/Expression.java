package io.evenflow.io.matpower;

import java.util.List;

/** An expression as it stands in the file; {@link #line()} is where it starts. */
sealed interface Expression {
  int line();

  record Literal(int line, double value) implements Expression {}

  record Text(int line, String value) implements Expression {}

  /** A variable, a field such as {@code mpc.bus}, or a function without arguments. */
  record Name(int line, String name) implements Expression {}

  /** {@code name(arguments)}: elements of a variable, or a function's value. */
  record Apply(int line, String name, List<Expression> arguments) implements Expression {}

  /** {@code :} alone, as an index. */
  record All(int line) implements Expression {}

  /** {@code end} inside an index. */
  record End(int line) implements Expression {}

  record Unary(int line, String operator, Expression operand) implements Expression {}

  record Binary(int line, String operator, Expression left, Expression right)
      implements Expression {}

  record Transpose(int line, Expression operand) implements Expression {}

  /** {@code first:step:last}. */
  record Range(int line, Expression first, Expression step, Expression last)
      implements Expression {}

  /** {@code [ … ]}. */
  record Brackets(int line, List<List<Expression>> rows) implements Expression {}

  /** {@code { … }}: names and labels; nothing in it matters to a grid. */
  record Cells(int line) implements Expression {}
}
