package io.evenflow.io.matpower;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs a case file's statements. Fields are variables with a dot: {@code mpc.bus}. */
final class Interpreter {
  private final Map<String, Value> variables = new LinkedHashMap<>();

  /** The line a variable was first assigned in. */
  private final Map<String, Integer> lines = new HashMap<>();

  private final Evaluator evaluator = new Evaluator(variables);

  /** The variables after all statements have run, in the order of their first assignment. */
  static Interpreter run(Program program) {
    Interpreter interpreter = new Interpreter();
    for (Statement statement : program.statements()) {
      try {
        interpreter.run(statement);
      } catch (Unreadable problem) {
        throw problem.at(statement.line());
      }
    }
    return interpreter;
  }

  Map<String, Value> variables() {
    return variables;
  }

  int line(String name) {
    return lines.getOrDefault(name, 0);
  }

  private void run(Statement statement) {
    switch (statement) {
      case Statement.Assign assign ->
          assign(assign.name(), evaluator.value(assign.value()), assign.line());
      case Statement.AssignElements assign -> assignElements(assign);
      case Statement.AssignSeveral assign -> assignSeveral(assign);
      case Statement.Command command -> command(command);
    }
  }

  private void assign(String name, Value value, int line) {
    variables.put(name, value);
    lines.putIfAbsent(name, line);
  }

  private void assignElements(Statement.AssignElements assign) {
    Matrix before = variables.getOrDefault(assign.name(), Matrix.EMPTY).numbers();
    Matrix value = evaluator.numbers(assign.value());
    List<Expression> indices = assign.indices();
    Matrix after =
        switch (indices.size()) {
          case 1 -> Indexing.set(before, evaluator.places(indices.get(0), before.size()), value);
          case 2 -> twoIndices(before, indices, value, assign.value());
          default ->
              throw new Unreadable(
                  indices.size() + " indices where a matrix has two", "Maybe a comma too many.");
        };
    assign(assign.name(), evaluator.counted(after), assign.line());
  }

  private Matrix twoIndices(
      Matrix before, List<Expression> indices, Matrix value, Expression written) {
    int[] rows = evaluator.places(indices.get(0), before.rows());
    int[] columns = evaluator.places(indices.get(1), before.columns());
    boolean isRemoval = written instanceof Expression.Brackets && value.isEmpty();
    if (isRemoval && indices.get(1) instanceof Expression.All) {
      return Indexing.withoutRows(before, rows);
    }
    if (isRemoval && indices.get(0) instanceof Expression.All) {
      return Indexing.withoutRows(before.transposed(), columns).transposed();
    }
    // A new column takes its length from what it is given: x(:, 1) = [1; 2].
    if (before.isEmpty() && indices.get(0) instanceof Expression.All) {
      rows = Indexing.all(value.rows());
    }
    if (before.isEmpty() && indices.get(1) instanceof Expression.All) {
      columns = Indexing.all(value.columns());
    }
    return Indexing.set(before, rows, columns, value);
  }

  private void assignSeveral(Statement.AssignSeveral assign) {
    List<Matrix> outputs = outputs(assign);
    if (assign.names().size() > outputs.size()) {
      throw new Unreadable(
          "%d names take %d values".formatted(assign.names().size(), outputs.size()),
          "Maybe a name too many.");
    }
    for (int i = 0; i < assign.names().size(); i++) {
      if (!assign.names().get(i).equals("~")) {
        assign(assign.names().get(i), outputs.get(i), assign.line());
      }
    }
  }

  private List<Matrix> outputs(Statement.AssignSeveral assign) {
    if (assign.value() instanceof Expression.Name name
        && !IndexConstants.of(name.name()).isEmpty()) {
      return IndexConstants.of(name.name()).stream()
          .map(constant -> Matrix.scalar(constant.value()))
          .toList();
    }
    if (assign.value() instanceof Expression.Apply apply && apply.name().equals("size")) {
      Matrix size = evaluator.numbers(apply);
      return List.of(Matrix.scalar(size.at(0)), Matrix.scalar(size.at(size.size() - 1)));
    }
    if (assign.names().size() == 1) {
      return List.of(evaluator.numbers(assign.value()));
    }
    throw new Unreadable(
        "only idx_bus, idx_brch, idx_gen, idx_cost and size give several values here",
        "Maybe load the case in MATPOWER and save it again with savecase.");
  }

  private void command(Statement.Command command) {
    if (command.name().equals("define_constants")) {
      IndexConstants.all()
          .forEach(
              constant -> assign(constant.name(), Matrix.scalar(constant.value()), command.line()));
    } else if (!variables.containsKey(command.name())) {
      throw new Unreadable(
          "the statement '" + command.name() + "' cannot be read; only assignments can",
          "Maybe a typing error; otherwise save the case with MATPOWER's savecase.");
    }
  }
}
