package io.evenflow.io.matpower;

import io.evenflow.io.matpower.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads expressions, weakest operator first: {@code | & comparison : +- *\/ unary ^ '}. Inside
 * brackets white space separates elements, and a line's end separates rows.
 */
final class ExpressionParser {
  /** Binary operators, those of one line equally strong. */
  private static final List<List<String>> WEAKEST_FIRST =
      List.of(
          List.of("||"),
          List.of("&&"),
          List.of("|"),
          List.of("&"),
          List.of("==", "~=", "!=", "<", "<=", ">", ">="),
          List.of(":"),
          List.of("+", "-"),
          List.of("*", "/", ".*", "./"));

  private static final int RANGE = 5;
  private static final int NOT_AN_OPERATOR = -1;
  private static final int MAX_DEPTH = 200;

  private final TokenStream tokens;
  private boolean inBrackets;
  private int depth;

  ExpressionParser(TokenStream tokens) {
    this.tokens = tokens;
  }

  Expression expression() {
    return operands(0);
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

  /**
   * Operands between operators of at least this strength; equal ones group from the left. One
   * method for all strengths, as each level of nesting costs stack.
   */
  private Expression operands(int weakest) {
    Expression left = unary();
    boolean isRange = false;
    int links = 0;
    for (int strength = strength(); strength >= weakest; strength = strength()) {
      if (strength == RANGE && isRange) {
        break;
      }
      isRange |= strength == RANGE;
      Token operator = tokens.next();
      requireDepth(++links);
      Expression right = operands(strength + 1);
      left = strength == RANGE ? range(operator, left, right) : binary(operator, left, right);
    }
    return left;
  }

  /** The strength of the operator that comes next. */
  private int strength() {
    for (int strength = WEAKEST_FIRST.size() - 1; strength >= 0; strength--) {
      if (isOperator(WEAKEST_FIRST.get(strength))) {
        return strength;
      }
    }
    return NOT_AN_OPERATOR;
  }

  /** {@code first:last} or {@code first:step:last}; what follows the first colon is read. */
  private Expression range(Token colon, Expression first, Expression second) {
    if (tokens.accept(":")) {
      return new Expression.Range(colon.line(), first, second, operands(RANGE + 1));
    }
    return new Expression.Range(
        colon.line(), first, new Expression.Literal(colon.line(), 1), second);
  }

  private static Expression binary(Token operator, Expression left, Expression right) {
    return new Expression.Binary(operator.line(), operator.text(), left, right);
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
      base = binary(operator, base, exponent);
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
