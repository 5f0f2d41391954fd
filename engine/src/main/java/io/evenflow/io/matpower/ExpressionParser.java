package io.evenflow.io.matpower;

import io.evenflow.io.matpower.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Reads expressions, weakest operator first: {@code | & comparison : +- *\/ unary ^ '}. Inside
 * brackets white space separates elements, and a line's end separates rows.
 */
final class ExpressionParser {
  private static final List<List<String>> WEAK =
      List.of(
          List.of("||"),
          List.of("&&"),
          List.of("|"),
          List.of("&"),
          List.of("==", "~=", "!=", "<", "<=", ">", ">="));
  private static final int MAX_DEPTH = 200;

  private final TokenStream tokens;
  private boolean inBrackets;
  private int depth;

  ExpressionParser(TokenStream tokens) {
    this.tokens = tokens;
  }

  Expression expression() {
    return weak(0);
  }

  /** What stands between parentheses; the opening one is taken already. */
  List<Expression> arguments() {
    boolean outer = inBrackets;
    inBrackets = false;
    List<Expression> arguments = new ArrayList<>();
    if (!tokens.accept(")")) {
      do {
        arguments.add(argument());
      } while (tokens.accept(","));
      tokens.expect(")");
    }
    inBrackets = outer;
    return arguments;
  }

  private Expression argument() {
    Token token = tokens.peek();
    if (tokens.accept(":")) {
      return new Expression.All(token.line());
    }
    return expression();
  }

  private Expression weak(int level) {
    return level == WEAK.size() ? range() : chain(WEAK.get(level), () -> weak(level + 1));
  }

  /** Operands between operators of equal strength; they group from the left. */
  private Expression chain(List<String> operators, Supplier<Expression> operand) {
    Expression left = operand.get();
    for (int links = 1; isOperator(operators); links++) {
      Token operator = tokens.next();
      requireDepth(links);
      left = new Expression.Binary(operator.line(), operator.text(), left, operand.get());
    }
    return left;
  }

  private Expression range() {
    Expression first = sum();
    if (!tokens.peek().is(":")) {
      return first;
    }
    int line = tokens.next().line();
    Expression second = sum();
    if (tokens.accept(":")) {
      return new Expression.Range(line, first, second, sum());
    }
    return new Expression.Range(line, first, new Expression.Literal(line, 1), second);
  }

  private Expression sum() {
    return chain(List.of("+", "-"), this::product);
  }

  private Expression product() {
    return chain(List.of("*", "/", ".*", "./"), this::unary);
  }

  /** Every way deeper into an expression leads through here. */
  private Expression unary() {
    requireDepth(++depth);
    Token token = tokens.peek();
    Expression expression;
    if (isSign(token)) {
      tokens.next();
      expression = new Expression.Unary(token.line(), token.text(), unary());
    } else {
      expression = power();
    }
    depth--;
    return expression;
  }

  private Expression power() {
    Expression base = postfix();
    for (int links = 1; isOperator(List.of("^", ".^")); links++) {
      Token operator = tokens.next();
      requireDepth(links);
      // Signs may stand before an exponent: 2^-1.
      Expression exponent = isSign(tokens.peek()) ? signed() : postfix();
      base = new Expression.Binary(operator.line(), operator.text(), base, exponent);
    }
    return base;
  }

  private Expression signed() {
    Token sign = tokens.next();
    return new Expression.Unary(sign.line(), sign.text(), postfix());
  }

  private void requireDepth(int reached) {
    if (reached > MAX_DEPTH) {
      throw new Unreadable(
          tokens.peek().line(),
          "an expression is nested more than " + MAX_DEPTH + " deep",
          "Maybe the file is not a case file.");
    }
  }

  private Expression postfix() {
    Expression expression = primary();
    for (int links = 1; tokens.peek().is("'") || tokens.peek().is(".'"); links++) {
      requireDepth(links);
      expression = new Expression.Transpose(tokens.next().line(), expression);
    }
    return expression;
  }

  private Expression primary() {
    Token token = tokens.next();
    int line = token.line();
    return switch (token.kind()) {
      case NUMBER -> new Expression.Literal(line, token.number());
      case STRING -> new Expression.Text(line, token.text());
      case NAME -> named(token);
      default -> {
        if (token.is("(")) {
          yield parenthesised();
        } else if (token.is("[")) {
          yield new Expression.Brackets(line, rows("]"));
        } else if (token.is("{")) {
          rows("}");
          yield new Expression.Cells(line);
        }
        throw new Unreadable(
            line,
            "found " + token.shown() + " where a value is expected",
            "Maybe a number is missing, or a bracket is not closed.");
      }
    };
  }

  private Expression named(Token name) {
    if (name.isName("end")) {
      return new Expression.End(name.line());
    }
    Token next = tokens.peek();
    boolean isNextElement = inBrackets && next.spaceBefore();
    if (next.is("(") && !isNextElement) {
      tokens.next();
      return new Expression.Apply(name.line(), name.text(), arguments());
    }
    return new Expression.Name(name.line(), name.text());
  }

  private Expression parenthesised() {
    boolean outer = inBrackets;
    inBrackets = false;
    Expression expression = expression();
    tokens.expect(")");
    inBrackets = outer;
    return expression;
  }

  private List<List<Expression>> rows(String close) {
    boolean outer = inBrackets;
    inBrackets = true;
    List<List<Expression>> rows = new ArrayList<>();
    List<Expression> row = new ArrayList<>();
    while (!tokens.accept(close)) {
      if (tokens.peek().is(";") || tokens.peek().kind() == Kind.NEWLINE) {
        tokens.next();
        addUnlessEmpty(rows, row);
        row = new ArrayList<>();
      } else {
        row.add(expression());
        requireElementEnd(close);
      }
    }
    addUnlessEmpty(rows, row);
    inBrackets = outer;
    return rows;
  }

  private static void addUnlessEmpty(List<List<Expression>> rows, List<Expression> row) {
    if (!row.isEmpty()) {
      rows.add(row);
    }
  }

  private void requireElementEnd(String close) {
    Token next = tokens.peek();
    boolean ends =
        next.spaceBefore()
            || next.is(",")
            || next.is(";")
            || next.is(close)
            || next.kind() == Kind.NEWLINE;
    if (!ends || tokens.atEnd()) {
      throw tokens.unexpected("the next element or '" + close + "'");
    }
    tokens.accept(",");
  }

  private boolean isOperator(List<String> operators) {
    Token token = tokens.peek();
    if (token.kind() != Kind.SYMBOL || !operators.contains(token.text())) {
      return false;
    }
    // In [1 -2] the sign belongs to the second element; in [1 - 2] and [1 -...] it subtracts.
    boolean isSignOfNextElement =
        inBrackets
            && (token.is("+") || token.is("-"))
            && token.spaceBefore()
            && !token.spaceAfter();
    return !isSignOfNextElement;
  }

  private static boolean isSign(Token token) {
    return token.is("+") || token.is("-") || token.is("~") || token.is("!");
  }
}
